import pytest

from scripts.__main__ import main
from tests.conftest import Project

QUESTION = "quizzes/inference/variants-ab-test-recommender.yml"


def test_a_clean_bank_is_zero(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["validate", "--lang", "en"]) == 0
    assert capsys.readouterr().out.endswith(" questions, 0 errors, 0 warnings\n")


def test_problems_are_one_and_all_come_in_one_run(project: Project) -> None:
    project.edit(QUESTION, "MLS-C01/4.4", "MLS-C01/4.9")
    project.edit("quizzes/training/containers-gpu.yml", "difficulty: 1", "difficulty: 5")
    project.edit("facts/limits.yml", "serverless:\n", "serverless: !x\n")
    result = project.run("scripts", "validate", "--lang", "en")
    assert result.returncode == 1
    assert [code for code in ("B001", "Q014", "Y008") if code in result.stdout] == ["B001", "Q014", "Y008"]


def test_a_path_narrows_the_report(project: Project) -> None:
    project.edit(QUESTION, "MLS-C01/4.4", "MLS-C01/4.9")
    assert project.run("scripts", "validate", "quizzes/training").returncode == 0
    assert project.run("scripts", "validate", QUESTION).returncode == 1


def test_a_path_that_is_not_there_is_usage(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["validate", "nowhere"]) == 2
    assert "no such file or folder" in capsys.readouterr().out


def test_a_warning_is_reported_and_is_not_an_error(project: Project) -> None:
    project.edit(QUESTION, '  en: "An A/B test of models', '  # en: "An A/B test of models')
    result = project.run("scripts", "validate", "--lang", "pt")
    assert result.returncode == 0
    assert "B008 takeaway não tem texto em en" in result.stdout


@pytest.mark.parametrize("arguments", [[], ["nothing"], ["validate", "--lang", "fr"]])
def test_a_wrong_call_is_usage(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stop:
        main(arguments)
    assert stop.value.code == 2
    assert "usage:" in capsys.readouterr().err
