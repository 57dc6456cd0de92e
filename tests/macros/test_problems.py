import re
import string
from pathlib import Path

from macros.problems import Position, Problem, near_match, rules

ROOT = Path(__file__).resolve().parents[2]


def test_a_problem_says_where_what_and_how_to_mend_it_in_both_languages() -> None:
    problem = Problem("Q002", "a/b.yml", Position(3, 5), {"key": "stm", "near": "stem", "known": "options, stem"})
    assert problem.text("en") == (
        "a/b.yml:3:5: Q002 unknown key: stm. Did you mean stem?\n    help: what fits here: options, stem"
    )
    assert problem.text("pt").startswith("a/b.yml:3:5: Q002 chave desconhecida: stm. Você quis dizer stem?\n    ajuda:")


def test_every_code_used_is_in_the_table_and_every_code_of_the_table_is_used() -> None:
    code = "".join(path.read_text("utf-8") for path in (ROOT / "macros").glob("*.py"))
    used = set(re.findall(r'"([YQBW][0-9]{3})"', code))
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
