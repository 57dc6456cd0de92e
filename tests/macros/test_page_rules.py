"""Break each rule of pages and examples once in the mini project: that rule fires there, and no other."""

import shutil
from pathlib import Path
from typing import NamedTuple

import pytest

from macros.bank import load_bank
from macros.checks.page import FEATURE_SECTIONS, LEAST_WORDS, MOST_WORDS
from macros.language import LANGUAGES
from macros.problems import Problem, rules
from scripts.examples.check import check_examples
from tests.conftest import ROOT
from tests.questions import FRONT

MINI = ROOT / "tests" / "fixtures" / "mini_project"
PAGE = "inference/serverless"
BOTH = tuple(f"docs/{language}/{PAGE}.md" for language in LANGUAGES)
EN = f"docs/en/{PAGE}.md"
GONE = tuple(f"docs/{language}/monitoring/data-quality.md" for language in LANGUAGES)


class Fault(NamedTuple):
    """What to replace in which files, and where the rule fires: on which lines, counted from where the text starts."""

    files: tuple[str, ...]
    old: str
    new: str
    offsets: tuple[int, ...] = (0,)


FAULTS = {
    "P001": Fault((EN,), "---\ndescription", "description"),
    "P002": Fault((EN,), "when to use them, memory, concurrency, cold starts,", "long " * 40),
    "P003": Fault((EN,), "reviewed: 2026-11-22", "reviewed: 2999-01-01"),
    "P004": Fault((EN,), "docs.aws.amazon.com", "example.com", (-1,)),
    "P005": Fault(BOTH, "\n# ", "\n## ", (1,)),
    "P006": Fault((EN,), " { #exclusions }", ""),
    "P007": Fault(BOTH, "{ #exclusions }", "{ #memory }"),
    "P008": Fault(BOTH, "### Mem", "#### Mem"),
    "P009": Fault((EN,), '{{ limit("serverless.memory_max") }} of memory |', "6 GB of memory |"),
    "P010": Fault((EN,), "brings up compute", "brings up compute (coming soon)"),
    "P011": Fault((GONE[1],), '{{ availability("model-monitor") }}\n', "\n", (2,)),
    "P012": Fault(BOTH, "{ #exam }", "{ #exams }", (-21,)),
    "P016": Fault((EN,), "{ #limits }", "{ #limit }"),
    "E001": Fault(BOTH, "import boto3\n", "import boto3 as\n"),
    "E002": Fault((EN,), "churn-v1", "churn-v2"),
    "E003": Fault(BOTH, "create_endpoint_config(", "create_endpoint_configs("),
    "E004": Fault(BOTH, ', "MaxConcurrency": 10', ""),
    "E005": Fault(BOTH, '"MaxConcurrency": 10', '"MaxConcurrency": "10"'),
    "E006": Fault(BOTH, '"ModelName": "churn-v1"', '"ModelName": "churn v1"'),
    "E007": Fault(BOTH, '"MaxConcurrency": 10', '"MaxConcurrency": 201'),
    "E008": Fault(BOTH, "create_endpoint(EndpointName", 'create_endpoint("churn", EndpointName'),
    "E010": Fault(BOTH, "sagemaker = boto3", "sagemaker = None\nsagemaker = boto3", (0, 1)),
}


# What pages of a whole new kind lack: the text below the title, and the page.
SHORT = "\n".join(f"## Section {{ #{section} }}\n" for section in FEATURE_SECTIONS)
LONG = SHORT + "\n" + "word " * LEAST_WORDS + "\n"
LATE = LONG.replace("#one-minute", "#x").replace("#when-to-use", "#one-minute").replace("#x", "#when-to-use")
ENDLESS = SHORT.replace("## Section { #questions }", "word " * (MOST_WORDS + 1) + "\n\n## Section { #questions }")
UNION = 'boto3.client("bedrock-runtime").converse(modelId="m", messages=[{"role": "user", "content": [{}]}])'
PAGES = {
    "P013": ("data/short.md", SHORT),
    "P014": ("inference/bare.md", LONG),
    "P017": ("data/late.md", LATE),
    "P018": ("data/endless.md", ENDLESS),
    "E009": ("exam/union.md", f"```python\nimport boto3\n\n{UNION}\n```\n"),
    "E011": ("exam/idle.md", "```python\nimport boto3\n```\n"),
    "E012": ("exam/sdk.md", "```python\nimport sagemaker\n```\n"),
}
TITLED = FRONT + "# Title { #title }\n\n"


@pytest.fixture
def mini(tmp_path: Path) -> Path:
    return Path(shutil.copytree(MINI, tmp_path / "mini"))


def fired(root: Path) -> list[Problem]:
    bank = load_bank(root)
    return [*bank.problems, *check_examples(bank.pages)]


def places(root: Path) -> list[tuple[str, str, int]]:
    """Return each problem's code, file and line, sorted; each must have its words in every language."""
    found = fired(root)
    assert all(problem.text(language) for problem in found for language in LANGUAGES)
    return sorted((problem.code, problem.path, problem.position.line) for problem in found)


def test_mini_project_breaks_no_rule(mini: Path) -> None:
    assert fired(mini) == []


@pytest.mark.parametrize("code", FAULTS)
def test_rule_fires_on_its_fault_alone_and_at_its_lines(mini: Path, code: str) -> None:
    fault = FAULTS[code]
    expected = []
    for name in fault.files:
        text = (mini / name).read_text("utf-8")
        line = text[: text.index(fault.old)].count("\n") + 1
        expected += [(code, name, line + offset) for offset in fault.offsets]
        (mini / name).write_text(text.replace(fault.old, fault.new), "utf-8")
    assert places(mini) == sorted(expected)


@pytest.mark.parametrize("code", PAGES)
def test_rule_fires_on_the_page_that_breaks_it_alone(mini: Path, code: str) -> None:
    name, body = PAGES[code]
    for language in LANGUAGES:
        file = mini / "docs" / language / name
        file.parent.mkdir(exist_ok=True)
        file.write_text(TITLED + body, "utf-8")
    assert [(found, page) for found, page, _ in places(mini)] == [
        (code, f"docs/{language}/{name}") for language in sorted(LANGUAGES)
    ]


def test_page_without_its_twin_is_named_with_the_file_that_is_missing(mini: Path) -> None:
    (mini / "docs/pt/extra.md").write_text(TITLED, "utf-8")
    (found,) = fired(mini)
    assert (found.code, found.path, found.words) == ("P015", "docs/pt/extra.md", {"twin": "docs/en/extra.md"})


def test_every_rule_of_pages_and_examples_is_broken_here() -> None:
    assert FAULTS.keys() | PAGES.keys() | {"P015"} == {code for code in rules() if code[0] in "PE"}
