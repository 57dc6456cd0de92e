"""Numbers with a unit come from facts/limits.yml through a macro, so that each has a source and a check.

A number that is only an example is written in words or stands in code; the few that are neither are listed below,
each with its reason.
"""

import re

import pytest

from macros.checks.quantities import quantities
from macros.language import LANGUAGES, Language
from tests.conftest import ROOT

_IGNORED = re.compile(
    r"\A---\n.*?\n---\n"  # front matter
    r"|^ {0,3}(`{3,}|~{3,}).*?^ {0,3}\1\s*$"  # fenced code
    r"|`[^`\n]*`"  # code in a line
    r"|\{\{.*?\}\}"  # macros
    r"|\]\([^)\s]*\)",  # addresses
    re.MULTILINE | re.DOTALL,
)

_CORES = "arithmetic of the metric: one core is 100%, so four are 400%"
# (page, text): why it may stand there.
ALLOWED: dict[tuple[str, str], str] = {
    ("inference/autoscaling.md", "100%"): _CORES,
    ("inference/autoscaling.md", "400%"): _CORES,
    ("inference/autoscaling.md", "4 vCPUs"): _CORES,
    ("monitoring/cloudwatch.md", "0%"): _CORES,
    ("monitoring/cloudwatch.md", "100%"): _CORES,
    ("monitoring/cloudwatch.md", "400%"): _CORES,
    ("inference/autoscaling.md", "8h"): "a time of day in an example of a schedule",
}


def numbers(markdown: str, language: Language) -> list[str]:
    return list(quantities(_IGNORED.sub(" ", markdown), language).values())


def test_a_typed_number_with_a_unit_is_found_and_a_macro_or_code_is_not() -> None:
    assert numbers("até 6 GB, 60s e 50%", "pt") == ["6 GB", "60s", "50%"]
    assert numbers('até {{ limit("a.b") }} e `10 MB`\n\n```\n5 GB\n```\n', "pt") == []
    assert numbers("MLA-C02, 2 containers, p3.2xlarge, 30 June", "en") == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_page_types_a_number_with_a_unit(language: Language) -> None:
    found = {
        (file.relative_to(ROOT / "docs" / language).as_posix(), text)
        for file in sorted((ROOT / "docs" / language).rglob("*.md"))
        for text in numbers(file.read_text("utf-8"), language)
    }
    assert found <= set(ALLOWED), sorted(found - set(ALLOWED))
