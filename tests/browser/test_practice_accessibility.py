"""axe on every view of the practice pages, in both schemes and sizes; and what is wide on a small screen."""

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.pages import DESKTOP, PHONE, violations
from tests.browser.practice import MOCK, SESSION, choose_all, shown, start_exam, start_session
from tests.conftest import Site

pytestmark = pytest.mark.browser

# So tall that the bar at the bottom lies over no option, which axe would take for one too small to be hit.
SIZES = {"phone": {**PHONE, "height": 3000}, "desktop": DESKTOP}


def open_views(page: Page, site: Site, edition: str = ""):  # noqa: ANN201
    """Yield the name of each view of both pages while it is shown."""
    page.goto(f"{site.address}{edition}practice/")
    yield "index"
    page.goto(f"{site.address}{edition}{SESSION}")
    shown(page, "setup")
    yield "session set-up"
    start_session(page, site, "page=inference/async&n=5", edition)
    choose_all(page)
    yield "session question"
    page.locator(".practice__main").click()
    page.locator("exam-question[answered]").wait_for()
    yield "session answer"
    page.locator('[data-do="leave"]').click()
    shown(page, "end")
    yield "session end"
    page.goto(f"{site.address}{edition}{MOCK}")
    shown(page, "setup")
    yield "exam set-up"
    start_exam(page, site, edition=edition)
    choose_all(page)
    page.locator(".practice__strike").last.click()
    page.locator('[data-do="flag"]').click()
    yield "exam question"
    page.locator('[data-do="sheet"]').click()
    shown(page, "sheet")
    yield "exam sheet"
    page.locator('[data-do="hand-in"]').click()
    yield "exam dialog"
    page.locator("dialog button[value=yes]").click()
    shown(page, "result")
    page.locator("details[open] exam-question[answered]").first.wait_for()
    yield "exam result"


@pytest.mark.parametrize(("scheme", "size"), [("light", "phone"), ("dark", "desktop")])
def test_axe_finds_nothing_in_any_view(browser: Browser, site: Site, scheme: str, size: str) -> None:
    # Without motion, so that no colour is on its way to another when axe looks.
    context = browser.new_context(color_scheme=scheme, viewport=SIZES[size], reduced_motion="reduce")  # type: ignore[arg-type]
    page = context.new_page()
    edition = "en/" if scheme == "dark" else ""
    # What is around the content is the same in all views.
    found = {
        view: violations(page, "html" if view == "index" else ".md-content") for view in open_views(page, site, edition)
    }
    assert {view: rows for view, rows in found.items() if rows} == {}
    assert len(found) == 10
    context.close()


@pytest.mark.parametrize(("width", "text"), [(320, "100%"), (640, "250%")], ids=["320 px", "twice the text"])
def test_no_view_scrolls_sideways(browser: Browser, site: Site, width: int, text: str) -> None:
    context = browser.new_context(viewport={"width": width, "height": 800})
    page = context.new_page()
    style = f"html {{ font-size: {text} !important; }}" if text != "100%" else ""
    page.add_init_script(
        f"""addEventListener("DOMContentLoaded", () => {{ const style = document.createElement("style");
          style.textContent = "{style}"; document.head.append(style); }});"""
    )
    wide = [
        view
        for view in open_views(page, site)
        if page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth")
    ]
    assert wide == []
    context.close()
