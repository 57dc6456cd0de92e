import json
import shutil

import pytest

from scripts.__main__ import main
from tests.conftest import Project


@pytest.mark.parametrize(("language", "edition"), [("pt", ""), ("en", "en/")])
def test_the_skeleton_is_written_and_says_what_to_do_next_and_where_to_look(
    mini: Project, language: str, edition: str
) -> None:
    result = mini.verb("new", "inference/brand-new", "--lang", language)
    assert result.returncode == 0, result.stdout
    assert "quizzes/inference/brand-new.yml" in result.stdout
    assert f"http://127.0.0.1:8000/{edition}inference/serverless/#inference/brand-new" in result.stdout
    text = (mini.root / "quizzes/inference/brand-new.yml").read_text("utf-8")
    assert text.startswith("# yaml-language-server: $schema=../schema.json\n")
    assert text.count("#") >= 9
    assert "keep_order" in text


def test_the_skeleton_is_refused_for_nothing_but_that_it_is_one(mini: Project) -> None:
    mini.verb("new", "inference/brand-new")
    validated = mini.verb("validate", "--format", "json")
    assert validated.returncode == 1
    assert {problem["code"] for problem in json.loads(validated.stdout)} == {"Q027"}


def test_a_deeper_topic_finds_the_schema_too(mini: Project) -> None:
    assert mini.verb("new", "inference/async/brand-new").returncode == 0
    text = (mini.root / "quizzes/inference/async/brand-new.yml").read_text("utf-8")
    assert text.startswith("# yaml-language-server: $schema=../../schema.json\n")


def test_a_topic_nobody_used_is_asked_for(mini: Project) -> None:
    result = mini.verb("new", "inferencia/x", "--lang", "en")
    assert result.returncode == 2
    assert "there is no topic inferencia. Did you mean inference? There are: inference, monitoring." in result.stdout
    assert "--new-topic" in result.stdout
    assert not (mini.root / "quizzes/inferencia").exists()
    assert mini.verb("new", "inferencia/x", "--new-topic").returncode == 0
    assert (mini.root / "quizzes/inferencia/x.yml").is_file()


def test_a_topic_that_has_pages_and_no_questions_yet_is_one(mini: Project) -> None:
    shutil.copytree(mini.root / "docs/pt/monitoring", mini.root / "docs/pt/governance")
    assert mini.verb("new", "governance/x").returncode == 0


def test_an_existing_question_is_never_overwritten(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["new", "training/containers-gpu", "--lang", "en"]) == 1
    assert "quizzes/training/containers-gpu.yml exists" in capsys.readouterr().err


@pytest.mark.parametrize(
    "wrong", ["x", "Inference/x", "inference/../../x", "inference/x.yml", "/etc/x", "inference/não"]
)
def test_an_id_that_cannot_be_is_usage(wrong: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["new", wrong, "--lang", "pt"]) == 2
    assert "minúsculas" in capsys.readouterr().err
