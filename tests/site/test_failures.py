"""What stops `make site`, and how it says so. Each test breaks a copy of the project and builds it."""

import re

import pytest
from bs4 import BeautifulSoup

from tests.conftest import ROOT, Project, copy_project
from tests.questions import GOOD

pytestmark = pytest.mark.site

QUESTION = "quizzes/inference/variants-ab-test-recommender.yml"
PAGE = "docs/en/inference/serverless.md"


def assert_stopped(project: Project, *expected: str) -> None:
    result = project.build()
    assert result.returncode != 0, result.stdout
    assert "Traceback" not in result.stdout, result.stdout
    for text in expected:
        assert text in result.stdout


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("difficulty: 1", "difficulty: [1", f"{QUESTION}:44:1: Y004 the YAML breaks here"),
        ("page: inference/production-variants#ab-test", "page: inference/production-variant",
         f"{QUESTION}:39:7: B002 unknown page: inference/production-variant."
         " Did you mean inference/production-variants?"),
        ("#ab-test", "#ab-tests", f"{QUESTION}:39:7: B003 inference/production-variants has no heading #ab-tests."),
        ("MLS-C01/4.4", "MLS-C01/4.9", f"{QUESTION}:38:29: B001 unknown objective: MLS-C01/4.9."),
    ],
)  # fmt: skip
def test_a_broken_question_stops_the_build_at_its_place(project: Project, old: str, new: str, expected: str) -> None:
    project.edit(QUESTION, old, new)
    place, _, rest = expected.partition(": ")
    file = re.escape(place.rsplit(":", 2)[0])
    result = project.build()
    assert result.returncode != 0
    assert "Traceback" not in result.stdout
    assert re.search(rf"^{file}:\d+:\d+: {re.escape(rest)}", result.stdout, re.MULTILINE), result.stdout
    assert re.search(r"^    help: ", result.stdout, re.MULTILINE)


def test_a_broken_question_stops_the_english_edition_by_itself(project: Project) -> None:
    project.edit(QUESTION, "MLS-C01/4.4", "MLS-C01/4.9")
    result = project.run("mkdocs", "build", "--strict", "--config-file", "mkdocs.en.yml")
    assert result.returncode != 0
    assert "B001 unknown objective: MLS-C01/4.9." in result.stdout
    assert "Site not built: 1 error(s)." in result.stdout


def test_messages_follow_the_locale(project: Project) -> None:
    project.edit(QUESTION, "MLS-C01/4.4", "MLS-C01/4.9")
    result = project.build(LC_ALL="pt_BR.UTF-8")
    assert "B001 objetivo desconhecido: MLS-C01/4.9." in result.stdout
    assert "    ajuda: " in result.stdout


# A page of the English edition, what stands at its end, and what is said of it: one mistake a page, one build.
MACROS = {
    "serverless": ('{{ quiz("inference/serverles") }}', "no page 'inference/serverles'; did you mean 'inference/"),
    "async": ('{{ quiz("reference/limits") }}', "no question names this page yet"),
    "deployment-guardrails": ('{{ limit("serverless.memory_maximum") }}', "did you mean 'serverless.memory_max"),
    "multi-model": ('{{ exam("MLA-C02.beta.minute") }}', "minute is not known there"),
    "multi-container": ('{{ quizz("inference/async") }}', "'quizz' is undefined"),
    "autoscaling": ("{{ limit() }}", "limit() missing 1 required positional argument"),
    "shadow-tests": ("{% raw }", "write literal braces between {% raw %} and {% endraw %}"),
}  # fmt: skip
LINKS = {
    "batch-transform": "nowhere.md",
    "production-variants": "index.md#nowhere",
    "inference-recommender": "nowhere.png",
}


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """What the build of all these mistakes said, line by line."""
    project = copy_project(tmp_path_factory.mktemp("mistaken"))
    for page, (text, _) in MACROS.items():
        project.append(f"docs/en/inference/{page}.md", f"\n{text}\n")
    for page, target in LINKS.items():
        project.append(f"docs/en/inference/{page}.md", f"\n[x]({target})\n")
    result = project.build()
    assert result.returncode != 0, result.stdout
    assert "Traceback" not in result.stdout, result.stdout
    return result.stdout.splitlines()


@pytest.mark.xdist_group("mistaken")
@pytest.mark.parametrize("name", MACROS)
def test_a_mistaken_macro_call_stops_the_build_with_its_page_and_line(told: list[str], name: str) -> None:
    file = f"docs/en/inference/{name}.md"
    line = (ROOT / file).read_text("utf-8").count("\n") + 2
    (warning,) = [text for text in told if f"{file}:{line}: " in text]
    assert warning.startswith("WARNING"), "strict counts warnings"
    assert MACROS[name][1] in warning


@pytest.mark.xdist_group("mistaken")
@pytest.mark.parametrize("name", LINKS)
def test_a_broken_link_in_a_page_stops_the_build(told: list[str], name: str) -> None:
    target = LINKS[name]
    (warning,) = [text for text in told if f"'docs/en/inference/{name}.md' contains a link '{target}" in text]
    assert warning.startswith("WARNING"), "strict counts warnings"


def test_a_page_missing_from_the_navigation_stops_the_build(project: Project) -> None:
    (project.root / "docs/en/orphan.md").write_text("# Orphan { #orphan }\n", "utf-8")
    assert_stopped(project, "orphan.md")


@pytest.fixture
def hostile(project: Project) -> Project:
    stem = "A template holds {{ task.input.taskObject }} and <script>alert(1)</script>.\n\n  What is shown?"
    text = GOOD.replace("A team hosts a model whose traffic comes in bursts.\n\n  Which option costs the LEAST?", stem)
    (project.root / "quizzes/inference/hostile.yml").write_text(text.replace("serverless#cold-start", "async"), "utf-8")
    return project


def test_templates_and_tags_in_a_stem_are_shown_as_text(hostile: Project) -> None:
    result = hostile.build()
    assert result.returncode == 0, result.stdout
    for edition in ("", "en/"):
        page = BeautifulSoup(
            (hostile.root / f"site/{edition}inference/async/index.html").read_text("utf-8"), "html.parser"
        )
        scenario = page.select_one('[question-id="inference/hostile"] .eq__scenario')
        assert scenario is not None
        assert scenario.text == "A template holds {{ task.input.taskObject }} and <script>alert(1)</script>."
        assert not any("alert(1)" in script.text for script in page.find_all("script"))


def test_a_list_item_does_not_tear_a_question_apart(project: Project) -> None:
    for language in ("pt", "en"):
        project.append(
            f"docs/{language}/inference/async.md",
            '\n1. First\n\n    {{ question("training/containers-gpu") }}\n\n2. Second\n',
        )
    result = project.build()
    assert result.returncode == 0, result.stdout
    page = BeautifulSoup((project.root / "site/inference/async/index.html").read_text("utf-8"), "html.parser")
    form = page.select_one("li exam-question form")
    assert form is not None
    assert len(form.select("fieldset input")) == 4
    assert page.select_one("li .exam-question-frame p fieldset") is None
