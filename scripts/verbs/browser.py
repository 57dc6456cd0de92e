"""Find a Chromium for the browser tests, or install one."""

import argparse
import os
import shutil
import sys
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import sync_playwright

from macros.language import Language
from scripts.machine import packages as system_packages
from scripts.messages import Messages

# Set it to a Chromium or Chrome of your own to have the tests use that one.
VARIABLE = "TEST_BROWSER"

# The one without a window first: it opens a page in half the time.
_COMMANDS = (
    "chromium-headless-shell",
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "chrome",
)
_APPLICATIONS = (
    Path("/Applications/Chromium.app/Contents/MacOS/Chromium"),
    Path("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"),
)
_PACKAGES = {
    "apt-get": ["chromium-headless-shell"],
    "dnf": ["chromium"],
    "apk": ["chromium"],
    "brew": ["--cask", "chromium"],
}


def add_arguments(_parser: argparse.ArgumentParser) -> None:
    """Declare that the verb takes no arguments of its own."""


def run(options: argparse.Namespace) -> int:
    """Print the path of a usable browser; 1 where there is none and none can be installed."""
    found = find_browser() or install_browser()
    print(found or none_found(options.lang), file=sys.stdout if found else sys.stderr)
    return 0 if found else 1


def none_found(language: Language) -> str:
    """Return what to do where there is no browser."""
    return Messages("browser", language)("none", variable=VARIABLE)


def find_browser() -> Path | None:
    """Return a Chromium that is already here: the one named, the system's, or Playwright's own."""
    named = os.environ.get(VARIABLE)
    if named:
        return Path(named) if Path(named).is_file() else None
    for command in _COMMANDS:
        path = shutil.which(command)
        if path:
            return Path(path)
    for application in _APPLICATIONS:
        if application.is_file():
            return application
    with sync_playwright() as playwright:
        own = Path(playwright.chromium.executable_path)
    return own if own.is_file() else None


def install_browser() -> Path | None:
    """Install Playwright's own Chromium or else the system's, and return it; None where neither can be had."""
    ways: list[Callable[[], bool]] = [
        lambda: system_packages.succeeds([sys.executable, "-m", "playwright", "install", "chromium"]),
        lambda: system_packages.install(_PACKAGES),
    ]
    for install in ways:
        if install():
            found = find_browser()
            if found:
                return found
    return None
