"""The languages of the site, from languages.yml, and how each writes numbers, dates and units."""

import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import yaml

# One of LANGUAGES.
Language = str


@dataclass(frozen=True)
class Row:
    """One language of languages.yml, whose head says what each field is."""

    tag: str
    name: str
    folder: str
    configuration: str
    fallback: tuple[str, ...]
    decimal: str
    thousands: str
    list: str
    date: str
    first_day: str
    months: tuple[str, ...]
    units: Mapping[str, tuple[str, str]]
    did_you_mean: str
    help: str
    dictionaries: str
    wrong_answer: str
    describe: str
    example: str

    @property
    def path(self) -> str:
        """The edition's folder with a slash at its end, or nothing for the one at the site's root."""
        return f"{self.folder}/" if self.folder else ""


def _rows() -> dict[Language, Row]:
    table: dict[str, dict[str, Any]] = yaml.load(
        Path(__file__).with_name("languages.yml").read_bytes(), Loader=yaml.CSafeLoader
    )
    return {language: Row(**row) for language, row in table.items()}


ROWS = _rows()
LANGUAGES: tuple[Language, ...] = tuple(ROWS)
# The edition at the site's root.
DEFAULT = LANGUAGES[0]
# What exams are written in, and so stems, options and the titles of sources.
EXAM_LANGUAGE: Language = "en"

TAGS: dict[Language, str] = {language: row.tag for language, row in ROWS.items()}
DECIMAL_SEPARATORS: dict[Language, str] = {language: row.decimal for language, row in ROWS.items()}
THOUSANDS_SEPARATORS: dict[Language, str] = {language: row.thousands for language, row in ROWS.items()}

# Symbols of the SI and of bytes do not inflect and are the same in every language.
_SYMBOLS = {"KB": "KB", "MB": "MB", "GB": "GB", "s": "s", "min": "min", "h": "h", "percent": "%"}
UNITS = (*_SYMBOLS, *ROWS[DEFAULT].units)

_NARROW = "\N{NO-BREAK SPACE}"


class Texts(dict[Language, str]):
    """A text by language; one that is missing is that of the nearest language that has it."""

    def __missing__(self, language: Language) -> str:
        return self[nearest(language, self)]


def nearest(language: Language, there: Iterable[Language]) -> Language:
    """Return the language of a text to show in an edition, given those that there are.

    Raises:
        KeyError: there is none.
    """
    there = set(there)
    for candidate in (language, *others(language)):
        if candidate in there:
            return candidate
    raise KeyError(language)


def others(language: Language) -> tuple[Language, ...]:
    """Return the languages that a language is not, the nearest first."""
    order = dict.fromkeys((*ROWS[language].fallback, *LANGUAGES))
    return tuple(other for other in order if other != language)


def language_of(address: str) -> Language:
    """Return the edition that an address below the site's root, or a file of the built site, belongs to."""
    for language, row in ROWS.items():
        if row.folder and address.startswith(row.path):
            return language
    return DEFAULT


def format_number(value: int, language: Language) -> str:
    """Return a whole number with the language's thousands separator, from five digits on.

    Four digits stay together in every language, as in "1000": the SI brochure (section 5.4.4)
    leaves them unseparated, and so do the API fields that readers compare them with.
    """
    digits = str(value)
    return digits if len(digits) <= 4 else f"{value:,}".replace(",", THOUSANDS_SEPARATORS[language])  # noqa: PLR2004


def format_quantity(value: int, unit: str | None, language: Language) -> str:
    """Return a number with its unit, held together by a no-break space; a percent sign sits tight.

    Raises:
        KeyError: unit is not one of UNITS.
    """
    number = format_number(value, language)
    if unit is None:
        return number
    if unit in _SYMBOLS:
        return f"{number}{'' if unit == 'percent' else _NARROW}{_SYMBOLS[unit]}"
    singular, plural = ROWS[language].units[unit]
    return f"{number}{_NARROW}{singular if value == 1 else plural}"


def format_date(day: date, language: Language) -> str:
    """Return a date in words: "14 de janeiro de 2027", "14 January 2027"."""
    row = ROWS[language]
    number = row.first_day if day.day == 1 else str(day.day)
    return row.date.format(day=number, month=row.months[day.month - 1], year=day.year)


def join_words(words: list[str], language: Language) -> str:
    """Return words as a list in a sentence: "a, b e c", "a, b and c"."""
    if len(words) < 2:  # noqa: PLR2004
        return "".join(words)
    return ", ".join(words[:-1]) + ROWS[language].list + words[-1]


def system_language(environment: Mapping[str, str] = os.environ) -> Language:
    """Return the language in which the locale asks for messages; that of the exams where the site has it not."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if environment.get(name):
            wanted = environment[name].lower()
            return next((language for language in LANGUAGES if wanted.startswith(language)), EXAM_LANGUAGE)
    return EXAM_LANGUAGE
