"""Breaks a text into lines for a drawing: SVG does not wrap by itself."""

from typing import NamedTuple

# Widths of letters in ems: Helvetica's, rounded up, since each system brings another font of its kind.
_NARROW, _USUAL, _CAPITAL, _WIDE = 0.32, 0.57, 0.7, 0.88
_STRONG = 1.08  # how much wider bold letters are
_STEP = 0.2  # ems: how finely lines are balanced


class TextLine(NamedTuple):
    """A line of a text, and how it is set: "plain", "strong" or "code"."""

    text: str
    kind: str


def wrap(text: str, width: float, size: float = 13) -> list[TextLine]:
    """Return the lines of a text that fit a width, as even in length as their number allows.

    Each line of the text is a paragraph; one between ** ** is set in bold, one between backticks as code,
    which is never broken.
    """
    lines: list[TextLine] = []
    for paragraph in text.strip().split("\n"):
        content, kind = _kind(paragraph.strip())
        if kind == "code":
            lines.append(TextLine(content, kind))
        else:
            scale = size * (_STRONG if kind == "strong" else 1)
            lines += [TextLine(line, kind) for line in _balanced(content.split(" "), width / scale)]
    return lines


def text_width(text: str) -> float:
    """Return how wide a text is at most, in ems."""
    return sum(map(_letter_width, text))


def _kind(paragraph: str) -> tuple[str, str]:
    for mark, kind in (("**", "strong"), ("`", "code")):
        if paragraph.startswith(mark) and paragraph.endswith(mark):
            return paragraph.removeprefix(mark).removesuffix(mark), kind
    return paragraph, "plain"


def _letter_width(letter: str) -> float:
    if letter in "fijlrtI.,:;'!|()[] -":
        return _NARROW
    if letter in "mwMW%":
        return _WIDE
    return _CAPITAL if letter.isupper() else _USUAL


def _balanced(words: list[str], ems: float) -> list[str]:
    """Return the words in as few lines as fit, then in the narrowest lines of that number."""
    best = _greedy(words, ems)
    while True:
        ems -= _STEP
        narrower = _greedy(words, ems)
        if len(narrower) > len(best) or any(text_width(line) > ems for line in narrower):
            return best
        best = narrower


def _greedy(words: list[str], ems: float) -> list[str]:
    lines = [words[0]]
    for word in words[1:]:
        longer = f"{lines[-1]} {word}"
        if text_width(longer) <= ems:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines
