"""Whatever writes a file, and however, the change is seen once."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from scripts.serving.changes import Changes

FILE = "docs/en/a.md"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    for name in (FILE, "quizzes/a/b.yml", "mkdocs.yml"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("old", "utf-8")
    return tmp_path


def rename_over(root: Path) -> None:
    """Save as editors do that never leave half a file behind."""
    part = root / "docs/en/.a.md.part"
    part.write_text("new text", "utf-8")
    part.replace(root / FILE)


def save_with_backup(root: Path) -> None:
    (root / FILE).rename(root / f"{FILE}~")
    (root / "docs/en/4913").touch()
    (root / FILE).write_text("new text", "utf-8")
    (root / "docs/en/4913").unlink()


def write_often(root: Path) -> None:
    for count in range(5):
        (root / FILE).write_text("new text" * count, "utf-8")


def rename(root: Path) -> None:
    (root / FILE).rename(root / "docs/en/b.md")


def add_folder(root: Path) -> None:
    (root / "quizzes/new/deep").mkdir(parents=True)
    (root / "quizzes/new/deep/c.yml").write_text("new", "utf-8")


def check_out(root: Path) -> None:
    (root / FILE).unlink()
    (root / FILE).write_text("other", "utf-8")
    (root / "quizzes/a/b.yml").unlink()
    (root / "mkdocs.yml").write_text("changed", "utf-8")


@pytest.mark.parametrize(
    ("action", "expected"),
    [
        (rename_over, {FILE: "modified"}),
        (save_with_backup, {FILE: "modified"}),
        (write_often, {FILE: "modified"}),
        (rename, {FILE: "deleted", "docs/en/b.md": "added"}),
        (add_folder, {"quizzes/new/deep/c.yml": "added"}),
        (check_out, {FILE: "modified", "quizzes/a/b.yml": "deleted", "mkdocs.yml": "modified"}),
    ],
)
def test_a_change_is_told_once_by_the_files_that_differ(
    root: Path, action: Callable[[Path], None], expected: dict[str, str]
) -> None:
    changes = Changes(root)
    action(root)
    assert changes.wait(timeout=5) == expected
    assert changes.wait(timeout=0.3) == {}


@pytest.mark.parametrize("name", ["docs/en/.a.swp", "docs/en/a.md~", "macros/__pycache__/a.pyc", "site/index.html"])
def test_what_editors_and_python_keep_for_themselves_is_no_change(root: Path, name: str) -> None:
    (root / name).parent.mkdir(parents=True, exist_ok=True)
    changes = Changes(root)
    (root / name).write_text("x", "utf-8")
    os.utime(root / FILE)  # touched, which does change it
    assert changes.wait(timeout=5) == {FILE: "modified"}
