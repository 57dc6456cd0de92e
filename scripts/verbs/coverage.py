"""Show which exam tasks, skills and pages have questions, where the gaps are, and each domain's share."""

import argparse
import sys
from datetime import UTC, datetime

from macros.bank import Bank, load_bank
from macros.language import LANGUAGES, Language, system_language
from macros.rendering.words import STRINGS
from macros.reports.coverage import ENOUGH_FOR_PAGE, ENOUGH_FOR_TASK, SHARE_TOLERANCE, domain_shares, task_coverage
from macros.reports.freshness import STALE_AFTER, stale
from scripts.arguments import number_of_days
from scripts.paths import ROOT

# Pages about something else than a feature need no questions.
_WITHOUT_QUESTIONS = ("contribute/", "exam/", "practice/", "reference/", "index")

_TEXTS: dict[str, dict[Language, str]] = {
    "no_exam": {
        "pt": "{exam}: não há essa prova; há {known}",
        "en": "{exam}: no such exam; there are {known}",
    },
    "tasks": {
        "pt": "{exam}: questões por tarefa (ao menos {least} onde o SageMaker AI responde uma parte)",
        "en": "{exam}: questions per task (at least {least} where SageMaker AI answers a part)",
    },
    "shares": {
        "pt": "{exam}: parte de cada domínio nas questões (peso na prova, até {tolerance} pontos de diferença)",
        "en": "{exam}: each domain's share of the questions (weight in the exam, at most {tolerance} points apart)",
    },
    "off": {"pt": "longe do peso", "en": "far from the weight"},
    "pages": {
        "pt": "questões por página de recurso (ao menos {least})",
        "en": "questions per feature page (at least {least})",
    },
    "stale": {"pt": "revistas há mais de {days} dias", "en": "last reviewed more than {days} days ago"},
    "summary": {"pt": "{gaps} faltas, {due} a rever", "en": "{gaps} gaps, {due} due for a review"},
}


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
    parser.add_argument("--lang", choices=LANGUAGES, default=system_language(), help="language of the messages")


def run(options: argparse.Namespace) -> int:
    """Print a line for each task and each feature page; 2 for an unknown exam."""
    language: Language = options.lang
    bank = load_bank(ROOT)
    exams = bank.facts.exams
    if options.exam not in exams:
        print(_TEXTS["no_exam"][language].format(exam=options.exam, known=", ".join(exams)), file=sys.stderr)
        return 2
    gaps = _print_tasks(bank, options.exam, language) + _print_pages(bank, language)
    gaps += _print_shares(bank, options.exam, language)
    due = stale(bank, datetime.now(UTC).date(), options.stale)
    print(_TEXTS["stale"][language].format(days=options.stale))
    for late in due:
        print(f"  {late.reviewed}  {late.file}")
    print(_TEXTS["summary"][language].format(gaps=gaps, due=len(due)))
    return 1 if gaps and options.strict else 0


def _print_tasks(bank: Bank, exam: str, language: Language) -> int:
    """Print how many questions each task and skill of an exam has, and return how many of them have too few."""
    strings = STRINGS[language]
    print(_TEXTS["tasks"][language].format(exam=exam, least=ENOUGH_FOR_TASK))
    rows = list(task_coverage(bank.facts, bank.entries.values(), exam))
    for row in rows:
        mark = strings.gap if row.is_gap else strings.covered if row.in_scope else strings.out_of_scope
        print(f"  {row.key:14} {len(row.entries):4}  {mark:14}  {row.task.title[language]}")
        for skill in filter(lambda skill: skill.skill.in_scope, row.skills):
            mark = strings.gap if skill.is_gap else strings.covered
            print(f"    {skill.key:14} {len(skill.entries):4}  {mark:12}  {skill.skill[language]}")
    return sum(row.is_gap + sum(skill.is_gap for skill in row.skills) for row in rows)


def _print_shares(bank: Bank, exam: str, language: Language) -> int:
    """Print each domain's share of the questions beside its weight, and return how many are too far from it."""
    print(_TEXTS["shares"][language].format(exam=exam, tolerance=SHARE_TOLERANCE))
    shares = domain_shares(bank.facts, bank.entries.values(), exam)
    for row in shares:
        mark = _TEXTS["off"][language] if row.is_off else STRINGS[language].covered
        print(f"  {row.key:14} {row.count:4} {row.share:5.1f} % ({row.domain.weight} %)  {mark}")
    return sum(row.is_off for row in shares)


def _print_pages(bank: Bank, language: Language) -> int:
    """Print how many questions each feature page shows, and return how many pages have too few."""
    strings = STRINGS[language]
    print(_TEXTS["pages"][language].format(least=ENOUGH_FOR_PAGE))
    counts = {page: len(bank.on_page(page)) for page in bank.pages.paths if not page.startswith(_WITHOUT_QUESTIONS)}
    for page, count in counts.items():
        print(f"  {page:40} {count:4}  {strings.gap if count < ENOUGH_FOR_PAGE else strings.covered}")
    return sum(count < ENOUGH_FOR_PAGE for count in counts.values())
