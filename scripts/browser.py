"""Find a Chromium for the browser tests, or install one."""

import argparse
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import sync_playwright

# Set it to a Chromium or Chrome of your own to have the tests use that one.
VARIABLE = "TEST_BROWSER"

_COMMANDS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
_APPLICATIONS = (
    Path("/Applications/Chromium.app/Contents/MacOS/Chromium"),
    Path("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"),
)
# Each needs no question answered; the first whose program exists is used.
_PACKAGE_MANAGERS: dict[str, list[list[str]]] = {
    "apt-get": [["apt-get", "update"], ["apt-get", "install", "--yes", "--no-install-recommends", "chromium"]],
    "dnf": [["dnf", "install", "--assumeyes", "chromium"]],
    "apk": [["apk", "add", "chromium"]],
    "brew": [["brew", "install", "--cask", "chromium"]],
}
_TIMEOUT = 600.0  # seconds, for one install command

HELP = (
    "No Chromium was found and none could be installed: install Chromium or Chrome, "
    f"or name one in {VARIABLE}=/path/to/chromium, and run the command again."
)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare that the verb takes no arguments of its own."""
    parser.set_defaults(verb="browser")


def run(_options: argparse.Namespace) -> int:
    """Print the path of a usable browser; 1 where there is none and none can be installed."""
    found = find_browser() or install_browser()
    print(found or HELP, file=sys.stdout if found else sys.stderr)
    return 0 if found else 1


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
    ways: list[Callable[[], bool]] = [_install_playwrights, _install_systems]
    for install in ways:
        if install():
            found = find_browser()
            if found:
                return found
    return None


def _install_playwrights() -> bool:
    return _succeeds([sys.executable, "-m", "playwright", "install", "chromium"])


def _install_systems() -> bool:
    for program, commands in _PACKAGE_MANAGERS.items():
        if shutil.which(program):
            return all(_succeeds(_as_root(program, command)) for command in commands)
    return False


def _as_root(program: str, command: list[str]) -> list[str]:
    is_root = hasattr(os, "geteuid") and os.geteuid() == 0
    if program == "brew" or is_root or not shutil.which("sudo"):
        return command
    return ["sudo", "--non-interactive", *command]


def _succeeds(command: list[str]) -> bool:
    print("$ " + " ".join(command), file=sys.stderr, flush=True)
    try:
        result = subprocess.run(  # noqa: S603 - the commands are those above
            command, timeout=_TIMEOUT, check=False, capture_output=True, text=True
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        print(f"  {error}", file=sys.stderr)
        return False
    if result.returncode:
        last = (result.stderr or result.stdout).strip().splitlines()[-1:]
        print(f"  failed: {' '.join(last)}", file=sys.stderr)
    return result.returncode == 0
