"""The search index as the build leaves it, made from a small one."""

import json
from pathlib import Path
from typing import Any

import pytest
from scripts.site.search_index import enrich, front_matter_synonyms

from macros.bank import Bank


@pytest.mark.parametrize("words", ["one word", [1], {"a": "b"}, None])
def test_synonyms_must_be_a_list_of_texts(words: object) -> None:
    with pytest.raises(ValueError, match="must be a list"):
        front_matter_synonyms({"synonyms": words})


def test_a_page_needs_no_synonyms() -> None:
    assert front_matter_synonyms({"title": "Cost"}) == []


def enriched(folder: Path, bank: Bank, *docs: dict[str, Any]) -> list[dict[str, Any]]:
    for edition in ("", "en"):
        file = folder / edition / "search" / "search_index.json"
        file.parent.mkdir(parents=True)
        file.write_text(json.dumps({"config": {}, "docs": docs}), "utf-8")
    enrich(folder, bank, {"mlops/cost": ["bill", "COST", "bill"]})
    found: list[dict[str, Any]] = json.loads((folder / "search/search_index.json").read_text("utf-8"))["docs"]
    return found


def test_a_name_is_given_once_and_never_the_title_again(tmp_path: Path, bank: Bank) -> None:
    (page,) = enriched(tmp_path, bank, {"location": "mlops/cost/", "title": "Cost", "text": ""})
    assert page["also"].count("bill") == 1
    assert "cost" not in [name.casefold() for name in page["also"]]


def test_markup_goes_and_what_it_stood_for_stays(tmp_path: Path, bank: Bank) -> None:
    doc = {
        "location": "x/#y",
        "title": "<code>a</code>",
        "text": "<p>Use <code>b</code>.</p> <ul><li>1 &lt; 2</li></ul>",
    }
    (section,) = enriched(tmp_path, bank, {**doc, "boost": 0.5})
    assert section == {"location": "x/#y", "title": "a", "text": "Use b. 1 < 2"}


def test_a_page_keeps_its_boost(tmp_path: Path, bank: Bank) -> None:
    (page,) = enriched(tmp_path, bank, {"location": "x/", "title": "X", "text": "", "boost": 0.5})
    assert page["boost"] == 0.5


def test_each_accent_is_one_with_its_letter(tmp_path: Path, bank: Bank) -> None:
    doc = {"location": "x/", "title": "Memo\N{COMBINING ACUTE ACCENT}ria", "text": "<p>ac\N{COMBINING CEDILLA}a~o</p>"}
    (section,) = enriched(tmp_path, bank, doc)
    assert section["title"] == "Memória"
    assert section["text"] == "aça~o"
