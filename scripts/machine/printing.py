"""Print pages to PDF with the Chromium that the browser tests use."""

import io
from collections.abc import Iterable, Iterator
from datetime import datetime

import pikepdf
from playwright.sync_api import sync_playwright

from macros.language import system_language
from scripts.verbs.browser import find_browser, none_found


class NoBrowserError(Exception):
    """There is nothing to print with; its text says what to do."""


def printed(pages: Iterable[tuple[str, bytes]], made: datetime) -> Iterator[tuple[str, bytes]]:
    """Yield each page as a tagged PDF with an outline, by its name.

    Args:
        pages: names, each with HTML that needs no other file.
        made: the time, in UTC, that the files give for that of their making.

    Raises:
        NoBrowserError: there is no Chromium.
    """
    executable = find_browser()
    if executable is None:
        raise NoBrowserError(none_found(system_language()))
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=str(executable), args=["--no-sandbox"])
        page = browser.new_page()
        for name, html in pages:
            page.set_content(html.decode(), wait_until="load")
            content = page.pdf(prefer_css_page_size=True, print_background=True, tagged=True, outline=True)
            yield name, _packed(content, made)
        browser.close()


def _packed(content: bytes, made: datetime) -> bytes:
    """Return a PDF again at two fifths of its size, without the moment at which the browser printed it.

    A browser writes the thousands of small objects that tags are made of without compressing them.
    """
    packed = io.BytesIO()
    with pikepdf.open(io.BytesIO(content)) as document:
        for name in ("/CreationDate", "/ModDate"):
            document.docinfo[name] = made.strftime("D:%Y%m%d%H%M%SZ")
        document.save(
            packed,
            object_stream_mode=pikepdf.ObjectStreamMode.generate,
            recompress_flate=True,
            deterministic_id=True,
        )
    return packed.getvalue()
