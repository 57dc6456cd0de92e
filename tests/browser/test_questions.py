"""Answers every question of the bank in one edition, without script in the other; one of each shape by keyboard."""

from collections.abc import Iterator
from itertools import groupby

import pytest
from playwright.sync_api import Browser, Locator, Page, Route, expect

from macros.language import Language
from macros.pages.addresses import page_url
from macros.questions.entry import Entry
from macros.questions.model import LETTERS
from macros.rendering.words import STRINGS
from tests.browser.pages import block, open_instant
from tests.conftest import EDITIONS, Site, whole_bank

pytestmark = pytest.mark.browser

BANK = whole_bank()
ENTRIES = sorted(
    (entry for entry in BANK.entries.values() if entry.question.status != "retired"),
    key=lambda entry: entry.question.page_path,
)
PAGES = {path: list(entries) for path, entries in groupby(ENTRIES, key=lambda entry: entry.question.page_path)}
EXAMPLE = BANK.entries["inference/variants-ab-test-recommender"]
DISPUTED = BANK.entries["training/create-training-job-required"]
# One question for each number of options and of those to choose.
SHAPES = {f"{len(entry.question.key)} of {len(entry.question.options)}": entry for entry in ENTRIES}


def address(site: Site, entry: Entry, language: Language) -> str:
    return f"{site.address}{EDITIONS[language]}{page_url(entry.question.page_path)}"


def open_page(page: Page, site: Site, entry: Entry, language: Language) -> None:
    """Open the page of a question, and wait until its questions have come alive."""
    page.goto(address(site, entry, language))
    expect(block(page, entry.id).get_by_role("button", name=STRINGS[language].check)).to_be_visible()


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


# What a reader sees of a question, in one look.
LOOK = """(block) => {
  const seen = (element) => Boolean(element) && element.checkVisibility();
  const letters = (rows) => rows.map((row) => row.dataset.letter).sort().join("");
  const rows = [...block.querySelectorAll(".eq__option")];
  return {
    verdict: block.querySelector(".eq__verdict").textContent,
    letters: rows.map((row) => row.querySelector(".eq__letter").textContent).join(""),
    order: rows.map((row) => row.dataset.letter).join(""),
    checked: letters(rows.filter((row) => row.querySelector("input").checked)),
    yours: letters(rows.filter((row) => seen(row.querySelector(".eq__mark--yours")))),
    correct: letters(rows.filter((row) => seen(row.querySelector(".eq__reason--right")))),
    reasons: [...block.querySelectorAll(".eq__why")].filter(seen).length,
    takeaway: seen(block.querySelector(".eq__takeaway")),
    focus: document.activeElement.classList[0],
    accepted: block.getAttribute("accepted").split(" "),
  };
}"""
# Answers each question of a page by its key, as its button does, and looks at all of them.
ANSWER_ALL = (
    "(rows) => { const look = "
    + LOOK
    + """;
  const blocks = rows.map(([id, key]) => {
    const block = document.querySelector(`exam-question[question-id="${id}"]`);
    for (const letter of key) block.querySelector(`input[value="${letter}"]`).click();
    block.querySelector(".eq__check").click();
    return [id, block];
  });
  return Object.fromEntries(blocks.map(([id, block]) => [id, look(block)]));
}"""
)
# Without script: chooses the key of each question, opens what tells all, and names what is not as it should be.
OPEN_ALL = """(rows) => rows.flatMap(([id, key, count, words]) => {
  const block = document.querySelector(`exam-question[question-id="${id}"]`);
  const seen = (element) => Boolean(element?.checkVisibility({ visibilityProperty: true }))
    && element.getBoundingClientRect().height > 0;
  const all = (selector) => [...block.querySelectorAll(selector)];
  const found = all("button").some(seen) ? ["a button"] : [];
  for (const letter of key) block.querySelector(`input[value="${letter}"]`).click();
  block.querySelector("summary").click();
  if (!seen(block.querySelector(".eq__result--right"))) found.push("not right");
  if (all(".eq__result--wrong").some(seen)) found.push("wrong");
  const reasons = all(".eq__reason");
  if (reasons.length !== count || !reasons.every(seen)) found.push("reasons");
  if (!block.querySelector(".eq__key").textContent.includes(words)) found.push("no key");
  return found.map((what) => `${id}: ${what}`);
})"""


def shown(question: Locator) -> dict[str, object]:
    """Return what a reader sees of a question, in one look."""
    state: dict[str, object] = question.evaluate(LOOK)
    return state


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


def answer_by_keyboard(page: Page, question: Locator, letters: frozenset[str]) -> None:
    """Choose options, whatever letters they have been dealt, and check; the focus is within the question."""
    order = str(shown(question)["order"])
    for place in sorted(order.index(letter) for letter in letters):
        page.keyboard.press(f"{place + 1}" if place % 2 else LETTERS[place])
    page.keyboard.press("Enter")


def expect_answered(entry: Entry, state: dict[str, object], chosen: frozenset[str], verdict: str) -> None:
    """The question tells the verdict, what the reader chose, the key, each option's reason, and the takeaway."""
    assert str(state["verdict"]).startswith(verdict), entry.id
    assert (state["yours"], state["takeaway"]) == ("".join(sorted(chosen)), True), entry.id
    assert (state["correct"], state["reasons"]) == ("".join(sorted(entry.question.key)), len(entry.question.options))


def test_every_question_takes_its_key_and_tells_all_reasons(scripted: Page, site: Site) -> None:
    for entries in PAGES.values():
        open_page(scripted, site, entries[0], "pt")
        found = scripted.evaluate(ANSWER_ALL, [[entry.id, sorted(entry.question.key)] for entry in entries])
        for entry in entries:
            expect_answered(entry, found[entry.id], entry.question.key, "Correto.")
            assert found[entry.id]["accepted"] == ["".join(sorted(one)) for one in entry.question.accepted], entry.id
        for number in ("answered", "right"):
            expect(scripted.locator(f'[data-n="{number}"]')).to_have_text(str(len(entries)))


@pytest.mark.parametrize("entry", SHAPES.values(), ids=SHAPES)
def test_a_question_of_each_shape_is_answered_by_keyboard_alone(scripted: Page, site: Site, entry: Entry) -> None:
    open_page(scripted, site, entry, "pt")
    question = block(scripted, entry.id)
    question.locator(".headerlink").focus()
    scripted.keyboard.press("Tab")
    for letters, verdict in ((wrong_choice(entry), "Incorreto. Resposta:"), (entry.question.key, "Correto.")):
        answer_by_keyboard(scripted, question, letters)
        state = shown(question)
        expect_answered(entry, state, letters, verdict)
        assert state["focus"] == "eq__verdict"
        question.locator(".eq__retry").focus()
        scripted.keyboard.press("Enter")
        expect(question.locator("input").first).to_be_focused()


def test_every_question_is_answered_without_script(unscripted: Page, site: Site) -> None:
    found = []
    for entries in PAGES.values():
        unscripted.goto(address(site, entries[0], "en"))
        expect(unscripted.locator("exam-summary")).to_be_hidden()
        words = STRINGS["en"].answer_is
        rows = [[entry.id, sorted(entry.question.key), len(entry.question.options), words] for entry in entries]
        found += unscripted.evaluate(OPEN_ALL, rows)
    assert found == []


def test_without_script_wrong_and_disputed_choices_get_their_own_verdict(unscripted: Page, site: Site) -> None:
    for letters, result in ((wrong_choice(DISPUTED), "wrong"), (DISPUTED.question.accepted[1], "also")):
        unscripted.goto(address(site, DISPUTED, "pt"))
        question = block(unscripted, DISPUTED.id)
        for letter in letters:
            question.locator(f'input[value="{letter}"]').check()
        question.locator("summary").click()
        for other in ("right", "wrong", "also"):
            expect(question.locator(f".eq__result--{other}")).to_be_visible(visible=other == result)
        for letter in LETTERS[: len(DISPUTED.question.options)]:
            mark = question.locator(f'.eq__option[data-letter="{letter}"] .eq__mark--yours')
            expect(mark).to_be_visible(visible=letter in letters)


def test_a_disputed_question_takes_each_accepted_set_and_keeps_its_letters(scripted: Page, site: Site) -> None:
    open_page(scripted, site, DISPUTED, "en")
    question = block(scripted, DISPUTED.id)
    for letters, verdict in zip(DISPUTED.question.accepted, ("Correct.", "Accepted:"), strict=True):
        question.locator(".headerlink").focus()
        scripted.keyboard.press("Tab")
        answer_by_keyboard(scripted, question, letters)
        assert str(shown(question)["verdict"]).startswith(verdict)
        question.get_by_role("button", name="Try again").click()
        expect(question.locator("input").first).to_be_focused()
        assert shown(question)["order"] == "abcdef"


def test_a_retry_deals_the_options_anew_and_the_key_follows(scripted: Page, site: Site) -> None:
    open_page(scripted, site, EXAMPLE, "en")
    question = block(scripted, EXAMPLE.id)
    before = shown(question)
    assert (before["order"], before["letters"]) == ("abcd", "ABCD")
    question.locator('input[value="b"]').check()
    question.get_by_role("button", name="Check").click()
    expect(question.get_by_role("status")).to_have_text("Incorrect. Answer: A.")
    question.get_by_role("button", name="Try again").click()
    expect(question.locator("input").first).to_be_focused()
    after = shown(question)
    assert after["order"] != "abcd"
    assert (after["letters"], after["verdict"], after["checked"], after["reasons"]) == ("ABCD", "", "", 0)
    question.locator('input[value="b"]').check()
    question.get_by_role("button", name="Check").click()
    letter = "ABCD"[str(after["order"]).index("a")]
    expect(question.get_by_role("status")).to_have_text(f"Incorrect. Answer: {letter}.")
    expect(scripted.locator(f'.answer-key [data-key-of="{EXAMPLE.id}"]')).to_have_text(letter)


def test_nothing_is_answered_by_choosing_and_arrows_move_the_choice(scripted: Page, site: Site) -> None:
    open_page(scripted, site, EXAMPLE, "en")
    question = block(scripted, EXAMPLE.id)
    question.locator(".headerlink").focus()
    for key, chosen in (
        ("Tab", ""),
        ("Space", "a"),
        ("ArrowDown", "b"),
        ("d", "d"),
        ("1", "a"),
        ("x", "a"),
        ("6", "a"),
    ):
        scripted.keyboard.press(key)
        assert (shown(question)["checked"], shown(question)["verdict"]) == (chosen, ""), key


def test_too_few_and_too_many_options_are_asked_for_kindly(scripted: Page, site: Site) -> None:
    open_page(scripted, site, DISPUTED, "en")
    question = block(scripted, DISPUTED.id)
    verdict, message = question.get_by_role("status"), "Choose exactly three options before checking."
    question.get_by_role("button", name="Check").click()
    expect(verdict).to_have_text(message)
    for letter in "abc":
        question.locator(f'input[value="{letter}"]').check()
    expect(verdict).to_be_empty()
    question.locator('input[value="d"]').check()
    expect(verdict).to_have_text(message)
    expect(question.locator("input:checked")).to_have_count(4)
    assert shown(question)["reasons"] == 0


def test_keys_lead_to_the_next_question_and_to_the_help_and_leave_search_alone(scripted: Page, site: Site) -> None:
    entries = PAGES[EXAMPLE.question.page_path]
    open_page(scripted, site, EXAMPLE, "en")
    questions = scripted.locator("exam-question")
    questions.first.locator("input").first.focus()
    scripted.keyboard.press("n")
    expect(questions.nth(1).locator("input").first).to_be_focused()
    for _ in entries[1:]:
        scripted.keyboard.press("n")
    expect(scripted.locator("exam-summary").get_by_role("button", name="Keyboard shortcuts")).to_be_focused()
    # Not onto the button that forgets the answers, which is the first one once there are any.
    questions.first.locator("input").first.focus()
    scripted.keyboard.press("1")
    scripted.keyboard.press("Enter")
    expect(questions.first).to_have_attribute("answered", "")
    questions.last.locator("input").first.focus()
    scripted.keyboard.press("n")
    expect(scripted.locator(".eq-end")).to_be_focused()
    questions.first.get_by_role("button", name="Try again").click()
    questions.first.locator("input").first.focus()
    scripted.keyboard.press("Shift+?")
    dialog = scripted.get_by_role("dialog", name="Keyboard shortcuts")
    expect(dialog).to_be_visible()
    scripted.keyboard.press("Escape")
    expect(dialog).to_be_hidden()
    expect(questions.first.locator("input").first).to_be_focused()
    search = scripted.locator(".md-search__input")
    search.focus()
    search.press_sequentially("bacon 12")
    expect(search).to_have_value("bacon 12")
    expect(questions.first.locator("input:checked")).to_have_count(0)


def test_the_element_works_on_a_page_reached_without_a_reload(scripted: Page, site: Site) -> None:
    open_instant(scripted, site.address)
    scripted.evaluate("window.sameDocument = true")
    scripted.evaluate("document.querySelector('a[href$=\"inference/\"]').click()")
    expect(scripted).to_have_url(f"{site.address}inference/")
    scripted.locator("nav.md-nav--primary").get_by_role("link", name="Variantes de produção").first.click()
    question = block(scripted, EXAMPLE.id)
    question.locator("input").first.check()
    question.get_by_role("button", name="Verificar").click()
    expect(question.get_by_role("status")).to_have_text("Correto.")
    assert scripted.evaluate("window.sameDocument") is True
    expect(question.locator(".eq__option").first).to_have_css("border-radius", "4px")


def test_a_choice_made_before_the_script_arrived_is_kept(scripted: Page, site: Site) -> None:
    def choose_first(route: Route) -> None:
        block(scripted, EXAMPLE.id).locator("input").first.check()
        route.continue_()

    scripted.route("**/exam-question.*.js", choose_first)
    open_page(scripted, site, EXAMPLE, "en")
    assert shown(block(scripted, EXAMPLE.id))["checked"] == "a"


def test_a_link_to_a_question_leads_to_it_below_the_header(scripted: Page, site: Site) -> None:
    entry = BANK.entries["inference/variants-test-new-model"]
    scripted.goto(f"{address(site, entry, 'pt')}#{entry.id}")
    # The questions above it change their height as the script takes them over.
    expect(block(scripted, entry.id).locator(".eq__check")).to_be_visible()
    title = block(scripted, entry.id).locator(".eq__title")
    expect(title).to_be_in_viewport()
    room = title.evaluate(
        """(title) => title.getBoundingClientRect().top
             - document.querySelector("header.md-header").getBoundingClientRect().bottom"""
    )
    assert room >= -1


def test_a_problem_report_carries_the_question_in_the_form_of_its_language(scripted: Page, site: Site) -> None:
    for language, form in (("pt", "resposta-errada.yml"), ("en", "wrong-answer.yml")):
        open_page(scripted, site, EXAMPLE, language)
        link = block(scripted, EXAMPLE.id).locator('.eq__report[href*="/issues/"]')
        query = f"template={form}&question=inference%2Fvariants-ab-test-recommender"
        assert str(link.get_attribute("href")).endswith(f"/issues/new?{query}")
