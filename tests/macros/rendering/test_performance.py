"""The page about performance: numbers of a run, in the page's language, and none by hand."""

import json
import re
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest

from macros.errors import MacroError
from macros.rendering.performance import FILE, Performance


def build(seconds: float) -> dict[str, Any]:
    return {"cpu": {"median": seconds}, "wall": {"median": seconds}, "memory_mb": 100}


RUN = {
    "date": "2026-11-30",
    "machine": "A & B, 2 cores",
    "runs": 5,
    "peer": "other==1.0",
    "builds": {
        "ours": {"0": build(3.0), "500": build(3.5), "5000": build(8.0)},
        "peer": {"0": build(2.0), "500": build(3.5), "5000": build(17.0)},
    },
    "marginal": {"ours": {"500": 1.2, "5000": 1.0}, "peer": {"500": 3.1, "5000": 3.0}},
    "bytes_per_question": {"ours": 8000, "peer": 9000},
    "first_answer_s": {"median": 2.5},
    "budgets": [
        {
            "what": "save to browser, a page",
            "measured": 1.25,
            "budget": 2.0,
            "unit": "s",
            "at_least": False,
            "met": True,
        },
        {"what": "x", "measured": 1.5, "budget": 2.0, "unit": "times", "at_least": True, "met": False},
    ],
}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / FILE).parent.mkdir()
    (tmp_path / FILE).write_text(json.dumps(RUN), "utf-8")
    return tmp_path


def test_a_projection_is_the_line_through_what_was_measured(root: Path) -> None:
    measured = Performance(root, "en")
    assert measured.figure("many") == "13 s"
    assert measured.figure("ten_languages") == "130 s"
    assert measured.figure("peer_many") == "32 s"
    assert measured.figure("ratio") == "3"
    assert measured.figure("marginal") == "1 ms"


def test_budgets_say_what_was_met_and_what_was_not_in_the_pages_language(root: Path) -> None:
    portuguese, english = (Performance(root, language).budgets() for language in ("pt", "en"))  # type: ignore[arg-type]
    assert "do salvar ao navegador, uma página" in portuguese
    assert "1,25 s (cumprido)" in portuguese
    assert "pelo menos 2 vezes" in portuguese
    assert "1.25 s (met)" in english
    assert "1.5 times (not met)" in english
    assert "5 runs on 30 November 2026: A &amp; B, 2 cores." in english


@pytest.mark.parametrize("language", ["pt", "en"])
def test_the_curve_is_one_line_of_sound_markup_with_a_description(root: Path, language: Any) -> None:
    html = Performance(root, language).curve()
    assert "\n" not in html
    figure = ElementTree.fromstring(html.replace("data-search-exclude", 'data-search-exclude=""'))  # noqa: S314
    assert len(figure.findall("svg/polyline")) == 2
    assert figure.findtext("svg/desc")
    points = re.findall(r"[\d.]+,[\d.]+", html)
    assert all(0 <= float(x) <= 640 and 0 <= float(y) <= 320 for x, y in (point.split(",") for point in points))


def test_a_number_that_is_not_there_and_a_run_that_was_not_kept_are_told(root: Path, tmp_path: Path) -> None:
    with pytest.raises(MacroError, match=r"performance\('nothing'\): there are: marginal, "):
        Performance(root, "en").figure("nothing")
    with pytest.raises(MacroError, match="make bench KEEP=1"):
        Performance(tmp_path / "nowhere", "en")
