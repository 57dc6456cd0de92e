"""One run tells everything: a wrong shape hides nothing that can still be judged, and makes nothing up."""

from pathlib import Path

import pytest

from macros.bank import Bank, load_question
from tests.conftest import ROOT
from tests.questions import GOOD


def judged(tmp_path: Path, bank: Bank, text: str) -> list[str]:
    file = tmp_path / "q.yml"
    file.write_text(text, "utf-8")
    entry, problems = load_question(file, "q.yml", "inference/q", bank.facts, bank.pages)
    assert entry is None
    return sorted(problem.code for problem in problems)


def without(key: str) -> str:
    lines = GOOD.splitlines(keepends=True)
    start = next(number for number, line in enumerate(lines) if line.startswith(f"{key}:"))
    end = next((number for number in range(start + 1, len(lines)) if lines[number][0].isalpha()), len(lines))
    return "".join(lines[:start] + lines[end:])


WRONG = [
    ("Which option costs the LEAST?", "Which option is not <b>cheap</b>?", ["Q015", "W003"]),
    ("A real-time endpoint.", "None of the above.", ["W001"]),
    ("The instance stays on.", "Unlike option A, on.", ["W002"]),
    ("MLA-C02/3.1", "MLA-C02/9.9", ["B001"]),
    ("inference/serverless#cold-start", "nowhere", ["B002"]),
    ("https://docs.aws.amazon.com/sagemaker/latest/dg/serverless-endpoints.html", "https://example.org/", ["Q013"]),
]
SHAPES = [
    ("difficulty: 2", "difficulty: 7", "Q014"),
    ("difficulty: 2", "dificulty: 2\ndifficulty: 2", "Q002"),
    ("reviewed: 2026-11-22", "reviewed: today", "Q004"),
    ("  en: Bursts ask for serverless.", "  en: []", "Q004"),
    ("    correct: true", "    correct: maybe", "Q004"),
]


@pytest.mark.parametrize(("old", "new", "codes"), WRONG)
@pytest.mark.parametrize(("good_shape", "shape", "code"), SHAPES)
def test_a_wrong_shape_hides_no_other_mistake(
    tmp_path: Path, bank: Bank, old: str, new: str, codes: list[str], good_shape: str, shape: str, code: str
) -> None:
    text = GOOD.replace(old, new).replace(good_shape, shape)
    assert judged(tmp_path, bank, text) == sorted([*codes, code])


@pytest.mark.parametrize(
    "key", ["stem", "options", "takeaway", "sources", "objectives", "page", "difficulty", "reviewed"]
)
def test_of_a_missing_key_nothing_else_is_said(tmp_path: Path, bank: Bank, key: str) -> None:
    assert judged(tmp_path, bank, without(key)) == ["Q003"]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (GOOD[GOOD.index("options:") : GOOD.index("takeaway:")], "options: []\n", ["Q006"]),
        (GOOD[GOOD.index("  - text: A real") : GOOD.index("takeaway:")], "", ["Q006"]),
        (GOOD[GOOD.index("  - text: A serv") : GOOD.index("takeaway:")], "  A: One\n  B: Two\n", ["Q029"]),
        (GOOD[GOOD.index("  - text: A serv") : GOOD.index("takeaway:")], "  - One\n  - Two\n", ["Q029"]),
        (GOOD[GOOD.index("  - text: A serv") : GOOD.index("takeaway:")], "  - A: One\n  - B: Two\n", ["Q029"]),
        ("sources:\n  - https://docs.aws.amazon.com/sagemaker/latest/dg/serverless-endpoints.html\n", "sources: []\n",
         ["Q011"]),
        ("objectives: [MLA-C02/3.1]", "objectives: [1]", ["Q004"]),
        ("difficulty: 2\n", "difficulty: 2\nstatus: disputed\nnote: x\n", ["Q004"]),
        ("difficulty: 2\n", "difficulty: 2\nstatus: disputd\nalso_accepted: [[b]]\n", ["Q014"]),
        ("text: A serverless endpoint.", "text: [a]", ["Q004"]),
        ("    why:\n      pt: A instância fica ligada.\n      en: The instance stays on.\n", "", ["Q010"]),
    ],
)  # fmt: skip
def test_what_a_draft_lacks_has_no_consequences(
    tmp_path: Path, bank: Bank, old: str, new: str, expected: list[str]
) -> None:
    assert GOOD.count(old) == 1
    assert judged(tmp_path, bank, GOOD.replace(old, new)) == expected


def test_seven_options_are_each_judged(tmp_path: Path, bank: Bank) -> None:
    more = "".join(f"  - text: Choice number {n} <i>\n    why: {{pt: a, en: b}}\n" for n in range(5))
    text = GOOD.replace("takeaway:", f"{more}takeaway:")
    assert judged(tmp_path, bank, text) == ["Q006", *["Q015"] * 5]


def test_a_draft_is_in_no_bank(tmp_path: Path) -> None:
    from macros.bank import load_bank  # noqa: PLC0415

    for part in ("facts", "docs"):
        (tmp_path / part).symlink_to(ROOT / part)
    (tmp_path / "quizzes/inference").mkdir(parents=True)
    (tmp_path / "quizzes/inference/x.yml").write_text(without("takeaway"), "utf-8")
    assert load_bank(tmp_path).entries == {}
