"""A YAML file as a tree, in which everything knows where it stands."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from macros.problems import Position
from macros.reading.scalars import Value

Plain = Value | list["Plain"] | dict[str, "Plain"]
Path_ = tuple[str | int, ...]

_UNUSED_ITEMS: list["Node"] = []
_UNUSED_ENTRIES: dict[str, "Node"] = {}
_UNUSED_KEYS: dict[str, Position] = {}


@dataclass(slots=True)
class Node:
    """A scalar, a list or a mapping, with the place where it starts.

    Exactly one of `value`, `items` and `entries` is meant, by `kind`. The collections that a node does not use are
    shared and never written to: three new ones for each scalar would double the cost of reading a file.
    """

    kind: str  # "scalar", "list", "mapping"
    position: Position
    value: Value = None
    items: list["Node"] = field(default_factory=lambda: _UNUSED_ITEMS)
    entries: dict[str, "Node"] = field(default_factory=lambda: _UNUSED_ENTRIES)
    keys: dict[str, Position] = field(default_factory=lambda: _UNUSED_KEYS)
    # In {...}, one of the keys comes after an unquoted text: what looks like a key may be the text's own rest.
    may_be_cut: bool = False

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
