"""The site built for https://example.org/some/sub/path/, from that path."""

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import BrowserContext, Page, Route, expect

from tests.browser.pages import open_instant, settle
from tests.conftest import ROOT, Site, listening

# One worker takes all of them: the site below is built once.
pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("subpath")]

ADDRESS = "https://example.org/some/sub/path/"
QUESTION = "inference/variants-ab-test-recommender"


@pytest.fixture(scope="module")
def below(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """Serve the site from the path alone: above it there is nothing."""
    top = tmp_path_factory.mktemp("below")
    root = top / urlsplit(ADDRESS).path.strip("/")
    for command in (["mkdocs", "build", "--strict", "--site-dir", str(root)], ["scripts", "links", str(root)]):
        result = subprocess.run(
            [sys.executable, "-m", *command],
            cwd=ROOT,
            env={**os.environ, "SITE_URL": ADDRESS, "NO_MKDOCS_2_WARNING": "1"},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            timeout=300,
            check=False,
        )
        assert result.returncode == 0, result.stdout
    with listening(top) as port:
        yield Site(root, f"http://127.0.0.1:{port}{urlsplit(ADDRESS).path}")


@pytest.fixture
def visitor(context: BrowserContext, below: Site) -> Iterator[Page]:
    """Let a browser see the server as example.org; it may ask neither for another path nor for what is not there."""
    strays: list[str] = []

    def answer(route: Route) -> None:
        url = route.request.url
        if not url.startswith(ADDRESS):
            strays.append(url)
            route.abort()
            return
        response = route.fetch(url=url.replace(ADDRESS, below.address, 1))
        if response.status >= 400:
            strays.append(f"{response.status} {url}")
        route.fulfill(response=response)

    context.route("**/*", answer)
    yield context.new_page()
    context.unroute_all(behavior="ignoreErrors")
    assert strays == []


def test_links_quiz_navigation_marks_language_switch_and_search_work_below_a_path(visitor: Page) -> None:
    open_instant(visitor, f"{ADDRESS}inference/")
    visitor.evaluate("window.kept = true")
    visitor.locator(".md-nav--primary a.md-nav__link", has_text="Variantes de produção").click()
    expect(visitor).to_have_url(f"{ADDRESS}inference/production-variants/")
    expect(visitor.locator("h1")).to_contain_text("Variantes de produção")
    settle(visitor)
    assert visitor.evaluate("window.kept"), "the link was followed without instant navigation"

    block = visitor.locator(f'exam-question[question-id="{QUESTION}"]')
    block.locator('input[value="a"]').check()
    block.get_by_role("button", name="Verificar").click()
    expect(block.get_by_role("status")).to_contain_text("Correto")
    mark = visitor.locator('.md-nav--primary a.md-nav__link:has-text("Variantes de produção") .nav-progress')
    expect(mark).to_contain_text("1/")

    visitor.get_by_role("link", name="EN English").click()
    expect(visitor).to_have_url(re.compile(f"^{ADDRESS}en/inference/production-variants/#"))
    expect(visitor.locator("html")).to_have_attribute("lang", "en")
    expect(visitor.locator(f'exam-question[question-id="{QUESTION}"]')).to_be_visible()

    visitor.wait_for_load_state("load")
    visitor.locator(".md-search__input").press_sequentially("custom ResNet Docker container", delay=30)
    result = visitor.locator('a[href*="training/containers/"][href$="#training/containers-gpu"]').first
    expect(result).to_be_visible()
    result.click()
    # The theme follows the scrolling with what comes after the "#".
    expect(visitor).to_have_url(re.compile(f"^{ADDRESS}en/training/containers/#"))
    expect(visitor.locator('[id="training/containers-gpu"]')).to_be_in_viewport()


def test_the_page_for_a_wrong_address_leads_back_into_the_path(visitor: Page) -> None:
    visitor.goto(f"{ADDRESS}404.html", wait_until="networkidle")
    outside = visitor.evaluate(
        """(base) => [...document.querySelectorAll("[href], [src]")].map((e) => e.href || e.src)
             .filter((url) => !url.startsWith("https://github.com/") && !url.startsWith(base))""",
        ADDRESS,
    )
    assert outside == []
    visitor.locator("a.md-logo").first.click()
    expect(visitor).to_have_url(ADDRESS)


@pytest.mark.parametrize(
    ("edition", "language", "title"),
    [("", "pt-BR", "Página não encontrada"), ("en/", "en", "Page not found")],
    ids=["pt", "en"],
)
def test_a_wrong_address_below_the_path_is_answered_in_its_language_and_leads_on(
    page: Page, below: Site, edition: str, language: str, title: str
) -> None:
    page.goto(f"{below.address}{edition}inference/serverles")
    expect(page.locator("h1")).to_have_text(title)
    expect(page.locator("html")).to_have_attribute("lang", language)
    expect(page).to_have_url(f"{below.address}{edition}inference/serverles")
    page.locator("[data-nearest] a").first.click()
    expect(page).to_have_url(f"{below.address}{edition}inference/serverless/")
