import pytest
from bs4 import BeautifulSoup
from markdown_it.common.utils import escapeHtml

from macros import markup
from macros.markup import parser, render_inline, render_option, render_stem

PROSE = [
    "A serverless endpoint.",
    'Costs < 5 & "quotes" > 3',
    "Memory of 6 GB; it's 50% of 12.",
    "a - b, c + d = e | f ~ g",
    "Set `MaxConcurrency` and `a < b &amp; c`; then `x`.",
    "One ` alone",
    "`` two `` and `three` ```",
    "` padded ` and `*not bold*` and *bold*",
    "`a``b`",
    "10) not a list inline",
]


@pytest.mark.parametrize("text", PROSE)
def test_the_short_way_for_prose_gives_what_the_parser_gives(text: str) -> None:
    assert render_inline(text) == parser().renderInline(text).strip()


@pytest.mark.parametrize("text", [*PROSE, "# a heading", "- a list", "1. a list", "> a quote", "---"])
def test_the_short_way_for_stems_never_swallows_a_block(text: str) -> None:
    scenario, ask = render_stem(text)
    whole = parser().render(text).strip().replace("\n", " ")
    assert f"{scenario}<p>{ask}</p>" == whole if ask else scenario == whole


@pytest.mark.parametrize("first", [*PROSE, "- a list", "    code", "1) one", "Setext\n---", "one\n", "two  "])
@pytest.mark.parametrize("last", ["Which?", "Which `one`? ", "# not a question", "Which\none?\n"])
def test_the_short_way_for_paragraphs_gives_what_the_parser_gives(first: str, last: str) -> None:
    scenario, ask = render_stem(f"{first}\n\n{last}")
    whole = BeautifulSoup(parser().render(f"{first}\n\n{last}"), "html.parser")
    mine = BeautifulSoup(f"{scenario}<p>{ask}</p>" if ask else scenario, "html.parser")
    assert [(e.name, e.get_text().split()) for e in mine.find_all()] == [
        (e.name, e.get_text().split()) for e in whole.find_all()
    ]


def test_inline_markdown_works() -> None:
    assert render_inline("**LEAST** and `code`") == "<strong>LEAST</strong> and <code>code</code>"


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "[x](javascript:alert(1))",
        "![x](https://example.org/x.png)",
        "<https://javascript:alert(1)>",
        '[x](https://a.b "onmouseover=alert(1)")',
    ],
)
def test_text_reaches_no_markup_of_its_own(text: str) -> None:
    for html in (render_inline(text), render_option(text), "".join(render_stem(f"{text}\n\n{text}"))):
        for element in BeautifulSoup(html, "html.parser").find_all():
            assert element.name in {"a", "p"}
            assert set(element.attrs) <= {"href", "title"}
            assert str(element.get("href", "https://")).startswith("https://")


def test_a_tag_is_shown_as_text() -> None:
    assert escapeHtml("<script>alert(1)</script>") in render_stem("Why <script>alert(1)</script>?")[1]


def test_braces_are_left_alone() -> None:
    assert render_inline("{{ task.input.taskObject }} {% raw %}") == "{{ task.input.taskObject }} {% raw %}"


def test_the_last_paragraph_of_a_stem_is_its_question() -> None:
    assert render_stem("One.\n\nTwo **b**.\n\nWhich?") == ("<p>One.</p> <p>Two <strong>b</strong>.</p>", "Which?")
    assert render_stem("Which?") == ("", "Which?")
    assert render_stem("Which?\n\n```\ncode\n```")[1] == ""


def test_everything_is_on_one_line_and_code_keeps_its_own() -> None:
    scenario, ask = render_stem('Given:\n\n```json\n{\n  "a": 1\n}\n```\n\nWhich\none?')
    assert "\n" not in scenario + ask
    assert "{&#10;  &quot;a&quot;: 1&#10;}&#10;" in scenario
    assert ask == "Which one?"


def test_an_option_may_be_code() -> None:
    assert render_option("```\na\n```").startswith("<pre><code>a&#10;")
    assert render_option("Do `this`.") == "Do <code>this</code>."


def test_the_parser_is_made_once() -> None:
    assert markup.parser() is markup.parser()


def test_the_second_edition_renders_no_stem_again_however_many_there_are() -> None:
    texts = [f"Text number {number}." for number in range(25_000)]  # those of 5,000 questions
    for text in texts:
        render_stem(text)
    hits = render_stem.cache_info().hits
    for text in texts:
        render_stem(text)
    assert render_stem.cache_info().hits - hits == len(texts)


def test_a_table_is_one_and_scrolls_in_a_box_that_the_keyboard_reaches() -> None:
    text = "A matrix:\n\n| | p | n |\n| --- | --: | --- |\n| **p** | 90 | `a` |\n\nWhich?"
    scenario, ask = render_stem(text)
    assert (ask, "\n" in scenario, "|" in scenario) == ("Which?", False, False)
    page = BeautifulSoup(scenario, "html.parser")
    assert [cell.text for cell in page.select('.wide[tabindex="0"] > table.facts th[scope="col"]')] == ["p", "n"]
    assert [cell.get_text() for cell in page.select("td")] == ["", "p", "90", "a"]
    assert not [th for th in page.select("th") if not th.text]


def test_a_table_is_text_where_only_text_is_shown() -> None:
    assert "<table" not in render_inline("| a | b |\n| --- | --- |")
    assert render_stem("a | b and c | d?") == ("", "a | b and c | d?")


def test_tabs_in_code_reach_the_reader_as_tabs() -> None:
    scenario, _ = render_stem("Given:\n\n```\na\tb\n1\t2\n```\n\nWhich?")
    assert "a&#9;b&#10;1&#9;2" in scenario
    assert "\t" not in scenario
