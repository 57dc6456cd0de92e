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
from macros.reading.characters import clean, hidden
from macros.reading.conflicts import conflict_markers
from macros.reading.files import offset_position, read_text
from macros.reading.nodes import Node
from macros.reading.repairs import (
    CURLY,
    DASHES,
    NO_BREAK,
    Repair,
    is_wrapped,
    opens_curly,
    repair_at,
    repair_of,
    with_quotes,
)
from macros.reading.scalars import Value, plain_value

MAX_DEPTH = 20
# A file with more slips of one kind than this is told so often, and then read no further.
_MOST_REPAIRS = 60

# An unquoted text that begins with one of these is seldom meant so.
_SUSPECT = frozenset(CURLY + DASHES)
_GLUED = re.compile(rf"(?:-|[\w-]+:)[{NO_BREAK}]")
_COLON = re.compile(r"\s*:")

# Stands for a key that is no text; its value is read and left out. Y013 has said so.
_NO_KEY = ""


def read_tree(path: Path, label: str) -> tuple[Node | None, list[Problem]]:
    """Read one YAML file.

    Args:
        path: the file.
        label: how problems name it.

    Returns:
        The root node, or None where the file cannot be read as a tree at all; and every problem found.
    """
    text, problems = read_text(path, label)
    if problems and not text:
        return None, problems
    tree, found = parse_tree(text, label)
    # Where bytes were no text, what they became is told once.
    return tree, problems + [problem for problem in found if not problems or problem.code != "Y001"]


def parse_tree(text: str, label: str) -> tuple[Node | None, list[Problem]]:
    """Parse YAML text; as read_tree, without the file."""
    text, problems = clean(text, label)
    markers = list(conflict_markers(text, label))
    if markers:
        return None, problems + markers
    for _ in range(_MOST_REPAIRS):
        builder = _Builder(text, label)
        tree, found = builder.build()
        if builder.repair is None:
            return tree, problems + found
        problems.append(builder.repair.problem)
        text = builder.repair.text
    return None, problems


class _Builder:
    """Builds the tree from the parser's events, without recursion, so that depth cannot exhaust the stack."""

    def __init__(self, text: str, label: str) -> None:
        self.text = text
        self.has_no_break = NO_BREAK[0] in text
        self.label = label
        self.problems: list[Problem] = []
        self.root: Node | None = None
        self.documents = 0
        # What made this pass useless: the text without it is to be read from the start.
        self.repair: Repair | None = None
        # The innermost open collection, the key that awaits a value in it, and the same for those around it.
        self.node: Node | None = None
        self.key: str | None = None
        # Whether it is written in braces, and whether its last value is a text without quotes.
        self.in_braces = self.after_text = False
        self.around: list[tuple[Node | None, str | None, bool]] = []

    def build(self) -> tuple[Node | None, list[Problem]]:
        try:
            if not self._take_all():
                return None, self.problems
        except yaml.MarkedYAMLError as error:
            self.repair = repair_of(self.text, error, self.label)
            self._syntax_problem(error)
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
        self.problems.append(Problem(code, self.label, position, words))

    def _syntax_problem(self, error: yaml.MarkedYAMLError) -> None:
        mark = error.problem_mark or error.context_mark
        lines = self.text.split("\n")
        line = min(mark.line if mark else 0, len(lines) - 1)
        column = min(mark.column if mark else 0, len(lines[line]))
        # A tab is the usual cause, and libyaml names it in words nobody understands.
        tab = re.match(r" *\t", lines[line])
        if tab or "\\t" in (error.problem or ""):
            at = tab.end() if tab else lines[line].find("\t") + 1
            self._add("Y003", Position(line + 1, max(at, 1)))
            for below, later in enumerate(lines[line + 1 :], line + 2):
                if later.startswith("\t") and later.strip():
                    self._add("Y003", Position(below, 1))
        elif curly := opens_curly(self.text, line + 1) or (opens_curly(self.text, line) if line else None):
            self._add("Y018", curly, character=lines[curly.line - 1][curly.column - 1])
        elif not self._cut_in_braces(error):
            self._add("Y004", Position(line + 1, column + 1))

    def _cut_in_braces(self, error: yaml.MarkedYAMLError) -> bool:
        """Add a problem where a text in braces ends too early, on their own line or at a # in it; False elsewhere."""
        opening, at = error.context_mark, error.problem_mark
        if error.context != "while parsing a flow mapping" or opening is None or at is None:
            return False
        line = self.text.split("\n")[opening.line]
        column = at.column if at.line == opening.line else line.find(" #", opening.column) + 1
        if column < 1:
            return False
        rest = {"rest": line[column:].strip().rstrip("}")}
        problem = Problem("Y021", self.label, Position(opening.line + 1, column + 1), rest)
        quoted = with_quotes(self.text, opening.line + 1)
        if quoted not in {None, self.text}:
            self.repair = self.repair or Repair(problem, quoted or "")
        self.problems.append(problem)
        return True

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
        return self._open(event, Node("mapping", position, entries={}, keys={}), in_braces=bool(event.flow_style))

    def _start_list(self, event: yaml.SequenceStartEvent, position: Position) -> bool:
        return self._open(event, Node("list", position, items=[]), in_braces=False)

    def _open(self, event: yaml.CollectionStartEvent, node: Node, *, in_braces: bool) -> bool:
        if len(self.around) >= MAX_DEPTH:
            self._add("Y007", node.position, limit=str(MAX_DEPTH))
            return False
        self._check_properties(event, node.position)
        self._place(node)
        self.around.append((self.node, self.key, self.in_braces))
        self.node, self.key, self.in_braces, self.after_text = node, None, in_braces, False
        return True

    def _end_collection(self, _event: yaml.CollectionEndEvent, _position: Position) -> bool:
        self.node, self.key, self.in_braces = self.around.pop()
        self.after_text = False
        return True

    def _check_properties(self, event: Any, position: Position) -> None:  # noqa: ANN401 - scalars and collections
        if event.anchor is not None:
            self._add("Y006", position, name=event.anchor)
        if event.tag is not None and event.tag != "!":
            self._add("Y008", position, tag=str(event.tag))

    def _scalar(self, event: yaml.ScalarEvent, position: Position) -> bool:
        text: str = event.value
        value: Value = text
        is_key = self.key is None and self.node is not None and self.node.kind == "mapping"
        is_plain = not event.style and event.anchor is None and event.tag is None
        if is_plain:
            if text and (text[0] in _SUSPECT or (self.has_no_break and NO_BREAK[0] in text)):
                if self._has_slip(event, position):
                    return False
                if is_wrapped(text):
                    self._add("Y018", position, character=text[0])
                    text = text[1:-1]
            # A key such as `on:` is as surprising as a value.
            value, code = plain_value(text)
            if code:
                self._add(code, position, value=text, instead="text")
            if not is_key and " " in text:
                self._check_comment(event)
        elif event.anchor is not None or event.tag is not None:
            self._check_properties(event, position)
        elif event.style == '"' and not text.isprintable() and (names := hidden(text)):
            self._add("Y015", position, character=", ".join(names))
        if is_key:
            self._start_key(event, text, position)
        else:
            self.after_text = is_plain and bool(text)
            self._place(Node("scalar", position, value))
        return True

    def _has_slip(self, event: yaml.ScalarEvent, position: Position) -> bool:
        """Return whether an unquoted text begins with what was meant as YAML's own sign; then it is to be put right."""
        starts_line = not self.text.split("\n")[position.line - 1][: position.column - 1].strip(" -")
        if starts_line and (event.value[0] in DASHES or _GLUED.match(event.value)):
            self.repair = repair_at(self.text, position.line, self.label)
        return self.repair is not None

    def _check_comment(self, event: yaml.ScalarEvent) -> None:
        """Add a problem where a text of several words ends at " #1", which YAML takes for a comment."""
        mark: Any = event.end_mark
        end = mark.index
        if self.text.startswith(" #", end) and not self.text[end + 2 : end + 3].isspace():
            rest = self.text[end + 1 :].partition("\n")[0].strip()
            self._add("Y021", offset_position(self.text, end + 1), rest=rest)

    def _start_key(self, event: yaml.ScalarEvent, text: str, position: Position) -> None:
        """Take a key; in braces, first see whether it is the rest of a text that a comma ended."""
        if self.in_braces and self.after_text and not event.style:
            mark: Any = event.end_mark
            if " " in text or not _COLON.match(self.text, mark.index):
                self.repair = self.repair or repair_at(self.text, position.line, self.label)
                self._add("Y021", position, rest=text)
                self.key = _NO_KEY
                return
            assert self.node is not None  # noqa: S101 - a key is in a mapping
            self.node.may_be_cut = True
        self._start_entry(text, position)

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
