from dataclasses import replace
from datetime import date, timedelta

from bs4 import BeautifulSoup

from macros.bank import Bank
from macros.calls.coverage import Coverage
from macros.pages.addresses import PageContext
from macros.pages.index import read_pages
from macros.reports.freshness import is_stale, stale
from tests.conftest import ROOT, Project

DAY = date(2026, 1, 1)


def shown(bank: Bank) -> int:
    return sum(entry.question.is_visible for entry in bank.entries.values())


def retired(bank: Bank, question_id: str) -> Bank:
    entry = bank.entries[question_id]
    question = entry.question.model_copy(update={"status": "retired"})
    return replace(bank, entries={**bank.entries, question_id: replace(entry, question=question)})


def test_a_review_is_stale_after_the_days_that_it_is_good_for() -> None:
    assert not is_stale(DAY, DAY + timedelta(days=180))
    assert is_stale(DAY, DAY + timedelta(days=181))
    assert not is_stale(DAY, DAY - timedelta(days=1), 0)


def test_every_page_of_both_editions_says_when_it_was_reviewed() -> None:
    pages, _ = read_pages(ROOT)
    for language in ("pt", "en"):
        assert pages.reviewed[language].keys() == pages.headings[language].keys()


def test_pages_and_questions_become_stale_and_retired_questions_do_not(bank: Bank) -> None:
    late = date(2030, 1, 1)
    files = [row.file for row in stale(bank, late)]
    assert "docs/en/inference/async.md" in files
    assert "quizzes/training/containers-gpu.yml" in files
    assert len(files) == 2 * len(bank.pages.paths) + shown(bank)
    gone = retired(bank, "training/containers-gpu")
    assert {row.file for row in stale(gone, late)} == set(files) - {"quizzes/training/containers-gpu.yml"}


def test_the_page_lists_its_own_edition_and_says_so_where_nothing_is_stale(bank: Bank) -> None:
    bank = retired(bank, "training/containers-gpu")
    macros = Coverage(bank, "en", PageContext("reference/coverage", {}))
    page = BeautifulSoup(macros.stale_on(date(2030, 1, 1)), "html.parser")
    assert len(page.select("tbody tr")) == len(bank.pages.paths) + shown(bank)
    assert "in the last 180 days" in macros.stale_on(min(bank.pages.reviewed["en"].values()))


def test_the_report_lists_what_is_due(mini: Project) -> None:
    mini.edit("quizzes/inference/async-config-object.yml", "reviewed: 2026-11-22", "reviewed: 2020-01-01")
    result = mini.verb("coverage", "--lang", "en")
    assert "  2020-01-01  quizzes/inference/async-config-object.yml" in result.stdout
    assert result.stdout.rstrip().endswith(" due for a review")
