import json
from pathlib import Path

import pytest
import yaml
from jsonschema import Draft202012Validator, FormatChecker

from macros.questions.model import Option, Question
from macros.questions.schema import question_schema, schema_text
from macros.text import Text
from tests.conftest import ROOT


def test_the_committed_schema_is_the_models() -> None:
    assert (ROOT / "quizzes" / "schema.json").read_text("utf-8") == schema_text(), "run: python -m scripts schema"


def test_every_field_explains_itself_to_an_editor() -> None:
    schema = question_schema()
    parts = [schema, schema["$defs"]["Option"], schema["$defs"]["Text"]]
    for part, model in zip(parts, (Question, Option, Text), strict=True):
        assert set(part["properties"]) == set(model.model_fields)
        assert part["additionalProperties"] is False
        for name, field in part["properties"].items():
            assert field.get("title"), name
            assert field.get("description"), name
            assert field.get("examples"), name


def plain(file: Path) -> object:
    """Read a question as an editor's YAML 1.2 reader would: a date is text."""
    return json.loads(json.dumps(yaml.load(file.read_bytes(), Loader=yaml.CSafeLoader), default=str))


VALIDATOR = Draft202012Validator(question_schema(), format_checker=FormatChecker())
BANK = sorted((ROOT / "quizzes").rglob("*/*.yml"))


@pytest.mark.parametrize("file", BANK, ids=lambda file: file.stem)
def test_an_independent_validator_accepts_every_file_of_the_bank(file: Path) -> None:
    assert [error.message for error in VALIDATOR.iter_errors(plain(file))] == []


def test_the_examples_of_the_schema_are_valid_themselves() -> None:
    schema = question_schema()
    for part in (schema, schema["$defs"]["Option"], schema["$defs"]["Text"]):
        for name, field in part["properties"].items():
            for example in field["examples"]:
                whole = {**field, "$defs": schema["$defs"]}
                assert [error.message for error in Draft202012Validator(whole).iter_errors(example)] == [], name


@pytest.mark.parametrize("code", ["Q002", "Q003", "Q004", "Q005", "Q006", "Q010", "Q011", "Q014", "Q016"])
def test_an_editor_sees_the_mistakes_that_a_schema_can_tell(code: str) -> None:
    assert list(VALIDATOR.iter_errors(plain(ROOT / "tests" / "fixtures" / "rules" / f"{code}.yml")))


def test_null_is_offered_nowhere() -> None:
    assert "null" not in json.dumps(question_schema())
