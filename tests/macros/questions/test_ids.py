from pathlib import Path

from macros.questions.ids import Line, check_ledger, read_ledger, renamed, updated_ledger
from tests.conftest import ROOT
from tests.questions import good


def test_the_projects_ledger_is_sound() -> None:
    """A contributor's new id is not in it yet; `make release` stops until it is."""
    lines, problems = read_ledger(ROOT)
    assert lines
    assert problems == []


def test_the_forms_of_a_line_are_read_and_others_are_refused(tmp_path: Path) -> None:
    (tmp_path / "quizzes").mkdir()
    (tmp_path / "quizzes" / "ids.txt").write_text("# comment\n\na/b\na/c retired\na/d -> a/b\na/e gone\nA/F\n", "utf-8")
    lines, problems = read_ledger(tmp_path)
    assert lines == [Line(3, "a/b"), Line(4, "a/c", retired=True), Line(5, "a/d", new="a/b")]
    assert [(p.code, p.position.line) for p in problems] == [("B010", 6), ("B010", 7)]


def test_a_retired_id_must_not_come_back_to_life(tmp_path: Path) -> None:
    entry = good(tmp_path / "q.yml", question_id="a/c")
    assert [p.code for p in check_ledger([Line(1, "a/c", retired=True)], {"a/c": entry}, frozenset())] == ["B009"]


def test_a_file_that_cannot_be_read_is_not_gone() -> None:
    assert list(check_ledger([Line(1, "a/c")], {}, frozenset({"a/c"}))) == []


def test_updating_adds_what_is_new_and_keeps_what_was(tmp_path: Path) -> None:
    entries = {
        "a/new": good(tmp_path / "a.yml"),
        "a/old": good(tmp_path / "b.yml", ("difficulty: 2", "difficulty: 2\nstatus: retired")),
    }
    lines = [Line(1, "a/gone", new="a/new"), Line(2, "a/old")]
    text = updated_ledger(lines, entries)
    assert text.splitlines()[1:] == ["a/gone -> a/new", "a/new", "a/old retired"]


def test_a_question_that_is_renamed_again_knows_its_first_id() -> None:
    lines = [Line(1, "a/m", new="a/z"), Line(2, "a/x", new="a/m"), Line(3, "a/y", new="a/z"), Line(4, "a/z")]
    assert renamed(lines) == {"a/m": "a/z", "a/x": "a/z", "a/y": "a/z"}
    assert next(iter(renamed(lines))) == "a/x"
    assert list(check_ledger(lines, {}, frozenset({"a/z"}))) == []


def test_names_that_lead_round_or_nowhere_are_told(tmp_path: Path) -> None:
    lines = [Line(1, "a/m", new="a/x"), Line(2, "a/x", new="a/m"), Line(3, "a/y", new="a/gone")]
    assert [p.code for p in check_ledger(lines, {}, frozenset({"a/z"}))] == ["B010"] * 3
    entry = good(tmp_path / "q.yml", question_id="a/m")
    assert "B009" in {p.code for p in check_ledger(lines, {"a/m": entry}, frozenset())}
