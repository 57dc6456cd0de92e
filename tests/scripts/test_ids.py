from tests.conftest import Project
from tests.questions import GOOD


def test_only_a_release_minds_a_question_that_is_not_on_the_list(project: Project) -> None:
    (project.root / "quizzes/inference/brand-new.yml").write_text(GOOD, "utf-8")
    assert project.run("scripts", "validate").returncode == 0
    checked = project.run("scripts", "ids", "--check")
    assert checked.returncode == 1
    assert "python -m scripts ids" in checked.stdout
    assert project.run("scripts", "ids").returncode == 0
    assert "inference/brand-new\n" in (project.root / "quizzes/ids.txt").read_text("utf-8")
    assert project.run("scripts", "ids", "--check").returncode == 0


def test_without_a_list_it_is_out_of_date_and_is_written(project: Project) -> None:
    file = project.root / "quizzes/ids.txt"
    file.unlink()
    checked = project.run("scripts", "ids", "--check", "--lang", "pt")
    assert checked.returncode == 1
    assert checked.stdout.startswith("quizzes/ids.txt: desatualizado; rode `python -m scripts ids`")
    assert project.run("scripts", "ids").returncode == 0
    assert project.run("scripts", "ids", "--check", "--lang", "en").stdout == "quizzes/ids.txt: up to date\n"
