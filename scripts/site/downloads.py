"""Make the files that readers take along."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from macros.bank import Bank
from macros.exports.downloads.formats import FORMATS
from macros.exports.downloads.selection import Release


def made(bank: Bank, release: Release, names: Iterable[str] = FORMATS, topic: str = "") -> Iterator[tuple[str, bytes]]:
    """Yield the name and the content of each file of some formats.

    Args:
        bank: all questions.
        release: which state of the bank.
        names: of the formats.
        topic: for the questions of one topic alone.
    """
    for name in names:
        kind = FORMATS[name]
        for file, selection in kind.selections(bank, release, topic=topic):
            yield file, kind.make(selection)


def write(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write files into a folder, which is made where there is none."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in files.items():
        (folder / name).write_bytes(content)
