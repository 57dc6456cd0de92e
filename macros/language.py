"""The two languages of the site, and how each writes numbers, dates and units."""

import os
from collections.abc import Mapping
from datetime import date
from typing import Literal, get_args

Language = Literal["pt", "en"]
LANGUAGES: tuple[Language, ...] = get_args(Language)


def other_language(language: Language) -> Language:
    """Return the language that a language is not."""
    return "en" if language == "pt" else "pt"


# What goes into an HTML lang attribute (BCP 47).
TAGS: dict[Language, str] = {"pt": "pt-BR", "en": "en"}

DECIMAL_SEPARATORS: dict[Language, str] = {"pt": ",", "en": "."}
THOUSANDS_SEPARATORS: dict[Language, str] = {"pt": ".", "en": ","}

_MONTHS: dict[Language, tuple[str, ...]] = {
    "pt": (
        "janeiro",
        "fevereiro",
        "março",
        "abril",
        "maio",
        "junho",
        "julho",
        "agosto",
        "setembro",
        "outubro",
        "novembro",
        "dezembro",
    ),
    "en": (
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ),
}

# Singular and plural; symbols of the SI and of bytes do not inflect.
_UNITS: dict[str, dict[Language, tuple[str, str]]] = {
    "bytes": {"pt": ("byte", "bytes"), "en": ("byte", "bytes")},
    "KB": {"pt": ("KB", "KB"), "en": ("KB", "KB")},
    "MB": {"pt": ("MB", "MB"), "en": ("MB", "MB")},
    "GB": {"pt": ("GB", "GB"), "en": ("GB", "GB")},
    "s": {"pt": ("s", "s"), "en": ("s", "s")},
    "min": {"pt": ("min", "min"), "en": ("min", "min")},
    "h": {"pt": ("h", "h"), "en": ("h", "h")},
    "days": {"pt": ("dia", "dias"), "en": ("day", "days")},
    "characters": {"pt": ("caractere", "caracteres"), "en": ("character", "characters")},
    "percent": {"pt": ("%", "%"), "en": ("%", "%")},
}
UNITS = tuple(_UNITS)

_NARROW = "\N{NO-BREAK SPACE}"


def format_number(value: int, language: Language) -> str:
    """Return a whole number with the language's thousands separator, from five digits on.

    Four digits stay together in both languages, as in "1000": the SI brochure (section 5.4.4)
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
    singular, plural = _UNITS[unit][language]
    word = singular if value == 1 else plural
    return f"{number}{word}" if unit == "percent" else f"{number}{_NARROW}{word}"


def format_date(day: date, language: Language) -> str:
    """Return a date in words: "14 de janeiro de 2027", "14 January 2027"."""
    month = _MONTHS[language][day.month - 1]
    if language == "pt":
        first = "1º" if day.day == 1 else str(day.day)
        return f"{first} de {month} de {day.year}"
    return f"{day.day} {month} {day.year}"


def join_words(words: list[str], language: Language) -> str:
    """Return words as a list in a sentence: "a, b e c", "a, b and c"."""
    if len(words) < 2:  # noqa: PLR2004
        return "".join(words)
    conjunction = {"pt": " e ", "en": " and "}[language]
    return ", ".join(words[:-1]) + conjunction + words[-1]


def system_language(environment: Mapping[str, str] = os.environ) -> Language:
    """Return the language in which the locale asks for messages; English where it asks for neither."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if environment.get(name):
            return "pt" if environment[name].lower().startswith("pt") else "en"
    return "en"
