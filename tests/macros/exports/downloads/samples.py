"""The whole bank and a question that tries to break every format, for the tests of all formats."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from html import unescape
from pathlib import Path

from macros.bank import Bank
from macros.exports.downloads.formats import FORMATS
from macros.exports.downloads.selection import Release, Selection
from macros.language import Language
from macros.questions.entry import Entry
from tests.questions import load

RELEASE = Release(
    datetime(2026, 11, 30, 12, 34, 56, tzinfo=UTC), {"pt": "https://example.org/", "en": "https://example.org/en/"}
)

_TAG = re.compile(r"<[^>]*>")

HOSTILE = r"""
stem: |
  =1+1 {{ task.input }} ::name:: # ~ \n C:\new\{dir} ]]> &amp; <script>alert(1)</script> 100%

  ```json
  {"a": "~50%",

   "b": ["#", "=>", "\\:"]}
  ```

  // not a comment: which TWO?
options:
  - text: "=SUM(A1:A9) `#{x}` ~ \\ -> y"
    correct: true
    why: {pt: "#1 = {certo} ~ \\~ ção", en: "#1 = {right} ~ \\~"}
  - text: "%50% of `{}`"
    correct: true
    why: {pt: "####", en: "####"}
  - text: "@cmd | \"quoted\", 'single'"
    why: {en: "Only English: `a::b`"}
takeaway: {pt: "T {pt} = 1", en: "T {en} = 1"}
sources:
  - https://docs.aws.amazon.com/sagemaker/latest/dg/serverless-endpoints.html?a=1&b=2
objectives: [MLA-C02/3.1]
page: inference/serverless#cold-start
difficulty: 3
reviewed: 2026-11-22
status: legacy
note: {pt: "Nota: {n}", en: "Note: {n}"}
"""


def hostile(path: Path) -> Entry:
    """Return a question whose texts are full of what the formats use for themselves."""
    entry, problems = load(path, HOSTILE, "inference/hostile")
    assert entry is not None, [problem.text("en") for problem in problems]
    return entry


def with_entries(bank: Bank, *entries: Entry) -> Bank:
    """Return a bank with these questions in place of its own, or beside them where their ids are new."""
    return replace(bank, entries=bank.entries | {entry.id: entry for entry in entries})


def made(name: str, bank: Bank, language: Language = "en", release: Release = RELEASE) -> bytes:
    """Return the one file of a format that has the whole bank in a language."""
    return FORMATS[name].make(Selection(bank, language, release))


def plain(html: str) -> str:
    """Return what a reader sees of HTML."""
    return " ".join(unescape(_TAG.sub(" ", html)).split())


def same(html: str, texts: Sequence[str]) -> bool:
    """Return whether HTML shows certain texts, HTML too, one after the other, and nothing else."""
    return plain(html) == plain(" ".join(texts))
