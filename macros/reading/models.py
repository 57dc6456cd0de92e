"""From a tree to a model with pydantic: what does not fit becomes problems, each with its place."""

import types
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Annotated, Any, TypeVar, Union, get_args, get_origin

from pydantic import BaseModel, ConfigDict, RootModel, ValidationError
from pydantic.fields import FieldInfo

from macros.problems import Problem, near_match
from macros.reading.nodes import Node, Path_


@dataclass(frozen=True)
class Special:
    """What a model says of a mistake instead of the general rule.

    Attributes:
        code: of the rule.
        path: where the mistake is.
        words: of the rule's message.
        stands_for: the key that an unknown one stands for; that one is then not reported as missing.
    """

    code: str
    path: Path_
    words: Mapping[str, str] = field(default_factory=dict)
    stands_for: str = ""


class StrictModel(BaseModel):
    """A part of a file: no key that it does not know, no value of another type, and never changed once it is read."""

    model_config = ConfigDict(strict=True, extra="forbid", frozen=True)

    @classmethod
    def special(cls, kind: str, path: Path_, tree: Node) -> Special | None:  # noqa: ARG003 - for those that override it
        """Return what the model says of a mistake by a rule of its own, or None for what every model says.

        Args:
            kind: of the mistake, as pydantic calls it.
            path: where it is.
            tree: the whole file.
        """
        return None

    @classmethod
    def item_name(cls, key: str, index: int) -> str:  # noqa: ARG003 - for those that override it
        """Return what people call an item of a list, given its place from 0: its number, from 1."""
        return str(index + 1)


Model = TypeVar("Model", bound=BaseModel)


def validate_tree(
    model: type[Model], tree: Node, label: str, problems: list[Problem]
) -> tuple[Model | None, list[Problem]]:
    """Return an instance of a model, or None, and the problems.

    Args:
        model: the pydantic model.
        tree: the node that the data comes from.
        label: how problems name the file.
        problems: what the reader found; a value that it refused is not judged again.
    """
    try:
        return model.model_validate(tree.plain(), strict=True), problems
    except ValidationError as error:
        details = error.errors(include_url=False, include_context=False)
    refused = {problem.position for problem in problems if problem.code != "Y001"}
    absent: set[Path_] = set()
    found = dict.fromkeys(_translate(model, tree, label, detail, absent) for detail in details)
    kept = [p for p in found if p.code not in _OF_VALUES or p.position not in refused]
    instead = {tree.position_of(_path_in_tree(tree, detail["loc"])): _INSTEAD.get(detail["type"]) for detail in details}
    problems = [_advised(problem, instead.get(problem.position)) for problem in problems]
    return None, problems + [p for p in kept if p.where not in absent]


def _advised(problem: Problem, kind: str | None) -> Problem:
    """Return a problem with a value that YAML misreads, with advice that fits what the model wants there."""
    if problem.code != "Y010" or kind is None:
        return problem
    if kind == "boolean":
        word = problem.words["value"].casefold()
        kind = "true" if word in {"yes", "on", "true"} else "false" if word in {"no", "off", "false"} else kind
    return Problem(problem.code, problem.path, problem.position, {**problem.words, "instead": kind})


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
# What to write instead of a value that YAML misreads, by the same type.
_INSTEAD = {"bool_type": "boolean", "int_type": "integer", "literal_error": "integer", "date_type": "date"}


def _translate(model: type[BaseModel], tree: Node, label: str, detail: Any, absent: set[Path_]) -> Problem:  # noqa: ANN401 - a TypedDict
    """Return the problem that a validation error of the model stands for.

    Args:
        model: the pydantic model.
        tree: the whole file.
        label: how problems name it.
        detail: the error.
        absent: gets the path of each key that is missing only because it is there by another name.
    """
    path = _path_in_tree(tree, detail["loc"])
    kind: str = detail["type"]
    special = model.special(kind, path, tree) if issubclass(model, StrictModel) else None
    if special:
        if special.stands_for:
            absent.add((*path[:-1], special.stands_for))
        is_key = kind == "extra_forbidden" and special.path == path
        place = tree.key_position(path) if is_key else tree.position_of(special.path)
        return Problem(special.code, label, place, dict(special.words), special.path)
    position = tree.position_of(path)
    key = str(path[-1]) if path else ""
    if kind == "extra_forbidden":
        return _unknown_key(model, tree, label, path)
    if kind == "missing":
        return Problem("Q003", label, position, {"key": key}, path)
    node = tree.at(path)
    if node is not None and node.kind == "scalar" and node.value in (None, ""):
        return Problem("Q005", label, position, {"key": _path_text(model, path) or label})
    if kind == "literal_error":
        return _unknown_value(model, tree, label, path)
    if kind in {"too_short", "too_long"}:
        return Problem("Q005", label, position, {"key": key})
    return Problem(
        "Q004", label, position, {"key": _path_text(model, path) or label, "expected": _EXPECTED.get(kind, "text")}
    )


def _unknown_key(model: type[BaseModel], tree: Node, label: str, path: Path_) -> Problem:
    key, position = str(path[-1]), tree.key_position(path)
    if is_cut(tree, path):
        return Problem("Y021", label, position, {"rest": key}, path)
    known = sorted(_fields_at(model, path[:-1]))
    words = {"key": key, "near": near_match(key, known), "known": ", ".join(known)}
    return Problem("Q002", label, position, words, path)


def is_cut(tree: Node, path: Path_) -> bool:
    """Return whether what looks like a key in braces may be the rest of the text before it."""
    parent = tree.at(path[:-1])
    return parent is not None and parent.may_be_cut


def _unknown_value(model: type[BaseModel], tree: Node, label: str, path: Path_) -> Problem:
    node, key = tree.at(path), str(path[-1]) if path else ""
    allowed = [str(choice) for choice in get_args(_annotation_at(model, path))]
    value = str(node.value) if node is not None and node.kind == "scalar" else "…"
    if value in allowed:  # in quotes, where a number should be without them
        return Problem("Q004", label, tree.position_of(path), {"key": key, "expected": "integer"})
    words = {"key": key, "value": value, "allowed": ", ".join(allowed), "near": near_match(value, allowed)}
    return Problem("Q014", label, tree.position_of(path), words)


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


def _path_text(model: type[BaseModel], path: Path_) -> str:
    """Return a path as people write it: ("options", 0, "why", "pt") becomes "options A, why, pt"."""
    name = model.item_name if issubclass(model, StrictModel) else StrictModel.item_name
    words: list[str] = []
    for step in path:
        if isinstance(step, int):
            words[-1] += f" {name(words[-1], step)}"
        else:
            words.append(step)
    return ", ".join(words)
