"""Whether the literals of an example fit the shapes of the API model."""

import ast
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Protocol

from botocore.model import OperationModel, Shape

from macros.problems import near_match
from scripts.examples.services import choices

_ACCEPTED = {
    "structure": {"dict"},
    "map": {"dict"},
    "list": {"list"},
    "string": {"str"},
    "integer": {"int"},
    "long": {"int"},
    "float": {"int", "float"},
    "double": {"int", "float"},
    "boolean": {"bool"},
    "blob": {"bytes", "str"},
    "timestamp": {"str", "int", "float"},
}

_DISPLAYS: dict[type[ast.expr], str] = {
    ast.JoinedStr: "str",
    ast.Dict: "dict",
    ast.DictComp: "dict",
    ast.List: "list",
    ast.Tuple: "list",
    ast.ListComp: "list",
    ast.Set: "set",
    ast.SetComp: "set",
    ast.Lambda: "function",
}


class Report(Protocol):
    """Takes one mistake."""

    def __call__(self, node: ast.expr, code: str, **words: str) -> None:
        """Take a place, the code of a rule and the words of its message."""


@dataclass(frozen=True)
class Validator:
    """Checks expressions against shapes, reports what cannot be right, and lets pass what it cannot know.

    Attributes:
        look_up: returns the expression that a name stands for, or the expression itself.
        report: takes the place of a mistake, the code of the rule and the words of its message.
        call_name: the call that is checked, such as "create_model()".
    """

    look_up: Callable[[ast.expr], ast.expr]
    report: Report
    call_name: str

    def tell(self, node: ast.expr, code: str, **words: str) -> None:
        """Report a mistake in this call."""
        self.report(node, code, **({"call": self.call_name} | words))

    def value(self, node: ast.expr, shape: Shape, path: str) -> None:
        """Check an expression against a shape; path is how the mistake's message names it."""
        found = self.look_up(node)
        if isinstance(found, ast.IfExp):
            self.value(found.body, shape, path)
            self.value(found.orelse, shape, path)
            return
        kind = _kind(found)
        accepted = _ACCEPTED[shape.type_name]
        # A document and a JSON header take whatever JSON can say.
        if kind is None or getattr(shape, "is_document_type", False) or shape.serialization.get("jsonvalue"):
            return
        if kind not in accepted:
            self.tell(node, "E005", name=path, accepted=", ".join(sorted(accepted)), kind=kind)
        elif shape.type_name == "structure":
            self._structure(found, shape, path)
        elif shape.type_name == "map" and isinstance(found, ast.Dict | ast.DictComp):
            self._map(found, shape, path)
        elif shape.type_name == "list":
            self._list(found, shape, path)
        else:
            self._scalar(node, found, shape, path)

    def call(self, node: ast.Call, operation: OperationModel, extras: Mapping[str, Shape]) -> None:
        """Check the keywords of a call against the input of an operation and what may stand beside it."""
        shape = operation.input_shape
        entries = self._entries([(keyword.arg, keyword.value) for keyword in node.keywords])
        known = {**(shape.members if shape else {}), **extras}
        # botocore makes up a token where none is given.
        required = set(shape.required_members if shape else ()) - set(operation.idempotent_members)
        self._members(node, entries, known, required, "")

    def _structure(self, node: ast.expr, shape: Shape, path: str) -> None:
        if not isinstance(node, ast.Dict):
            return
        entries = self._entries(_pairs(node))
        self._members(node, entries, shape.members, set(shape.required_members), f"{path}.")
        names = sorted({name for name, _ in entries.known})
        if shape.is_tagged_union and (len(names) > 1 or (not names and not entries.open)):
            given = ", ".join(names) or "–"
            self.tell(node, "E009", name=path, members=", ".join(shape.members), given=given)

    def _members(
        self, node: ast.expr, entries: "_Entries", known: Mapping[str, Shape], required: set[str], prefix: str
    ) -> None:
        for name, value in entries.known:
            if name in known:
                self.value(value, known[name], f"{prefix}{name}")
            else:
                self.report(
                    value, "E003", owner=self.call_name, name=f"{prefix}{name}", near=near_match(name, sorted(known))
                )
        if not entries.open:
            for name in sorted(required - {name for name, _ in entries.known}):
                self.tell(node, "E004", name=f"{prefix}{name}")

    def _entries(self, pairs: Iterable[tuple[ast.expr | str | None, ast.expr]]) -> "_Entries":
        """Return the pairs whose key is known, with the literals that ** unpacks among them in their place."""
        known: list[tuple[str, ast.expr]] = []
        is_open = False
        for key, value in pairs:
            name = key.value if isinstance(key, ast.Constant) else key
            unpacked = self.look_up(value) if key is None else None
            if isinstance(name, str):
                known.append((name, value))
            elif isinstance(unpacked, ast.Dict):
                inner = self._entries(_pairs(unpacked))
                known += inner.known
                is_open |= inner.open
            else:
                is_open = True
        return _Entries(known, is_open)

    def _map(self, node: ast.Dict | ast.DictComp, shape: Shape, path: str) -> None:
        pairs = [(node.key, node.value)] if isinstance(node, ast.DictComp) else _pairs(node)
        for key, value in pairs:
            if key is not None:
                self.value(key, shape.key, f"keys({path})")
                self.value(value, shape.value, f"{path}[{ast.unparse(key)}]")

    def _list(self, node: ast.expr, shape: Shape, path: str) -> None:
        if isinstance(node, ast.ListComp):
            self.value(node.elt, shape.member, f"{path}[...]")
        elif isinstance(node, ast.List | ast.Tuple):
            for index, item in enumerate(node.elts):
                if not isinstance(item, ast.Starred):
                    self.value(item, shape.member, f"{path}[{index}]")
            if not any(isinstance(item, ast.Starred) for item in node.elts):
                self._range(node, len(node.elts), shape, f"len({path})")

    def _scalar(self, node: ast.expr, found: ast.expr, shape: Shape, path: str) -> None:
        if isinstance(found, ast.JoinedStr):
            return
        value = ast.literal_eval(found)
        allowed = getattr(shape, "enum", [])
        if allowed and value not in allowed:
            self.tell(node, "E006", name=path, value=str(value), **choices(str(value), allowed))
        elif isinstance(value, str) and shape.type_name == "string":
            self._range(node, len(value), shape, f"len({path})")
            pattern = shape.metadata.get("pattern")
            if pattern and not _matches(pattern, value):
                self.tell(node, "E006", name=path, value=value, near="", allowed=pattern)
        elif isinstance(value, int | float) and shape.type_name != "timestamp":
            self._range(node, value, shape, path)

    def _range(self, node: ast.expr, number: float, shape: Shape, what: str) -> None:
        low, high = shape.metadata.get("min"), shape.metadata.get("max")
        if low is not None and number < low:
            self.tell(node, "E007", name=what, value=f"{number:g}", bounds=f"≥ {low}")
        if high is not None and number > high:
            self.tell(node, "E007", name=what, value=f"{number:g}", bounds=f"≤ {high}")


@dataclass(frozen=True)
class _Entries:
    """Names with their values; open where there may be more than can be seen."""

    known: list[tuple[str, ast.expr]]
    open: bool


def _kind(node: ast.expr) -> str | None:
    """Return the type of a literal as Python names it, a tuple being a list too, or None where it cannot be told."""
    if isinstance(node, ast.Constant):
        return type(node.value).__name__
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub):
        return _kind(node.operand)
    return _DISPLAYS.get(type(node))


def _pairs(node: ast.Dict) -> list[tuple[ast.expr | None, ast.expr]]:
    """Return keys and values; ** has no key."""
    return list(zip(node.keys, node.values, strict=True))


def _matches(pattern: str, value: str) -> bool:
    """Return whether the whole value matches; a pattern in a dialect that Python does not read matches all."""
    try:
        return re.fullmatch(pattern, value) is not None
    except re.error:
        return True
