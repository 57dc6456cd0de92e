"""What a page's front matter says to the search: what else people call the page, and how much it counts."""

import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from macros.errors import MacroError
from macros.language import LANGUAGES, Language
from macros.pages.index import page_file

_FRONT_MATTER = re.compile(r"\A---[ \t]*\n(.*?)^---[ \t]*$", re.MULTILINE | re.DOTALL)


@dataclass(frozen=True)
class SearchHints:
    """The hints of all pages, by their paths without .md.

    Attributes:
        synonyms: other names of a page, those of both editions together.
        boosts: what a page's score is multiplied by, in each edition.
    """

    synonyms: dict[str, list[str]] = field(default_factory=dict)
    boosts: dict[Language, dict[str, float]] = field(default_factory=lambda: {language: {} for language in LANGUAGES})


def read_search_hints(root: Path) -> SearchHints:
    """Read the front matter of every page in both editions.

    Raises:
        MacroError: a page's synonyms are not a list of texts.
    """
    hints = SearchHints()
    for language in LANGUAGES:
        folder = root / "docs" / language
        for file in sorted(folder.rglob("[!.]*.md")):
            path = file.relative_to(folder).with_suffix("").as_posix()
            meta = _front_matter(file.read_text("utf-8"))
            if words := synonyms(meta, page_file(path, language)):
                hints.synonyms.setdefault(path, []).extend(words)
            search = meta.get("search")
            if isinstance(search, dict) and isinstance(search.get("boost"), int | float):
                hints.boosts[language][path] = search["boost"]
    return hints


def synonyms(meta: dict[str, Any], shown: str) -> list[str]:
    """Return the `synonyms` of a page's front matter.

    Raises:
        MacroError: they are something else than a list of texts.
    """
    words = meta.get("synonyms", [])
    if not isinstance(words, list) or not all(isinstance(word, str) for word in words):
        raise MacroError(
            f"{shown}: synonyms: must be a list of words or phrases; put quotes around what YAML takes for a number"
        )
    return words


def _front_matter(text: str) -> dict[str, Any]:
    front = _FRONT_MATTER.match(text)
    if not front or not re.search(r"^(?:synonyms|search):", front[1], re.MULTILINE):
        return {}
    try:
        meta = yaml.load(front[1], Loader=yaml.CSafeLoader)
    except yaml.YAMLError:
        return {}  # the builder says what is wrong with it
    return meta if isinstance(meta, dict) else {}
