"""List pages and questions that were not reviewed recently."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from macros.bank import Bank
from macros.language import LANGUAGES

STALE_AFTER = 180  # days


@dataclass(frozen=True)
class Stale:
    """A page or a question whose last review is too long ago.

    Attributes:
        file: such as docs/en/inference/async.md or quizzes/inference/async-queue.yml.
        path: the page, or the page that shows the question.
        question_id: empty for a page.
    """

    file: str
    path: str
    question_id: str
    reviewed: date


def is_stale(reviewed: date, today: date, days: int = STALE_AFTER) -> bool:
    """Return whether a review is more than a number of days old; on the last day it still counts."""
    return (today - reviewed).days > days


def stale(bank: Bank, today: date, days: int = STALE_AFTER) -> list[Stale]:
    """Return every stale page of either edition and every stale question that is not retired, the oldest first."""
    return sorted(
        (row for row in _reviews(bank) if is_stale(row.reviewed, today, days)), key=lambda row: (row.reviewed, row.file)
    )


def _reviews(bank: Bank) -> Iterator[Stale]:
    for language in LANGUAGES:
        for path, day in bank.pages.reviewed.get(language, {}).items():
            yield Stale(f"docs/{language}/{path}.md", path, "", day)
    for entry in bank.entries.values():
        if entry.question.is_visible:
            yield Stale(entry.label, entry.question.page_path, entry.id, entry.question.reviewed)
