"""Which macros a page calls, read from its Markdown without building it."""

import re
from collections.abc import Iterator
from typing import NamedTuple

# What stands between these is shown as it is.
_RAW = re.compile(r"\{%-?\s*raw\s*-?%\}.*?\{%-?\s*endraw\s*-?%\}", re.DOTALL)
_EXPRESSION = re.compile(r"\{\{.*?\}\}", re.DOTALL)
_CALL = re.compile(r"\b(\w+)\s*\(([^)]*)\)")
_QUOTED = re.compile(r"""["']([^"']+)["']""")


class Call(NamedTuple):
    """A macro's name, and the texts that it is given."""

    name: str
    arguments: tuple[str, ...]


def macro_calls(markdown: str) -> Iterator[Call]:
    """Yield every macro call of a page, in its order."""
    for expression in _EXPRESSION.findall(_RAW.sub("", markdown)):
        for name, arguments in _CALL.findall(expression):
            yield Call(name, tuple(_QUOTED.findall(arguments)))
