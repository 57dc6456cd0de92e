"""A reader's progress beside the pages of the navigation, and on the whole site: answered, and what of it right."""

import json
import re
import time

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from macros.bank import Bank
from tests.browser.pages import FORBID_STORAGE, PHONE, block, open_instant, settle, violations
from tests.conftest import Site

pytestmark = pytest.mark.browser

KEY = "sagemaker-exam-guide.progress"
PATH = "inference/production-variants/"
FIRST, SECOND = "inference/variants-ab-test-recommender", "inference/variants-test-new-model"
MARK = ".md-nav--primary .nav-progress"
FOLD = ".eq-summary__all"


def answer(page: Page, question_id: str, letter: str) -> None:
    settle(page)
    question = block(page, question_id)
    question.locator(f'input[value="{letter}"]').check()
    question.locator(".eq__check").click()
    expect(question.get_by_role("status")).not_to_be_empty()


def remember(page: Page, bank: Bank, answers: dict[str, bool]) -> None:
    """Put answers into the storage of pages to come."""
    rows = {
        id_: {"revision": bank.entries[id_].question.revision, "right": right, "at": time.time() * 1000, "tries": 1}
        for id_, right in answers.items()
    }
    text = json.dumps({"version": 1, "answers": rows})
    page.add_init_script(f"localStorage.setItem({json.dumps(KEY)}, {json.dumps(text)})")


def test_a_mark_tells_what_was_answered_from_what_was_right(page: Page, site: Site) -> None:
    page.goto(f"{site.address}en/{PATH}")
    answer(page, FIRST, "a")
    answer(page, SECOND, "a")
    total = page.locator("exam-question").count()
    row = page.locator(".md-nav--primary a.md-nav__link--active", has_text="Production variants")
    expect(row.get_by_role("img")).to_have_accessible_name(f"answered: 2 of {total}; right: 1")
    expect(row.locator(".nav-progress")).to_contain_text(re.compile(rf"2/{total}\s*✓1"))


@pytest.mark.parametrize(("edition", "word"), [("", "respondidas"), ("en/", "answered")], ids=["pt", "en"])
def test_on_a_phone_the_page_s_own_row_has_a_mark_and_its_headings_have_none(
    browser: Browser, site: Site, bank: Bank, edition: str, word: str
) -> None:
    context = browser.new_context(viewport=PHONE)
    page = context.new_page()
    remember(page, bank, {FIRST: True, SECOND: False})
    page.goto(f"{site.address}{edition}{PATH}")
    page.locator(".site-menu").click()
    own = page.locator('.md-nav--primary label.md-nav__link[for="__toc"]')
    expect(own.get_by_role("img", name=re.compile(word))).to_be_in_viewport()
    expect(page.locator(".md-nav--secondary .nav-progress")).to_have_count(0)
    assert page.locator(f"{MARK}:visible").count() == 1
    context.close()


def test_a_page_without_questions_or_answers_has_no_mark(page: Page, site: Site, bank: Bank) -> None:
    remember(page, bank, {FIRST: True})
    page.goto(f"{site.address}exam/tips/")
    expect(page.locator(MARK)).to_have_count(1)
    assert page.locator(MARK).evaluate("(mark) => mark.closest('a').getAttribute('href')").endswith(PATH)


def test_the_mark_goes_with_the_answers_and_follows_instant_navigation(page: Page, site: Site) -> None:
    open_instant(page, f"{site.address}en/{PATH}")
    page.evaluate("window.kept = true")
    answer(page, FIRST, "a")
    row = page.locator('.md-nav--primary a.md-nav__link[href$="production-variants/"] .nav-progress')
    page.locator('.md-nav--primary a[href$="shadow-tests/"]').click()
    expect(page.locator("h1")).to_contain_text("Shadow tests")
    expect(row).to_have_count(1)
    page.go_back()
    expect(page.locator("h1")).to_contain_text("Production variants")
    expect(page.locator(".md-nav--primary a.md-nav__link--active .nav-progress")).to_have_count(1)
    assert page.evaluate("window.kept"), "a link was followed without instant navigation"
    page.locator('[data-do="reset"]').click()
    expect(page.locator(MARK)).to_have_count(0)


def test_with_a_forbidden_storage_marks_last_as_long_as_the_document(page: Page, site: Site) -> None:
    page.add_init_script(FORBID_STORAGE)
    open_instant(page, f"{site.address}en/{PATH}")
    answer(page, FIRST, "a")
    page.locator('.md-nav--primary a[href$="shadow-tests/"]').click()
    expect(page.locator("h1")).to_contain_text("Shadow tests")
    expect(page.locator('.md-nav--primary a[href$="production-variants/"] .nav-progress')).to_have_count(1)
    page.locator(f"{FOLD} > summary").click()
    expect(page.locator(FOLD)).to_contain_text(re.compile(r"You have answered 1 of"))


@pytest.mark.parametrize(
    ("edition", "none", "some"),
    [
        ("", "ainda não respondeu a nenhuma das {total}", "respondeu a 2 das {total} questões do site e acertou 1"),
        (
            "en/",
            "not answered any of the site's {total}",
            "answered 2 of the site's {total} questions, 1 of them right",
        ),
    ],
    ids=["pt", "en"],
)
def test_the_fold_says_how_far_the_reader_is_on_the_site_and_in_each_section_at_once(
    page: Page, site: Site, bank: Bank, edition: str, none: str, some: str
) -> None:
    total = sum(entry.question.is_visible for entry in bank.entries.values())
    page.goto(f"{site.address}{edition}{PATH}")
    page.locator(f"{FOLD} > summary").click()
    fold = page.locator(FOLD)
    expect(fold).to_contain_text(none.format(total=total))
    answer(page, FIRST, "a")
    answer(page, SECOND, "a")
    expect(fold).to_contain_text(some.format(total=total))
    rows = fold.locator("tbody tr")
    cells = [[cell.strip() for cell in row.locator("th, td").all_inner_texts()] for row in rows.all()]
    assert sum(int(answered.split("/")[1]) for _, answered, _ in cells) == total
    begun = [(name, answered.split("/")[0], right) for name, answered, right in cells if not answered.startswith("0/")]
    assert begun == [({"": "Inferência", "en/": "Inference"}[edition], "2", "1")]
    assert violations(page, FOLD) == []


def test_the_fold_hears_of_answers_in_another_tab(context: BrowserContext, site: Site) -> None:
    one, other = context.new_page(), context.new_page()
    for tab in (one, other):
        tab.goto(f"{site.address}en/{PATH}")
    one.locator(f"{FOLD} > summary").click()
    expect(one.locator(FOLD)).to_contain_text("not answered any")
    answer(other, FIRST, "a")
    expect(one.locator(FOLD)).to_contain_text("You have answered 1 of")


def test_the_fold_says_that_it_could_not_load_and_tries_again(page: Page, site: Site) -> None:
    page.goto(f"{site.address}en/{PATH}")
    settle(page)
    page.route("**/questions.*.json", lambda route: route.abort())
    summary = page.locator(f"{FOLD} > summary")
    summary.click()
    expect(page.locator(FOLD)).to_contain_text("could not be loaded")
    page.unroute_all()
    summary.click()
    summary.click()
    expect(page.locator(FOLD)).to_contain_text("not answered any")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_where_there_are_marks(browser: Browser, site: Site, bank: Bank, scheme: str) -> None:
    context = browser.new_context(viewport=PHONE, color_scheme="dark" if scheme == "dark" else "light")
    page = context.new_page()
    remember(page, bank, {entry.id: True for entry in bank.on_page("inference/async")} | {FIRST: True, SECOND: False})
    page.goto(f"{site.address}en/{PATH}")
    page.locator(".site-menu").click()
    expect(page.locator(f"{MARK}:visible")).to_have_count(2)
    assert violations(page, ".md-sidebar--primary") == []
    context.close()
