"""A third edition of a small guide is a row of languages.yml, two files of settings and words, and its texts."""

import re
import shutil
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from tests.conftest import ROOT, Project, copy_mini_project

THIRD = ROOT / "tests" / "fixtures" / "third_language"
PAGE = "inference/async"

pytestmark = pytest.mark.site


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the site of the mini project with a Spanish edition."""
    project = small_project(tmp_path_factory.mktemp("project"))
    result = project.build()
    assert result.returncode == 0, result.stdout
    return project.root / "site"


def small_project(root: Path, *pages: str) -> Project:
    """Return the mini project with a Spanish edition, and with more of this project's pages."""
    project = copy_mini_project(root, *pages)
    add_spanish(project)
    project.append("mkdocs.es.yml", "".join(f"  - {page}\n" for page in pages))
    return project


def add_spanish(project: Project) -> None:
    root = project.root
    project.append("macros/languages.yml", (THIRD / "languages.yml").read_text("utf-8"))
    shutil.copy(THIRD / "mkdocs.es.yml", root)
    words = (root / "macros/rendering/strings/en.yml").read_text("utf-8")
    (root / "macros/rendering/strings/es.yml").write_text(
        words.replace("  question: Question\n", "  question: Pregunta\n", 1), "utf-8"
    )
    shutil.copytree(root / "docs" / "en", root / "docs" / "es")
    project.edit("docs/es/inference/async.md", "# Asynchronous endpoints {", "# Inferencia asíncrona {")
    project.edit(
        "quizzes/inference/async-call-response.yml", "takeaway:\n", "takeaway:\n  es: Lo que hay que recordar.\n"
    )


def soup(site: Path, path: str) -> BeautifulSoup:
    return BeautifulSoup((site / path / "index.html").read_text("utf-8"), "html.parser")


def test_third_edition_is_in_its_folder_with_its_tag_and_its_words(site: Path) -> None:
    page = soup(site, f"es/{PAGE}")
    assert page.html is not None
    assert page.html["lang"] == "es"
    assert page.select_one("h1").get_text().startswith("Inferencia asíncrona")  # type: ignore[union-attr]
    assert page.select_one(".eq__title").get_text().startswith("Pregunta 1")  # type: ignore[union-attr]
    assert re.search(r"\b\d+ de noviembre de 2026", page.get_text())


def test_text_is_in_the_pages_language_or_else_in_the_nearest_and_says_so(site: Path) -> None:
    question = soup(site, f"es/{PAGE}").select_one('[question-id="inference/async-call-response"]')
    assert question is not None
    takeaway = question.select_one(".eq__takeaway span")
    assert takeaway is not None
    assert (takeaway.get_text(), takeaway.get("lang")) == ("Lo que hay que recordar.", None)
    assert {reason.get("lang") for reason in question.select(".eq__why")} == {"pt-BR"}


def test_third_edition_has_its_own_search_sitemap_and_practice_data(site: Path) -> None:
    assert "Inferencia asíncrona" in next((site / "es/search").glob("sections*.json")).read_text("utf-8")
    assert 'hreflang="es"' in (site / "sitemap.xml").read_text("utf-8")
    assert list((site / "es/assets/practice").glob("*.json"))


def test_editions_that_were_there_stay_as_they_are(site: Path) -> None:
    for folder, tag in (("", "pt-BR"), ("en", "en")):
        page = soup(site, f"{folder}/{PAGE}".lstrip("/"))
        assert page.html is not None
        assert page.html["lang"] == tag
