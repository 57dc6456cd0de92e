import pytest

from macros.bank import Bank, load_bank
from tests.conftest import Project
from tests.questions import GOOD


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("exams.yml", "MLA-C02:\n  title:", "MLA-C02:\n  tittle:"),
        ("other-exams.yml", "AIF-C01:\n  title:", "AIF-C01:\n  tittle:"),
        (
            "limits.yml",
            "  memory_max:\n    value:",
            "  memory_max:\n    valu:",
        ),
        ("limits.yml", "realtime:\n", "realtime: [\n"),
        ("availability.yml", "name: SageMaker Model Monitor", "nam: SageMaker Model Monitor"),
        ("glossary.yml", "baseline:\n  pt:", "baseline:\n  pt_:"),
    ],
)
def test_a_facts_file_that_cannot_be_read_is_not_laid_to_the_questions(
    mini: Project, file: str, old: str, new: str
) -> None:
    mini.edit(f"facts/{file}", old, new)
    problems = load_bank(mini.root).problems
    assert {problem.path for problem in problems} == {f"facts/{file}"}
    assert len(problems) <= 2


@pytest.mark.parametrize("name", ["x.yaml", "x.YML", "x.yml.txt", "x", "ids.txt", "schema.json"])
def test_a_file_that_nothing_reads_is_named(mini: Project, name: str) -> None:
    (mini.root / "quizzes/inference" / name).write_text(GOOD, "utf-8")
    [problem] = load_bank(mini.root).errors
    assert (problem.code, problem.path) == ("B017", f"quizzes/inference/{name}")
    assert problem.words["name"] == name.partition(".")[0] + ".yml"


def test_what_editors_and_systems_leave_behind_is_passed_over(mini: Project) -> None:
    folder = mini.root / "quizzes/inference"
    (folder / ".#x.yml").symlink_to("somebody@somewhere.1")
    for name in (".x.yml.swp", ".DS_Store", "x.yml~"):
        (folder / name).write_text("", "utf-8")
    (mini.root / "docs/en/inference/.#async.md").symlink_to("somebody@somewhere.1")
    assert load_bank(mini.root).errors == []


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


def test_a_page_shows_its_questions_easy_first_and_no_retired_one(mini: Project) -> None:
    folder = mini.root / "quizzes" / "inference"
    (folder / "x-hard.yml").write_text(GOOD.replace("difficulty: 2", "difficulty: 3"), "utf-8")
    (folder / "y-easy.yml").write_text(GOOD.replace("difficulty: 2", "difficulty: 1"), "utf-8")
    (folder / "z-gone.yml").write_text(GOOD.replace("difficulty: 2", "difficulty: 1\nstatus: retired"), "utf-8")
    shown = load_bank(mini.root).on_page("inference/serverless")
    assert [entry.id for entry in shown if entry.id[10:12] in {"x-", "y-", "z-"}] == [
        "inference/y-easy",
        "inference/x-hard",
    ]
    assert [entry.question.difficulty for entry in shown] == sorted(entry.question.difficulty for entry in shown)


def test_a_changed_file_is_seen_and_an_unchanged_bank_is_not_read_again(mini: Project) -> None:
    first = load_bank(mini.root)
    assert load_bank(mini.root) is first
    file = mini.root / "quizzes" / "inference" / "new.yml"
    file.write_text(GOOD, "utf-8")
    assert "inference/new" in load_bank(mini.root).entries


def test_no_question_accepts_more_sets_than_the_style_compares_without_script(bank: Bank) -> None:
    assert max(len(entry.question.accepted) for entry in bank.entries.values()) <= 2
