"""Files that contributors sent, or may: what is said of each, all of it in one run, in both languages."""

from pathlib import Path

import pytest

from macros.bank import Bank, load_question
from macros.problems import Problem
from tests.conftest import ROOT

FILES = ROOT / "tests" / "fixtures" / "failing"

# Code, line and column; what comes at one place in a row is counted.
EXPECTED: dict[str, list[tuple[str, int, int]]] = {
    "arrow-key": [("Q002", 2, 1), *[("Q003", 2, 1)] * 8],
    "bidi-override": [("Y015", 2, 46), ("Y015", 6, 16)],
    "code-in-options": [],
    "comma-in-flow-mapping": [("Y021", 8, 28), ("Y021", 8, 67)],
    "heading-in-stem": [("Q024", 1, 7)] * 3,
    "markdown-front-matter": [("Y022", 1, 1)],
    "math-in-stem": [("Q026", 1, 7)] * 3,
    "other-banks-json": [
        *[("Q003", 1, 1)] * 3, ("Q028", 2, 5), ("Q028", 3, 5), ("Q029", 4, 16),
        *[("Q028", line, 5) for line in range(5, 11)],
    ],
    "smart-quotes": [("Y018", line, 11) for line in (7, 9, 10, 11, 14, 15, 16, 18, 19, 20, 22, 23)]
    + [("Y018", 25, 7), ("Y018", 26, 7)],
    "table-in-stem": [],
    "three-tags-one-message": [("Q015", 1, 7)] * 3,
    "two-waves": [
        ("Q003", 2, 1), ("W003", 2, 7), ("Q010", 4, 3), ("Q010", 6, 3), ("Q010", 8, 3), ("W001", 8, 9),
        ("Q010", 10, 3), ("Q010", 11, 3), ("Q010", 12, 3), ("B001", 14, 14), ("B002", 15, 7),
    ],
}  # fmt: skip


def judged(bank: Bank, file: Path) -> list[Problem]:
    _, problems = load_question(file, file.name, "inference/x", bank.facts, bank.pages)
    return sorted(problems, key=lambda problem: problem.sort_key)


@pytest.mark.parametrize("name", EXPECTED)
def test_all_that_is_wrong_is_told_at_its_place(bank: Bank, name: str) -> None:
    problems = judged(bank, FILES / f"{name}.yml")
    assert [(p.code, *p.position) for p in problems] == EXPECTED[name]


@pytest.mark.parametrize("name", EXPECTED)
def test_checked_out_with_other_line_ends_it_is_told_the_same(bank: Bank, name: str, tmp_path: Path) -> None:
    file = tmp_path / f"{name}.yml"
    file.write_bytes((FILES / f"{name}.yml").read_bytes().replace(b"\n", b"\r\n"))
    assert [(p.code, *p.position) for p in judged(bank, file)] == EXPECTED[name]


@pytest.mark.parametrize("name", EXPECTED)
def test_each_is_told_in_both_languages(bank: Bank, name: str) -> None:
    for problem in judged(bank, FILES / f"{name}.yml"):
        texts = [problem.text("pt"), problem.text("en")]
        assert texts[0] != texts[1]
        assert not any("{" in text.replace("{pt:", "").replace("{en:", "").replace(r"\hat{", "").replace(r"\frac{", "")
                       .replace("}{", "") for text in texts), texts  # fmt: skip


def test_every_file_is_judged() -> None:
    assert {file.stem for file in FILES.iterdir()} == set(EXPECTED)
