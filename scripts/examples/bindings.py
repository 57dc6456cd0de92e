"""What the names of an example stand for, as far as reading it can tell."""

import ast
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

_CHANGES = {"append", "clear", "extend", "insert", "pop", "popitem", "remove", "setdefault", "sort", "update"}


@dataclass(frozen=True)
class Binding:
    """One place that gives a name its value.

    Attributes:
        how: the value is the expression ("is"), an element of it ("each"), what a function returns ("returns"),
            or cannot be told ("unknown").
        node: the expression; None where the value cannot be told.
    """

    how: Literal["is", "each", "returns", "unknown"]
    node: ast.expr | None


_UNKNOWN = Binding("unknown", None)


class Bindings:
    """Every binding of every name. Scopes are not told apart: a name that two of them bind has two bindings."""

    def __init__(self, tree: ast.AST, outer: "Bindings | None" = None) -> None:
        """Read an example.

        Args:
            tree: the example.
            outer: the names of the examples above it on the page, for those that this one does not bind.
        """
        own: dict[str, list[Binding]] = defaultdict(list)
        traced: dict[int, Binding] = {}
        for node in ast.walk(tree):
            traced.update(_traced(node))
        for node in ast.walk(tree):
            for name, binding in _bound(node, traced):
                own[name].append(binding)
        self.own: Mapping[str, list[Binding]] = own
        self._all: Mapping[str, list[Binding]] = {**(outer._all if outer else {}), **own}

    def of(self, name: str) -> list[Binding]:
        """Return every binding of a name."""
        return self._all.get(name, [])

    def look_up(self, node: ast.expr) -> ast.expr:
        """Return the expression that a name, or a call of a function of the example, stands for, or the node itself.

        Only where there is one binding, and nothing that changes the value later.
        """
        seen: set[str] = set()
        while True:
            name, how = _reference(node)
            bindings = self.of(name)
            if len(bindings) != 1 or name in seen or bindings[0].how != how or bindings[0].node is None:
                return node
            seen.add(name)
            node = bindings[0].node


def _reference(node: ast.expr) -> tuple[str, str]:
    if isinstance(node, ast.Name):
        return node.id, "is"
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
        return node.func.id, "returns"
    return "", ""


def _traced(node: ast.AST) -> dict[int, Binding]:
    """Return the bindings that a statement makes and that can be told, by the id() of the Name node."""
    pairs: list[tuple[ast.expr, Binding]] = []
    if isinstance(node, ast.Assign):
        pairs = [pair for target in node.targets for pair in _unpacked(target, node.value)]
    elif isinstance(node, ast.AnnAssign | ast.NamedExpr) and node.value:
        pairs = [(node.target, Binding("is", node.value))]
    elif isinstance(node, ast.For | ast.comprehension):
        pairs = [(node.target, Binding("each", node.iter))]
    return {id(target): binding for target, binding in pairs}


def _unpacked(target: ast.expr, value: ast.expr) -> list[tuple[ast.expr, Binding]]:
    """Return the bindings of `a, b = x, y` as those of `a = x` and `b = y`."""
    if isinstance(target, ast.Tuple) and isinstance(value, ast.Tuple) and len(target.elts) == len(value.elts):
        return [(name, Binding("is", part)) for name, part in zip(target.elts, value.elts, strict=True)]
    return [(target, Binding("is", value))]


def _bound(node: ast.AST, traced: dict[int, Binding]) -> list[tuple[str, Binding]]:
    """Return the names that a node binds, or whose value it may change."""
    if isinstance(node, ast.Name) and not isinstance(node.ctx, ast.Load):
        return [(node.id, traced.get(id(node), _UNKNOWN))]
    if isinstance(node, ast.FunctionDef):
        returned = [step.value for step in ast.walk(node) if isinstance(step, ast.Return)]
        return [(node.name, Binding("returns", returned[0]) if len(returned) == 1 else _UNKNOWN)]
    if isinstance(node, ast.ClassDef | ast.AsyncFunctionDef):
        return [(node.name, _UNKNOWN)]
    if isinstance(node, ast.arg):
        return [(node.arg, _UNKNOWN)]
    if isinstance(node, ast.alias):
        return [((node.asname or node.name).partition(".")[0], _UNKNOWN)]
    if isinstance(node, ast.ExceptHandler) and node.name:
        return [(node.name, _UNKNOWN)]
    changed = _changed(node)
    return [(changed.id, _UNKNOWN)] if isinstance(changed, ast.Name) else []


def _changed(node: ast.AST) -> ast.expr | None:
    """Return what `x[...] = ...`, `del x[...]` or `x.update(...)` changes."""
    if isinstance(node, ast.Subscript) and not isinstance(node.ctx, ast.Load):
        return node.value
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in _CHANGES:
        return node.func.value
    return None
