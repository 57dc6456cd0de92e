"""The question bank: every question file, the facts and the pages, loaded once and checked together."""

import functools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from macros.facts import Facts, load_facts
from macros.language import LANGUAGES
from macros.loading import Entry, load_entry
from macros.pages import PageIndex, read_pages
from macros.problems import Problem, near_match
from macros.question_checks import check_question, explanations


@dataclass(frozen=True)
class Bank:
    """All that pages are made from, in a fixed order.

    Attributes:
        entries: every question that could be read, by id, sorted by id.
        facts: limits, exams and features.
        pages: the pages and their headings.
        problems: all that is wrong with any of them, sorted by place.
    """

    entries: dict[str, Entry]
    facts: Facts
    pages: PageIndex
    problems: tuple[Problem, ...] = field(default=())

    def on_page(self, page: str) -> list[Entry]:
        """Return the questions that a page shows: those it teaches and that are not retired.

        Easy ones first; those of the same difficulty in the order of their ids.
        """
        shown = [
            entry
            for entry in self.entries.values()
            if entry.question.page_path == page and entry.question.status != "retired"
        ]
        return sorted(shown, key=lambda entry: (entry.question.difficulty, entry.id))

    @property
    def errors(self) -> list[Problem]:
        """The problems that stop a build."""
        return [problem for problem in self.problems if problem.rule.severity == "error"]


def question_files(root: Path) -> list[Path]:
    """Return every question file under quizzes/, sorted."""
    return sorted((root / "quizzes").rglob("*.yml"))


def load_bank(root: Path) -> Bank:
    """Return the bank of a project, from memory where none of its files changed.

    Args:
        root: the folder that holds quizzes/, facts/ and docs/.
    """
    return _load_bank(root, _fingerprint(root))


def _fingerprint(root: Path) -> tuple[tuple[str, int, int], ...]:
    files = [*question_files(root), *(root / "facts").glob("*.yml"), *(root / "docs").rglob("*.md")]
    stats = ((file, file.stat()) for file in sorted(files))
    return tuple((str(file), stat.st_mtime_ns, stat.st_size) for file, stat in stats)


@functools.lru_cache(maxsize=2)
def _load_bank(root: Path, fingerprint: object) -> Bank:  # noqa: ARG001 - the fingerprint is the cache key
    facts, problems = load_facts(root)
    pages = read_pages(root)
    entries: dict[str, Entry] = {}
    today = datetime.now(UTC).date()
    for file in question_files(root):
        shown = file.relative_to(root).as_posix()
        question_id = file.relative_to(root / "quizzes").with_suffix("").as_posix()
        entry, found = load_entry(file, shown, question_id)
        problems += found
        if entry is not None:
            entries[question_id] = entry
            problems += check_question(entry, today)
    problems += check_bank(list(entries.values()), facts, pages)
    return Bank(entries, facts, pages, tuple(sorted(problems, key=lambda problem: problem.sort_key)))


def check_bank(entries: Sequence[Entry], facts: Facts, pages: PageIndex) -> Iterator[Problem]:
    """Yield what only the whole bank shows: rules B001 to B008 of rules.yml."""
    objectives = frozenset(facts.objectives())
    paths = frozenset(pages.paths)
    for entry in entries:
        yield from _check_objectives(entry, objectives)
        yield from _check_page(entry, pages, paths)
        for path, explanation in explanations(entry):
            given = [language for language in LANGUAGES if getattr(explanation, language) is not None]
            if len(given) == 1:
                missing = next(language for language in LANGUAGES if language not in given)
                yield entry.problem("B008", path, key=str(path[-1]), language=missing)


def _check_objectives(entry: Entry, objectives: frozenset[str]) -> Iterator[Problem]:
    for index, objective in enumerate(entry.question.objectives):
        if objective not in objectives:
            near = near_match(objective, sorted(objectives))
            yield entry.problem("B001", ("objectives", index), objective=objective, near=near)


def _check_page(entry: Entry, pages: PageIndex, paths: frozenset[str]) -> Iterator[Problem]:
    page, heading = entry.question.page_path, entry.question.heading
    if page not in paths:
        yield entry.problem("B002", ("page",), page=page, near=near_match(page, sorted(paths)))
    elif "#" in entry.question.page:
        known = pages.heading_ids(page)
        if heading not in known:
            near = near_match(heading, known)
            words = {"page": page, "heading": heading, "near": f"#{near}" if near else "", "known": _ids(known)}
            yield entry.problem("B003", ("page",), **words)


def _ids(known: Sequence[str]) -> str:
    return ", ".join(f"#{heading}" for heading in known)
