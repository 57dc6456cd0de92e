import pytest

from macros.problems import Position
from macros.reading.nodes import Node
from macros.reading.trees import parse_tree


@pytest.fixture
def tree() -> Node:
    tree, _ = parse_tree("a:\n  - x: 1\n    y: é z\n", "x.yml")
    assert tree is not None
    return tree


def test_every_node_knows_where_it_starts(tree: Node) -> None:
    assert tree.position_of(("a", 0, "y")) == Position(3, 8)
    assert tree.key_position(("a", 0, "y")) == Position(3, 5)


def test_what_is_not_there_stands_where_the_nearest_thing_above_it_starts(tree: Node) -> None:
    assert tree.position_of(("a", 0, "missing", "deeper")) == Position(2, 5)
    assert tree.position_of(("a", 7)) == Position(2, 3)
    assert tree.key_position(("a", 0, "missing")) == Position(2, 5)
    assert tree.at(("a", 7)) is None


def test_a_tree_becomes_python_values(tree: Node) -> None:
    assert tree.plain() == {"a": [{"x": 1, "y": "é z"}]}
