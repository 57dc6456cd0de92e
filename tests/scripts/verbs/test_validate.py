import json
import re
from pathlib import Path

import pytest

from scripts.__main__ import main
from tests.conftest import MINI, Project
from tests.questions import GOOD

QUESTION = "quizzes/inference/async-config-object.yml"


def test_a_bank_without_errors_is_zero(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["validate", "--lang", "en"], MINI) == 0
    out = capsys.readouterr().out
    assert re.search(r" questions, 0 error\(s\), \d+ warning\(s\)\nright answer by letter: A ", out)


def test_problems_are_one_and_all_come_in_one_run(mini: Project) -> None:
    mini.edit(QUESTION, "MLA-C01/3.2", "MLA-C01/3.9")
    mini.edit("quizzes/inference/async-design-review.yml", "difficulty: 3", "difficulty: 5")
    mini.edit("facts/limits.yml", "serverless:\n", "serverless: !x\n")
    result = mini.verb("validate", "--lang", "en")
    assert result.returncode == 1
    assert [code for code in ("B001", "Q014", "Y008") if code in result.stdout] == ["B001", "Q014", "Y008"]


def test_a_path_narrows_the_report(mini: Project) -> None:
    mini.edit(QUESTION, "MLA-C01/3.2", "MLA-C01/3.9")
    assert mini.verb("validate", "quizzes/monitoring").returncode == 0
    assert mini.verb("validate", QUESTION).returncode == 1


@pytest.mark.parametrize("path", [".", "..", "facts", "docs/pt/index.md", "quizzes/ids.txt"])
def test_what_is_no_question_is_not_judged_as_one(path: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["validate", str(MINI / path), "--lang", "en"], MINI) == 0
    assert " questions, 0 error(s), " in capsys.readouterr().out


def test_the_whole_project_is_a_path_too(mini: Project) -> None:
    mini.edit(QUESTION, "MLA-C01/3.2", "MLA-C01/3.9")
    assert mini.verb("validate", "--lang", "en", ".").stdout.count("B001") == 1


def test_a_path_that_is_not_there_is_usage(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["validate", "nowhere"]) == 2
    assert "no such file or folder" in capsys.readouterr().err


def test_a_warning_is_reported_and_stops_nothing_but_a_release(mini: Project) -> None:
    mini.edit(QUESTION, '  en: "An endpoint is asynchronous', '  # en: "An endpoint is asynchronous')
    result = mini.verb("validate", "--lang", "pt")
    assert result.returncode == 0
    assert "B008 takeaway não tem texto em en" in result.stdout
    assert mini.verb("validate", "--strict").returncode == 1


@pytest.mark.parametrize("arguments", [[], ["nothing"], ["validate", "--lang", "fr"]])
def test_a_wrong_call_is_usage(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stop:
        main(arguments)
    assert stop.value.code == 2
    assert "usage:" in capsys.readouterr().err


def test_json_is_for_tools(mini: Project) -> None:
    mini.edit(QUESTION, "MLA-C01/3.2", "MLA-C01/3.9")
    result = mini.verb("validate", "--format", "json", "--lang", "en")
    [problem] = [problem for problem in json.loads(result.stdout) if problem["code"] == "B001"]
    assert problem == {
        "path": QUESTION,
        "line": 28,
        "column": 27,
        "code": "B001",
        "severity": "error",
        "message": problem["message"],
        "help": problem["help"],
    }


def test_github_gets_annotations_and_a_summary(mini: Project) -> None:
    mini.edit(QUESTION, "MLA-C01/3.2", "MLA-C01/3.9")
    summary = mini.root / "summary.md"
    result = mini.verb("validate", "--lang", "en", GITHUB_ACTIONS="true", GITHUB_STEP_SUMMARY=str(summary))
    assert f"::error file={QUESTION},line=28,col=27,title=B001::unknown objective: MLA-C01/3.9." in result.stdout
    assert "%0A" in result.stdout
    assert f"`{QUESTION}:28:27` | B001 |" in summary.read_text("utf-8")


@pytest.mark.parametrize("end", ["\\n", "\\r", "\\u2028"])
def test_github_commands_cannot_be_broken_out_of(mini: Project, end: str) -> None:
    mini.edit(QUESTION, "MLA-C01/3.2", f'"x::error::%0A,y{end}::stop-commands::x"')
    result = mini.verb("validate", "--lang", "en", "--format", "github")
    [line] = [line for line in result.stdout.splitlines() if line.startswith("::")]
    assert line.startswith(f"::error file={QUESTION},")
    assert "%250A" in line


def test_the_name_of_a_file_cannot_write_a_command_either(mini: Project) -> None:
    name = "quizzes/inference/x\n::stop-commands::x.yml"
    (mini.root / name).write_text("[]", "utf-8")
    summary = mini.root / "summary.md"
    result = mini.verb("validate", "--format", "github", GITHUB_STEP_SUMMARY=str(summary))
    [line] = [line for line in result.stdout.splitlines() if line.startswith("::")]
    assert line.startswith("::error file=quizzes/inference/x%0A%3A%3Astop-commands")
    assert len(summary.read_text("utf-8").splitlines()) == 3


def test_a_file_outside_the_bank_is_judged_as_if_it_were_in_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "inference" / "draft.yml"
    file.parent.mkdir()
    file.write_text(GOOD.replace("inference/serverless#", "inference/serverles#"), "utf-8")
    assert main(["validate", str(file), "--lang", "en"], MINI) == 1
    out = capsys.readouterr().out
    assert f"{file.as_posix()}:21:7: B002 unknown page: inference/serverles." in out
    file.write_text(GOOD, "utf-8")
    assert main(["validate", str(tmp_path), "--lang", "en"], MINI) == 0
