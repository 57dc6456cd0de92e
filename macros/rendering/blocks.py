"""Questions stay out of Markdown: a page gets a placeholder for them, and the finished blocks once it is built.

A block is HTML already. Parsing it twice more, as Markdown does and then a search index, costs six times as much as
making it. The placeholder has the anchors of its questions, so that builders can check links to them; one for all of
a page's questions costs a third of one for each.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import NamedTuple

_PLACEHOLDER = re.compile(r'<div class="exam-question-places">(.*?)</div>')
_PLACE = re.compile(r'<span id="([^"]+)" data-question="([^"]+)" data-number="([0-9]+)"( data-style)?></span>')


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


def placeholder(places: Mapping[Place, Sequence[str]]) -> str:
    """Return what a page holds for some questions until it is built, on one line.

    Args:
        places: which questions and where, each with the ids that it had before, which are anchors too.
    """
    spans = []
    for place, formerly in places.items():
        spans += [f'<span id="{old}"></span>' for old in formerly]
        names = f'id="{place.anchor}" data-question="{place.question_id}" data-number="{place.number}"'
        spans.append(f"<span {names}{' data-style' if place.brings_style else ''}></span>")
    return f'<div class="exam-question-places">{"".join(spans)}</div>'


def places(html: str) -> Iterator[Place]:
    """Yield the questions that a built page has placeholders for, in order."""
    for _, _, questions in placeholders(html):
        yield from questions


def placeholders(html: str) -> Iterator[tuple[int, int, list[Place]]]:
    """Yield where each placeholder of a built page starts and ends, and its questions."""
    for match in _PLACEHOLDER.finditer(html):
        yield match.start(), match.end(), list(_places(match))


def fill(html: str, block: Callable[[Place], str]) -> str:
    """Return a built page with the block of each question in its place.

    Args:
        html: the page.
        block: returns a question's HTML.
    """
    return _PLACEHOLDER.sub(lambda match: "\n".join(block(place) for place in _places(match)), html)


def _places(placeholder: re.Match[str]) -> Iterator[Place]:
    for match in _PLACE.finditer(placeholder[1]):
        yield Place(match[2], int(match[3]), match[1], bool(match[4]))
