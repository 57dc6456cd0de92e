"""The command line as a whole: its verbs, and what each of them needs."""

import errno
import io
import json
import subprocess
import sys
from pathlib import Path

import pytest

from scripts.__main__ import main
from tests.conftest import ROOT, Project, copy_mini_project


def test_what_a_contributor_runs_needs_no_package_of_the_other_verbs() -> None:
    """Some of them are for development alone, and all of them take their time to load."""
    code = (
        "import contextlib, sys\n"
        "from scripts.__main__ import main\n"
        "for verb in ('validate', 'new', 'schema', 'ids', 'coverage'):\n"
        "    with contextlib.suppress(SystemExit):\n"
        "        main([verb, '--help'])\n"
        "print(sorted({'playwright', 'bs4', 'urllib3', 'botocore', 'mkdocs'} & sys.modules.keys()))"
    )
    result = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert result.stdout.count("usage: ") == 5
    assert result.stdout.splitlines()[-1] == "[]"


def test_help_lists_every_verb_with_what_it_does(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stop:
        main(["--help"])
    assert stop.value.code == 0
    out = capsys.readouterr().out
    for verb in ("validate", "new", "schema", "ids", "coverage", "facts", "links", "sources", "spelling", "preview"):
        assert f"\n    {verb} " in out


ODD = """'chave→✓漢': x\npage: "página"\n"""


@pytest.mark.parametrize(
    ("encoding", "format_"),
    [("cp1252", "text"), ("ascii", "text"), ("ascii", "github"), ("ascii", "json"), ("utf-8", "text")],
)
def test_a_console_that_cannot_show_a_character_still_gets_the_report(
    mini: Project, monkeypatch: pytest.MonkeyPatch, encoding: str, format_: str
) -> None:
    file = mini.root / "quizzes/inference/odd.yml"
    file.write_text(ODD, "utf-8")
    console = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(console, encoding=encoding))
    assert main(["validate", str(file), "--lang", "pt", "--format", format_], mini.root) == 1
    out = console.getvalue().decode(encoding)
    assert "Q002" in out
    if format_ == "json":
        assert any("chave→✓漢" in problem["message"] for problem in json.loads(out))


@pytest.mark.parametrize("verb", [["coverage", "--lang", "pt"], ["ids", "--check"], ["facts"]])
def test_every_report_is_printed_where_only_ascii_is(
    mini: Project, monkeypatch: pytest.MonkeyPatch, verb: list[str]
) -> None:
    console = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(console, encoding="ascii"))
    monkeypatch.setenv("LC_ALL", "pt_BR.UTF-8")
    assert main(verb, mini.root) == 0
    assert console.getvalue().isascii()
    assert (b"\\x" in console.getvalue()) is (verb[0] != "ids")


def test_a_reader_that_goes_away_is_no_error(mini: Project) -> None:
    command = [sys.executable, "-u", "-m", "scripts", "validate", "--lang", "en"]
    with subprocess.Popen(command, cwd=mini.root, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode == 141


def test_a_place_that_cannot_be_written_to_is_one_sentence(mini: Project) -> None:
    (mini.root / "quizzes/blocked").write_text("", "utf-8")
    result = mini.verb("new", "blocked/x", "--new-topic", LC_ALL="pt_BR.UTF-8")
    assert result.returncode == 1
    assert len(result.stdout.splitlines()) == 1
    assert "quizzes/blocked" in result.stdout


@pytest.mark.parametrize(
    ("code", "words"),
    [(errno.EROFS, "read-only"), (errno.EACCES, "no permission"), (errno.ENOSPC, "full"), (None, "x")],
)
def test_why_the_system_refuses_is_said(
    code: int | None, words: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def refuse(*_: object, **__: object) -> int:
        raise OSError(code, "x", "quizzes/a.yml") if code else OSError("x")

    monkeypatch.setenv("LC_ALL", "en_US.UTF-8")
    monkeypatch.setattr(Path, "write_text", refuse)
    assert main(["schema"]) == 1
    error = capsys.readouterr().err
    assert words in error
    assert error.count("\n") == 1


def test_a_project_in_a_folder_with_brackets_is_validated(tmp_path: Path) -> None:
    root = tmp_path / "br[x] {a,b}"
    root.mkdir()
    mini = copy_mini_project(root)
    for arguments in (["validate"], ["ids", "--check"], ["new", "inference/in-brackets"]):
        result = mini.verb(*arguments, "--lang", "en")
        assert result.returncode == 0, result.stdout


def test_a_checkout_with_other_line_ends_is_validated(mini: Project) -> None:
    for file in [*(mini.root / "quizzes").rglob("*.*"), *(mini.root / "facts").iterdir(),
                 *(mini.root / "docs").rglob("*.md"), *(mini.root / "macros").rglob("*.yml")]:  # fmt: skip
        file.write_bytes(file.read_bytes().replace(b"\n", b"\r\n"))
    for arguments in (["validate", "--strict"], ["ids", "--check"], ["schema", "--check"], ["new", "inference/crlf"]):
        result = mini.verb(*arguments, "--lang", "en")
        assert result.returncode == 0, result.stdout
    assert b"\r" not in (mini.root / "quizzes/inference/crlf.yml").read_bytes()
