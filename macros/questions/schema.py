"""The JSON Schema of a question file, made from the model, for editors that complete and check as one types."""

import json
from typing import Any

from macros.questions.model import Question

SCHEMA = "quizzes/schema.json"


def question_schema() -> dict[str, Any]:
    """Return the schema of a file under quizzes/ (JSON Schema, draft 2020-12)."""
    schema = Question.model_json_schema(by_alias=True)
    _simplify(schema)
    # The model has every language as optional; a file must give one of them.
    schema["$defs"]["Text"]["minProperties"] = 1
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **schema,
        "title": "Question",
        "description": "One exam question of the SageMaker exam guide. CONTRIBUTING.md explains how to write one.",
    }


def schema_text() -> str:
    """Return the schema as quizzes/schema.json holds it."""
    return json.dumps(question_schema(), indent=2, ensure_ascii=False) + "\n"


def _simplify(part: Any) -> None:  # noqa: ANN401 - any part of a JSON document
    """Say of an optional key that it is text, not that it is text or null: null is not what one would write."""
    if isinstance(part, list):
        for item in part:
            _simplify(item)
    if not isinstance(part, dict):
        return
    choices = part.get("anyOf")
    if isinstance(choices, list) and {"type": "null"} in choices:
        [only] = [choice for choice in choices if choice != {"type": "null"}]
        del part["anyOf"]
        part.update(only)
    if part.get("default", ...) is None:
        del part["default"]
    for value in part.values():
        _simplify(value)
