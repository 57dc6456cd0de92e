"""A mock exam: drawn, sat against the clock, broken off, handed in, as the reader meets it."""

import re
import tempfile
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Playwright, expect

from macros.bank import Bank
from scripts.verbs.browser import find_browser
from tests.browser.pages import PHONE, wait_until
from tests.browser.practice import MOCK, choose_all, records, shown, start_exam, wait_for_records
from tests.conftest import Site

pytestmark = pytest.mark.browser


# How many attempts a tab still holds.
HELD = "navigator.locks.query().then(({ held }) => held.length)"


def time_left(page: Page) -> int:
    """Return the seconds that the clock shows."""
    parts = page.locator(".practice__run .practice__time").inner_text().split(":")
    return sum(int(part) * 60**place for place, part in enumerate(reversed(parts)))


def attempt(page: Page) -> dict[str, Any]:
    return max(records(page, "attempts"), key=lambda row: row["started"])


def hand_in(page: Page) -> None:
    page.locator('[data-do="sheet"]').click()
    shown(page, "sheet")
    page.get_by_role("button", name=re.compile("^(Hand in|Entregar a prova)$")).click()
    page.locator("dialog button[value=yes]").click()
    shown(page, "result")


def letters_on_screen(page: Page, bank: Bank, *, right: bool) -> list[str]:
    """Return letters of the question on screen that answer it right, or wrong."""
    question_id = page.locator(".practice__exam").get_attribute("question-id") or ""
    key = bank.entries[question_id].question.key
    others = [letter for letter in "abcdef"[: len(bank.entries[question_id].question.options)] if letter not in key]
    return sorted(key) if right else [*others, *sorted(key)][: len(key)]


def answer(page: Page, bank: Bank, *, right: bool) -> None:
    for letter in letters_on_screen(page, bank, right=right):
        page.locator(f'.practice__exam label:has(input[value="{letter}"])').click()


def test_the_standard_form_has_the_exam_s_weights_and_says_whose_minutes_it_uses(
    page: Page, site: Site, bank: Bank
) -> None:
    page.goto(f"{site.address}en/{MOCK}")
    shown(page, "setup")
    other = bank.facts.exams["MLA-C01"].minutes
    expect(page.locator('[data-hint="form"]')).to_contain_text(
        f"not yet published the minutes of the standard form of MLA-C02. This page uses {other}"
    )
    expect(page.locator('[data-hint="draw"]')).to_have_text(
        re.compile(r"^Exam 1 of [3-9] without a repeated question\.$")
    )
    page.locator(".practice__start").click()
    shown(page, "run")
    expect(page.locator(".practice__progress")).to_have_text("Question 1 of 65")
    drawn = attempt(page)
    assert list(drawn["quotas"].values()) == [18, 16, 16, 15]
    assert drawn["timing"]["deadline"] - drawn["timing"]["started"] == (other or 0) * 60_000


def test_the_beta_form_has_its_own_questions_and_minutes(page: Page, site: Site, bank: Bank) -> None:
    start_exam(page, site, "all", form="MLA-C02:beta")
    beta = bank.facts.exams["MLA-C02"].beta
    assert beta is not None
    drawn = attempt(page)
    assert len(drawn["ids"]) == beta.questions
    assert drawn["timing"]["limit"] == beta.minutes * 60_000


def test_an_exam_that_the_bank_cannot_fill_is_offered_by_domain_only(page: Page, site: Site) -> None:
    page.goto(f"{site.address}en/{MOCK}")
    shown(page, "setup")
    page.locator('[name="form"][value="MLS-C01"]').check(force=True)
    expect(page.locator('[data-hint="form"]')).to_contain_text("you practise it by domain")
    sizes = page.locator('[name="part"] option').all_inner_texts()
    assert sizes
    assert all(size.startswith("Domain ") for size in sizes)


def test_more_time_can_be_granted(page: Page, site: Site) -> None:
    for extra, minutes in (("1", 130), ("30", 160), ("1.5", 195), ("2", 260)):
        start_exam(page, site, "all", extra=extra)
        assert attempt(page)["timing"]["limit"] == minutes * 60_000


def test_during_an_exam_no_key_is_in_the_document_or_fetched(page: Page, site: Site, bank: Bank) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    start_exam(page, site)
    for number in range(1, 11):
        expect(page.locator(".practice__progress")).to_have_text(f"Question {number} of 10")
        question_id = page.locator(".practice__exam").get_attribute("question-id") or ""
        content = page.locator(".practice__run").inner_html()
        assert re.findall(r'data-in="[^"]+"', content) == []
        for option in bank.entries[question_id].question.options:
            assert (option.why.en or "") not in content
        choose_all(page)
        expect(page.locator(".practice__exam .eq__verdict, .practice__exam details")).to_have_count(0)
        page.locator('.practice__main[data-do="next"]').click()
    shown(page, "sheet")
    assert [url for url in asked if re.search(r"/assets/practice/[a-z0-9-]+\.(en|pt)\.", url)] == []


def test_a_reload_keeps_question_answers_and_the_running_clock(page: Page, site: Site) -> None:
    start_exam(page, site)
    choose_all(page)
    page.get_by_role("button", name="Flag").click()
    page.locator(".practice__strike").last.click()
    page.locator('.practice__main[data-do="next"]').click()
    expect(page.locator(".practice__progress")).to_have_text("Question 2 of 10")
    before = time_left(page)
    page.reload()
    shown(page, "run")
    expect(page.locator(".practice__progress")).to_have_text("Question 2 of 10")
    assert before - 5 <= time_left(page) <= before
    page.get_by_role("button", name="Back").click()
    expect(page.get_by_role("button", name="Flagged")).to_be_visible()
    expect(page.locator(".practice__exam :checked").first).to_be_visible()
    expect(page.locator("[data-struck]")).to_have_count(1)


def test_a_browser_that_is_killed_in_the_middle_loses_nothing(playwright: Playwright, site: Site) -> None:
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        options: dict[str, Any] = {"executable_path": str(find_browser()), "args": ["--no-sandbox"]}
        first = playwright.chromium.launch_persistent_context(folder, **options)
        page = first.new_page()
        start_exam(page, site)
        url = page.url
        choose_all(page)
        wait_until(page, lambda: any(row["chosen"] for row in records(page, "answers")), "not stored")
        page.wait_for_timeout(500)  # what is written without waiting for the disk is on its way there
        before = time_left(page)
        session = first.browser.new_browser_cdp_session() if first.browser else first.new_cdp_session(page)
        with pytest.raises(Exception, match=r"(?i)closed|crash"):  # noqa: PT012
            session.send("Browser.crash")
            page.wait_for_timeout(2000)
            page.title()
        second = playwright.chromium.launch_persistent_context(folder, **options)
        page = second.new_page()
        page.goto(url)
        shown(page, "run")
        expect(page.locator(".practice__exam :checked").first).to_be_visible()
        assert time_left(page) <= before
        second.close()


def test_ten_minutes_of_sleep_are_ten_minutes_of_an_exam_and_none_of_practice(page: Page, site: Site) -> None:
    page.clock.install()
    for mode, lost in (("exam", 600), ("practice", 0)):
        start_exam(page, site, mode=mode)
        page.clock.run_for(1000)
        before = time_left(page)
        page.evaluate("""() => { Object.defineProperty(document, "hidden", { value: true, configurable: true });
            document.dispatchEvent(new Event("visibilitychange")); }""")
        page.clock.fast_forward(600_000)
        page.evaluate("""() => { Object.defineProperty(document, "hidden", { value: false, configurable: true });
            document.dispatchEvent(new Event("visibilitychange")); }""")
        page.clock.run_for(500)
        assert before - time_left(page) == pytest.approx(lost, abs=3)
        hand_in(page)


def test_when_time_is_up_the_exam_is_handed_in_by_itself(page: Page, site: Site) -> None:
    page.clock.install()
    start_exam(page, site)
    choose_all(page)
    limit = attempt(page)["timing"]["limit"]
    page.goto("about:blank")
    page.clock.fast_forward(limit + 60_000)
    page.goto(f"{site.address}en/{MOCK}")
    shown(page, "setup")
    wait_until(page, lambda: page.evaluate(HELD) == 0, "the page that was left still has the exam")
    page.get_by_role("button", name="Continue the exam").click()
    page.clock.run_for(1000)
    shown(page, "result")
    expect(page.locator(".practice__report .practice__note")).to_contain_text("Time was up")
    done = attempt(page)
    assert done["ended"] == done["timing"]["deadline"]


def test_a_hidden_clock_returns_for_the_last_five_minutes(page: Page, site: Site) -> None:
    page.clock.install()
    start_exam(page, site)
    clock = page.locator(".practice__run .practice__time")
    page.get_by_role("button", name="Hide the clock").click()
    expect(clock).to_be_hidden()
    page.clock.fast_forward(attempt(page)["timing"]["limit"] - 5 * 60_000 - 5000)
    page.clock.run_for(500)
    expect(clock).to_be_hidden()
    page.clock.run_for(6000)
    expect(clock).to_be_visible()


def test_nothing_is_said_in_a_live_region_for_a_minute_but_the_time_on_a_key(page: Page, site: Site) -> None:
    page.clock.install()
    start_exam(page, site)
    page.evaluate(
        """() => { window.said = [];
          const live = (node) => (node.nodeType === 1 ? node : node.parentElement)
            ?.closest("[aria-live]:not([aria-live=off]), [role=status], [role=alert], [role=log], output");
          new MutationObserver((all) => { for (const { target } of all)
            if (live(target)?.textContent.trim()) window.said.push(live(target).textContent.trim()); })
            .observe(document.body, { childList: true, characterData: true, subtree: true, attributes: true }); }"""
    )
    page.locator(".practice__progress").focus()
    page.clock.run_for(60_000)
    assert page.evaluate("window.said") == []
    page.keyboard.press("t")
    page.clock.run_for(100)
    expect(page.locator(".practice__said")).to_have_text(re.compile(r"^\d+:\d\d left\.$"))


def test_a_whole_exam_works_by_keyboard(page: Page, site: Site) -> None:
    start_exam(page, site)
    for number in range(1, 11):
        expect(page.locator(".practice__progress")).to_have_text(f"Question {number} of 10")
        expect(page.locator(".practice__progress")).to_be_focused()
        count = int(page.locator(".practice__exam").get_attribute("data-choose") or "1")
        for key in "123"[:count]:
            page.keyboard.press(key)
        if number == 3:
            page.keyboard.press("m")
            expect(page.get_by_role("button", name="Flagged")).to_be_visible()
        page.keyboard.press("n")
    shown(page, "sheet")
    expect(page.locator('[data-state="answered"]')).to_have_count(10)
    for _ in range(40):
        if page.evaluate("document.activeElement.dataset.do") == "hand-in":
            break
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.get_by_role("dialog")).to_contain_text("Every question is answered")
    page.keyboard.press("Enter")
    shown(page, "result")
    expect(page.get_by_role("heading", name="Result")).to_be_focused()
    assert len(records(page, "log")) == 10


def test_a_whole_exam_works_by_touch_on_a_small_phone(browser: Browser, site: Site) -> None:
    context = browser.new_context(viewport={"width": 320, "height": 640}, has_touch=True, is_mobile=True)
    page = context.new_page()
    start_exam(page, site)
    for number in range(1, 11):
        expect(page.locator(".practice__progress")).to_have_text(f"Question {number} of 10")
        count = int(page.locator(".practice__exam").get_attribute("data-choose") or "1")
        for place in range(count):
            page.locator(".practice__exam .eq__label").nth(place).tap()
        page.locator('.practice__main[data-do="next"]').tap()
    shown(page, "sheet")
    assert not page.evaluate("document.documentElement.scrollWidth > innerWidth")
    page.locator('[data-do="hand-in"]').tap()
    page.locator("dialog button[value=yes]").tap()
    shown(page, "result")
    assert not page.evaluate("document.documentElement.scrollWidth > innerWidth")
    context.close()


def test_the_sheet_tells_answered_unanswered_unseen_and_flagged_apart(page: Page, site: Site) -> None:
    start_exam(page, site)
    choose_all(page)
    page.locator('.practice__main[data-do="next"]').click()
    expect(page.locator(".practice__progress")).to_have_text("Question 2 of 10")
    page.get_by_role("button", name="Flag").click()
    page.locator('[data-do="sheet"]').click()
    cells = page.locator(".practice__cell")
    expect(cells.nth(0)).to_have_text("1 answered")
    expect(cells.nth(1)).to_have_text("2 unanswered, flagged")
    expect(cells.nth(2)).to_have_text("3 not seen")
    page.get_by_label("Flagged").check(force=True)
    expect(cells).to_have_count(1)
    page.get_by_label("Unanswered").check(force=True)
    expect(cells).to_have_count(9)
    cells.nth(8).click()
    expect(page.locator(".practice__progress")).to_have_text("Question 10 of 10")


def test_the_result_counts_blanks_as_wrong_and_shows_no_scaled_score(page: Page, site: Site, bank: Bank) -> None:
    start_exam(page, site)
    for right in (True, True, False):
        before = page.locator(".practice__progress").inner_text()
        answer(page, bank, right=right)
        page.locator('.practice__main[data-do="next"]').click()
        expect(page.locator(".practice__progress")).not_to_have_text(before)
    hand_in(page)
    report = page.locator(".practice__report")
    expect(report.locator(".practice__score")).to_have_text("20% right: 2 of 10")
    expect(report).to_contain_text("probably lies between 6% and 51%")
    passing = str(bank.facts.exams["MLA-C02"].passing_score)
    assert passing not in report.locator("> p").all_inner_texts()
    assert [row["right"] for row in records(page, "answers")].count(True) == 2
    assert len(records(page, "log")) == 3
    assert records(page, "texts") == []
    expect(report.locator(".practice__domain")).to_have_count(4)
    expect(report.locator("details[open] exam-question[answered]")).to_have_count(8)
    expect(report.locator("details:not([open])")).to_have_count(2)
    page.reload()
    shown(page, "result")
    expect(report.locator(".practice__score")).to_have_text("20% right: 2 of 10")
    report.get_by_role("link", name="Practise the missed ones").click()
    expect(page.locator(".practice__progress")).to_have_text("Question 1 of 8")


def test_second_thoughts_are_shown_with_what_they_did(page: Page, site: Site, bank: Bank) -> None:
    start_exam(page, site, "d2")
    while page.locator(".practice__exam").get_attribute("data-choose") != "1":
        before = page.locator(".practice__progress").inner_text()
        page.locator('.practice__main[data-do="next"]').click()
        expect(page.locator(".practice__progress")).not_to_have_text(before)
    answer(page, bank, right=False)
    answer(page, bank, right=True)
    hand_in(page)
    expect(page.locator(".practice__report")).to_contain_text(
        "1 from wrong to right, 0 from right to wrong, 0 from wrong"
    )


def test_the_next_exam_repeats_nothing_and_says_which_one_it_is(page: Page, site: Site) -> None:
    start_exam(page, site)
    first = attempt(page)["ids"]
    hand_in(page)
    page.get_by_role("button", name="Another exam").click()
    shown(page, "setup")
    page.locator('[name="part"]').select_option("10")
    expect(page.locator('[data-hint="draw"]')).to_contain_text("Exam 2 of")
    page.locator(".practice__start").click()
    shown(page, "run")
    assert not set(first) & set(attempt(page)["ids"])
    hand_in(page)
    expect(page.get_by_role("heading", name="Against earlier exams")).to_be_visible()


def test_a_group_gets_the_same_exam_by_its_address_and_compares_results(
    browser: Browser, page: Page, site: Site, bank: Bank
) -> None:
    start_exam(page, site)
    answer(page, bank, right=True)
    ids, first_order = (
        attempt(page)["ids"],
        page.locator(".practice__exam .eq__option").evaluate_all("all => all.map((one) => one.dataset.letter)"),
    )
    hand_in(page)
    result = page.locator(".practice__text").first.input_value()
    assert result.startswith("MLA-C02 1/10 http")
    context = browser.new_context()
    friend = context.new_page()
    friend.goto(result.split(" ")[-1].replace("/en/", "/"))
    shown(friend, "setup")
    expect(friend.locator(".practice__shared")).to_be_visible()
    friend.locator(".practice__start").click()
    shown(friend, "run")
    assert attempt(friend)["ids"] == ids
    order = friend.locator(".practice__exam .eq__option").evaluate_all("all => all.map((one) => one.dataset.letter)")
    assert order == first_order
    friend.locator('[data-do="sheet"]').click()
    hand_in_again(friend)
    expect(friend.locator(".practice__report")).to_contain_text("Com o seu grupo")
    friend.locator("#practice-paste").fill(f"Ana: {result}\nBia: nothing")
    friend.get_by_role("button", name="Comparar").click()
    expect(friend.locator(".practice__report")).to_contain_text("Colega 1: 1 de 10. Acertou e você não: 1")
    context.close()


def hand_in_again(page: Page) -> None:
    page.locator('[data-do="hand-in"]').click()
    page.locator("dialog button[value=yes]").click()
    shown(page, "result")


def test_a_group_whose_banks_differ_is_told_by_how_much(page: Page, site: Site) -> None:
    start_exam(page, site)
    url = page.url
    sign = re.search(r"b=(.)", url)
    assert sign is not None
    other = "0" if sign[1] != "0" else "1"
    page.context.clear_cookies()
    page.evaluate("indexedDB.deleteDatabase('sagemaker-exam-guide')")
    page.goto("about:blank")
    page.goto(url.replace(f"b={sign[1]}", f"b={other}"))
    shown(page, "setup")
    expect(page.locator(".practice__differs")).to_contain_text("1 of 10 questions differ")


def test_a_bank_that_changed_under_an_open_exam_counts_for_the_reader(page: Page, site: Site) -> None:
    start_exam(page, site)
    drawn = attempt(page)
    changed, gone = drawn["ids"][:2]
    stem = page.locator(".practice__exam").inner_text()

    def change(route: Any) -> None:
        response = route.fetch()
        data = response.json()
        data["questions"][changed][0] = "ffffffff"
        place = list(data["questions"]).index(gone)
        del data["questions"][gone]
        for exam in data["exams"].values():
            exam["counted"] = exam["counted"][:place] + exam["counted"][place + 1 :]
        route.fulfill(response=response, json=data)

    page.route("**/assets/practice/data.json", change)
    page.reload()
    shown(page, "run")
    assert page.locator(".practice__exam").inner_text() == stem
    expect(page.locator(".practice__note")).to_be_visible()
    expect(page.locator(".practice__note")).to_contain_text("has changed since you began")
    page.locator('.practice__main[data-do="next"]').click()
    expect(page.locator(".practice__note")).to_contain_text("withdrawn")
    expect(page.locator(".practice__note")).to_be_visible()
    expect(page.locator(".practice__exam .eq__option").first).to_be_visible()
    hand_in(page)
    expect(page.locator(".practice__score")).to_have_text("20% right: 2 of 10")


def test_two_tabs_never_sit_the_same_exam(context: BrowserContext, site: Site) -> None:
    first, second = context.new_page(), context.new_page()
    start_exam(first, site)
    second.goto(first.url)
    shown(second, "elsewhere")
    choose_all(first)
    wait_until(first, lambda: any(row["chosen"] for row in records(first, "answers")), "not stored")
    second.get_by_role("button", name="Continue in this tab").click()
    shown(second, "run")
    expect(second.locator(".practice__exam :checked").first).to_be_visible()
    shown(first, "elsewhere")


def test_an_exam_can_be_discarded_after_a_question(page: Page, site: Site) -> None:
    start_exam(page, site)
    page.goto("about:blank")
    page.goto(f"{site.address}en/{MOCK}")
    shown(page, "setup")
    expect(page.locator(".practice__open")).to_contain_text("0 of 10 answered")
    page.on("dialog", lambda dialog: dialog.accept())
    page.get_by_role("button", name="Discard").click()
    expect(page.locator(".practice__open")).to_be_hidden()
    assert records(page, "attempts") == []
    assert records(page, "answers") == []


def test_the_theme_s_keys_do_not_leave_a_running_exam(page: Page, site: Site) -> None:
    start_exam(page, site)
    url = page.url
    page.evaluate("document.activeElement.blur()")
    for key in "np,.fs/":
        page.keyboard.press(key)
    page.keyboard.press("Escape")  # out of the search
    page.locator(".practice__progress").focus()
    page.keyboard.press("t")  # answers after the others have had their turn
    expect(page.locator(".practice__said")).not_to_be_empty()
    assert page.url == url
    expect(page.locator(".practice__progress")).to_have_text("Question 1 of 10")


def test_fingers_reach_everything_below_a_question(page: Page, site: Site) -> None:
    page.set_viewport_size(PHONE)
    start_exam(page, site)
    small = page.evaluate(
        """() => [...document.querySelectorAll(".practice__run :is(button, .eq__label)")]
             .filter((one) => one.checkVisibility())
             .map((one) => [one.textContent.trim(), one.getBoundingClientRect()])
             .filter(([, box]) => box.height < 44 || box.width < 44).map(([text]) => text)"""
    )
    assert small == []
    expect(page.locator(".practice__foot")).to_be_in_viewport(ratio=1)
    wait_for_records(page, "attempts", 1)
