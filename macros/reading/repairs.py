"""Slips of writing programs that break a YAML file: each is named, and put right for the sake of what follows.

Word writes “ for " and – for -, and a page on the web hands out no-break spaces. Whoever gets "the YAML breaks here"
for that sees nothing wrong; and as the slip is certain, the rest of the file can be judged in the same run.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

import yaml

from macros.problems import Position, Problem
from macros.reading.characters import named

CURLY = "“”„‟«»‹›‘’‚‛″＂"
_OPENERS = {"double": "“„‟«", "single": "‘‚‛‹"}
DASHES = "–—−‐‑‒―•·▪◦●∙+"
NO_BREAK = "\xa0\u2007\u202f"

_KEY = r"[ ]*(?:- +)*(?:[\w-]+:[ ]+)?"
_WRAPPED = re.compile(rf"^({_KEY})[{CURLY}](.*?)[{CURLY}\"]?([ ]*)$")
_HALF_WRAPPED = re.compile(rf"^({_KEY})\"([^\"]*)[{CURLY}]([ ]*)$")
_IN_BRACES = re.compile(rf"([{{,:]\s*)[{CURLY}]([^{CURLY}]*)[{CURLY}]")
_BULLET = re.compile(rf"^([ ]*)[{DASHES}*][ ]+(?=\S)")
_GLUED = re.compile(rf"^([ ]*(?:- +)*)(-|[\w-]+:)[{NO_BREAK}]")
_PAIR = re.compile(r"^([^{]*\{)((?:pt|en): .*)(\}\s*)$")
_NAME = re.compile(r"(?:^|,)\s*(pt|en): ")
# How far above the place where YAML gives up the slip may be.
_LINES_ABOVE = 3
_OPENED = re.compile(rf"^{_KEY}[{CURLY}]")


@dataclass(frozen=True)
class Repair:
    """A slip, and the text without it; no other place in the text moves."""

    problem: Problem
    text: str


def is_wrapped(text: str) -> bool:
    """Return whether curly quotes stand around a whole text, where only the text was meant."""
    if len(text) < 2 or text[0] not in CURLY or text[-1] not in CURLY + "\"'":  # noqa: PLR2004
        return False
    openers = next((signs for signs in _OPENERS.values() if text[0] in signs), CURLY)
    return not any(sign in text[1:-1] for sign in openers)


def repair_at(text: str, line: int, label: str) -> Repair | None:
    """Return the repair of a line's own slip, whether it stopped the parser or not.

    Args:
        text: of the file.
        line: from 1.
        label: how problems name the file.
    """
    lines = text.split("\n")
    if not 1 <= line <= len(lines):
        return None
    old = lines[line - 1]
    for code, new in _rewritten(old.rstrip("\r")):
        lines[line - 1] = new + "\r" * old.endswith("\r")
        column = next((at for at, pair in enumerate(zip(old, new, strict=False)) if pair[0] != pair[1]), 0)
        problem = Problem(
            code,
            label,
            Position(line, column + 1),
            {"character": named(old[column]) if code == "Y019" else old[column]},
        )
        return Repair(problem, "\n".join(lines))
    return None


def repair_of(text: str, error: yaml.MarkedYAMLError, label: str) -> Repair | None:
    """Return the repair that lets the parser come further than it did, or None where the slip is of no known kind."""
    mark = error.problem_mark or error.context_mark
    reached = mark.index if mark else 0
    below = (mark.line if mark else 0) + 1
    places = [below - step for step in range(_LINES_ABOVE + 1)]
    if error.context_mark:
        places.append(error.context_mark.line + 1)
    for line in dict.fromkeys(places):
        repair = repair_at(text, line, label)
        if repair and _reach(repair.text) > reached:
            return repair
    return None


def opens_curly(text: str, line: int) -> Position | None:
    """Return where a line has a curly quote that stands where YAML takes quotes, or None."""
    match = _OPENED.match(text.split("\n")[line - 1])
    return Position(line, match.end()) if match else None


def _rewritten(line: str) -> Iterator[tuple[str, str]]:
    """Yield the ways to put a line right, each with the code of the rule that it broke, without moving a column."""
    if match := _BULLET.match(line):
        yield "Y020", f"{match[1]}-{line[len(match[1]) + 1 :]}"
    if match := _GLUED.match(line):
        yield "Y019", f"{match[1]}{match[2]} {line[match.end() :]}"
    if "{" in line and _IN_BRACES.search(line):
        yield "Y018", _IN_BRACES.sub(lambda match: match[1] + _quoted(match[2]), line)
    for pattern in (_WRAPPED, _HALF_WRAPPED):
        match = pattern.match(line)
        if match and match.end(2) < match.start(3):
            yield "Y018", match[1] + _quoted(match[2]) + match[3]


def with_quotes(text: str, line: int) -> str | None:
    """Return a file's text with quotes around what one line has as {pt: ..., en: ...}; None for any other line."""
    lines = text.split("\n")
    match = _PAIR.match(lines[line - 1])
    if not match:
        return None
    names = _NAME.split(match[2])
    values = (value if value[:1] in "\"'" else _quoted(value) for value in map(str.strip, names[2::2]))
    pairs = ", ".join(f"{name}: {value}" for name, value in zip(names[1::2], values, strict=True))
    lines[line - 1] = f"{match[1]}{pairs}{match[3]}"
    return "\n".join(lines)


def _quoted(text: str) -> str:
    """Return a text in quotes, as long as it was: what would end the quotes becomes something like it."""
    return '"' + text.replace('"', "'").replace("\\", "/") + '"'


def _reach(text: str) -> float:
    """Return how far the parser comes in a text; infinity for all of it."""
    parser = yaml.CSafeLoader(text)
    try:
        while parser.get_event() is not None:
            pass
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        return mark.index if mark else 0
    except yaml.reader.ReaderError:
        return 0
    finally:
        parser.dispose()
    return float("inf")
