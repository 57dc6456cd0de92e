"""What a reader and a writer wait for: results of the search, the first answer, a save that reaches the browser."""

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from macros.bank import load_bank
from scripts.verbs.browser import find_browser
from tests.bench.measuring import Spread
from tests.conftest import ROOT, listening, reserved_port
from tests.queries import ask, delay, open_search, queries

# Lighthouse's phone: a slow 4G, and a processor four times slower than this one.
_SLOW = {"offline": False, "latency": 150, "downloadThroughput": 1.6e6 / 8, "uploadThroughput": 750e3 / 8}
_THROTTLING = 4
_PATIENCE = 60.0


@contextmanager
def _browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_browser(), args=["--no-sandbox"])
        try:
            yield browser
        finally:
            browser.close()


def search_delay(site: Path) -> Spread:
    """Return the milliseconds from key stroke to results on a slow processor: of `high`, 95 % are below."""
    texts = [query.text for query in queries("golden", load_bank(ROOT).pages.paths) if query.language == "en"][::2]
    with listening(site.parent) as port, _browser() as browser:
        page = browser.new_page(viewport={"width": 360, "height": 800})
        page.goto(f"http://127.0.0.1:{port}/{site.name}/")
        open_search(page)
        page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": _THROTTLING})
        typed = [text[: end + 1] for text in texts for end in range(len(text))]
        delays = sorted(delay(answer, _THROTTLING) for answer in ask(page, typed))
    return Spread(delays[len(delays) // 2], delays[0], delays[int(len(delays) * 0.95)], len(delays))


def first_answer(site: Path, path: str, runs: int) -> Spread:
    """Return the seconds from opening a page on a slow phone until a question on it says whether an answer is right."""
    with listening(site) as port, _browser() as browser:
        return Spread.of([_answered(browser, f"http://127.0.0.1:{port}/{path}") for _ in range(runs)])


def _answered(browser: Browser, address: str) -> float:
    context = browser.new_context(viewport={"width": 360, "height": 800})
    page = context.new_page()
    session = context.new_cdp_session(page)
    session.send("Network.enable")
    session.send("Network.emulateNetworkConditions", _SLOW)
    session.send("Emulation.setCPUThrottlingRate", {"rate": _THROTTLING})
    start = time.perf_counter()
    page.goto(address, wait_until="commit")
    page.locator("exam-question:defined .eq__input").first.check()
    page.locator("exam-question .eq__check").first.click()
    page.locator("exam-question .eq__verdict:not(:empty)").first.wait_for()
    took = time.perf_counter() - start
    context.close()
    return took


def save_to_browser(project: Path, file: str, address: str, old: str, runs: int) -> Spread:
    """Return the seconds from a save until the browser shows it.

    Args:
        project: what `make serve` serves.
        file: what is saved, below the project.
        address: the page that shows it, below the site.
        old: a text of the file, which the page shows as it is.
        runs: how often.
    """
    source = project / file
    with reserved_port() as port, _browser() as browser:
        server = subprocess.Popen(
            [sys.executable, "-m", "scripts", "serve", f"127.0.0.1:{port}"],
            cwd=project,
            env={**os.environ, "PYTHONPATH": str(project)},
            stdout=subprocess.DEVNULL,
        )
        try:
            page = browser.new_page()
            _open(page, f"http://127.0.0.1:{port}/{address}")
            return Spread.of([_saved(page, source, old, number) for number in range(runs)])
        finally:
            server.terminate()
            server.wait()


def _open(page: Page, address: str) -> None:
    """Wait for the server, and for its first good page."""
    end = time.monotonic() + _PATIENCE
    while time.monotonic() < end:
        try:
            page.goto(address)
            page.locator("article h1").wait_for(timeout=_PATIENCE * 1000)
        except Exception:  # noqa: BLE001, S112 - not listening yet
            continue
        time.sleep(3)  # until the other edition is there too
        return


def _saved(page: Page, source: Path, old: str, number: int) -> float:
    text = source.read_text("utf-8")
    assert old in text, f"{source} no longer has {old!r}"
    new = f"{old} {'again ' * (number + 1)}"
    start = time.perf_counter()
    source.write_text(text.replace(old, new, 1), "utf-8")
    page.get_by_text(new.strip()).first.wait_for(state="attached", timeout=_PATIENCE * 1000)
    took = time.perf_counter() - start
    source.write_text(text, "utf-8")
    page.get_by_text(new.strip()).first.wait_for(state="detached", timeout=_PATIENCE * 1000)
    time.sleep(1.5)
    return took
