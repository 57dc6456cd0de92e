"""The project's files as text, and where in it something stands."""

import codecs
from pathlib import Path

from macros.problems import Position, Problem

MAX_BYTES = 512 * 1024


def read_text(path: Path, shown: str) -> tuple[str, list[Problem]]:
    """Read a file that should be text in UTF-8.

    Args:
        path: the file.
        shown: how problems name it.

    Returns:
        The text without a byte order mark, empty where the file cannot be read; what is no text is replaced. And the
        problem, if there is one.
    """
    try:
        data = path.read_bytes().removeprefix(codecs.BOM_UTF8)
    except OSError:
        return "", [Problem("Y014", shown, Position())]
    if len(data) > MAX_BYTES:
        return "", [Problem("Y002", shown, Position(), {"limit": f"{MAX_BYTES // 1024} KiB"})]
    try:
        return data.decode(), []
    except UnicodeDecodeError as error:
        text = data.decode(errors="replace")
        return text, [Problem("Y001", shown, offset_position(text, len(data[: error.start].decode())))]


def offset_position(text: str, offset: int) -> Position:
    """Return the line and column of the character at an offset."""
    before = text[:offset]
    return Position(before.count("\n") + 1, len(before) - (before.rfind("\n") + 1) + 1)
