"""The files that `make site` makes, in a small site with three editions that was really built."""

from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from tests.conftest import Project, Site
from tests.site.test_third_language import small_project

pytestmark = [pytest.mark.site, pytest.mark.browser, pytest.mark.xdist_group("downloads")]

ADDRESS = "https://example.org/guide/"
PAGE = "practice/export"
EDITIONS = pytest.mark.parametrize("edition", ["", "en/", "es/"])


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Project:
    made = small_project(tmp_path_factory.mktemp("downloads"), f"{PAGE}.md")
    result = made.run("scripts", "build", "--downloads", SITE_URL=ADDRESS)
    assert result.returncode == 0, result.stdout
    return made


def _page(root: Path, edition: str) -> BeautifulSoup:
    return BeautifulSoup((root / edition / PAGE / "index.html").read_text("utf-8"), "html.parser")


@EDITIONS
def test_the_page_links_to_files_that_are_there(project: Project, edition: str) -> None:
    site = project.root / "site"
    links = [str(link["href"]) for link in _page(site, edition).select("article a[download]")]
    assert len(links) == 7, "five for programs, and a booklet for each of two topics"
    targets = [(site / edition / PAGE / link).resolve() for link in links]
    assert all(target.is_file() and target.parent == site / "downloads" for target in targets)
    assert f'"{ADDRESS}es/"' in (site / "downloads/sagemaker-exam-guide.json").read_text("utf-8")


def test_the_verb_makes_the_same_bytes_as_the_build(project: Project, tmp_path: Path) -> None:
    result = project.run("scripts", "export", "all", "--out", str(tmp_path), SITE_URL=ADDRESS)
    assert result.returncode == 0, result.stdout
    folders = (tmp_path, project.root / "site" / "downloads")
    first, second = ({file.name: file.read_bytes() for file in folder.iterdir()} for folder in folders)
    assert first.keys() == second.keys()
    assert [name for name in first if first[name] != second[name]] == []


@pytest.mark.parametrize("edition", ["", "en/"])
def test_a_build_without_them_says_how_they_are_made(site: Site, edition: str) -> None:
    assert not (site.root / "downloads").exists()
    page = _page(site.root, edition)
    assert page.select("article a[download]") == []
    assert "make site" in page.select("article .downloads")[0].text
