"""What the tests share: the project, copies of it to break, and the site as readers get it."""

import io
import os
import re
import shutil
import socket
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from dataclasses import dataclass, replace
from functools import cache, partial
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, SimpleHTTPRequestHandler, ThreadingHTTPServer
from itertools import product
from pathlib import Path
from typing import Any

import pytest

from macros.bank import Bank, load_bank
from macros.language import LANGUAGES, Language
from macros.questions.entry import Entry
from scripts.__main__ import main

ROOT = Path(__file__).resolve().parent.parent
PARTS = ("docs", "facts", "macros", "overrides", "quizzes", "scripts", "mkdocs.yml", "mkdocs.en.yml", ".gitignore")
MINI = ROOT / "tests" / "fixtures" / "mini_project"
MINI_NAV = """\
nav:
  - index.md
  - Inference: [inference/async.md, inference/serverless.md]
  - Monitoring: [monitoring/data-quality.md]
"""
# Where each edition stands below the root of the site.
EDITIONS: dict[Language, str] = {"pt": "", "en": "en/"}


@dataclass(frozen=True)
class Project:
    """A copy of the project that a test may break."""

    root: Path

    def run(self, *command: str, **environment: str) -> subprocess.CompletedProcess[str]:
        """Run a Python module in the copy, as make does, and return what it printed, both streams in stdout."""
        return subprocess.run(
            [sys.executable, "-m", *command],
            cwd=self.root,
            env={**os.environ, "NO_MKDOCS_2_WARNING": "1", "LANG": "C.UTF-8", "LC_ALL": "C.UTF-8", **environment},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            timeout=300,
            check=False,
        )

    def verb(self, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
        """Run a verb of the command line on the copy with this process's code, and return what it printed.

        It is as `run("scripts", …)`, without the second that a process takes to start.
        """
        said = io.StringIO()
        with pytest.MonkeyPatch.context() as patch, redirect_stdout(said), redirect_stderr(said):
            patch.chdir(self.root)
            for name, value in {"LANG": "C.UTF-8", "LC_ALL": "C.UTF-8", **environment}.items():
                patch.setenv(name, value)
            status = main(list(arguments), self.root)
        return subprocess.CompletedProcess(arguments, status, said.getvalue())

    def build(self, **environment: str) -> subprocess.CompletedProcess[str]:
        return self.run("mkdocs", "build", "--strict", **environment)

    def edit(self, file: str, old: str, new: str) -> None:
        """Replace a text that the file must hold exactly once."""
        path = self.root / file
        text = path.read_text("utf-8")
        assert text.count(old) == 1, f"{file} has {text.count(old)} of {old!r}"
        path.write_text(text.replace(old, new), "utf-8")

    def append(self, file: str, text: str) -> None:
        path = self.root / file
        path.write_text(path.read_text("utf-8") + text, "utf-8")

    def commit(self, message: str) -> None:
        """Commit all that there is, in a repository of its own."""
        who = ["-c", "user.name=a", "-c", "user.email=a@example.org", "-c", "init.defaultBranch=main"]
        for command in (["init"], ["add", "."], ["commit", "-m", message]):
            subprocess.run(["git", *who, *command], cwd=self.root, check=True, capture_output=True)  # noqa: S607


def copy_project(root: Path) -> Project:
    for part in PARTS:
        source = ROOT / part
        if source.is_dir():
            shutil.copytree(source, root / part, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(source, root / part)
    return Project(root)


def copy_mini_project(root: Path, *pages: str) -> Project:
    """Copy the guide of three pages and eight questions, with the project's own code and settings.

    Args:
        root: where to, an empty folder.
        pages: more pages, of the whole project's, such as "practice/session.md".
    """
    for part in ("macros", "overrides", "scripts"):
        shutil.copytree(ROOT / part, root / part, ignore=shutil.ignore_patterns("__pycache__"))
    for part in ("docs", "facts", "quizzes"):
        shutil.copytree(MINI / part, root / part)
    for part in ("pictures", "decisions"):
        shutil.copytree(ROOT / "docs" / part, root / "docs" / part)
    for page, edition in product(pages, LANGUAGES):
        (root / "docs" / edition / page).parent.mkdir(exist_ok=True)
        shutil.copy(ROOT / "docs" / edition / page, root / "docs" / edition / page)
    shutil.copy(ROOT / "quizzes" / "schema.json", root / "quizzes")
    shutil.copy(ROOT / ".gitignore", root)
    nav = MINI_NAV + "".join(f"  - {page}\n" for page in pages)
    for file in ("mkdocs.yml", "mkdocs.en.yml"):
        text = (ROOT / file).read_text("utf-8")
        (root / file).write_text(re.sub(r"^nav:\n.*\Z", nav, text, flags=re.MULTILINE | re.DOTALL), "utf-8")
    return Project(root)


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """Return a copy of the whole project, for what is about its size or its content."""
    return copy_project(tmp_path)


@pytest.fixture
def mini(tmp_path: Path) -> Project:
    """Return a copy of the mini project, which is validated in a tenth of the time and built in a fifth."""
    return copy_mini_project(tmp_path)


@pytest.fixture(autouse=True)
def _no_job(monkeypatch: pytest.MonkeyPatch) -> None:
    """Hide the job that runs the tests: the mistakes that they make on purpose are none of its own."""
    for name in ("GITHUB_ACTIONS", "GITHUB_STEP_SUMMARY"):
        monkeypatch.delenv(name, raising=False)


@cache
def whole_bank() -> Bank:
    """Return the project's bank, which a worker keeps: load_bank forgets it over the copies that tests break."""
    return load_bank(ROOT)


@pytest.fixture(scope="session")
def bank() -> Bank:
    return whole_bank()


@pytest.fixture(scope="session")
def mini_bank() -> Bank:
    """Return what the mini project holds, for what is about neither the size nor the content of the whole bank."""
    return load_bank(MINI)


@pytest.fixture(scope="session")
def samples() -> Bank:
    """Return the whole bank with one question of each topic and of each shape that a question of it has."""
    bank = whole_bank()
    found: dict[object, Entry] = {}
    for entry in bank.entries.values():
        question = entry.question
        found.setdefault(entry.id.partition("/")[0], entry)
        shape = (
            frozenset(question.model_fields_set),
            question.status,
            len(question.options),
            len(question.key),
            len(question.accepted),
            question.keeps_order,
            "```" in question.stem,
        )
        found.setdefault(shape, entry)
    return replace(bank, entries={key: entry for key, entry in bank.entries.items() if entry in found.values()})


@dataclass(frozen=True)
class Site:
    """A built site on disk, and the address where it is served."""

    root: Path
    address: str

    def page(self, path: str) -> str:
        return (self.root / path / "index.html").read_text("utf-8")

    def asset(self, path: str) -> str:
        """Return the path of a style, module or data file, whose name holds a hash of its content.

        What the English edition does not have of its own, it takes from the site's root.
        """
        stem, _, suffix = path.rpartition(".")
        for place in (stem, stem.removeprefix("en/")):
            for file in self.root.glob(f"{place}.????????.{suffix}"):
                return file.relative_to(self.root).as_posix()
        raise AssertionError(f"the site has no {path}")


class _Quiet(SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """Answer a wrong address with the site's own page, as GitHub Pages does: with the one at the site's root."""
        path = Path(self.translate_path(self.path)).relative_to(self.directory)
        folders = [Path(self.directory), *(Path(self.directory, parent) for parent in reversed(path.parents))]
        page = next((found for folder in folders if (found := folder / "404.html").is_file()), None)
        if code != HTTPStatus.NOT_FOUND or page is None:
            super().send_error(code, message, explain)
            return
        body = page.read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name that the base class gave
        """Say nothing: a test's output is for what failed."""


class Server(ThreadingHTTPServer):
    """Serves on loopback; a browser that goes away in the middle of a file is no error."""

    def __init__(self, handler: Callable[..., BaseHTTPRequestHandler]) -> None:
        super().__init__(("127.0.0.1", 0), handler)  # type: ignore[arg-type]  # a partial does as well as a class

    def handle_error(self, request: Any, client_address: Any) -> None:
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)


@contextmanager
def listening(root: Path) -> Iterator[int]:
    """Serve a folder, which may still be empty, and return the port: it is taken before anything is built for it."""
    server = Server(partial(_Quiet, directory=str(root)))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield server.server_port
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


@contextmanager
def reserved_port() -> Iterator[int]:
    """Return a port that nobody else gets, for a program that listens with SO_REUSEADDR, as Python's servers do."""
    with socket.socket() as holder:
        holder.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        holder.bind(("127.0.0.1", 0))
        yield int(holder.getsockname()[1])


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    root = tmp_path_factory.mktemp("site")
    with listening(root) as port:
        address = f"http://127.0.0.1:{port}/"
        result = subprocess.run(
            [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(root)],
            cwd=ROOT,
            env={**os.environ, "SITE_URL": address, "NO_MKDOCS_2_WARNING": "1"},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            timeout=300,
            check=False,
        )
        assert result.returncode == 0, result.stdout
        assert "WARNING" not in result.stdout, result.stdout
        yield Site(root, address)
