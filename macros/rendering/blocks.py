"""Questions stay out of Markdown: a page gets a placeholder for each, and the finished block once it is built.

A block is HTML already. Parsing it twice more, as Markdown does and then a search index, costs six times as much as
making it. The placeholder has the anchors of its question, so that builders can check links to them.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

_PLACEHOLDER = re.compile(
    r'<div class="exam-question-place" id="([^"]+)" data-question="([^"]+)" data-number="([0-9]+)"( data-style)?>'
    r'(?:<span id="[^"]+"></span>)*</div>'
)


class Place(NamedTuple):
    """Where a page shows a question.

    Attributes:
        question_id: the question.
        number: its place on the page, from 1.
        anchor: its id on the page, which is the question's own where the page shows it for the first time.
        brings_style: whether nothing before it on the page loads the style of questions.
    """

    question_id: str
    number: int
    anchor: str
    brings_style: bool = False


def placeholder(place: Place, formerly: Sequence[str] = ()) -> str:
    """Return what a page holds for a question until it is built, on one line.

    Args:
        place: which question, and where.
        formerly: the ids that it had before, which are anchors too.
    """
    anchors = "".join(f'<span id="{old}"></span>' for old in formerly)
    names = f'id="{place.anchor}" data-question="{place.question_id}" data-number="{place.number}"'
    style = " data-style" if place.brings_style else ""
    return f'<div class="exam-question-place" {names}{style}>{anchors}</div>'


def places(html: str) -> Iterator[Place]:
    """Yield the questions that a built page has placeholders for, in order."""
    for match in _PLACEHOLDER.finditer(html):
        yield _place(match)


def fill(html: str, block: Callable[[Place], str]) -> str:
    """Return a built page with the block of each question in its place.

    Args:
        html: the page.
        block: returns a question's HTML.
    """
    return _PLACEHOLDER.sub(lambda match: block(_place(match)), html)


def _place(match: re.Match[str]) -> Place:
    return Place(match[2], int(match[3]), match[1], bool(match[4]))
