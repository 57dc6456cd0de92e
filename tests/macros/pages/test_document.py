"""Read one page of every kind of Markdown that the site uses."""

import pytest

from macros.pages.document import Code, Heading, read_document
from macros.problems import Position

PAGE = """\
---
description: "About {{ nothing }} 5 GB"
reviewed: 2026-11-22
---

# The `Title` of it { #title }

Up to {{ limit("a.b") }} and **bold 7 GB** in `code 9 GB`, see [a link](other.md#x "8 GB").

| Column { #no } | Second |
| --- | --- |
| cell 3 GB | {{ limit("c.d") }} |

!!! note "A note"

    Inside the note.

    ```python
    print("{{ limit('e.f') }}")
    ```

```bash
# no heading { #no }
```

## Without id

{% raw %}{{ literal("x") }}{% endraw %}

Setext { #setext }
------
"""


def test_headings_are_read_with_their_ids_and_lines() -> None:
    assert read_document(PAGE, "p.md").headings == (
        Heading(1, "The `Title` of it", "title", 6),
        Heading(2, "Without id", "", 26),
        Heading(2, "Setext", "setext", 30),
    )


def test_code_is_read_with_its_language_and_line_wherever_it_is() -> None:
    assert read_document(PAGE, "p.md").code == (
        Code("python", "print(\"{{ limit('e.f') }}\")", 19),
        Code("bash", "# no heading { #no }", 23),
    )


def test_code_in_a_folded_block_is_read_past_two_empty_lines() -> None:
    page = '??? example "Code"\n\n    ```python\n    import a\n\n\n    def b(): ...\n    ```\n\n\n## After { #after }\n'
    document = read_document(page, "p.md")
    assert document.code == (Code("python", "import a\n\n\ndef b(): ...", 4),)
    assert document.headings == (Heading(2, "After", "after", 11),)


def test_calls_are_read_with_their_arguments_and_places_but_not_in_raw() -> None:
    assert tuple(call[:3] for call in read_document(PAGE, "p.md").calls) == (
        ("limit", ("a.b",), Position(8, 7)),
        ("limit", ("c.d",), Position(12, 15)),
        ("limit", ("e.f",), Position(19, 12)),
    )


def test_prose_keeps_words_at_their_places_and_blanks_the_rest() -> None:
    document = read_document(PAGE, "p.md")
    assert len(document.prose) == len(document.text)
    for word in ("bold 7 GB", "a link", "cell 3 GB", "Inside the note.", "of it", "Second"):
        at = document.text.index(word)
        assert document.prose[at : at + len(word)] == word
    for hidden in ("9 GB", "8 GB", "5 GB", "limit", "print", "#title", "description", "no heading", "other.md"):
        assert hidden not in document.prose


@pytest.mark.parametrize("end", ["\r\n", "\r", "\n"])
def test_front_matter_has_places_whatever_ends_its_lines(end: str) -> None:
    document = read_document(PAGE.replace("\n", end), "p.md")
    assert document.front is not None
    assert document.front.position_of(("reviewed",)) == Position(3, 11)
    assert document.headings[0].line == 6


@pytest.mark.parametrize("text", ["{{ limit(", "{% raw %} {{ x", "{{ 'a }}", "{# never closed"])
def test_broken_template_is_read_as_text(text: str) -> None:
    document = read_document(f"# Title {{ #title }}\n\n{text}\n", "p.md")
    assert document.headings == (Heading(1, "Title", "title", 1),)
    assert document.calls == ()


@pytest.mark.parametrize(
    ("markdown", "calls"),
    [
        ('{{ limit("a.b") }} and {{limits(\'c\', "d.e")}}', [("limit", ("a.b",)), ("limits", ("c", "d.e"))]),
        ('{{ limits("a",\n  "b") }}', [("limits", ("a", "b"))]),
        ("{{ glossary() }}", [("glossary", ())]),
        ('{% raw %}{{ limit("a.b") }}{% endraw %} and limit("a.b")', []),
        ("{{ config.site_name }}", []),
    ],
)
def test_calls_are_those_that_a_build_would_run(markdown: str, calls: list[tuple[str, tuple[str, ...]]]) -> None:
    assert [(call.name, call.arguments) for call in read_document(markdown, "a.md").calls] == calls
