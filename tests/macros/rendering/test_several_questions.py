"""Several quiz() and question() calls on one page: one numbering, one key, and no id twice."""

import re
from collections import Counter
from types import SimpleNamespace
from typing import Any

import pytest
from bs4 import BeautifulSoup

import macros
from macros.bank import Bank
from macros.language import Language
from macros.rendering.blocks import fill
from macros.rendering.page_macros import PageContext, PageMacros
from tests.conftest import ROOT

ONE, TWO = "inference/async", "inference/serverless"
ALONE = "training/containers-gpu"


@pytest.fixture(params=["pt", "en"])
def edition(request: pytest.FixtureRequest, bank: Bank) -> PageMacros:
    language: Language = request.param
    return PageMacros(bank, language)


def shown(edition: PageMacros, *calls: str) -> tuple[BeautifulSoup, BeautifulSoup]:
    """Return what a page shows after some calls, and the key that is printed below it."""
    page = PageContext(ONE, {})
    html = [
        edition.question(page, call) if call in edition.bank.entries else edition.quiz(page, call) for call in calls
    ]
    built = PageContext(ONE, {})
    whole = fill("".join(html), lambda place: edition.block(built, place))
    return BeautifulSoup(whole, "html.parser"), BeautifulSoup(page.meta["answer_key"], "html.parser")


OTHER = "training/containers-model-folder"
CALLS = [(ONE, TWO), (ALONE, ONE), (ONE, ALONE, TWO), (ALONE, OTHER, ALONE), (ONE, ONE)]


@pytest.mark.parametrize("calls", CALLS)
def test_the_key_has_every_question_of_the_page_in_its_order(edition: PageMacros, calls: tuple[str, ...]) -> None:
    page, key = shown(edition, *calls)
    anchors = [title["id"] for title in page.select(".eq__title")]
    assert [place["data-key-of"] for place in key.select("[data-key-of]")] == anchors
    assert [place["data-key-of"] for place in page.select(".eq__key [data-key-of]")] == anchors
    assert len(key.select("ol > li")) == len(anchors) == len(page.select("exam-question"))


@pytest.mark.parametrize("calls", CALLS)
def test_questions_are_numbered_over_all_calls(edition: PageMacros, calls: tuple[str, ...]) -> None:
    page, _ = shown(edition, *calls)
    numbers = [int(re.findall(r"\d+", title.text)[0]) for title in page.select(".eq__title")]
    assert numbers == list(range(1, len(numbers) + 1))


@pytest.mark.parametrize("calls", CALLS)
def test_no_id_and_no_group_of_inputs_is_there_twice(edition: PageMacros, calls: tuple[str, ...]) -> None:
    page, key = shown(edition, *calls)
    ids = Counter(element["id"] for part in (page, key) for element in part.select("[id]"))
    assert [name for name, count in ids.items() if count > 1] == []
    groups = [block.select_one("input")["name"] for block in page.select("exam-question")]
    assert len(groups) == len(set(groups))
    assert len(page.select("exam-summary")) == any(call in (ONE, TWO) for call in calls)
    assert len(page.select("link[rel=stylesheet]")) == 1


class Environment:
    """Stands for MkDocs, which calls the macros of one page after the other."""

    project_dir = str(ROOT)

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
    for path in ("index", "exam/tips", "index"):  # a page that is built again starts over, too
        environment.open(path)
        for question in (ALONE, OTHER):
            titles += re.findall(r'data-number="(\d+)"', environment.calls["question"](question))
        assert environment.page.meta["answer_key"].count("<li>") == 2
    assert titles == ["1", "2"] * 3
