import pytest

from scripts.__main__ import main
from tests.conftest import Project


def test_the_skeleton_is_valid_as_it_is_and_says_what_to_do_next(project: Project) -> None:
    result = project.run("scripts", "new", "inference/brand-new", "--lang", "en")
    assert result.returncode == 0, result.stdout
    assert "quizzes/inference/brand-new.yml written. Next:" in result.stdout
    text = (project.root / "quizzes/inference/brand-new.yml").read_text("utf-8")
    assert text.startswith("# yaml-language-server: $schema=../schema.json\n")
    assert text.count("#") >= 9
    validated = project.run("scripts", "validate", "--lang", "en")
    assert " questions, 0 error(s), " in validated.stdout


@pytest.mark.site
def test_a_site_with_a_new_skeleton_is_built_although_no_page_shows_it_yet(project: Project) -> None:
    assert project.run("scripts", "new", "inference/brand-new").returncode == 0
    built = project.build()
    assert built.returncode == 0, built.stdout


def test_a_deeper_topic_finds_the_schema_too(project: Project) -> None:
    assert project.run("scripts", "new", "inference/async/brand-new").returncode == 0
    text = (project.root / "quizzes/inference/async/brand-new.yml").read_text("utf-8")
    assert text.startswith("# yaml-language-server: $schema=../../schema.json\n")


def test_a_topic_nobody_used_is_made_and_mentioned(project: Project) -> None:
    result = project.run("scripts", "new", "inferense/x", "--lang", "en")
    assert result.returncode == 0
    assert "new topic: inferense (near: inference)" in result.stdout


def test_an_existing_question_is_never_overwritten(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["new", "training/containers-gpu", "--lang", "en"]) == 1
    assert "quizzes/training/containers-gpu.yml exists" in capsys.readouterr().err


@pytest.mark.parametrize(
    "wrong", ["x", "Inference/x", "inference/../../x", "inference/x.yml", "/etc/x", "inference/não"]
)
def test_an_id_that_cannot_be_is_usage(wrong: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["new", wrong, "--lang", "pt"]) == 2
    assert "minúsculas" in capsys.readouterr().err
