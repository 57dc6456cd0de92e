from dataclasses import replace

import pytest
from bs4 import BeautifulSoup

from macros.bank import Bank
from macros.errors import MacroError
from macros.pages.addresses import PageContext
from macros.pages.index import PageIndex, read_page
from macros.problems import rules
from tests.macros.calls.every import Every


def cells(html: str) -> list[list[str]]:
    rows = BeautifulSoup(html, "html.parser").select("tbody tr")
    return [[cell.get_text(" ", strip=True) for cell in row.select("td")] for row in rows]


@pytest.fixture
def pt(bank: Bank) -> Every:
    return Every(bank, "pt", PageContext("reference/limits", {}))


@pytest.fixture
def en(bank: Bank) -> Every:
    return Every(bank, "en", PageContext("reference/limits", {}))


def test_the_rules_of_all_kinds_together_are_the_table(en: Every) -> None:
    shown = [row[0] for kind in "YQBWPE" for row in cells(en.rules(kind))]
    assert sorted(shown) == sorted(rules())


def test_a_kind_of_rule_that_is_not_there_is_named(pt: Every) -> None:
    with pytest.raises(MacroError, match="the kinds are Y, Q, B, W, P and E"):
        pt.rules("Z")


def test_the_availability_of_a_feature_is_one_row_in_the_pages_language(pt: Every, en: Every) -> None:
    row = next(row for row in cells(pt.availability_table()) if row[0] == "SageMaker Clarify")
    assert row[1:3] == ["fechado a novos clientes", "30 de julho de 2026"]
    assert "30 de junho de 2026" in row[4]
    assert 'href="../../data/clarify-bias/"' in en.availability_table()


def test_the_glossary_is_sorted_by_the_pages_language_and_shows_the_other(pt: Every, en: Every, bank: Bank) -> None:
    for macros, language in ((pt, "pt"), (en, "en")):
        shown = BeautifulSoup(macros.glossary(), "html.parser")
        words = [term.get_text() for term in shown.select("dt > strong")]
        assert sorted(words) == sorted(term[language] for term in bank.facts.glossary.values())
        assert words.index("Amazon A2I") < words.index("baseline")  # a brand is not what a word is looked up by
        letters = [letter.get_text() for letter in shown.select(".letters a")]
        assert letters == sorted(letters)
        assert [link["href"] for link in shown.select(".letters a")] == [
            f"#{letter['id']}" for letter in shown.select(".glossary__letter")
        ]


def test_candidate_coverage_names_pages_and_share_of_every_task(en: Every, bank: Bank) -> None:
    rows = cells(en.candidate_coverage("MLA-C02"))
    tasks = [task for domain in bank.facts.exams["MLA-C02"].domains.values() for task in domain.tasks.values()]
    assert len(rows) == len(tasks)
    here = sum(skill.in_scope for skill in tasks[0].skills.values())
    assert rows[0][2] == f"{here}/{len(tasks[0].skills)}"
    with pytest.raises(MacroError, match="the exams are MLA-C02"):
        en.candidate_coverage("MLA-C03")


def test_title_of_a_page_is_markdown_and_not_html(bank: Bank) -> None:
    pages = {path: read_page("# Cost & `x` <b> { #title }\n", path, "en")[0] for path in bank.pages.pages["en"]}
    macros = Every(replace(bank, pages=PageIndex({"pt": {}, "en": pages})), "en", PageContext("index", {}))
    assert "Cost &amp; <code>x</code> &lt;b&gt;</a>" in macros.availability_table()


def test_coverage_has_a_row_for_each_task_and_marks_gaps(en: Every, bank: Bank) -> None:
    rows = cells(en.coverage("MLA-C02"))
    assert len(rows) == sum(len(domain.tasks) for domain in bank.facts.exams["MLA-C02"].domains.values())
    assert {row[4] for row in rows} <= {"gap", "covered", "out of scope"}
    with pytest.raises(MacroError, match="the exams are MLA-C02"):
        en.coverage("MLA-C99")


def test_skills_out_of_scope_are_listed_under_their_tasks(pt: Every, bank: Bank) -> None:
    shown = BeautifulSoup(pt.out_of_scope("MLA-C02"), "html.parser").select("ul ul li")
    skills = [
        skill
        for domain in bank.facts.exams["MLA-C02"].domains.values()
        for task in domain.tasks.values()
        for skill in task.skills.values()
        if not skill.in_scope
    ]
    assert len(shown) == len(skills)
