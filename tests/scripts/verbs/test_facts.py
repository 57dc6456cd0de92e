import re
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from macros.bank import Bank
from macros.facts import Botocore, Facts, Limit
from macros.language import LANGUAGES
from macros.text import Text
from scripts.__main__ import main
from scripts.api_model import ApiModel, Difference, holds, plain_text
from scripts.messages import Messages, texts
from scripts.verbs.facts import quoting_pages, reviews
from tests.conftest import ROOT, Project

DAY = date(2026, 11, 22)
SOURCE = "https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_CreateEndpoint.html"

BOUND = {"shape": "CreateEndpointInput", "member": "EndpointName", "is": "max"}
ENUM = {"shape": "ContainerDefinition", "member": "Mode", "is": "enum"}
SUPERSET = {"shape": "TrainingInputMode", "is": "enum_contains"}
REQUIRED = {"shape": "VpcConfig", "is": "required"}
MEMBERS = {"shape": "VpcConfig", "is": "members"}
OPERATION = {"shape": "CreateEndpoint", "is": "operation"}
ANSWER = {
    "service": "sagemaker-runtime",
    "shape": "InvokeEndpoint",
    "is": "documented",
    "phrase": "must respond to requests within 60 seconds",
}
DEFAULT = {
    "service": "sagemaker-runtime",
    "shape": "InvokeEndpointAsyncInput",
    "member": "InvocationTimeoutSeconds",
    "is": "documented",
    "phrase": "The default is 15 minutes, or 900 seconds",
}

# One more limit at the end of limits.yml, one character off, and a page that quotes it.
ADDED = f"""
made_up:
  endpoint_name:
    value: 64
    unit: characters
    label: {{pt: "x", en: "x"}}
    source: {SOURCE}
    botocore: {{service: sagemaker, shape: CreateEndpointInput, member: EndpointName, is: max}}
    reviewed: 2026-11-22
"""


@pytest.fixture(scope="module")
def model() -> ApiModel:
    return ApiModel()


@pytest.fixture
def call(request: pytest.FixtureRequest, capsys: pytest.CaptureFixture[str]) -> Callable[..., tuple[int, str]]:
    """Return a function that runs the verb, on the copy if the test has one, and returns its status and output."""
    root = request.getfixturevalue("mini").root if "mini" in request.fixturenames else ROOT

    def run(*arguments: str) -> tuple[int, str]:
        status = main(["facts", *arguments], root)
        return status, capsys.readouterr().out

    return run


def limit(value: int | str | list[str], path: dict[str, Any] | None, unit: Any = None) -> Limit:
    botocore = Botocore.model_validate({"service": "sagemaker", **path}) if path else None
    words = Text(pt="x", en="x")
    return Limit(value=value, unit=unit, label=words, source=SOURCE, botocore=botocore, reviewed=DAY)


def found(model: ApiModel, value: int | str | list[str], path: dict[str, Any], unit: Any = None) -> Difference:
    difference = model.difference(limit(value, path, unit))
    assert difference is not None
    return difference


def test_a_difference_means_that_aws_changed_a_limit_and_the_pages_named_here_are_out_of_date(
    call: Callable[..., tuple[int, str]],
) -> None:
    status, out = call("--lang", "en")
    assert status == 0, out


@pytest.mark.parametrize(
    ("value", "path"),
    [
        (63, BOUND),
        ("63", BOUND),
        (1, {**BOUND, "factor": 63}),
        (0, {**BOUND, "is": "min"}),
        (63, {"shape": "EndpointName", "is": "max"}),
        (5, {"shape": "VpcConfig", "member": "SecurityGroupIds", "is": "max"}),
        (1, {"shape": "VpcConfig", "member": "Subnets", "is": "min"}),
        (
            "0.25",
            {
                "shape": "InferenceComponentComputeResourceRequirements",
                "member": "NumberOfCpuCoresRequired",
                "is": "min",
            },
        ),
        (100, {"shape": "CreateTrainingJobRequest", "member": "HyperParameters", "is": "max"}),
        (["MultiModel", "SingleModel"], ENUM),
        (["MultiModel", "SingleModel"], {"shape": "ContainerMode", "is": "enum"}),
        (["Pipe", "File"], SUPERSET),
        ("Pipe", SUPERSET),
        (["Subnets", "SecurityGroupIds"], REQUIRED),
        (["Subnets"], MEMBERS),
        ("CreateEndpoint", OPERATION),
    ],
)
def test_a_true_limit_agrees(model: ApiModel, value: int | str | list[str], path: dict[str, Any]) -> None:
    assert model.difference(limit(value, path)) is None


@pytest.mark.parametrize(
    ("value", "path", "kind"),
    [
        (64, BOUND, "bound"),
        (63, {**BOUND, "factor": 2}, "bound"),
        (["63"], BOUND, "bound"),
        (63, {**BOUND, "is": "min"}, "bound"),
        (1, {"shape": "CreateEndpointInput", "is": "max"}, "bound"),
        (["SingleModel"], ENUM, "names"),
        (["SingleModel", "MultiModel", "NoModel"], ENUM, "names"),
        (["SingleModel"], {**ENUM, "member": "Image"}, "names"),
        (["Pipe", "Stream"], SUPERSET, "lacks"),
        (["Subnets"], REQUIRED, "names"),
        (["Subnets", "SecurityGroupIds", "Region"], REQUIRED, "names"),
        (["Subnets"], {**REQUIRED, "member": "Subnets"}, "names"),
        (["Subnets", "Subnet"], MEMBERS, "lacks"),
        (["Subnets"], {**MEMBERS, "member": "Subnets"}, "lacks"),
        ("CreateEndpoint", {**OPERATION, "shape": "CreateEndpoints"}, "lacks"),
        ("CreateEndpoints", OPERATION, "lacks"),
        (63, {**BOUND, "shape": "CreateEndpoint"}, "nowhere"),
        (63, {**BOUND, "member": "Endpoint"}, "nowhere"),
        (63, {**BOUND, "shape": "EndpointName"}, "nowhere"),
    ],
)
def test_an_altered_limit_differs(
    model: ApiModel, value: int | str | list[str], path: dict[str, Any], kind: str
) -> None:
    assert found(model, value, path).kind == kind


@pytest.mark.parametrize(
    ("value", "unit", "path"),
    [
        (60, "s", ANSWER),
        (15, "min", DEFAULT),
        (900, "s", DEFAULT),
        (15, "min", {**DEFAULT, "phrase": "or 900\n seconds"}),
        ("15 minutes", None, DEFAULT),
        (
            1,
            None,
            {
                "shape": "CreateEndpointConfigInput",
                "member": "ShadowProductionVariants",
                "is": "documented",
                "phrase": "one variant for ProductionVariants",
            },
        ),
    ],
)
def test_a_documented_value_agrees_where_a_phrase_of_the_api_states_it_in_any_unit(
    model: ApiModel, value: int | str, unit: str | None, path: dict[str, Any]
) -> None:
    assert model.difference(limit(value, path, unit)) is None


@pytest.mark.parametrize(
    ("value", "unit", "path", "kind"),
    [
        (70, "s", {**ANSWER, "phrase": "must respond to requests within 70 seconds"}, "silent"),
        (6, None, {**ANSWER, "phrase": "must respond to requests within 6"}, "silent"),
        (60, "s", {**ANSWER, "member": "Body"}, "nowhere"),
        (70, "s", ANSWER, "unstated"),
        (16, "min", DEFAULT, "unstated"),
        ("16 minutes", None, DEFAULT, "unstated"),
        (["15", "hour"], None, DEFAULT, "unstated"),
        (60, "s", {**ANSWER, "phrase": None}, "no_phrase"),
    ],
)
def test_a_documented_value_differs_where_the_phrase_is_gone_or_says_something_else(
    model: ApiModel, value: int | str | list[str], unit: str | None, path: dict[str, Any], kind: str
) -> None:
    assert found(model, value, path, unit).kind == kind


@pytest.mark.parametrize("text", ["is 10", "is 1.5", "is 1,000", "this 1", "is 1x"])
def test_a_phrase_is_never_found_inside_a_longer_word_or_number(text: str) -> None:
    assert not holds(text, "is 1")


def test_a_number_is_never_found_at_the_end_of_a_longer_one() -> None:
    assert not holds("from 1,300 to 2.300", "300")


@pytest.mark.parametrize("text", ["is 1", "it is 1.", "it is 1, not 2", "(is 1)", "This is 10, that is 1"])
def test_a_phrase_is_found_between_spaces_and_punctuation(text: str) -> None:
    assert holds(text, "is 1")


def test_documentation_is_read_as_a_reader_sees_it() -> None:
    text = "<p>At  most\n5&nbsp;MB (<code>Body</code>) &amp; more.</p><ul><li>one</li><li>two</li></ul>"
    assert plain_text(text) == "At most 5 MB (Body) & more. one two"


def test_no_limit_of_the_project_would_pass_with_another_value(model: ApiModel, bank: Bank) -> None:
    passed = []
    for key, row in bank.facts.limits.items():
        if isinstance(row.value, int):
            altered: Any = row.value * 7 + 1
        elif isinstance(row.value, list):
            altered = [*row.value, "Nothing"]
        else:
            altered = f"9{row.value}"
        if row.botocore and not model.difference(row.model_copy(update={"value": altered})):
            passed.append(key)
    assert not passed


def test_what_differs_is_said_with_both_sides_its_place_and_the_pages_that_quote_it(
    mini: Project, call: Callable[..., tuple[int, str]]
) -> None:
    lines = (mini.root / "facts/limits.yml").read_text("utf-8").count("\n")
    mini.append("facts/limits.yml", ADDED)
    mini.append("docs/pt/inference/async.md", '\n{{ limit("made_up.endpoint_name") }}\n')
    mini.append("docs/pt/inference/serverless.md", '\n{{ limits("made_up") }}\n')
    status, out = call("--lang", "en")
    assert status == 1
    assert out.splitlines()[:2] == [
        f"facts/limits.yml:{lines + 4}:12: made_up.endpoint_name: the file says max 64; the API model says max 63 "
        "(sagemaker CreateEndpointInput.EndpointName)",
        f"    help: compare with {SOURCE}, fix the limit and its `reviewed`; it is quoted on: "
        "docs/pt/inference/async.md, docs/pt/inference/serverless.md",
    ]
    assert " 1 mismatch(es), " in out


def test_a_path_that_leads_nowhere_is_placed_on_its_own_key(
    mini: Project, call: Callable[..., tuple[int, str]]
) -> None:
    mini.append("facts/limits.yml", ADDED.replace("member: EndpointName", "member: EndpointNames"))
    status, out = call("--lang", "pt")
    lines = (mini.root / "facts/limits.yml").read_text("utf-8").splitlines()
    place = f"{len(lines) - 1}:{lines[-2].index('EndpointNames') + 1}"
    assert status == 1
    assert f"facts/limits.yml:{place}: made_up.endpoint_name: o arquivo aponta para EndpointNames" in out
    assert "parecido lá: EndpointName\n" in out
    assert "nenhuma página" in out


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_kind_of_difference_has_its_words_in_both_languages(language: Any, model: ApiModel) -> None:
    differences = [
        found(model, 64, BOUND),
        found(model, ["SingleModel"], ENUM),
        found(model, "Stream", SUPERSET),
        found(model, 63, {**BOUND, "member": "Name"}),
        found(model, 60, {**ANSWER, "phrase": "within 61 seconds"}),
        found(model, 61, ANSWER),
        found(model, 60, {**ANSWER, "phrase": None}),
    ]
    assert {difference.kind for difference in differences} == texts("facts").keys() - {
        "stale",
        "help",
        "stale_help",
        "no_page",
        "summary",
    }
    for difference in differences:
        text = Messages("facts", language)(difference.kind, key="a.b", **difference.words)
        assert difference.words["place"] in text
        assert difference.words["found"] in text


def test_a_vanished_phrase_is_shown_beside_what_aws_says_now(model: ApiModel) -> None:
    difference = found(model, 61, {**ANSWER, "phrase": "must respond to requests within 61 seconds"})
    assert "must respond to requests within 60 seconds" in difference.words["found"]


def test_the_pages_that_quote_a_limit_are_those_that_call_it_or_its_section(tmp_path: Path) -> None:
    facts = Facts(limits={key: limit(1, None) for key in ("a.one", "a.two", "b.one", "c.one")})
    pages = {
        "x/one.md": "Up to {{ limit(\"a.one\") }}, and {{limit('b.one')}}.",
        "section.md": '{{ limits("a",\n  "b.one") }}',
        "unrendered.md": '{% raw %}{{ limit("a.one") }}{% endraw %} limit("a.two") {{ my_limit("a.two") }}',
        "unknown.md": '{{ limit("d.one") }}',
    }
    for name, text in pages.items():
        file = tmp_path / "docs/pt" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")
    assert quoting_pages(tmp_path, facts) == {
        "a.one": ["docs/pt/section.md", "docs/pt/x/one.md"],
        "a.two": ["docs/pt/section.md"],
        "b.one": ["docs/pt/section.md", "docs/pt/x/one.md"],
    }


def test_every_limit_feature_and_exam_has_a_review(bank: Bank) -> None:
    facts = bank.facts
    rows = list(reviews(facts))
    assert len(rows) == len(facts.limits) + len(facts.features) + len(facts.exams) + len(facts.other_exams)
    names = ("limits", "availability", "exams", "other-exams")
    assert {row.file for row in rows} == {f"facts/{name}.yml" for name in names}


def test_stale_reviews_are_listed_with_their_place_and_fail_nothing(
    mini: Project, call: Callable[..., tuple[int, str]]
) -> None:
    places = []
    for name in ("limits", "availability", "exams", "other-exams"):
        file = mini.root / f"facts/{name}.yml"
        text = file.read_text("utf-8")
        match = re.search(r"reviewed: [0-9-]+", text)
        assert match
        file.write_text(text.replace(match[0], "reviewed: 2020-01-01", 1), "utf-8")
        before = text[: match.start()]
        places.append(f"facts/{name}.yml:{before.count(chr(10)) + 1}:{match.start() - before.rfind(chr(10)) + 10}: ")
    age = (datetime.now(UTC).date() - date(2020, 1, 1)).days
    status, out = call("--lang", "en", "--stale", str(age - 1))
    lines = out.splitlines()
    assert status == 0, out
    assert len(lines) == 2 * len(places) + 1
    for line, place in zip(lines[::2], places, strict=False):
        assert line.startswith(f"{place}warning: ")
        assert "on 2020-01-01, was " in line
    assert lines[-1].endswith(f"; {len(places)} review(s) older than {age - 1} days")
    status, out = call("--stale", str(age + 1))
    assert (status, len(out.splitlines())) == (0, 1)


def test_the_summary_counts_what_was_checked_and_what_rests_on_a_page_alone(
    call: Callable[..., tuple[int, str]], bank: Bank, model: ApiModel
) -> None:
    checked = sum(row.botocore is not None for row in bank.facts.limits.values())
    total = len(bank.facts.limits)
    _, out = call("--lang", "en")
    start = f"{total} limits, {checked} checked against botocore {model.version}, 0 mismatch(es), {total - checked} "
    assert out.splitlines()[-1].startswith(start)


def test_facts_that_cannot_be_read_are_reported_as_validate_does(
    mini: Project, call: Callable[..., tuple[int, str]]
) -> None:
    mini.append("facts/limits.yml", ADDED.replace("value: 64", "valeu: 64"))
    status, out = call("--lang", "en")
    assert status == 1
    assert "Did you mean value?" in out
    assert "Traceback" not in out


@pytest.mark.parametrize("arguments", [["--stale", "-1"], ["--stale", "soon"], ["--lang", "fr"], ["facts/limits.yml"]])
def test_a_wrong_call_is_usage(arguments: list[str], call: Callable[..., tuple[int, str]]) -> None:
    with pytest.raises(SystemExit) as stop:
        call(*arguments)
    assert stop.value.code == 2
