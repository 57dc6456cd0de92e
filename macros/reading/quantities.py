"""Numbers with a unit in running text, so that they can be compared whatever the language writes around them."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from macros.language import DECIMAL_SEPARATORS, THOUSANDS_SEPARATORS, Language

# How the unit is written, by the symbol that facts/limits.yml uses for it.
_SPELLINGS: dict[str, str] = {
    "bytes": "bytes?",
    "KB": "Ki?B",
    "MB": "Mi?B",
    "GB": "Gi?B",
    "TB": "Ti?B",
    "ms": "ms|milliseconds?|milissegundos?",
    "s": "s|seconds?|segundos?",
    "min": "min|minutes?|minutos?",
    "h": "h|hours?|horas?",
    "days": "days?|dias?",
    "weeks": "weeks?|semanas?",
    "months": "months?|m[eê]s|meses",
    "years": "years?|anos?",
    "percent": "%|percent|por cento",
    "characters": "characters?|caracteres?",
    "vCPUs": "vCPUs?",
}
_UNIT = "|".join(f"(?P<{name}>{spelling})" for name, spelling in _SPELLINGS.items())
_QUANTITY = re.compile(rf"(?<![\w.,/-])(?P<number>\d(?:[\d.,]*\d)?)(?:\s|\N{{NO-BREAK SPACE}}|-)?(?:{_UNIT})(?![\w-])")
_DIGIT = re.compile(r"\d")
_CODE = re.compile(r"(`+).*?\1", re.DOTALL)
_NUMBER = re.compile(r"(?<![\w.,])\d(?:[\d.,]*\d)?(?!\w|[.,]\d)")


class Quantity(NamedTuple):
    """A number, as digits with a decimal point, and the symbol of its unit."""

    number: str
    unit: str


def quantities(text: str, language: Language) -> dict[Quantity, str]:
    """Return the quantities of a text, each with how it is written there; those in code spans do not count.

    Args:
        text: inline Markdown.
        language: that the text is in, which decides what a comma and a point mean.
    """
    if not _DIGIT.search(text):
        return {}
    found: dict[Quantity, str] = {}
    for match in _QUANTITY.finditer(_CODE.sub(" ", text)):
        found.setdefault(Quantity(_digits(match["number"], language), str(match.lastgroup)), match[0])
    return found


def written_quantities(text: str) -> Iterator[tuple[int, str]]:
    """Yield every quantity of a text as it is written, with its offset."""
    yield from ((match.start(), match[0]) for match in _QUANTITY.finditer(text))


def numbers(text: str, language: Language) -> set[str]:
    """Return the numbers of a text, with or without a unit, as digits with a decimal point."""
    return {_digits(written, language) for written in _NUMBER.findall(text)}


def _digits(written: str, language: Language) -> str:
    return written.replace(THOUSANDS_SEPARATORS[language], "").replace(DECIMAL_SEPARATORS[language], ".")
