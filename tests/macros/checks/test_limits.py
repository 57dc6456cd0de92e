from pathlib import Path

import pytest

from macros.bank import Bank
from macros.checks.limits import check_limits
from tests.questions import good


def codes(bank: Bank, tmp_path: Path, limits: str, *changes: tuple[str, str]) -> list[str]:
    entry = good(tmp_path / "q.yml", ("difficulty: 2", f"difficulty: 2\nlimits: [{limits}]"), *changes)
    return [problem.code for problem in check_limits(entry, bank.facts.limits)]


STEM = ("comes in bursts.", "comes in bursts and needs 6 GB.")
PT = ("Rajadas pedem serverless.", "Rajadas de até 6 GB pedem serverless.")
EN = ("Bursts ask for serverless.", "Bursts up to 6 GB ask for serverless.")


def test_a_limit_may_stand_in_the_stem_or_in_both_languages(bank: Bank, tmp_path: Path) -> None:
    assert codes(bank, tmp_path, "serverless.memory_max", STEM) == []
    assert codes(bank, tmp_path, "serverless.memory_max", PT, EN) == []


def test_a_limit_that_one_language_lacks_is_not_quoted(bank: Bank, tmp_path: Path) -> None:
    assert codes(bank, tmp_path, "serverless.memory_max", PT) == ["B014"]


def test_a_value_that_has_changed_is_reported_as_limit_and_as_number(bank: Bank, tmp_path: Path) -> None:
    old = [(before, after.replace("6 GB", "5 GB")) for before, after in (PT, EN)]
    assert codes(bank, tmp_path, "serverless.memory_max", *old) == ["B014", "B015", "B015"]


def test_numbers_of_the_scenario_and_wholes_need_no_limit(bank: Bank, tmp_path: Path) -> None:
    assert codes(bank, tmp_path, "", STEM, PT, EN) == []
    assert codes(bank, tmp_path, "", ("Rajadas pedem", "100% das rajadas pedem")) == []


@pytest.mark.parametrize("text", ["6.5 GB", "16 GB", "6 MB", "6"])
def test_only_the_very_value_counts(bank: Bank, tmp_path: Path, text: str) -> None:
    stem = ("comes in bursts.", f"comes in bursts and needs {text} of it.")
    assert codes(bank, tmp_path, "serverless.memory_max", stem) == ["B014"]


def test_counts_and_names_are_quoted_as_words_of_their_own(bank: Bank, tmp_path: Path) -> None:
    key = next(
        key for key, limit in bank.facts.limits.items() if limit.value == 15 and not (limit.unit or limit.disputed)
    )
    assert codes(bank, tmp_path, key, ("comes in bursts.", "comes in 15 bursts.")) == []
    assert codes(bank, tmp_path, key, ("comes in bursts.", "comes in 150 bursts.")) == ["B014"]


@pytest.mark.parametrize("stem", ["1000", "1,000"])
@pytest.mark.parametrize(("pt", "en"), [("1.000", "1,000"), ("1000", "1000")])
def test_a_count_may_be_written_with_a_separator_or_without(
    bank: Bank, tmp_path: Path, stem: str, pt: str, en: str
) -> None:
    key = next(key for key, limit in bank.facts.limits.items() if limit.value == 1000 and limit.unit is None)
    assert codes(bank, tmp_path, key, ("comes in bursts.", f"comes in {stem} bursts.")) == []
    reasons = [(PT[0], PT[1].replace("6 GB", pt)), (EN[0], EN[1].replace("6 GB", en))]
    assert codes(bank, tmp_path, key, *reasons) == []
    assert codes(bank, tmp_path, key, *[(old, new.replace("1", "2")) for old, new in reasons]) == ["B014"]
