"""What the site itself says, from strings/xx.yml: one file an edition, one section a part of the site."""

import functools
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

import yaml
from pydantic import TypeAdapter

from macros.language import Language

Section = TypeVar("Section")


@dataclass(frozen=True)
class Strings:
    """Every text that the templates show and that is not content."""

    question: str
    difficulty: str
    difficulties: tuple[str, str, str]
    domain: str
    domains: dict[str, str]  # short names of the first exam's domains, whose titles are too long for a card
    choose: tuple[str, str]  # one answer; several ({count} is a word)
    counts: tuple[str, ...]  # the words for 0 to 6
    check: str
    next: str
    retry: str
    nothing_chosen: str
    choose_more: str
    right: str
    wrong: str
    also_right: str
    answer_is: str
    show_answer: str
    your_answer: str
    correct: str
    incorrect: str
    or_: str
    takeaway: str
    sources: str
    read_section: str
    permalink: str
    report: str
    edit: str
    last_right: str  # {date} is filled in by the browser
    last_wrong: str
    last_changed: str
    status: dict[str, str]
    from_deck: str
    reviewed: str
    limit: str
    value: str
    official_page: str
    availability: dict[str, tuple[str, str]]  # without and with the day it holds from
    announced: str
    instead: str
    languages: dict[str, str]
    severity: dict[str, str]
    rule_columns: tuple[str, ...]
    availability_columns: tuple[str, ...]
    glossary_filter: str
    glossary_letters: str
    glossary_found: str  # the browser fills in {count}
    candidate_columns: tuple[str, ...]
    candidate_rest: str
    candidate_scopes: dict[str, str]
    more_limits: str
    coverage_columns: tuple[str, ...]
    stale_columns: tuple[str, ...]
    stale_none: str
    states: dict[str, str]
    scopes: dict[str, str]
    see: str
    gap: str
    covered: str
    out_of_scope: str


@dataclass(frozen=True)
class ProgressStrings:
    """Every text of the summary above a page's questions, and of the key below them."""

    answered: str
    right: str
    answered_on_page: str
    reset: str
    undo: str
    not_kept: str
    all_progress: str
    where_it_is: str
    export: str
    import_: str
    imported: str  # {count} is filled in by the browser
    not_imported: str
    not_loaded: str
    result: str
    see_result: str
    missed: str
    left: str
    next_page: str
    keys: str
    keys_where: str
    key_list: tuple[tuple[tuple[str, ...], str], ...]
    close: str
    answer_key: str
    progress_not_loaded: str
    browser: dict[str, str]  # for assets/questions.json; the browser fills in {answered}, {right} and {total}


@dataclass(frozen=True)
class HomeStrings:
    """Every text that the templates home.html and plan.html show and that is not content.

    `browser` is for the scripts, which fill in what stands in braces.
    """

    what: str
    ways: str
    tomorrow: tuple[str, str]
    weeks: tuple[str, str]
    book: str
    compare: str
    progress: str
    none_yet: str
    answer_one: str
    of_exam: str
    plan_weeks: str
    plan_count: str
    plan_needs: str
    questions: str
    one_question: str
    browser: dict[str, str]


@functools.cache
def sections(language: Language) -> dict[str, Any]:
    """Return every section of an edition's file."""
    file = Path(__file__).with_name("strings") / f"{language}.yml"
    loaded: dict[str, Any] = yaml.load(file.read_bytes(), Loader=yaml.CSafeLoader)
    return loaded


class _ByLanguage(dict[Language, Section]):
    """A section of each edition, read when somebody asks for it."""

    def __init__(self, read: Callable[[Language], Section]) -> None:
        super().__init__()
        self._read = read

    def __missing__(self, language: Language) -> Section:
        self[language] = self._read(language)
        return self[language]


STRINGS = _ByLanguage(lambda language: TypeAdapter(Strings).validate_python(sections(language)["questions"]))
PROGRESS_STRINGS = _ByLanguage(
    lambda language: TypeAdapter(ProgressStrings).validate_python(sections(language)["progress"])
)
HOME_STRINGS = _ByLanguage(lambda language: TypeAdapter(HomeStrings).validate_python(sections(language)["home"]))
