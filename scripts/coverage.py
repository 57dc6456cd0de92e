"""Show which exam tasks and pages have questions, and where the gaps are."""

import argparse
from collections import Counter
from datetime import UTC, datetime

from macros.bank import load_bank
from macros.coverage import ENOUGH_FOR_PAGE, ENOUGH_FOR_TASK, task_coverage
from macros.freshness import STALE_AFTER, stale
from scripts.paths import ROOT

# Pages about something else than a feature need no questions.
_WITHOUT_QUESTIONS = ("contribute/", "exam/", "practice/", "reference/", "index")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the verb's arguments."""
    parser.add_argument("--exam", default="MLA-C02", help="the exam's code (default: %(default)s)")
    parser.add_argument("--stale", type=int, default=STALE_AFTER, metavar="DAYS", help="(default: %(default)s)")
    parser.add_argument("--strict", action="store_true", help="exit 1 where a task in scope or a page has too few")


def run(options: argparse.Namespace) -> int:
    """Print a line for each task and each feature page; 2 for an unknown exam."""
    bank = load_bank(ROOT)
    if options.exam not in bank.facts.exams:
        print(f"{options.exam}: no such exam; there are {', '.join(bank.facts.exams)}")
        return 2
    gaps = 0
    print(f"{options.exam}: questions per task (at least {ENOUGH_FOR_TASK} where SageMaker AI answers a part)")
    for row in task_coverage(bank.facts, bank.entries.values(), options.exam):
        gaps += row.is_gap
        mark = "gap" if row.is_gap else "ok" if row.in_scope else "out of scope"
        print(f"  {row.key:14} {len(row.entries):4}  {mark:12}  {row.task.title.en}")
    print(f"questions per feature page (at least {ENOUGH_FOR_PAGE})")
    counts = Counter(e.question.page_path for e in bank.entries.values() if e.question.is_shown)
    for page in bank.pages.paths:
        if not page.startswith(_WITHOUT_QUESTIONS):
            is_gap = counts[page] < ENOUGH_FOR_PAGE
            gaps += is_gap
            print(f"  {page:40} {counts[page]:4}  {'gap' if is_gap else 'ok'}")
    due = stale(bank, datetime.now(UTC).date(), options.stale)
    print(f"last reviewed more than {options.stale} days ago")
    for late in due:
        print(f"  {late.reviewed}  {late.file}")
    print(f"{gaps} gaps, {len(due)} due for a review")
    return 1 if gaps and options.strict else 0
