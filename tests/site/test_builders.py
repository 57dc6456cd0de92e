"""MkDocs and Zensical make the same site of the same sources; docs/decisions/builders.md says what differs.

Skipped where Zensical is not installed: `make test-builders` installs it.
"""

import importlib.util
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from bs4 import BeautifulSoup, Tag

from tests.conftest import ROOT, Project, Site, copy_project, listening

pytestmark = [
    pytest.mark.site,
    pytest.mark.xdist_group("builders"),
    pytest.mark.skipif(importlib.util.find_spec("zensical") is None, reason="Zensical is not installed"),
]

SAME_BYTES = (
    "search/sections.json",
    "assets/questions.json",
    "assets/stylesheets/site.css",
    "assets/javascripts/loader.js",
)


@pytest.fixture(scope="module")
def other(tmp_path_factory: pytest.TempPathFactory, site: Site) -> Iterator[Site]:
    """Build the site with Zensical, for the address of the other one."""
    project = copy_project(tmp_path_factory.mktemp("zensical"))
    result = project.run("scripts", "build", "--builder", "zensical", SITE_URL=site.address)
    assert result.returncode == 0, result.stdout
    with listening(project.root / "site") as port:
        yield Site(project.root / "site", f"http://127.0.0.1:{port}/")


def pages(site: Site) -> dict[str, Path]:
    return {file.relative_to(site.root).as_posix(): file for file in sorted(site.root.rglob("*.html"))}


def article(file: Path) -> Tag:
    found = BeautifulSoup(file.read_text("utf-8"), "html.parser").select_one("article")
    assert found is not None, file
    return found


def test_both_make_the_same_pages(site: Site, other: Site) -> None:
    assert pages(site).keys() == pages(other).keys()


@pytest.mark.parametrize("edition", ["", "en/"])
def test_both_make_the_same_search_sections_sitemap_and_data(site: Site, other: Site, edition: str) -> None:
    for name in SAME_BYTES:
        one, two = (root / found.asset(edition + name) for found in (site, other) for root in [found.root])
        assert one.read_bytes() == two.read_bytes(), edition + name
    for name in ("sitemap.xml", "sitemap.xml.gz"):
        assert (site.root / edition / name).read_bytes() == (other.root / edition / name).read_bytes(), edition + name


def test_both_put_the_same_questions_on_every_page(site: Site, other: Site) -> None:
    block = re.compile(r'<div class="exam-question-frame">.*?</exam-question></div>')
    count = 0
    for name, file in pages(site).items():
        if "practice/" in name:  # its empty block goes through Markdown, where Zensical takes a mark off
            continue
        blocks = block.findall(file.read_text("utf-8"))
        assert blocks == block.findall(pages(other)[name].read_text("utf-8")), name
        count += len(blocks)
    assert count > 0
    for file in pages(other).values():
        assert "exam-question-places" not in file.read_text("utf-8"), file


def text(element: Tag) -> str:
    return re.sub(r"\s+", " ", element.get_text(" ")).strip()


def test_both_say_the_same_under_the_same_anchors_with_the_same_links(site: Site, other: Site) -> None:
    for name, file in pages(site).items():
        if name.endswith("404.html"):
            continue
        one, two = article(file), article(pages(other)[name])
        for part in (*one.select(".md-content__button"), *two.select(".md-content__button")):
            part.decompose()
        assert text(one) == text(two), name
        anchors = [[str(e["id"]) for e in part.select("[id]") if e["id"] != "__skip"] for part in (one, two)]
        assert anchors[0] == anchors[1], name
        links = [[str(link["href"]).removeprefix("./") for link in part.select("a[href]")] for part in (one, two)]
        assert links[0] == links[1], name


def test_both_have_the_same_navigation(site: Site, other: Site) -> None:
    def navigation(file: Path) -> list[str]:
        page = BeautifulSoup(file.read_text("utf-8"), "html.parser")
        return [text(link) for link in page.select('.md-nav--primary .md-nav__link[href]:not([href^="#"])')]

    for name in ("index.html", "en/index.html", "en/inference/async/index.html"):
        assert navigation(pages(site)[name]) == navigation(pages(other)[name]), name


def test_every_page_of_the_other_has_one_policy_before_any_script(other: Site) -> None:
    heads = {file.read_text("utf-8").split("<script", 1)[0] for file in pages(other).values()}
    policies = {re.findall(r'http-equiv="Content-Security-Policy" content="([^"]+)"', head)[0] for head in heads}
    (policy,) = policies
    assert "unsafe-inline" not in policy.split("script-src", 1)[1].split(";", 1)[0]


def test_no_link_of_the_other_is_broken(other: Site) -> None:
    result = Project(ROOT).verb("links", str(other.root))
    assert result.returncode == 0, result.stdout


def test_mistakes_stop_the_other_as_well(mini: Project) -> None:
    mini.edit("quizzes/inference/async-config-object.yml", "difficulty: 1", "dificulty: 1")
    result = mini.run("scripts", "build", "--builder", "zensical")
    assert result.returncode == 1
    assert re.search(r"^quizzes/inference/async-config-object\.yml:\d+:1: Q002", result.stdout, re.MULTILINE)
    assert "Site not built: 2 error(s)." in result.stdout
    assert "Traceback" not in result.stdout
