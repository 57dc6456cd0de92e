import gc
import weakref
from datetime import date
from pathlib import Path

import pytest

from macros.bank import Bank, load_bank
from macros.bank_checks import Context, check_references
from tests.conftest import Project
from tests.questions import GOOD, good


def breaches(bank: Bank, tmp_path: Path, *changes: tuple[str, str]) -> list[tuple[str, str]]:
    entry = good(tmp_path / "q.yml", *changes)
    return [(p.code, p.message("en")) for p in check_references(entry, Context.of(bank.facts, bank.pages))]


def test_a_good_question_fits_the_bank(bank: Bank, tmp_path: Path) -> None:
    assert breaches(bank, tmp_path) == []


@pytest.mark.parametrize(
    ("old", "new", "code", "words"),
    [
        ("MLA-C02/3.1", "MLA-C02/9.9", "B001", "unknown objective: MLA-C02/9.9"),
        ("MLA-C02/3.1", "MLAC02/3.1", "B001", "Did you mean MLA-C02/3.1?"),
        ("inference/serverless#cold-start", "inference/serverles", "B002", "Did you mean inference/serverless?"),
        ("#cold-start", "#cold-starts", "B003", "Did you mean #cold-start?"),
        ("#cold-start", "#", "B003", "has no heading #"),
        ("  pt: Rajadas pedem serverless.\n", "", "B008", "takeaway has no text in pt"),
        ("inference/serverless#cold-start", "monitoring/data-quality", "B011", "model-monitor is closed"),
    ],
)
def test_each_breach_fires_its_own_rule_alone(
    bank: Bank, tmp_path: Path, old: str, new: str, code: str, words: str
) -> None:
    problems = breaches(bank, tmp_path, (old, new))
    assert [problem[0] for problem in problems] == [code]
    assert words in problems[0][1]


def test_the_deck_is_whole_and_its_keys_stand(bank: Bank) -> None:
    keys = {
        entry.id: "".join(sorted(entry.question.key))
        for entry in bank.entries.values()
        if entry.question.origin == "deck"
    }
    assert keys == {
        "inference/autoscaling-load-test-metrics": "b",
        "training/containers-gpu": "b",
        "training/create-training-job-required": "cef",
        "inference/variants-test-new-model": "d",
        "inference/variants-ab-test-recommender": "a",
    }
    disputed = bank.entries["training/create-training-job-required"].question
    assert disputed.accepted == (frozenset("cef"), frozenset("acf"))
    assert disputed.note is not None
    assert disputed.note.pt is not None
    assert disputed.note.pt.count(". ") + 1 == 4


def test_a_page_shows_its_questions_easy_first_and_no_retired_one(project: Project) -> None:
    folder = project.root / "quizzes" / "inference"
    (folder / "x-hard.yml").write_text(GOOD.replace("difficulty: 2", "difficulty: 3"), "utf-8")
    (folder / "y-easy.yml").write_text(GOOD.replace("difficulty: 2", "difficulty: 1"), "utf-8")
    (folder / "z-gone.yml").write_text(GOOD.replace("difficulty: 2", "difficulty: 1\nstatus: retired"), "utf-8")
    shown = load_bank(project.root).on_page("inference/serverless")
    assert [entry.id for entry in shown if entry.id[10:12] in {"x-", "y-", "z-"}] == [
        "inference/y-easy",
        "inference/x-hard",
    ]
    assert [entry.question.difficulty for entry in shown] == sorted(entry.question.difficulty for entry in shown)


def test_a_changed_file_is_seen_and_an_unchanged_bank_is_not_read_again(project: Project) -> None:
    first = load_bank(project.root)
    assert load_bank(project.root) is first
    file = project.root / "quizzes" / "inference" / "new.yml"
    file.write_text(GOOD, "utf-8")
    assert "inference/new" in load_bank(project.root).entries


class Cyclic:
    """Garbage that only the collector can free, as MkDocs' pages and files are."""

    def __init__(self) -> None:
        self.itself = self


def test_a_server_of_pages_keeps_no_build_alive(project: Project) -> None:
    load_bank(project.root)
    passed_by = Cyclic()
    load_bank(project.root)
    gone = weakref.ref(passed_by)
    del passed_by
    gc.collect()
    assert gone() is None, "an answer from memory sets nothing aside"

    alive = Cyclic()
    file = project.root / "quizzes" / "inference" / "new.yml"
    file.write_text(GOOD, "utf-8")
    load_bank(project.root)
    gone = weakref.ref(alive)
    del alive
    file.write_text(f"{GOOD}# changed\n", "utf-8")
    load_bank(project.root)
    assert gone() is None, "what one bank set aside, the next takes back"


def test_every_question_of_the_bank_was_reviewed_in_the_past(bank: Bank) -> None:
    assert all(entry.question.reviewed <= date.today() for entry in bank.entries.values())  # noqa: DTZ011


def test_no_question_accepts_more_sets_than_the_style_compares_without_script(bank: Bank) -> None:
    assert max(len(entry.question.accepted) for entry in bank.entries.values()) <= 2
