from pathlib import Path

from macros.checks.balance import measure
from tests.questions import good


def test_shares_are_held_against_what_chance_would_give(tmp_path: Path) -> None:
    first = good(tmp_path / "a.yml")
    second = good(tmp_path / "b.yml", ("takeaway:", "  - {text: A third, why: {pt: a, en: b}}\ntakeaway:"))
    balance = measure([first, second])
    assert balance.count == 2
    assert (balance.positions["a"].share, round(balance.positions["a"].chance, 2)) == (100.0, 41.67)
    assert round(balance.positions["c"].chance, 2) == 16.67
    assert balance.longest.share == 50.0 * 2
    assert not balance.is_enough


def test_options_of_the_same_length_share_the_mark(tmp_path: Path) -> None:
    entry = good(tmp_path / "q.yml", ("text: A real-time endpoint.", "text: An asynchronous thing."))
    lengths = [len(option.text) for option in entry.question.options]
    assert lengths[0] == lengths[1]
    assert measure([entry]).longest.share == 50.0


def test_retired_and_multiple_response_questions_are_left_out(tmp_path: Path) -> None:
    retired = good(tmp_path / "a.yml", ("difficulty: 2", "difficulty: 2\nstatus: retired"))
    several = good(
        tmp_path / "b.yml",
        ("text: A real-time endpoint.", "text: A real-time endpoint.\n    correct: true"),
        ("takeaway:", "  - {text: A third, why: {pt: a, en: b}}\ntakeaway:"),
    )
    assert measure([retired, several]).count == 0


def test_an_empty_bank_has_no_rates() -> None:
    balance = measure([])
    assert balance.positions == {}
    assert balance.longest.off == 0.0


def test_options_that_keep_their_order_say_nothing_of_a_habit(tmp_path: Path) -> None:
    scale = [("text: A serverless endpoint.", "text: 5 minutes"), ("text: A real-time endpoint.", "text: 1 hour")]
    numbers = good(tmp_path / "a.yml", *scale)
    wanted = good(tmp_path / "b.yml", ("difficulty: 2", "difficulty: 2\nkeep_order: true"))
    balance = measure([numbers, wanted])
    assert (balance.count, balance.positions) == (2, {})
    assert measure([numbers, wanted, good(tmp_path / "c.yml")]).positions["a"].share == 100.0
