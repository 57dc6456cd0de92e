"""What browsers are told while a page is being written."""

import threading
import urllib.request
from pathlib import Path

import pytest

from scripts.serving.complaints import Complaint
from scripts.serving.server import News, listen
from tests.conftest import ROOT

WRONG = Complaint("a.yml:1:2", {"pt": "x", "en": "y"}, {"pt": "z", "en": "w"}, holds=True)


def told(news: News, number: int, page: str = "a/") -> tuple[bool, int]:
    """Return whether a page is to be loaded again, and how much is wrong."""
    found = news.since(number, page, 0)
    assert found is not None
    return found["reload"], len(found["complaints"])


def test_a_page_is_loaded_again_when_it_is_new_and_no_other_is() -> None:
    news = News()
    news.publish(frozenset({"a/"}), [])
    assert told(news, 0, "a/") == (True, 0)
    assert told(news, 0, "b/") == (False, 0)
    assert told(news, 1, "a/") == (False, 0)


def test_every_page_is_loaded_again_when_the_style_is_new() -> None:
    news = News()
    news.publish(None, [])
    assert told(news, 0, "b/") == (True, 0)


def test_what_was_published_while_a_browser_was_away_is_not_lost() -> None:
    news = News()
    for page in ("a/", "b/", "c/"):
        news.publish(frozenset({page}), [])
    assert told(news, 1, "b/") == (True, 0)
    assert told(news, 2, "b/") == (False, 0)


def test_a_page_that_is_opened_later_hears_what_is_wrong_without_being_loaded_again() -> None:
    news = News()
    news.publish(frozenset(), [WRONG])
    assert told(news, news.number) == (False, 1)


def test_a_mistake_that_is_gone_is_news_even_where_no_page_is_new() -> None:
    news = News()
    news.publish(frozenset(), [WRONG])
    before = news.number
    news.publish(frozenset(), [])
    assert news.number > before
    assert told(news, before) == (False, 0)


def test_a_number_from_another_server_means_that_the_page_may_be_anything() -> None:
    news = News()
    news.publish(None, [])
    assert told(news, 99)[0]


@pytest.mark.parametrize("count", [1, 500])
def test_a_browser_that_waits_is_woken(count: int) -> None:
    news = News()
    heard: list[object] = []
    waiting = threading.Thread(target=lambda: heard.append(news.since(0, "a/", 10)))
    waiting.start()
    for _ in range(count):
        news.publish(frozenset({"a/"}), [])
    waiting.join(timeout=5)
    assert not waiting.is_alive()
    assert heard


def test_nothing_new_is_nothing() -> None:
    assert News().since(0, "a/", 0.01) is None


@pytest.mark.parametrize("edition", ["", "en/"])
def test_worker_of_a_published_site_is_replaced_by_one_that_leaves(tmp_path: Path, edition: str) -> None:
    server = listen("127.0.0.1", 0, tmp_path, News())
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        address = f"http://127.0.0.1:{server.server_port}/{edition}sw.js"
        with urllib.request.urlopen(address, timeout=5) as answer:
            assert answer.headers["Content-Type"].startswith("text/javascript")
            assert answer.read() == (ROOT / "scripts/serving/no-worker.js").read_bytes()
    finally:
        server.shutdown()
        server.server_close()
