"""Every format by its name: what makes it, and how its files are called."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from macros.bank import Bank
from macros.exports.downloads.anki import as_anki
from macros.exports.downloads.booklet import as_booklet
from macros.exports.downloads.gift import as_gift
from macros.exports.downloads.moodle import as_moodle_xml
from macros.exports.downloads.selection import NAME, Release, Selection, topics
from macros.exports.downloads.tables import as_csv, as_json
from macros.language import DEFAULT, LANGUAGES, Language


@dataclass(frozen=True)
class Format:
    """A kind of file.

    Attributes:
        make: returns a file's content.
        suffix: the end of its name.
        by_language: whether each language is a file of its own; else one file has all of them.
        by_topic: whether each topic is a file of its own.
        is_printed: whether the content is a page that a browser prints; the file is what it prints.
    """

    make: Callable[[Selection], bytes]
    suffix: str
    by_language: bool = False
    by_topic: bool = False
    is_printed: bool = False

    def selections(
        self, bank: Bank, release: Release, language: Language | None = None, topic: str = ""
    ) -> Iterator[tuple[str, Selection]]:
        """Yield the name and the questions of each file.

        Args:
            bank: all questions.
            release: which state of the bank.
            language: for the files of one language alone; None for those of all.
            topic: for the questions of one topic alone.
        """
        languages = [language] if language else list(LANGUAGES)
        shown = [entry for entry in bank.entries.values() if entry.question.is_visible]
        names = [topic] if topic or not self.by_topic else topics(shown)
        for tongue in languages if self.by_language else [DEFAULT]:
            for name in names:
                parts = [NAME, *([tongue] if self.by_language else []), *([name] if name else [])]
                yield ".".join(parts) + self.suffix, Selection(bank, tongue, release, name)


FORMATS: dict[str, Format] = {
    "anki": Format(as_anki, ".apkg"),
    "gift": Format(as_gift, ".gift.txt", by_language=True),
    "moodle-xml": Format(as_moodle_xml, ".moodle.xml", by_language=True),
    "json": Format(as_json, ".json"),
    "csv": Format(as_csv, ".csv"),
    "booklet": Format(as_booklet, ".pdf", by_language=True, by_topic=True, is_printed=True),
}
