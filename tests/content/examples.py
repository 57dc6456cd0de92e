"""The Python examples of a page, and the prose around them."""

import ast
import re
import textwrap
from dataclasses import dataclass

_FRONT_MATTER = re.compile(r"\A---\n.*?^---$", re.MULTILINE | re.DOTALL)
_FENCE = re.compile(r"^[ \t]*(?P<fence>`{3,}|~{3,})[ \t]*(?P<info>[^`\n]*)$")
_PYTHON = re.compile(r"(\{[ \t]*\.?)?(python3?|py3?|ipython|pycon)\b", re.IGNORECASE)


@dataclass(frozen=True)
class Example:
    """A fenced block of Python; line is where its first line of code stands in the page."""

    line: int
    code: str

    def tree(self) -> ast.Module:
        """Return the code with the line numbers of the page.

        Raises:
            SyntaxError: it is not Python.
        """
        return ast.increment_lineno(ast.parse(self.code), self.line - 1)


@dataclass(frozen=True, order=True)
class Finding:
    """A mistake, with its line in the page."""

    line: int
    message: str


def read_page(markdown: str) -> tuple[list[Example], list[str]]:
    """Return the fenced blocks of Python of a page, those in admonitions and lists too, and the lines of its prose."""
    examples: list[Example] = []
    prose: list[str] = []
    body = _FRONT_MATTER.sub(lambda match: "\n" * match[0].count("\n"), markdown)
    lines = enumerate(body.splitlines(), start=1)
    for number, line in lines:
        opening = _FENCE.match(line)
        if opening is None:
            prose.append(line)
            continue
        closing = re.compile(rf"[ \t]*{opening['fence']}[`~]*[ \t]*")
        code: list[str] = []
        for _, inner in lines:
            if closing.fullmatch(inner):
                break
            code.append(inner)
        if _PYTHON.match(opening["info"]):
            examples.append(Example(number + 1, textwrap.dedent("\n".join(code))))
    return examples, prose


def syntax_mistakes(example: Example) -> list[Finding]:
    """Return why an example is not Python; nothing where it is."""
    try:
        compile(example.code, "example", "exec", dont_inherit=True)
    except SyntaxError as error:
        return [Finding(example.line + (error.lineno or 1) - 1, f"This is not Python: {error.msg}.")]
    return []


def imports(example: Example, package: str) -> int | None:
    """Return the line in the page where an example imports a package or a part of it, or None."""
    for node in ast.walk(example.tree()):
        if isinstance(node, ast.Import) and any(alias.name.split(".")[0] == package for alias in node.names):
            return node.lineno
        if isinstance(node, ast.ImportFrom) and (node.module or "").split(".")[0] == package:
            return node.lineno
    return None
