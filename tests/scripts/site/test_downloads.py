from collections.abc import Iterable, Iterator
from datetime import datetime
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from macros.bank import Bank
from macros.exports.downloads.formats import FORMATS
from macros.rendering.downloads import KINDS, placeholder
from scripts.machine.printing import NoBrowserError
from scripts.site import downloads
from scripts.site.downloads import add_downloads
from scripts.site.policy import FinishingError
from scripts.site.release import release_of
from tests.conftest import ROOT


@pytest.fixture(scope="module")
def bank(samples: Bank) -> Bank:
    """One question of each shape and topic: a format says the same of all that are alike."""
    return samples


def _unprinted(pages: Iterable[tuple[str, bytes]], _made: datetime) -> Iterator[tuple[str, bytes]]:
    yield from ((name, b"%PDF") for name, _ in pages)


@pytest.fixture
def built(tmp_path: Path) -> Path:
    """Return a site that has nothing but the page of downloads, in both editions."""
    for language, folder in (("pt", ""), ("en", "en")):
        page = tmp_path / folder / "practice" / "export"
        page.mkdir(parents=True)
        text = "".join(placeholder(kind, language) for kind in ("state", *KINDS))
        (page / "index.html").write_text(f"<body>{text}</body>", "utf-8")
    return tmp_path


def test_every_file_is_in_the_site_and_each_edition_links_to_its_own(
    bank: Bank, built: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(downloads, "printed", _unprinted)
    add_downloads(ROOT, built, bank)
    release = release_of(ROOT, bank)
    names = {name for kind in FORMATS.values() for name, _ in kind.selections(bank, release)}
    assert {file.name for file in (built / "downloads").iterdir()} == names
    linked = set()
    for folder in ("", "en"):
        page = built / folder / "practice" / "export" / "index.html"
        links = BeautifulSoup(page.read_text("utf-8"), "html.parser").select("a[download]")
        targets = [(page.parent / str(link["href"])).resolve() for link in links]
        assert all(target.is_file() for target in targets)
        linked |= {target.name for target in targets}
    assert linked == names


def test_a_site_without_the_page_gets_the_files_all_the_same(
    bank: Bank, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(downloads, "printed", _unprinted)
    add_downloads(ROOT, tmp_path, bank)
    assert (tmp_path / "downloads" / "sagemaker-exam-guide.json").is_file()


def test_without_a_browser_the_build_stops_with_what_to_do(
    bank: Bank, built: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def nothing(*_: object) -> Iterator[tuple[str, bytes]]:
        raise NoBrowserError("install one")
        yield

    monkeypatch.setattr(downloads, "printed", nothing)
    with pytest.raises(FinishingError, match="install one"):
        add_downloads(ROOT, built, bank)
