"""Which pages of each edition a change touches."""

import subprocess

import pytest

from macros.bank import Bank, load_bank
from scripts.preview.touched import Change, change_since, touched
from tests.conftest import Project
from tests.questions import GOOD


def paths(change: Change, bank: Bank) -> set[str]:
    return {page.path for page in touched(change, bank, "en")}


def test_a_question_touches_its_page_and_a_page_only_its_edition(mini: Project) -> None:
    (mini.root / "quizzes/inference/brand-new.yml").write_text(GOOD, "utf-8")
    bank = load_bank(mini.root)
    change = Change(("docs/en/training/tuning.md", "quizzes/inference/brand-new.yml"))
    portuguese, english = (
        {page.path: page.questions for page in touched(change, bank, edition)} for edition in ("pt", "en")
    )
    assert portuguese == {"inference/serverless": ("inference/brand-new",)}
    assert english == {"inference/serverless": ("inference/brand-new",), "training/tuning": ()}


def test_a_retired_question_touches_its_page_and_is_not_linked_to(mini: Project) -> None:
    text = GOOD.replace("difficulty: 2", "difficulty: 2\nstatus: retired")
    (mini.root / "quizzes/inference/brand-new.yml").write_text(text, "utf-8")
    change = Change(("quizzes/inference/brand-new.yml",))
    (page,) = touched(change, load_bank(mini.root), "pt")
    assert (page.path, page.questions) == ("inference/serverless", ())


@pytest.mark.parametrize(
    ("file", "key", "least"),
    [
        ("facts/limits.yml", "serverless.memory_max", {"inference/serverless", "inference/index", "reference/limits"}),
        ("facts/availability.yml", "debugger", {"training/debugger", "reference/availability"}),
        ("facts/exams.yml", "MLA-C02", {"exam/mla-c02", "reference/coverage"}),
        ("facts/other-exams.yml", "AIF-C01", {"exam/index"}),
        ("facts/glossary.yml", "endpoint", {"reference/glossary"}),
    ],
)
def test_a_fact_touches_the_pages_that_show_it_alone_or_in_a_table(
    bank: Bank, file: str, key: str, least: set[str]
) -> None:
    found = paths(Change((file,), {file: {key}}), bank)
    assert least <= found
    assert len(found) < len(bank.pages.paths) / 2


def test_a_picture_touches_its_pages_when_its_words_or_its_numbers_change(bank: Bank) -> None:
    pages = {
        path
        for path, page in bank.pages.pages["en"].items()
        for call in page.document.calls
        if (call.name, call.arguments) == ("picture", ("async-flow",))
    }
    assert pages
    change = Change(("docs/pictures/async-flow.yml",))
    assert paths(change, bank) == pages
    assert change.anywhere == []
    limits = {"facts/limits.yml": {"serverless.memory_max"}}
    assert "inference-options" in Change(("facts/limits.yml",), limits).pictures


def test_code_and_templates_are_named_instead() -> None:
    files = ("README.md", "docs/pictures/parts.jinja", "macros/rendering/templates/question.html", "mkdocs.yml")
    assert Change(files).anywhere == list(files[1:])


def test_only_what_readers_see_of_a_fact_counts_as_changed(mini: Project) -> None:
    mini.commit("before")
    limits = mini.root / "facts/limits.yml"
    limits.write_text(limits.read_text("utf-8").replace("reviewed: 2026-11-22", "reviewed: 2026-11-23"), "utf-8")
    mini.edit("facts/limits.yml", "  memory_max:\n    value: 6\n", "  memory_max:\n    value: 7\n")
    (mini.root / "docs/en/brand-new.md").touch()
    change = change_since("HEAD", mini.root)
    assert change.files == ("docs/en/brand-new.md", "facts/limits.yml")
    assert change.keys == {"facts/limits.yml": {"serverless.memory_max"}}
    with pytest.raises(subprocess.CalledProcessError):
        change_since("nowhere", mini.root)
