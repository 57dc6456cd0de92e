from pathlib import Path

import pytest

from scripts.__main__ import main
from scripts.verbs import browser


def test_the_browser_that_is_named_is_used(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    named = tmp_path / "chromium"
    named.touch()
    monkeypatch.setenv(browser.VARIABLE, str(named))
    assert browser.find_browser() == named


def test_a_named_browser_that_is_not_there_is_not_replaced(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(browser.VARIABLE, "/nowhere/chromium")
    assert browser.find_browser() is None


def test_one_on_the_path_is_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program = tmp_path / "chromium-browser"
    program.write_text("#!/bin/sh\n", "utf-8")
    program.chmod(0o755)
    monkeypatch.delenv(browser.VARIABLE, raising=False)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert browser.find_browser() == program


def test_without_any_browser_the_verb_fails_with_one_sentence_of_help(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv(browser.VARIABLE, "/nowhere/chromium")
    monkeypatch.setattr(browser, "install_browser", lambda: None)
    assert main(["browser", "--lang", "en"]) == 1
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err == browser.none_found("en") + "\n"
