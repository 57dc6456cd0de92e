from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from macros.bank import Bank
from macros.markup import render_stem
from macros.rendering.questions import (
    Section,
    Surroundings,
    render_answer_key,
    render_question,
    render_summary,
    source_label,
)
from tests.conftest import ROOT
from tests.questions import good


def soup(html: str) -> BeautifulSoup:
    return BeautifulSoup(html, "html.parser")


def test_a_question_is_one_line_in_one_block_that_markdown_leaves_alone(bank: Bank) -> None:
    for entry in bank.entries.values():
        html = render_question(entry, "pt", 1)
        assert "\n" not in html
        assert html.startswith("<div")
        assert html.endswith("</div>")


def test_the_heading_that_teaches_is_markdown_and_not_html(tmp_path: Path) -> None:
    around = Surroundings(Section("#cost", "Cost & `x` <b>"))
    assert "Cost &amp; <code>x</code> &lt;b&gt;</a>" in render_question(good(tmp_path / "q.yml"), "en", 3, around)


def test_everything_that_answers_without_script_is_there(tmp_path: Path) -> None:
    page = soup(render_question(good(tmp_path / "q.yml"), "en", 3, Surroundings(Section("#cold-start", "Cold starts"))))
    assert page.select_one("h3#inference\\/good").text.startswith("Question 3")
    assert [(i["type"], i["value"], i["data-in"]) for i in page.select("input")] == [
        ("radio", "a", "1"),
        ("radio", "b", ""),
    ]
    assert len({i["name"] for i in page.select("input")}) == 1
    assert page.select_one("legend .eq__ask").text == "Which option costs the LEAST?"
    scenario = page.select_one("fieldset")["aria-describedby"]
    assert "bursts" in page.find(id=scenario).text
    details = page.select_one("details")
    assert "Answer: A." in details.text
    assert "No traffic, nothing on." in details.text
    assert "The instance stays on." in details.text
    assert "Bursts ask for serverless." in details.text
    assert details.select_one(".eq__section a")["href"] == "#cold-start"
    assert "Reviewed on 22 November 2026." in details.text


def test_two_right_options_make_check_boxes_and_say_how_many(tmp_path: Path) -> None:
    entry = good(
        tmp_path / "q.yml",
        ("text: A real-time endpoint.", "text: A real-time endpoint.\n    correct: true"),
        ("takeaway:", "  - {text: Neither., why: {pt: a, en: b}}\ntakeaway:"),
    )
    page = soup(render_question(entry, "pt", 1))
    assert {i["type"] for i in page.select("input")} == {"checkbox"}
    assert "Escolha duas opções." in page.select_one("legend").text
    assert "Resposta: A e B." in page.text


def test_an_english_stem_in_a_portuguese_page_says_so_and_its_reasons_do_not(tmp_path: Path) -> None:
    page = soup(render_question(good(tmp_path / "q.yml"), "pt", 1))
    assert page.select_one(".eq__scenario")["lang"] == "en"
    assert page.select_one(".eq__ask")["lang"] == "en"
    assert {span.get("lang") for span in page.select(".eq__text")} == {"en"}
    assert {span.get("lang") for span in page.select(".eq__why")} == {None}
    english = soup(render_question(good(tmp_path / "q.yml"), "en", 1))
    assert english.select("[lang]") == []


def test_a_missing_translation_is_replaced_and_marked(tmp_path: Path) -> None:
    entry = good(tmp_path / "q.yml", ("  pt: Rajadas pedem serverless.\n", ""))
    takeaway = soup(render_question(entry, "pt", 1)).select_one(".eq__takeaway span")
    assert (takeaway.text, takeaway["lang"]) == ("Bursts ask for serverless.", "en")


def test_answers_and_reasons_are_kept_from_search_and_the_stem_is_not(samples: Bank) -> None:
    for entry in samples.entries.values():
        page = soup(render_question(entry, "en", 1))
        for hidden in page.select("[data-search-exclude]"):
            hidden.decompose()
        assert not page.select(".eq__option, .eq__answer, .eq__why, .eq__takeaway")
        stem = soup("".join(f"<p>{part}</p>" for part in render_stem(entry.question.stem)))
        assert "".join(stem.get_text().split()) in "".join(page.get_text().split())


@pytest.mark.parametrize("text", ["{{ task.input.taskObject }}", "<script>alert(1)</script>", "{% raw %}", "&lt;b&gt;"])
def test_whatever_a_stem_holds_is_shown_as_text(tmp_path: Path, text: str) -> None:
    entry = good(tmp_path / "q.yml", ("Which option costs the LEAST?", f"Which one does {text} cost?"))
    page = soup(render_question(entry, "pt", 1))
    shown = "<b>" if text.startswith("&lt;") else text  # CommonMark reads character references
    assert shown in page.select_one(".eq__ask").text
    assert page.find("script") is None


def test_a_disputed_question_shows_its_ribbon_its_note_and_every_accepted_set(bank: Bank) -> None:
    entry = bank.entries["training/create-training-job-required"]
    page = soup(render_question(entry, "en", 1))
    assert "Disputed" in page.select_one(".eq__ribbon").text
    assert "Answer: C, E and F, or A, C and F." in page.text
    assert [i["data-in"] for i in page.select("input")] == ["2", "", "1 2", "", "1", "1 2"]
    assert "31 October 2018" in page.select_one(".eq__note").text


def test_a_renamed_question_keeps_its_old_anchor_and_tells_its_old_id(tmp_path: Path) -> None:
    around = Surroundings(formerly=("inference/old", "inference/older"))
    page = soup(render_question(good(tmp_path / "q.yml"), "en", 1, around))
    assert [span["id"] for span in page.select(".exam-question-frame > span")] == ["inference/old", "inference/older"]
    assert page.select_one("exam-question")["formerly"] == "inference/old inference/older"


def test_the_answer_key_has_every_question_in_order_with_its_takeaway(bank: Bank) -> None:
    entries = [bank.entries["inference/variants-test-new-model"], bank.entries["training/containers-gpu"]]
    html = render_answer_key({entry.id: entry for entry in entries}, "pt")
    rows = soup(html).select("li")
    assert [row.strong["data-key-of"] for row in rows] == [entry.id for entry in entries]
    assert [row.strong.text for row in rows] == ["D", "B"]
    assert entries[0].question.takeaway.pt.split("`")[0] in rows[0].text
    assert "\n" not in html


def test_the_summary_counts_the_questions_in_both_languages() -> None:
    for language, words in (("pt", "Respondidas:"), ("en", "Answered:")):
        page = soup(render_summary(12, language))
        assert words in page.text
        assert page.select_one('[data-n="total"]').text == "12"
        assert page.select_one("progress")["max"] == "12"


def test_a_source_is_called_by_its_site_and_page() -> None:
    assert source_label("https://docs.aws.amazon.com/sagemaker/latest/dg/async.html#x") == "docs.aws.amazon.com · async"
    assert source_label("https://aws.amazon.com") == "aws.amazon.com"


@pytest.mark.parametrize(
    "changes",
    [
        [("difficulty: 2", "difficulty: 2\nkeep_order: true")],
        [("difficulty: 2", "difficulty: 2\nstatus: disputed\nnote: {en: x}\nalso_accepted: [[b]]")],
        [("text: A serverless endpoint.", "text: 512 MB"), ("text: A real-time endpoint.", "text: 1 GB")],
    ],
)
def test_options_whose_order_means_something_are_not_dealt_again(
    tmp_path: Path, changes: list[tuple[str, str]]
) -> None:
    page = soup(render_question(good(tmp_path / "q.yml", *changes), "en", 1))
    assert page.select_one("exam-question").has_attr("data-keep-order")
    assert not soup(render_question(good(tmp_path / "r.yml"), "en", 1)).select_one("[data-keep-order]")


def test_the_element_knows_the_attribute_by_its_name() -> None:
    script = (ROOT / "overrides/assets/javascripts/quiz/exam-question.js").read_text("utf-8")
    assert 'hasAttribute("data-keep-order")' in script
