"""What `make site` says of links that lead nowhere. Broken ones are planted in a copy of the project."""

import json
from pathlib import Path

import pytest

from tests.conftest import ROOT, Project, Site, copy_mini_project
from tests.questions import GOOD

# One worker takes all of them: the site below is built once.
pytestmark = [pytest.mark.site, pytest.mark.xdist_group("links")]

ADDRESS = "https://example.org/some/sub/path/"
PAGE = "docs/en/inference/serverless.md"
QUESTION = "quizzes/inference/planted.yml"

# Each stands alone on its line at the end of the page, and MkDocs itself lets it through.
PLANTED = {
    "raw HTML": ('<a href="../nowhere/">x</a>', "../nowhere/", "file"),
    "heading id in raw HTML": ('<a href="../async/#nowhere">x</a>', "../async/#nowhere", "fragment"),
    "heading id of the page itself": ('<a href="#not-here">x</a>', "#not-here", "fragment"),
    "image in raw HTML": ('<img src="../nowhere.svg" alt="">', "../nowhere.svg", "file"),
    "address of the site itself": (f"[x]({ADDRESS}en/missing/)", f"{ADDRESS}en/missing/", "file"),
}
MISTAKES = "\n\n".join(text for text, _, _ in PLANTED.values())


@pytest.fixture(scope="module")
def planted(tmp_path_factory: pytest.TempPathFactory) -> Project:
    project = copy_mini_project(tmp_path_factory.mktemp("planted"))
    project.append(PAGE, f"\n{MISTAKES}\n")
    text = GOOD.replace("Which option", f"[x]({ADDRESS}en/from-a-stem/) Which option")
    text = text.replace("page: inference/serverless#cold-start", "page: inference/async")
    assert text.count("from-a-stem") == 1
    (project.root / QUESTION).write_text(text, "utf-8")
    for language in ("pt", "en"):
        project.append(f"docs/{language}/inference/async.md", '\n{{ question("inference/planted") }}\n')
    project.edit("overrides/main.html", "{{ html }}", '{{ html }}<a href="/from-the-theme">x</a>')
    result = project.build(SITE_URL=ADDRESS)
    assert result.returncode == 0, result.stdout
    return project


@pytest.fixture(scope="module")
def found(planted: Project) -> list[dict[str, str]]:
    result = planted.verb("links", "--format", "json")
    assert result.returncode == 1, result.stdout
    return list(json.loads(result.stdout))


@pytest.mark.parametrize("kind", PLANTED)
def test_a_broken_link_of_a_page_is_told_with_its_source_file_and_line(
    planted: Project, found: list[dict[str, str]], kind: str
) -> None:
    text, target, status = PLANTED[kind]
    line = (planted.root / PAGE).read_text("utf-8").splitlines().index(text) + 1
    column = text.index(target) + 1
    rows = [row for row in found if row["target"] == target]
    assert [(row["place"], row["kind"]) for row in rows] == [(f"{PAGE}:{line}:{column}", status)]


def test_a_broken_link_of_a_question_is_told_once_with_the_questions_file(
    planted: Project, found: list[dict[str, str]]
) -> None:
    target = f"{ADDRESS}en/from-a-stem/"
    lines = (planted.root / QUESTION).read_text("utf-8").splitlines()
    line = next(number for number, text in enumerate(lines, 1) if target in text)
    column = lines[line - 1].index(target) + 1
    assert [row["place"] for row in found if row["target"] == target] == [f"{QUESTION}:{line}:{column}"]


def test_a_broken_link_of_the_theme_is_told_once_with_the_themes_file(found: list[dict[str, str]]) -> None:
    (row,) = [row for row in found if row["target"] == "/from-the-theme"]
    assert row["place"].startswith("overrides/main.html:")


def test_nothing_else_of_pages_and_questions_is_said_to_be_broken(found: list[dict[str, str]]) -> None:
    """The theme links to pages of the whole guide, which a smaller one may lack."""
    places = [row["place"] for row in found if row["place"].startswith(("docs/", "quizzes/"))]
    assert len(places) == len(PLANTED) + 1


@pytest.mark.parametrize(("language", "word"), [("pt", "leva a nada"), ("en", "leads nowhere")])
def test_messages_exist_in_both_languages(planted: Project, language: str, word: str) -> None:
    result = planted.verb("links", "--lang", language)
    assert result.returncode == 1
    assert f"{PAGE}:" in result.stdout
    assert word in result.stdout
    assert "Traceback" not in result.stdout


def test_what_mkdocs_finds_by_itself_is_told_with_the_source_file(mini: Project) -> None:
    mistakes = ["[x](nowhere.md)", "[x](async.md#nowhere)", "![x](nowhere.png)", "[x](/nowhere/)", "[x](#nowhere)"]
    mini.append(PAGE, "\n" + "\n\n".join(mistakes) + "\n")
    result = mini.build()
    assert result.returncode != 0
    assert result.stdout.count(f"Doc file '{PAGE}' contains") == len(mistakes), result.stdout


def test_what_the_validator_finds_by_itself_is_told_with_the_questions_file(mini: Project) -> None:
    mistakes = [
        ("  - https://docs.aws.amazon.com/", "  - http://docs.aws.amazon.com/"),
        ("  - https://docs.aws.amazon.com/", "  - /nowhere/"),
        ("Which option", "[x](../nowhere/) Which option"),
        ("#cold-start", "#cold-starts"),
    ]
    for number, (old, new) in enumerate(mistakes):
        text = GOOD.replace(old, new, 1)
        assert text != GOOD
        (mini.root / f"quizzes/inference/planted-{number}.yml").write_text(text, "utf-8")
    result = mini.build()
    assert result.returncode != 0
    for number in range(len(mistakes)):
        assert f"quizzes/inference/planted-{number}.yml:" in result.stdout


def test_the_site_has_no_broken_link(site: Site) -> None:
    result = Project(ROOT).verb("links", str(site.root))
    assert result.returncode == 0, result.stdout


def test_a_folder_without_a_site_is_a_usage_error(tmp_path: Path) -> None:
    result = Project(ROOT).verb("links", str(tmp_path / "nothing"), "--lang", "en")
    assert result.returncode == 2
    assert "make site" in result.stdout
