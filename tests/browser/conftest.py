"""A real browser for the tests: the one that `make browser` found or installed."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import expect

from scripts.verbs.browser import HELP, find_browser
from tests.browser.offline import Host, built_releases, hosting
from tests.browser.pages import PATIENCE

expect.set_options(timeout=PATIENCE * 1000)


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    executable = find_browser()
    if executable is None:
        pytest.fail(HELP, pytrace=False)
    return {
        **browser_type_launch_args,
        "executable_path": str(executable),
        # Containers run as root and without a network; neither is what is tested here.
        "args": ["--no-sandbox", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
    }


@pytest.fixture(scope="session")
def releases(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Two releases of a small guide."""
    return built_releases(tmp_path_factory.mktemp("releases"))


@pytest.fixture
def host(releases: dict[str, Path]) -> Iterator[Host]:
    """A host of the first release, on a port of its own: no test finds what another one kept."""
    with hosting(releases) as running:
        yield running
