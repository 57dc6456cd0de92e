from pathlib import Path

import pytest

from macros.pages import Heading, read_headings, read_pages


def test_headings_are_those_with_an_explicit_id_outside_code() -> None:
    markdown = "# Title { #title }\n\n```bash\n# no { #no }\n```\n\n## Two words { #two }\n\n## Without id\n"
    assert read_headings(markdown) == (Heading(1, "Title", "title"), Heading(2, "Two words", "two"))


def test_pages_are_known_by_path_in_each_language(tmp_path: Path) -> None:
    for language, title in (("pt", "Um"), ("en", "One")):
        file = tmp_path / "docs" / language / "a" / "one.md"
        file.parent.mkdir(parents=True)
        file.write_text(f"# {title} {{ #one }}\n\n## H {{ #h }}\n", "utf-8")
    pages = read_pages(tmp_path)
    assert pages.paths == ["a/one"]
    assert pages.heading_ids("a/one") == ["one", "h"]
    assert pages.heading_ids("nowhere") == []
    assert (pages.title("a/one", "pt"), pages.title("a/one", "en", "h")) == ("Um", "H")
    with pytest.raises(KeyError):
        pages.title("a/one", "en", "missing")
