"""The question bank: every question file, the facts and the pages, loaded once and checked together."""

import contextlib
import functools
import gc
import os
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from macros.checks.bank import check_together
from macros.checks.drafts import judgeable
from macros.checks.editions import check_editions
from macros.checks.facts import check_facts
from macros.checks.page import check_page
from macros.checks.question import check_question
from macros.checks.references import check_references
from macros.checks.writing import check_writing
from macros.facts import Facts, load_facts
from macros.pages.index import PageIndex, read_pages
from macros.problems import Position, Problem
from macros.questions.entry import Entry, load_draft
from macros.questions.ids import LEDGER, check_ledger, read_ledger, renamed
from macros.questions.schema import SCHEMA


@dataclass(frozen=True)
class Bank:
    """All that pages are made from, in a fixed order.

    Attributes:
        entries: every question that could be read, by id, sorted by id.
        facts: limits, exams and features.
        pages: the pages and their headings.
        renamed: former ids, each with the id that took its place.
        problems: all that is wrong with any of them, sorted by place.
    """

    entries: dict[str, Entry]
    facts: Facts
    pages: PageIndex
    renamed: Mapping[str, str] = field(default_factory=dict)
    problems: tuple[Problem, ...] = field(default=())

    def on_page(self, page: str) -> list[Entry]:
        """Return the questions that a page shows: those it teaches and that are not retired.

        Easy ones first; those of the same difficulty in the order of their ids.
        """
        return self._shown.get(page, [])

    @functools.cached_property
    def _shown(self) -> dict[str, list[Entry]]:
        pages: dict[str, list[Entry]] = defaultdict(list)
        for entry in sorted(self.entries.values(), key=lambda entry: (entry.question.difficulty, entry.id)):
            if entry.question.is_visible:
                pages[entry.question.page_path].append(entry)
        return pages

    def formerly(self, question_id: str) -> tuple[str, ...]:
        """Return the ids that a question had before, the first one first."""
        return tuple(old for old, new in self.renamed.items() if new == question_id)

    @property
    def errors(self) -> list[Problem]:
        """The problems that stop a build."""
        return [problem for problem in self.problems if problem.rule.severity == "error"]


def question_files(root: Path) -> list[Path]:
    """Return every question file under quizzes/, sorted."""
    return [file for file in _quiz_files(root) if file.suffix == ".yml"]


def _quiz_files(root: Path) -> list[Path]:
    """Return every file under quizzes/, sorted, but for what editors and systems keep there for themselves."""
    return [Path(file) for file in sorted(_files(root / "quizzes"), key=lambda file: file.split(os.sep))]  # noqa: PTH206 - of strings, which sort sooner


def _files(top: Path) -> Iterator[str]:
    for folder, below, names in os.walk(top):
        below[:] = [name for name in below if not name.startswith(".")]
        yield from (f"{folder}{os.sep}{name}" for name in names if not name.startswith(".") and not name.endswith("~"))


def _check_names(root: Path) -> Iterator[Problem]:
    """Yield the files under quizzes/ that nothing reads."""
    for file in _quiz_files(root):
        if file.suffix != ".yml" and (label := file.relative_to(root).as_posix()) not in {LEDGER, SCHEMA}:
            yield Problem("B017", label, Position(), {"name": f"{file.name.partition('.')[0]}.yml"})


def load_bank(root: Path) -> Bank:
    """Return the bank of a project, from memory where none of its files changed.

    Args:
        root: the folder that holds quizzes/, facts/ and docs/.
    """
    return _load_bank(root, _fingerprint(root))


@contextlib.contextmanager
def _without_collector() -> Iterator[None]:
    """Keep the garbage collector off what is made here.

    A bank is many small objects that all stay, and none refers to itself. To walk over them again and again takes a
    third of the time to load it, and a quarter of the time that the command then takes.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        if was_on:
            gc.enable()


def _fingerprint(root: Path) -> tuple[tuple[str, int, int], ...]:
    stats = ((file, os.lstat(file)) for part in ("quizzes", "facts", "docs") for file in sorted(_files(root / part)))
    return tuple((file, stat.st_mtime_ns, stat.st_size) for file, stat in stats)


@functools.lru_cache(maxsize=2)
@_without_collector()
def _load_bank(root: Path, fingerprint: object) -> Bank:  # noqa: ARG001 - the fingerprint is the cache key
    facts, problems = load_facts(root)
    pages, found = read_pages(root)
    problems += [*found, *check_facts(facts, pages), *_check_pages(pages, facts), *_check_names(root)]
    entries: dict[str, Entry] = {}
    unread: set[str] = set()
    for file in question_files(root):
        question_id = file.relative_to(root / "quizzes").with_suffix("").as_posix()
        entry, found = load_question(file, file.relative_to(root).as_posix(), question_id, facts, pages)
        problems += found
        if entry is None:
            unread.add(question_id)
        else:
            entries[question_id] = entry
    problems += check_together(list(entries.values()))
    ledger, found = read_ledger(root)
    problems += [*found, *check_ledger(ledger, entries, frozenset(unread))]
    return Bank(entries, facts, pages, renamed(ledger), tuple(sorted(problems, key=lambda problem: problem.sort_key)))


def _check_pages(index: PageIndex, facts: Facts) -> Iterator[Problem]:
    """Yield every problem of the pages, but for those of their examples, which need the AWS API model."""
    today = datetime.now(UTC).date()
    for pages in index.pages.values():
        for page in pages.values():
            yield from check_page(page, facts, today)
    yield from check_editions(index)


def load_question(
    file: Path, label: str, question_id: str, facts: Facts, pages: PageIndex
) -> tuple[Entry | None, list[Problem]]:
    """Read one question and check all that does not depend on other questions.

    Args:
        file: the question file.
        label: how problems name it.
        question_id: "topic/slug".
        facts: what the question may name.
        pages: those that it may name.

    Returns:
        The question, or None where its file does not hold a whole one; and every problem that can be told of it.
    """
    entry, problems = load_draft(file, label, question_id)
    if entry is None:
        return None, problems
    found = [
        *check_question(entry, datetime.now(UTC).date()),
        *check_writing(entry),
        *check_references(entry, facts, pages),
    ]
    if not entry.absent:
        return entry, problems + found
    return None, problems + list(judgeable(entry, found))
