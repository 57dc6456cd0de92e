"""Pictures as the site serves them: with their style sheet, and out of the search index."""

import json

import pytest

from macros.bank import Bank
from macros.language import LANGUAGES, Language
from macros.pages.addresses import page_url
from macros.rendering.pictures import load_picture, picture_names
from macros.text import Text
from tests.conftest import EDITIONS, Site

pytestmark = pytest.mark.site


def test_the_style_sheet_is_loaded_where_there_is_a_picture_and_nowhere_else(bank: Bank, site: Site) -> None:
    with_pictures = 0
    for edition in EDITIONS.values():
        for path in bank.pages.paths:
            html = site.page(edition + page_url(path))
            assert ("stylesheets/pictures." in html) == ('<figure class="picture' in html), edition + path
            with_pictures += '<figure class="picture' in html
    assert with_pictures >= 2 * len(picture_names())


@pytest.mark.parametrize("language", LANGUAGES)
def test_search_passes_over_what_a_picture_says_and_finds_what_follows_it(site: Site, language: Language) -> None:
    index = site.root / site.asset(f"{EDITIONS[language]}search/sections.json")
    texts = {doc["location"]: doc["text"] for doc in json.loads(index.read_text("utf-8"))["docs"]}
    whole = " ".join(texts.values())
    pictures = [load_picture(name) for name in picture_names()]
    unsearched: list[Text] = [panel.description for picture in pictures for panel in picture.panels]
    assert [words[language] for words in unsearched if words[language][:60] in whole] == []
    assert texts["inference/#decision-walk"].count("Batch transform") == 1
