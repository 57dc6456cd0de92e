"""Check one page: its front matter, its outline, its depth and what it types (rules P001 to P014, P017 and P018)."""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise

from macros.checks.formulas import formulas
from macros.checks.sources import is_accepted_source, is_https
from macros.facts import Facts
from macros.pages.index import Page
from macros.problems import Position, Problem
from macros.reading.files import offset_position
from macros.reading.nodes import Path_
from macros.reading.quantities import written_quantities

FEATURE_FOLDERS = ("data", "inference", "mlops", "monitoring", "no-code", "notebooks", "training")
COMPARING_FOLDERS = ("inference", "monitoring", "training")
# In the order in which a candidate wants them; others may stand between them.
FEATURE_SECTIONS = ("one-minute", "when-to-use", "exam", "how-it-works", "worked-question", "questions", "sources")
LEAST_WORDS = 400  # of prose; a page below that is an outline
MOST_WORDS = 1400  # of prose before the questions; a page above that is two pages
DESCRIPTION_LENGTH = range(50, 181)  # characters; what a search engine shows of it

_PROMISE = re.compile(r"\b(?:[Cc]oming soon|[Ee]m breve|TODO|[Ll]orem ipsum)\b")  # "todo" is a Portuguese word


def check_page(page: Page, facts: Facts, today: date) -> Iterator[Problem]:
    """Yield every problem of one page that its twin and the questions do not matter to.

    Args:
        page: the page.
        facts: the facts, for the features that need a banner.
        today: no review lies after the day after it, which somewhere has begun.
    """
    yield from _check_front_matter(page, today)
    yield from _check_outline(page)
    yield from _check_text(page)
    yield from _check_banners(page, facts)
    if page.path.partition("/")[0] in FEATURE_FOLDERS:
        yield from _check_depth(page)


def _check_front_matter(page: Page, today: date) -> Iterator[Problem]:
    if page.front is None:
        return
    length = len(page.front.description)
    if length not in DESCRIPTION_LENGTH:
        least, most = DESCRIPTION_LENGTH.start, DESCRIPTION_LENGTH.stop - 1
        yield _in_front(page, "P002", ("description",), count=str(length), least=str(least), most=str(most))
    if page.front.reviewed > today + timedelta(days=1):
        yield _in_front(page, "P003", ("reviewed",), date=page.front.reviewed.isoformat())
    for index, source in enumerate(page.front.sources):
        if not is_https(source.url):
            yield _in_front(page, "Q012", ("sources", index, "url"), url=source.url)


def _check_outline(page: Page) -> Iterator[Problem]:
    headings = page.document.headings
    if not headings or headings[0].level != 1:
        yield Problem("P005", page.document.label, Position(headings[0].line if headings else 1))
    seen: dict[str, int] = {}
    for heading in headings:
        place = Position(heading.line)
        if not heading.id:
            yield Problem("P006", page.document.label, place, {"title": heading.title})
        elif heading.id in seen:
            yield Problem("P007", page.document.label, place, {"id": heading.id, "line": str(seen[heading.id])})
        seen.setdefault(heading.id, heading.line)
    for above, below in pairwise(headings):
        if below.level == 1 or below.level > above.level + 1:
            words = {"title": below.title, "level": "#" * below.level, "above": "#" * above.level}
            yield Problem("P008", page.document.label, Position(below.line), words)


def _check_text(page: Page) -> Iterator[Problem]:
    allowed = page.front.figures if page.front else ()
    for offset, written in written_quantities(page.document.prose):
        if written not in allowed:
            yield _at_offset(page, "P009", offset, written=written)
    for offset, formula in formulas(page.document.markup):
        yield _at_offset(page, "Q026", offset, formula=formula)
    for promise in _PROMISE.finditer(page.document.prose):
        yield _at_offset(page, "P010", promise.start(), words=promise[0])


def _check_banners(page: Page, facts: Facts) -> Iterator[Problem]:
    second = next((heading.line for heading in page.document.headings if heading.level > 1), None)
    banners = {
        name: call.position for call in page.document.calls if call.name == "availability" for name in call.arguments
    }
    for key, feature in facts.features.items():
        if page.path not in feature.pages:
            continue
        if key not in banners:
            yield Problem("P011", page.document.label, Position(second or 1), {"feature": feature.name, "key": key})
        elif second and banners[key].line > second:
            yield Problem("P011", page.document.label, banners[key], {"feature": feature.name, "key": key})


def _check_depth(page: Page) -> Iterator[Problem]:
    document = page.document
    if page.front and not any(is_accepted_source(source.url) for source in page.front.sources):
        yield _in_front(page, "P004", ("sources",))
    ids = {heading.id for heading in document.headings}
    for name in FEATURE_SECTIONS:
        if name not in ids:
            yield Problem("P012", document.label, document.start, {"id": name})
    yield from _check_order(page)
    words = len(document.prose.split())
    if words < LEAST_WORDS:
        yield Problem("P013", document.label, document.start, {"count": str(words), "least": str(LEAST_WORDS)})
    questions = next((heading.line for heading in document.headings if heading.id == "questions"), 0)
    before = len(" ".join(document.prose.split("\n")[: max(questions - 1, 0)]).split())
    if before > MOST_WORDS:
        yield Problem("P018", document.label, document.start, {"count": str(before), "most": str(MOST_WORDS)})
    compares = document.has_table or any(call.name == "picture" for call in document.calls)
    if page.path.partition("/")[0] in COMPARING_FOLDERS and not compares:
        yield Problem("P014", document.label, document.start)


def _check_order(page: Page) -> Iterator[Problem]:
    """Yield each section of a feature's page that stands below one that it should be above."""
    known = [heading for heading in page.document.headings if heading.id in FEATURE_SECTIONS]
    for above, below in pairwise(known):
        if FEATURE_SECTIONS.index(below.id) < FEATURE_SECTIONS.index(above.id):
            yield Problem("P017", page.document.label, Position(below.line), {"id": below.id, "above": above.id})


def _in_front(page: Page, code: str, path: Path_, **words: str) -> Problem:
    position = page.document.front.position_of(path) if page.document.front else Position()
    return Problem(code, page.document.label, position, words)


def _at_offset(page: Page, code: str, offset: int, **words: str) -> Problem:
    return Problem(code, page.document.label, offset_position(page.document.text, offset), words)
