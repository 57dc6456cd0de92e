"""The Python examples of every page: they parse, both editions have the same, and AWS knows what they call."""

import re
from collections.abc import Iterable
from itertools import zip_longest

import pytest

from macros.language import LANGUAGES
from tests.conftest import ROOT
from tests.content.api_calls import read_calls
from tests.content.examples import Example, Finding, imports, read_page, syntax_mistakes

PAGES = {
    file.relative_to(ROOT / "docs").as_posix(): read_page(file.read_text("utf-8"))
    for language in LANGUAGES
    for file in sorted((ROOT / "docs" / language).rglob("*.md"))
}
WITH_EXAMPLES = [page for page, (examples, _) in PAGES.items() if examples]
PATHS = sorted({page.partition("/")[2] for page in WITH_EXAMPLES})

# "version 3 of the SageMaker Python SDK", "SageMaker Python SDK 3"
_SDK_VERSION = re.compile(
    r"\bvers(?:ion|ão) \d\S* (?:of the|do) SageMaker Python SDK\b"
    r"|\bSageMaker Python SDK[ ,(]*(?:v|version |versão )?\d"
)


def examples_of(file: str) -> list[Example]:
    """Return the examples that can be read; what is not Python has a test of its own."""
    return [example for example in PAGES[file][0] if not syntax_mistakes(example)]


def placed(file: str, findings: Iterable[Finding]) -> str:
    return "\n".join(f"docs/{file}:{finding.line}: {finding.message}" for finding in findings)


def first_difference(pt: list[Example], en: list[Example]) -> str:
    """Return where the examples of two editions part, as "line of pt, line of en", or an empty string."""
    for ours, theirs in zip_longest(pt, en):
        if ours is None or theirs is None:
            return f"line {ours.line}, no such example" if ours else f"no such example, line {theirs.line}"
        lines = zip_longest(ours.code.splitlines(), theirs.code.splitlines())
        for offset, (one, other) in enumerate(lines):
            if one != other:
                return f"line {ours.line + offset}: {one!r}, line {theirs.line + offset}: {other!r}"
    return ""


def test_pages_have_examples() -> None:
    assert {page.partition("/")[0] for page in WITH_EXAMPLES} == set(LANGUAGES)


@pytest.mark.parametrize("file", WITH_EXAMPLES)
def test_an_example_is_python(file: str) -> None:
    mistakes = placed(file, [mistake for example in PAGES[file][0] for mistake in syntax_mistakes(example)])
    assert not mistakes, mistakes


@pytest.mark.parametrize("path", PATHS)
def test_both_editions_have_the_same_examples(path: str) -> None:
    pt, en = (PAGES.get(f"{language}/{path}", ([], []))[0] for language in LANGUAGES)
    difference = first_difference(pt, en)
    assert not difference, f"docs/pt/{path} and docs/en/{path} part: {difference}"


@pytest.mark.parametrize("file", WITH_EXAMPLES)
def test_every_call_fits_the_api_model(file: str) -> None:
    mistakes = placed(file, [finding for calls in read_calls(examples_of(file)) for finding in calls.findings])
    assert not mistakes, mistakes


@pytest.mark.parametrize("file", WITH_EXAMPLES)
def test_an_example_that_imports_boto3_makes_calls_that_can_be_traced(file: str) -> None:
    examples = examples_of(file)
    untraced = [
        Finding(line, "boto3 is imported, and no call can be traced. Write x = boto3.client(...), then x.operation().")
        for example, calls in zip(examples, read_calls(examples), strict=True)
        if (line := imports(example, "boto3")) and not calls.traced
    ]
    assert not untraced, placed(file, untraced)


@pytest.mark.parametrize("file", WITH_EXAMPLES)
def test_a_page_that_imports_the_sagemaker_sdk_says_which_version(file: str) -> None:
    if any(_SDK_VERSION.search(line) for line in PAGES[file][1]):
        return
    unnamed = [
        Finding(line, "sagemaker is imported. Say beside it: version 3 of the SageMaker Python SDK, or which it is.")
        for example in examples_of(file)
        if (line := imports(example, "sagemaker"))
    ]
    assert not unnamed, placed(file, unnamed)
