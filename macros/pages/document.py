"""Read a page's Markdown: front matter, headings, prose, code and macro calls, each with its place."""

import functools
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple, TypeGuard

import jinja2
from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_plugins.admon import admon_plugin
from mdit_py_plugins.front_matter import front_matter_plugin

from macros.problems import Position, Problem
from macros.reading.nodes import Node
from macros.reading.trees import parse_tree

_ATTRIBUTES = re.compile(r"[ \t]*\{[ \t]*#([A-Za-z0-9_-]+)[ \t]*\}[ \t]*$")
_CODE_SPAN = re.compile(r"(?<![`\\])(`+)(?!`).+?(?<!`)\1(?!`)", re.DOTALL)
_RAW = re.compile(r"\{%-?\s*(?:end)?raw\s*-?%\}")
_ADDRESS = re.compile(r"https?://[^\s)]+")
_EMPTY_ABOVE_INDENTED = re.compile(r"(?<=\n)\n(?=\n* {4,}\S)")
_NOT_NEWLINE = re.compile(r"[^\n]")

# Blocks alone: what is inside a line is only read where somebody asks for the prose.
_BLOCKS = MarkdownIt("commonmark").enable("table").use(front_matter_plugin).use(admon_plugin).disable("inline")
_INLINE = MarkdownIt("commonmark").enable("table")
_MACROS = jinja2.Environment(autoescape=True)


class Heading(NamedTuple):
    """A heading: its level from 1 to 6, its text as Markdown, its explicit id or "", and its line."""

    level: int
    title: str
    id: str
    line: int


class Code(NamedTuple):
    """A fenced block: the first word after the fence, in lower case; the code; and the line where the code starts."""

    language: str
    text: str
    line: int


class Call(NamedTuple):
    """A macro's name, the texts that it is given, where the call is, and how it is written, braces included."""

    name: str
    arguments: tuple[str, ...]
    position: Position
    written: str


@dataclass(frozen=True)
class Document:
    """One page in one language.

    Attributes:
        label: the file, as problems name it.
        text: all that the file holds, with line feeds at the ends of lines.
        front: the front matter as a tree, or None where there is none that can be read.
        headings: in order.
        code: the fenced blocks, in order, those in lists and admonitions too.
        problems: what is wrong with the front matter as YAML.
    """

    label: str
    text: str
    front: Node | None
    headings: tuple[Heading, ...]
    code: tuple[Code, ...]
    problems: tuple[Problem, ...]
    _masked: str
    _blocks: tuple[Token, ...]
    _macros: tuple[tuple[int, int], ...]

    @property
    def start(self) -> Position:
        """Where the page's title is, or else its first line."""
        return Position(self.headings[0].line if self.headings else 1)

    @property
    def has_table(self) -> bool:
        """Whether the page has a table."""
        return any(block.type == "table_open" for block in self._blocks)

    @functools.cached_property
    def calls(self) -> tuple[Call, ...]:
        """Every macro call, in order; what is between raw and endraw is text and calls nothing."""
        return tuple(call for start, end in self._macros for call in _calls(self.text, start, end))

    @functools.cached_property
    def prose(self) -> str:
        """What readers read as sentences, each word at its place, and blanks for all else.

        Blank are front matter, code, macros, tags, the targets of links and the ids of headings.
        """
        pieces, end = [], 0
        for start, words in self._words():
            pieces += [_blank(self.text[end:start]), words]
            end = start + len(words)
        return "".join([*pieces, _blank(self.text[end:])])

    @property
    def without_code(self) -> str:
        """The whole file with blanks for fenced code, each character at its place."""
        return self._without(self.text, "fence")

    @property
    def body(self) -> str:
        """The page's Markdown with blanks for front matter, macros and blocks of code, each character at its place."""
        return self._without(self._masked, "front_matter", "fence", "code_block")

    @functools.cached_property
    def markup(self) -> str:
        """The body with blanks for code within lines, too."""
        return _CODE_SPAN.sub(_blanked, self.body)

    def _without(self, text: str, *kinds: str) -> str:
        lines = text.split("\n")
        for block in self._blocks:
            if block.type in kinds and block.map:
                for number in range(*block.map):
                    lines[number] = " " * len(lines[number])
        return "\n".join(lines)

    def _words(self) -> Iterator[tuple[int, str]]:
        """Yield each run of words with its offset."""
        starts = _line_starts(self._masked)
        at = 0
        for block in self._blocks:
            if block.type != "inline" or block.map is None:
                continue
            at = max(at, starts[block.map[0]])
            for token in _inline(_ATTRIBUTES.sub("", block.content)):
                if token.type in {"code_inline", "html_inline"}:
                    found = self._masked.find(token.content.strip() or "`", at)
                    at = found + len(token.content) if found >= 0 else at
                elif token.type == "text" and token.content.strip():
                    found = self._masked.find(token.content, at)
                    if found >= 0:
                        yield found, _ADDRESS.sub(_blanked, token.content)
                        at = found + len(token.content)


def read_document(text: str, label: str) -> Document:
    """Return a page that was read.

    Args:
        text: the file; other line ends are read as line feeds.
        label: how problems name it.
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    macros = tuple(_expressions(text))
    masked = _without_macros(text, macros)
    # Two empty lines would end an admonition here; for Python-Markdown its indented lines go on.
    tokens = _BLOCKS.parse(_EMPTY_ABOVE_INDENTED.sub("    \n", masked))
    front, problems = _front_matter(tokens, text, label)
    lines = text.split("\n")
    return Document(
        label=label,
        text=text,
        front=front,
        headings=tuple(_headings(tokens, lines)),
        code=tuple(_code(tokens, lines)),
        problems=tuple(problems),
        _masked=masked,
        _blocks=tuple(tokens),
        _macros=macros,
    )


def _inline(text: str) -> list[Token]:
    """Return the tokens of one block's text, without what the whole parser does around them."""
    tokens: list[Token] = []
    _INLINE.inline.parse(text, _INLINE, {}, tokens)
    return tokens


def _front_matter(tokens: list[Token], text: str, label: str) -> tuple[Node | None, list[Problem]]:
    for token in tokens[:1]:
        if token.type == "front_matter" and token.map:
            lines = text.split("\n")[1 : token.map[1] - 1]
            return parse_tree("\n" + "\n".join(lines) + "\n", label)  # the empty line stands for the first ---
    return None, []


def _headings(tokens: list[Token], lines: list[str]) -> Iterator[Heading]:
    for token in tokens:
        if token.type != "heading_open" or token.map is None:
            continue
        source = lines[token.map[0]].strip()
        written = source.strip("#").strip() if token.markup.startswith("#") else source
        attributes = _ATTRIBUTES.search(written)
        title = written[: attributes.start()] if attributes else written
        yield Heading(int(token.tag[1]), title, attributes[1] if attributes else "", token.map[0] + 1)


def _code(tokens: list[Token], lines: list[str]) -> Iterator[Code]:
    for token in tokens:
        if token.type != "fence" or token.map is None:
            continue
        language = token.info.strip().strip("{}. \t").split(maxsplit=1)[:1]
        first = token.map[0] + 1
        # The masked text has blanks for macros; code is shown as it is written.
        height = token.content.count("\n")
        indent = len(lines[token.map[0]]) - len(lines[token.map[0]].lstrip())
        text = "\n".join(line[indent:] if not line[:indent].strip() else line for line in lines[first : first + height])
        yield Code(language[0].lower() if language else "", text, first + 1)


def _expressions(text: str) -> Iterator[tuple[int, int]]:
    """Yield where each {{ expression }} starts and ends, or nothing where the page cannot be read as a template."""
    at, start = 0, 0
    try:
        for _, kind, value in _MACROS.lex(text):
            if kind == "variable_begin":
                start = at
            at += len(value)
            if kind == "variable_end":
                yield start, at
    except jinja2.TemplateSyntaxError:
        return


def _calls(text: str, start: int, end: int) -> Iterator[Call]:
    position = Position(text.count("\n", 0, start) + 1, start - text.rfind("\n", 0, start))
    for name, arguments in _called(text[start:end]):
        yield Call(name, arguments, position, text[start:end])


@functools.lru_cache(maxsize=4096)
def _called(expression: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Return the names that an expression calls, each with its texts. Most are on the page of every language."""
    try:
        tree = _MACROS.parse(expression)
    except jinja2.TemplateSyntaxError:
        return ()
    return tuple(
        (node.node.name, tuple(one.value for one in node.args if _is_text(one)))
        for node in tree.find_all(jinja2.nodes.Call)
        if isinstance(node.node, jinja2.nodes.Name)
    )


def _is_text(argument: jinja2.nodes.Expr) -> TypeGuard[jinja2.nodes.Const]:
    return isinstance(argument, jinja2.nodes.Const) and isinstance(argument.value, str)


def _without_macros(text: str, macros: Iterable[tuple[int, int]]) -> str:
    """Return a page with blanks for its macro calls, so that what they hold is not read as Markdown."""
    pieces, end = [], 0
    for start, after in macros:
        pieces += [text[end:start], _blank(text[start:after])]
        end = after
    return _RAW.sub(_blanked, "".join([*pieces, text[end:]]))


def _blanked(match: re.Match[str]) -> str:
    return _blank(match[0])


def _blank(text: str) -> str:
    return _NOT_NEWLINE.sub(" ", text)


def _line_starts(text: str) -> list[int]:
    starts = [0]
    for line in text.split("\n"):
        starts.append(starts[-1] + len(line) + 1)
    return starts
