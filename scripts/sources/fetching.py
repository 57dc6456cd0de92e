"""Ask other people's servers for pages: one request at a time, with pauses, and bounded in time and size."""

import email.utils
import socket
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from http import HTTPStatus
from urllib.parse import urljoin, urlsplit

import urllib3

_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_PASSING = frozenset({408, 425, 429, 500, 502, 503, 504})
_HEADERS = {
    "User-Agent": "sagemaker-exam-guide source checker (weekly; one request at a time)",
    "Accept": "text/html,application/xhtml+xml,*/*;q=0.5",
    "Accept-Language": "en",
    "Accept-Encoding": "gzip",
}


@dataclass(frozen=True)
class Limits:
    """How long, how much and how often; in seconds and bytes.

    Attributes:
        deadline: for one request, from the name's look-up to the last byte.
        pause: between two requests to the same host.
        tries: requests for one address when they fail in a way that may pass.
        back_off: before the second try; doubled for each further one.
        patience: the longest Retry-After that is waited for.
        give_up: failures in a row after which a host is left alone for this run.
    """

    deadline: float = 30
    size: int = 5_000_000
    pause: float = 1
    tries: int = 3
    back_off: float = 4
    patience: float = 120
    redirects: int = 6
    give_up: int = 4


@dataclass(frozen=True)
class Answer:
    """What came of asking for an address.

    Attributes:
        status: of the last response; 0 where there was none.
        url: the last address of the redirects.
        text: the page, as far as it was read.
        is_whole: whether all of it was read.
        error: why there is no page; empty for a response with any status.
    """

    status: int = 0
    url: str = ""
    text: str = ""
    is_whole: bool = True
    error: str = ""
    retry_after: float | None = field(default=None, compare=False)

    @property
    def may_pass(self) -> bool:
        """Whether asking again later can help."""
        return self.status in _PASSING or (self.status == 0 and self.error != "redirect loop")


class Fetcher:
    """Fetches pages politely: it remembers when it last asked each host, and which ones do not answer."""

    def __init__(self, limits: Limits, sleep: Callable[[float], None] = time.sleep) -> None:
        self._limits = limits
        self._sleep = sleep
        self._pool = urllib3.PoolManager(num_pools=4, maxsize=1, retries=False)
        self._asked: dict[str, float] = {}
        self._failures: dict[str, int] = {}

    def fetch(self, url: str) -> Answer:
        """Return what a server says of an address, after redirects and, where it may help, further tries."""
        host = urlsplit(url).netloc
        if self._failures.get(host, 0) >= self._limits.give_up:
            return Answer(url=url, error="not asked: the host did not answer before")
        answer = Answer(error="not asked")
        for number in range(self._limits.tries):
            answer = self._follow(url)
            if not answer.may_pass:
                break
            wait = self._limits.back_off * 2**number if answer.retry_after is None else answer.retry_after
            if wait > self._limits.patience:
                # The host asked to be left alone for longer than this run lasts.
                self._failures[host] = self._limits.give_up
                return answer
            if number + 1 < self._limits.tries:
                self._sleep(wait)
        self._failures[host] = self._failures.get(host, 0) + 1 if answer.may_pass else 0
        return answer

    def _follow(self, url: str) -> Answer:
        seen = {url}
        for _ in range(self._limits.redirects):
            answer, target = self._within_deadline(url)
            if not target:
                return answer
            url = urljoin(url, target).partition("#")[0]
            if url in seen or not url.startswith(("http://", "https://")):
                break
            seen.add(url)
        return Answer(url=url, error="redirect loop")

    def _within_deadline(self, url: str) -> tuple[Answer, str]:
        """Ask once; a server that sends a byte now and then does not get more time than one that hangs."""
        self._wait_for_turn(url)
        results: list[tuple[Answer, str]] = []
        thread = threading.Thread(target=lambda: results.append(self._ask(url)), daemon=True)
        thread.start()
        thread.join(self._limits.deadline)
        self._asked[urlsplit(url).netloc] = time.monotonic()
        return results[0] if results else (Answer(url=url, error="no answer in time"), "")

    def _wait_for_turn(self, url: str) -> None:
        last = self._asked.get(urlsplit(url).netloc)
        if last is not None:
            self._sleep(max(0.0, last + self._limits.pause - time.monotonic()))

    def _ask(self, url: str) -> tuple[Answer, str]:
        end = time.monotonic() + self._limits.deadline
        timeout = urllib3.Timeout(total=self._limits.deadline)
        try:
            response = self._pool.request(
                "GET", url, headers=_HEADERS, redirect=False, preload_content=False, timeout=timeout
            )
            try:
                target = response.headers.get("Location", "") if response.status in _REDIRECTS else ""
                body, is_whole = (b"", True) if target else self._body(response, end)
            finally:
                # Not release_conn: what is left of a huge body is not read only to keep the connection.
                response.close()
        except (urllib3.exceptions.HTTPError, OSError, ValueError) as error:
            return Answer(url=url, error=_reason(error)), ""
        retry_after = _retry_after(response.headers.get("Retry-After"))
        return Answer(response.status, url, body.decode("utf-8", "replace"), is_whole, "", retry_after), target

    def _body(self, response: urllib3.BaseHTTPResponse, end: float) -> tuple[bytes, bool]:
        """Return the body up to the size limit, and whether that is all of it."""
        parts: list[bytes] = []
        size = 0
        while size <= self._limits.size and time.monotonic() < end:
            part = response.read1(65536, decode_content=True)
            if not part:
                return b"".join(parts), True
            parts.append(part)
            size += len(part)
        return b"".join(parts)[: self._limits.size], False


def _reason(error: Exception) -> str:
    """Return in a few words, the same from run to run, why a request failed."""
    if isinstance(error, urllib3.exceptions.NameResolutionError):
        # Only a name service that answered knows that there is no such host.
        has_answered = isinstance(error.__cause__, socket.gaierror) and error.__cause__.errno != socket.EAI_AGAIN
        return "no such host" if has_answered else "no answer from the name service"
    if isinstance(error, urllib3.exceptions.TimeoutError):
        return "no answer in time"
    return f"connection failed ({type(error).__name__})"


def _retry_after(header: str | None) -> float | None:
    """Return the seconds to wait, from either form of the header; None where it says nothing."""
    if header is None:
        return None
    if header.strip().isdecimal():
        return float(header)
    try:
        moment = email.utils.parsedate_to_datetime(header)
    except ValueError:
        return None
    moment = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return max(0.0, (moment - datetime.now(UTC)).total_seconds())


def phrase(status: int) -> str:
    """Return "404 Not Found" for 404."""
    try:
        return f"{status} {HTTPStatus(status).phrase}"
    except ValueError:
        return str(status)
