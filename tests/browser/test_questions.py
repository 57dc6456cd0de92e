"""Answers every question of the bank, right and wrong, in both editions, with script and without."""

from collections.abc import Iterator
from itertools import product

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from macros.bank import load_bank
from macros.language import LANGUAGES, Language
from macros.loading import Entry
from macros.model import LETTERS
from macros.page_macros import page_url
from macros.strings import STRINGS
from tests.conftest import ROOT, Site

pytestmark = pytest.mark.browser

ENTRIES = [entry for entry in load_bank(ROOT).entries.values() if entry.question.status != "retired"]
CASES = [pytest.param(entry, language, id=f"{language}-{entry.id}") for entry, language in product(ENTRIES, LANGUAGES)]


def address(site: Site, entry: Entry, language: Language) -> str:
    edition = "" if language == "pt" else "en/"
    return f"{site.address}{edition}{page_url(entry.question.page_path)}"


def block(page: Page, entry: Entry) -> Locator:
    return page.locator(f'exam-question[question-id="{entry.id}"]')


def choose(question: Locator, letters: frozenset[str]) -> None:
    for letter in sorted(letters):
        question.locator(f'input[value="{letter}"]').check()


def wrong_choice(entry: Entry) -> frozenset[str]:
    """Return a choice of the right size that no accepted set equals."""
    question = entry.question
    size = len(question.key)
    letters = LETTERS[: len(question.options)]
    first_wrong = [letter for letter in letters if letter not in question.key]
    rest = [letter for letter in letters if letter in question.key]
    choice = frozenset([*first_wrong, *rest][:size])
    assert choice not in question.accepted
    return choice


@pytest.fixture
def scripted(page: Page) -> Iterator[Page]:
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.on("console", lambda message: errors.append(message.text) if message.type == "error" else None)
    yield page
    assert errors == []


@pytest.fixture
def unscripted(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(java_script_enabled=False)
    yield context.new_page()
    context.close()


@pytest.mark.parametrize(("entry", "language"), CASES)
def test_answering_with_script_says_the_verdict_and_every_reason(
    scripted: Page, site: Site, entry: Entry, language: Language
) -> None:
    strings = STRINGS[language]
    scripted.goto(address(site, entry, language))
    question = block(scripted, entry)
    verdict = question.get_by_role("status")
    check = question.get_by_role("button", name=strings.check)
    expect(question.locator(".eq__why").first).to_be_hidden()

    choices = [(wrong_choice(entry), strings.wrong), (entry.question.key, strings.right)]
    choices += [(letters, strings.also_right) for letters in entry.question.accepted[1:]]
    for choice, words in choices:
        choose(question, choice)
        check.click()
        expect(verdict).to_contain_text(words)
        expect(question.locator("details")).to_have_attribute("open", "")
        for letter, option in zip(LETTERS, entry.question.options, strict=False):
            row = question.locator(f'.eq__option[data-letter="{letter}"]')
            expect(row.locator(".eq__why")).to_be_visible()
            expect(row.locator(".eq__mark--key")).to_contain_text(
                strings.correct if option.correct else strings.incorrect
            )
            expect(row.locator(".eq__mark--yours")).to_be_visible(visible=letter in choice)
        expect(question.locator(".eq__takeaway")).to_be_visible()
        question.get_by_role("button", name=strings.retry).click()
        expect(verdict).to_be_empty()
        expect(question.locator("input:checked")).to_have_count(0)
        expect(question.locator(".eq__why").first).to_be_hidden()


@pytest.mark.parametrize(("entry", "language"), CASES)
def test_checking_too_few_options_asks_for_the_rest_and_keeps_the_choice(
    scripted: Page, site: Site, entry: Entry, language: Language
) -> None:
    scripted.goto(address(site, entry, language))
    question = block(scripted, entry)
    count = len(entry.question.key)
    if count > 1:
        choose(question, frozenset("a"))
    question.get_by_role("button", name=STRINGS[language].check).click()
    expected = STRINGS[language].nothing_chosen if count == 1 else STRINGS[language].counts[count]
    expect(question.get_by_role("status")).to_contain_text(expected)
    expect(question.locator("input:checked")).to_have_count(1 if count > 1 else 0)
    expect(question.locator(".eq__why").first).to_be_hidden()


@pytest.mark.parametrize(("entry", "language"), CASES)
def test_answering_without_script_shows_the_same_verdict_and_reasons(
    unscripted: Page, site: Site, entry: Entry, language: Language
) -> None:
    strings = STRINGS[language]
    choices = [(wrong_choice(entry), ".eq__result--wrong"), (entry.question.key, ".eq__result--right")]
    choices += [(letters, ".eq__result--also") for letters in entry.question.accepted[1:]]
    for choice, shown in choices:
        unscripted.goto(address(site, entry, language))
        question = block(unscripted, entry)
        expect(question.get_by_role("button", name=strings.check)).to_be_hidden()
        choose(question, choice)
        question.locator("summary").click()
        for result in (".eq__result--right", ".eq__result--wrong", ".eq__result--also"):
            expect(question.locator(result)).to_be_visible(visible=result == shown) if question.locator(
                result
            ).count() else None
        for letter in LETTERS[: len(entry.question.options)]:
            row = question.locator(f'.eq__reason[data-letter="{letter}"]')
            expect(row.locator(".eq__why")).to_be_visible()
            expect(row.locator(".eq__mark--yours")).to_be_visible(visible=letter in choice)
        expect(question.locator(".eq__key")).to_contain_text(strings.answer_is)


def test_a_question_is_answered_by_keyboard_alone(scripted: Page, site: Site) -> None:
    entry = next(entry for entry in ENTRIES if entry.id == "inference/variants-ab-test-recommender")
    scripted.goto(address(site, entry, "en"))
    question = block(scripted, entry)
    question.locator(".headerlink").focus()
    scripted.keyboard.press("Tab")
    scripted.keyboard.press("Space")
    expect(question.locator("input:checked")).to_have_value("a")
    scripted.keyboard.press("ArrowDown")
    expect(question.locator("input:checked")).to_have_value("b")
    expect(question.get_by_role("status")).to_be_empty()
    scripted.keyboard.press("Enter")
    expect(question.get_by_role("status")).to_contain_text("Incorrect.")
    expect(question.get_by_role("status")).to_be_focused()
    scripted.keyboard.press("Tab")
    expect(question.get_by_role("button", name="Try again")).to_be_focused()
    scripted.keyboard.press("Enter")
    expect(question.locator("input").first).to_be_focused()


def test_the_element_works_on_a_page_reached_without_a_reload(scripted: Page, site: Site) -> None:
    scripted.goto(f"{site.address}inference/async/")
    scripted.evaluate("window.sameDocument = true")
    scripted.locator("nav.md-nav--primary").get_by_role("link", name="Variantes de produção").first.click()
    question = scripted.locator("exam-question").first
    question.locator("input").first.check()
    question.get_by_role("button", name="Verificar").click()
    expect(question.get_by_role("status")).not_to_be_empty()
    assert scripted.evaluate("window.sameDocument") is True
    expect(question.locator(".eq__option").first).to_have_css("border-radius", "4px")


def test_a_link_to_a_question_leads_to_it_below_the_header(scripted: Page, site: Site) -> None:
    entry = next(entry for entry in ENTRIES if entry.id == "inference/variants-test-new-model")
    scripted.goto(f"{address(site, entry, 'pt')}#{entry.id}")
    title = block(scripted, entry).locator(".eq__title")
    expect(title).to_be_in_viewport()
    box, header = title.bounding_box(), scripted.locator("header.md-header").bounding_box()
    assert box is not None
    assert header is not None
    assert box["y"] >= header["height"] - 1
