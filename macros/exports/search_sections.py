"""The sections that the site's own search looks through: the text of each heading, and each question's stem.

A section may have `also`: what else people call it. The words come from facts/glossary.yml, from the `synonyms` of the
pages' front matter and from the same heading in the other edition, and no page shows them.
The first section of a page may have `asked`: how people ask for it who do not know its name, of facts/asked-pages.yml.
`same` holds the groups of words that mean the same, from facts/words.yml; `common` is COMMON.
`limits` holds what the search answers with when somebody asks for a number.
"""

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Any
from unicodedata import normalize

from macros.bank import Bank
from macros.exports.limit_answers import limit_answers
from macros.exports.page_text import PageText, plain_text
from macros.language import Language, others
from macros.markup import render_stem
from macros.pages.addresses import page_url
from macros.rendering.words import STRINGS

# Below the root of each edition; overrides/assets/javascripts/search/engine/worker.js reads it.
FILE = "search/sections.json"
# A heading that is on so many pages of an edition names none of them.
COMMON = 5
# What the score of a page is multiplied by if it is about a feature that AWS closed.
GONE_BOOST = 0.5


def search_sections(bank: Bank, language: Language, pages: Mapping[str, Sequence[PageText]]) -> bytes:
    """Return the sections of an edition as JSON, one a line: a change of one page changes few lines of it.

    Args:
        bank: the questions, facts and headings that the edition was made from.
        language: which edition.
        pages: what each page says, by its path without .md.
    """
    also = _also(bank, language)
    boosts = dict.fromkeys(bank.facts.gone_pages, GONE_BOOST) | _weights(bank, language)
    sections: list[dict[str, Any]] = []
    for path, texts in pages.items():
        for text in texts:
            section = _section(path, text, bank, language)
            if path in boosts and "#" not in section["location"]:
                section["boost"] = boosts[path]
            if "#" not in section["location"] and (asked := bank.facts.asked_pages.of(path)):
                section["asked"] = asked
            sections.append(_named(section, also))
    lines = ",\n".join(_json(section) for section in sections)
    same = _json(bank.facts.same_words)
    limits = _json(limit_answers(bank, language))
    # The search takes accents off letter by letter, so each must be one letter with its accent.
    return normalize("NFC", f'{{"common":{COMMON},"same":{same},"limits":{limits},"docs":[\n{lines}\n]}}\n').encode()


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _section(path: str, text: PageText, bank: Bank, language: Language) -> dict[str, Any]:
    """Return a section as the search reads it; a key only where it says something."""
    location = page_url(path) + (f"#{text.id}" if text.id else "")
    if not text.number:
        return {"location": location, "title": text.title, "text": text.text}
    title = f"{STRINGS[language].question} {text.number}"
    stem = plain_text(" ".join(render_stem(bank.entries[text.id].question.stem)))
    return {"location": location, "title": title, "text": stem, "question": True}


def _named(section: dict[str, Any], also: Mapping[str, list[str]]) -> dict[str, Any]:
    names: dict[str, str] = {}
    for name in also.get(section["location"], ()):
        names.setdefault(name.casefold(), name)
    names.pop(section["title"].casefold(), None)
    if names:
        section["also"] = list(names.values())
    return section


def _weights(bank: Bank, language: Language) -> dict[str, float]:
    """Return what the front matter of each page says that its score is multiplied by, where it says something."""
    fronts = ((path, page.front) for path, page in bank.pages.pages[language].items())
    return {path: front.search_weight / 100 for path, front in fronts if front and front.search_weight != 100}  # noqa: PLR2004 - percent


def _also(bank: Bank, language: Language) -> dict[str, list[str]]:
    """Return the other names of each section by its location."""
    names: dict[str, list[str]] = defaultdict(list)
    for term in bank.facts.glossary.values():
        names[_location(term.page)] += [term[language], *(term[twin] for twin in others(language)), *term.also]
    for pages in bank.pages.pages.values():
        for path, page in pages.items():
            names[_location(path)] += page.front.synonyms if page.front else []
    for place, title in _other_titles(bank, language):
        names[place].append(title)
    return names


def _other_titles(bank: Bank, language: Language) -> Iterator[tuple[str, str]]:
    """Yield the location and the title of each section in the other editions, but for those that every page has."""
    for other in others(language):
        pages = bank.pages.headings[other]
        count: dict[str, int] = defaultdict(int)
        for headings in pages.values():
            for heading in headings:
                count[heading.title] += 1
        for path, headings in pages.items():
            for heading in headings:
                if count[heading.title] < COMMON:
                    place = path if heading.level == 1 else f"{path}#{heading.id}"
                    yield _location(place), heading.title.replace("`", "")


def _location(place: str) -> str:
    """Return where a page or heading is in the site: "inference/async#limits" → "inference/async/#limits"."""
    path, _, heading = place.partition("#")
    return page_url(path) + (f"#{heading}" if heading else "")
