"""What the Markdown of each kind of text may hold; a stem in these cases is a scenario and then its question."""

from datetime import date
from pathlib import Path

import pytest

from macros.checks.question import check_question
from macros.problems import Problem
from tests.questions import good

SCENARIO = "A team hosts a model whose traffic comes in bursts."
OPTION = "A real-time endpoint."
REASON = "The instance stays on."


def found(tmp_path: Path, old: str, new: str) -> list[Problem]:
    indented = (
        new.replace("\n", "\n  ") if old == SCENARIO else '"' + new.replace("\\", "\\\\").replace("\n", "\\n") + '"'
    )
    return list(check_question(good(tmp_path / "q.yml", (old, indented)), date(2026, 11, 22)))


def codes(tmp_path: Path, old: str, new: str) -> list[str]:
    return [problem.code for problem in found(tmp_path, old, new)]


@pytest.mark.parametrize(
    ("text", "block"),
    [
        ("# Heading", "heading: Heading"),
        ("Heading\n===", "heading: Heading"),
        ("Requirements:\n---", "heading: Requirements:"),
        ("- # Heading", "heading: Heading"),
        ("a\n\n---\n\nb", "horizontal rule: ---"),
        ("a\n\n* * *\n\nb", "horizontal rule: ***"),
        ("a\n\n___", "horizontal rule: ___"),
        ("> quote", "block quote: quote"),
        ("- > nested\n  > > quote", "block quote: nested"),
    ],
)
def test_blocks_that_break_a_pages_outline_are_refused_in_a_stem(tmp_path: Path, text: str, block: str) -> None:
    problems = found(tmp_path, SCENARIO, f"{SCENARIO}\n\n{text}")
    assert problems
    assert {problem.code for problem in problems} == {"Q024"}
    name, words = block.split(": ", 1)
    assert problems[0].message("en") == f"{name} in the text: {words}"
    assert problems[0].position.line == 1


@pytest.mark.parametrize(
    "text",
    [
        "- one\n- two\n  1. three",
        "1. one\n2. two",
        "```\n# code\n> code\n---\n```",
        "    # code",
        "| | p |\n| --- | --- |\n| **y** | 1 |",
        "a \\# b, a > b, a - b, a | b, #5, -5 °C, 2 * 3",
        "`# code` and `> code` and `<b>` and `$x_1$`",
    ],
)
def test_lists_tables_and_code_are_welcome_in_a_stem(tmp_path: Path, text: str) -> None:
    assert codes(tmp_path, SCENARIO, f"{SCENARIO}\n\n{text}") == []


@pytest.mark.parametrize("text", ["| a | b |\n| --- | --- |\n| 1 | 2 |", "# a", "> a", "a\n\n---"])
def test_an_option_is_a_label(tmp_path: Path, text: str) -> None:
    assert codes(tmp_path, OPTION, text) == ["Q024"]


@pytest.mark.parametrize("text", ["```\ncode\n```", "a\n\nb", "- a\n- b", "2 vCPU"])
def test_an_option_may_be_code(tmp_path: Path, text: str) -> None:
    assert codes(tmp_path, OPTION, text) == []


@pytest.mark.parametrize("text", ["# a", "> a", "- a\n- b", "1. a", "```\na\n```", "a\n\n---", "|a|b|\n|-|-|\n|1|2|"])
def test_a_reason_is_running_text(tmp_path: Path, text: str) -> None:
    assert codes(tmp_path, REASON, text) == ["Q024"]


@pytest.mark.parametrize(
    "text", ["a\n\n[^1]: note", "a [b]\n\n[b]: https://aws.amazon.com/", "a\n\n[b]: <https://a.b> 'c'"]
)
def test_definitions_are_refused_wherever_they_are(tmp_path: Path, text: str) -> None:
    for place in (SCENARIO, OPTION, REASON):
        assert codes(tmp_path, place, text) == ["Q025"]


def test_every_tag_is_named_and_an_end_only_without_its_start(tmp_path: Path) -> None:
    text = "A <b>model</b> idles<br>at <img\nsrc=x> night.</i> <!-- note\nmore --> <!DOCTYPE html> <b>again</b>"
    tags = [problem.words["tag"] for problem in found(tmp_path, SCENARIO, text)]
    assert tags == ["<b>", "<br>", "<img src=x>", "</i>", "<!-- note more -->", "<!DOCTYPE html>"]


def test_an_entity_hides_no_character(tmp_path: Path) -> None:
    [problem] = found(tmp_path, OPTION, "One &#x202e;unclosed &rlm;and 5&nbsp;GB.")
    assert problem.code == "Y015"
    assert "U+202E RIGHT-TO-LEFT OVERRIDE, U+200F RIGHT-TO-LEFT MARK" in problem.message("en")


def test_an_address_in_a_definition_is_judged_as_well(tmp_path: Path) -> None:
    assert codes(tmp_path, SCENARIO, f"{SCENARIO} [a]\n\n[a]: http://example.org") == ["Q025", "Q017"]


@pytest.mark.parametrize(
    ("text", "formula"),
    [
        ("A loss of $L = -\\sum_i y_i$.", "$L = -\\sum_i y_i$"),
        ("A $$\\frac{a}{b}$$ rate", "$$\\frac{a}{b}$$"),
        ("$$\nF_1 = x\n$$", "$$ F_1 = x $$"),
        ("A rate \\(\\alpha\\) of", "\\(\\alpha\\)"),
        ("A rate \\[ x = 1 \\] of", "\\[ x = 1 \\]"),
        ("F1 is \\frac{2PR}{P+R}", "\\frac{2PR}{P+R}"),
        ("a rate \\alpha", "\\alpha"),
        ("$x$ and y", "$x$"),
        ("the $TP$ count", "$TP$"),
        ("$O(n)$ time", "$O(n)$"),
        ("$2^n$ states", "$2^n$"),
        ("costs $5 and $x_1$", "$x_1$"),
        ("```math\nx^2\n```", "x^2"),
    ],
)
def test_a_formula_is_refused_before_a_reader_sees_it_raw(tmp_path: Path, text: str, formula: str) -> None:
    problems = found(tmp_path, SCENARIO, text)
    assert [(problem.code, problem.words["formula"]) for problem in problems] == [("Q026", formula)]


@pytest.mark.parametrize(
    "text",
    [
        "It costs $5 and $6, or 10$ each.",
        "From US$5 = R$ 28, a R$20/mês.",
        "$0.10/hour for $HOME users",
        "$1.50 per GB-hour (us-east-1) and $0.02 per GB",
        "price: $1,000 < $2,000; $5-$10; $3/month+$4",
        "set $HOME/bin:$PATH",
        "JSONPath $.predictions[0].score and $.x",
        "C:\\temp\\new, \\_not\\_, \\[optional\\]",
        "`$x_1$` and `` \\(\\alpha\\) ``",
        "\\$5_a\\$",
    ],
)
def test_prices_names_and_code_are_no_formulas(tmp_path: Path, text: str) -> None:
    assert codes(tmp_path, SCENARIO, text) == []
