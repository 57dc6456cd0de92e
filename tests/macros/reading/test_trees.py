from datetime import date
from pathlib import Path

import pytest

from macros.reading.trees import parse_tree, read_tree


def codes(text: str) -> list[tuple[str, int, int]]:
    return [(p.code, p.position.line, p.position.column) for p in parse_tree(text, "x.yml")[1]]


def test_a_plain_document_becomes_python_values() -> None:
    tree, problems = parse_tree("a: text\nb: [1, true]\nc: {d: 2026-11-22}\ne: 'no'\nf: |\n  two\n  lines\n", "x.yml")
    assert problems == []
    assert tree is not None
    assert tree.plain() == {"a": "text", "b": [1, True], "c": {"d": date(2026, 11, 22)}, "e": "no", "f": "two\nlines\n"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a: \x07", ("Y001", 1, 4)),
        ("a: 1\nb: x\u2028y\n", ("Y001", 2, 5)),
        ("a: 1\rb: 2\n", ("Y001", 1, 5)),
        ("a: 1\r\nb: 2\r\n", None),
        ("a:\n\tb: 1\n", ("Y003", 2, 1)),
        ("a: b: c\n", ("Y004", 1, 5)),
        ("a: [1\n", ("Y004", 2, 1)),
        ("a: 1\n---\nb: 2\n", ("Y005", 2, 1)),
        ("a: &x 1\n", ("Y006", 1, 4)),
        ("a: *x\n", ("Y006", 1, 4)),
        ("a: " + "[" * 30 + "]" * 30, ("Y007", 1, 23)),
        ("a: !!python/name:os.system x\n", ("Y008", 1, 4)),
        ("a: ! x\n", None),
        ("", ("Y009", 1, 1)),
        ("# only a comment\n", ("Y009", 1, 1)),
        ("a: no\n", ("Y010", 1, 4)),
        ("on: 1\n", ("Y010", 1, 1)),
        ("a: 12:30\n", ("Y010", 1, 4)),
        ("a: 1.10\n", ("Y010", 1, 4)),
        ("a: 0x1F\n", ("Y010", 1, 4)),
        ("a: 010\n", ("Y010", 1, 4)),
        ("a: ~\n", ("Y010", 1, 4)),
        ("a: Yes\n", ("Y010", 1, 4)),
        ("a: 2026-11-22 10:00:00\n", ("Y010", 1, 4)),
        ("a: 2026-02-30\n", ("Y011", 1, 4)),
        ("a: 1\nb: 2\na: 3\n", ("Y012", 3, 1)),
        ("? [a]\n: 1\n", ("Y013", 1, 3)),
        ("{[a]: 1}\n", ("Y013", 1, 2)),
        ("'': 1\n", ("Y013", 1, 1)),
    ],
)
def test_what_yaml_would_let_pass_in_silence_is_refused_at_its_place(
    text: str, expected: tuple[str, int, int] | None
) -> None:
    assert codes(text) == ([expected] if expected else [])


def test_quotes_turn_a_surprise_into_text() -> None:
    tree, problems = parse_tree("a: 'no'\nb: \"12:30\"\nc: '1.10'\n", "x.yml")
    assert problems == []
    assert tree is not None
    assert tree.plain() == {"a": "no", "b": "12:30", "c": "1.10"}


def test_of_a_repeated_key_the_first_value_stays() -> None:
    tree, problems = parse_tree("a: 1\na: 2\n", "x.yml")
    assert tree is not None
    assert tree.plain() == {"a": 1}
    assert problems[0].words["line"] == "1"


def test_a_file_that_is_no_text_is_no_tree(tmp_path: Path) -> None:
    file = tmp_path / "x.yml"
    file.write_bytes(b"a: caf\xe9\n")
    tree, problems = read_tree(file, "x.yml")
    assert tree is None
    assert [p.code for p in problems] == ["Y001"]


def test_a_byte_order_mark_is_no_text(tmp_path: Path) -> None:
    file = tmp_path / "x.yml"
    file.write_bytes("\N{ZERO WIDTH NO-BREAK SPACE}a: 1\n".encode())
    tree, problems = read_tree(file, "x.yml")
    assert problems == []
    assert tree is not None
    assert tree.plain() == {"a": 1}
