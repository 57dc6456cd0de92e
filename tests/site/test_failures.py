"""What stops `make site`, and how it says so. Each test breaks a copy of the project and builds it."""

import re

import pytest
from bs4 import BeautifulSoup

from tests.conftest import Project, copy_mini_project
from tests.questions import FRONT, GOOD

pytestmark = pytest.mark.site

QUESTION = "quizzes/inference/async-config-object.yml"
PAGE = "docs/en/inference/serverless.md"


def assert_stopped(mini: Project, *expected: str) -> None:
    result = mini.build()
    assert result.returncode != 0, result.stdout
    assert "Traceback" not in result.stdout, result.stdout
    for text in expected:
        assert text in result.stdout


# What is wrong in a question of its own, and what is said of it: one build tells of all.
QUESTIONS = (
    ("difficulty: 2", "difficulty: [2", "Y004 the YAML breaks here"),
    ("page: inference/serverless#", "page: inference/serverles#", "B002 unknown page: inference/serverles."
     " Did you mean inference/serverless?"),
    ("#cold-start", "#cold-star", "B003 inference/serverless has no heading #cold-star."),
    ("MLA-C02/3.1", "MLA-C02/3.9", "B001 unknown objective: MLA-C02/3.9."),
)  # fmt: skip


def test_every_broken_question_stops_the_build_at_its_place(mini: Project) -> None:
    for number, (old, new, _) in enumerate(QUESTIONS):
        assert old in GOOD
        (mini.root / f"quizzes/inference/broken-{number}.yml").write_text(GOOD.replace(old, new), "utf-8")
    result = mini.build()
    assert result.returncode != 0
    assert "Traceback" not in result.stdout
    for number, (_, _, expected) in enumerate(QUESTIONS):
        place = rf"^quizzes/inference/broken-{number}\.yml:\d+:\d+: {re.escape(expected)}.*\n    help: "
        assert re.search(place, result.stdout, re.MULTILINE), result.stdout


def test_a_broken_question_stops_the_english_edition_by_itself(mini: Project) -> None:
    mini.edit(QUESTION, "MLA-C01/3.2", "MLA-C01/3.9")
    result = mini.run("mkdocs", "build", "--strict", "--config-file", "mkdocs.en.yml")
    assert result.returncode != 0
    assert "B001 unknown objective: MLA-C01/3.9." in result.stdout
    assert "Site not built: 1 error(s)." in result.stdout


def test_messages_follow_the_locale(mini: Project) -> None:
    mini.edit(QUESTION, "MLA-C01/3.2", "MLA-C01/3.9")
    result = mini.build(LC_ALL="pt_BR.UTF-8")
    assert "B001 objetivo desconhecido: MLA-C01/3.9." in result.stdout
    assert "    ajuda: " in result.stdout


# What is wrong on a page of its own in the English edition, and what is said of it: one build tells of all.
MACROS = {
    "page": ('{{ quiz("inference/serverles") }}', "no page 'inference/serverles'; did you mean 'inference/"),
    "empty": ('{{ quiz("index") }}', "no question names this page yet"),
    "limit": ('{{ limit("serverless.memory_maximum") }}', "did you mean 'serverless.memory_max"),
    "exam": ('{{ exam("MLA-C02.beta.minute") }}', "minute is not known there"),
    "macro": ('{{ quizz("inference/async") }}', "'quizz' is undefined"),
    "argument": ("{{ limit() }}", "limit() missing 1 required positional argument"),
    "raw": ("{% raw }", "write literal braces between {% raw %} and {% endraw %}"),
}  # fmt: skip
LINKS = {"link": "nowhere.md", "anchor": "link.md#nowhere", "image": "nowhere.png"}
TITLED = FRONT + "# Title { #title }\n"


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """What the build of all these mistakes said, line by line."""
    mini = copy_mini_project(tmp_path_factory.mktemp("mistaken"))
    wrong = {name: text for name, (text, _) in MACROS.items()} | {name: f"[x]({to})" for name, to in LINKS.items()}
    for name, text in wrong.items():
        for language in ("pt", "en"):
            file = mini.root / f"docs/{language}/exam/{name}.md"
            file.parent.mkdir(exist_ok=True)
            file.write_text(f"{TITLED}\n{text if language == 'en' else 'Nada.'}\n", "utf-8")
    result = mini.build()
    assert result.returncode != 0, result.stdout
    assert "Traceback" not in result.stdout, result.stdout
    return result.stdout.splitlines()


@pytest.mark.xdist_group("mistaken")
@pytest.mark.parametrize("name", MACROS)
def test_a_mistaken_macro_call_stops_the_build_with_its_page_and_line(told: list[str], name: str) -> None:
    (warning,) = [text for text in told if f"docs/en/exam/{name}.md:{TITLED.count(chr(10)) + 2}: " in text]
    assert warning.startswith("WARNING"), "strict counts warnings"
    assert MACROS[name][1] in warning


@pytest.mark.xdist_group("mistaken")
@pytest.mark.parametrize("name", LINKS)
def test_a_broken_link_in_a_page_stops_the_build(told: list[str], name: str) -> None:
    target = LINKS[name]
    (warning,) = [text for text in told if f"'docs/en/exam/{name}.md' contains a link '{target}" in text]
    assert warning.startswith("WARNING"), "strict counts warnings"


def test_a_page_missing_from_the_navigation_stops_the_build(mini: Project) -> None:
    (mini.root / "docs/en/orphan.md").write_text("# Orphan { #orphan }\n", "utf-8")
    assert_stopped(mini, "orphan.md")


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """Build a question full of templates and tags, and one that a page calls inside a list."""
    mini = copy_mini_project(tmp_path_factory.mktemp("hostile"))
    stem = "A template holds {{ task.input.taskObject }} and <script>alert(1)</script>.\n\n  What is shown?"
    text = GOOD.replace("A team hosts a model whose traffic comes in bursts.\n\n  Which option costs the LEAST?", stem)
    (mini.root / "quizzes/inference/hostile.yml").write_text(text.replace("serverless#cold-start", "async"), "utf-8")
    for language in ("pt", "en"):
        mini.append(
            f"docs/{language}/inference/async.md",
            '\n1. First\n\n    {{ question("inference/serverless-burst-sizing") }}\n\n2. Second\n',
        )
    result = mini.build()
    assert result.returncode == 0, result.stdout
    return mini


@pytest.mark.xdist_group("hostile")
def test_templates_and_tags_in_a_stem_are_shown_as_text(hostile: Project) -> None:
    for edition in ("", "en/"):
        page = BeautifulSoup(
            (hostile.root / f"site/{edition}inference/async/index.html").read_text("utf-8"), "html.parser"
        )
        scenario = page.select_one('[question-id="inference/hostile"] .eq__scenario')
        assert scenario is not None
        assert scenario.text == "A template holds {{ task.input.taskObject }} and <script>alert(1)</script>."
        assert not any("alert(1)" in script.text for script in page.find_all("script"))


@pytest.mark.xdist_group("hostile")
def test_a_list_item_does_not_tear_a_question_apart(hostile: Project) -> None:
    page = BeautifulSoup((hostile.root / "site/inference/async/index.html").read_text("utf-8"), "html.parser")
    form = page.select_one("li exam-question form")
    assert form is not None
    assert len(form.select("fieldset input")) >= 4
    assert page.select_one("li .exam-question-frame p fieldset") is None
