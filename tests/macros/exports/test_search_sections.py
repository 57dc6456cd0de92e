"""The sections that the search reads, made from small ones."""

import json
from dataclasses import replace
from typing import Any

from macros.bank import Bank
from macros.exports.page_text import PageText
from macros.exports.search_sections import GONE_BOOST, search_sections
from macros.pages.index import PageIndex, read_page


def sections(bank: Bank, path: str, *texts: PageText) -> list[dict[str, Any]]:
    """Return the sections of a Portuguese edition of one page."""
    return list(json.loads(search_sections(bank, "pt", {path: texts}))["docs"])


def with_front_matter(bank: Bank, path: str, line: str) -> Bank:
    """Return the bank with another page in Portuguese, whose front matter has one more line."""
    text = f"---\ndescription: x\nreviewed: 2026-11-22\nsources: [{{title: x, url: x}}]\n{line}\n---\n"
    pages = {**bank.pages.pages["pt"], path: read_page(text, path, "pt")[0]}
    return replace(bank, pages=PageIndex({**bank.pages.pages, "pt": pages}))


def test_a_name_is_given_once_and_never_the_title_again(bank: Bank) -> None:
    named = with_front_matter(bank, "mlops/cost", "synonyms: [bill, COST, bill]")
    (page,) = sections(named, "mlops/cost", PageText("", "Cost"))
    assert page["also"].count("bill") == 1
    assert "cost" not in [name.casefold() for name in page["also"]]


def test_a_section_has_only_the_keys_that_say_something(bank: Bank) -> None:
    assert sections(bank, "x", PageText("y", "a", "b")) == [{"location": "x/#y", "title": "a", "text": "b"}]


def test_a_questions_section_has_its_stem_and_nothing_of_its_answer(bank: Bank) -> None:
    name = "training/containers-gpu"
    (section,) = sections(bank, "training/containers", PageText(name, number=3))
    assert section.keys() == {"location", "title", "text", "question"}
    assert section["location"] == f"training/containers/#{name}"
    assert section["title"] == "Pergunta 3"
    assert section["text"].endswith("?")
    assert bank.entries[name].question.options[0].text not in section["text"]


def test_a_page_about_a_closed_feature_counts_less_unless_its_front_matter_says_how_much(bank: Bank) -> None:
    gone = sorted(bank.facts.gone_pages)[0]
    page, heading = sections(bank, gone, PageText("", "X"), PageText("y", "Y"))
    assert page["boost"] == GONE_BOOST
    assert "boost" not in heading
    weighed = with_front_matter(bank, gone, "search_weight: 90")
    assert sections(weighed, gone, PageText("", "X"))[0]["boost"] == 0.9


def test_each_accent_is_one_with_its_letter(bank: Bank) -> None:
    text = PageText("", "Memo\N{COMBINING ACUTE ACCENT}ria", "ac\N{COMBINING CEDILLA}a~o")
    (section,) = sections(bank, "x", text)
    assert section["title"] == "Memória"
    assert section["text"] == "aça~o"
