"""The card of the Anki package as Anki shows it: its own rendering of both sides, in a page that stays the same."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from anki.collection import Collection, ImportAnkiPackageOptions, ImportAnkiPackageRequest
from playwright.sync_api import Page, Route, expect

from macros.bank import Bank
from tests.browser.pages import violations
from tests.macros.exports.downloads.samples import hostile, made, with_entries

pytestmark = pytest.mark.browser

ONE, SEVERAL, SCALE = "mlops/security-conditions-are-anded", "inference/hostile", "inference/serverless-smallest-memory"
# Anki replaces what a page shows, and runs the scripts in it.
_SHOW = """([html, isNight]) => {
    document.body.className = `card card1 ${isNight ? "nightMode night_mode" : ""}`;
    document.body.innerHTML = html;
    for (const script of document.querySelectorAll("script")) {
        const fresh = document.createElement("script");
        fresh.textContent = script.textContent;
        script.replaceWith(fresh);
    }
}"""
_LETTERS = "items => items.map(item => item.dataset.letter).join('')"

Show = Callable[..., None]


@pytest.fixture(scope="module")
def collection(bank: Bank, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Collection]:
    folder: Path = tmp_path_factory.mktemp("anki")
    file = folder / "bank.apkg"
    file.write_bytes(made("anki", with_entries(bank, hostile(folder / "q.yml"))))
    opened = Collection(str(folder / "collection.anki2"))
    opened.import_anki_package(ImportAnkiPackageRequest(package_path=str(file), options=ImportAnkiPackageOptions()))
    yield opened
    opened.close()


@pytest.fixture
def show(page: Page, collection: Collection) -> Show:
    """Return a function that shows a side of a question's card."""

    def answer(route: Route) -> None:
        route.fulfill(body="<!doctype html><html lang=en><title>Card</title><body>", content_type="text/html")

    page.route("**/*", answer)
    page.set_viewport_size({"width": 320, "height": 640})
    page.goto("http://anki.test/")

    def shown(side: str, question_id: str, *, night: bool = False) -> None:
        (number,) = collection.find_cards(f'"Id:{question_id}"')
        card = collection.get_card(number)
        page.evaluate(_SHOW, [card.question() if side == "front" else card.answer(), night])

    return shown


def _order(page: Page, of: str) -> str:
    found: str = page.locator(f"{of} > li").evaluate_all(_LETTERS)
    return found


def test_options_are_shuffled_and_the_back_has_the_same_order_with_each_reason_at_its_option(
    page: Page, show: Show
) -> None:
    orders = set()
    for _ in range(12):
        show("front", ONE)
        orders.add(front := _order(page, ".options"))
        show("back", ONE)
        assert _order(page, ".options") == front
        assert _order(page, "details[lang=en] .reasons") == _order(page, "details[lang=pt-BR] .reasons") == front
        right = front.index(page.locator("[data-key]").get_attribute("data-key") or "?")
        expect(page.locator("[data-key]")).to_have_text("ABCDEF"[right])
        expect(page.locator(".options > li.right")).to_have_count(1)
    assert len(orders) > 1


def test_what_was_chosen_is_marked_on_the_back(page: Page, show: Show) -> None:
    show("front", ONE)
    page.locator(".options > li").nth(0).click()
    page.locator(".options > li").nth(1).click()
    expect(page.locator(".chosen")).to_have_count(1)
    chosen = page.locator(".chosen").get_attribute("data-letter")
    show("back", ONE)
    assert page.locator(".chosen").get_attribute("data-letter") == chosen
    show("front", SEVERAL)
    for number in range(3):
        page.locator(".options > li").nth(number).click()
    expect(page.locator(".chosen")).to_have_count(2)
    show("front", ONE)
    expect(page.locator(".chosen")).to_have_count(0)


def test_a_reader_keeps_the_order_for_all_cards_and_an_order_that_means_something_stays(page: Page, show: Show) -> None:
    show("front", ONE)
    page.get_by_role("button", name="Keep the options in order").click()
    for _ in range(5):
        show("front", ONE)
        assert _order(page, ".options") == "abcd"
    page.get_by_role("button", name="Shuffle the options").click()
    for _ in range(5):
        show("front", SCALE)
        assert _order(page, ".options") == "abcd"
        expect(page.get_by_role("button")).to_have_count(0)


def test_the_language_that_a_reader_opens_is_open_on_the_next_card(page: Page, show: Show) -> None:
    show("back", ONE)
    expect(page.locator("details[open]")).to_have_attribute("lang", "en")  # that of the program
    page.get_by_text("Português", exact=True).click()
    show("back", SEVERAL)
    expect(page.locator("details[open]")).to_have_attribute("lang", "pt-BR")


def test_without_storage_and_without_a_front_the_back_is_in_the_files_order(page: Page, show: Show) -> None:
    page.evaluate("Object.defineProperty(window, 'sessionStorage', {get() { throw new Error('refused'); }})")
    show("back", ONE)
    assert _order(page, ".options") == "abcd"
    show("front", ONE)
    front = _order(page, ".options")
    show("back", ONE)
    assert _order(page, ".options") == front


def test_a_script_that_never_runs_leaves_a_whole_card(page: Page, collection: Collection, show: Show) -> None:
    show("front", ONE)
    (number,) = collection.find_cards(f'"Id:{ONE}"')
    page.evaluate("html => { document.body.innerHTML = html; }", collection.get_card(number).answer())
    assert _order(page, ".options") == "abcd"
    expect(page.locator("details[open]")).to_have_attribute("lang", "pt-BR")
    expect(page.locator("[data-key]")).to_have_text(_capital(page))


def _capital(page: Page) -> str:
    return (page.locator("[data-key]").get_attribute("data-key") or "").upper()


@pytest.mark.parametrize("night", [False, True])
@pytest.mark.parametrize("side", ["front", "back"])
def test_a_card_fits_a_phone_and_has_enough_contrast_by_day_and_by_night(
    page: Page,
    show: Show,
    side: str,
    night: bool,  # noqa: FBT001
) -> None:
    for question in (ONE, SEVERAL, SCALE):
        show(side, question, night=night)
        assert page.evaluate("document.documentElement.scrollWidth") <= 320
        assert violations(page, "main") == []
        expect(page.locator("script[src]")).to_have_count(0)


def test_markup_in_a_question_stays_text(page: Page, show: Show) -> None:
    dialogs: list[str] = []
    page.on("dialog", lambda dialog: (dialogs.append(dialog.message), dialog.dismiss()))
    for side in ("front", "back"):
        show(side, SEVERAL)
        expect(page.locator(".stem")).to_contain_text("{{ task.input }}")
        expect(page.locator(".stem")).to_contain_text("<script>alert(1)</script>")
    assert dialogs == []
