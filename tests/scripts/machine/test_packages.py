from pathlib import Path

import pytest

from scripts.machine import packages as system_packages


def test_a_command_that_fails_or_is_missing_is_reported_not_raised(capsys: pytest.CaptureFixture[str]) -> None:
    assert system_packages.succeeds(["false"]) is False
    assert system_packages.succeeds(["/nowhere/program"]) is False
    assert system_packages.succeeds(["true"]) is True
    assert "failed" in capsys.readouterr().err


def test_the_first_package_manager_that_is_here_gets_the_packages(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    program = tmp_path / "dnf"
    program.write_text(f'#!/bin/sh\necho "$@" > {tmp_path}/asked\n', "utf-8")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert system_packages.install({"apt-get": ["x"], "dnf": ["one", "two"]}) is True
    assert (tmp_path / "asked").read_text("utf-8") == "install --assumeyes one two\n"
    assert "dnf install" in capsys.readouterr().err


def test_without_a_package_manager_nothing_is_installed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "/nowhere")
    assert system_packages.install({"apt-get": ["x"]}) is False
