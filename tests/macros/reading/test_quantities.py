import pytest

from macros.language import LANGUAGES, UNITS, Language, format_quantity
from macros.reading.quantities import Quantity, numbers, quantities


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("at most 6 GB", "en", [("6", "GB")]),
        ("6GB", "en", [("6", "GB")]),
        ("a 60-second timeout", "en", [("60", "s")]),
        ("60 s e 15 minutos", "pt", [("60", "s"), ("15", "min")]),
        ("20,000 ms", "en", [("20000", "ms")]),
        ("20.000 ms", "pt", [("20000", "ms")]),
        ("1,5 GB", "pt", [("1.5", "GB")]),
        ("1.5 GB", "en", [("1.5", "GB")]),
        ("50% e 5\N{NO-BREAK SPACE}dias", "pt", [("50", "percent"), ("5", "days")]),
        ("4 GiB", "en", [("4", "GB")]),
        ("`60 s` and ``6 GB``", "en", []),
        ("p3.2xlarge, MLA-C02, 3 models, 15 containers, 5 sources", "en", []),
    ],
)
def test_numbers_with_units_are_found_whatever_the_language_writes(
    text: str, language: Language, expected: list[tuple[str, str]]
) -> None:
    assert list(quantities(text, language)) == [Quantity(*pair) for pair in expected]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("unit", UNITS)
def test_what_pages_write_is_read_as_what_it_was(unit: str, language: Language) -> None:
    for value in (1, 2, 1000, 128000):
        assert list(quantities(format_quantity(value, unit, language), language)) == [Quantity(str(value), unit)]


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("1,000 of 10,000", "en", {"1000", "10000"}),
        ("1.000 de 10.000 e 1000", "pt", {"1000", "10000"}),
        ("0.7 is not 7", "en", {"0.7", "7"}),
        ("0,7", "pt", {"0.7"}),
        ("15-minute, (15), 15. v15 15x 1.5x", "en", {"15"}),
    ],
)
def test_numbers_are_read_as_the_language_writes_them(text: str, language: Language, expected: set[str]) -> None:
    assert numbers(text, language) == expected


def test_each_is_given_as_it_is_written() -> None:
    assert list(quantities("Até 20.000 MB.", "pt").values()) == ["20.000 MB"]
