"""The search as readers use it: by the keyboard, by a screen reader, before it has loaded and when it cannot."""

import re

import pytest
from playwright.sync_api import Browser, Page, Route, ViewportSize, expect

from tests.browser.pages import DESKTOP, PHONE, Scheme, violations, wait_until
from tests.conftest import Site
from tests.queries import INPUT, LIST, RESULTS, open_search, starts_with, type_query

pytestmark = pytest.mark.browser

STATUS = ".md-search [role=status]"


def test_nothing_of_the_search_is_loaded_before_its_first_use(page: Page, site: Site) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(site.address, wait_until="networkidle")
    assert [
        url for url in asked if ("/search/" in url and "/search/entry." not in url) or "lunr" in url or "workers" in url
    ] == []
    open_search(page)
    assert site.address + site.asset("search/sections.json") in asked


def test_the_keyboard_opens_walks_and_closes_the_search(page: Page, site: Site) -> None:
    page.set_viewport_size(DESKTOP)
    page.goto(f"{site.address}en/")
    open_search(page)
    page.locator(INPUT).fill("")
    page.keyboard.press("Escape")
    expect(page.locator(INPUT)).not_to_be_focused()
    page.keyboard.press("/")
    expect(page.locator(INPUT)).to_be_focused()
    page.keyboard.type("shadow tests")
    expect(page.locator(LIST)).to_have_attribute("data-query", "shadow tests")
    links = page.locator(f"{RESULTS} a")
    page.keyboard.press("ArrowDown")
    expect(links.first).to_be_focused()
    page.keyboard.press("ArrowUp")
    expect(page.locator(INPUT)).to_be_focused()
    page.keyboard.press("Tab")  # the button that clears
    page.keyboard.press("Tab")
    expect(links.first).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator(".md-search__output")).to_be_hidden()
    page.keyboard.press("/")
    page.keyboard.press("Enter")
    expect(page).to_have_url(starts_with(f"{site.address}en/inference/shadow-tests/"))


def test_back_and_a_reload_bring_the_query_and_its_results_again(page: Page, site: Site) -> None:
    page.goto(f"{site.address}en/")
    open_search(page)
    type_query(page, "shadow tests")
    page.keyboard.press("Enter")
    expect(page).to_have_url(starts_with(f"{site.address}en/inference/shadow-tests/"))
    page.go_back()
    expect(page).to_have_url(f"{site.address}en/?q=shadow+tests")
    expect(page.locator(INPUT)).to_have_value("shadow tests")
    expect(page.locator(f"{RESULTS} a").first).to_be_visible()
    page.reload()
    expect(page.locator(INPUT)).to_have_value("shadow tests")
    expect(page.locator(f"{RESULTS} a").first).to_be_visible()
    page.keyboard.press("Escape")
    expect(page).to_have_url(f"{site.address}en/")


def test_escape_gives_the_focus_back_to_what_had_it(page: Page, site: Site) -> None:
    page.set_viewport_size(DESKTOP)
    page.goto(f"{site.address}en/")
    link = page.locator("article a:not(.headerlink)").nth(2)
    link.focus()
    page.keyboard.press("Control+k")
    type_query(page, "shadow tests")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Escape")
    expect(link).to_be_focused()


def test_an_empty_field_offers_recent_searches_and_places_to_begin(page: Page, site: Site) -> None:
    page.goto(f"{site.address}en/")
    open_search(page)
    page.locator(INPUT).fill("")
    expect(page.locator(".site-search__starts a:visible")).to_have_count(3)
    type_query(page, "shadow tests")
    expect(page.locator(".site-search__starts")).to_be_hidden()
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_contain_text("Shadow tests")
    open_search(page)
    page.locator(INPUT).fill("")
    past = page.locator(".site-search__recent button")
    expect(past).to_have_text(["shadow tests"])
    past.click()
    expect(page.locator(LIST)).to_have_attribute("data-query", "shadow tests")


def test_a_word_that_was_mended_is_said_and_nothing_found_offers_help(page: Page, site: Site) -> None:
    page.goto(site.address)
    open_search(page)
    type_query(page, "hiperparamtros")
    expect(page.locator(STATUS)).to_contain_text("Resultados para hiperparâmetros")
    type_query(page, "qqqqzzzz")
    expect(page.locator(STATUS)).to_contain_text("Nenhuma página encontrada")
    expect(page.locator("[data-twin]")).to_have_attribute("href", re.compile(r"/en/\?q=qqqqzzzz$"))
    expect(page.locator("[data-twin]")).to_be_visible()


def test_a_stop_word_at_the_end_is_not_marked_in_other_words(page: Page, site: Site) -> None:
    page.goto(f"{site.address}en/")
    open_search(page)
    type_query(page, "endpoint 5xx after scale in")
    marks = {text.lower() for text in page.locator(f"{RESULTS} mark").all_text_contents()}
    assert not [word for word in marks if word.startswith("in")]


def test_what_is_closed_is_out_of_reach_and_a_phone_gets_its_focus_back(page: Page, site: Site) -> None:
    page.set_viewport_size(PHONE)
    page.goto(site.address)
    opener = page.get_by_role("button", name="Pesquisar")
    opener.click()
    expect(page.locator(INPUT)).to_be_focused()
    type_query(page, "custo")
    page.get_by_role("button", name="Fechar a busca").click()
    expect(opener).to_be_focused()
    expect(page.locator(f"{RESULTS} a").first).to_be_hidden()


@pytest.mark.parametrize("file", ["search/sections", "search/engine/worker", "search/dialog"])
def test_a_search_that_cannot_load_says_so_and_tries_again_at_its_next_use(page: Page, site: Site, file: str) -> None:
    page.route(f"**/{file}.*", lambda route: route.abort())
    page.goto(f"{site.address}en/")
    page.keyboard.press("/")
    expect(page.locator(STATUS)).to_have_text("The search could not be loaded.")
    expect(page.locator(STATUS)).to_be_visible()
    page.unroute_all()
    page.keyboard.press("Escape")
    expect(page.locator(STATUS)).to_be_hidden()
    expect(page.locator(INPUT)).not_to_be_focused()
    page.locator(INPUT).focus()
    type_query(page, "shadow tests")


def test_with_the_signal_back_the_next_letter_is_enough(page: Page, site: Site) -> None:
    page.route("**/search/sections.*", lambda route: route.abort())
    page.goto(f"{site.address}en/")
    page.locator(INPUT).fill("shadow test")
    expect(page.locator(STATUS)).to_have_text("The search could not be loaded.")
    page.unroute_all()
    page.keyboard.type("s")
    expect(page.locator(LIST)).to_have_attribute("data-query", "shadow tests")


def hold(page: Page, pattern: str) -> list[Route]:
    """Return what the page asks for, as soon as it does; it gets nothing before a test lets it go on."""
    held: list[Route] = []
    page.route(pattern, lambda route: held.append(route))  # noqa: PLW0108 - Playwright marks it
    return held


def test_what_is_typed_before_the_script_has_come_is_looked_for(page: Page, site: Site) -> None:
    held = hold(page, "**/javascripts/search/entry.*")
    page.goto(f"{site.address}en/", wait_until="commit")
    page.locator(INPUT).fill("shadow tests")
    wait_until(page, lambda: held, "the script was never asked for")
    held[0].continue_()
    expect(page.locator(LIST)).to_have_attribute("data-query", "shadow tests")


@pytest.mark.parametrize("file", ["search/sections", "search/dialog"])
def test_enter_before_the_results_leads_to_the_best_one_once_it_is_known(page: Page, site: Site, file: str) -> None:
    held = hold(page, f"**/{file}.*")
    page.goto(f"{site.address}en/")
    page.locator(INPUT).fill("shadow tests")
    wait_until(page, lambda: held, "nothing was loaded")
    page.keyboard.press("Enter")
    held[0].continue_()
    expect(page).to_have_url(starts_with(f"{site.address}en/inference/shadow-tests/"))


def test_enter_never_leads_to_the_best_result_of_what_was_typed_before(page: Page, site: Site) -> None:
    page.goto(f"{site.address}en/")
    open_search(page)
    type_query(page, "feature store")
    page.evaluate(  # within one task: no answer can come in between
        """() => {
          const input = document.querySelector(".md-search__input");
          input.value = "shadow tests";
          input.dispatchEvent(new Event("input", { bubbles: true }));
          input.form.requestSubmit();
        }"""
    )
    expect(page).to_have_url(starts_with(f"{site.address}en/inference/shadow-tests/"))


def test_results_that_come_late_leave_the_focus_where_it_is_among_them(page: Page, site: Site) -> None:
    page.goto(f"{site.address}en/")
    open_search(page)
    type_query(page, "shadow")
    page.keyboard.press("ArrowDown")
    links = page.locator(f"{RESULTS} a")
    expect(links.first).to_be_focused()
    page.evaluate(
        """() => {
          const input = document.querySelector(".md-search__input");
          input.value = "feature store";
          input.dispatchEvent(new Event("input", { bubbles: true }));
        }"""
    )
    expect(page.locator(LIST)).to_have_attribute("data-query", "feature store")
    expect(links.first).to_be_focused()


def test_no_letter_by_itself_opens_the_search_or_leaves_the_page(page: Page, site: Site) -> None:
    page.goto(f"{site.address}en/inference/async/")
    assert page.locator("link[rel=prev]").count() == page.locator("link[rel=next]").count() == 1
    went: list[str] = []
    page.on("request", lambda request: went.append(request.url))
    for key in "fsnp.,":
        page.keyboard.press(key)
        expect(page.locator(INPUT)).not_to_be_focused()
    page.keyboard.press("/")  # answers after the others have had their turn
    expect(page.locator(INPUT)).to_be_focused()
    expect(page).to_have_url(f"{site.address}en/inference/async/")
    assert [url for url in went if url.endswith("/")] == []


@pytest.mark.parametrize(
    ("scheme", "viewport"), [("light", PHONE), ("dark", DESKTOP)], ids=["light phone", "dark desktop"]
)
def test_axe_finds_nothing_with_results_open(
    browser: Browser, site: Site, scheme: Scheme, viewport: ViewportSize
) -> None:
    # Without motion, so that no colour is on its way to another when axe looks.
    context = browser.new_context(color_scheme=scheme, viewport=viewport)
    page = context.new_page()
    for edition, text in (
        ("", "variant"),
        ("en/", "a query that says nothing: qqqq"),
        ("en/", "endpoint"),
        ("", "payload serverless"),
    ):
        page.goto(site.address + edition)
        open_search(page)
        type_query(page, text)
        announced = re.search(r"\d+", page.locator(STATUS).inner_text())
        expect(page.locator(RESULTS)).to_have_count(int(announced[0]) if announced else 0)
        for more in page.locator(f"{RESULTS} summary").all():
            more.click()
        expect(page.locator(f"{RESULTS} details:not(:has(a))")).to_have_count(0)
        assert violations(page, ".md-header") == [], text
    context.close()
