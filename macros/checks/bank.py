"""What only the whole bank shows: whether a question fits the facts and the pages, and the other questions."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Self

from macros.checks.balance import LENGTH_TOLERANCE, POSITION_TOLERANCE, measure
from macros.checks.cues import check_cues_together, shortest
from macros.checks.limits import check_limits
from macros.checks.pages import check_page
from macros.checks.question import explanations
from macros.checks.similarity import similar_pairs
from macros.facts import EXAMS, LIMITS, Facts, FeatureStatus, Limit
from macros.language import LANGUAGES, other_language
from macros.pages.index import PageIndex
from macros.problems import Position, Problem
from macros.reading.models import Entry

# Where problems of the bank as a whole are shown: no single file is to blame.
BANK = "quizzes"


@dataclass(frozen=True)
class Context:
    """What a question is held against besides its own file.

    Attributes:
        objectives: the keys that exist; None where their file could not be read, so that nothing can be said of them.
        limits: the limits that exist, by "section.name"; None likewise.
        pages: the pages that exist.
        gone: the pages that Facts.gone_pages returns.
        still_offered: the headings on them that Facts.still_offered returns.
    """

    objectives: frozenset[str] | None
    limits: Mapping[str, Limit] | None
    pages: PageIndex
    gone: Mapping[str, tuple[str, FeatureStatus]]
    still_offered: frozenset[str]

    @classmethod
    def of(cls, facts: Facts, pages: PageIndex) -> Self:
        """Return the context that facts and pages make."""
        objectives = frozenset(facts.objectives()) if EXAMS in facts.trees else None
        limits = facts.limits if LIMITS in facts.trees else None
        return cls(objectives, limits, pages, facts.gone_pages(), facts.still_offered())


def check_references(entry: Entry, context: Context) -> Iterator[Problem]:
    """Yield what one question says of other files and is not so, and where a text lacks a language."""
    yield from _check_status(entry, context)
    for index, objective in enumerate(entry.question.objectives):
        if context.objectives is not None and objective not in context.objectives:
            words = _near_objective(objective, context.objectives)
            yield entry.problem("B001", ("objectives", index), objective=objective, **words)
    for code, words in check_page(entry.question.page, context.pages):
        yield entry.problem(code, ("page",), **words)
    if context.limits is not None:
        yield from check_limits(entry, context.limits)
    for path, explanation in explanations(entry):
        for language in LANGUAGES:
            if getattr(explanation, language) is None and getattr(explanation, other_language(language)) is not None:
                yield entry.problem("B008", path, key=str(path[-1]), language=language)


def _check_status(entry: Entry, context: Context) -> Iterator[Problem]:
    """Yield a status that does not follow from what the question's page teaches."""
    question = entry.question
    gone = None if question.page in context.still_offered else context.gone.get(question.page_path)
    if gone and question.status == "current":
        yield entry.problem("B011", ("page",), feature=gone[0], status=gone[1])
    if context.gone and not gone and question.status == "legacy" and question.note is None:
        yield entry.problem("B018", ("status",), page=question.page)


def _near_objective(wrong: str, known: frozenset[str]) -> dict[str, str]:
    """Return what to offer for an objective that does not exist: never one of another exam, or of another meaning.

    Numbers are not like one another: 9.9 is no misspelt 3.9. So only what differs in its writing is near, or the task
    of a skill that does not exist.
    """
    exam, _, task = wrong.partition("/")
    near = next((key for key in known if _plain(key) == _plain(wrong)), "")
    while not near and task.count(".") > 1:
        task = task.rpartition(".")[0]
        near = f"{exam}/{task}" if f"{exam}/{task}" in known else ""
    exams = sorted({key.partition("/")[0] for key in known})
    tasks = sorted(key for key in known if key.startswith(f"{exam}/") and key.count(".") == 1)
    return {"near": near, "known": ", ".join(tasks or exams)}


def _plain(objective: str) -> str:
    """Return an objective without what people write in more than one way: capitals, signs, the word task, O for 0."""
    folded = objective.casefold().replace("task", "").replace("skill", "").replace("o", "0")
    return re.sub(r"[^a-z0-9.]", "", folded).strip(".")


def check_together(entries: Sequence[Entry]) -> Iterator[Problem]:
    """Yield the stems that repeat one another, and answers that can be guessed by position or length."""
    current = [entry for entry in entries if entry.question.is_shown]
    for index, other in similar_pairs([entry.question.stem for entry in current]):
        yield current[index].problem("B004", ("stem",), other=current[other].id)
    yield from check_cues_together(current)
    balance = measure(current)
    if not balance.is_enough:
        return
    for letter, rate in balance.positions.items():
        if rate.off > POSITION_TOLERANCE:
            words = {"letter": letter.upper(), "share": f"{rate.share:.0f}", "chance": f"{rate.chance:.0f}"}
            yield Problem("B006", BANK, Position(), words)
    if balance.longest.off > LENGTH_TOLERANCE:
        words = {"share": f"{balance.longest.share:.0f}", "chance": f"{balance.longest.chance:.0f}"}
        yield Problem("B007", BANK, Position(), words)
    short = shortest(current)
    if short.share - short.chance > LENGTH_TOLERANCE:
        yield Problem("B020", BANK, Position(), {"share": f"{short.share:.0f}", "chance": f"{short.chance:.0f}"})
