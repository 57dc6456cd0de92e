import pytest

from scripts.__main__ import main
from scripts.verbs import ids
from tests.conftest import Project
from tests.questions import GOOD


@pytest.fixture
def copy(project: Project, monkeypatch: pytest.MonkeyPatch) -> Project:
    """Return a copy of the project, which the verb then looks at."""
    monkeypatch.setattr(ids, "ROOT", project.root)
    return project


def test_only_a_release_minds_a_question_that_is_not_on_the_list(
    copy: Project, capsys: pytest.CaptureFixture[str]
) -> None:
    (copy.root / "quizzes/inference/brand-new.yml").write_text(GOOD, "utf-8")
    assert copy.run("scripts", "validate").returncode == 0
    assert main(["ids", "--check"]) == 1
    assert "python -m scripts ids" in capsys.readouterr().out
    assert main(["ids"]) == 0
    assert "inference/brand-new\n" in (copy.root / "quizzes/ids.txt").read_text("utf-8")
    assert main(["ids", "--check"]) == 0


def test_without_a_list_it_is_out_of_date_and_is_written(copy: Project, capsys: pytest.CaptureFixture[str]) -> None:
    (copy.root / "quizzes/ids.txt").unlink()
    assert main(["ids", "--check", "--lang", "pt"]) == 1
    assert capsys.readouterr().out.startswith("quizzes/ids.txt: desatualizado; rode `python -m scripts ids`")
    assert main(["ids"]) == 0
    capsys.readouterr()
    assert main(["ids", "--check", "--lang", "en"]) == 0
    assert capsys.readouterr().out == "quizzes/ids.txt: up to date\n"
