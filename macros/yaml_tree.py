"""A strict reader for the project's YAML: one document, no aliases, no surprises, a position for every node.

YAML 1.1 reads `no` as false, `12:30` as 750 and `1.10` as 1.1, and lets a repeated key win without a word.
This reader refuses all of them, so that what a contributor sees in the file is what the site shows.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from pathlib import Path

import yaml
from yaml.resolver import Resolver

from macros.problems import Position, Problem

MAX_BYTES = 512 * 1024
MAX_DEPTH = 20

Value = str | int | bool | date | None
Plain = Value | list["Plain"] | dict[str, "Plain"]
Path_ = tuple[str | int, ...]


@dataclass(slots=True)
class Node:
    """A scalar, a list or a mapping, with the place where it starts.

    Exactly one of `value`, `items` and `entries` is meant, by `kind`.
    """

    kind: str  # "scalar", "list", "mapping"
    position: Position
    value: Value = None
    items: list["Node"] = field(default_factory=list)
    entries: dict[str, "Node"] = field(default_factory=dict)
    keys: dict[str, Position] = field(default_factory=dict)

    def plain(self) -> Plain:
        """Return the node as ordinary Python values."""
        if self.kind == "mapping":
            return {key: node.plain() for key, node in self.entries.items()}
        if self.kind == "list":
            return [node.plain() for node in self.items]
        return self.value

    def at(self, path: Sequence[str | int]) -> "Node | None":
        """Return the node at a path like ("options", 0, "why"), or None where there is none."""
        node: Node | None = self
        for step in path:
            if node is None:
                return None
            if node.kind == "mapping":
                node = node.entries.get(str(step))
            else:
                node = node.items[step] if isinstance(step, int) and step < len(node.items) else None
        return node

    def position_of(self, path: Sequence[str | int]) -> Position:
        """Return where a path leads to, or the start of the nearest thing above it that exists."""
        for length in range(len(path), 0, -1):
            node = self.at(path[:length])
            if node is not None:
                return node.position
        return self.position

    def key_position(self, path: Sequence[str | int]) -> Position:
        """Return where the key that ends a path is written, or else where its block starts."""
        parent = self.at(path[:-1])
        if parent is None:
            return self.position_of(path)
        return parent.keys.get(str(path[-1]), parent.position)


# Plain scalars that are not text and that mean the same in YAML 1.1, YAML 1.2 and JSON.
_INTEGER = re.compile(r"-?(?:0|[1-9][0-9]*)\Z")
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}\Z")
_BOOLEANS = {"true": True, "false": False}
_STRING_TAG = "tag:yaml.org,2002:str"
_NULL_TAG = "tag:yaml.org,2002:null"
_tag_of = partial(Resolver().resolve, yaml.ScalarNode)


def read_tree(path: Path, shown: str) -> tuple[Node | None, list[Problem]]:
    """Read one YAML file.

    Args:
        path: the file.
        shown: how problems name it.

    Returns:
        The root node, or None where the file cannot be read as a tree at all; and every problem found.
    """
    try:
        data = path.read_bytes()
    except OSError:
        return None, [Problem("Y014", shown, Position())]
    if len(data) > MAX_BYTES:
        return None, [Problem("Y002", shown, Position(), {"limit": f"{MAX_BYTES // 1024} KiB"})]
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return None, [Problem("Y001", shown, _byte_position(data, error.start))]
    return parse_tree(text, shown)


def parse_tree(text: str, shown: str) -> tuple[Node | None, list[Problem]]:
    """Parse YAML text; as read_tree, without the file."""
    return _Builder(text, shown).build()


def _byte_position(data: bytes, offset: int) -> Position:
    before = data[:offset].decode("utf-8-sig", errors="replace")
    return Position(before.count("\n") + 1, len(before) - (before.rfind("\n") + 1) + 1)


class _Builder:
    """Builds the tree from the parser's events, without recursion, so that depth cannot exhaust the stack."""

    def __init__(self, text: str, shown: str) -> None:
        self.text = text
        self.shown = shown
        self.problems: list[Problem] = []
        self.root: Node | None = None
        self.stack: list[tuple[Node, str | None]] = []  # open collections, each with the key that awaits a value
        self.documents = 0

    def build(self) -> tuple[Node | None, list[Problem]]:
        try:
            for event in self._events():
                if not self._take(event):
                    return None, self.problems
        except yaml.MarkedYAMLError as error:
            mark = error.problem_mark or error.context_mark
            self._syntax_problem(mark.line if mark else 0, mark.column if mark else 0, error.problem or "")
            return None, self.problems
        except yaml.reader.ReaderError as error:
            self._add("Y001", _offset_position(self.text, int(error.position)))
            return None, self.problems
        if self.root is None:
            self._add("Y009", Position())
        return self.root, self.problems

    def _events(self) -> Iterator[yaml.Event]:
        yield from yaml.parse(self.text, Loader=yaml.CSafeLoader)

    def _add(self, code: str, position: Position, **words: str) -> None:
        self.problems.append(Problem(code, self.shown, position, words))

    def _syntax_problem(self, line: int, column: int, detail: str) -> None:
        lines = self.text.split("\n")
        line = min(line, len(lines) - 1)
        column = min(column, len(lines[line]))
        # A tab is the usual cause, and libyaml names it in words nobody understands.
        tab = re.match(r" *\t", lines[line])
        if tab or "\\t" in detail:
            at = tab.end() if tab else lines[line].find("\t") + 1
            self._add("Y003", Position(line + 1, max(at, 1)))
        else:
            self._add("Y004", Position(line + 1, column + 1))

    def _take(self, event: yaml.Event) -> bool:
        """Handle one event; False stops the parse."""
        mark = event.start_mark
        position = Position(mark.line + 1, mark.column + 1) if mark is not None else Position()
        if isinstance(event, yaml.DocumentStartEvent):
            self.documents += 1
            if self.documents > 1:
                self._add("Y005", position)
                return False
        elif isinstance(event, yaml.AliasEvent):
            self._add("Y006", position, name=str(event.anchor))
            self._place(Node("scalar", position, value=""))
        elif isinstance(event, yaml.CollectionStartEvent):
            if len(self.stack) >= MAX_DEPTH:
                self._add("Y007", position, limit=str(MAX_DEPTH))
                return False
            self._check_properties(event, position)
            node = Node("mapping" if isinstance(event, yaml.MappingStartEvent) else "list", position)
            self._place(node)
            self.stack.append((node, None))
        elif isinstance(event, yaml.CollectionEndEvent):
            self.stack.pop()
        elif isinstance(event, yaml.ScalarEvent):
            self._check_properties(event, position)
            self._scalar(event, position)
        return True

    def _check_properties(self, event: yaml.NodeEvent, position: Position) -> None:
        if event.anchor is not None:
            self._add("Y006", position, name=event.anchor)
        tag = getattr(event, "tag", None)
        if tag is not None and tag != "!":
            self._add("Y008", position, tag=str(tag))

    def _scalar(self, event: yaml.ScalarEvent, position: Position) -> None:
        plain = event.style is None or event.style == ""
        value: Value = event.value
        if self.stack and self.stack[-1][0].kind == "mapping" and self.stack[-1][1] is None:
            if plain:
                self._plain_value(event.value, position)  # a key such as `on:` is as surprising as a value
            self._key(event.value, position)
            return
        if plain and event.tag is None:
            value = self._plain_value(event.value, position)
        self._place(Node("scalar", position, value=value))

    def _plain_value(self, text: str, position: Position) -> Value:
        """Return what an unquoted scalar means; report one that YAML 1.1 reads as something unexpected."""
        tag = _tag_of(text, (True, False))
        if tag == _STRING_TAG:
            return text
        if tag == _NULL_TAG and text == "":
            return None
        if text in _BOOLEANS:
            return _BOOLEANS[text]
        if _INTEGER.match(text):
            # Python refuses to convert absurdly long digits; nothing here needs more than a few.
            return int(text) if len(text) < 20 else text  # noqa: PLR2004
        if _DATE.match(text):
            try:
                return date.fromisoformat(text)
            except ValueError:
                self._add("Y011", position, value=text)
                return None
        self._add("Y010", position, value=text)
        return text

    def _key(self, key: str, position: Position) -> None:
        node, _ = self.stack[-1]
        if key in node.keys:
            self._add("Y012", position, key=key, line=str(node.keys[key].line))
        else:
            node.keys[key] = position
        self.stack[-1] = (node, key)

    def _place(self, child: Node) -> None:
        if not self.stack:
            self.root = child
            return
        node, key = self.stack[-1]
        if node.kind == "list":
            node.items.append(child)
        elif key is None:
            self._add("Y013", child.position)
            self.stack[-1] = (node, "")
        else:
            node.entries.setdefault(key, child)  # of a repeated key the first stays; Y012 has said so
            self.stack[-1] = (node, None)


def _offset_position(text: str, offset: int) -> Position:
    before = text[:offset]
    return Position(before.count("\n") + 1, len(before) - (before.rfind("\n") + 1) + 1)
