"""The home page's first screen, and the plan by the weights of the exam."""

import pytest
from bs4 import BeautifulSoup

from macros.bank import Bank
from macros.calls.study import Study, in_weeks
from macros.language import LANGUAGES, Language
from macros.pages.addresses import PageContext


def home(bank: Bank, language: Language) -> BeautifulSoup:
    return BeautifulSoup(Study(bank, language, PageContext("index", {})).home(), "html.parser")


@pytest.mark.parametrize("language", LANGUAGES)
def test_home_has_both_ways_in_and_the_exam_to_book(bank: Bank, language: Language) -> None:
    page = home(bank, language)
    assert [way["href"] for way in page.select("a.home__way")] == ["#tonight", "exam/plan/"]
    code, exam = next(iter(bank.facts.exams.items()))
    assert exam.beta is not None
    shown = page.select_one(".home__book strong")
    assert shown is not None
    assert shown.get_text() == f"{code} beta ({exam.beta.code})"


def test_home_has_a_bar_for_each_domain_with_its_weight(bank: Bank) -> None:
    exam = next(iter(bank.facts.exams.values()))
    bars = home(bank, "en").select(".domain-bars li")
    assert [bar["data-domain"] for bar in bars] == list(exam.domains)
    assert all(
        f"{domain.weight}% of MLA-C02" in bar.get_text()
        for bar, domain in zip(bars, exam.domains.values(), strict=True)
    )


def test_plan_gives_each_domain_its_weight_of_the_work(bank: Bank) -> None:
    items = Study(bank, "en", PageContext("exam/plan", {}))._items()
    for key, domain in next(iter(bank.facts.exams.values())).domains.items():
        assert sum(item.share for item in items if item.domain == key) == pytest.approx(domain.weight, abs=0.2)
    current = [entry for entry in bank.entries.values() if entry.question.status == "current"]
    assert {item.path for item in items} == {entry.question.page_path for entry in current}


@pytest.mark.parametrize("weeks", range(2, 9))
def test_plan_splits_into_weeks_of_about_the_same_work(bank: Bank, weeks: int) -> None:
    items = Study(bank, "pt", PageContext("exam/plan", {}))._items()
    split = in_weeks(items, weeks)
    assert [item for week in split for item in week] == items
    assert len(split) == weeks
    largest = max(item.share for item in items)
    assert all(abs(sum(item.share for item in week) - 100 / weeks) <= largest for week in split)
