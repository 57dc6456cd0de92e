from datetime import date

import pytest

from macros.reading.scalars import Value, plain_value


@pytest.mark.parametrize(
    ("text", "value", "code"),
    [
        ("", None, None),
        ("some text", "some text", None),
        ("true", True, None),
        ("false", False, None),
        ("-12", -12, None),
        ("2026-11-22", date(2026, 11, 22), None),
        ("2026-02-30", date.min, "Y011"),
        *((odd, odd, "Y010") for odd in ("no", "On", "False", "~", "null", "1.10", "12:30", "0x1F", "010", "1_000")),
        ("nothing", "nothing", None),
        ("3 models", "3 models", None),
        ("9" * 20, "9" * 20, "Y010"),
    ],
)
def test_a_scalar_without_quotes_is_what_it_looks_like_or_is_refused(text: str, value: Value, code: str | None) -> None:
    assert plain_value(text) == (value, code)
