"""A file whose shape is wrong, as far as it can be judged: what is missing or of the wrong kind is filled in.

So one run tells a contributor everything: a question without a takeaway has a stem that can be too like another one.
What was filled in is remembered, and nothing is said of it.
"""

import types
from collections.abc import Sequence
from datetime import date
from typing import Annotated, Any, Literal, TypeVar, Union, get_args, get_origin

from pydantic import BaseModel, ValidationError

from macros.reading.nodes import Path_

Model = TypeVar("Model", bound=BaseModel)

_FILLED_IN = "…"
# A value may have several faults, one hidden behind the other.
_ROUNDS = 4


def draft(model: type[Model], data: Any) -> tuple[Model | None, frozenset[Path_]]:  # noqa: ANN401 - what a file holds
    """Return a model made from data that does not fit it, and the paths of what was filled in or left out.

    Args:
        model: the pydantic model; with fields by their names.
        data: plain values; they are changed.

    Returns:
        None where even that cannot be done.
    """
    changed: set[Path_] = set()
    for _ in range(_ROUNDS):
        try:
            return model.model_validate(data, strict=True), frozenset(changed)
        except ValidationError as error:
            details = error.errors(include_url=False, include_context=False)
        for detail in details:
            path: Path_ = tuple(detail["loc"])
            if detail["type"] == "extra_forbidden":
                _at(data, path[:-1]).pop(path[-1], None)
            else:
                changed.add(_fill(model, data, path))
    return None, frozenset(changed)


def _at(data: Any, path: Path_) -> Any:  # noqa: ANN401 - what a file holds
    for step in path:
        data = data[step]
    return data


def _fill(model: type[BaseModel], data: Any, path: Path_) -> Path_:  # noqa: ANN401 - what a file holds
    """Put a value that fits at a path, and return the path; a list that is too short is made longer."""
    annotation: Any = model
    least = 0
    for step in path:
        annotation, least = _below(annotation, step)
    parent: Any = _at(data, path[:-1])
    is_there = isinstance(parent, list) or path[-1] in parent
    current = _at(parent, path[-1:]) if is_there else None
    if get_origin(annotation) is list and isinstance(current, list):
        [item] = get_args(annotation)
        current += [_value(item) for _ in range(least - len(current))]
    else:
        parent[path[-1]] = _value(annotation, least)
    return path


def _below(annotation: Any, step: str | int) -> tuple[Any, int]:  # noqa: ANN401 - annotations have no type
    """Return the annotation of a field or an item, and how long a list must be at least."""
    if isinstance(step, int):
        return _bare(get_args(annotation)[0]), 0
    field = annotation.model_fields[step]
    least = next((limit.min_length for limit in field.metadata if hasattr(limit, "min_length")), 0)
    return _bare(field.annotation), least


def _bare(annotation: Any) -> Any:  # noqa: ANN401 - annotations have no type
    while get_origin(annotation) in {Annotated, Union, types.UnionType}:
        annotation = get_args(annotation)[0]
    return annotation


def _value(annotation: Any, least: int = 0) -> Any:  # noqa: ANN401 - annotations have no type
    """Return a value that an annotation takes."""
    annotation = _bare(annotation)
    origin = get_origin(annotation)
    if origin is list:
        return [_value(get_args(annotation)[0]) for _ in range(least)]
    if origin is Literal:
        return get_args(annotation)[0]
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return {
            name: _value(field.annotation, _below(annotation, name)[1])
            for name, field in annotation.model_fields.items()
            if field.is_required()
        }
    simple: dict[Any, Any] = {bool: False, int: 0, date: date.min}
    return simple.get(annotation, _FILLED_IN)


def is_below(path: Path_, tops: Sequence[Path_] | frozenset[Path_]) -> bool:
    """Return whether a path leads to one of some places, or to something in it."""
    return any(path[: len(top)] == top for top in tops)
