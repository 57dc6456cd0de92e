"""A real browser for the tests: the one that `make browser` found or installed."""

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, expect

from scripts.verbs.browser import find_browser, none_found
from tests.browser.lab import Lab
from tests.browser.offline import Host, hosting
from tests.browser.pages import PATIENCE
from tests.conftest import ROOT, listening

expect.set_options(timeout=PATIENCE * 1000)


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    executable = find_browser()
    if executable is None:
        pytest.fail(none_found("en"), pytrace=False)
    return {
        **browser_type_launch_args,
        "executable_path": str(executable),
        # Containers run as root and without a network; neither is what is tested here.
        "args": ["--no-sandbox", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
    }


@pytest.fixture(scope="session")
def two_releases(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Host]:
    """A host of two releases of a small guide."""
    with hosting(tmp_path_factory.mktemp("releases")) as running:
        yield running


@pytest.fixture
def host(two_releases: Host) -> Iterator[Host]:
    """The same, with the first release published; what a browser kept goes with its context."""
    two_releases.reset()
    yield two_releases
    two_releases.waiting.set()


@pytest.fixture(scope="session")
def browser_context_args(browser_context_args: dict[str, Any]) -> dict[str, Any]:
    """Let a test see every request: a worker would answer from what it keeps. The tests of that worker allow it."""
    return {**browser_context_args, "service_workers": "block"}


@pytest.fixture(scope="session")
def lab(browser: Browser) -> Iterator[Lab]:
    """Return an empty page that runs the modules as they lie in the repository: what is pure needs no site."""
    with listening(ROOT / "overrides") as port:
        page = browser.new_page()
        page.goto(f"http://127.0.0.1:{port}/assets/javascripts/LICENSE.md")
        yield Lab(page)
        page.close()
