from pathlib import Path

from macros.text import Text
from tests.questions import good


def test_a_missing_language_is_filled_by_the_other_one() -> None:
    assert Text(pt="sim", en=None).in_language("en") == ("pt", "sim")
    assert Text(pt="sim", en="yes").in_language("en") == ("en", "yes")


def test_the_revision_changes_with_what_a_reader_answers_and_with_nothing_else(tmp_path: Path) -> None:
    file = tmp_path / "q.yml"
    first = good(file).question.revision
    assert good(file, ("Sem tráfego, nada ligado.", "Outro motivo.")).question.revision == first
    assert good(file, ("A real-time endpoint.", "An asynchronous endpoint.")).question.revision != first
    assert good(file, ("costs the LEAST", "costs the MOST")).question.revision != first
    assert good(file, ("    correct: true\n", ""), ("A real-time endpoint.", "A real-time endpoint.\n    correct: true")
                ).question.revision != first  # fmt: skip


def test_accepted_sets_start_with_the_key(tmp_path: Path) -> None:
    entry = good(tmp_path / "q.yml", ("difficulty: 2", "difficulty: 2\nstatus: disputed\nalso_accepted: [[b]]"))
    assert entry.question.accepted == (frozenset("a"), frozenset("b"))


def test_a_page_is_split_from_its_heading(tmp_path: Path) -> None:
    question = good(tmp_path / "q.yml").question
    assert (question.page_path, question.heading) == ("inference/serverless", "cold-start")
