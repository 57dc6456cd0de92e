"""A strict reader for the project's YAML: one document, no aliases, no surprises, a position for every node.

YAML 1.1 reads `no` as false, `12:30` as 750 and `1.10` as 1.1, and lets a repeated key win without a word.
This reader refuses all of them, so that what a contributor sees in the file is what the site shows.
"""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import yaml

from macros.problems import Position, Problem
from macros.reading.files import offset_position, read_text
from macros.reading.nodes import Node
from macros.reading.scalars import Value, plain_value

MAX_DEPTH = 20

# YAML ends a line at these as well; editors and code hosts do not, so positions after one would point elsewhere.
_ODD_LINE_BREAK = re.compile("\r(?!\n)|[\x85\u2028\u2029]")

# Stands for a key that is no text; its value is read and left out. Y013 has said so.
_NO_KEY = ""


def read_tree(path: Path, shown: str) -> tuple[Node | None, list[Problem]]:
    """Read one YAML file.

    Args:
        path: the file.
        shown: how problems name it.

    Returns:
        The root node, or None where the file cannot be read as a tree at all; and every problem found.
    """
    text, problems = read_text(path, shown)
    return (None, problems) if problems else parse_tree(text, shown)


def parse_tree(text: str, shown: str) -> tuple[Node | None, list[Problem]]:
    """Parse YAML text; as read_tree, without the file."""
    odd = _ODD_LINE_BREAK.search(text)
    if odd:
        return None, [Problem("Y001", shown, offset_position(text, odd.start()))]
    return _Builder(text, shown).build()


class _Builder:
    """Builds the tree from the parser's events, without recursion, so that depth cannot exhaust the stack."""

    def __init__(self, text: str, shown: str) -> None:
        self.text = text
        self.shown = shown
        self.problems: list[Problem] = []
        self.root: Node | None = None
        self.documents = 0
        # The innermost open collection, the key that awaits a value in it, and the same for those around it.
        self.node: Node | None = None
        self.key: str | None = None
        self.around: list[tuple[Node | None, str | None]] = []

    def build(self) -> tuple[Node | None, list[Problem]]:
        try:
            if not self._take_all():
                return None, self.problems
        except yaml.MarkedYAMLError as error:
            mark = error.problem_mark or error.context_mark
            self._syntax_problem(mark.line if mark else 0, mark.column if mark else 0, error.problem or "")
            return None, self.problems
        except yaml.reader.ReaderError as error:
            self._add("Y001", offset_position(self.text, int(error.position)))
            return None, self.problems
        if self.root is None:
            self._add("Y009", Position())
        return self.root, self.problems

    def _take_all(self) -> bool:
        """Handle every event; False where one of them ends the parse."""
        handlers: dict[type[yaml.Event], Callable[[Any, Position], bool]] = {
            yaml.DocumentStartEvent: self._start_document,
            yaml.AliasEvent: self._alias,
            yaml.MappingStartEvent: self._start_mapping,
            yaml.SequenceStartEvent: self._start_list,
            yaml.MappingEndEvent: self._end_collection,
            yaml.SequenceEndEvent: self._end_collection,
            yaml.ScalarEvent: self._scalar,
        }
        parser = yaml.CSafeLoader(self.text)
        try:
            while (event := parser.get_event()) is not None:
                handle = handlers.get(type(event))
                if handle:
                    mark: Any = event.start_mark  # the parser sets it on every event
                    if not handle(event, Position(mark.line + 1, mark.column + 1)):
                        return False
        finally:
            parser.dispose()
        return True

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

    def _start_document(self, _event: yaml.DocumentStartEvent, position: Position) -> bool:
        self.documents += 1
        if self.documents > 1:
            self._add("Y005", position)
        return self.documents == 1

    def _alias(self, event: yaml.AliasEvent, position: Position) -> bool:
        self._add("Y006", position, name=str(event.anchor))
        self._place(Node("scalar", position, value=f"*{event.anchor}"))
        return True

    def _start_mapping(self, event: yaml.MappingStartEvent, position: Position) -> bool:
        return self._open(event, Node("mapping", position, entries={}, keys={}))

    def _start_list(self, event: yaml.SequenceStartEvent, position: Position) -> bool:
        return self._open(event, Node("list", position, items=[]))

    def _open(self, event: yaml.CollectionStartEvent, node: Node) -> bool:
        if len(self.around) >= MAX_DEPTH:
            self._add("Y007", node.position, limit=str(MAX_DEPTH))
            return False
        self._check_properties(event, node.position)
        self._place(node)
        self.around.append((self.node, self.key))
        self.node, self.key = node, None
        return True

    def _end_collection(self, _event: yaml.CollectionEndEvent, _position: Position) -> bool:
        self.node, self.key = self.around.pop()
        return True

    def _check_properties(self, event: Any, position: Position) -> None:  # noqa: ANN401 - scalars and collections
        if event.anchor is not None:
            self._add("Y006", position, name=event.anchor)
        if event.tag is not None and event.tag != "!":
            self._add("Y008", position, tag=str(event.tag))

    def _scalar(self, event: yaml.ScalarEvent, position: Position) -> bool:
        text: str = event.value
        value: Value = text
        if event.anchor is not None or event.tag is not None:
            self._check_properties(event, position)
        elif not event.style:
            # A key such as `on:` is as surprising as a value.
            value, code = plain_value(text)
            if code:
                self._add(code, position, value=text)
        if self.key is None and self.node is not None and self.node.kind == "mapping":
            self._start_entry(text, position)
        else:
            self._place(Node("scalar", position, value))
        return True

    def _start_entry(self, key: str, position: Position) -> None:
        assert self.node is not None  # noqa: S101 - the caller looked
        if key == _NO_KEY:
            self._add("Y013", position)
        elif key in self.node.keys:
            self._add("Y012", position, key=key, line=str(self.node.keys[key].line))
        else:
            self.node.keys[key] = position
        self.key = key

    def _place(self, child: Node) -> None:
        parent = self.node
        if parent is None:
            self.root = child
        elif parent.kind == "list":
            parent.items.append(child)
        elif self.key is None:
            self._add("Y013", child.position)
            self.key = _NO_KEY
        else:
            if self.key != _NO_KEY:
                parent.entries.setdefault(self.key, child)  # of a repeated key the first stays; Y012 has said so
            self.key = None
