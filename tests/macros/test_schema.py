import json

from macros.model import Explanation, Option, Question
from macros.schema import question_schema, schema_text
from tests.conftest import ROOT


def test_the_committed_schema_is_the_models() -> None:
    assert (ROOT / "quizzes" / "schema.json").read_text("utf-8") == schema_text(), "run: python -m scripts schema"


def test_every_field_explains_itself_to_an_editor() -> None:
    schema = question_schema()
    parts = [schema, schema["$defs"]["Option"], schema["$defs"]["Explanation"]]
    for part, model in zip(parts, (Question, Option, Explanation), strict=True):
        assert set(part["properties"]) == set(model.model_fields)
        assert part["additionalProperties"] is False
        for name, field in part["properties"].items():
            assert field.get("title"), name
            assert field.get("description"), name


def test_null_is_offered_nowhere() -> None:
    assert "null" not in json.dumps(question_schema())
