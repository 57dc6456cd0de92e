import pytest

from macros.language import Language
from macros.quantities import Quantity, quantities


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


def test_each_is_given_as_it_is_written() -> None:
    assert list(quantities("Até 20.000 MB.", "pt").values()) == ["20.000 MB"]
