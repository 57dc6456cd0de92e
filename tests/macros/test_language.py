from datetime import date

import pytest

from macros.language import format_date, format_number, format_quantity, join_words, system_language


@pytest.mark.parametrize(
    ("value", "pt", "en"),
    [(0, "0", "0"), (1000, "1000", "1000"), (128000, "128.000", "128,000"), (1234567, "1.234.567", "1,234,567")],
)
def test_thousands_are_separated_from_five_digits_on_as_each_language_does(value: int, pt: str, en: str) -> None:
    assert (format_number(value, "pt"), format_number(value, "en")) == (pt, en)


@pytest.mark.parametrize(
    ("value", "unit", "pt", "en"),
    [
        (6, "GB", "6\N{NO-BREAK SPACE}GB", "6\N{NO-BREAK SPACE}GB"),
        (1, "days", "1\N{NO-BREAK SPACE}dia", "1\N{NO-BREAK SPACE}day"),
        (28, "days", "28\N{NO-BREAK SPACE}dias", "28\N{NO-BREAK SPACE}days"),
        (50, "percent", "50%", "50%"),
        (200, None, "200", "200"),
    ],
)
def test_a_unit_agrees_with_its_number_and_stays_on_its_line(value: int, unit: str | None, pt: str, en: str) -> None:
    assert (format_quantity(value, unit, "pt"), format_quantity(value, unit, "en")) == (pt, en)


def test_dates_are_written_in_words() -> None:
    assert format_date(date(2027, 1, 14), "pt") == "14 de janeiro de 2027"
    assert format_date(date(2027, 3, 1), "pt") == "1º de março de 2027"
    assert format_date(date(2027, 1, 14), "en") == "14 January 2027"


def test_lists_are_joined_as_a_sentence_does() -> None:
    assert join_words([], "pt") == ""
    assert join_words(["a"], "pt") == "a"
    assert join_words(["a", "b", "c"], "pt") == "a, b e c"
    assert join_words(["a", "b"], "en") == "a and b"


def test_the_locale_chooses_the_language_of_messages() -> None:
    assert system_language({"LANG": "pt_BR.UTF-8"}) == "pt"
    assert system_language({"LC_ALL": "en_US.UTF-8", "LANG": "pt_BR.UTF-8"}) == "en"
    assert system_language({"LC_ALL": "", "LANG": "pt_PT"}) == "pt"
    assert system_language({}) == "en"
