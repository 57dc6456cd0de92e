"""The one issue about sources, with a `gh` that writes down how it was called."""

import json
from pathlib import Path
from typing import Any

import pytest

from scripts.sources import issue as source_issue
from scripts.sources.checks import Finding
from scripts.sources.citations import Citation
from scripts.sources.report import markdown

OURS = markdown([Finding("gone", Citation("https://a.b/c", ("x.md:1",)), "404 Not Found")], 1, "en")
READERS = "The source of inference/async-queue says something else."


@pytest.fixture
def gh(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    program = tmp_path / "bin/gh"
    program.parent.mkdir()
    program.write_text('#!/bin/sh\necho "$@" >> "$GH_LOG"\n[ "$2" = list ] && cat "$GH_OPEN"\nexit 0\n', "utf-8")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", str(program.parent), prepend=":")
    monkeypatch.setenv("GH_LOG", str(tmp_path / "log"))
    monkeypatch.setenv("GH_OPEN", str(tmp_path / "open"))
    return tmp_path


@pytest.mark.parametrize(
    ("open_issues", "report", "expected"),
    [
        ([], "", ["issue list"]),
        ([], "findings", ["issue list", "label create", "issue create"]),
        ([{"number": 8, "body": READERS}, {"number": 7, "body": OURS}], "findings", ["issue list", "issue edit"]),
        ([{"number": 8, "body": READERS}, {"number": 7, "body": OURS}], "", ["issue list", "issue close"]),
        ([{"number": 8, "body": READERS}], "", ["issue list"]),
        ([{"number": 8, "body": READERS}], "findings", ["issue list", "label create", "issue create"]),
    ],
)
def test_there_is_one_issue_that_is_updated_and_closed_and_those_of_readers_are_left_alone(
    gh: Path, open_issues: list[dict[str, Any]], report: str, expected: list[str]
) -> None:
    (gh / "open").write_text(json.dumps(open_issues), "utf-8")
    (gh / "report.md").write_text(report, "utf-8")
    assert source_issue.main([str(gh / "report.md")]) == 0
    calls = (gh / "log").read_text("utf-8").splitlines()
    assert [" ".join(call.split()[:2]) for call in calls] == expected
    assert all("7" in call.split() for call in calls if call.split()[1] in {"edit", "close"})


def test_without_a_report_it_says_how_it_is_used(capsys: pytest.CaptureFixture[str]) -> None:
    assert source_issue.main([]) == 2
    assert "usage" in capsys.readouterr().err
