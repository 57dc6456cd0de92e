"""What the site's own search needs beyond the text that Material's plugin collects from the pages.

Each section of search/search_index.json gets `also`: what else people call it. The words come from facts/glossary.yml,
from the `synonyms` of the pages' front matter and from the same heading in the other edition, and no page shows them.
`same` holds the groups of words that mean the same, from facts/words.yml; `common` is COMMON.
"""

import json
import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from html import unescape
from pathlib import Path
from typing import Any
from unicodedata import normalize

from macros.bank import Bank
from macros.language import LANGUAGES, Language, other_language
from macros.rendering.page_macros import page_url

_INLINE = re.compile(r"</?code>")
_BLOCK = re.compile(r"</?[a-zA-Z][^<>]*>")
_SPACE = re.compile(r"\s+")
# A heading that stands on so many pages of an edition names none of them.
COMMON = 5

Synonyms = Mapping[str, Collection[str]]


def enrich(site: Path, bank: Bank, synonyms: Synonyms) -> None:
    """Rewrite the search indexes of both editions of a built site.

    Args:
        site: the built site, with the English edition in en/.
        bank: the questions, facts and headings that the site was made from.
        synonyms: what else people call a page, by its path without .md.
    """
    for language in LANGUAGES:
        file = site / ("" if language == "pt" else "en") / "search" / "search_index.json"
        docs = json.loads(file.read_text("utf-8"))["docs"]
        also = _also(bank, language, synonyms)
        entries = [_entry(doc, also, bank) for doc in docs]
        # One section a line: the file can be read, and a change of one page changes few lines of it.
        lines = ",\n".join(json.dumps(entry, ensure_ascii=False, separators=(",", ":")) for entry in entries)
        same = json.dumps(bank.facts.same_words, ensure_ascii=False, separators=(",", ":"))
        text = f'{{"common":{COMMON},"same":{same},"docs":[\n{lines}\n]}}\n'
        # The search takes accents off letter by letter, so each must be one letter with its accent.
        file.write_text(normalize("NFC", text), "utf-8")


def front_matter_synonyms(meta: Mapping[str, Any]) -> list[str]:
    """Return the `synonyms` of a page's front matter.

    Raises:
        ValueError: they are something else than a list of texts.
    """
    words = meta.get("synonyms", [])
    if not isinstance(words, list) or not all(isinstance(word, str) for word in words):
        raise ValueError("synonyms: must be a list of words or phrases; put quotes around what YAML takes for a number")
    return words


def _entry(doc: Mapping[str, Any], also: Mapping[str, list[str]], bank: Bank) -> dict[str, Any]:
    """Return a section as the search reads it: plain text, and a key only where it says something."""
    entry: dict[str, Any] = {"location": doc["location"], "title": _plain(doc["title"]), "text": _plain(doc["text"])}
    if doc["location"].partition("#")[2] in bank.entries:
        entry["question"] = True
    if "boost" in doc and "#" not in doc["location"]:
        entry["boost"] = doc["boost"]
    names: dict[str, str] = {}
    for name in also.get(doc["location"], ()):
        names.setdefault(name.casefold(), name)
    names.pop(entry["title"].casefold(), None)
    if names:
        entry["also"] = list(names.values())
    return entry


def _plain(html: str) -> str:
    return _SPACE.sub(" ", unescape(_BLOCK.sub(" ", _INLINE.sub("", html)))).strip()


def _also(bank: Bank, language: Language, synonyms: Synonyms) -> dict[str, list[str]]:
    """Return the other names of each section by its location."""
    names: dict[str, list[str]] = defaultdict(list)
    for term in bank.facts.glossary.values():
        names[_location(term.page)] += [term[language], term["en" if language == "pt" else "pt"], *term.also]
    for path, words in sorted(synonyms.items()):
        names[_location(path)] += words
    for place, title in _other_titles(bank, language):
        names[place].append(title)
    return names


def _other_titles(bank: Bank, language: Language) -> Iterator[tuple[str, str]]:
    """Yield the location and the title of each section in the other edition, but for those that every page has."""
    pages = bank.pages.headings[other_language(language)]
    count: dict[str, int] = defaultdict(int)
    for headings in pages.values():
        for heading in headings:
            count[heading.title] += 1
    for path, headings in pages.items():
        for heading in headings:
            if count[heading.title] < COMMON:
                yield _location(path if heading.level == 1 else f"{path}#{heading.id}"), heading.title.replace("`", "")


def _location(place: str) -> str:
    """Return where a page or heading stands in the site: "inference/async#limits" → "inference/async/#limits"."""
    path, _, heading = place.partition("#")
    return page_url(path) + (f"#{heading}" if heading else "")
