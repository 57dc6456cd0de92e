from pathlib import Path
from typing import get_args

import pytest

from macros.bank import Bank
from macros.facts import Unit, load_facts
from macros.language import UNITS
from tests.conftest import Project


def test_the_project_has_no_error(bank: Bank) -> None:
    assert bank.errors == []


def test_objectives_are_tasks_and_skills(bank: Bank) -> None:
    objectives = set(bank.facts.objectives)
    assert {"MLA-C02/3.1", "MLA-C02/3.1.1", "MLS-C01/4.2"} <= objectives
    assert "MLA-C02/3" not in objectives


def test_the_weights_of_each_exam_add_up(bank: Bank) -> None:
    for code, exam in bank.facts.exams.items():
        assert sum(domain.weight for domain in exam.domains.values()) == 100, code
        assert exam.scored + exam.unscored == exam.questions, code


def test_the_exam_that_is_offered_in_portuguese_says_so(bank: Bank) -> None:
    every = {**bank.facts.exams, **bank.facts.other_exams}
    assert [code for code, exam in every.items() if "pt-BR" in exam.languages] == ["AIF-C01"]


def test_other_exams_hold_no_objectives(bank: Bank) -> None:
    assert bank.facts.other_exams.keys().isdisjoint(bank.facts.exams)
    assert not [key for key in bank.facts.objectives if key.partition("/")[0] in bank.facts.other_exams]


def test_a_mistake_in_a_facts_file_is_placed_and_named(mini: Project) -> None:
    mini.edit(
        "facts/limits.yml",
        "  memory_max:\n    value: 6\n    unit: GB\n",
        "  memory_max:\n    value: 6\n    unit: Gb\n    sorce: x\n",
    )
    facts, problems = load_facts(mini.root)
    assert facts.limits == {}
    messages = {(p.path, p.code): p.message("en") for p in problems}
    assert "Did you mean GB?" in messages["facts/limits.yml", "Q014"]
    assert "Did you mean source?" in messages["facts/limits.yml", "Q002"]


@pytest.mark.parametrize(
    ("file", "text", "message"),
    [
        ("limits.yml", "- a\n", "facts/limits.yml must be a block of keys and values"),
        ("words.yml", "a: b\n", "facts/words.yml must be a list"),
        ("words.yml", "''\n", "facts/words.yml is empty"),
    ],
)
def test_a_facts_file_that_is_something_else_is_named(mini: Project, file: str, text: str, message: str) -> None:
    (mini.root / "facts" / file).write_text(text, "utf-8")
    _, [problem] = load_facts(mini.root)
    assert problem.message("en") == message


def test_facts_that_are_not_there_are_a_problem_not_a_crash(tmp_path: Path) -> None:
    (tmp_path / "facts").mkdir()
    facts, problems = load_facts(tmp_path)
    assert facts.limits == {}
    assert {problem.code for problem in problems} == {"Y014"}


def test_every_unit_of_a_limit_has_its_words_in_both_languages() -> None:
    assert set(get_args(Unit)) - {"fraction"} == set(UNITS)  # a fraction is a bare number
