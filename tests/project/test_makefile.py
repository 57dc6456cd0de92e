"""What make does where something went wrong before, on a copy of the Makefile with nothing of this machine's."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    shutil.copy(ROOT / "Makefile", tmp_path)
    (tmp_path / "requirements.lock").touch()
    return tmp_path


def make(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        ["make", *arguments],  # noqa: S607
        cwd=folder,
        env={name: value for name, value in os.environ.items() if not name.startswith("MAKE")},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )


@pytest.mark.system
def test_a_venv_that_was_left_without_pip_is_made_anew(folder: Path) -> None:
    """Debian's Python has no ensurepip until python3-venv is installed, and leaves such a half behind."""
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", folder / ".venv"], check=True)
    result = make(folder, f"PYTHON={sys.executable}", ".venv/.ready")
    assert result.returncode == 0, result.stdout
    (folder / ".venv/kept").touch()
    (folder / ".venv/.ready").unlink()
    assert make(folder, f"PYTHON={sys.executable}", ".venv/.ready").returncode == 0
    assert (folder / ".venv/kept").exists(), "a sound one stays"


@pytest.mark.parametrize(
    ("command", "is_fine"),
    [
        ("exit 1", False),
        ("exit 2", False),
        ("echo findings > reports/sources.md; exit 1", True),
        (": > reports/sources.md", True),
    ],
)
def test_a_check_of_sources_that_ends_without_a_report_is_a_failure(
    folder: Path,
    command: str,
    is_fine: bool,  # noqa: FBT001
) -> None:
    """Python ends with 1 after a crash too, and the report of an earlier run is none of this one."""
    (folder / "reports").mkdir()
    (folder / "reports/sources.md").write_text("of last week", "utf-8")
    (folder / ".venv").mkdir()
    (folder / ".venv/.ready").touch()
    program = folder / "python"
    program.write_text(f"#!/bin/sh\n{command}\n", "utf-8")
    program.chmod(0o755)
    result = make(folder, "RUN=./python", "sources-report")
    assert (result.returncode == 0) is is_fine, result.stdout
