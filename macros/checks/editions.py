"""Check that every page has its twin in the other languages, with the same sections (rules P015 and P016)."""

from collections.abc import Iterator
from itertools import zip_longest

from macros.language import LANGUAGES
from macros.pages.document import Heading
from macros.pages.index import Page, PageIndex, page_file
from macros.problems import Position, Problem


def check_editions(index: PageIndex) -> Iterator[Problem]:
    """Yield the pages without a twin, and the first heading at which each pair of twins differs."""
    for path in index.paths:
        found = [index.pages[language][path] for language in LANGUAGES if path in index.pages[language]]
        for language in LANGUAGES:
            if path not in index.pages[language]:
                yield Problem("P015", found[0].document.label, Position(), {"twin": page_file(path, language)})
        yield from (problem for other in found[1:] for problem in _check_headings(found[0], other))


def _check_headings(page: Page, twin: Page) -> Iterator[Problem]:
    for ours, theirs in zip_longest(page.document.headings, twin.document.headings):
        if ours and theirs and ours.level == theirs.level and not (ours.id and theirs.id):
            continue  # a missing id is a problem of its own
        if _outline(ours) != _outline(theirs):
            yield Problem(
                "P016",
                twin.document.label,
                Position(theirs.line if theirs else twin.document.text.count("\n")),
                {"twin": page.document.label, "ours": _outlined(theirs), "theirs": _outlined(ours)},
            )
            return


def _outline(heading: Heading | None) -> tuple[int, str] | None:
    return (heading.level, heading.id) if heading else None


def _outlined(heading: Heading | None) -> str:
    return f"{'#' * heading.level} #{heading.id}" if heading else "–"
