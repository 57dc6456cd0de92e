"""Who changes the language stays in place: what was searched, is on the screen, is open, and was answered."""

import json
import re
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.pages import FORBID_STORAGE, PHONE, block, open_instant, settle, wait_until
from tests.conftest import Site

pytestmark = pytest.mark.browser

KEY = "sagemaker-exam-guide.progress"
PATH = "inference/production-variants/"
FIRST, THIRD = "inference/variants-ab-test-recommender", "inference/variants-test-new-model"
TOP = """(id) => document.getElementById(id).getBoundingClientRect().top
  - document.querySelector(".md-header").getBoundingClientRect().bottom"""


def switch(page: Page) -> None:
    """Press the switch where it is: Playwright's own click scrolls the page to bring the header into sight."""
    language = page.locator("html").get_attribute("lang")
    box = page.locator("a.site-language").bounding_box()
    assert box is not None
    page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    expect(page.locator("html")).not_to_have_attribute("lang", language or "")
    page.wait_for_load_state("load")
    settle(page)


def scroll_to(page: Page, element_id: str, below: int) -> None:
    """Bring what has an id to some pixels below the header, by the reader's own hand."""
    page.mouse.move(300, 500)
    for _ in range(3):  # what comes into sight may still grow
        page.mouse.wheel(0, page.evaluate(TOP, element_id) - below)
        page.wait_for_timeout(300)


def stays_at(page: Page, element_id: str, place: float, within: float = 40) -> None:
    wait_until(
        page,
        lambda: abs(page.evaluate(TOP, element_id) - place) <= within,
        lambda: f"{element_id} is at {page.evaluate(TOP, element_id)}, and was at {place}",
    )


def test_what_was_looked_for_is_kept(page: Page, site: Site) -> None:
    page.goto(f"{site.address}en/?q=serverless")
    expect(page.locator(".md-search-result__item").first).to_be_visible()
    page.locator(".site-search__twin a").click()  # the open dialog covers the switch in the header
    expect(page).to_have_url(f"{site.address}?q=serverless")
    expect(page.locator(".md-search__input")).to_have_value("serverless")


def test_the_question_that_is_being_read_is_on_the_screen_again(page: Page, site: Site) -> None:
    page.goto(f"{site.address}en/{PATH}#questions")
    settle(page)
    scroll_to(page, THIRD, 60)
    before = page.evaluate(TOP, THIRD)
    switch(page)
    stays_at(page, THIRD, before)


def test_the_middle_of_a_long_section_is_on_the_screen_again(page: Page, site: Site) -> None:
    page.goto(f"{site.address}en/reference/glossary/")
    settle(page)
    rows = "document.querySelectorAll('article dt')"
    page.mouse.move(300, 500)
    page.mouse.wheel(0, page.evaluate(f"{rows}[40].getBoundingClientRect().top"))
    page.wait_for_timeout(300)
    share = "scrollY / document.body.scrollHeight"
    before = page.evaluate(share)
    assert before > 0.2
    switch(page)
    wait_until(page, lambda: abs(page.evaluate(share) - before) < 0.05, lambda: f"{before} → {page.evaluate(share)}")


def test_the_top_of_a_page_stays_the_top(page: Page, site: Site) -> None:
    page.goto(f"{site.address}{PATH}")
    settle(page)
    switch(page)
    expect(page).to_have_url(f"{site.address}en/{PATH}")
    assert page.evaluate("scrollY") == 0


def test_an_answered_question_shows_its_answer_in_the_other_language_and_is_not_counted_again(
    page: Page, site: Site
) -> None:
    page.goto(f"{site.address}en/{PATH}")
    settle(page)
    question = block(page, THIRD)
    question.locator('input[value="a"]').check()
    question.locator(".eq__check").click()
    expect(question.get_by_role("status")).not_to_be_empty()
    page.wait_for_timeout(1000)
    stored: Any = json.loads(page.evaluate("(key) => localStorage.getItem(key)", KEY))
    scroll_to(page, THIRD, -100)
    before = page.evaluate(TOP, THIRD)
    switch(page)
    expect(question).to_have_attribute("answered", "")
    expect(question.locator('input[value="a"]')).to_be_checked()
    expect(question.locator(".eq__reason--right .eq__why")).to_be_visible()
    assert question.locator(".eq__reason--right .eq__why").get_attribute("lang") in {None, "pt-BR"}
    stays_at(page, THIRD, before, within=120)
    assert json.loads(page.evaluate("(key) => localStorage.getItem(key)", KEY)) == stored


def test_a_choice_that_was_not_checked_yet_is_kept(page: Page, site: Site) -> None:
    page.goto(f"{site.address}{PATH}")
    settle(page)
    block(page, FIRST).locator('input[value="b"]').check()
    switch(page)
    expect(block(page, FIRST).locator('input[value="b"]')).to_be_checked()
    expect(block(page, FIRST)).not_to_have_attribute("answered", "")


def test_an_explanation_that_was_opened_is_open(page: Page, site: Site) -> None:
    page.goto(f"{site.address}{PATH}")
    settle(page)
    page.evaluate("(id) => document.getElementById(id).closest('form').querySelector('details').open = true", FIRST)
    switch(page)
    expect(block(page, FIRST).locator("details")).to_have_attribute("open", "")
    expect(block(page, THIRD).locator("details")).not_to_have_attribute("open", "")


def test_a_folded_table_that_was_opened_is_open(browser: Browser, site: Site) -> None:
    context = browser.new_context(viewport=PHONE)
    page = context.new_page()
    page.goto(f"{site.address}reference/limits/")
    fold = page.locator("h2#serverless ~ details").first
    fold.locator("summary").click()
    expect(fold).to_have_attribute("open", "")
    switch(page)
    expect(fold).to_have_attribute("open", "")
    context.close()


def test_after_instant_navigation_and_back_the_page_and_the_place_are_the_ones_on_the_screen(
    page: Page, site: Site
) -> None:
    open_instant(page, f"{site.address}en/inference/")
    page.evaluate("window.kept = true")
    page.locator(".md-nav--primary a.md-nav__link", has_text="Serverless").click()
    expect(page.locator("h1")).to_contain_text("Serverless")
    page.locator(".md-nav--primary a.md-nav__link", has_text="Shadow tests").click()
    expect(page.locator("h1")).to_contain_text("Shadow tests")
    page.go_back()
    expect(page.locator("h1")).to_contain_text("Serverless")
    assert page.evaluate("window.kept"), "a link was followed without instant navigation"
    settle(page)
    scroll_to(page, "limits", 80)
    before = page.evaluate(TOP, "limits")
    switch(page)
    expect(page).to_have_url(re.compile(rf"^{site.address}inference/serverless/"))
    stays_at(page, "limits", before)


def test_with_a_forbidden_storage_the_heading_is_kept(page: Page, site: Site) -> None:
    page.add_init_script(
        FORBID_STORAGE.replace("localStorage", "sessionStorage") + FORBID_STORAGE,
    )
    page.goto(f"{site.address}{PATH}")
    settle(page)
    scroll_to(page, THIRD, 40)
    switch(page)
    expect(page.locator(f'[id="{THIRD}"]')).to_be_in_viewport()


def test_a_reader_who_scrolls_on_arrival_is_not_pulled_back(page: Page, site: Site) -> None:
    page.goto(f"{site.address}en/{PATH}")
    settle(page)
    scroll_to(page, THIRD, 60)
    switch(page)
    stays_at(page, THIRD, 60)
    page.mouse.wheel(0, 500)
    page.wait_for_timeout(300)
    place = page.evaluate("scrollY")
    page.evaluate("document.querySelector('article').style.paddingBottom = '99px'")
    page.wait_for_timeout(1700)
    assert abs(page.evaluate("scrollY") - place) < 5
