"""The face of the site: the way in, the plan, tables on a phone, identifiers, the glossary and the sheet of limits."""

import json
from io import BytesIO

import pytest
from playwright.sync_api import Browser, Page, ViewportSize, expect
from pypdf import PdfReader

from macros.bank import Bank
from tests.conftest import Site

pytestmark = pytest.mark.browser

PHONE: ViewportSize = {"width": 360, "height": 800}
PROGRESS = "sagemaker-exam-guide.progress"


def answered(bank: Bank, page: str, right: int, wrong: int) -> str:
    """Return progress as the site stores it, of the first questions of a page."""
    entries = bank.on_page(page)[: right + wrong]
    rows = {
        entry.id: {"revision": entry.question.revision, "right": number < right, "at": 1_700_000_000_000, "tries": 1}
        for number, entry in enumerate(entries)
    }
    return json.dumps({"version": 1, "answers": rows})


@pytest.mark.parametrize("edition", ["", "en/"])
def test_first_phone_screen_has_both_ways_in_the_exam_and_progress(page: Page, site: Site, edition: str) -> None:
    page.set_viewport_size(PHONE)
    page.goto(f"{site.address}{edition}")
    for part in (".home__way >> nth=0", ".home__way >> nth=1", ".home__book a", ".home__count", ".domain-bars"):
        box = page.locator(part).bounding_box()
        assert box is not None
        assert box["y"] + box["height"] <= PHONE["height"], part


def test_home_shows_the_next_step_to_who_has_answered(page: Page, site: Site, bank: Bank) -> None:
    page.goto(f"{site.address}en/")
    expect(page.locator(".home__what")).to_be_visible()
    stored = answered(bank, "inference/serverless", 4, 3)
    page.evaluate("([key, text]) => localStorage.setItem(key, text)", [PROGRESS, stored])
    page.reload()
    expect(page.locator(".home__next li").first).to_contain_text("Continue where you stopped: Serverless")
    expect(page.locator(".home__next")).to_contain_text("Redo what you missed: 3")
    expect(page.locator(".home__count")).to_contain_text("Answered: 7")
    expect(page.locator(".home__what")).to_be_hidden()


def test_plan_keeps_weeks_and_ticks(page: Page, site: Site) -> None:
    page.goto(f"{site.address}en/exam/plan/")
    expect(page.locator(".plan__group h2")).to_have_count(5)
    expect(page.locator(".plan__weeks output")).to_contain_text("0 of")  # the script is there
    page.locator(".plan__weeks select").select_option("3")
    expect(page.locator(".plan__group h2")).to_have_count(3)
    page.locator(".plan__items input").first.check()
    expect(page.locator(".plan__weeks output")).to_contain_text("1 of")
    page.reload()
    expect(page.locator(".plan__group h2")).to_have_count(3)
    expect(page.locator(".plan__items input").first).to_be_checked()


def test_wide_tables_are_cards_on_a_phone_with_a_label_for_each_value(browser: Browser, site: Site) -> None:
    # Without JavaScript too.
    context = browser.new_context(viewport=PHONE, java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{site.address}en/inference/")
    table = page.locator("table.cards").first
    row, cell = table.locator("tbody tr").first, table.locator("tbody td").nth(1)
    assert row.evaluate("row => getComputedStyle(row).display") == "block"
    assert cell.evaluate("cell => getComputedStyle(cell, '::before').content") == '"Use it when"'
    context.close()


def test_breaks_of_an_identifier_are_not_copied(page: Page, site: Site) -> None:
    page.goto(f"{site.address}en/inference/serverless/")
    code = page.locator("code", has=page.locator("wbr")).first
    shown = code.evaluate("code => { getSelection().selectAllChildren(code); return `${getSelection()}`; }")
    assert shown == code.text_content()
    assert shown.isascii()


def test_glossary_filter_ignores_accents_and_counts(page: Page, site: Site) -> None:
    page.goto(f"{site.address}reference/glossary/")
    page.get_by_label("Filtrar termos").fill("assincrona")
    expect(page.locator("#async-inference")).to_be_visible()
    expect(page.locator("#baseline")).to_be_hidden()
    expect(page.locator(".glossary output")).to_contain_text("Termos: ")
    page.get_by_label("Filtrar termos").fill("")
    expect(page.locator("#baseline")).to_be_visible()


def test_section_index_is_an_item_of_its_list(page: Page, site: Site) -> None:
    page.goto(f"{site.address}en/inference/serverless/")
    links = page.locator(".md-nav--primary .md-nav__list .md-nav__list a.md-nav__link")
    link = links.filter(has_text="Choosing an inference option")
    expect(link).to_have_count(1)
    assert link.evaluate("(link) => link.href") == f"{site.address}en/inference/"


@pytest.mark.parametrize("edition", ["", "en/"])
def test_cheat_sheet_prints_on_one_sheet(page: Page, site: Site, edition: str) -> None:
    page.emulate_media(color_scheme="dark")
    page.goto(f"{site.address}{edition}reference/cheat-sheet/")
    assert len(PdfReader(BytesIO(page.pdf(format="A4"))).pages) == 1


def test_question_tells_domain_difficulty_and_where_it_is_edited(page: Page, site: Site) -> None:
    page.goto(f"{site.address}en/inference/serverless/")
    block = page.locator("exam-question").first
    expect(block.locator(".domain")).to_contain_text("Domain ")
    expect(block.locator(".eq__level")).to_contain_text("Difficulty:")
    name = block.get_attribute("question-id")
    expect(block.locator(f'a[href$="/edit/main/quizzes/{name}.yml"]')).to_have_count(1)


def test_top_of_a_page_leads_to_its_questions_and_they_lead_back(page: Page, site: Site) -> None:
    page.goto(f"{site.address}en/inference/serverless/")
    page.locator(".ways a", has_text="questions").click()
    expect(page.locator("#questions")).to_be_in_viewport()
    page.locator(".way-back a").click()
    expect(page.locator("h1")).to_be_in_viewport()
