"""From a YAML file to a model: the strict reader, then pydantic, every mistake as a Problem."""

import types
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any, TypeVar, Union, get_args, get_origin

from pydantic import BaseModel, RootModel, ValidationError
from pydantic.fields import FieldInfo

from macros.problems import Position, Problem, near_match
from macros.questions.model import MAX_OPTIONS, MIN_OPTIONS, Question
from macros.reading.nodes import Node, Path_
from macros.reading.trees import read_tree

Model = TypeVar("Model", bound=BaseModel)


@dataclass(frozen=True)
class Entry:
    """A question in the bank: its permanent id, the file it came from, and where each field stands in it."""

    id: str
    shown: str
    question: Question
    tree: Node

    def problem(self, code: str, path: Path_ = (), **words: str) -> Problem:
        """Return a problem at a field of this question, such as ("options", 0, "text")."""
        return Problem(code, self.shown, self.tree.position_of(path), words)


def load_entry(path: Path, shown: str, question_id: str) -> tuple[Entry | None, list[Problem]]:
    """Read one question file.

    Args:
        path: the file.
        shown: how problems name it.
        question_id: "topic/slug", from its place under quizzes/.

    Returns:
        The entry, or None where the file does not hold a question; and every problem found on the way.
    """
    tree, problems = read_tree(path, shown)
    if tree is None:
        return None, problems
    if tree.kind != "mapping":
        return None, [*problems, Problem("Q001", shown, tree.position)]
    question, problems = validate_tree(Question, tree, shown, problems)
    return (Entry(question_id, shown, question, tree) if question else None), problems


def validate_tree(
    model: type[Model], tree: Node, shown: str, problems: list[Problem]
) -> tuple[Model | None, list[Problem]]:
    """Return an instance of a model, or None, and the problems.

    Args:
        model: the pydantic model.
        tree: the node that the data comes from.
        shown: how problems name the file.
        problems: what the reader found; a value that it refused is not judged again.
    """
    try:
        return model.model_validate(tree.plain(), strict=True), problems
    except ValidationError as error:
        details = error.errors(include_url=False, include_context=False)
    refused = {problem.position for problem in problems}
    found = dict.fromkeys(_translate(model, tree, shown, detail) for detail in details)
    return None, problems + [p for p in found if p.code not in _OF_VALUES or p.position not in refused]


# What is said of a value, as opposed to what surrounds it.
_OF_VALUES = {"Q004", "Q005", "Q014"}

# What a contributor should write, by the type that the model asks for.
_EXPECTED = {
    "bool_type": "boolean",
    "int_type": "integer",
    "date_type": "date",
    "list_type": "list",
    "model_type": "mapping",
    "dict_type": "mapping",
}


def _translate(model: type[BaseModel], tree: Node, shown: str, detail: Any) -> Problem:  # noqa: ANN401 - a TypedDict
    """Return the problem that a validation error of the model stands for."""
    path = _path_in_tree(tree, detail["loc"])
    kind: str = detail["type"]
    position = tree.position_of(path)
    key = str(path[-1]) if path else ""
    if kind == "extra_forbidden":
        known = sorted(_fields_at(model, path[:-1]))
        words = {"key": key, "near": near_match(key, known), "known": ", ".join(known)}
        return Problem("Q002", shown, tree.key_position(path), words)
    if kind == "missing":
        if key == "why":
            return Problem("Q010", shown, position, {"option": _letter(int(path[-2]))})
        return Problem("Q003", shown, position, {"key": key})
    node = tree.at(path)
    if node is not None and node.kind == "scalar" and node.value in (None, ""):
        return Problem("Q005", shown, position, {"key": _path_text(path) or shown})
    if kind == "literal_error":
        allowed = [str(choice) for choice in get_args(_annotation_at(model, path))]
        value = str(node.value) if node is not None and node.kind == "scalar" else "…"
        if value in allowed:  # in quotes, where a number should stand without them
            return Problem("Q004", shown, position, {"key": key, "expected": "integer"})
        words = {"key": key, "value": value, "allowed": ", ".join(allowed), "near": near_match(value, allowed)}
        return Problem("Q014", shown, position, words)
    if kind in {"too_short", "too_long"}:
        return _length_problem(shown, path, position, len(node.items) if node else 0)
    return Problem("Q004", shown, position, {"key": _path_text(path) or shown, "expected": _EXPECTED.get(kind, "text")})


def _length_problem(shown: str, path: Path_, position: Position, count: int) -> Problem:
    key = str(path[-1])
    if key == "options":
        words = {"count": str(count), "least": str(MIN_OPTIONS), "most": str(MAX_OPTIONS)}
        return Problem("Q006", shown, position, words)
    return Problem("Q011" if key == "sources" else "Q005", shown, position, {"key": key})


def _path_in_tree(tree: Node, location: tuple[str | int, ...]) -> Path_:
    """Return an error's location without the names of union members, which pydantic puts between the keys."""
    path: list[str | int] = []
    node: Node | None = tree
    for index, step in enumerate(location):
        child = node.at((step,)) if node is not None else None
        if child is not None or index == len(location) - 1:
            path.append(step)
            node = child
    if node is None and len(path) > 1 and tree.at(path[:-1]) is not None and tree.at(path[:-1]).kind == "scalar":  # type: ignore[union-attr]
        path.pop()
    return tuple(path)


def _annotation_at(model: type[BaseModel], path: Path_) -> Any:  # noqa: ANN401 - annotations have no type
    """Return the annotation of the field that a path leads to, without Optional and Annotated."""
    annotation: Any = model.model_fields["root"].annotation if issubclass(model, RootModel) else model
    for step in path:
        if isinstance(annotation, type) and issubclass(annotation, BaseModel):
            annotation = _fields_by_key(annotation)[str(step)].annotation
        else:
            annotation = get_args(annotation)[-1]
        annotation = _unwrap(annotation)
    return annotation


def _fields_by_key(model: type[BaseModel]) -> dict[str, FieldInfo]:
    """Return a model's fields by the keys that a file uses for them."""
    return {info.alias or name: info for name, info in model.model_fields.items()}


def _unwrap(annotation: Any) -> Any:  # noqa: ANN401 - annotations have no type
    while get_origin(annotation) in {Annotated, Union, types.UnionType}:
        annotation = get_args(annotation)[0]
    return annotation


def _fields_at(model: type[BaseModel], path: Path_) -> list[str]:
    annotation = _annotation_at(model, path)
    return list(_fields_by_key(annotation))


def _letter(index: int) -> str:
    return chr(ord("A") + index)


def _path_text(path: Path_) -> str:
    """Return a path as people write it: ("options", 0, "why", "pt") becomes "options A, why, pt"."""
    words: list[str] = []
    for step in path:
        if isinstance(step, int):
            words[-1] += f" {_letter(step)}" if words[-1] == "options" else f" {step + 1}"
        else:
            words.append(step)
    return ", ".join(words)
