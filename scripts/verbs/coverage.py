"""Show which exam tasks, skills and pages have questions, where the gaps are, and each domain's share."""

import argparse
import sys
from datetime import UTC, datetime

from macros.bank import Bank, load_bank
from macros.language import Language
from macros.rendering.words import STRINGS
from macros.reports.coverage import ENOUGH_FOR_PAGE, ENOUGH_FOR_TASK, SHARE_TOLERANCE, domain_shares, task_coverage
from macros.reports.freshness import STALE_AFTER, stale
from scripts.arguments import number_of_days
from scripts.messages import Messages

# Pages about something else than a feature need no questions.
_WITHOUT_QUESTIONS = ("contribute/", "exam/", "practice/", "reference/", "index")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the verb's arguments."""
    parser.add_argument("--exam", default="MLA-C02", help="the exam's code (default: %(default)s)")
    parser.add_argument(
        "--stale",
        type=number_of_days,
        default=STALE_AFTER,
        metavar="DAYS",
        help="list what was last reviewed more than DAYS days ago (default: %(default)s)",
    )
    parser.add_argument("--strict", action="store_true", help="exit 1 where a task in scope or a page has too few")


def run(options: argparse.Namespace) -> int:
    """Print a line for each task and each feature page; 2 for an unknown exam."""
    language: Language = options.lang
    say = Messages("coverage", language)
    bank = load_bank(options.root)
    exams = bank.facts.exams
    if options.exam not in exams:
        print(say("no_exam", exam=options.exam, known=", ".join(exams)), file=sys.stderr)
        return 2
    gaps = _print_tasks(bank, options.exam, say) + _print_pages(bank, say)
    gaps += _print_shares(bank, options.exam, say)
    due = stale(bank, datetime.now(UTC).date(), options.stale)
    print(say("stale", days=options.stale))
    for late in due:
        print(f"  {late.reviewed}  {late.file}")
    print(say("summary", gaps=gaps, due=len(due)))
    return 1 if gaps and options.strict else 0


def _print_tasks(bank: Bank, exam: str, say: Messages) -> int:
    """Print how many questions each task and skill of an exam has, and return how many of them have too few."""
    strings = STRINGS[say.language]
    print(say("tasks", exam=exam, least=ENOUGH_FOR_TASK))
    rows = list(task_coverage(bank.facts, bank.entries.values(), exam))
    for row in rows:
        mark = strings.gap if row.is_gap else strings.covered if row.in_scope else strings.out_of_scope
        print(f"  {row.key:14} {len(row.entries):4}  {mark:14}  {row.task.title[say.language]}")
        for skill in filter(lambda skill: skill.skill.in_scope, row.skills):
            mark = strings.gap if skill.is_gap else strings.covered
            print(f"    {skill.key:14} {len(skill.entries):4}  {mark:12}  {skill.skill[say.language]}")
    return sum(row.is_gap + sum(skill.is_gap for skill in row.skills) for row in rows)


def _print_shares(bank: Bank, exam: str, say: Messages) -> int:
    """Print each domain's share of the questions beside its weight, and return how many are too far from it."""
    print(say("shares", exam=exam, tolerance=SHARE_TOLERANCE))
    shares = domain_shares(bank.facts, bank.entries.values(), exam)
    for row in shares:
        mark = say("off") if row.is_off else STRINGS[say.language].covered
        print(f"  {row.key:14} {row.count:4} {row.share:5.1f} % ({row.domain.weight} %)  {mark}")
    return sum(row.is_off for row in shares)


def _print_pages(bank: Bank, say: Messages) -> int:
    """Print how many questions each feature page shows, and return how many pages have too few."""
    strings = STRINGS[say.language]
    print(say("pages", least=ENOUGH_FOR_PAGE))
    counts = {page: len(bank.on_page(page)) for page in bank.pages.paths if not page.startswith(_WITHOUT_QUESTIONS)}
    for page, count in counts.items():
        print(f"  {page:40} {count:4}  {strings.gap if count < ENOUGH_FOR_PAGE else strings.covered}")
    return sum(count < ENOUGH_FOR_PAGE for count in counts.values())
