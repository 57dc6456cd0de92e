"""What the tests of practice pages share: opening them, their storage, and answering."""

import re
from typing import Any

from playwright.sync_api import Page, Route, expect

from tests.browser.pages import wait_until
from tests.conftest import Site

SESSION = "practice/session/"
MOCK = "practice/mock-exam/"


def unhash(page: Page, site: Site) -> None:
    """Let a test import a practice module by its plain name; the built site has it with a hash in it."""
    names = {
        re.sub(r"\.[0-9a-f]{8}\.js$", ".js", file.name): file.name
        for folder in ("exam", "practice", "study")
        for file in (site.root / "assets/javascripts" / folder).glob("*.js")
    }

    def lead(route: Route) -> None:
        path, _, name = route.request.url.rpartition("/")
        route.continue_(url=f"{path}/{names.get(name, name)}")

    page.route(re.compile(r"/assets/javascripts/(exam|practice|study)/[a-z-]+\.js$"), lead)


def shown(page: Page, view: str) -> None:
    """Wait until a practice page shows a view."""
    expect(page.locator(f'.practice[data-shown="{view}"]')).to_be_visible()


def start_session(page: Page, site: Site, query: str, edition: str = "en/") -> None:
    page.goto("about:blank")
    page.goto(f"{site.address}{edition}{SESSION}#{query}")
    shown(page, "run")


def start_exam(page: Page, site: Site, part: str = "10", edition: str = "en/", **choices: str) -> None:
    """Begin an exam with the default choices, but for some."""
    page.goto("about:blank")
    page.goto(f"{site.address}{edition}{MOCK}")
    shown(page, "setup")
    page.locator('[name="part"]').select_option(part)
    for name, value in choices.items():
        page.locator(f'[name="{name}"][value="{value}"]').check(force=True)
    page.locator(".practice__start").click()
    shown(page, "run")


def choose_all(page: Page, first: int = 0) -> None:
    """Choose as many options of the question on screen as it asks for."""
    block = page.locator(".practice__question > *")
    count = int(block.get_attribute("choose") or block.get_attribute("data-choose") or "1")
    labels = block.locator(".eq__label")
    for place in range(count):
        labels.nth((first + place) % labels.count()).click()


def records(page: Page, store: str) -> list[dict[str, Any]]:
    """Return every record of a store of the page's database."""
    found: list[dict[str, Any]] = page.evaluate(
        """(store) => new Promise((resolve, reject) => {
             const opening = indexedDB.open("sagemaker-exam-guide");
             opening.onerror = () => reject(opening.error);
             opening.onsuccess = () => {
               const reading = opening.result.transaction(store).objectStore(store).getAll();
               reading.onsuccess = () => { opening.result.close(); resolve(reading.result); };
             };
           })""",
        store,
    )
    return found


def wait_for_records(page: Page, store: str, count: int) -> list[dict[str, Any]]:
    wait_until(page, lambda: len(records(page, store)) >= count, lambda: f"{store}: {records(page, store)}")
    return records(page, store)
