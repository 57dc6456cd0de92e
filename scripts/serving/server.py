"""Serve the last good pages, and tell the browsers that show them what is new and what is wrong."""

import json
import threading
from dataclasses import dataclass, field
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

from macros.language import ROWS, Texts, language_of
from scripts.serving.complaints import Complaint

_SCRIPT = Path(__file__).with_name("live.js")
# In the place of the worker that keeps a published site, which this address may have served before.
_NO_WORKER = Path(__file__).with_name("no-worker.js")
_PREFIX = "/__live/"
_HEARTBEAT = 10.0  # seconds
_CHARSET = b'<meta charset="utf-8">'
_NO_PAGE_YET = (
    '<!doctype html><html lang="{lang}"><head><meta charset="utf-8">'
    '<meta name="viewport" content="width=device-width,initial-scale=1"><title>…</title></head>'
    '<body><p style="font: 1rem/1.5 sans-serif; margin: 2rem">{text}</p></body></html>'
)
_BUILDING = Texts({"pt": "O site está sendo gerado…", "en": "The site is being built…"})


@dataclass
class News:
    """What browsers are told, by number; whoever waits for more is woken."""

    complaints: list[Complaint] = field(default_factory=list)
    number: int = 0
    _published: list[tuple[int, frozenset[str] | None]] = field(default_factory=list)
    _changed: threading.Condition = field(default_factory=threading.Condition)

    def publish(self, pages: frozenset[str] | None, complaints: list[Complaint]) -> None:
        """Announce new pages, by their addresses (None: all of them), and all that is wrong now."""
        with self._changed:
            if pages or pages is None or complaints != self.complaints:
                self.number += 1
                self._published = [*self._published[-200:], (self.number, pages)]
                self.complaints = complaints
                self._changed.notify_all()

    def since(self, number: int, page: str, timeout: float) -> dict[str, Any] | None:
        """Return what a browser that shows a page as of a number must know, once there is something new."""
        with self._changed:
            if timeout and not self._changed.wait_for(lambda: self.number != number, timeout):
                return None
            # A number from before this server's first one: the page may be anything.
            is_old = number > self.number or (self._published and number < self._published[0][0] - 1)
            reload = is_old or any(pages is None or page in pages for at, pages in self._published if at > number)
            complaints = [complaint.as_data() for complaint in self.complaints]
            return {"number": self.number, "reload": bool(reload), "complaints": complaints}


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing: a browser that goes away in the middle of a file is no error."""


class _Handler(SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def __init__(self, *arguments: Any, news: News, **named: Any) -> None:  # noqa: ANN401 - as the base class has it
        self._news = news
        super().__init__(*arguments, **named)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name that the base class gave
        """Say nothing: the terminal is for what is wrong."""

    def end_headers(self) -> None:
        self.send_header("Cache-Control", "no-store")
        super().end_headers()

    def do_GET(self) -> None:
        parts = urlsplit(self.path)
        if parts.path == f"{_PREFIX}live.js":
            self._send(_SCRIPT.read_bytes(), "text/javascript; charset=utf-8")
        elif parts.path.endswith("/sw.js"):
            self._send(_NO_WORKER.read_bytes(), "text/javascript; charset=utf-8")
        elif parts.path == f"{_PREFIX}events":
            asked = parse_qs(parts.query)
            self._tell(int(asked.get("since", ["0"])[0]), asked.get("page", [""])[0])
        else:
            self._give(parts.path)

    def _give(self, path: str) -> None:
        """Give out a file; a page gets the script that watches for a newer one."""
        number = self._news.number
        file = Path(self.translate_path(path))
        if file.is_dir() and not path.endswith("/"):
            self.send_response(302)
            self.send_header("Location", f"{path}/")
            self.send_header("Content-Length", "0")
            self.end_headers()
            return
        page = file / "index.html" if path.endswith("/") else file
        status = 200
        if not page.is_file():
            status = 404
            language = language_of(path.removeprefix("/"))
            page = Path(self.directory, ROWS[language].folder, "404.html")
            if not page.is_file():
                html = _NO_PAGE_YET.format(lang=ROWS[language].tag, text=_BUILDING[language])
                self._send(_watched(html.encode(), number), "text/html; charset=utf-8", 503)
                return
        content = page.read_bytes()
        kind = self.guess_type(page)
        if kind == "text/html":
            content, kind = _watched(content, number), "text/html; charset=utf-8"
        self._send(content, kind, status)

    def _send(self, content: bytes, kind: str, status: int = 200) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def _tell(self, number: int, page: str) -> None:
        """Send events until the browser goes away."""
        self.close_connection = True
        self.send_response(200)
        self.send_header("Content-Type", "text/event-stream")
        self.end_headers()
        timeout = 0.0  # a page that has just been opened wants to know what is wrong as well
        while True:
            found = self._news.since(number, page, timeout)
            timeout = _HEARTBEAT
            if found:
                number = found["number"]
                self.wfile.write(f"data: {json.dumps(found)}\n\n".encode())
            else:
                self.wfile.write(b": still here\n\n")
            self.wfile.flush()


def _watched(html: bytes, number: int) -> bytes:
    script = f'<script type="module" src="{_PREFIX}live.js" data-number="{number}"></script>'.encode()
    return html.replace(_CHARSET, _CHARSET + script, 1)


def listen(host: str, port: int, folder: Path, news: News) -> ThreadingHTTPServer:
    """Return a server of a folder, which may still be empty, that has its port already.

    Raises:
        OSError: the port is taken, or there is no such address.
    """
    return _Server((host, port), partial(_Handler, directory=str(folder), news=news))
