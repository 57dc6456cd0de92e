"""Check the Python examples of every page (rules E001 to E012)."""

import re
from collections.abc import Iterator
from itertools import zip_longest

from macros.language import LANGUAGES
from macros.pages.index import Page, PageIndex
from macros.problems import Position, Problem
from scripts.examples.calls import read_calls
from scripts.examples.example import Example, Finding, examples_of, imports, syntax_mistakes

# "version 3 of the SageMaker Python SDK", "SageMaker Python SDK 3"
_SDK_VERSION = re.compile(
    r"\bvers(?:ion|ão) \d\S* (?:of the|do) SageMaker Python SDK\b"
    r"|\bSageMaker Python SDK[ ,(]*(?:v|version |versão )?\d"
)


def check_examples(index: PageIndex) -> Iterator[Problem]:
    """Yield every problem of the examples of both editions, page by page."""
    for path in index.paths:
        pages = [index.pages[language][path] for language in LANGUAGES if path in index.pages[language]]
        for page in pages:
            for finding in _page_findings(page):
                yield Problem(finding.code, page.document.label, Position(finding.line), finding.words)
        for twin in pages[1:]:
            yield from _differences(pages[0], twin)


def _page_findings(page: Page) -> Iterator[Finding]:
    readable: list[Example] = []
    for example in examples_of(page.document):
        mistakes = syntax_mistakes(example)
        yield from mistakes
        readable += [] if mistakes else [example]
    for example, calls in zip(readable, read_calls(readable), strict=True):
        yield from calls.findings
        line = imports(example, "boto3")
        if line and not calls.traced:
            yield Finding(line, "E011")
    if not _SDK_VERSION.search(page.document.prose):
        yield from (Finding(line, "E012") for example in readable if (line := imports(example, "sagemaker")))


def _differences(page: Page, twin: Page) -> Iterator[Problem]:
    """Yield the first line at which the examples of two editions differ."""
    for ours, theirs in zip_longest(examples_of(page.document), examples_of(twin.document)):
        if ours is None or theirs is None:
            line = (theirs or twin.document.start).line
            yield Problem("E002", twin.document.label, Position(line), {"twin": page.document.label})
            return
        for offset, (one, other) in enumerate(zip_longest(ours.code.splitlines(), theirs.code.splitlines())):
            if one != other:
                place = Position(theirs.line + offset)
                yield Problem(
                    "E002", twin.document.label, place, {"twin": f"{page.document.label}:{ours.line + offset}"}
                )
                return
