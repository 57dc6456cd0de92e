"""The project's files as text, and where in it something stands."""

import codecs
import re
from pathlib import Path

from macros.problems import Position, Problem

MAX_BYTES = 512 * 1024
_LINE_END = re.compile("\r\n?")


def read_text(path: Path, label: str) -> tuple[str, list[Problem]]:
    """Read a file that should be text in UTF-8.

    Args:
        path: the file.
        label: how problems name it.

    Returns:
        The text without a byte order mark, empty where the file cannot be read; what is no UTF-8 is read as the
        encoding that it most likely has. And the problem, if there is one.
    """
    try:
        data = path.read_bytes().removeprefix(codecs.BOM_UTF8)
    except OSError:
        return "", [Problem("Y014", label, Position())]
    if len(data) > MAX_BYTES:
        return "", [Problem("Y002", label, Position(), {"limit": f"{MAX_BYTES // 1024} KiB"})]
    try:
        return data.decode(), []
    except UnicodeDecodeError as error:
        bad = error.start
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return data.decode("utf-16", "replace"), [Problem("Y001", label, Position())]
    good = len(data[:bad].decode())
    # What is no UTF-8 is most often of an old Windows; so read, the rest of the file can be judged.
    text = data[:bad].decode() + data[bad:].decode("cp1252", "replace")
    return text, [Problem("Y001", label, offset_position(text, good))]


def offset_position(text: str, offset: int) -> Position:
    """Return the line and column of the character at an offset, as editors count them: a lone CR ends a line, too."""
    before = text[:offset]
    if "\r" in before:
        before = _LINE_END.sub("\n", before)
    return Position(before.count("\n") + 1, len(before) - (before.rfind("\n") + 1) + 1)
