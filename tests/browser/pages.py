"""What several browser tests do with a page: open it, wait for what it is about to become, and ask axe about it."""

import time
from collections.abc import Callable
from typing import Literal

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Locator, Page, ViewportSize, expect

Scheme = Literal["light", "dark"]
PHONE: ViewportSize = {"width": 360, "height": 800}
DESKTOP: ViewportSize = {"width": 1280, "height": 900}
# For add_init_script: a browser may forbid even to look at the storage.
FORBID_STORAGE = """Object.defineProperty(window, "localStorage", {
  get() { throw new DOMException("no", "SecurityError"); },
});"""
# Seconds that a busy machine may take for what should happen; only a test that fails waits so long.
PATIENCE = 30

# What axe is asked: WCAG 2.2 AA and best practices. Of what is in order it need not find a selector for each element,
# which takes two thirds of its time on a long page.
AXE = """([within]) => axe.run({ include: [[within]] }, {
  runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"], resultTypes: ["violations"],
}).then(({ violations }) => violations.map(({ id, nodes }) => `${id}: ${nodes[0].html.slice(0, 160)}`))"""

# What scripts still have to do to a page that has loaded: the theme wraps tables and adds buttons to code, and
# repairs.js lets the keyboard reach what scrolls and takes the role from the buttons' boxes.
UNFINISHED = """() => [
  ...document.querySelectorAll(":is(exam-question, exam-summary):not(:defined), .md-code__nav:not([role])"),
  ...document.querySelectorAll("article .highlight pre:not(:has(.md-code__nav))"),
  ...document.querySelectorAll("article :not(.md-typeset__table) > table:not([class])"),
  ...[...document.querySelectorAll(":is(.wide, .md-typeset__scrollwrap):not([tabindex])")]
    .filter((box) => box.scrollWidth > box.clientWidth),
].map((element) => element.outerHTML.slice(0, 160))"""


def wait_until(page: Page, condition: Callable[[], object], otherwise: Callable[[], object] | str) -> None:
    """Let the browser go on until a condition holds; what is asked again and again needs no fixed pause.

    Not wait_for_function, which evaluates a string in the page: the site's policy forbids that.
    """
    end = time.monotonic() + PATIENCE
    while not condition():
        assert time.monotonic() < end, otherwise() if callable(otherwise) else otherwise
        page.wait_for_timeout(50)


def block(page: Page, question_id: str) -> Locator:
    return page.locator(f'exam-question[question-id="{question_id}"]')


def settle(page: Page) -> None:
    """Wait until the scripts have made of the page what they make of it."""
    wait_until(page, lambda: not page.evaluate(UNFINISHED), lambda: f"never finished: {page.evaluate(UNFINISHED)}")


def still(page: Page) -> None:
    """Wait until nothing on the page slides or changes its colour any more."""
    moving = "document.getAnimations().filter((animation) => animation.playState === 'running').length"
    wait_until(page, lambda: not page.evaluate(moving), "something never stopped moving")


def open_instant(page: Page, url: str) -> None:
    """Open a page and wait until the theme takes over its links; before, each of them loads a document.

    The theme must read the sitemap for that. The page reads it once more in the same way: the theme was first.
    """
    with page.expect_event("requestfinished", lambda request: request.url.endswith("sitemap.xml")) as sitemap:
        page.goto(url)
    page.evaluate("async (url) => (await (await fetch(url)).blob()).text()", sitemap.value.url)


def violations(page: Page, within: str = "html") -> list[str]:
    """Return what axe finds (WCAG 2.2 AA and best practices) in a part of the page, once the page has settled."""
    settle(page)
    still(page)
    if not page.evaluate("'axe' in window"):
        page.evaluate(Axe().axe_script)
    found: list[str] = page.evaluate(AXE, [within])
    return found


def answer_all(page: Page) -> None:
    """Answer every question by its first options, at once."""
    settle(page)
    page.evaluate(
        """() => { for (const question of document.querySelectorAll("exam-question")) {
             const inputs = [...question.querySelectorAll("input")].slice(0, Number(question.getAttribute("choose")));
             for (const input of inputs) input.checked = true;
             question.querySelector("form").requestSubmit();
           } }"""
    )
    expect(page.locator("exam-question:not([answered])")).to_have_count(0)
