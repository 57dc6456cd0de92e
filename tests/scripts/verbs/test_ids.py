import pytest

from scripts.__main__ import main
from tests.conftest import Project
from tests.questions import GOOD


def test_only_a_release_minds_a_question_that_is_not_on_the_list(
    mini: Project, capsys: pytest.CaptureFixture[str]
) -> None:
    (mini.root / "quizzes/inference/brand-new.yml").write_text(GOOD, "utf-8")
    assert mini.verb("validate").returncode == 0
    assert main(["ids", "--check"], mini.root) == 1
    assert "python -m scripts ids" in capsys.readouterr().out
    assert main(["ids"], mini.root) == 0
    assert "inference/brand-new\n" in (mini.root / "quizzes/ids.txt").read_text("utf-8")
    assert main(["ids", "--check"], mini.root) == 0


def test_without_a_list_it_is_out_of_date_and_is_written(mini: Project, capsys: pytest.CaptureFixture[str]) -> None:
    (mini.root / "quizzes/ids.txt").unlink()
    assert main(["ids", "--check", "--lang", "pt"], mini.root) == 1
    assert capsys.readouterr().out.startswith("quizzes/ids.txt: desatualizado; rode `python -m scripts ids`")
    assert main(["ids"], mini.root) == 0
    capsys.readouterr()
    assert main(["ids", "--check", "--lang", "en"], mini.root) == 0
    assert capsys.readouterr().out == "quizzes/ids.txt: up to date\n"
