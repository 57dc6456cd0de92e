import pytest

from scripts.__main__ import main
from tests.conftest import Project


def test_the_projects_schema_is_up_to_date(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["schema", "--check"]) == 0
    assert capsys.readouterr().out == ""


def test_a_schema_that_is_old_or_missing_is_found_and_written(
    project: Project, capsys: pytest.CaptureFixture[str]
) -> None:
    file = project.root / "quizzes/schema.json"
    text = file.read_text("utf-8")
    project.append("quizzes/schema.json", " ")
    for _ in ("old", "missing"):
        assert main(["schema", "--check", "--lang", "pt"], project.root) == 1
        assert capsys.readouterr().out == "quizzes/schema.json: desatualizado; rode: python -m scripts schema\n"
        file.unlink(missing_ok=True)
    assert main(["schema"], project.root) == 0
    assert file.read_text("utf-8") == text
