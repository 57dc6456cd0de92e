"""Whether facts name pages and sources that can be, and units that fit: rules B002, B003, B016 and Q012."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from pydantic import BaseModel

from macros.checks.references import check_page_name
from macros.checks.sources import is_https
from macros.facts import ASKED, ASKED_LIMITS, ASKED_PAGES, EXAMS, FEATURES, GLOSSARY, LIMITS, OTHER_EXAMS, Facts, Limit
from macros.language import LANGUAGES
from macros.pages.index import PageIndex
from macros.problems import Problem, near_match
from macros.reading.nodes import Path_
from macros.text import Text

_DECIMAL = re.compile(r"\d+\.\d+\Z", re.ASCII)


def check_facts(facts: Facts, pages: PageIndex) -> Iterator[Problem]:
    """Yield every problem of the facts that their fields' types do not show."""
    for key, limit in facts.limits.items():
        path = tuple(key.split(".", 1))
        yield from _check_source(facts, LIMITS, (*path, "source"), limit.source)
        if not _fits_unit(limit):
            value = ", ".join(limit.value) if isinstance(limit.value, list) else str(limit.value)
            yield facts.problem("B016", LIMITS, (*path, "unit"), value=value, unit=str(limit.unit))
    for key, feature in facts.features.items():
        yield from _check_source(facts, FEATURES, (key, "source"), feature.source)
        for field in ("pages", "still_offered"):
            for index, page in enumerate(getattr(feature, field)):
                yield from _check_page(facts, FEATURES, (key, field, index), page, pages)
    for code, exam in facts.exams.items():
        yield from _check_source(facts, EXAMS, (code, "official"), exam.official)
    for code, other in facts.other_exams.items():
        yield from _check_source(facts, OTHER_EXAMS, (code, "official"), other.official)
    yield from _check_asked(facts, pages)
    yield from _check_languages(facts)
    for key, term in facts.glossary.items():
        yield from _check_page(facts, GLOSSARY, (key, "page"), term.page, pages)


def _check_asked(facts: Facts, pages: PageIndex) -> Iterator[Problem]:
    """Yield the pages and limits that people are said to ask for and that do not exist."""
    for key, asked in facts.asked.features.items():
        yield from _check_page(facts, ASKED, ("features", key, "page"), asked.page, pages)
    for page in facts.asked_pages.root:
        yield from _check_page(facts, ASKED_PAGES, (page,), page, pages)
    if LIMITS in facts.trees:
        for key in facts.asked_limits.root:
            if key not in facts.limits:
                yield facts.problem("B012", ASKED_LIMITS, (key,), limit=key, near=near_match(key, sorted(facts.limits)))


def _check_languages(facts: Facts) -> Iterator[Problem]:
    """Yield each text of a fact that lacks a language: readers would be shown another one in its place."""
    files: dict[str, Mapping[str, Any]] = {
        LIMITS: facts.limits,
        EXAMS: facts.exams,
        OTHER_EXAMS: facts.other_exams,
        FEATURES: facts.features,
        GLOSSARY: facts.glossary,
    }
    for file, rows in files.items():
        for key, row in rows.items():
            for path, text in _texts(row, tuple(key.split(".", 1)) if file == LIMITS else (key,)):
                for language in LANGUAGES:
                    if language not in text.languages:
                        yield facts.problem("B008", file, path, key=str(path[-1]), language=language)


def _texts(value: object, path: Path_) -> Iterator[tuple[Path_, Text]]:
    """Yield every text in a fact, with its path in the file."""
    if isinstance(value, Text):
        yield path, value
    if isinstance(value, BaseModel):
        for name in type(value).model_fields:
            yield from _texts(getattr(value, name), (*path, name))
    elif isinstance(value, dict):
        for name, below in value.items():
            yield from _texts(below, (*path, name))
    elif isinstance(value, list):
        for index, below in enumerate(value):
            yield from _texts(below, (*path, index))


def _fits_unit(limit: Limit) -> bool:
    if isinstance(limit.value, int):
        return limit.unit != "fraction"
    if limit.unit == "fraction":
        return isinstance(limit.value, str) and _DECIMAL.match(limit.value) is not None
    return limit.unit is None


def _check_source(facts: Facts, file: str, path: Path_, url: str) -> Iterator[Problem]:
    if not is_https(url):
        yield facts.problem("Q012", file, path, url=url)


def _check_page(facts: Facts, file: str, path: Path_, page: str, pages: PageIndex) -> Iterator[Problem]:
    for code, words in check_page_name(page, pages):
        yield facts.problem(code, file, path, **words)
