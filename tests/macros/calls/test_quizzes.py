"""Several quiz() and question() calls on one page: one numbering, one key, and no id twice."""

import re
from collections import Counter
from itertools import product
from types import SimpleNamespace
from typing import Any

import pytest
from bs4 import BeautifulSoup

import macros
from macros.bank import Bank
from macros.calls.quizzes import Quizzes
from macros.pages.addresses import PageContext
from macros.rendering.blocks import fill
from tests.conftest import MINI

ONE, TWO = "inference/async", "inference/serverless"
ALONE = "monitoring/data-quality-baseline-after-retraining"


OTHER = "inference/serverless-burst-sizing"
CALLS = [(ONE, TWO), (ALONE, ONE), (ONE, ALONE, TWO), (ALONE, OTHER, ALONE), (ONE, ONE)]
Shown = tuple[BeautifulSoup, BeautifulSoup]


@pytest.fixture(scope="module", params=product(["pt", "en"], CALLS), ids=str)
def shown(mini_bank: Bank, request: pytest.FixtureRequest) -> Shown:
    """Return what a page shows after some calls, and the key that is printed below it."""
    edition, calls = request.param
    page = PageContext(ONE, {})
    quizzes = Quizzes(mini_bank, edition, page)
    html = [quizzes.question(call) if call in mini_bank.entries else quizzes.quiz(call) for call in calls]
    whole = fill("".join(html), Quizzes(mini_bank, edition, PageContext(ONE, {})).block)
    return BeautifulSoup(whole, "html.parser"), BeautifulSoup(page.meta["answer_key"], "html.parser")


def test_the_key_has_every_question_of_the_page_in_its_order(shown: Shown) -> None:
    page, key = shown
    anchors = [title["id"] for title in page.select(".eq__title")]
    assert [place["data-key-of"] for place in key.select("[data-key-of]")] == anchors
    assert [place["data-key-of"] for place in page.select(".eq__key [data-key-of]")] == anchors
    assert len(key.select("ol > li")) == len(anchors) == len(page.select("exam-question"))


def test_questions_are_numbered_over_all_calls(shown: Shown) -> None:
    page, _ = shown
    numbers = [int(re.findall(r"\d+", title.text)[0]) for title in page.select(".eq__title")]
    assert numbers == list(range(1, len(numbers) + 1))


def test_no_id_and_no_group_of_inputs_is_there_twice(shown: Shown) -> None:
    page, key = shown
    ids = Counter(element["id"] for part in (page, key) for element in part.select("[id]"))
    assert [name for name, count in ids.items() if count > 1] == []
    groups = [block.select_one("input")["name"] for block in page.select("exam-question")]
    assert len(groups) == len(set(groups))
    # A call of a page's questions has more than the three of single calls.
    assert len(page.select("exam-summary")) == (len(groups) > 3)
    assert len(page.select("link[rel=stylesheet]")) == 1


class Environment:
    """Stands for MkDocs, which calls the macros of one page after the other."""

    project_dir = str(MINI)

    def __init__(self) -> None:
        self.conf: Any = {"extra": {"edition": "en"}, "repo_url": ""}
        self.calls: dict[str, Any] = {}
        self.variables: dict[str, Any] = {}
        self.open("index")

    def open(self, path: str) -> None:
        self.page = SimpleNamespace(file=SimpleNamespace(src_uri=f"{path}.md"), meta={})

    def macro(self, function: Any) -> Any:
        self.calls[function.__name__] = function
        return function


def test_define_env_counts_within_a_page_and_starts_over_on_the_next() -> None:
    environment = Environment()
    macros.define_env(environment)
    titles = []
    for path in ("index", "inference/async", "index"):  # a page that is built again starts over, too
        environment.open(path)
        for question in (ALONE, OTHER):
            titles += re.findall(r'data-number="(\d+)"', environment.calls["question"](question))
        assert environment.page.meta["answer_key"].count("<li>") == 2
    assert titles == ["1", "2"] * 3
