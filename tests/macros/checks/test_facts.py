from dataclasses import replace

import pytest

from macros.bank import Bank, load_bank
from macros.checks.facts import check_facts
from macros.facts import LIMITS
from tests.conftest import Project

SOURCE = "https://docs.aws.amazon.com/sagemaker/latest/dg/model-monitor-availability-change.html"


@pytest.mark.parametrize(
    ("file", "old", "new", "code", "words"),
    [
        ("glossary.yml", "page: monitoring/data-quality#baseline", "page: data/nowhere", "B002",
         "unknown page: data/nowhere."),
        ("glossary.yml", "page: monitoring/data-quality#baseline", "page: monitoring/data-quality#base", "B003",
         "Did you mean #baseline?"),
        ("availability.yml", "pages: [", "pages: [monitoring/data-qualit, ", "B002",
         "Did you mean monitoring/data-quality?"),
        ("availability.yml", SOURCE, "javascript://x", "Q012", "not an https address: javascript://x"),
        ("exams.yml", "official: https://docs.aws.amazon.com/aws-certification/latest/machine-learning-engineer-associate-02/",
         "official: http://docs.aws.amazon.com/", "Q012", "not an https address: http://docs"),
        ("other-exams.yml", "official: https://docs.aws.amazon.com/aws-certification/latest/ai-practitioner-01/",
         "official: http://docs.aws.amazon.com/", "Q012", "not an https address: http://docs"),
        ("limits.yml", "source: https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_ProductionVariantServerlessConfig.html",
         "source: x", "Q012", "not an https address: x"),
    ],
)  # fmt: skip
def test_what_a_fact_names_must_be_there(mini: Project, file: str, old: str, new: str, code: str, words: str) -> None:
    path = mini.root / "facts" / file
    text = path.read_text("utf-8")
    assert old in text
    before, after = text.split(old, 1)
    path.write_text(before + new + after, "utf-8")
    [problem] = load_bank(mini.root).errors
    assert (problem.code, problem.path) == (code, f"facts/{file}")
    assert problem.position.line == before.count("\n") + 1
    assert words in problem.message("en")


@pytest.mark.parametrize(
    ("value", "unit", "fits"),
    [
        (1, None, True),
        (1, "GB", True),
        (1, "fraction", False),
        ("0.5", "fraction", True),
        ("1.0", "fraction", True),
        ("half", "fraction", False),
        ("0,5", "fraction", False),
        ("Serial", None, True),
        ("0.5", "GB", False),
        (["a"], None, True),
        (["a", "b"], "days", False),
        (["0.5"], "fraction", False),
    ],
)
def test_a_unit_fits_its_value(bank: Bank, value: int | str | list[str], unit: str | None, fits: bool) -> None:  # noqa: FBT001
    key = "serverless.memory_max"
    limit = bank.facts.limits[key].model_copy(update={"value": value, "unit": unit})
    problems = list(check_facts(replace(bank.facts, limits=bank.facts.limits | {key: limit}), bank.pages))
    where = bank.facts.trees[LIMITS].position_of(("serverless", "memory_max", "unit"))
    assert [(p.code, p.path, p.position) for p in problems] == ([] if fits else [("B016", LIMITS, where)])


def test_a_limit_whose_unit_does_not_fit_is_an_error_and_not_a_traceback(mini: Project) -> None:
    path = mini.root / "facts/limits.yml"
    path.write_text(path.read_text("utf-8").replace('value: "0.1"', "value: 1", 1), "utf-8")
    [problem] = load_bank(mini.root).errors
    assert problem.message("en") == "the value 1 does not go with unit: fraction"


def test_a_text_of_a_fact_that_lacks_a_language_is_told_at_its_place(mini: Project) -> None:
    mini.edit("facts/limits.yml", '{pt: "Memória mínima", en: "Least memory"}', '{pt: "Memória mínima"}')
    [problem] = load_bank(mini.root).problems
    assert (problem.code, problem.rule.severity, problem.path) == ("B008", "warning", "facts/limits.yml")
    assert problem.message("en") == "label has no text in en"
