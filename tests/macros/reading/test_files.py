from pathlib import Path

import pytest

from macros.problems import Position
from macros.reading.files import MAX_BYTES, read_text


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "x.yml"


@pytest.mark.parametrize("mark", ["", "\N{ZERO WIDTH NO-BREAK SPACE}"])
def test_bytes_that_are_not_utf8_are_placed_and_read_as_an_old_windows_wrote_them(file: Path, mark: str) -> None:
    file.write_bytes(f"{mark}a: é\nb: caf".encode() + b"\xe9\n")
    text, problems = read_text(file, "shown")
    assert text == "a: é\nb: café\n"
    assert [(p.code, p.path, p.position) for p in problems] == [("Y001", "shown", Position(2, 7))]
    file.write_bytes(mark.encode() + b"caf\xe9\n")
    assert read_text(file, "shown")[1][0].position == Position(1, 4)


def test_a_huge_file_is_refused_unread(file: Path) -> None:
    file.write_bytes(b"a" * (MAX_BYTES + 1))
    text, problems = read_text(file, "shown")
    assert (text, [p.code for p in problems]) == ("", ["Y002"])


def test_a_file_that_is_not_there_is_a_problem(file: Path) -> None:
    text, problems = read_text(file, "shown")
    assert (text, [p.code for p in problems]) == ("", ["Y014"])
