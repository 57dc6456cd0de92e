"""A small guide in two releases, served from below a path; the network can be cut, and files damaged."""

import re
import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler
from mimetypes import guess_type
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import Page, expect

from tests.browser.pages import wait_until
from tests.conftest import Project, Server, copy_mini_project

PATH = "/some/path/"
PAGES = ("index", "session", "mock-exam", "review", "export")
QUESTION = "inference/async-call-response"
# What only one of the releases says: on a page, and in a question.
OLD, NEW = "in the first release", "in the second release"


@dataclass
class Host:
    """What serves the guide: a folder for each release, and what is wrong with the network."""

    releases: dict[str, Path]
    release: str = "first"
    is_cut: bool = False
    lost: set[str] = field(default_factory=set)
    damaged: set[str] = field(default_factory=set)
    replaced: dict[str, bytes] = field(default_factory=dict)
    slow: float = 0
    asked: list[str] = field(default_factory=list)
    port: int = 0
    waiting: threading.Event = field(default_factory=threading.Event)

    def reset(self) -> None:
        """Be a host of the first release again, with a network that works."""
        self.release, self.is_cut, self.slow = "first", False, 0
        self.lost, self.damaged, self.replaced, self.asked = set(), set(), {}, []
        self.waiting = threading.Event()

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}{PATH}"

    def content(self, path: str) -> bytes | None:
        """Return a file of the release that is published; one bit of a damaged one is not as it was."""
        if path in self.replaced:
            return self.replaced[path]
        file = self.releases[self.release] / path
        file = file / "index.html" if file.is_dir() else file
        if not file.is_file():
            return None
        content = file.read_bytes()
        if path in self.damaged:
            middle = len(content) // 2
            content = content[:middle] + bytes([content[middle] ^ 1]) + content[middle + 1 :]
        return content


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    host: Host

    def do_GET(self) -> None:
        path = urlsplit(self.path).path
        is_lost = path.removeprefix(PATH) in self.host.lost
        if self.host.slow:
            self.host.waiting.wait(self.host.slow * (1 + is_lost))
        if self.host.is_cut or is_lost:
            self.close_connection = True
            return
        self.host.asked.append(path.removeprefix(PATH))
        found = self.host.content(path.removeprefix(PATH)) if path.startswith(PATH) else None
        body = found if found is not None else (self.host.releases[self.host.release] / "404.html").read_bytes()
        name = "index.html" if path.endswith("/") or found is None else path
        self.send_response(200 if found is not None else 404)
        self.send_header("Content-Type", guess_type(name)[0] or "application/octet-stream")
        self.send_header("Cache-Control", "max-age=600")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command == "GET":
            self.wfile.write(body)

    def do_HEAD(self) -> None:
        self.do_GET()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name that the base class gave
        """Say nothing."""


@contextmanager
def hosting(root: Path) -> Iterator[Host]:
    """Build the releases for the address of a host, which the theme compares with the links it follows; serve them."""
    host = Host({})
    server = Server(type("Bound", (_Handler,), {"host": host}))
    host.port = server.server_port
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        host.releases.update(built_releases(root, host.address))
        yield host
    finally:
        host.waiting.set()
        server.shutdown()
        server.server_close()


def small_project(root: Path) -> Project:
    """Return the mini project with the practice pages of the real one."""
    root.mkdir()
    return copy_mini_project(root, *(f"practice/{name}.md" for name in PAGES))


def built_releases(root: Path, address: str) -> dict[str, Path]:
    """Build two releases, which differ in a page and in a question."""
    project = small_project(root / "project")
    question = f"quizzes/{QUESTION}.yml"
    stem = (project.root / question).read_text("utf-8")
    for edition in ("pt", "en"):
        project.append(f"docs/{edition}/practice/index.md", f"\nThis is {OLD}.\n")
    releases = {}
    for name in ("first", "second"):
        text = OLD if name == "first" else NEW
        changed = re.sub(r"^stem: \|\n", f"stem: |\n  This is {text}.\n\n", stem, flags=re.MULTILINE)
        (project.root / question).write_text(changed, "utf-8")
        if name == "second":
            for edition in ("pt", "en"):
                project.edit(f"docs/{edition}/practice/index.md", OLD, NEW)
        result = project.build(SITE_URL=address)
        assert result.returncode == 0, result.stdout
        releases[name] = Path(shutil.move(project.root / "site", root / name))
    return releases


def wait_for_pack(page: Page, pack: str = "practice") -> None:
    """Wait until the control of practice/ says what is kept."""
    expect(page.locator(f'[data-offline][data-kept="{pack}"]')).to_be_visible()


def kept_paths(page: Page) -> dict[str, list[str]]:
    """Return the paths in each cache that holds a release, by its name."""
    found: dict[str, Any] = page.evaluate(
        """async () => Object.fromEntries(await Promise.all((await caches.keys()).map(async (name) =>
             [name, (await (await caches.open(name)).keys()).map(({ url }) => new URL(url).pathname)])))"""
    )
    return {name: paths for name, paths in found.items() if not name.endswith(" ")}


def wait_for_caches(page: Page, count: int) -> None:
    """Wait until as many releases are whole."""

    def is_there() -> bool:
        return sum(any(path.endswith("kept.json") for path in paths) for paths in kept_paths(page).values()) == count

    wait_until(page, is_there, lambda: str({name: len(paths) for name, paths in kept_paths(page).items()}))
