"""Read the text of a built page as its sections: what follows each heading, and where its questions are."""

import re
from dataclasses import dataclass, field
from html import unescape
from html.parser import HTMLParser

from macros.rendering.blocks import placeholders

_INLINE_TAG = re.compile(r"</?(?:a|code|em|strong)\b[^<>]*>")
_TAG = re.compile(r"</?[a-zA-Z][^<>]*>")
_SPACE = re.compile(r"\s+")
_ARTICLE = re.compile(r"<article\b.*</article>", re.DOTALL)
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
# Text on both sides of such a tag is not one word.
_APART = frozenset({"p", "pre", "li", "ol", "ul", "sub", "sup"})
_CELLS = frozenset({"td", "th"})
_UNREAD = frozenset({"exam-summary", "object", "script", "style"})
_UNREAD_CLASSES = frozenset(
    {"answer-key", "chart", "glossary__letter", "headerlink", "home", "letters", "linenodiv", "picture", "plan"}
    | {"glossary__found", "practice-frame", "way-back", "ways"}
)
_VOID = frozenset(
    {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr"}
)


@dataclass
class PageText:
    """A heading of a page with the text below it, or the place of a question.

    Attributes:
        id: of the heading or the question; empty for the page's title.
        title: of the heading; empty for a question.
        text: plain, on one line; empty for a question.
        number: the question's on the page, from 1; 0 for a heading.
    """

    id: str
    title: str = ""
    text: str = ""
    number: int = 0


def page_text(html: str) -> list[PageText]:
    """Return the sections of a built page whose questions are placeholders, in order.

    What `data-search-exclude` marks is left out. Zensical takes the mark off; so what our own macros mark is known by
    its name as well.
    """
    article = _ARTICLE.search(html)
    if not article:
        return []
    reader = _Reader()
    at = 0
    for end, after, questions in placeholders(article[0]):
        reader.feed(article[0][at:end])
        reader.sections += [_Section(place.question_id, float("inf"), place.number) for place in questions]
        at = after
    reader.feed(article[0][at:])
    reader.close()
    return [
        PageText(section.id, _joined(section.title), _joined(section.text), section.number)
        for section in reader.sections
    ]


def plain_text(html: str) -> str:
    """Return the text of a piece of HTML that macros/markup.py made, on one line."""
    return _SPACE.sub(" ", unescape(_TAG.sub(" ", _INLINE_TAG.sub("", html)))).strip()


def _joined(parts: list[str]) -> str:
    return _SPACE.sub(" ", "".join(parts)).strip()


@dataclass
class _Section:
    id: str
    depth: float
    number: int = 0
    title: list[str] = field(default_factory=list)
    text: list[str] = field(default_factory=list)


class _Reader(HTMLParser):
    """Collects sections; text before the first heading belongs to none."""

    def __init__(self) -> None:
        super().__init__()
        self.sections: list[_Section] = []
        self.section: _Section | None = None
        self._open: list[str] = []
        self._heading = 0  # how deep the heading is that is being read
        self._is_beside = False  # whether a cell of this row is read already
        self._skipped = 0  # how deep the element is that is passed over

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Open an element: a section where it is a heading with an id."""
        if tag in _VOID:
            return
        self._open.append(tag)
        if self._skipped:
            return
        names = dict(attrs)
        first_class = (names.get("class") or "").partition(" ")[0]
        if tag in _UNREAD or "data-search-exclude" in names or first_class in _UNREAD_CLASSES:
            self._skipped = len(self._open)
        elif tag in _HEADINGS and names.get("id"):
            self._heading = len(self._open)
            self.section = _Section((names["id"] or "") if self.sections else "", self._heading)
            self.sections.append(self.section)
        elif tag in _APART:
            self._add(" ")
        elif tag == "tr":
            self._is_beside = False
        elif tag in _CELLS and self._is_beside:
            self._add(" · ")

    def handle_endtag(self, tag: str) -> None:
        """Close an element; what follows one with a heading in it belongs to the section before."""
        if not self._open or self._open[-1] != tag:
            return
        depth = len(self._open)
        self._open.pop()
        if self._skipped:
            if depth == self._skipped:
                self._skipped = 0
            return
        if depth == self._heading:
            self._heading = 0
        elif self.section and depth < self.section.depth:
            self.section.depth = float("inf")
            self.section = next((one for one in reversed(self.sections) if one.depth <= depth), self.section)
        if tag in _APART:
            self._add(" ")
        elif tag in _CELLS:
            self._is_beside = True

    def handle_data(self, data: str) -> None:
        """Add text to the section, or to its title."""
        if not self._skipped:
            self._add(data)

    def _add(self, text: str) -> None:
        if self.section:
            (self.section.title if self._heading else self.section.text).append(text)
