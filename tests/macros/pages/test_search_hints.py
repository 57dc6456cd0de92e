from pathlib import Path

import pytest

from macros.errors import MacroError
from macros.pages.search_hints import read_search_hints


def write(root: Path, language: str, front: str) -> None:
    file = root / "docs" / language / "a/b.md"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(f"---\n{front}\n---\n# A\n", "utf-8")


def test_both_editions_names_serve_a_page_and_each_says_how_much_it_counts(tmp_path: Path) -> None:
    write(tmp_path, "pt", "synonyms: [um]\nsearch: {boost: 0.5}")
    write(tmp_path, "en", "synonyms: [one]")
    hints = read_search_hints(tmp_path)
    assert hints.synonyms == {"a/b": ["um", "one"]}
    assert hints.boosts == {"pt": {"a/b": 0.5}, "en": {}}


@pytest.mark.parametrize("words", ["one word", "[1]", "{a: b}", "", "[2026-11-22]"])
def test_synonyms_must_be_a_list_of_texts(tmp_path: Path, words: str) -> None:
    write(tmp_path, "en", f"synonyms: {words}")
    with pytest.raises(MacroError, match=r"docs/en/a/b\.md: synonyms: must be a list"):
        read_search_hints(tmp_path)


def test_a_page_needs_none(tmp_path: Path) -> None:
    write(tmp_path, "en", "title: Cost")
    assert read_search_hints(tmp_path).synonyms == {}
