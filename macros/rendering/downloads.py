"""Lists of the files that readers take along: a page has a placeholder for each, which is filled once they are made.

Making them takes longer than a page, and their sizes are known only then. A site without them, as it is served while
somebody writes, says how they are made.
"""

import re
from collections.abc import Callable

from macros.errors import require
from macros.language import Language
from macros.rendering.words import sections

# The page that lists them, and the formats; "state" is the sentence that says what they are made from.
PAGE = "practice/export"
KINDS = ("anki", "gift", "moodle-xml", "json", "csv", "booklet")
_PLACEHOLDER = re.compile(r'<p class="downloads" data-downloads="([a-z-]+)">.*?</p>')


def placeholder(kind: str, language: Language) -> str:
    """Return what a page holds for a list until it is filled, on one line.

    Raises:
        MacroError: there is no such kind.
    """
    require(kind, ("state", *KINDS), "kind of file")
    text = sections(language)["exports"]["not_made"]
    return f'<p class="downloads" data-downloads="{kind}">{text}</p>'


def fill(html: str, listed: Callable[[str], str]) -> str:
    """Return a page with each list in its place.

    Args:
        html: the page.
        listed: returns the HTML of a list, by its kind.
    """
    return _PLACEHOLDER.sub(lambda match: listed(match[1]), html)
