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
