"""The question to start from, and what of it nobody has replaced yet: rule Q027."""

import functools
from collections.abc import Iterable, Iterator
from pathlib import Path

from macros.reading.nodes import Node, Path_
from macros.reading.trees import parse_tree

_FILE = Path(__file__).with_name("skeleton.yml")
_START = 8
_TODAY = "{{ today }}"
# The page that it names, where a question that is made from it is shown.
PAGE = "inference/serverless"
# The skeleton is one folder below the schema; a question of a topic in a topic is further down.
_SCHEMA = "../schema.json"


def skeleton(today: str, depth: int = 1) -> str:
    """Return a commented question that keeps every rule but the one that it be changed.

    Args:
        today: as YYYY-MM-DD.
        depth: how many folders below quizzes/ it will be.
    """
    text = _FILE.read_text("utf-8").replace(_TODAY, today)
    return text.replace(_SCHEMA, "../" * depth + "schema.json", 1)


def left_over(texts: Iterable[tuple[Path_, str]]) -> Iterator[Path_]:
    """Yield the path of every text of which a paragraph is still the skeleton's."""
    known = _paragraphs()
    starts = _starts()
    for path, text in texts:
        for paragraph in text.split("\n\n") if "\n\n" in text else (text,):
            # Nearly every text differs in its first letters already.
            if paragraph[:_START].casefold() in starts and _folded(paragraph) in known:
                yield path
                break


@functools.cache
def _starts() -> frozenset[str]:
    return frozenset(paragraph[:_START] for paragraph in _paragraphs())


@functools.cache
def _paragraphs() -> frozenset[str]:
    tree, _ = parse_tree(skeleton("2026-11-22"), _FILE.name)
    assert tree is not None  # noqa: S101 - a file of our own
    texts = [text for key in ("stem", "options", "takeaway") for text in _texts(tree.entries[key])]
    return frozenset(_folded(paragraph) for text in texts for paragraph in text.split("\n\n"))


def _texts(node: Node) -> Iterator[str]:
    if isinstance(node.value, str):
        yield node.value
    for child in (*node.items, *node.entries.values()):
        yield from _texts(child)


def _folded(text: str) -> str:
    """Return a text without what changes when somebody only quotes or wraps it."""
    return " ".join(text.split()).rstrip(".?").casefold()
