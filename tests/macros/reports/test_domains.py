from collections import Counter
from pathlib import Path

from macros.bank import Bank
from macros.reports.domains import assign_domains
from tests.questions import good


def test_each_question_counts_for_one_domain_that_it_names(bank: Bank) -> None:
    for code, exam in bank.facts.exams.items():
        for question_id, domain in assign_domains(bank.entries.values(), code, exam).items():
            named = bank.entries[question_id].question.objectives
            assert any(objective.startswith(f"{code}/{domain}.") for objective in named), question_id


def test_a_question_of_several_domains_goes_where_questions_are_scarcest(tmp_path: Path, bank: Bank) -> None:
    exam = bank.facts.exams["MLA-C02"]
    both = "objectives: [MLA-C02/1.1, MLA-C02/3.1]"
    entries = [
        good(tmp_path / f"{number}.yml", ("objectives: [MLA-C02/3.1]", objectives), question_id=f"inference/q{number}")
        for number, objectives in enumerate(["objectives: [MLA-C02/3.1]"] * 3 + [both] * 2)
    ]
    assert Counter(assign_domains(entries, "MLA-C02", exam).values()) == {"3": 3, "1": 2}


def test_questions_of_other_exams_are_left_out(tmp_path: Path, bank: Bank) -> None:
    entry = good(tmp_path / "q.yml", ("[MLA-C02/3.1]", "[MLS-C01/4.1]"))
    assert assign_domains([entry], "MLA-C02", bank.facts.exams["MLA-C02"]) == {}


def test_the_order_of_the_questions_does_not_matter(bank: Bank) -> None:
    exam = bank.facts.exams["MLA-C02"]
    entries = list(bank.entries.values())
    assert assign_domains(entries, "MLA-C02", exam) == assign_domains(entries[::-1], "MLA-C02", exam)
