"""Long identifiers break where a reader would break them: at humps and separators."""

import re

# Identifiers shorter than this fit beside other words.
LONG = 12

_CODE = re.compile(r"<pre\b.*?</pre>|(?P<start><code\b[^>]*>)(?P<inner>.*?)(?P<end></code>)", re.DOTALL)
_TEXT = re.compile(r"(?<![^>])[^<>]+")
_WORD = re.compile(r"[^\s<>]+")
# Between humps (TargetModel, HTTPServer), and after what joins words, but never in the middle of an entity.
_BREAK = re.compile(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])|(?<=[/_.:=,-])(?=[A-Za-z0-9{(*])")


def breakable(text: str) -> str:
    """Return text, escaped already, in which long words may break at humps and separators."""
    return _WORD.sub(_split, text)


def break_identifiers(html: str) -> str:
    """Return HTML in which long words of inline code may break at humps and separators, and nowhere else.

    The places are <wbr> elements: unlike soft hyphens and zero-width spaces, they are not part of a copied text.
    """
    return _CODE.sub(lambda code: code[0] if code["start"] is None else _breakable(code), html)


def _breakable(code: re.Match[str]) -> str:
    inner = _TEXT.sub(lambda text: breakable(text[0]), code["inner"])
    return f"{code['start']}{inner}{code['end']}"


def _split(word: re.Match[str]) -> str:
    return word[0] if len(word[0]) < LONG else _BREAK.sub("<wbr>", word[0])
