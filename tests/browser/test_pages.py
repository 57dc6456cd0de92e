"""Pages as people use them: phone and desktop, light and dark, both languages."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from macros.bank import load_bank
from macros.language import LANGUAGES
from macros.page_macros import page_url
from tests.conftest import ROOT, Site

pytestmark = pytest.mark.browser

PAGES = [page_url(path) for path in load_bank(ROOT).pages.paths]
PHONE = {"width": 360, "height": 800}
DESKTOP = {"width": 1280, "height": 900}
QUESTION_PAGES = ["inference/production-variants/", "en/training/training-jobs/"]


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


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("viewport", [PHONE, DESKTOP], ids=["phone", "desktop"])
def test_axe_finds_nothing_in_a_question_before_and_after_answering(
    browser: Browser, site: Site, scheme: str, viewport: dict[str, int]
) -> None:
    context = browser.new_context(color_scheme=scheme, viewport=viewport)  # type: ignore[arg-type]
    page = context.new_page()
    options = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
    for path in QUESTION_PAGES:
        page.goto(site.address + path)
        expect(page.locator(".eq__check").first).to_be_visible()  # once the element has come alive
        for state in ("before", "after"):
            if state == "after":
                for question in page.locator("exam-question").all():
                    for index in range(int(question.get_attribute("choose") or 0)):
                        question.locator("input").nth(index).check()
                    question.locator(".eq__check").click()
            results = Axe().run(page, context={"include": [["exam-question"]]}, options=options)
            found = [
                (violation["id"], violation["nodes"][0]["html"][:200]) for violation in results.response["violations"]
            ]
            assert found == [], f"{path} {state}"
    context.close()


def test_the_language_switch_keeps_page_and_place(page: Page, site: Site) -> None:
    page.goto(f"{site.address}inference/async/#limits")
    page.get_by_role("link", name="EN English").click()
    expect(page).to_have_url(f"{site.address}en/inference/async/#limits")
    expect(page.locator("html")).to_have_attribute("lang", "en")
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
