"""The check of sources against a server that is slow, redirects, limits, lies, hangs, breaks off and floods."""

import itertools
import json
import socket
import socketserver
import threading
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from email.utils import formatdate
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from scripts.__main__ import main
from scripts.sources import citations
from scripts.sources.cache import Cache
from scripts.sources.fetching import Fetcher, Limits
from scripts.verbs import sources

FAST = Limits(deadline=1.0, size=200_000, pause=0, back_off=0, give_up=99)
GOOD = b"<html><head><title>Fine</title></head><body><h1 id=here>Fine</h1></body></html>"


@dataclass
class Hostile:
    """What the server was asked, when, and how many requests were under way at once."""

    address: str = ""
    asked: list[tuple[str, float]] = field(default_factory=list)
    most_at_once: int = 0
    stop: threading.Event = field(default_factory=threading.Event)

    def paths(self) -> list[str]:
        return [path for path, _ in self.asked]


@pytest.fixture
def hostile() -> Iterator[Hostile]:
    state = Hostile()
    under_way, seen, lock = Counter[str](), Counter[str](), threading.Lock()

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002
            pass

        def do_GET(self) -> None:
            with lock:
                state.asked.append((self.path, time.monotonic()))
                seen[self.path] += 1
                under_way["now"] += 1
                state.most_at_once = max(state.most_at_once, under_way["now"])
            try:
                self.answer(seen[self.path])
            except OSError:
                self.close_connection = True
            finally:
                with lock:
                    under_way["now"] -= 1

        def reply(self, status: int, body: bytes = b"", **headers: str) -> None:
            self.send_response(status)
            for name, value in {"Content_Length": str(len(body)), **headers}.items():
                self.send_header(name.replace("_", "-"), value)
            self.end_headers()
            self.wfile.write(body)

        def answer(self, time_number: int) -> None:  # noqa: PLR0912, PLR0915 - a list of cases
            match self.path:
                case "/good" | "/slash/" | "/elsewhere" | "/third":
                    self.reply(200, GOOD)
                case "/slash":
                    self.reply(301, Location="/slash/")
                case "/away":
                    self.reply(302, Location="/elsewhere")
                case "/loop-a":
                    self.reply(302, Location="/loop-b")
                case "/loop-b":
                    self.reply(302, Location="/loop-a")
                case "/endless":
                    self.reply(302, Location="/endless")
                case "/deep" | "/deep1" | "/deep2" | "/deep3" | "/deep4" | "/deep5" | "/deep6":
                    self.reply(302, Location=f"/deep{int(self.path[5:] or 0) + 1}")
                case "/to-a-file":
                    self.reply(302, Location="file:///etc/passwd")
                case "/gone":
                    self.reply(404, b"no")
                case "/lies":
                    self.reply(200, b"<title>Page Not Found</title>")
                case "/limited":
                    self.reply(429, Retry_After="0") if time_number == 1 else self.reply(200, GOOD)
                case "/limited-until":
                    moment = formatdate(time.time() + 1, usegmt=True)
                    self.reply(429, Retry_After=moment) if time_number == 1 else self.reply(200, GOOD)
                case "/limited-for-long":
                    self.reply(429, Retry_After="86400")
                case "/always-busy":
                    self.reply(503)
                case "/slow":
                    state.stop.wait(0.3)
                    self.reply(200, GOOD)
                case "/hangs":
                    state.stop.wait(10)
                case "/drips":
                    self.drip(b"x")
                case "/drips-headers":
                    self.drip(b"H", b"HTTP/1.1 200 OK\r\nX-")
                case "/breaks-off":
                    self.send_response(200)
                    self.send_header("Content-Length", "100000")
                    self.end_headers()
                    self.wfile.write(b"<p>half")
                    self.close_connection = True
                case "/no-answer":
                    self.close_connection = True
                case "/huge":
                    self.flood()
                case "/notice":
                    self.reply(200, b"<h1>Gizmo</h1><p>SageMaker Gizmo is no longer open to new customers.</p>")
                case _:
                    self.reply(500)

        def drip(self, byte: bytes, start: bytes = b"HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n") -> None:
            self.wfile.write(start)
            while not state.stop.wait(0.1):
                self.wfile.write(byte)
                self.wfile.flush()

        def flood(self) -> None:
            self.wfile.write(b"HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n" + GOOD)
            while not state.stop.is_set():
                self.wfile.write(b"x" * 65536)

    class Server(ThreadingHTTPServer):
        daemon_threads = True

        def handle_error(self, request: Any, client_address: Any) -> None:
            """A client that hung up is what is tested."""

    socketserver.ThreadingMixIn.block_on_close = False
    server = Server(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
    state.address = f"http://127.0.0.1:{server.server_address[1]}"
    yield state
    state.stop.set()
    server.shutdown()
    server.server_close()


@pytest.mark.parametrize(
    ("path", "status", "final", "error"),
    [
        ("/good", 200, "/good", ""),
        ("/slow", 200, "/slow", ""),
        ("/slash", 200, "/slash/", ""),
        ("/away", 200, "/elsewhere", ""),
        ("/gone", 404, "/gone", ""),
        ("/loop-a", 0, None, "redirect loop"),
        ("/endless", 0, None, "redirect loop"),
        ("/deep", 0, None, "redirect loop"),
        ("/to-a-file", 0, None, "redirect loop"),
        ("/limited", 200, "/limited", ""),
        ("/always-busy", 503, "/always-busy", ""),
        ("/no-answer", 0, "/no-answer", "connection failed (ProtocolError)"),
        ("/breaks-off", 0, "/breaks-off", "connection failed (ProtocolError)"),
    ],
)
def test_what_a_server_does_is_told(hostile: Hostile, path: str, status: int, final: str | None, error: str) -> None:
    answer = Fetcher(FAST).fetch(hostile.address + path)
    assert (answer.status, answer.error) == (status, error)
    if final is not None:
        assert answer.url == hostile.address + final


@pytest.mark.parametrize("path", ["/hangs", "/drips-headers"])
def test_a_server_that_hangs_or_drips_gets_no_more_than_the_deadline(hostile: Hostile, path: str) -> None:
    start = time.monotonic()
    answer = Fetcher(Limits(deadline=0.5, pause=0, back_off=0, tries=1)).fetch(hostile.address + path)
    assert time.monotonic() - start < 2
    assert answer.error == "no answer in time"


def test_a_body_that_drips_is_read_no_longer_than_the_deadline(hostile: Hostile) -> None:
    start = time.monotonic()
    answer = Fetcher(Limits(deadline=0.5, pause=0, tries=1)).fetch(f"{hostile.address}/drips")
    assert time.monotonic() - start < 2
    assert answer.error or not answer.is_whole


def test_a_huge_body_is_read_up_to_the_limit(hostile: Hostile) -> None:
    answer = Fetcher(FAST).fetch(f"{hostile.address}/huge")
    assert (answer.status, answer.is_whole, len(answer.text)) == (200, False, FAST.size)


def test_tries_back_off_exponentially_and_end(hostile: Hostile) -> None:
    slept: list[float] = []
    Fetcher(Limits(deadline=1, pause=0, back_off=3, tries=4), slept.append).fetch(f"{hostile.address}/always-busy")
    assert [wait for wait in slept if wait] == [3, 6, 12]
    assert hostile.paths() == ["/always-busy"] * 4


def test_a_date_in_retry_after_is_waited_for(hostile: Hostile) -> None:
    slept: list[float] = []
    limits = Limits(deadline=1, pause=0, back_off=50, tries=2)
    assert Fetcher(limits, slept.append).fetch(f"{hostile.address}/limited-until").status == 200
    (wait,) = [wait for wait in slept if wait]
    assert wait <= 1


def test_a_host_that_asks_for_more_patience_than_there_is_is_left_alone(hostile: Hostile) -> None:
    fetcher = Fetcher(FAST)
    assert fetcher.fetch(f"{hostile.address}/limited-for-long").status == 429
    assert "not asked" in fetcher.fetch(f"{hostile.address}/good").error
    assert hostile.paths() == ["/limited-for-long"]


def test_a_host_that_fails_again_and_again_is_left_alone(hostile: Hostile) -> None:
    fetcher = Fetcher(Limits(deadline=1, pause=0, tries=1, give_up=2))
    for _ in range(5):
        fetcher.fetch(f"{hostile.address}/always-busy")
    assert len(hostile.asked) == 2


def test_there_is_a_pause_between_requests_to_a_host(hostile: Hostile) -> None:
    fetcher = Fetcher(Limits(pause=0.25))
    for _ in range(3):
        fetcher.fetch(f"{hostile.address}/good")
    times = [moment for _, moment in hostile.asked]
    assert all(later - earlier >= 0.2 for earlier, later in itertools.pairwise(times))


def test_a_host_that_is_not_there_is_told() -> None:
    assert Fetcher(Limits(tries=1)).fetch("http://nowhere.invalid/").error == "no such host"


def test_a_name_service_that_does_not_answer_says_nothing_of_the_host(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise socket.gaierror(socket.EAI_AGAIN, "Temporary failure in name resolution")

    monkeypatch.setattr(socket, "getaddrinfo", fail)
    assert "name service" in Fetcher(Limits(tries=1)).fetch("http://nowhere.invalid/").error


PATHS = "good good#here good#nowhere slash away loop-a gone lies limited hangs huge notice"


def cite(hostile: Hostile, folder: Path, monkeypatch: pytest.MonkeyPatch, paths: str) -> None:
    """Make a project of one page that cites the server; loopback is asked like any other host."""
    page = folder / "docs/en/page.md"
    page.parent.mkdir(parents=True)
    page.write_text("".join(f"{hostile.address}/{path}\n" for path in paths.split()), "utf-8")
    monkeypatch.setattr(citations, "_NOT_ASKED", citations.re.compile(r"(?!)"))
    found = citations.citations(folder)
    monkeypatch.setattr(sources, "citations", lambda *_: found)


@pytest.fixture
def cited(hostile: Hostile, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Hostile:
    cite(hostile, tmp_path, monkeypatch, PATHS)
    return hostile


def check(cited: Hostile, tmp_path: Path, *more: str) -> int:
    host = cited.address.removeprefix("http://")
    return main(
        [
            "sources",
            "--lang",
            "en",
            "--cache",
            str(tmp_path / "cache.json"),
            "--pause",
            "0",
            "--deadline",
            "0.7",
            "--back-off",
            "0",
            "--official",
            host,
            "--report",
            str(tmp_path / "report.md"),
            *more,
        ]
    )


def test_every_kind_of_trouble_is_reported_once_and_asked_for_politely(
    cited: Hostile, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert check(cited, tmp_path, "--format", "json") == 1
    out, progress = capsys.readouterr()
    rows = {(row["url"].removeprefix(cited.address + "/"), row["kind"]) for row in json.loads(out)}
    assert rows == {
        ("good#nowhere", "anchor"),
        ("away", "moved"),
        ("loop-a", "gone"),
        ("gone", "gone"),
        ("lies", "lies"),
        ("hangs", "unsure"),
        ("notice", "closed"),
    }
    assert cited.paths().count("/good") == 1, "one request for all anchors of a page"
    assert "[1/10]" in progress
    # The server may still hold the three tries at the request that it let hang.
    assert cited.most_at_once <= 4
    report = (tmp_path / "report.md").read_text("utf-8")
    assert "`docs/en/page.md:3`" in report
    assert "SageMaker Gizmo is no longer open to new customers" in report

    before = len(cited.asked)
    assert check(cited, tmp_path) == 1
    again = Counter(cited.paths()[before:])
    assert not {"/good", "/slash", "/away", "/limited", "/notice"} & again.keys(), "the cache answers for these"
    assert again["/gone"] == 1


def test_what_may_pass_by_itself_makes_no_report(
    hostile: Hostile, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    cite(hostile, tmp_path, monkeypatch, "good always-busy")
    assert check(hostile, tmp_path) == 0
    assert "503" in capsys.readouterr().out
    assert (tmp_path / "report.md").read_text("utf-8") == ""


def test_an_old_or_damaged_cache_is_asked_for_nothing(hostile: Hostile, tmp_path: Path) -> None:
    file = tmp_path / "cache.json"
    url = f"{hostile.address}/good"
    cache = Cache(file, lifetime=60)
    cache.put(url, Fetcher(FAST).fetch(url))
    cache.save()
    assert Cache(file, lifetime=60).get(url) is not None
    assert Cache(file, lifetime=0).get(url) is None
    for text in ("{", "[]", '{"x": 1}'):
        file.write_text(text, "utf-8")
        assert Cache(file, lifetime=60).get(url) is None


def test_a_path_that_is_not_there_is_a_usage_error(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["sources", "no/such/path", "--lang", "pt"]) == 2
    assert capsys.readouterr().err == "no/such/path: não existe\n"
