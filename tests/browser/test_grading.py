"""Grading and dealing, which know no elements, as a browser runs them."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page

from tests.conftest import ROOT, listening

pytestmark = pytest.mark.browser

KEY = ["a", "c"]
ALSO = ["b", "c"]


@pytest.fixture
def modules(page: Page) -> Iterator[Page]:
    """Return a page beside the modules, with what they export as globals."""
    with listening(ROOT / "overrides" / "assets" / "javascripts" / "quiz") as port:
        page.goto(f"http://127.0.0.1:{port}/grading.js")
        page.evaluate(
            """async () => {
                 Object.assign(window, await import("/grading.js"), await import("/dealing.js"));
                 window.tossed = (tosses) => () => tosses.shift() ?? 0;
               }"""
        )
        yield page


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
    modules: Page, chosen: list[str], number: int, states: str
) -> None:
    assert modules.evaluate("([chosen, accepted]) => grade(chosen, accepted)", [chosen, [KEY, ALSO]]) == number
    found = modules.evaluate(
        "([chosen, accepted]) => [...'abcd'].map((letter) => optionState(letter, chosen, accepted))",
        [chosen, [KEY, ALSO]],
    )
    assert " ".join(found) == states


def test_shuffled_gives_every_order_once_over_all_tosses_and_repeats_with_a_seed(modules: Page) -> None:
    orders = modules.evaluate(
        """() => [0, 1, 2].flatMap((first) => [0, 1].map((second) =>
             shuffled(["a", "b", "c"], tossed([first / 3, second / 2])).join("")))"""
    )
    assert sorted(orders) == ["abc", "acb", "bac", "bca", "cab", "cba"]


def test_reshuffled_never_returns_the_order_it_was_given(modules: Page) -> None:
    # The greatest tosses leave everything in place; only the second round moves something.
    assert modules.evaluate("reshuffled(['a', 'b', 'c'], tossed([0.99, 0.99, 0, 0]))") == ["b", "c", "a"]
    assert modules.evaluate("reshuffled(['a'], tossed([]))") == ["a"]
    assert modules.evaluate("reshuffled([], tossed([]))") == []
