"""Make the files that readers take along, and put them into the site."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from macros.bank import Bank
from macros.exports.downloads.formats import FORMATS
from macros.exports.downloads.listing import FOLDER, filled
from macros.exports.downloads.selection import Release
from macros.language import LANGUAGES
from macros.pages.addresses import page_url
from macros.rendering.downloads import PAGE
from scripts.machine.printing import NoBrowserError, printed
from scripts.site.policy import FinishingError
from scripts.site.release import release_of
from scripts.site.settings import FOLDERS


def made(bank: Bank, release: Release, names: Iterable[str] = FORMATS, topic: str = "") -> Iterator[tuple[str, bytes]]:
    """Yield the name and the content of each file of some formats.

    Args:
        bank: all questions.
        release: which state of the bank.
        names: of the formats.
        topic: for the questions of one topic alone.

    Raises:
        NoBrowserError: a format is printed, and there is no browser.
    """
    for name in names:
        kind = FORMATS[name]
        files = ((file, kind.make(selection)) for file, selection in kind.selections(bank, release, topic=topic))
        yield from printed(files, release.made) if kind.is_printed else files


def add_downloads(root: Path, site: Path, bank: Bank) -> None:
    """Write all files into a built site, and list them on the page of each edition that has one.

    Raises:
        FinishingError: there is no browser to print with.
    """
    release = release_of(root, bank)
    (site / FOLDER).mkdir()
    try:
        sizes = {name: (site / FOLDER / name).write_bytes(content) for name, content in made(bank, release)}
    except NoBrowserError as error:
        raise FinishingError(str(error)) from None
    for language in LANGUAGES:
        page = site / FOLDERS[language] / page_url(PAGE) / "index.html"
        if page.is_file():
            page.write_text(filled(page.read_text("utf-8"), bank, language, release, sizes), "utf-8")
