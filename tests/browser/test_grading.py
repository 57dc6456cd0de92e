"""Grading and dealing, which know no elements, as a browser runs them."""

import pytest

from tests.browser.lab import Lab

pytestmark = pytest.mark.browser

KEY = ["a", "c"]
ALSO = ["b", "c"]


# Deals with a coin that falls as it is told to.
DEAL = """async ([name, letters, tosses]) => {
  const dealing = await import("/assets/javascripts/quiz/dealing.js");
  return dealing[name](letters, () => tosses.shift() ?? 0);
}"""


@pytest.mark.parametrize(
    ("chosen", "number", "states"),
    [
        (["a", "c"], 1, "hit left hit left"),
        (["c", "a"], 1, "hit left hit left"),
        (["c", "b"], 2, "left hit hit left"),
        (["a", "b"], 0, "hit mistake missed left"),
        (["a"], 0, "hit left missed left"),
        (["a", "b", "c"], 0, "hit mistake hit left"),
        ([], 0, "missed left missed left"),
    ],
)
def test_grade_finds_the_accepted_set_and_optionstate_says_what_each_was(
    lab: Lab, chosen: list[str], number: int, states: str
) -> None:
    assert lab.call("quiz/grading", "grade", chosen, [KEY, ALSO]) == number
    found = [lab.call("quiz/grading", "optionState", letter, chosen, [KEY, ALSO]) for letter in "abcd"]
    assert " ".join(found) == states


def test_shuffled_gives_every_order_once_over_all_tosses_and_repeats_with_a_seed(lab: Lab) -> None:
    tosses = [[first / 3, second / 2] for first in range(3) for second in range(2)]
    orders = ["".join(lab.run(DEAL, ["shuffled", ["a", "b", "c"], list(toss)])) for toss in tosses]
    assert sorted(orders) == ["abc", "acb", "bac", "bca", "cab", "cba"]


def test_reshuffled_never_returns_the_order_it_was_given(lab: Lab) -> None:
    # The greatest tosses leave everything in place; only the second round moves something.
    assert lab.run(DEAL, ["reshuffled", ["a", "b", "c"], [0.99, 0.99, 0, 0]]) == ["b", "c", "a"]
    assert lab.run(DEAL, ["reshuffled", ["a"], []]) == ["a"]
    assert lab.run(DEAL, ["reshuffled", [], []]) == []
