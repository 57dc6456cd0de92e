"""A session over the whole bank: chosen, answered, broken off, ended, as the reader meets it."""

import json
import re
import time

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from macros.bank import Bank
from tests.browser.pages import PHONE, wait_until
from tests.browser.practice import SESSION, choose_all, records, shown, start_session, unhash, wait_for_records
from tests.conftest import Site

pytestmark = pytest.mark.browser

PAGE = "inference/async"


def answer_wrong(page: Page, bank: Bank) -> str:
    """Answer the question on screen wrong, and return its id."""
    block = page.locator(".practice__question exam-question")
    question_id = block.get_attribute("question-id") or ""
    key = bank.entries[question_id].question.key
    letters = [letter for letter in "abcdef" if letter not in key and block.locator(f'input[value="{letter}"]').count()]
    letters += sorted(key)
    chosen = block.locator("input[type=checkbox]:checked")
    while chosen.count():  # a test may have chosen before
        chosen.first.uncheck(force=True)
    for letter in letters[: len(key)]:
        block.locator(f'label:has(input[value="{letter}"])').click()
    page.locator(".practice__main").click()
    expect(block).to_have_attribute("answered", "")
    return question_id


def test_a_link_begins_a_session_with_what_it_asks_for(page: Page, site: Site, bank: Bank) -> None:
    start_session(page, site, f"page={PAGE}&n=5")
    expect(page.locator(".practice__progress")).to_have_text("Question 1 of 5")
    ids = records(page, "attempts")[0]["ids"]
    assert len(ids) == 5
    assert all(bank.entries[question_id].question.page_path == PAGE for question_id in ids)
    expect(page.locator(".practice__id")).to_have_text(ids[0])
    assert re.search(rf"#page={PAGE}&n=5&s=[0-9a-z]{{8}}$", page.url)


def test_the_form_leads_to_the_same_as_a_link(page: Page, site: Site, bank: Bank) -> None:
    page.goto(f"{site.address}{SESSION}")
    shown(page, "setup")
    page.get_by_label("Questões de").select_option("domain=MLA-C02/2")
    page.get_by_label(re.compile(r"^3:")).check(force=True)
    page.locator('[name="n"][value="all"]').check(force=True)
    expect(page.locator(".practice__matching")).to_contain_text("questões atendem")
    page.get_by_role("button", name="Começar").click()
    shown(page, "run")
    ids = records(page, "attempts")[0]["ids"]
    expected = {
        entry.id
        for entry in bank.entries.values()
        if entry.question.status == "current"
        and entry.question.difficulty == 3
        and any(objective.startswith("MLA-C02/2.") for objective in entry.question.objectives)
    }
    assert set(ids) == expected


def test_the_verdict_is_with_the_reader_s_own_option_and_is_logged(page: Page, site: Site, bank: Bank) -> None:
    page.set_viewport_size(PHONE)
    start_session(page, site, f"page={PAGE}&n=5")
    question_id = answer_wrong(page, bank)
    verdict = page.locator('.eq__option[data-was="mistake"] .eq__verdict')
    expect(verdict).to_contain_text("Incorrect.")
    expect(verdict).to_be_focused()
    expect(verdict).to_be_in_viewport()
    expect(page.locator(".eq__option:has(.eq__verdict) .eq__why")).to_be_in_viewport()
    [entry] = wait_for_records(page, "log", 1)
    assert (entry["id"], entry["right"], entry["source"]) == (question_id, False, "session")
    assert entry["revision"] == bank.entries[question_id].question.revision
    assert "sure" not in entry
    mirror = json.loads(page.evaluate("localStorage['sagemaker-exam-guide.progress']"))["answers"][question_id]
    assert (mirror["right"], mirror["at"]) == (False, entry["at"])


def test_a_reload_loses_neither_answers_nor_a_choice_that_is_not_checked(page: Page, site: Site, bank: Bank) -> None:
    start_session(page, site, f"page={PAGE}&n=5")
    first = answer_wrong(page, bank)
    page.locator(".practice__main").click()
    expect(page.locator(".practice__progress")).to_have_text("Question 2 of 5")
    choose_all(page, 1)
    chosen = page.locator(".eq__option:has(:checked)").evaluate_all("all => all.map((one) => one.dataset.letter)")
    wait_until(page, lambda: any(row["chosen"] == sorted(chosen) for row in records(page, "answers")), "not stored")
    page.reload()
    shown(page, "run")
    expect(page.locator(".practice__progress")).to_have_text("Question 2 of 5")
    kept = page.locator(".eq__option:has(:checked)").evaluate_all("all => all.map((one) => one.dataset.letter)")
    assert sorted(kept) == sorted(chosen)
    page.get_by_role("button", name="Back").click()
    expect(page.locator(f'exam-question[question-id="{first}"][answered]')).to_be_visible()
    assert len(records(page, "log")) == 1


def test_the_language_can_change_in_the_middle(page: Page, site: Site, bank: Bank) -> None:
    start_session(page, site, f"page={PAGE}&n=5")
    answer_wrong(page, bank)
    page.locator("a.site-language").click()
    expect(page.locator("html")).to_have_attribute("lang", "pt-BR")
    expect(page.locator(".practice__progress")).to_have_text("Pergunta 1 de 5")
    expect(page.locator(".practice__question [answered] .eq__verdict")).to_contain_text("Incorreto.")


def test_a_session_ends_with_what_was_missed_and_goes_over_it_again(page: Page, site: Site, bank: Bank) -> None:
    start_session(page, site, f"page={PAGE}&n=5")
    missed = answer_wrong(page, bank)
    page.get_by_role("button", name="Finish now").click()
    expect(page.get_by_role("heading", name="Session finished")).to_be_focused()
    expect(page.locator(".practice__score")).to_have_text("0 right of 1 answered")
    expect(page.locator(".practice__missed a")).to_contain_text(missed)
    expect(page.get_by_role("heading", name="What to read next")).to_be_visible()
    page.reload()
    shown(page, "end")
    page.get_by_role("link", name="Again, only these").click()
    expect(page.locator(".practice__progress")).to_have_text("Question 1 of 1")
    expect(page.locator(".practice__id")).to_have_text(missed)
    start_session(page, site, "state=missed&n=all")
    expect(page.locator(".practice__id")).to_have_text(missed)


def test_sure_and_wrong_is_a_state_and_stands_first_at_the_end(page: Page, site: Site, bank: Bank) -> None:
    start_session(page, site, f"page={PAGE}&n=5")
    answer_wrong(page, bank)
    page.locator(".practice__main").click()
    expect(page.locator(".practice__progress")).to_have_text("Question 2 of 5")
    expect(page.get_by_label("Sure", exact=True)).to_be_hidden()
    choose_all(page)
    page.get_by_label("Not sure").check(force=True)
    page.get_by_label("Sure", exact=True).check(force=True)
    expect(page.get_by_label("Not sure")).not_to_be_checked()
    question_id = answer_wrong(page, bank)
    entry = next(row for row in wait_for_records(page, "log", 2) if row["id"] == question_id)
    assert (entry["sure"], entry["right"]) == (True, False)
    page.get_by_role("button", name="Finish now").click()
    expect(page.locator(".practice__list h3").first).to_have_text("Sure, and wrong")
    start_session(page, site, "state=surewrong&n=all")
    expect(page.locator(".practice__progress")).to_have_text("Question 1 of 1")
    expect(page.locator(".practice__id")).to_have_text(question_id)


def test_a_flag_outlives_the_session(page: Page, site: Site) -> None:
    start_session(page, site, f"page={PAGE}&n=5")
    page.get_by_role("button", name="Flag").click()
    expect(page.get_by_role("button", name="Flagged")).to_have_attribute("aria-pressed", "true")
    flagged = page.locator(".practice__id").inner_text()
    wait_for_records(page, "flags", 1)
    start_session(page, site, "state=flagged&n=all")
    expect(page.locator(".practice__id")).to_have_text(flagged)


def test_a_choice_that_nothing_matches_leads_to_the_form_and_says_so(page: Page, site: Site) -> None:
    page.goto(f"{site.address}en/{SESSION}#state=missed&n=10")
    shown(page, "setup")
    expect(page.locator(".practice__matching")).to_contain_text("No question matches")
    expect(page.get_by_role("button", name="Start")).to_be_disabled()
    expect(page.get_by_label("Missed")).to_be_checked()


def test_a_whole_session_works_by_keyboard(page: Page, site: Site) -> None:
    start_session(page, site, f"page={PAGE}&n=3")
    for number in range(1, 4):
        expect(page.locator(".practice__progress")).to_have_text(f"Question {number} of 3")
        expect(page.locator(".practice__progress")).to_be_focused()
        page.keyboard.press("Tab")
        for _ in range(12):
            if page.evaluate("document.activeElement.matches('.eq__input')"):
                break
            page.keyboard.press("Tab")
        count = int(page.locator(".practice__question exam-question").get_attribute("choose") or "1")
        for key in "abc"[:count]:
            page.keyboard.press(key)
        page.keyboard.press("Enter")
        expect(page.locator(".eq__verdict")).to_be_focused()
        page.keyboard.press("n")
    shown(page, "end")
    assert len(records(page, "log")) == 3


def test_an_incomplete_answer_is_not_checked_and_the_reader_is_told(page: Page, site: Site) -> None:
    start_session(page, site, f"page={PAGE}&n=5")
    page.locator(".practice__main").click()
    expect(page.locator(".practice__message")).to_contain_text("before checking")
    expect(page.locator("exam-question[answered]")).to_have_count(0)


def test_two_tabs_never_answer_the_same_session(context: BrowserContext, site: Site, bank: Bank) -> None:
    first, second = context.new_page(), context.new_page()
    start_session(first, site, f"page={PAGE}&n=5")
    second.goto(first.url)
    shown(second, "elsewhere")
    answer_wrong(first, bank)
    second.get_by_role("button", name="Continue in this tab").click()
    expect(second.locator("exam-question[answered]")).to_be_visible()
    shown(first, "elsewhere")
    assert len(records(first, "log")) == 1


def test_two_tabs_that_write_at_once_lose_nothing(context: BrowserContext, site: Site) -> None:
    write = """async ([root, tab]) => {
      const { openStore } = await import(`${root}assets/javascripts/practice/store.js`);
      const store = await openStore();
      for (let number = 0; number < 150; number += 1)
        await store.add([
          { id: `t/${tab}-${number}`, revision: "00000000", right: true, at: Date.now(), source: "page" },
        ]);
    }"""
    pages = [context.new_page() for _ in range(2)]
    for tab, page in enumerate(pages):
        unhash(page, site)
        page.goto(f"{site.address}404.html")
        page.evaluate(f"([...all]) => {{ window.done = ({write})(all).then(() => true); }}", [site.address, str(tab)])
    for page in pages:
        assert page.evaluate("window.done")
    assert len(records(pages[0], "log")) == 300


def test_an_old_record_is_taken_into_the_log_once(page: Page, site: Site, bank: Bank) -> None:
    entry = bank.on_page(PAGE)[0]
    answer = {"revision": entry.question.revision, "right": False, "at": time.time() * 1000 // 1 - 5000, "tries": 3}
    record = json.dumps({"version": 1, "answers": {entry.id: answer}})
    page.goto(f"{site.address}404.html")
    page.evaluate("(text) => localStorage.setItem('sagemaker-exam-guide.progress', text)", record)
    for _ in range(2):
        start_session(page, site, "state=missed&n=all")
        expect(page.locator(".practice__id")).to_have_text(entry.id)
        assert [(row["id"], row["right"], row["at"]) for row in records(page, "log")] == [
            (entry.id, False, answer["at"])
        ]


def test_an_answer_on_a_question_s_page_reaches_the_log_with_its_choice(page: Page, site: Site) -> None:
    page.goto(f"{site.address}en/{PAGE}/")
    block = page.locator("exam-question[choose='1']").first
    block.locator('label:has(input[value="b"])').click()
    block.locator(".eq__check").click()
    wait_until(page, lambda: page.evaluate("indexedDB.databases().then((all) => all.length)"), "no database")
    [entry] = wait_for_records(page, "log", 1)
    assert (entry["id"], entry["chosen"], entry["source"]) == (block.get_attribute("question-id"), ["b"], "page")
    page.goto(f"{site.address}en/{SESSION}")
    shown(page, "setup")
    assert len(records(page, "log")) == 1


FULL = """IDBObjectStore.prototype.put = () => { throw new DOMException("full", "QuotaExceededError"); };"""
NONE = """Object.defineProperty(window, "indexedDB", { get() { throw new DOMException("no", "SecurityError"); } });"""


@pytest.mark.parametrize("script", [FULL, NONE], ids=["full", "forbidden"])
def test_without_storage_a_session_goes_on_and_can_be_saved_to_a_file(
    page: Page, site: Site, bank: Bank, script: str
) -> None:
    page.add_init_script(script)
    start_session(page, site, f"page={PAGE}&n=3")
    expect(page.locator(".practice__banner")).to_be_visible()
    missed = answer_wrong(page, bank)
    with page.expect_download() as started:
        page.get_by_role("button", name="Download what I answered").click()
    data = json.loads(started.value.path().read_text("utf-8"))
    assert data["version"] == 2
    assert [entry["id"] for entry in data["log"]] == [missed]
    page.get_by_role("button", name="Finish now").click()
    expect(page.locator(".practice__missed a")).to_contain_text(missed)


def test_a_lost_connection_is_told_and_can_be_tried_again(page: Page, site: Site) -> None:
    page.route("**/assets/practice/inference-*", lambda route: route.abort())
    page.goto(f"{site.address}en/{SESSION}#page={PAGE}&n=5")
    shown(page, "failed")
    expect(page.get_by_role("alert")).to_contain_text("connection")
    page.unroute("**/assets/practice/inference-*")
    page.get_by_role("button", name="Try again").click()
    shown(page, "run")


def test_without_script_the_page_says_so_and_leads_to_every_page_with_questions(
    context: BrowserContext, site: Site, bank: Bank
) -> None:
    browser = context.browser
    assert browser is not None
    plain = browser.new_context(java_script_enabled=False)
    page = plain.new_page()
    for path in (SESSION, "practice/mock-exam/", "practice/"):
        page.goto(site.address + path)
        pages = {entry.question.page_path for entry in bank.entries.values() if entry.question.is_visible}
        expect(page.locator(".practice-pages a")).to_have_count(len(pages))
        if path != "practice/":
            expect(page.locator(".practice__needs")).to_contain_text("JavaScript")
    plain.close()
