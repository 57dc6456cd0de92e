import pytest

from macros.bank import load_bank
from macros.calls.quizzes import Quizzes
from macros.checks.references import check_page_name
from macros.errors import MacroError
from macros.pages.addresses import PageContext
from macros.pages.index import Page, PageIndex, read_page
from tests.conftest import Project


def page(*ids: str) -> Page:
    return read_page("".join(f"## {name} {{ #{name} }}\n\n" for name in ids), "any", "en")[0]


PAGES = PageIndex(
    {"pt": {"both": page("a", "so-pt"), "pt-only": page("a")}, "en": {"both": page("a", "only-en")}},
)


@pytest.mark.parametrize(
    ("named", "expected"),
    [
        ("both", []),
        ("both#a", []),
        ("pt-only", [("B002", "docs/en/pt-only.md")]),
        ("pt-only#a", [("B002", "docs/en/pt-only.md")]),
        ("pt-only#b", [("B002", "docs/en/pt-only.md"), ("B003", "docs/pt/pt-only.md")]),
        ("nowhere", [("B002", "nowhere")]),
        ("nowhere#a", [("B002", "nowhere")]),
        ("both#b", [("B003", "both")]),
        ("both#", [("B003", "both")]),
        ("both#so-pt", [("B003", "docs/en/both.md")]),
        ("both#only-en", [("B003", "docs/pt/both.md")]),
    ],
)
def test_what_an_edition_lacks_is_named_and_what_both_lack_is_named_once(
    named: str, expected: list[tuple[str, str]]
) -> None:
    assert [(code, words["page"]) for code, words in check_page_name(named, PAGES)] == expected


def test_the_near_and_the_known_ids_are_those_of_the_edition_that_lacks_it() -> None:
    [(_, words)] = check_page_name("both#only-pt", PAGES)
    assert words["known"] == "#a, #so-pt"
    [(_, words)] = check_page_name("both#so-pt", PAGES)
    assert (words["known"], words["near"]) == ("#a, #only-en", "")


def test_a_heading_that_one_edition_lacks_stops_the_build_before_a_macro_meets_it(mini: Project) -> None:
    mini.edit("docs/en/inference/serverless.md", "{ #concurrency }", "{ #concurrent }")
    bank = load_bank(mini.root)
    assert {problem.code for problem in bank.errors} == {"B003", "P016"}
    quizzes = Quizzes(bank, "en", PageContext("inference/async", {}))
    with pytest.raises(MacroError, match=r"docs/en/inference/serverless\.md has no heading #concurrency"):
        quizzes.question("inference/serverless-beyond-max-concurrency")
