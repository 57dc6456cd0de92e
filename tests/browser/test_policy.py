"""The content security policy: it forbids nothing that the site does, and stops scripts that are not the theme's."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.pages import open_instant, settle, wait_until
from tests.conftest import Site

pytestmark = pytest.mark.browser

KINDS = ["", "exam/mla-c02/", "inference/", "reference/limits/", "reference/glossary/", "contribute/rules/", "404.html"]
WATCH = """addEventListener("securitypolicyviolation", (event) =>
  report(`${event.documentURI}: ${event.violatedDirective} ${event.blockedURI} ${event.sample}`));"""


@pytest.fixture
def blocked(context: BrowserContext) -> Iterator[list[str]]:
    """What the policy stopped on any page."""
    found: list[str] = []
    context.expose_function("report", lambda text: found.append(text))  # noqa: PLW0108 - Playwright marks it
    context.add_init_script(WATCH)
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    return found


def inject(page: Page) -> None:
    """Put markup with three scripts into the page, as text that was not escaped would."""
    page.evaluate(
        """() => {
          const script = document.createElement("script");
          script.textContent = "(window.ran ??= []).push('script')";
          document.querySelector("article").append(script);
          const box = document.createElement("div");
          box.innerHTML = `<img src="data:," onerror="(window.ran ??= []).push('handler')">
            <a href="javascript:void (window.ran ??= []).push('link')">x</a>`;
          document.querySelector("article").append(box);
          box.querySelector("a").click();
        }"""
    )


@pytest.mark.parametrize("edition", ["", "en/"], ids=["pt", "en"])
def test_every_kind_of_page_keeps_to_the_policy(page: Page, site: Site, blocked: list[str], edition: str) -> None:
    for kind in KINDS:
        page.goto(f"{site.address}{edition}{kind}")
        expect(page.locator('meta[http-equiv="Content-Security-Policy"]')).to_have_count(1)
        page.wait_for_load_state("networkidle")
    assert blocked == []


def test_what_a_reader_does_keeps_to_the_policy(page: Page, site: Site, blocked: list[str]) -> None:
    page.goto(f"{site.address}en/")
    page.locator(".site-scheme").click()
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
    # From depth 0 to depth 2 without a reload: the first page's policy stays in force.
    open_instant(page, f"{site.address}en/inference/")
    page.evaluate("window.kept = true")
    page.locator(".md-nav--primary a.md-nav__link", has_text="Production variants").click()
    expect(page.locator("h1")).to_contain_text("Production variants")
    settle(page)
    question = page.locator("exam-question").first
    question.locator("input").first.check()
    question.get_by_role("button", name="Check").click()
    expect(question.get_by_role("status")).not_to_be_empty()
    page.locator(".md-search__input").press_sequentially("endpoint", delay=30)
    expect(page.locator(".md-search-result__item, .md-search-result__link").first).to_be_visible()
    page.keyboard.press("Escape")
    page.locator(".md-nav--primary a.md-nav__link", has_text="Asynchronous").click()
    expect(page.locator("h1")).to_contain_text("Asynchronous")
    settle(page)
    page.locator("details.example > summary").first.click()
    page.locator(".md-code__button[data-md-type=copy], button.md-clipboard").first.click()
    assert page.evaluate("navigator.clipboard.readText()")
    assert page.evaluate("window.kept"), "a link was followed without instant navigation"
    page.locator("a.site-language").click()
    expect(page.locator("html")).to_have_attribute("lang", "pt-BR")
    expect(page.locator('meta[http-equiv="Content-Security-Policy"]')).to_have_count(1)
    assert blocked == []


def test_an_injected_script_does_not_run(page: Page, site: Site, blocked: list[str]) -> None:
    page.goto(f"{site.address}inference/async/")
    inject(page)
    wait_until(page, lambda: len(blocked) >= 3, lambda: blocked)
    assert page.evaluate("window.ran") is None


def test_an_injected_script_runs_where_there_is_no_policy(page: Page, site: Site, blocked: list[str]) -> None:
    """So that the test above shows the policy at work, and not a script that would not run anyway."""
    text = site.page("inference/async").replace('http-equiv="Content-Security-Policy"', "")
    page.route(f"{site.address}inference/async/", lambda route: route.fulfill(body=text, content_type="text/html"))
    page.goto(f"{site.address}inference/async/")
    inject(page)
    wait_until(page, lambda: len(page.evaluate("window.ran ?? []")) >= 3, lambda: page.evaluate("window.ran"))
    assert sorted(page.evaluate("window.ran")) == ["handler", "link", "script"]
    assert blocked == []
