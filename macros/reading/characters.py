"""Characters that nobody sees in a text file, and that change what it says: rules Y001, Y015, Y016 and Y019.

A direction mark makes a line read otherwise in a review than on the page (CVE-2021-42574); a zero-width space keeps a
search from finding a word; a no-break space looks like the indentation that YAML does not take it for.
"""

import re
import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

from macros.problems import Position, Problem
from macros.reading.files import offset_position

# In one class, so that an ordinary text costs one pass: controls, odd spaces, odd line ends, and what has no shape.
_INVISIBLE = (
    "\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u2800\u3164"
    "\ufe00-\ufe0f\ufeff\uffa0\ufff9-\ufffb\U000e0000-\U000e0fff"
)
_CONTROLS = "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff"
_SPACES = "\xa0\u1680\u2000-\u200a\u202f\u205f\u3000"
_ODD = re.compile(f"[{_CONTROLS}{_SPACES}{_INVISIBLE}\x85\u2028\u2029]")
_ODD_OR_CR = re.compile(f"{_ODD.pattern}|\r(?!\n)")  # twice as slow, for the few files that have CR
_HIDDEN = re.compile(f"[{_CONTROLS}{_INVISIBLE}]")
_IS_SPACE = re.compile(f"[{_SPACES}]")
_IS_CONTROL = re.compile(f"[{_CONTROLS}]")

_ZERO_WIDTH_JOINERS = "\u200c\u200d"
_EMOJI_STYLE = "\ufe0e\ufe0f"
_WITH_STYLE = frozenset("#*0123456789\xa9\xae\u203c\u2049\u3030\u303d\u20e3")
# Scripts whose spelling needs joiners, from Arabic to Sinhala; nobody hides a mark in them that a reader would miss.
_JOINED_SCRIPTS = re.compile("[\u0600-\u0dff]")
_NAMES = {"\r": "CR", "\x85": "U+0085 NEXT LINE"}


class _Odd(NamedTuple):
    code: str
    offset: int
    character: str
    instead: str


def clean(text: str, label: str) -> tuple[str, list[Problem]]:
    """Return a text as it was meant, and a problem for each line that holds what nobody sees.

    Args:
        text: of a whole file.
        label: how problems name it.

    Returns:
        The text without invisible characters, with spaces and line ends for what only looks like them, so that the
        rest can be judged; and the problems.
    """
    found = list(_odd_ones(text))
    if not found:
        return text, []
    lines: dict[tuple[str, object], tuple[Position, list[str]]] = {}
    pieces: list[str] = []
    done = 0
    for odd in found:
        pieces += [text[done : odd.offset], odd.instead]
        done = odd.offset + len(odd.character)
        position = offset_position(text, odd.offset)
        # A file with other line ends has them everywhere: one problem tells it all.
        group = (odd.code, odd.character if odd.code == "Y016" else position.line)
        names = lines.setdefault(group, (position, []))[1]
        if (name := named(odd.character)) not in names:
            names.append(name)
    pieces.append(text[done:])
    problems = [
        Problem(code, label, position, {"character": ", ".join(names)})
        for (code, _), (position, names) in lines.items()
    ]
    return "".join(pieces), problems


def hidden(text: str) -> list[str]:
    """Return the names of the characters in a text that nobody sees, each once."""
    matches = _HIDDEN.finditer(text)
    return list(dict.fromkeys(named(match[0]) for match in matches if not _is_part_of_a_sign(text, match.start())))


def named(character: str) -> str:
    """Return a character's code and name: "U+200B ZERO WIDTH SPACE"."""
    return _NAMES.get(character) or f"U+{ord(character):04X} {unicodedata.name(character, '')}".rstrip()


def _odd_ones(text: str) -> Iterator[_Odd]:
    for match in (_ODD_OR_CR if "\r" in text else _ODD).finditer(text):
        character, offset = match[0], match.start()
        if character in "\r\x85\u2028\u2029":
            yield _Odd("Y016", offset, character, "\n" if character == "\r" else " ")
        elif _IS_SPACE.match(character):
            if not text[text.rfind("\n", 0, offset) + 1 : offset].strip() and text[offset:].partition("\n")[0].strip():
                yield _Odd("Y019", offset, character, " ")
        elif _IS_CONTROL.match(character):
            yield _Odd("Y001", offset, character, "\N{REPLACEMENT CHARACTER}")
        elif not _is_part_of_a_sign(text, offset):
            yield _Odd("Y015", offset, character, "")


def _is_part_of_a_sign(text: str, offset: int) -> bool:
    """Return whether an invisible character joins or styles what is seen: a family of emoji, a flag, Arabic letters."""
    character, before = text[offset], text[:offset].rstrip(_EMOJI_STYLE)[-1:]
    if not before:
        return False
    if character in _EMOJI_STYLE:
        return text[offset - 1] in _WITH_STYLE or _is_symbol(text[offset - 1])
    if character in _ZERO_WIDTH_JOINERS:
        after = text[offset + 1 : offset + 2]
        joins_emoji = character == "\u200d" and _is_symbol(before) and bool(after) and _is_symbol(after)
        return joins_emoji or _JOINED_SCRIPTS.match(before) is not None
    if "\U000e0020" <= character <= "\U000e007f":  # the letters of a regional flag, after its black flag
        return text[:offset].rstrip("".join(map(chr, range(0xE0020, 0xE0080)))).endswith("\N{WAVING BLACK FLAG}")
    return False


def _is_symbol(character: str) -> bool:
    return unicodedata.category(character) in {"So", "Sk", "Sm"}
