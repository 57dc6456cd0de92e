from dataclasses import replace
from pathlib import Path

import pytest

from macros.bank import Bank
from macros.checks.references import check_references
from macros.facts import Facts
from tests.questions import good


def breaches(bank: Bank, tmp_path: Path, *changes: tuple[str, str]) -> list[tuple[str, str]]:
    entry = good(tmp_path / "q.yml", *changes)
    return [(p.code, p.message("en")) for p in check_references(entry, bank.facts, bank.pages)]


def test_a_good_question_fits_the_bank(bank: Bank, tmp_path: Path) -> None:
    assert breaches(bank, tmp_path) == []


@pytest.mark.parametrize(
    ("old", "new", "code", "words"),
    [
        ("MLA-C02/3.1", "MLA-C02/9.9", "B001", "unknown objective: MLA-C02/9.9"),
        ("MLA-C02/3.1", "MLAC02/3.1", "B001", "Did you mean MLA-C02/3.1?"),
        ("inference/serverless#cold-start", "inference/serverles", "B002", "Did you mean inference/serverless?"),
        ("#cold-start", "#cold-starts", "B003", "Did you mean #cold-start?"),
        ("#cold-start", "#", "B003", "has no heading #"),
        ("  pt: Rajadas pedem serverless.\n", "", "B008", "takeaway has no text in pt"),
        ("inference/serverless#cold-start", "monitoring/data-quality", "B011", "model-monitor is closed in facts"),
        ("inference/serverless#cold-start", "training/experiments", "B011", "experiments is deprecated in facts"),
        ("difficulty: 2\n", "difficulty: 2\nstatus: legacy\n", "B018", "inference/serverless#cold-start teaches"),
    ],
)
def test_each_breach_fires_its_own_rule_alone(
    bank: Bank, tmp_path: Path, old: str, new: str, code: str, words: str
) -> None:
    problems = breaches(bank, tmp_path, (old, new))
    assert [problem[0] for problem in problems] == [code]
    assert words in problems[0][1]


LEGACY = ("difficulty: 2\n", "difficulty: 2\nstatus: legacy\n")


def test_a_heading_that_teaches_what_is_still_offered_asks_for_current(bank: Bank, tmp_path: Path) -> None:
    page = ("inference/serverless#cold-start", "training/experiments#app-or-server")
    assert breaches(bank, tmp_path, page) == []
    assert [code for code, _ in breaches(bank, tmp_path, page, LEGACY)] == ["B018"]


def test_a_legacy_question_on_a_gone_page_or_with_a_note_needs_nothing_more(bank: Bank, tmp_path: Path) -> None:
    page = ("inference/serverless#cold-start", "training/experiments#classic")
    assert breaches(bank, tmp_path, page, LEGACY) == []
    note = (LEGACY[0], LEGACY[1] + "note: {pt: Mudou., en: It changed.}\n")
    assert breaches(bank, tmp_path, note) == []


OBJECTIVES = frozenset({"MLA-C02/3.1", "MLA-C02/3.1.4", "MLA-C02/4.3.9", "MLA-C01/1.2", "MLA-C01/3.9", "MLS-C01/4.4"})


def with_objectives(facts: Facts) -> Facts:
    """Return facts whose exams have OBJECTIVES and no other."""
    copy = replace(facts)
    vars(copy)["objectives"] = OBJECTIVES
    return copy


@pytest.mark.parametrize(
    ("wrong", "near"),
    [
        ("MLA-C02/9.9", ""),
        ("MLA-C02/3.9", ""),
        ("MLA-C02/4.3.8", ""),
        ("AIF-C01/1.2", ""),
        ("MLA-C03/3.1", ""),
        ("MLA-C02/1.2", ""),
        ("3.1", ""),
        ("MLA-C02/3.1.9", "MLA-C02/3.1"),
        ("mla-c02/3.1", "MLA-C02/3.1"),
        ("MLA-CO2/3.1", "MLA-C02/3.1"),
        ("MLA-C02 3.1.", "MLA-C02/3.1"),
        ("MLA-C02/Task 3.1", "MLA-C02/3.1"),
    ],
)
def test_what_is_offered_is_of_the_same_exam_and_the_same_meaning_or_nothing(
    tmp_path: Path, bank: Bank, wrong: str, near: str
) -> None:
    facts = with_objectives(bank.facts)
    entry = good(tmp_path / "q.yml", ("[MLA-C02/3.1]", f'["{wrong}"]'))
    [problem] = check_references(entry, facts, bank.pages)
    assert (problem.code, problem.words["near"]) == ("B001", near)
    assert ("Did you mean" in problem.message("en")) is bool(near)


def test_the_tasks_of_the_exam_are_listed_or_else_the_exams(tmp_path: Path, bank: Bank) -> None:
    facts = with_objectives(bank.facts)
    for wrong, known in (("MLA-C02/9.9", "there are MLA-C02/3.1"), ("X/1.1", "there are MLA-C01, MLA-C02, MLS-C01")):
        [problem] = check_references(good(tmp_path / "q.yml", ("MLA-C02/3.1", wrong)), facts, bank.pages)
        assert problem.help("en").endswith(known)
