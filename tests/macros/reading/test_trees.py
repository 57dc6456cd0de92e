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
        ("a: 1\nb: x\u2028y\n", ("Y016", 2, 5)),
        ("a: 1\rb: 2\n", ("Y016", 1, 5)),
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


@pytest.mark.parametrize("encoding", ["cp1252", "utf-16"])
def test_a_file_of_another_encoding_is_named_once_and_judged_all_the_same(tmp_path: Path, encoding: str) -> None:
    file = tmp_path / "x.yml"
    file.write_bytes("a: café – “b”\nc: no\n".encode(encoding))
    tree, problems = read_tree(file, "x.yml")
    assert tree is not None
    assert tree.plain() == {"a": "café – “b”", "c": "no"}
    assert [p.code for p in problems] == ["Y001", "Y010"]


def test_a_byte_order_mark_is_no_text(tmp_path: Path) -> None:
    file = tmp_path / "x.yml"
    file.write_bytes("\N{ZERO WIDTH NO-BREAK SPACE}a: 1\n".encode())
    tree, problems = read_tree(file, "x.yml")
    assert problems == []
    assert tree is not None
    assert tree.plain() == {"a": 1}


SLIPS = [
    ("a: {pt: Nota: isto, en: b}\n", [("Y021", 1, 13)], {"a": {"pt": "Nota: isto", "en": "b"}}),
    ("a: {pt: use #1, en: b}\n", [("Y021", 1, 13)], {"a": {"pt": "use #1", "en": "b"}}),
    ("a: {pt: Um, dois, en: b}\n", [("Y021", 1, 13)], {"a": {"pt": "Um", "en": "b"}}),
    ("a: {pt: Um, dois e: três, en: b}\n", [("Y021", 1, 13)], {"a": {"pt": "Um", "en": "b"}}),
    ("a: use it #1\n", [("Y021", 1, 11)], {"a": "use it"}),
    ("a: “x”\n“b”: ‘y’\n", [("Y018", 1, 4), ("Y018", 2, 1), ("Y018", 2, 6)], {"a": "x", "b": "y"}),
    ("a: “x: y”\nb: 1\n", [("Y018", 1, 4)], {"a": "x: y", "b": 1}),
    ('a: "x”\nb: 1\n', [("Y018", 1, 6)], {"a": "x", "b": 1}),
    ("a: {pt: “b, c”, en: “d: e”}\n", [("Y018", 1, 9)], {"a": {"pt": "b, c", "en": "d: e"}}),
    ("a:\n  – b: 1\n    c: 2\n  • b: 3\n", [("Y020", 2, 3), ("Y020", 4, 3)], {"a": [{"b": 1, "c": 2}, {"b": 3}]}),
    ("a:\n  * b: 1\n", [("Y020", 2, 3)], {"a": [{"b": 1}]}),
    ("a:\n  — b\n  — c\n", [("Y020", 2, 3), ("Y020", 3, 3)], {"a": ["b", "c"]}),
    ("a:\n\xa0\xa0b: 1\n", [("Y019", 2, 1)], {"a": {"b": 1}}),
    ("a:\xa0b\nc: 1\n", [("Y019", 1, 3)], {"a": "b", "c": 1}),
    ("a:\n  -\xa0b: 1\n    c: 2\n", [("Y019", 2, 4)], {"a": [{"b": 1, "c": 2}]}),
    ("a: 1\rb: 2\r", [("Y016", 1, 5)], {"a": 1, "b": 2}),
    ("\u200bst\u2060em: 1\n", [("Y015", 1, 1)], {"stem": 1}),
    ('a: "x\\u202ey"\n', [("Y015", 1, 4)], {"a": "x\u202ey"}),
    ("a: \x07b\nc: no\n", [("Y001", 1, 4), ("Y010", 2, 4)], {"a": "\ufffdb", "c": "no"}),
]


@pytest.mark.parametrize(("text", "expected", "plain"), SLIPS)
def test_a_slip_is_named_for_what_it_is_and_the_rest_is_read_as_meant(
    text: str, expected: list[tuple[str, int, int]], plain: object
) -> None:
    tree, problems = parse_tree(text, "x.yml")
    assert [(p.code, p.position.line, p.position.column) for p in problems] == expected
    assert tree is not None
    assert tree.plain() == plain


@pytest.mark.parametrize(
    "text",
    [
        "a: “x” or “y”\n",
        "a: it’s\n",
        "a: ‘tis – or −5\n",
        "a: |\n  – one\n  “two”: three\n  * four\n  five #6\n",
        "a: 5\xa0GB\n",
        "a: b # a comment\nc: two words # a comment\nd: 2 #x\n",
        "a: {pt: b, en: 'c, d'}\n",
        "a: [b, c]\n",
        "a: 👩\u200d💻 ❤\ufe0f 🏴\U000e0067\U000e0062\U000e007f 1\ufe0f\u20e3 می\u200cخواهم שלום\n",
        "\ufeffa: 1\n".removeprefix("\ufeff"),
    ],
)
def test_what_is_meant_so_is_no_slip(text: str) -> None:
    assert codes(text) == []


def test_every_mark_of_a_merge_is_named() -> None:
    text = "a: 1\n<<<<<<< HEAD\nb: 2\n||||||| base\nb: 0\n=======\nb: 3\n>>>>>>> other\n"
    assert codes(text) == [("Y017", line, 1) for line in (2, 4, 6, 8)]
    assert codes("a: |\n  x\n  =======\n  <<<<<<< in a text\n") == []


def test_every_line_indented_with_a_tab_is_named() -> None:
    assert codes("a:\n\tb: 1\n\tc: 2\n") == [("Y003", 2, 1), ("Y003", 3, 1)]


@pytest.mark.parametrize("line", ["k{n}: “x: y”", "- – x", "– x: y", "{n}:\xa0x: y", "k{n}: {{pt: a: b}}"])
def test_a_file_full_of_slips_is_answered(line: str) -> None:
    assert isinstance(parse_tree("\n".join(line.format(n=n) for n in range(500)), "x.yml")[1], list)
