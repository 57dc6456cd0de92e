"""Pages as people use them: phone and desktop, light and dark, both languages."""

import pytest
from playwright.sync_api import Page, expect

from macros.bank import load_bank
from macros.language import LANGUAGES
from macros.page_macros import page_url
from tests.conftest import ROOT, Site

pytestmark = pytest.mark.browser

PAGES = [page_url(path) for path in load_bank(ROOT).pages.paths]


@pytest.mark.parametrize("edition", ["", "en/"], ids=["pt", "en"])
def test_no_page_scrolls_sideways_or_asks_another_host(page: Page, site: Site, edition: str) -> None:
    others: list[str] = []
    page.on("request", lambda request: others.append(request.url) if not request.url.startswith(site.address) else None)
    wide = []
    for path in PAGES:
        page.goto(f"{site.address}{edition}{path}")
        for width in (1280, 360, 320):
            page.set_viewport_size({"width": width, "height": 800})
            if page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth"):
                wide.append(f"{path} at {width}")
    assert wide == []
    assert [url for url in others if not url.startswith(("data:", "blob:"))] == []


def test_the_language_switch_keeps_page_and_place(page: Page, site: Site) -> None:
    page.goto(f"{site.address}inference/async/#limits")
    page.get_by_role("link", name="EN English").click()
    expect(page).to_have_url(f"{site.address}en/inference/async/#limits")
    expect(page.locator("html")).to_have_attribute("lang", "en")
    # The theme follows the scrolling with the address: the place is reached before the next click.
    expect(page.locator("#limits")).to_be_in_viewport()
    expect(page).to_have_url(f"{site.address}en/inference/async/#limits")
    page.get_by_role("link", name="PT Português (Brasil)").click()
    expect(page).to_have_url(f"{site.address}inference/async/#limits")


def test_search_finds_a_stem_and_leads_to_its_question(page: Page, site: Site) -> None:
    page.goto(f"{site.address}en/")
    page.locator(".md-search__input").press_sequentially("ResNet", delay=30)
    result = page.locator('.md-search-result__link[href$="#training/containers-gpu"]')
    expect(result).to_have_count(1)


def test_every_language_is_served(page: Page, site: Site) -> None:
    assert len(LANGUAGES) == 2
    for path, words in (("", "Guia"), ("en/", "guide")):
        page.goto(site.address + path)
        expect(page.locator("h1")).to_contain_text(words)
