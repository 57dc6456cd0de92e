"""The lists of files on their page: what each is, and how large."""

import posixpath
from collections.abc import Mapping
from html import escape

from macros.bank import Bank
from macros.exports.downloads.formats import FORMATS
from macros.exports.downloads.selection import Release, Selection, topic_title, words
from macros.language import DECIMAL_SEPARATORS, ROWS, Language, format_date, format_number
from macros.pages.addresses import page_url
from macros.rendering.downloads import PAGE, fill

# Below the root of the site: both editions have the same files.
FOLDER = "downloads"
_KILO = 1000


def filled(html: str, bank: Bank, language: Language, release: Release, sizes: Mapping[str, int]) -> str:
    """Return the page of an edition with its lists.

    Args:
        html: the page as it was built.
        bank: all questions.
        language: the edition.
        release: what the files are made from.
        sizes: of every file, in bytes, by name.
    """
    way = posixpath.relpath(FOLDER, f"{ROWS[language].path}{page_url(PAGE)}")

    def listed(kind: str) -> str:
        if kind == "state":
            count = format_number(len(Selection(bank, language, release).shown), language)
            date = format_date(release.made.date(), language)
            return f"<p>{words(language)['state'].format(date=date, count=count)}</p>"
        rows = [
            f'<li><a href="{way}/{name}" download>{escape(_text(kind, selection, language, sizes[name]))}</a></li>'
            for name, selection in FORMATS[kind].selections(bank, release, language)
        ]
        return f"<ul>{''.join(rows)}</ul>"

    return fill(html, listed)


def _text(kind: str, selection: Selection, language: Language, size: int) -> str:
    w = words(language)
    what = w[kind].format(topic=topic_title(selection.topic, language), count=len(selection.shown))
    return w["file"].format(what=what, kind=w[f"kind_{kind}"], size=format_size(size, language))


def format_size(size: int, language: Language) -> str:
    """Return a size as readers see it: "471 KB", and from a million bytes on "1,3 MB"."""
    if size < _KILO * _KILO:
        return f"{max(1, round(size / _KILO))}\N{NO-BREAK SPACE}KB"
    return f"{size / _KILO / _KILO:.1f}\N{NO-BREAK SPACE}MB".replace(".", DECIMAL_SEPARATORS[language])
