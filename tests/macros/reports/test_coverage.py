from pathlib import Path

import pytest

from macros.bank import Bank
from macros.reports.coverage import ENOUGH_FOR_TASK, task_coverage
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
