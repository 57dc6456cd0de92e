"""Words that no engineer writes stay out of the code and its messages."""

import re

import pytest

from tests.conftest import ROOT

# What to write instead.
WORDS = {
    r"mend(?:s|ed|ing)?": "fix",
    r"anew": "again, or over",
    r"likewise": "also",
    r"for ever": "permanently",
    r"stands there": "is there",
    r"held against|hold \S+ against": "compare with",
    r"laid to": "blamed on",
    r"so many days": "a number of days",
    r"wears": "uses",
}
SOURCES = {"macros": {".py", ".yml", ".html"}, "scripts": {".py"}, "overrides": {".js", ".html"}}
FILES = [
    file
    for folder, suffixes in (
        ("macros", {".py", ".yml", ".html"}),
        ("scripts", {".py"}),
        ("overrides", {".js", ".html"}),
    )
    for file in sorted((ROOT / folder).rglob("*"))
    if file.suffix in suffixes
]


@pytest.mark.parametrize("words", WORDS)
def test_code_and_messages_use_plain_words(words: str) -> None:
    pattern = re.compile(rf"\b(?:{words})\b", re.IGNORECASE)
    found = [
        f"{file.relative_to(ROOT)}:{number}: {match[0]}: write {WORDS[words]}"
        for file in FILES
        for number, line in enumerate(file.read_text("utf-8").splitlines(), start=1)
        if (match := pattern.search(line))
    ]
    assert found == []
