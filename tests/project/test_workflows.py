"""The workflows, issue forms and Dependabot's file: sound, pinned, with no right to spare; all they run is make."""

import itertools
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.conftest import ROOT, Project

GITHUB = ROOT / ".github"
FILES = sorted((GITHUB / "workflows").glob("*.yml"))
NAMES = [file.stem for file in FILES]
MAKEFILE = (ROOT / "Makefile").read_text("utf-8")
ZIZMOR = ("zizmor", "--offline", "--persona", "pedantic", "--collect", "all", "--strict-collection")
SCHEMA = ("check-jsonschema", "--builtin-schema")
MARKERS = ("site", "browser", "system")
JOBS = [(file.stem, name) for file in FILES for name in yaml.safe_load(file.read_text("utf-8"))["jobs"]]


def load(name: str) -> dict[str, Any]:
    workflow: dict[str, Any] = yaml.safe_load((GITHUB / "workflows" / f"{name}.yml").read_text("utf-8"))
    return workflow


def tool(name: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [Path(sys.executable).with_name(name), *arguments], cwd=ROOT, capture_output=True, text=True, check=False
    )


def commands(name: str, job: str) -> list[str]:
    return [step["run"] for step in load(name)["jobs"][job]["steps"] if "run" in step]


@pytest.mark.system
def test_zizmor_finds_nothing() -> None:
    result = tool(*ZIZMOR, ".github")
    assert result.returncode == 0, result.stdout
    assert "WARN" not in result.stderr, result.stderr


@pytest.mark.system
@pytest.mark.parametrize(
    ("schema", "pattern"),
    [
        ("vendor.github-workflows", "workflows/*.yml"),
        ("custom.github-workflows-require-timeout", "workflows/*.yml"),
        ("vendor.dependabot", "dependabot.yml"),
        ("vendor.github-issue-config", "ISSUE_TEMPLATE/config.yml"),
        ("vendor.github-issue-forms", "ISSUE_TEMPLATE/[!c]*.yml"),
    ],
)
def test_every_file_keeps_to_githubs_schema(schema: str, pattern: str) -> None:
    files = [str(file) for file in GITHUB.glob(pattern)]
    assert files
    result = tool(*SCHEMA, schema, *files)
    assert result.returncode == 0, result.stdout + result.stderr


@pytest.mark.system
@pytest.mark.parametrize(
    ("file", "old", "new", "tool_and_options", "expected"),
    [
        ("workflows/ci.yml", "persist-credentials: false", "fetch-depth: 1", ZIZMOR, "artipacked"),
        ("workflows/ci.yml", "run: make check", "run: make ${{ github.head_ref }}", ZIZMOR, "template-injection"),
        ("workflows/release.yml", "@1e69f48acb82d1966a394da916b4c1698aa569d6", "@v4", ZIZMOR, "unpinned-uses"),
        ("dependabot.yml", "cooldown: {default-days: 7}", "labels: []", ZIZMOR, "dependabot-cooldown"),
        ("workflows/ci.yml", "runs-on", "runs-in", (*SCHEMA, "vendor.github-workflows"), "runs-in"),
        ("dependabot.yml", "monthly", "sometimes", (*SCHEMA, "vendor.dependabot"), "sometimes"),
        (
            "ISSUE_TEMPLATE/wrong-answer.yml",
            "type: dropdown",
            "type: menu",
            (*SCHEMA, "vendor.github-issue-forms"),
            "menu",
        ),
    ],
)
def test_a_planted_mistake_is_found(
    tmp_path: Path, file: str, old: str, new: str, tool_and_options: tuple[str, ...], expected: str
) -> None:
    copy = tmp_path / ".github" / file
    copy.parent.mkdir(parents=True)
    text = (GITHUB / file).read_text("utf-8")
    assert old in text
    copy.write_text(text.replace(old, new, 1), "utf-8")
    result = tool(*tool_and_options, str(copy))
    assert result.returncode != 0
    assert expected in result.stdout


@pytest.mark.parametrize("name", NAMES)
def test_nothing_is_allowed_but_what_a_job_asks_for(name: str) -> None:
    workflow = load(name)
    assert workflow["permissions"] == {}
    assert workflow["concurrency"]["group"]
    assert all("permissions" in job and job["timeout-minutes"] <= 90 for job in workflow["jobs"].values())
    # YAML 1.1 reads the key `on` as true.
    assert not {"pull_request_target", "workflow_run"} & set(workflow[True])


@pytest.mark.parametrize(("name", "job"), JOBS)
def test_a_job_that_may_write_runs_no_package_from_an_index(name: str, job: str) -> None:
    row = load(name)["jobs"][job]
    if "write" in row["permissions"].values():
        assert set(commands(name, job)) <= {"make sources-issue", "make release-upload"}
        for target in (command.removeprefix("make ") for command in commands(name, job)):
            assert not needed(target), f"{target} needs what is installed into .venv"


def test_only_the_deploy_job_may_publish() -> None:
    holders = [(name, job) for name, job in JOBS if load(name)["jobs"][job]["permissions"].get("pages") == "write"]
    assert holders == [("publish", "deploy")]
    assert load("publish")["jobs"]["deploy"]["permissions"] == {"pages": "write", "id-token": "write"}
    assert commands("publish", "deploy") == []


@pytest.mark.parametrize(("name", "job"), JOBS)
def test_every_step_is_a_pinned_action_or_a_make_target(name: str, job: str) -> None:
    text = (GITHUB / "workflows" / f"{name}.yml").read_text("utf-8")
    for step in load(name)["jobs"][job]["steps"]:
        if "uses" in step:
            assert re.search(re.escape(step["uses"]) + r" # v\d+\.\d+\.\d+$", text, re.MULTILINE), step
            assert re.fullmatch(r"[\w-]+/[\w-]+@[0-9a-f]{40}", step["uses"])
            if "/checkout@" in step["uses"]:
                assert step["with"]["persist-credentials"] is False
        elif job == "all-green":
            assert step["run"] == "exit 1"
        else:
            target = step["run"].removeprefix("make ")
            assert step["run"].startswith("make ")
            assert re.search(rf"^{target}:", MAKEFILE, re.MULTILINE), target


def test_one_action_has_one_pin() -> None:
    pins = {use for file in FILES for use in re.findall(r"uses: (\S+ # \S+)", file.read_text("utf-8"))}
    actions = [pin.partition("@")[0] for pin in pins]
    assert len(actions) == len(set(actions)), sorted(pins)


def needed(target: str) -> list[str]:
    (prerequisites,) = re.findall(rf"^{re.escape(target)}:([^#=\n]*)", MAKEFILE, re.MULTILINE)
    return str(prerequisites).split()


def all_needed(*targets: str) -> set[str]:
    """Return the targets with everything that they need, over as many steps as it takes."""
    found: set[str] = set()
    queue = list(targets)
    while queue:
        target = queue.pop()
        if target not in found:
            found.add(target)
            queue += needed(target) if re.search(rf"^{re.escape(target)}:[^=]", MAKEFILE, re.MULTILINE) else []
    return found


def test_the_jobs_of_ci_do_together_all_that_make_test_does() -> None:
    run = [
        command.removeprefix("make ")
        for job in load("ci")["jobs"]
        if job != "all-green"
        for command in commands("ci", job)
    ]
    assert all_needed("test") - {"test"} <= all_needed(*run)
    selections = [
        selection
        for target in all_needed(*run)
        for selection in re.findall(rf'^{re.escape(target)}:.*\n\t.*-m "([^"]+)"$', MAKEFILE, re.MULTILINE)
    ]
    assert len(selections) == 3
    for values in itertools.product([False, True], repeat=len(MARKERS)):
        marked = dict(zip(MARKERS, values, strict=True))
        chosen = [selection for selection in selections if eval(selection, {}, dict(marked))]  # noqa: S307
        assert len(chosen) == 1, f"tests marked {marked} are run by {chosen}"


def test_a_mistake_in_a_question_fails_one_job_and_the_others_wait_for_it() -> None:
    first, *others = (job for name, job in load("ci")["jobs"].items() if name != "all-green")
    assert [step["run"] for step in first["steps"] if "run" in step] == ["make validate"]
    assert {job["needs"] for job in others} == {"questions"}


def test_what_was_signed_is_attached_to_the_release() -> None:
    steps = load("release")["jobs"]["attach"]["steps"]
    signed = {step["id"]: step["with"]["subject-path"] for step in steps if "/attest@" in step.get("uses", "")}
    assert signed == {"provenance": "dist/*", "contents": "dist/site.tar.gz"}
    (upload,) = [step for step in steps if step.get("run") == "make release-upload"]
    assert {f"${{{{ steps.{name}.outputs.bundle-path }}}}" for name in signed} <= set(upload["env"].values())


def test_all_green_waits_for_every_job_of_ci_that_may_not_fail() -> None:
    jobs = load("ci")["jobs"]
    may_fail = {name for name, job in jobs.items() if job.get("continue-on-error")}
    assert set(jobs["all-green"]["needs"]) == set(jobs) - {"all-green"} - may_fail
    assert may_fail == {"zensical"}
    assert jobs["all-green"]["if"] == "always()"
    assert {"failure", "cancelled", "skipped"} <= set(re.findall(r"'(\w+)'", jobs["all-green"]["steps"][0]["if"]))


def test_the_previews_note_names_its_artifact_and_how_long_it_stays() -> None:
    uploads = [step for step in load("ci")["jobs"]["site"]["steps"] if "upload-artifact" in step.get("uses", "")]
    note = (GITHUB / "preview.md").read_text("utf-8")
    assert note.count(f"`{uploads[0]['with']['name']}`") == 2
    days = {step["with"]["retention-days"] for step in uploads}
    assert [note.count(f" {day} d") + note.count(f" {day}\nd") for day in days] == [2]
    (note_step,) = [step for step in load("ci")["jobs"]["site"]["steps"] if step.get("run") == "make preview-note"]
    addresses = {name: f"${{{{ steps.{name.lower()}.outputs.artifact-url }}}}" for name in ("SITE", "PT", "EN")}
    assert note_step["env"] == addresses
    assert {step["id"].upper() for step in uploads} == set(addresses) == set(re.findall(r"@([A-Z]+)@", note))


def test_the_previews_note_leaves_out_an_edition_that_does_not_change() -> None:
    result = subprocess.run(
        ["make", "--silent", "preview-note"],  # noqa: S607
        cwd=ROOT,
        env={"PATH": os.environ["PATH"], "SITE": "https://a/site", "PT": "https://a/pt", "EN": ""},
        capture_output=True,
        text=True,
        check=True,
    )
    assert "](https://a/pt)" in result.stdout
    assert "in English](" not in result.stdout
    assert "@" not in result.stdout


@pytest.fixture(scope="module")
def job(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Make this the job of a workflow, as pytest finds it when it starts, and return its summary."""
    summary = tmp_path_factory.mktemp("job") / "summary.md"
    with pytest.MonkeyPatch.context() as environment:
        environment.setenv("GITHUB_ACTIONS", "true")
        environment.setenv("GITHUB_STEP_SUMMARY", str(summary))
        yield summary


def test_mistakes_that_tests_make_are_not_in_the_summary_of_their_job(job: Path, mini: Project) -> None:
    mini.edit("quizzes/inference/async-config-object.yml", "difficulty: 1", "difficulty: 5")
    result = mini.verb("validate")
    assert result.returncode == 1
    assert "::error" not in result.stdout
    assert not job.exists()


def test_a_preview_holds_no_secret() -> None:
    assert "secrets" not in (GITHUB / "workflows/ci.yml").read_text("utf-8").replace("No secret", "")


@pytest.mark.parametrize("name", NAMES)
def test_a_fork_needs_no_edit(name: str) -> None:
    text = (GITHUB / "workflows" / f"{name}.yml").read_text("utf-8")
    assert "github.io" not in text
    assert "sagemaker-exam-guide" not in text
