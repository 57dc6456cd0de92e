import re
import string
from pathlib import Path

import pytest

from macros.problems import Position, Problem, near_match, rules

ROOT = Path(__file__).resolve().parents[2]


def test_a_problem_says_where_what_and_how_to_mend_it_in_both_languages() -> None:
    problem = Problem("Q002", "a/b.yml", Position(3, 5), {"key": "stm", "near": "stem", "known": "options, stem"})
    assert problem.text("en") == (
        "a/b.yml:3:5: Q002 unknown key: stm. Did you mean stem?\n    help: what fits here: options, stem"
    )
    assert problem.text("pt").startswith("a/b.yml:3:5: Q002 chave desconhecida: stm. Você quis dizer stem?\n    ajuda:")


@pytest.mark.parametrize(
    ("word", "shown"),
    [
        *((word, word) for word in ("café", r"a\\b", "5\N{NO-BREAK SPACE}GB", "\N{GRINNING FACE}")),
        ("a\nb\tc\rd", r"a\nb\tc\rd"),
        ("\x1b[31m", r"\x1b[31m"),
        ("a\N{LINE SEPARATOR}b\N{RIGHT-TO-LEFT OVERRIDE}c", r"a\u2028b\u202ec"),
    ],
)
def test_what_a_file_says_stays_on_its_line_and_is_seen(word: str, shown: str) -> None:
    problem = Problem("Q002", word, Position(), {"key": word, "near": word, "known": "a"})
    assert problem.text("en").startswith(f"{shown}:1:1: Q002 unknown key: {shown}. Did you mean {shown}?\n    help: ")


def test_every_code_used_is_in_the_table_and_every_code_of_the_table_is_used() -> None:
    files = [*(ROOT / "macros").rglob("*.py"), *(ROOT / "scripts" / "examples").glob("*.py")]
    used = set(re.findall(r'"([YQBWPE][0-9]{3})"', "".join(path.read_text("utf-8") for path in files)))
    assert used == set(rules())


def test_every_rule_speaks_both_languages_with_the_same_words_to_fill_in() -> None:
    def fields(text: str) -> set[str]:
        return {field for _, field, _, _ in string.Formatter().parse(text) if field}

    for rule in rules().values():
        for texts in (rule.statement, rule.message, rule.help):
            assert set(texts) == {"pt", "en"}, rule.code
            assert fields(texts["pt"]) == fields(texts["en"]), rule.code
        assert rule.statement["en"].endswith("."), rule.code
        assert rule.severity in {"error", "warning"}


def test_the_nearest_word_is_offered_only_when_it_is_near() -> None:
    assert near_match("serverles", ["serverless", "async"]) == "serverless"
    assert near_match("mla-c02/3.1", ["MLA-C02/3.1"]) == "MLA-C02/3.1"
    assert near_match("xyz", ["serverless", "async"]) == ""
