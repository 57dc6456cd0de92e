"""What the text of a page may not hold: invisible characters, marks of a merge, formulas (rules Y015 to Y017, Q026)."""

import re
from collections.abc import Iterator

from macros.checks.formulas import formulas
from macros.problems import Problem
from macros.reading.characters import clean
from macros.reading.conflicts import conflict_markers
from macros.reading.files import offset_position

# What is shown as it is, or is no text at all: front matter, fences, code spans, macro calls, addresses.
_NOT_PROSE = re.compile(
    r"\A---[ \t]*\n.*?^---[ \t]*$"
    r"|^[ \t]*(`{3,}|~{3,}).*?(?:^[ \t]*\1[`~]*[ \t]*$|\Z)"
    r"|(?<![`\\])(`+)(?!`).+?(?<!`)\2(?!`)"
    r"|\{\{.*?\}\}|\{%.*?%\}|\]\([^)\s]*\)|https?://\S+",
    re.MULTILINE | re.DOTALL,
)


def check_page_text(text: str, shown: str) -> tuple[str, list[Problem]]:
    """Return the text of a page as it was meant, and every problem with its characters and formulas.

    Args:
        text: of the whole file.
        shown: how problems name it.
    """
    meant, problems = clean(text, shown)
    return meant, [*problems, *conflict_markers(meant, shown, is_markdown=True), *_formulas(meant, shown)]


def _formulas(text: str, shown: str) -> Iterator[Problem]:
    if "$" not in text and "\\" not in text:
        return
    prose = _NOT_PROSE.sub(lambda match: re.sub(r"[^\n]", " ", match[0]), text)
    for offset, formula in formulas(prose):
        yield Problem("Q026", shown, offset_position(text, offset), {"formula": formula})
