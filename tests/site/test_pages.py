"""Walks every page of the built site, as readers and their browsers get it."""

import json
import re
from itertools import pairwise
from pathlib import Path
from urllib.parse import urljoin
from xml.etree import ElementTree

import pytest
from bs4 import BeautifulSoup

from macros.bank import Bank
from macros.language import LANGUAGES, TAGS, Language
from macros.markup import render_stem
from macros.pages.addresses import page_url
from tests.conftest import EDITIONS, ROOT, Site

pytestmark = pytest.mark.site

# Pages that are a tool and say nothing about AWS.
TOOLS = ("practice/index", "practice/session", "practice/mock-exam", "practice/review")
SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
XHTML = "{http://www.w3.org/1999/xhtml}link"


def html_files(site: Site) -> list[Path]:
    return sorted(site.root.rglob("*.html"))


def soup(file: Path) -> BeautifulSoup:
    return BeautifulSoup(file.read_text("utf-8"), "html.parser")


@pytest.fixture(scope="session")
def pages(site: Site) -> dict[str, BeautifulSoup]:
    """Every page of the site by its path from the root, "inference/async/" and "en/404.html" among them."""
    return {file.relative_to(site.root).as_posix().removesuffix("index.html"): soup(file) for file in html_files(site)}


@pytest.fixture(scope="session")
def search_indexes(site: Site) -> dict[Language, list[dict[str, str]]]:
    return {
        language: json.loads((site.root / site.asset(f"{EDITIONS[language]}search/sections.json")).read_text("utf-8"))[
            "docs"
        ]
        for language in LANGUAGES
    }


def test_every_markdown_page_is_in_its_edition(pages: dict[str, BeautifulSoup], bank: Bank) -> None:
    for language in LANGUAGES:
        for path in bank.pages.headings[language]:
            assert EDITIONS[language] + page_url(path) in pages


def test_the_home_page_names_every_page_of_the_guide(bank: Bank) -> None:
    for language in LANGUAGES:
        home = (ROOT / "docs" / language / "index.md").read_text("utf-8")
        paths = [path for path in bank.pages.paths if path != "index" and not path.startswith("contribute/")]
        assert [path for path in paths if f"({path}.md)" not in home] == []


def test_every_page_has_its_twin_with_the_same_heading_ids_in_the_same_order(bank: Bank) -> None:
    portuguese, english = (bank.pages.headings[language] for language in LANGUAGES)
    assert sorted(portuguese) == sorted(english)
    for path, headings in portuguese.items():
        assert [(h.level, h.id) for h in headings] == [(h.level, h.id) for h in english[path]], path


def test_the_headings_readers_get_are_the_same_in_both_editions(pages: dict[str, BeautifulSoup], bank: Bank) -> None:
    def ids(path: str) -> list[str]:
        article = pages[path].select_one("article")
        assert article is not None
        headings = article.select("h1, h2, h3, h4, h5, h6")
        return [str(h.get("id")) for h in headings if not h.find_parent(class_="practice-frame")]

    for path in bank.pages.paths:
        found = ids(page_url(path))
        assert found == ids("en/" + page_url(path)), path
        # An id that the toc extension had to make up is one that differs between languages.
        explicit = set(bank.pages.heading_ids(path, "pt")) | set(bank.entries) | {"exam-keys", "answer-key-title"}
        explicit |= {f"plan-{week}" for week in range(1, 9)}
        assert set(found) <= explicit, f"{path} has headings without an explicit id: {set(found) - explicit}"


def test_ids_are_unique_on_every_page(pages: dict[str, BeautifulSoup]) -> None:
    for path, page in pages.items():
        ids = [str(element["id"]) for element in page.select("[id]")]
        assert len(ids) == len(set(ids)), path


def test_heading_levels_never_skip(pages: dict[str, BeautifulSoup]) -> None:
    for path, page in pages.items():
        levels = [int(h.name[1]) for h in page.select("article :is(h1, h2, h3, h4, h5, h6)")]
        assert levels[:1] == [1], path
        assert levels.count(1) == 1, path
        assert all(next_ - level <= 1 for level, next_ in pairwise(levels)), path


def test_pages_ask_nothing_of_other_hosts(site: Site, pages: dict[str, BeautifulSoup]) -> None:
    for path, page in pages.items():
        for element in page.select("script[src], img[src], iframe[src], link[rel=stylesheet], link[rel=preconnect]"):
            url = urljoin(site.address + path, str(element.get("src") or element.get("href")))
            assert url.startswith(site.address), f"{path}: {url}"


def test_every_page_has_a_description_and_a_language_of_its_own(pages: dict[str, BeautifulSoup]) -> None:
    for path, page in pages.items():
        description = page.select_one('meta[name="description"]')
        assert description is not None, path
        assert 50 <= len(str(description["content"])) <= 180, path
        assert page.html is not None
        assert page.html["lang"] == TAGS["en" if path.startswith("en/") else "pt"], path


def test_the_language_switch_leads_to_the_same_page(site: Site, bank: Bank, pages: dict[str, BeautifulSoup]) -> None:
    for path in bank.pages.paths:
        url = page_url(path)
        for start, target in ((url, "en/" + url), ("en/" + url, url)):
            link = pages[start].select_one("a.site-language")
            assert link is not None
            assert urljoin(site.address + start, str(link["href"])) == site.address + target
    for start, target in (("404.html", "en/"), ("en/404.html", "")):
        link = pages[start].select_one("a.site-language")
        assert link is not None
        assert urljoin(site.address + start, str(link["href"])) == site.address + target


def test_search_engines_are_told_both_editions_of_a_page(site: Site, bank: Bank) -> None:
    for language in LANGUAGES:
        sitemap = ElementTree.parse(site.root / EDITIONS[language] / "sitemap.xml").getroot()  # noqa: S314 - our own
        found = {
            row.findtext(f"{SITEMAP}loc"): {link.attrib["hreflang"]: link.attrib["href"] for link in row.iter(XHTML)}
            for row in sitemap.iter(f"{SITEMAP}url")
        }
        for path in bank.pages.paths:
            twins = {TAGS[lang]: site.address + EDITIONS[lang] + page_url(path) for lang in LANGUAGES}
            assert found.pop(twins[TAGS[language]]) == twins
        assert found == {}


def test_only_pages_with_a_question_load_its_style(pages: dict[str, BeautifulSoup]) -> None:
    with_question = {
        path for path, page in pages.items() if page.find("exam-question") or page.find(class_="practice-frame")
    }
    with_style = {path for path, page in pages.items() if page.select('link[href*="/exam-question."]')}
    assert with_question == with_style
    assert with_question


def test_every_current_question_is_on_its_page_once(pages: dict[str, BeautifulSoup], bank: Bank) -> None:
    for entry in bank.entries.values():
        for edition in EDITIONS.values():
            page = pages[edition + page_url(entry.question.page_path)]
            assert len(page.select(f'exam-question[question-id="{entry.id}"]')) == entry.question.is_visible, entry.id


def folded(text: str) -> str:
    return re.sub(r"\W+", " ", BeautifulSoup(text, "html.parser").get_text(" ")).casefold().strip()


def test_no_answer_and_no_reason_is_in_either_search_index(
    search_indexes: dict[Language, list[dict[str, str]]], bank: Bank
) -> None:
    for docs in search_indexes.values():
        # The sections that the blocks stand in; elsewhere a page may well say what a reason says.
        blocks = [doc for doc in docs if doc["location"].partition("#")[2] in {"questions", *bank.entries}]
        text = " ".join(folded(doc["title"] + " " + doc["text"]) for doc in blocks)
        for entry in bank.entries.values():
            question = entry.question
            secrets: list[str] = []
            for explanation in [question.takeaway, question.note, *(option.why for option in question.options)]:
                secrets += [words for words in (explanation and (explanation.pt, explanation.en)) or () if words]
            for secret in secrets:
                words = folded(secret.replace("`", " "))
                assert words not in text, f"{entry.id}: {secret}"


def test_every_stem_is_in_both_search_indexes_at_its_own_anchor(
    search_indexes: dict[Language, list[dict[str, str]]], bank: Bank
) -> None:
    for docs in search_indexes.values():
        by_place = {doc["location"]: letters(doc["text"]) for doc in docs}
        for entry in (entry for entry in bank.entries.values() if entry.question.is_visible):
            place = f"{page_url(entry.question.page_path)}#{entry.id}"
            stem = letters(" ".join(render_stem(entry.question.stem)))
            found = by_place[place]
            assert stem in found
            # The words around it: the count to choose, and at most a ribbon.
            assert len(found) - len(stem) < 120, f"{place} holds more than the stem: {found}"


def letters(html: str) -> str:
    """Return the letters and digits of what a reader sees of some HTML."""
    return "".join(c for c in BeautifulSoup(f"<p>{html}</p>", "html.parser").get_text() if c.isalnum())


def test_each_edition_searches_itself(search_indexes: dict[Language, list[dict[str, str]]]) -> None:
    assert any("simultaneidade" in doc["text"] for doc in search_indexes["pt"])
    assert not any("simultaneidade" in doc["text"] for doc in search_indexes["en"])


def test_nothing_of_the_template_language_is_left(pages: dict[str, BeautifulSoup]) -> None:
    for path, page in pages.items():
        for code in page.select("code, exam-question"):
            code.decompose()
        assert not re.search(r"\{\{|\}\}|\{%|Macro Rendering Error", page.get_text()), path


def test_no_page_promises_what_is_not_there(bank: Bank) -> None:
    for language in LANGUAGES:
        for path in bank.pages.headings[language]:
            text = (ROOT / "docs" / language / f"{path}.md").read_text("utf-8")
            assert not re.search(r"[Cc]oming soon|[Ee]m breve|TODO|[Ll]orem ipsum", text), path


def test_every_page_says_when_it_was_reviewed_and_from_what(pages: dict[str, BeautifulSoup], bank: Bank) -> None:
    for path in (path for path in bank.pages.paths if path not in TOOLS):
        for edition in EDITIONS.values():
            sources = pages[edition + page_url(path)].select_one(".page-sources")
            assert sources is not None, path
            assert len(sources.select("a[href^='https://']")) >= 1, path
            assert re.search(r"(Revisado em|Reviewed on) ", sources.text), path
