"""A running `make serve` on a copy of the project, for the tests of what it serves and of what a browser shows."""

import json
import os
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import Project, reserved_port

PATIENCE = 60.0  # seconds that a busy machine may take for what takes one or two


@dataclass
class Server:
    """A running `make serve` on a copy of the project."""

    project: Project
    address: str
    process: subprocess.Popen[bytes]
    log: Path

    def get(self, path: str) -> str:
        try:
            with urllib.request.urlopen(self.address + path, timeout=5) as response:  # noqa: S310 - loopback
                return str(response.read().decode("utf-8"))
        except urllib.error.HTTPError as error:
            return str(error.read().decode("utf-8"))

    def complaints(self) -> list[dict[str, Any]]:
        """Return what a browser that opens a page now is told to show over it."""
        with urllib.request.urlopen(f"{self.address}__live/events?since=0&page=", timeout=5) as events:  # noqa: S310
            told = json.loads(events.readline().decode().removeprefix("data: "))
        return list(told["complaints"])

    def lines(self) -> list[str]:
        return self.log.read_text("utf-8").splitlines()

    def wait_for(self, path: str, text: str) -> None:
        """Wait until a page holds a text."""
        self.wait_until(lambda: text in self.get(path), f"{path} does not hold {text!r}")

    def wait_until(self, accepted: Callable[[], bool], otherwise: str) -> None:
        deadline = time.monotonic() + PATIENCE
        while time.monotonic() < deadline:
            assert self.process.poll() is None, "the server has stopped"
            try:
                if accepted():
                    return
            except (urllib.error.URLError, OSError):
                pass  # not listening yet, or the page is being written
            time.sleep(0.1)
        pytest.fail(f"{otherwise} after {PATIENCE} s:\n{self.log.read_text('utf-8')[-2000:]}")


@contextmanager
def serving(project: Project, log: Path) -> Iterator[Server]:
    """Serve a project; its pages may not be there yet."""
    with reserved_port() as port, log.open("wb") as output:
        process = subprocess.Popen(
            [sys.executable, "-m", "scripts", "serve", f"127.0.0.1:{port}"],
            cwd=project.root,
            env={**os.environ, "LANG": "C.UTF-8", "LC_ALL": "C.UTF-8"},
            stdout=output,
            stderr=subprocess.STDOUT,
        )
        try:
            yield Server(project, f"http://127.0.0.1:{port}/", process, log)
        finally:
            process.terminate()
            assert process.wait(timeout=10) == 0
