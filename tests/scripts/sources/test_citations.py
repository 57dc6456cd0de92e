from pathlib import Path

import pytest

from scripts.sources.citations import Citation, addresses, citations, data_addresses, page_addresses


@pytest.mark.parametrize(
    ("text", "url"),
    [
        ("see https://a.b/c.", "https://a.b/c"),
        ("(https://a.b/c_(d))", "https://a.b/c_(d)"),
        ("[x](https://a.b/c), and", "https://a.b/c"),
        ('[x](https://a.b/c "title")', "https://a.b/c"),
        ("<https://a.b/c>", "https://a.b/c"),
        ('  source: "https://a.b/c#d"', "https://a.b/c#d"),
        ("**https://a.b/c**", "https://a.b/c"),
    ],
)
def test_an_address_ends_where_its_sentence_goes_on(text: str, url: str) -> None:
    assert addresses(text) == [(1, url)]


def test_code_is_no_source_and_keeps_its_lines() -> None:
    assert page_addresses("```python\nx = 'https://a.b/'\n```\n\nhttps://c.d/") == [(5, "https://c.d/")]
    data = "stem: |\n  See:\n\n  ```python\n  x = 'https://a.b/'\n  ```\nsources:\n  - https://c.d/\n"
    assert data_addresses(data) == [(8, "https://c.d/")]


@pytest.mark.parametrize(
    "url", ["http://127.0.0.1:8000/", "http://localhost/x", "https://example.org/", "https://x.example.com/"]
)
def test_what_is_nobodys_page_is_not_asked_for(url: str) -> None:
    assert addresses(url) == []


def test_an_address_is_listed_once_with_every_place(tmp_path: Path) -> None:
    for name in ("docs/en/a.md", "quizzes/b/c.yml", "facts/d.yml"):
        (tmp_path / name).parent.mkdir(parents=True)
        (tmp_path / name).write_text("\nhttps://a.b/c#d\n", "utf-8")
    places = ("docs/en/a.md:2", "quizzes/b/c.yml:2", "facts/d.yml:2")
    assert citations(tmp_path) == [Citation("https://a.b/c#d", places)]
    assert citations(tmp_path, (tmp_path / "quizzes",)) == [Citation("https://a.b/c#d", places[1:2])]


def test_page_and_fragment_are_told_apart_and_a_text_fragment_is_no_anchor() -> None:
    citation = Citation("https://a.b/c#d", ())
    assert (citation.host, citation.page, citation.fragment) == ("a.b", "https://a.b/c", "d")
    assert Citation("https://a.b/c#:~:text=x", ()).fragment == ""
