"""Pages as people use them: phone and desktop, light and dark, both languages."""

import pytest
from playwright.sync_api import Page, expect

from macros.bank import Bank
from macros.pages.addresses import page_url
from tests.browser.pages import settle
from tests.conftest import Site

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("edition", ["", "en/"], ids=["pt", "en"])
def test_no_page_scrolls_sideways_or_asks_another_host(page: Page, site: Site, bank: Bank, edition: str) -> None:
    others: list[str] = []
    page.on("request", lambda request: others.append(request.url) if not request.url.startswith(site.address) else None)
    wide, widths = [], [1280, 320]
    for path in map(page_url, bank.pages.paths):
        page.goto(f"{site.address}{edition}{path}")
        settle(page)
        for width in widths:
            page.set_viewport_size({"width": width, "height": 800})
            if page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth"):
                wide.append(f"{path} at {width}")
        widths.reverse()  # the next page is laid out as this one is
    assert wide == []
    assert [url for url in others if not url.startswith(("data:", "blob:"))] == []


# In one task, because the theme follows the scrolling with the address and may change it at any moment.
SWITCH = """(place) => {
  history.replaceState(history.state, "", place);
  document.querySelector("a.site-language").click();
}"""


def test_the_language_switch_keeps_page_and_place(page: Page, site: Site) -> None:
    page.goto(f"{site.address}inference/async/#limits")
    with page.expect_navigation(url=f"{site.address}en/inference/async/#limits"):
        page.evaluate(SWITCH, "#limits")
    expect(page.locator("html")).to_have_attribute("lang", "en")
    with page.expect_navigation(url=f"{site.address}inference/async/#limits"):
        page.evaluate(SWITCH, "#limits")
    expect(page.locator("html")).to_have_attribute("lang", "pt-BR")


def test_search_finds_a_stem_and_leads_to_its_question(page: Page, site: Site) -> None:
    page.goto(f"{site.address}en/")
    page.locator(".md-search__input").press_sequentially("custom ResNet Docker container", delay=30)
    result = page.locator('.md-search-result__link[href$="#training/containers-gpu"]')
    expect(result).to_have_count(1)
