"""Check that what a question or a fact names exists: objectives, pages and limits (rules B001 to B003, B008, B011)."""

import re
from collections.abc import Iterator

from macros.checks.limits import check_limits
from macros.facts import EXAMS, LIMITS, Facts
from macros.language import LANGUAGES
from macros.pages.index import PageIndex, page_file
from macros.problems import Problem, near_match
from macros.questions.entry import Entry


def check_references(entry: Entry, facts: Facts, pages: PageIndex) -> Iterator[Problem]:
    """Yield what one question says of other files and is not so, and where a text lacks a language.

    Args:
        entry: the question.
        facts: of a file that could not be read, nothing can be said.
        pages: those that exist.
    """
    yield from _check_status(entry, facts)
    if EXAMS in facts.trees:
        for index, objective in enumerate(entry.question.objectives):
            if objective not in facts.objectives:
                words = _near_objective(objective, facts.objectives)
                yield entry.problem("B001", ("objectives", index), objective=objective, **words)
    for code, words in check_page_name(entry.question.page, pages):
        yield entry.problem(code, ("page",), **words)
    if LIMITS in facts.trees:
        yield from check_limits(entry, facts.limits)
    for path, explanation in entry.explanations():
        for language in LANGUAGES:
            if explanation.languages and language not in explanation.languages:
                yield entry.problem("B008", path, key=str(path[-1]), language=language)


def _check_status(entry: Entry, facts: Facts) -> Iterator[Problem]:
    """Yield a status that does not follow from what the question's page teaches."""
    question = entry.question
    gone = None if question.page in facts.still_offered else facts.gone_pages.get(question.page_path)
    if gone and question.status == "current":
        yield entry.problem("B011", ("page",), feature=gone[0], status=gone[1])
    if facts.gone_pages and not gone and question.status == "legacy" and question.note is None:
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


def check_page_name(named: str, pages: PageIndex) -> Iterator[tuple[str, dict[str, str]]]:
    """Yield the code of each rule that naming a page breaks, with the words of its message.

    What both editions lack is one breach; what one of them lacks is named with the file.

    Args:
        named: such as "inference/async" or "inference/async#limits".
        pages: those that exist.
    """
    path, mark, heading = named.partition("#")
    editions = [language for language in LANGUAGES if path in pages.headings[language]]
    if not editions:
        yield "B002", {"page": path, "near": near_match(path, pages.paths)}
        return
    for language in LANGUAGES:
        if language not in editions:
            yield "B002", {"page": page_file(path, language)}
    lacking = [language for language in editions if mark and heading not in pages.heading_ids(path, language)]
    in_all = lacking == list(LANGUAGES)
    for language in lacking[:1] if in_all else lacking:
        known = pages.heading_ids(path, language)
        near = near_match(heading, known)
        yield (
            "B003",
            {
                "page": path if in_all else page_file(path, language),
                "heading": heading,
                "near": f"#{near}" if near else "",
                "known": ", ".join(f"#{name}" for name in known),
            },
        )
