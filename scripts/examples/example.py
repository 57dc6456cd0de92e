"""The Python examples of a page."""

import ast
import functools
from dataclasses import dataclass, field

from macros.pages.document import Document

_PYTHON = frozenset({"py", "python", "py3", "python3", "pycon", "ipython"})


@dataclass(frozen=True)
class Example:
    """A fenced block of Python; line is where its first line of code is in the page."""

    line: int
    code: str

    @functools.cached_property
    def tree(self) -> ast.Module:
        """The code with the line numbers of the page.

        Raises:
            SyntaxError: it is not Python.
        """
        return ast.increment_lineno(ast.parse(self.code), self.line - 1)


@dataclass(frozen=True)
class Finding:
    """A mistake: its line in the page, the code of its rule, and the words of the rule's message."""

    line: int
    code: str
    words: dict[str, str] = field(default_factory=dict, hash=False)


def examples_of(document: Document) -> list[Example]:
    """Return the fenced blocks of Python of a page, those in admonitions and lists too."""
    return [Example(code.line, code.text) for code in document.code if code.language in _PYTHON]


def syntax_mistakes(example: Example) -> list[Finding]:
    """Return why an example is not Python; nothing where it is."""
    try:
        compile(example.code, "example", "exec", dont_inherit=True)
    except SyntaxError as error:
        return [Finding(example.line + (error.lineno or 1) - 1, "E001", {"reason": error.msg})]
    return []


def imports(example: Example, package: str) -> int | None:
    """Return the line in the page where an example imports a package or a part of it, or None."""
    for node in ast.walk(example.tree):
        if isinstance(node, ast.Import) and any(alias.name.split(".")[0] == package for alias in node.names):
            return node.lineno
        if isinstance(node, ast.ImportFrom) and (node.module or "").split(".")[0] == package:
            return node.lineno
    return None
