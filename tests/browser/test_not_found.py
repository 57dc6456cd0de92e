"""A wrong address is answered in the reader's language, and leads on. The server has /404.html for all of them."""

import re

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.pages import PHONE, Scheme, open_instant, settle, violations
from tests.conftest import Site

pytestmark = pytest.mark.browser

EDITIONS = [("", "pt-BR", "Página não encontrada"), ("en/", "en", "Page not found")]


@pytest.mark.parametrize(("edition", "language", "title"), EDITIONS, ids=["pt", "en"])
def test_a_wrong_address_is_answered_in_the_language_of_its_edition(
    page: Page, site: Site, edition: str, language: str, title: str
) -> None:
    for path in ("nowhere", "inference/nowhere/", "a/b/c/d.html", "nowhere/?x=1"):
        page.goto(f"{site.address}{edition}{path}")
        expect(page.locator("h1")).to_have_text(title)
        expect(page.locator("html")).to_have_attribute("lang", language)
        expect(page).to_have_url(f"{site.address}{edition}{path}")
        expect(page.locator("[data-wanted]")).to_contain_text(f"/{edition}{path.partition('?')[0]}")
        expect(page).to_have_title(re.compile(title))


NEAREST = {
    "inference/serverles/": "inference/serverless/",
    "serverless": "inference/serverless/",
    "Inference/Async": "inference/async/",
    "inferencia/assincrono": "inference/async/",
    "training/spot": "training/spot-and-checkpoints/",
    "monitoring/data_quality.html": "monitoring/data-quality/",
    "inference/async/index.html/": "inference/async/",
    "glossario": "reference/glossary/",
}


def test_the_nearest_page_is_named_first_and_leads_there(page: Page, site: Site) -> None:
    nearest = page.locator("[data-nearest] a").first
    for wanted, page_there in NEAREST.items():
        page.goto(site.address + wanted)
        expect(nearest).to_be_visible()
        assert nearest.evaluate("(link) => link.href") == site.address + page_there, wanted
    nearest.click()
    expect(page).to_have_url(site.address + page_there)


def test_where_nothing_is_near_nothing_is_named(page: Page, site: Site) -> None:
    page.goto(f"{site.address}wp-login.php")
    expect(page.locator("[data-search]")).to_be_visible()
    expect(page.locator("[data-nearest]")).to_be_hidden()


@pytest.mark.parametrize("viewport", [PHONE, {"width": 1280, "height": 900}], ids=["phone", "desktop"])
def test_the_search_takes_the_words_of_the_address(browser: Browser, site: Site, viewport: dict[str, int]) -> None:
    context = browser.new_context(viewport={"width": viewport["width"], "height": viewport["height"]})
    page = context.new_page()
    page.goto(f"{site.address}en/topics/shadow-tests-2024")
    page.locator("[data-search]").click()
    expect(page.locator(".md-search__input")).to_have_value("topics shadow tests 2024")
    expect(page.locator(".md-search__input")).to_be_focused()
    expect(page.locator('.md-search-result__item a[href*="/en/inference/shadow-tests/"]').first).to_be_visible()
    context.close()


def test_links_lead_on_without_a_reload_and_the_language_switch_is_right_there(page: Page, site: Site) -> None:
    open_instant(page, f"{site.address}en/nowhere/")
    page.evaluate("window.kept = true")
    page.locator("article").get_by_role("link", name="Inference").click()
    expect(page).to_have_url(f"{site.address}en/inference/")
    assert page.evaluate("window.kept"), "the link was followed without instant navigation"
    page.locator("a.site-language").click()
    expect(page).to_have_url(f"{site.address}inference/")
    page.go_back()
    page.go_back()
    expect(page).to_have_url(f"{site.address}en/nowhere/")
    expect(page.locator("h1")).to_have_text("Page not found")


def test_the_language_switch_says_the_same_in_the_other_language(page: Page, site: Site) -> None:
    page.goto(f"{site.address}inference/nowhere/")
    expect(page.locator("[data-wanted]")).to_be_visible()
    page.locator("a.site-language").click()
    expect(page.locator("h1")).to_have_text("Page not found")
    expect(page).to_have_url(f"{site.address}en/inference/nowhere/")


def test_without_a_script_both_languages_are_there_and_lead_home(browser: Browser, site: Site) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{site.address}en/nowhere/")
    expect(page.locator("h1")).to_have_text("Página não encontrada")
    expect(page.locator("article [lang=en]")).to_contain_text("No page has this address")
    expect(page.locator("article button")).to_be_hidden()
    page.locator("article [lang=en] a").click()
    expect(page).to_have_url(f"{site.address}en/")
    page.goto(f"{site.address}nowhere/")
    page.locator("article a.md-button").first.click()
    expect(page).to_have_url(site.address)
    context.close()


def test_a_malformed_address_is_a_wrong_address_and_no_more(page: Page, site: Site) -> None:
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(f"{page.url}: {error}"))
    for path in ("%", "%E0%A4", "en/%", "en/%E0%A4%A", "a#%", "en/a#%", "%3Cimg%20src=x%3E", "en//x"):
        page.goto(f"{site.address}{path}")
        expect(page.locator("[data-wanted]")).to_be_visible()
        expect(page.locator("html")).to_have_attribute("lang", "en" if path.startswith("en/") else "pt-BR")
        settle(page)
        assert page.locator("article img").count() == 0, path
    assert errors == []


def test_the_page_by_its_own_address_names_nothing(page: Page, site: Site) -> None:
    for path in ("404.html", "en/404.html"):
        page.goto(site.address + path, wait_until="networkidle")
        expect(page).to_have_url(site.address + path)
        expect(page.locator("[data-wanted]")).to_be_hidden()


def test_a_server_without_the_english_copy_does_not_send_the_reader_round_and_round(page: Page, site: Site) -> None:
    page.route("**/en/404.html", lambda route: route.fulfill(status=404, path=site.root / "404.html"))
    page.goto(f"{site.address}en/nowhere/", wait_until="networkidle")
    expect(page.locator("h1")).to_have_text("Página não encontrada")
    expect(page).to_have_url(f"{site.address}en/nowhere/")


@pytest.fixture(params=["light", "dark"])
def scheme(request: pytest.FixtureRequest) -> Scheme:
    found: Scheme = request.param
    return found


def test_axe_finds_nothing(browser: Browser, site: Site, scheme: Scheme) -> None:
    context = browser.new_context(viewport=PHONE, color_scheme=scheme)
    page = context.new_page()
    for edition in ("", "en/"):
        page.goto(f"{site.address}{edition}inference/serverles")
        expect(page.locator("[data-nearest]")).to_be_visible()
        assert violations(page, "article") == []
    context.close()
