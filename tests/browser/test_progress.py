"""What a reader has answered is never lost: the cases of overrides/assets/javascripts/quiz/progress.js, one by one."""

import json
import time
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Locator, Page, Route, expect

from tests.browser.pages import FORBID_STORAGE, block
from tests.conftest import Site

pytestmark = pytest.mark.browser

KEY = "sagemaker-exam-guide.progress"
FIRST, SECOND = "inference/variants-ab-test-recommender", "inference/variants-test-new-model"
PATH = "en/inference/production-variants/"
RIGHT = {FIRST: "a", SECOND: "d"}


def answer_of(page: Page, question_id: str) -> dict[str, Any] | None:
    progress = json.loads(page.evaluate("(key) => localStorage.getItem(key)", KEY) or "{}")
    found: dict[str, Any] | None = progress.get("answers", {}).get(question_id)
    return found


def stored(page: Page) -> dict[str, str]:
    everything: dict[str, str] = page.evaluate("() => ({...localStorage})")
    return everything


def store(page: Page, **values: str) -> None:
    """Put values into the storage of pages to come, once."""
    script = "if (!sessionStorage.seeded) { sessionStorage.seeded = 1; Object.assign(localStorage, %s); }"
    page.add_init_script(script % json.dumps(values))


def record(
    revision: str = "00000000", *, right: bool = True, at: float | None = None, tries: int = 1
) -> dict[str, Any]:
    return {"revision": revision, "right": right, "at": at or time.time() * 1000 - 1000, "tries": tries}


def progress(**answers: dict[str, Any]) -> str:
    return json.dumps({"version": 1, "answers": {key.replace("__", "/"): value for key, value in answers.items()}})


def open_page(page: Page, site: Site) -> None:
    page.goto(site.address + PATH)
    expect(page.locator(".eq__check").first).to_be_visible()


def revision(page: Page, question_id: str) -> str:
    return block(page, question_id).get_attribute("revision") or ""


def answer(page: Page, question_id: str, letter: str) -> None:
    question = block(page, question_id)
    question.locator(f'input[value="{letter}"]').check()
    question.get_by_role("button", name="Check").click()
    expect(question.get_by_role("status")).not_to_be_empty()


def counts(page: Page) -> tuple[str, str]:
    summary = page.locator("exam-summary")
    return summary.locator('[data-n="answered"]').inner_text(), summary.locator('[data-n="right"]').inner_text()


def served_changed(page: Page, old: str, new: str) -> None:
    """Serve the page with a change in it, as a later version of the site would have it."""

    def change(route: Route) -> None:
        response = route.fetch()
        body = response.text()
        assert body.count(old) >= 1, old
        route.fulfill(response=response, body=body.replace(old, new))

    page.route(f"**/{PATH}", change)


def test_an_answer_is_remembered_with_its_revision_and_told_next_time(page: Page, site: Site) -> None:
    open_page(page, site)
    answer(page, FIRST, "b")
    answer(page, SECOND, RIGHT[SECOND])
    first = answer_of(page, FIRST)
    assert first is not None
    assert (first["right"], first["tries"], first["revision"]) == (False, 1, revision(page, FIRST))
    assert counts(page) == ("2", "1")
    open_page(page, site)
    assert counts(page) == ("2", "1")
    expect(block(page, FIRST).locator(".eq__history")).to_contain_text("Last time you were wrong")
    expect(block(page, SECOND).locator(".eq__history")).to_contain_text("Last time you were right")
    answer(page, FIRST, "a")
    assert counts(page) == ("2", "2")
    again = answer_of(page, FIRST)
    assert again is not None
    assert again["tries"] == 2


def test_a_question_whose_text_changed_says_so_and_does_not_count(page: Page, site: Site) -> None:
    store(page, **{KEY: progress(**{FIRST.replace("/", "__"): record()})})
    open_page(page, site)
    expect(block(page, FIRST).locator(".eq__history")).to_contain_text("has changed since you answered it")
    assert counts(page) == ("0", "0")
    assert answer_of(page, FIRST) is not None


def test_a_renamed_question_keeps_its_answer(page: Page, site: Site) -> None:
    open_page(page, site)
    old = {"inference__old-name": record(revision(page, FIRST), tries=3)}
    page.evaluate("([key, text]) => localStorage.setItem(key, text)", [KEY, progress(**old)])
    served_changed(page, f'question-id="{FIRST}"', f'question-id="{FIRST}" formerly="inference/old-name"')
    open_page(page, site)
    assert counts(page) == ("1", "1")
    moved = answer_of(page, FIRST)
    assert moved is not None
    assert moved["tries"] == 3
    assert answer_of(page, "inference/old-name") is None


def test_answers_to_questions_that_are_new_moved_or_retired_change_nothing_else(page: Page, site: Site) -> None:
    open_page(page, site)
    answer(page, FIRST, "a")
    before = answer_of(page, FIRST)
    # The other question is retired from the page, and another one takes its place.
    served_changed(page, f'"{SECOND}"', '"inference/brand-new"')
    open_page(page, site)
    assert counts(page) == ("1", "1")
    answer(page, "inference/brand-new", "d")
    assert counts(page) == ("2", "2")
    assert answer_of(page, FIRST) == before
    # Retired or shown elsewhere, an answer stays in the record.
    page.unroute_all()
    open_page(page, site)
    assert answer_of(page, "inference/brand-new") is not None
    assert counts(page) == ("1", "1")


def test_two_tabs_keep_each_others_answers_and_show_them(context: BrowserContext, site: Site) -> None:
    one, other = context.new_page(), context.new_page()
    open_page(one, site)
    open_page(other, site)
    answer(one, FIRST, "a")
    # The tabs may be processes of their own, which hear of each other's changes a moment later.
    expect(other.locator('[data-n="answered"]')).to_have_text("1")
    answer(other, SECOND, "a")
    expect(one.locator('[data-n="answered"]')).to_have_text("2")
    assert answer_of(one, FIRST) is not None
    assert answer_of(one, SECOND) is not None
    expect(block(one, SECOND).locator(".eq__history")).to_contain_text("Last time you were wrong")


FILL = """() => { for (let size = 1 << 22; size; size >>= 1) {
    try { localStorage.setItem("filler" + size, "x".repeat(size)); } catch {} } }"""


def test_a_full_storage_keeps_answers_while_the_page_is_open_and_stores_them_once_there_is_room(
    page: Page, site: Site
) -> None:
    open_page(page, site)
    answer(page, FIRST, "a")
    page.evaluate(FILL)
    answer(page, SECOND, RIGHT[SECOND])
    assert counts(page) == ("2", "2")
    expect(page.locator(".eq-summary__kept")).to_be_visible()
    assert answer_of(page, SECOND) is None
    page.evaluate(
        "Object.keys(localStorage).filter((k) => k.startsWith('filler')).forEach((k) => localStorage.removeItem(k))"
    )
    block(page, FIRST).get_by_role("button", name="Try again").click()
    answer(page, FIRST, "b")
    expect(page.locator(".eq-summary__kept")).to_be_hidden()
    assert answer_of(page, SECOND) is not None


def test_a_forbidden_storage_is_told_and_questions_work(page: Page, site: Site) -> None:
    page.add_init_script(FORBID_STORAGE)
    open_page(page, site)
    answer(page, FIRST, "a")
    assert counts(page) == ("1", "1")
    expect(page.locator(".eq-summary__kept")).to_be_visible()


def aside(page: Page) -> list[str]:
    return [value for key, value in stored(page).items() if key.startswith(f"{KEY}.aside.")]


def begin_with(page: Page, text: str) -> None:
    """Have nothing in the storage but a record, for the page that is opened next."""
    page.evaluate("([key, text]) => { localStorage.clear(); localStorage.setItem(key, text); }", [KEY, text])


UNREADABLE = [
    "{not json",
    "null",
    "[]",
    '"text"',
    '{"version": 0, "done": ["a"]}',
    '{"version": 2, "answers": {}}',
    '{"version": 1}',
]


def test_what_cannot_be_read_is_kept_aside(page: Page, site: Site) -> None:
    open_page(page, site)
    for text in UNREADABLE:
        begin_with(page, text)
        open_page(page, site)
        assert counts(page) == ("0", "0"), text
        answer(page, FIRST, "a")
        assert answer_of(page, FIRST) is not None, text
        assert aside(page) == [text]


DAMAGED: list[dict[str, Any]] = [
    {"Not an id": record()},
    {SECOND: {**record(), "revision": "<b>"}},
    {SECOND: {**record(), "right": "yes"}},
    {SECOND: {**record(), "at": 1e300}},
    {SECOND: {**record(), "at": None}},
    {SECOND: None},
    {"__proto__": {"polluted": True}},
]


def test_a_damaged_answer_is_kept_aside_and_the_sound_ones_count(page: Page, site: Site) -> None:
    open_page(page, site)
    sound = {FIRST: record(revision(page, FIRST))}
    for bad in DAMAGED:
        text = json.dumps({"version": 1, "answers": {**sound, **bad}})
        begin_with(page, text)
        open_page(page, site)
        assert counts(page) == ("1", "1"), text
        assert aside(page) == [text]
        assert page.evaluate("({}).polluted") is None


def test_a_damaged_record_in_a_full_storage_is_not_written_over(page: Page, site: Site) -> None:
    # Longer than the answer to come, which the full storage would take in its place.
    damaged = "{damaged" + "x" * 3000
    page.goto(site.address + "404.html")
    page.evaluate("([key, text]) => localStorage.setItem(key, text)", [KEY, damaged])
    page.evaluate(FILL)
    open_page(page, site)
    answer(page, FIRST, "a")
    assert counts(page) == ("1", "1")
    assert stored(page)[KEY] == damaged


def test_a_page_is_started_anew_and_that_is_taken_back(page: Page, site: Site) -> None:
    other = {"training__containers-gpu": record()}
    store(page, **{KEY: progress(**other)})
    open_page(page, site)
    answer(page, FIRST, "a")
    page.get_by_role("button", name="Start this page over").click()
    expect(page.locator('[data-n="answered"]')).to_have_text("0")
    assert answer_of(page, FIRST) is None
    assert answer_of(page, "training/containers-gpu") is not None
    expect(block(page, FIRST).get_by_role("status")).to_be_empty()
    undo = page.get_by_role("button", name="Undo")
    expect(undo).to_be_focused()
    undo.click()
    expect(page.locator('[data-n="right"]')).to_have_text("1")


def import_file(page: Page, path: Path) -> Locator:
    page.locator(".eq-summary__all > summary").click()
    page.locator('exam-summary input[type="file"]').set_input_files(path)
    said = page.locator(".eq-summary__said")
    expect(said).not_to_be_empty()
    return said


def test_progress_goes_to_a_file_and_merges_into_another_browser(
    page: Page, context: BrowserContext, site: Site, tmp_path: Path
) -> None:
    store(page, **{KEY: "{damaged"})
    open_page(page, site)
    answer(page, FIRST, "a")
    answer(page, SECOND, "a")
    page.locator(".eq-summary__all > summary").click()
    with page.expect_download() as started:
        page.get_by_role("button", name="Export to a file").click()
    file = tmp_path / "progress.json"
    started.value.save_as(file)
    assert json.loads(file.read_text())["aside"] == ["{damaged"]
    browser = context.browser
    assert browser is not None
    elsewhere = browser.new_context().new_page()
    open_page(elsewhere, site)
    later = {SECOND.replace("/", "__"): record(revision(elsewhere, SECOND), at=time.time() * 1000 + 5000, tries=1)}
    elsewhere.evaluate("([key, text]) => localStorage.setItem(key, text)", [KEY, progress(**later)])
    open_page(elsewhere, site)
    expect(import_file(elsewhere, file)).to_contain_text("Answers in the file: 2.")
    assert counts(elsewhere) == ("2", "2")  # the later answer, a right one, won over the file's wrong one
    elsewhere.context.close()


def test_a_file_that_is_no_progress_changes_nothing(page: Page, site: Site, tmp_path: Path) -> None:
    open_page(page, site)
    answer(page, FIRST, "a")
    before = stored(page)
    file = tmp_path / "other.json"
    for text in ("", "{}", "[1]", "<html>", '{"version": 9, "answers": {}}'):
        file.write_text(text)
        open_page(page, site)
        expect(import_file(page, file)).to_contain_text("Nothing has changed.")
        assert stored(page) == before, text


def test_markup_in_a_file_reaches_no_page(page: Page, site: Site, tmp_path: Path) -> None:
    open_page(page, site)
    attack = "<img src=x onerror=window.hit=1>"
    rows = {
        FIRST: {**record(attack), "at": attack},
        attack: record(),
        SECOND: {**record(revision(page, SECOND)), "x": attack},
    }
    file = tmp_path / "attack.json"
    file.write_text(json.dumps({"version": 1, "answers": rows}))
    expect(import_file(page, file)).to_contain_text("Answers in the file: 1.")
    assert attack not in page.content()
    assert page.evaluate("window.hit") is None
    assert answer_of(page, SECOND) is not None
    assert "x" not in (answer_of(page, SECOND) or {})
