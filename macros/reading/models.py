"""From a YAML file to a model: the strict reader, then pydantic, every mistake as a Problem."""

import types
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any, TypeVar, Union, get_args, get_origin

from pydantic import BaseModel, RootModel, ValidationError
from pydantic.fields import FieldInfo

from macros.problems import Position, Problem, near_match
from macros.questions.foreign import STANDS_FOR, foreign_format, foreign_key, names_options_by_letter
from macros.questions.model import MAX_OPTIONS, MIN_OPTIONS, Draft, Question
from macros.reading.drafts import draft
from macros.reading.files import read_text
from macros.reading.nodes import Node, Path_
from macros.reading.trees import read_tree

Model = TypeVar("Model", bound=BaseModel)


@dataclass(frozen=True)
class Entry:
    """A question in the bank: its permanent id, the file it came from, and where each field stands in it.

    Attributes:
        absent: in a draft, the paths of the fields that the file lacks or has in a shape that says nothing.
    """

    id: str
    shown: str
    question: Question
    tree: Node
    absent: frozenset[Path_] = frozenset()

    def problem(self, code: str, path: Path_ = (), **words: str) -> Problem:
        """Return a problem at a field of this question, such as ("options", 0, "text")."""
        return Problem(code, self.shown, self.tree.position_of(path), words, path)


def load_entry(path: Path, shown: str, question_id: str) -> tuple[Entry | None, list[Problem]]:
    """Read one question file; as load_draft, but None where the file does not hold a whole question."""
    entry, problems = load_draft(path, shown, question_id)
    return (entry if entry and not entry.absent else None), problems


def load_draft(path: Path, shown: str, question_id: str) -> tuple[Entry | None, list[Problem]]:
    """Read one question file, as far as it can be read.

    Args:
        path: the file.
        shown: how problems name it.
        question_id: "topic/slug", from its place under quizzes/.

    Returns:
        The entry, a draft where something in it is missing or of the wrong kind, and None where it has nothing of a
        question; and every problem found on the way.
    """
    tree, problems = read_tree(path, shown)
    if tree is None or tree.kind != "mapping" or not tree.entries.keys() & Question.model_fields.keys():
        text, _ = read_text(path, shown)
        if name := foreign_format(text):
            kept = [problem for problem in problems if problem.code in _OF_FILES]
            return None, [*kept, Problem("Y022", shown, Position(), {"format": name})]
    if tree is None:
        return None, problems
    if tree.kind != "mapping":
        return None, [*problems, Problem("Q001", shown, tree.position)]
    question, problems = validate_tree(Question, tree, shown, problems)
    if question:
        return Entry(question_id, shown, question, tree), problems
    partial, absent = draft(Draft, tree.plain())
    if any(problem.code == "Q029" for problem in problems):  # what their keys would say is not known
        absent |= {("options",)}
    return (Entry(question_id, shown, partial, tree, absent or _SHAPE) if partial else None), problems


# What is said of the bytes of a file, whatever they stand for.
_OF_FILES = {"Y001", "Y015", "Y016", "Y017"}
# Stands for what is no field: a draft that lacks none still has a key too many, and is no question.
_SHAPE: frozenset[Path_] = frozenset({("",)})


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
    refused = {problem.position for problem in problems if problem.code != "Y001"}
    found = dict.fromkeys(_translate(model, tree, shown, detail) for detail in details)
    kept = [p for p in found if p.code not in _OF_VALUES or p.position not in refused]
    instead = {tree.position_of(_path_in_tree(tree, detail["loc"])): _INSTEAD.get(detail["type"]) for detail in details}
    problems = [_advised(problem, instead.get(problem.position)) for problem in problems]
    return None, problems + _without_consequences(kept)


def _advised(problem: Problem, kind: str | None) -> Problem:
    """Return a problem with a value that YAML misreads, with advice that fits what the model wants there."""
    if problem.code != "Y010" or kind is None:
        return problem
    if kind == "boolean":
        word = problem.words["value"].casefold()
        kind = "true" if word in {"yes", "on", "true"} else "false" if word in {"no", "off", "false"} else kind
    return Problem(problem.code, problem.path, problem.position, {**problem.words, "instead": kind})


def _without_consequences(problems: list[Problem]) -> list[Problem]:
    """Return problems without the missing keys that are there under the name that another bank gives them."""
    there = {(p.where[:-1], STANDS_FOR.get(p.words["here"], "")) for p in problems if p.code == "Q028"}
    return [p for p in problems if p.code not in {"Q003", "Q010"} or (p.where[:-1], p.where[-1]) not in there]


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
# What to write instead of a value that YAML misreads, likewise.
_INSTEAD = {"bool_type": "boolean", "int_type": "integer", "literal_error": "integer", "date_type": "date"}


def _translate(model: type[BaseModel], tree: Node, shown: str, detail: Any) -> Problem:  # noqa: ANN401 - a TypedDict
    """Return the problem that a validation error of the model stands for."""
    path = _path_in_tree(tree, detail["loc"])
    kind: str = detail["type"]
    position = tree.position_of(path)
    key = str(path[-1]) if path else ""
    if path[:1] == ("options",) and names_options_by_letter(tree.at(("options",))):
        return Problem("Q029", shown, tree.position_of(("options",)))
    if kind == "extra_forbidden":
        return _unknown_key(model, tree, shown, path)
    if kind == "missing":
        is_why = key == "why"
        words = {"option": _letter(int(path[-2]))} if is_why else {"key": key}
        return Problem("Q010" if is_why else "Q003", shown, position, words, path)
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


def _unknown_key(model: type[BaseModel], tree: Node, shown: str, path: Path_) -> Problem:
    key, position = str(path[-1]), tree.key_position(path)
    parent = tree.at(path[:-1])
    if parent is not None and parent.may_be_cut:
        return Problem("Y021", shown, position, {"rest": key}, path)
    if model is Question and (here := foreign_key(path)):
        return Problem("Q028", shown, position, {"key": key, "here": here}, path)
    known = sorted(_fields_at(model, path[:-1]))
    words = {"key": key, "near": near_match(key, known), "known": ", ".join(known)}
    return Problem("Q002", shown, position, words, path)


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
