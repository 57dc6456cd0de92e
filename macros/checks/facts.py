"""Whether facts name pages and sources that can be, and units that fit: rules B002, B003, B016 and Q012."""

import re
from collections.abc import Iterator

from macros.checks.references import check_page_name
from macros.checks.sources import is_https
from macros.facts import ASKED, ASKED_LIMITS, ASKED_PAGES, EXAMS, FEATURES, GLOSSARY, LIMITS, OTHER_EXAMS, Facts, Limit
from macros.pages.index import PageIndex
from macros.problems import Problem, near_match
from macros.reading.nodes import Path_

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
