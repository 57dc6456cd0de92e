"""What Git leaves in a file that two people changed: rule Y017."""

import re
from collections.abc import Iterator

from macros.problems import Position, Problem

_MARKER = re.compile(r"^(?:<{7}|>{7}|\|{7}) .*|^={7}\r?$", re.MULTILINE)


def conflict_markers(text: str, label: str, *, is_markdown: bool = False) -> Iterator[Problem]:
    """Yield a problem for each line that is a mark of an unfinished merge.

    Args:
        text: of a file.
        label: how problems name it.
        is_markdown: the line between the two versions underlines a heading there, and says nothing by itself.
    """
    has_ends = "<<<<<<<" in text or ">>>>>>>" in text
    if has_ends or (not is_markdown and "=======" in text):
        for match in _MARKER.finditer(text):
            line = text.count("\n", 0, match.start()) + 1
            yield Problem("Y017", label, Position(line), {"marker": match[0][:7]})
