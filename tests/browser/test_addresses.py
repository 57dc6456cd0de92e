"""Malformed addresses, which chats and mail programs make of good ones: no page stops working, or reports an error."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.pages import settle
from tests.conftest import Site

pytestmark = pytest.mark.browser

PAGES = ["", "en/reference/limits/", "inference/production-variants/"]
ENDINGS = ["#%", "#%E0%A4%A", "#a%zz", "?q=%E0%A4%A", "?h=%#%", "#__proto__", "?q=50%25#%"]


@pytest.mark.parametrize("path", PAGES, ids=["home", "limits", "questions"])
def test_no_ending_of_an_address_is_an_error(page: Page, site: Site, path: str) -> None:
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(f"{page.url}: {error}"))
    for ending in ENDINGS:
        page.goto(f"{site.address}{path}{ending}", wait_until="networkidle")
        settle(page)
    assert errors == []


@pytest.mark.parametrize("ending", ["#%", "#%E0%A4", "?q=%#%"])
def test_the_language_switch_works_from_a_malformed_address(page: Page, site: Site, ending: str) -> None:
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto(f"{site.address}en/reference/limits/{ending}")
    page.keyboard.press("Escape")
    settle(page)
    page.evaluate("document.querySelector('a.site-language').click()")
    expect(page.locator("html")).to_have_attribute("lang", "pt-BR")
    assert errors == []


def test_a_heading_that_is_named_after_a_malformed_one_is_opened(page: Page, site: Site) -> None:
    page.set_viewport_size({"width": 360, "height": 800})
    page.goto(f"{site.address}en/reference/limits/#%")
    settle(page)
    page.evaluate("location.hash = '#serverless'")
    expect(page.locator("h2#serverless ~ details").first).to_have_attribute("open", "")
