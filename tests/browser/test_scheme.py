"""Light and dark: the system decides until the reader does, from the first paint on, in both editions."""

import re

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.pages import FORBID_STORAGE, PHONE, open_instant
from tests.conftest import Site

pytestmark = pytest.mark.browser

KEY = "sagemaker-exam-guide.scheme"


def expect_dark(page: Page, *, is_dark: bool) -> None:
    """The colours, what a screen reader hears, the browser's own controls, and the button's picture say the same."""
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate" if is_dark else "default")
    expect(page.locator(".site-scheme")).to_have_attribute("aria-pressed", str(is_dark).lower())
    expect(page.locator("html")).to_have_css("color-scheme", "dark" if is_dark else "light")
    expect(page.locator(".site-scheme svg").nth(int(is_dark))).to_be_visible()
    expect(page.locator(".site-scheme svg").nth(int(not is_dark))).to_be_hidden()


def test_a_dark_system_gets_a_dark_page_before_any_script_has_arrived(page: Page, site: Site) -> None:
    page.emulate_media(color_scheme="dark")
    page.route(re.compile(r"\.js$"), lambda route: route.abort())
    page.goto(site.address)
    expect_dark(page, is_dark=True)


def test_a_dark_system_gets_a_dark_page_while_the_scripts_are_still_on_their_way(page: Page, site: Site) -> None:
    """Deferred scripts hold back DOMContentLoaded: what waits for it comes long after the first paint."""
    page.emulate_media(color_scheme="dark")
    page.route(re.compile(r"\.js$"), lambda _: None)  # never answered
    page.goto(site.address, wait_until="commit")
    expect(page.locator("footer")).to_be_attached()
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
    assert page.evaluate("document.readyState") != "complete"
    expect(page.locator(".site-scheme svg").last).to_be_visible()


def test_the_page_follows_the_system_until_the_reader_chooses(page: Page, site: Site) -> None:
    page.goto(site.address)
    expect_dark(page, is_dark=False)
    page.emulate_media(color_scheme="dark")
    expect_dark(page, is_dark=True)
    page.locator(".site-scheme").click()
    expect_dark(page, is_dark=False)
    page.reload()
    expect_dark(page, is_dark=False)
    page.emulate_media(color_scheme="light")
    page.emulate_media(color_scheme="dark")
    expect_dark(page, is_dark=False)


def test_who_chooses_what_the_system_has_follows_it_again(page: Page, site: Site) -> None:
    page.goto(site.address)
    page.locator(".site-scheme").click()
    assert page.evaluate("(key) => localStorage.getItem(key)", KEY) == "dark"
    page.locator(".site-scheme").click()
    assert page.evaluate("(key) => localStorage.getItem(key)", KEY) is None
    page.emulate_media(color_scheme="dark")
    expect_dark(page, is_dark=True)


def test_a_choice_holds_in_the_other_edition_and_in_the_other_tab(page: Page, site: Site) -> None:
    other = page.context.new_page()
    other.goto(f"{site.address}exam/tips/")
    page.goto(site.address)
    page.locator(".site-scheme").click()
    expect_dark(other, is_dark=True)
    page.locator("a.site-language").click()
    expect(page.locator("html")).to_have_attribute("lang", "en")
    expect_dark(page, is_dark=True)


def test_the_button_works_by_keyboard_keeps_the_focus_and_stays_when_pages_are_swapped(page: Page, site: Site) -> None:
    open_instant(page, f"{site.address}en/inference/")
    button = page.get_by_role("button", name="Dark theme")
    button.focus()
    page.keyboard.press("Enter")
    expect_dark(page, is_dark=True)
    expect(button).to_be_focused()
    page.evaluate("window.kept = true")
    page.locator(".md-nav--primary a.md-nav__link", has_text="Serverless").click()
    expect(page.locator("h1")).to_contain_text("Serverless")
    assert page.evaluate("window.kept"), "a link was followed without instant navigation"
    expect_dark(page, is_dark=True)
    button.focus()
    page.keyboard.press("Space")
    expect_dark(page, is_dark=False)


def test_a_forbidden_storage_leaves_the_choice_to_the_page(page: Page, site: Site) -> None:
    page.add_init_script(FORBID_STORAGE)
    page.goto(site.address)
    page.locator(".site-scheme").click()
    expect_dark(page, is_dark=True)


def test_without_a_script_there_is_no_button_that_does_nothing(browser: Browser, site: Site) -> None:
    context = browser.new_context(java_script_enabled=False, viewport=PHONE)
    page = context.new_page()
    page.goto(site.address)
    expect(page.locator(".site-scheme")).to_be_hidden()
    context.close()


def test_the_browser_s_frame_has_the_colour_of_the_header(page: Page, site: Site) -> None:
    page.goto(site.address)
    expect(page.locator("meta[name=theme-color]")).to_have_count(1)
    for _ in range(2):
        colour = page.evaluate("getComputedStyle(document.querySelector('.md-header')).backgroundColor")
        channels = "".join(f"{int(part):02x}" for part in re.findall(r"\d+", colour))
        expect(page.locator("meta[name=theme-color]")).to_have_attribute("content", f"#{channels}")
        page.locator(".site-scheme").click()


def test_the_theme_s_own_switch_is_not_there(page: Page, site: Site) -> None:
    """It would write what it finds into the storage at the first visit, and stop following the system."""
    page.goto(site.address)
    page.wait_for_load_state("networkidle")
    assert page.locator("[data-md-component=palette]").count() == 0
    assert page.evaluate("Object.keys(localStorage)") == []
