"""What GitHub shows to a contributor: forms in both languages, boxes to tick, owners, and files that say how."""

import json
import re
import subprocess
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, quote, urlsplit

import pytest
import yaml

from macros.pages.addresses import report_url
from macros.questions.ids import is_question_id
from macros.reading.trees import read_tree
from macros.rendering.words import STRINGS
from tests.conftest import ROOT, Project

FORMS = ROOT / ".github" / "ISSUE_TEMPLATE"
TWINS = {
    "wrong-answer.yml": "resposta-errada.yml",
    "new-question.yml": "nova-questao.yml",
    "page-error.yml": "erro-na-pagina.yml",
    "feature.yml": "funcionalidade.yml",
}


def load(name: str) -> dict[str, Any]:
    form: dict[str, Any] = yaml.safe_load((FORMS / name).read_text("utf-8"))
    return form


@pytest.mark.parametrize(("english", "portuguese"), TWINS.items())
def test_a_form_asks_for_the_same_in_both_languages(english: str, portuguese: str) -> None:
    one, other = load(english), load(portuguese)
    assert one["labels"] == other["labels"]
    assert one["name"] != other["name"]
    shape = [
        [
            (row["type"], row["id"], row.get("validations"), len(row["attributes"].get("options", [])))
            for row in form["body"]
        ]
        for form in (one, other)
    ]
    assert shape[0] == shape[1]


def test_every_form_has_its_twin() -> None:
    forms = {file.name for file in FORMS.glob("*.yml")} - {"config.yml"}
    assert forms == {*TWINS, *TWINS.values()}


def test_no_text_of_a_form_is_cut_by_a_comment_sign() -> None:
    for file in FORMS.glob("*.yml"):
        tree, problems = read_tree(file, file.name)
        assert tree is not None, problems
        for line in file.read_text("utf-8").splitlines():
            assert " #" not in line or line.lstrip().startswith("#") or '"' in line.partition(" #")[0], line


@pytest.mark.parametrize("language", ["pt", "en"])
def test_the_link_in_a_question_opens_a_form_that_takes_its_id(language: Any) -> None:
    address = report_url("https://github.com/a/b", "inference/x", language)
    form = re.findall(r"template=([^&]+)", address)[0]
    field = re.findall(r"&(\w+)=inference%2Fx", address)[0]
    assert field in [row["id"] for row in load(form)["body"]]


def test_the_pull_request_asks_for_originality_and_a_source_in_both_languages() -> None:
    text = (ROOT / ".github/pull_request_template.md").read_text("utf-8")
    assert len(re.findall(r"^- \[ \] ", text, re.MULTILINE)) >= 2
    for word in ("source", "fonte", "exam", "prova"):
        assert word in text


def test_the_guide_calls_the_report_link_as_the_site_does() -> None:
    assert f"**{STRINGS['en'].report}**" in (ROOT / "CONTRIBUTING.md").read_text("utf-8")
    assert f"**{STRINGS['pt'].report}**" in (ROOT / "CONTRIBUTING.pt-BR.md").read_text("utf-8")


@pytest.mark.parametrize("name", ["CODE_OF_CONDUCT", "SECURITY", "CONTRIBUTING"])
def test_what_a_contributor_reads_exists_in_both_languages(name: str) -> None:
    english, portuguese = ((ROOT / f"{name}{end}").read_text("utf-8") for end in (".md", ".pt-BR.md"))
    assert f"({name}.pt-BR.md)" in english
    assert f"({name}.md)" in portuguese
    assert english.count("\n## ") == portuguese.count("\n## ")


def owners() -> dict[str, str]:
    lines = (ROOT / ".github/CODEOWNERS").read_text("utf-8").splitlines()
    return dict(line.split() for line in lines if line and line[0] != "#")


def test_owners_are_of_paths_that_are_there() -> None:
    for path in owners():
        # A topic may have its pages before its first question.
        places = {path, path.replace("/quizzes/", "/docs/pt/")}
        assert any((ROOT / place.strip("/")).exists() for place in places), path
    assert all(owner.startswith("@") for owner in owners().values())


def test_all_that_a_machine_runs_or_a_reader_learns_from_has_an_owner() -> None:
    """What is left over is for people who visit the repository, and for their editors."""
    listed = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True)  # noqa: S607
    unowned = [file for file in listed.stdout.splitlines() if not f"/{file}".startswith(tuple(owners()))]
    assert [
        file for file in unowned if not re.fullmatch(r"[A-Z_-]+(?:\.pt-BR)?\.md|LICENSE[^/]*|\.[a-z.]+", file)
    ] == []


def test_the_dev_container_serves_and_checks_with_make() -> None:
    container = json.loads((ROOT / ".devcontainer/devcontainer.json").read_text("utf-8"))
    assert container["postCreateCommand"] == "make check"
    assert container["forwardPorts"] == [8000]


def test_the_template_of_the_guide_is_refused_until_it_is_changed(mini: Project) -> None:
    """The browser-only way: paste the template under a new name and commit; nothing else is wrong with it."""
    for name in ("CONTRIBUTING.md", "CONTRIBUTING.pt-BR.md"):
        (block,) = re.findall(r"```yaml\n(.*?)```", (ROOT / name).read_text("utf-8"), re.DOTALL)
        file = mini.root / "quizzes/inference/pasted-from-the-guide.yml"
        file.write_text(block, "utf-8")
        result = mini.verb("validate", str(file), "--format", "json")
        assert result.returncode == 1
        assert {problem["code"] for problem in json.loads(result.stdout)} == {"Q027"}


@pytest.mark.parametrize("name", ["CONTRIBUTING.md", "CONTRIBUTING.pt-BR.md"])
def test_the_link_to_a_new_file_brings_the_template_with_it(name: str) -> None:
    text = (ROOT / name).read_text("utf-8")
    (block,) = re.findall(r"```yaml\n(.*?)```", text, re.DOTALL)
    (label, address) = re.findall(r"^\[(\w+)\]: (\.\./\.\./new/main/\S+)$", text, re.MULTILINE)[0]
    assert f"][{label}]" in text
    folder = urlsplit(address).path.removeprefix("../../new/main/")
    assert (ROOT / folder).is_dir()
    query = parse_qs(urlsplit(address).query)
    assert query["value"] == [block], f"write: value={quote(block, safe='')}"
    assert is_question_id(f"{folder.removeprefix('quizzes/')}/{query['filename'][0].removesuffix('.yml')}")
    assert len(address) < 8000  # what servers take as an address


def test_a_mistake_in_a_pull_request_is_an_annotation_on_its_line(mini: Project) -> None:
    file = "quizzes/inference/async-config-object.yml"
    mini.edit(file, "MLA-C01/3.2", "MLA-C01/3.9")
    result = mini.verb("validate", "--lang", "en", GITHUB_ACTIONS="true", GITHUB_STEP_SUMMARY=str(Path("/dev/null")))
    assert result.returncode == 1
    assert re.search(rf"^::error file={re.escape(file)},line=\d+,col=\d+.*B001", result.stdout, re.MULTILINE), (
        result.stdout
    )
