import re
from xml.etree import ElementTree

import pytest

from macros.bank import Bank
from macros.errors import MacroError
from macros.language import LANGUAGES, Language
from macros.reading.quantities import quantities
from macros.rendering import pictures
from macros.rendering.pictures import FOLDER, LIMIT, load_picture, picture_names, render_picture
from macros.text import Text

NAMES = picture_names()
SVG = {"svg": "http://www.w3.org/2000/svg"}

pytestmark = pytest.mark.parametrize("name", NAMES)


def figure(bank: Bank, language: Language, name: str) -> ElementTree.Element:
    html = render_picture(bank, language, name)
    xml = html.replace(" data-search-exclude>", ' data-search-exclude="">').replace(
        "<svg ", f'<svg xmlns="{SVG["svg"]}" '
    )
    return ElementTree.fromstring(xml)  # noqa: S314 - our own


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_panel_is_an_image_named_and_described_by_ids_of_its_own(
    bank: Bank, language: Language, name: str
) -> None:
    root = figure(bank, language, name)
    assert "data-search-exclude" in root.attrib
    panels = root.findall("svg:svg", SVG)
    assert len(panels) == len(load_picture(name).panels) > 0
    ids = [element.attrib["id"] for element in root.iter() if "id" in element.attrib]
    assert len(ids) == len(set(ids))
    assert all(element_id.startswith(f"picture-{name}-") for element_id in ids)
    for panel in panels:
        title, description = panel.find("svg:title", SVG), panel.find("svg:desc", SVG)
        assert title is not None
        assert description is not None
        assert panel.get("role") == "img"
        assert panel.get("aria-labelledby") == f"{title.get('id')} {description.get('id')}"
        assert title.text
        assert description.text


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_picture_is_one_line_without_colours_styles_scripts_or_leftovers(
    bank: Bank, language: Language, name: str
) -> None:
    html = render_picture(bank, language, name)
    assert "\n" not in html
    assert not re.search(r'#[0-9a-f]{3,8}\b|rgb|hsl|(?:fill|stroke|style|color|href|on\w+)="|<script|<style', html)
    assert not re.search(r"[{}`]|\*\*|undefined|None", html)


def test_both_languages_are_drawn_with_the_same_boxes(bank: Bank, name: str) -> None:
    portuguese, english = (
        [element.tag for element in figure(bank, language, name).iter() if not element.tag.endswith("tspan")]
        for language in LANGUAGES
    )
    assert portuguese == english


def test_both_languages_say_each_thing_and_the_drawing_uses_every_word(name: str) -> None:
    picture = load_picture(name)
    for words in picture.texts():
        assert words["pt"].strip()
        assert words["en"].strip()
        assert LIMIT.findall(words["pt"]) == LIMIT.findall(words["en"])
    used = set(re.findall(r"\bt\.(\w+)", (FOLDER / f"{name}.svg").read_text("utf-8")))
    assert used == set(picture.words)


def test_numbers_with_a_unit_come_from_the_facts(name: str) -> None:
    for words in load_picture(name).texts():
        for language in LANGUAGES:
            assert list(quantities(LIMIT.sub(" ", words[language]), language).values()) == []


def test_a_picture_is_on_the_same_pages_of_both_editions(bank: Bank, name: str) -> None:
    portuguese, english = (
        {
            path
            for path, page in bank.pages.pages[language].items()
            if any(call.name == "picture" and name in call.arguments for call in page.document.calls)
        }
        for language in LANGUAGES
    )
    assert portuguese == english
    assert portuguese


def test_a_wrong_name_is_told_the_near_one(bank: Bank, name: str) -> None:
    with pytest.raises(MacroError, match=f"there is no picture '{name}s'; did you mean '{name}'"):
        render_picture(bank, "pt", f"{name}s")


def test_words_that_quote_no_limit_say_which(bank: Bank, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    wrong = Text(pt='{{ limit("serverless.memory") }}', en="6 GB")
    broken = load_picture(name).model_copy(update={"caption": wrong})
    monkeypatch.setattr(pictures, "load_picture", lambda _name: broken)
    with pytest.raises(MacroError, match=r"quotes 'serverless\.memory', which is not a number"):
        render_picture(bank, "pt", name)
