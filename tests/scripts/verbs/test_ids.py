import pytest

from scripts.__main__ import main
from tests.conftest import Project
from tests.questions import GOOD


def test_only_a_release_minds_a_question_that_is_not_on_the_list(
    project: Project, capsys: pytest.CaptureFixture[str]
) -> None:
    (project.root / "quizzes/inference/brand-new.yml").write_text(GOOD, "utf-8")
    assert project.verb("validate").returncode == 0
    assert main(["ids", "--check"], project.root) == 1
    assert "python -m scripts ids" in capsys.readouterr().out
    assert main(["ids"], project.root) == 0
    assert "inference/brand-new\n" in (project.root / "quizzes/ids.txt").read_text("utf-8")
    assert main(["ids", "--check"], project.root) == 0


def test_without_a_list_it_is_out_of_date_and_is_written(project: Project, capsys: pytest.CaptureFixture[str]) -> None:
    (project.root / "quizzes/ids.txt").unlink()
    assert main(["ids", "--check", "--lang", "pt"], project.root) == 1
    assert capsys.readouterr().out.startswith("quizzes/ids.txt: desatualizado; rode `python -m scripts ids`")
    assert main(["ids"], project.root) == 0
    capsys.readouterr()
    assert main(["ids", "--check", "--lang", "en"], project.root) == 0
    assert capsys.readouterr().out == "quizzes/ids.txt: up to date\n"
