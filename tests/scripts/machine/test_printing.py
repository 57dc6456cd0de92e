"""What the browser prints: a PDF that says what it holds, the same each time."""

import io
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime

import pypdf
import pytest
from pypdf.generic import Destination

from macros.bank import Bank
from macros.exports.downloads.formats import FORMATS
from scripts.machine import printing
from scripts.machine.printing import NoBrowserError, printed
from tests.macros.exports.downloads.samples import RELEASE, plain

TOPIC = "notebooks"


def on_paper(pages: list[tuple[str, bytes]]) -> list[tuple[str, bytes]]:
    """Print in a thread of its own: where a test of the site has run, this one has Playwright's event loop."""
    with ThreadPoolExecutor(1) as thread:
        return thread.submit(lambda: list(printed(pages, RELEASE.made))).result()


@pytest.fixture(scope="module")
def pages(bank: Bank) -> list[tuple[str, bytes]]:
    kind = FORMATS["booklet"]
    return [(name, kind.make(selection)) for name, selection in kind.selections(bank, RELEASE, topic=TOPIC)]


@pytest.mark.browser
def test_a_booklet_is_tagged_has_an_outline_and_links_and_is_the_same_each_time(
    bank: Bank, pages: list[tuple[str, bytes]]
) -> None:
    first = dict(on_paper(pages))
    assert first == dict(on_paper(pages))
    assert list(first) == [f"sagemaker-exam-guide.{language}.{TOPIC}.pdf" for language in ("pt", "en")]
    count = sum(entry.id.startswith(f"{TOPIC}/") and entry.question.is_visible for entry in bank.entries.values())
    for language, content in zip(("pt-BR", "en"), first.values(), strict=True):
        document = pypdf.PdfReader(io.BytesIO(content))
        root = document.root_object
        assert root["/MarkInfo"]["/Marked"]  # type: ignore[index]
        assert "/StructTreeRoot" in root
        assert root["/Lang"] == language
        assert document.metadata is not None
        assert document.metadata.creation_date == datetime(2026, 11, 30, 12, 34, 56, tzinfo=UTC)
        assert len(content) < 20_000 * count
        titles = _titles(document.outline)
        assert sum(title.startswith(("Questão ", "Question ")) for title in titles) == 2 * count
        links = [a.get_object() for page in document.pages for a in page.get("/Annots", [])]
        assert len({str(link["/A"]["/URI"]) for link in links if "/A" in link and "/URI" in link["/A"]}) > count / 2
        assert sum("/Dest" in link or "/D" in link.get("/A", {}) for link in links) >= 3 * count


@pytest.mark.browser
def test_every_stem_is_on_paper(bank: Bank, pages: list[tuple[str, bytes]]) -> None:
    ((_, content),) = on_paper(pages[:1])
    text = "".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(content)).pages)
    squeezed = "".join(text.split())
    shown = [e for e in bank.entries.values() if e.id.startswith(f"{TOPIC}/") and e.question.is_visible]
    for entry in shown:
        start = "".join(plain(entry.question.stem.replace("`", "").replace("*", "")).split())[:60]
        assert start in squeezed, entry.id


def test_without_a_browser_the_error_says_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(printing, "find_browser", lambda: None)
    with pytest.raises(NoBrowserError, match="TEST_BROWSER"):
        next(printed([("a.pdf", b"<p>a</p>")], RELEASE.made))


def _titles(outline: list[Destination | list[object]]) -> list[str]:
    found: list[str] = []
    for row in outline:
        found += _titles(row) if isinstance(row, list) else [str(row.title)]  # type: ignore[arg-type]
    return found
