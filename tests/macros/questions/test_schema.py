import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from macros.bank import Bank
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


pytestmark = pytest.mark.xdist_group("schema")


@pytest.fixture(scope="module")
def mistakes() -> Callable[..., list[str]]:
    """Return what an independent validator says of a value, by the schema of questions or another."""
    from jsonschema import Draft202012Validator, FormatChecker  # noqa: PLC0415 - takes a second, so not to collect

    questions = question_schema()

    def tell(value: object, schema: dict[str, Any] = questions) -> list[str]:
        validator = Draft202012Validator(schema, format_checker=FormatChecker())
        return [error.message for error in validator.iter_errors(value)]

    return tell


def test_an_independent_validator_accepts_a_file_of_every_shape_in_the_bank(
    samples: Bank, mistakes: Callable[..., list[str]]
) -> None:
    found = {key: mistakes(plain(ROOT / "quizzes" / f"{key}.yml")) for key in samples.entries}
    assert {key: told for key, told in found.items() if told} == {}
    fields = [entry.question.model_fields_set for entry in samples.entries.values()]
    assert set().union(*fields) >= Question.model_fields.keys() - {"keep_order"}


def test_the_examples_of_the_schema_are_valid_themselves(mistakes: Callable[..., list[str]]) -> None:
    schema = question_schema()
    for part in (schema, schema["$defs"]["Option"], schema["$defs"]["Text"]):
        for name, field in part["properties"].items():
            for example in field["examples"]:
                whole = {**field, "$defs": schema["$defs"]}
                assert mistakes(example, whole) == [], name


@pytest.mark.parametrize("code", ["Q002", "Q003", "Q004", "Q005", "Q006", "Q010", "Q011", "Q014", "Q016"])
def test_an_editor_sees_the_mistakes_that_a_schema_can_tell(code: str, mistakes: Callable[..., list[str]]) -> None:
    assert mistakes(plain(ROOT / "tests" / "fixtures" / "rules" / f"{code}.yml"))


def test_null_is_offered_nowhere() -> None:
    assert "null" not in json.dumps(question_schema())
