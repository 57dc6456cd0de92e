"""What a change looks like, in one file: its pages and questions, and nothing that runs or is fetched."""

import re
import subprocess

import pytest

from macros.bank import load_bank
from scripts.preview import touched
from tests.conftest import Project
from tests.questions import GOOD


def git(project: Project, *arguments: str) -> None:
    who = ["-c", "user.name=a", "-c", "user.email=a@example.org", "-c", "init.defaultBranch=main"]
    subprocess.run(["git", *who, *arguments], cwd=project.root, check=True, capture_output=True)  # noqa: S607


def test_a_question_touches_its_page_and_a_page_only_its_edition(project: Project) -> None:
    (project.root / "quizzes/inference/brand-new.yml").write_text(GOOD, "utf-8")
    bank = load_bank(project.root)
    files = ["Makefile", "docs/en/training/tuning.md", "facts/limits.yml", "quizzes/inference/brand-new.yml"]
    portuguese, english = (
        {page.path: page.questions for page in touched(files, bank, edition)} for edition in ("pt", "en")
    )
    assert portuguese == {"inference/serverless": ("inference/brand-new",)}
    assert english == {"inference/serverless": ("inference/brand-new",), "training/tuning": ()}


def test_without_a_site_it_says_what_to_do(project: Project) -> None:
    result = project.run("scripts", "preview", "--lang", "en")
    assert result.returncode == 2
    assert "make site" in result.stdout


@pytest.mark.site
def test_the_file_shows_the_change_by_itself(project: Project) -> None:
    git(project, "init")
    git(project, "add", ".")
    git(project, "commit", "-m", "before")
    (project.root / "quizzes/inference/brand-new.yml").write_text(GOOD, "utf-8")
    (project.root / "docs/en/index.md").write_text(
        (project.root / "docs/en/index.md").read_text("utf-8") + "\nChanged.\n", "utf-8"
    )
    git(project, "add", ".")
    git(project, "commit", "-m", "after")
    built = project.build()
    assert built.returncode == 0, built.stdout
    result = project.run("scripts", "preview", "--lang", "en")
    assert result.returncode == 0, result.stdout
    portuguese, english = (
        (project.root / f"dist/preview-{edition}.html").read_text("utf-8") for edition in ("pt", "en")
    )
    assert "Changed." in english
    assert "Changed." not in portuguese
    for text in (portuguese, english):
        assert 'href="#inference/brand-new"' in text
        assert 'id="inference/brand-new"' in text
        body = text.partition("</style>")[2]
        assert "<script" not in body
        assert "<link" not in text
        assert not re.search(r'\b(?:src|href)="(?!#|https?:|data:)', body)
        assert "default-src 'none'" in text.replace("&#x27;", "'")

    assert project.run("scripts", "preview", "--base", "HEAD", "--lang", "en").stdout == "no page changes\n"
    assert not (project.root / "dist/preview-pt.html").exists()
    assert project.run("scripts", "preview", "--base", "nowhere").returncode == 2
