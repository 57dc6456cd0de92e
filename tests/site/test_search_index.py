"""What the search reads: the text of the pages, and what else people call it, which no page shows."""

import json
import re
from pathlib import Path
from typing import Any

import material
import pytest

from macros.bank import Bank
from macros.exports.search_sections import COMMON
from macros.language import LANGUAGES, Language
from macros.pages.addresses import page_url
from tests.conftest import EDITIONS, ROOT, Project, Site

pytestmark = pytest.mark.site

THEME = Path(material.__file__).parent / "templates"


@pytest.fixture(scope="session")
def sections(site: Site) -> dict[Language, dict[str, dict[str, Any]]]:
    found = {}
    for language in LANGUAGES:
        text = (site.root / site.asset(f"{EDITIONS[language]}search/sections.json")).read_text("utf-8")
        found[language] = {section["location"]: section for section in json.loads(text)["docs"]}
    return found


def test_every_term_of_the_glossary_is_a_name_of_its_section_in_both_editions(
    sections: dict[Language, dict[str, dict[str, Any]]], bank: Bank
) -> None:
    for language in LANGUAGES:
        for term in bank.facts.glossary.values():
            path, _, heading = term.page.partition("#")
            section = sections[language][page_url(path) + (f"#{heading}" if heading else "")]
            names = [name.casefold() for name in [section["title"], *section["also"]]]
            assert not [word for word in (term.pt, term.en, *term.also) if word.casefold() not in names], term.page


def test_synonyms_of_the_front_matter_of_either_edition_serve_both(
    sections: dict[Language, dict[str, dict[str, Any]]],
) -> None:
    for language in LANGUAGES:
        assert {"vários modelos no mesmo endpoint", "many models on one endpoint"} <= set(
            sections[language]["inference/multi-model/"]["also"]
        )


def test_no_page_shows_the_synonyms(site: Site) -> None:
    for edition in EDITIONS.values():
        html = site.page(f"{edition}inference/multi-model")
        assert "centenas de modelos" not in html
        assert "host many models cheaply" not in html


def test_a_heading_goes_by_its_title_in_the_other_edition(
    sections: dict[Language, dict[str, dict[str, Any]]],
) -> None:
    assert "Cold starts" in sections["pt"]["inference/serverless/#cold-start"]["also"]
    assert "also" not in sections["pt"]["inference/async/#sources"]  # every page has those


def test_the_text_is_plain_and_keeps_the_cells_of_a_table_apart(
    sections: dict[Language, dict[str, dict[str, Any]]],
) -> None:
    for language in LANGUAGES:
        for section in sections[language].values():
            assert not re.search(r"</?(p|li|ul|ol|code|pre|td|span)\b", section["text"]), section["location"]
    assert "Memória máxima · 6\N{NO-BREAK SPACE}GB" in sections["pt"]["reference/limits/#serverless"]["text"].replace(
        "6 GB", "6\N{NO-BREAK SPACE}GB"
    )


def test_questions_are_told_from_features(sections: dict[Language, dict[str, dict[str, Any]]], bank: Bank) -> None:
    for language in LANGUAGES:
        questions = {place.partition("#")[2] for place, section in sections[language].items() if "question" in section}
        assert questions == {entry.id for entry in bank.entries.values() if entry.question.is_visible}


def test_no_section_but_the_page_itself_has_the_title_of_its_page(
    sections: dict[Language, dict[str, dict[str, Any]]],
) -> None:
    """A heading in a part that the search leaves out would become such a section, and lead to what cannot be seen."""
    for language in LANGUAGES:
        for place, section in sections[language].items():
            page = place.partition("#")[0]
            assert place == page or section["title"] != sections[language][page]["title"], place


def test_what_counts_as_too_common_to_name_a_page_is_said_to_the_search_too(site: Site) -> None:
    for edition in EDITIONS.values():
        index = site.root / site.asset(f"{edition}search/sections.json")
        assert json.loads(index.read_text("utf-8"))["common"] == COMMON


def test_front_matter_that_is_no_list_of_words_stops_the_build(mini: Project) -> None:
    mini.edit("docs/en/inference/async.md", "synonyms: [", "synonyms: [2026-11-22, ")
    result = mini.build()
    assert result.returncode != 0
    assert "docs/en/inference/async.md:4:12: Q004 synonyms 1 must be a text" in result.stdout


def test_the_theme_still_has_what_the_search_builds_upon(site: Site) -> None:
    home = site.page("")
    assert 'data-md-toggle="search" type="checkbox" id="__search"' in home
    assert 'class="md-header__button md-icon" for="__search"' in home  # which site.css hides
    assert 'data-md-component="search"' not in home  # or the theme would load its own index
    script = next((site.root / "assets/javascripts").glob("bundle.*.js")).read_text("utf-8")
    assert "window.document$=" in script
    assert "window.location$=" in script
    style = next((site.root / "assets/stylesheets").glob("main.*.css")).read_text("utf-8")
    partial = (ROOT / "overrides/partials/search.html").read_text("utf-8")
    ours = set(re.findall(r"\bmd-search[\w-]*", partial)) | {"md-search-result__item", "md-search-result__link"}
    assert sorted(name for name in ours if f".{name}" not in style) == []
    assert 'classList.remove("no-js");document.documentElement.classList.add("js")' in script
    assert ".no-js .md-search{display:none}" in style
    assert "[data-md-toggle=search]:checked~.md-header .md-search__inner" in style
