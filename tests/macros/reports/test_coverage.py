from pathlib import Path

import pytest

from macros.bank import Bank
from macros.reports.coverage import ENOUGH_FOR_SKILL, ENOUGH_FOR_TASK, domain_shares, task_coverage
from tests.questions import good


def test_a_question_counts_for_its_task_and_for_the_task_of_its_skill(bank: Bank, tmp_path: Path) -> None:
    task = good(tmp_path / "a.yml", question_id="a/task")
    skill = good(tmp_path / "b.yml", ("MLA-C02/3.1", "MLA-C02/3.1.2"), question_id="a/skill")
    other = good(tmp_path / "c.yml", ("MLA-C02/3.1", "MLS-C01/4.2"), question_id="a/other")
    rows = {row.key: row for row in task_coverage(bank.facts, [task, skill, other], "MLA-C02")}
    assert [entry.id for entry in rows["MLA-C02/3.1"].entries] == ["a/task", "a/skill"]
    assert rows["MLA-C02/3.1"].pages == ["inference/serverless"]
    assert rows["MLA-C02/3.2"].entries == ()


def test_a_gap_is_a_task_in_scope_with_too_few_questions(bank: Bank, tmp_path: Path) -> None:
    entries = [good(tmp_path / f"{n}.yml", question_id=f"a/{n}") for n in range(ENOUGH_FOR_TASK)]
    rows = {row.key: row for row in task_coverage(bank.facts, entries, "MLA-C02")}
    assert not rows["MLA-C02/3.1"].is_gap
    assert rows["MLA-C02/3.2"].is_gap
    assert not any(row.is_gap for row in task_coverage(bank.facts, [], "MLS-C01") if row.task.scope == "none")


def test_retired_questions_cover_nothing(bank: Bank, tmp_path: Path) -> None:
    entry = good(tmp_path / "q.yml", ("difficulty: 2", "difficulty: 2\nstatus: retired"))
    assert all(row.entries == () for row in task_coverage(bank.facts, [entry], "MLA-C02"))


def test_an_unknown_exam_is_a_key_error(bank: Bank) -> None:
    with pytest.raises(KeyError):
        list(task_coverage(bank.facts, [], "MLA-C99"))


def test_skill_in_scope_with_too_few_questions_is_a_gap(bank: Bank, tmp_path: Path) -> None:
    def rows(count: int) -> dict[str, bool]:
        change = ("MLA-C02/3.1", "MLA-C02/1.1.9")
        entries = [good(tmp_path / f"{n}.yml", change, question_id=f"a/{n}") for n in range(count)]
        coverage = task_coverage(bank.facts, entries, "MLA-C02")
        return {skill.key: skill.is_gap for row in coverage for skill in row.skills}

    assert rows(ENOUGH_FOR_SKILL - 1)["MLA-C02/1.1.9"]
    assert not rows(ENOUGH_FOR_SKILL)["MLA-C02/1.1.9"]
    assert not rows(0)["MLA-C02/1.1.1"], "no SageMaker AI feature answers it"


def test_share_of_a_domain_counts_each_mention_once(bank: Bank, tmp_path: Path) -> None:
    both = good(tmp_path / "a.yml", ("[MLA-C02/3.1]", "[MLA-C02/3.1, MLA-C02/3.2, MLA-C02/4.1]"), question_id="a/both")
    one = good(tmp_path / "b.yml", question_id="a/one")
    shares = {row.key: row for row in domain_shares(bank.facts, [both, one], "MLA-C02")}
    assert {key: row.count for key, row in shares.items()} == {
        "MLA-C02/1": 0, "MLA-C02/2": 0, "MLA-C02/3": 2, "MLA-C02/4": 1,
    }  # fmt: skip
    assert shares["MLA-C02/3"].is_off
    assert round(shares["MLA-C02/4"].share) == 33
