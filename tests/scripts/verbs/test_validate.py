import json
import re
from pathlib import Path

import pytest

from scripts.__main__ import main
from tests.conftest import ROOT, Project
from tests.questions import GOOD

QUESTION = "quizzes/inference/variants-ab-test-recommender.yml"


def test_a_bank_without_errors_is_zero(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["validate", "--lang", "en"]) == 0
    out = capsys.readouterr().out
    assert re.search(r" questions, 0 error\(s\), \d+ warning\(s\)\nright answer by letter: A ", out)


def test_problems_are_one_and_all_come_in_one_run(project: Project) -> None:
    project.edit(QUESTION, "MLS-C01/4.4", "MLS-C01/4.9")
    project.edit("quizzes/training/containers-gpu.yml", "difficulty: 1", "difficulty: 5")
    project.edit("facts/limits.yml", "serverless:\n", "serverless: !x\n")
    result = project.verb("validate", "--lang", "en")
    assert result.returncode == 1
    assert [code for code in ("B001", "Q014", "Y008") if code in result.stdout] == ["B001", "Q014", "Y008"]


def test_a_path_narrows_the_report(project: Project) -> None:
    project.edit(QUESTION, "MLS-C01/4.4", "MLS-C01/4.9")
    assert project.verb("validate", "quizzes/training").returncode == 0
    assert project.verb("validate", QUESTION).returncode == 1


@pytest.mark.parametrize("path", [".", "..", "facts", "docs/pt/index.md", "mkdocs.yml"])
def test_what_is_no_question_is_not_judged_as_one(path: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["validate", str(ROOT / path), "--lang", "en"]) == 0
    assert " questions, 0 error(s), " in capsys.readouterr().out


def test_the_whole_project_is_a_path_too(project: Project) -> None:
    project.edit(QUESTION, "MLS-C01/4.4", "MLS-C01/4.9")
    assert project.verb("validate", "--lang", "en", ".").stdout.count("B001") == 1


def test_a_path_that_is_not_there_is_usage(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["validate", "nowhere"]) == 2
    assert "no such file or folder" in capsys.readouterr().err


def test_a_warning_is_reported_and_stops_nothing_but_a_release(project: Project) -> None:
    project.edit(QUESTION, '  en: "An A/B test of models', '  # en: "An A/B test of models')
    result = project.verb("validate", "--lang", "pt")
    assert result.returncode == 0
    assert "B008 takeaway não tem texto em en" in result.stdout
    assert project.verb("validate", "--strict").returncode == 1


@pytest.mark.parametrize("arguments", [[], ["nothing"], ["validate", "--lang", "fr"]])
def test_a_wrong_call_is_usage(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stop:
        main(arguments)
    assert stop.value.code == 2
    assert "usage:" in capsys.readouterr().err


def test_json_is_for_tools(project: Project) -> None:
    project.edit(QUESTION, "MLS-C01/4.4", "MLS-C01/4.9")
    result = project.verb("validate", "--format", "json", "--lang", "en")
    [problem] = [problem for problem in json.loads(result.stdout) if problem["code"] == "B001"]
    assert problem == {
        "path": QUESTION,
        "line": 30,
        "column": 29,
        "code": "B001",
        "severity": "error",
        "message": problem["message"],
        "help": problem["help"],
    }


def test_github_gets_annotations_and_a_summary(project: Project) -> None:
    project.edit(QUESTION, "MLS-C01/4.4", "MLS-C01/4.9")
    summary = project.root / "summary.md"
    result = project.verb("validate", "--lang", "en", GITHUB_ACTIONS="true", GITHUB_STEP_SUMMARY=str(summary))
    assert f"::error file={QUESTION},line=30,col=29,title=B001::unknown objective: MLS-C01/4.9." in result.stdout
    assert "%0A" in result.stdout
    assert f"`{QUESTION}:30:29` | B001 |" in summary.read_text("utf-8")


@pytest.mark.parametrize("end", ["\\n", "\\r", "\\u2028"])
def test_github_commands_cannot_be_broken_out_of(project: Project, end: str) -> None:
    project.edit(QUESTION, "MLS-C01/4.4", f'"x::error::%0A,y{end}::stop-commands::x"')
    result = project.verb("validate", "--lang", "en", "--format", "github")
    [line] = [line for line in result.stdout.splitlines() if line.startswith("::")]
    assert line.startswith(f"::error file={QUESTION},")
    assert "%250A" in line


def test_the_name_of_a_file_cannot_write_a_command_either(project: Project) -> None:
    name = "quizzes/inference/x\n::stop-commands::x.yml"
    (project.root / name).write_text("[]", "utf-8")
    summary = project.root / "summary.md"
    result = project.verb("validate", "--format", "github", GITHUB_STEP_SUMMARY=str(summary))
    [line] = [line for line in result.stdout.splitlines() if line.startswith("::")]
    assert line.startswith("::error file=quizzes/inference/x%0A%3A%3Astop-commands")
    assert len(summary.read_text("utf-8").splitlines()) == 3


def test_a_file_outside_the_bank_is_judged_as_if_it_were_in_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "inference" / "draft.yml"
    file.parent.mkdir()
    file.write_text(GOOD.replace("inference/serverless#", "inference/serverles#"), "utf-8")
    assert main(["validate", str(file), "--lang", "en"]) == 1
    out = capsys.readouterr().out
    assert f"{file.as_posix()}:21:7: B002 unknown page: inference/serverles." in out
    file.write_text(GOOD, "utf-8")
    assert main(["validate", str(tmp_path), "--lang", "en"]) == 0
