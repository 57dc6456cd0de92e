from datetime import date
from pathlib import Path

import pytest

from macros.checks.page import check_page
from macros.facts import Facts
from macros.pages.index import PageIndex, read_pages
from macros.problems import Position, Problem

FRONT = """\
---
description: x
reviewed: 2026-11-22  # by hand
sources: [{title: x, url: x}]
---

"""


def test_pages_are_known_by_path_in_each_language(tmp_path: Path) -> None:
    for language, title in (("pt", "Um"), ("en", "One")):
        file = tmp_path / "docs" / language / "a" / "one.md"
        file.parent.mkdir(parents=True)
        file.write_text(f"{FRONT}# {title} {{ #one }}\n\n## H {{ #h }}\n", "utf-8")
    pages, problems = read_pages(tmp_path)
    assert problems == []
    assert pages.paths == ["a/one"]
    assert pages.heading_ids("a/one", "en") == ["one", "h"]
    assert pages.heading_ids("nowhere", "en") == []
    assert (pages.title("a/one", "pt"), pages.title("a/one", "en", "h")) == ("Um", "H")
    assert pages.title("a/one", "en", "missing") == ""
    assert pages.title("nowhere", "pt") == ""


def read_one(root: Path, data: bytes) -> tuple[PageIndex, list[tuple[str, str, Position]]]:
    file = root / "docs" / "pt" / "one.md"
    file.parent.mkdir(parents=True)
    file.write_bytes(data)
    pages, problems = read_pages(root)
    return pages, [(problem.code, problem.path, problem.position) for problem in problems]


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_a_page_is_reviewed_on_the_day_of_its_front_matter(tmp_path: Path, end: str) -> None:
    pages, problems = read_one(tmp_path, (FRONT + "# One { #one }\n").replace("\n", end).encode())
    assert problems == []
    assert pages.reviewed["pt"] == {"one": date(2026, 11, 22)}
    assert pages.heading_ids("one", "pt") == ["one"]


def test_sample_in_the_body_is_no_front_matter(tmp_path: Path) -> None:
    body = "# One { #one }\n\n```yaml\nreviewed: 2026-11-22\n---\n```\n"
    pages, problems = read_one(tmp_path, body.encode())
    assert problems == [("P001", "docs/pt/one.md", Position())]
    assert pages.reviewed["pt"] == {}
    assert pages.heading_ids("one", "pt") == ["one"]


@pytest.mark.parametrize(("review", "code"), [("2026-02-30", "Y011"), ("12:30", "Y010"), ("2026-11-22 # \xe9", "Y001")])
def test_a_slip_in_a_page_is_a_problem_at_its_place(tmp_path: Path, review: str, code: str) -> None:
    text = FRONT.replace("2026-11-22  # by hand", review) + "# One { #one }\n"
    pages, problems = read_one(tmp_path, text.encode("latin-1"))
    assert problems == [(code, "docs/pt/one.md", Position(3, 24 if code == "Y001" else 11))]
    assert pages.heading_ids("one", "pt") == ["one"]  # so that its questions have no problem of their own


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('---\ndescription: "A\u200bB"\n---\n\n# T { #t }\n', [("Y015", 2, 16)]),
        ("# T\u202e { #t }\n", [("Y015", 1, 4)]),
        ("# T { #t }\r\rtext\r", [("Y016", 1, 11)]),
        ("# T { #t }\n\n<<<<<<< HEAD\na\n=======\nb\n>>>>>>> x\n", [("Y017", 3, 1), ("Y017", 5, 1), ("Y017", 7, 1)]),
        ("# T { #t }\n\nThe $F_1$ and\n\\(\\alpha\\)\n", [("Q026", 3, 5), ("Q026", 4, 1)]),
        ('T\n=======\n\n`$x_1$`\n\n```\n$x_1$\n```\n\n{{ limit("a$b_1$") }} costs $5 and $6\n', []),
        ("👩\u200d💻 5\xa0GB\n", []),
    ],
)
def test_what_nobody_sees_or_nothing_renders_is_refused_on_a_page(
    tmp_path: Path, text: str, expected: list[tuple[str, int, int]]
) -> None:
    pages, problems = read_one(tmp_path, text.encode())
    of_text = [Problem(code, path, position) for code, path, position in problems if code[0] == "Y"]
    of_text += check_page(pages.pages["pt"]["one"], Facts(), date(2026, 11, 30))
    assert [(found.code, *found.position) for found in of_text if found.code[0] in "YQ"] == expected
