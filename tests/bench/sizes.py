"""What a page weighs: its HTML by kind, and what it loads for its questions."""

import gzip
from pathlib import Path
from typing import Any

from tests.conftest import ROOT

# What a page asks for, beyond the theme: without a question, with one, and once a reader has answered.
LOADER = ["javascripts/loader.js"]
QUIZ = [
    *LOADER,
    "javascripts/quiz/exam-question.js",
    "javascripts/quiz/exam-summary.js",
    "javascripts/quiz/grading.js",
    "javascripts/quiz/progress.js",
    "javascripts/quiz/question-keys.js",
    "stylesheets/exam-question.css",
]
# What comes with the first answer.
ANSWERED = [
    "javascripts/quiz/dealing.js",
    "javascripts/quiz/exam-end.js",
    "javascripts/quiz/progress-index.js",
    "javascripts/quiz/progress-marks.js",
    "javascripts/quiz/redeal.js",
    "javascripts/theme/address.js",
]
# A page of each kind.
KINDS = {
    "home": "",
    "page with questions": "inference/serverless/",
    "page without questions": "exam/tips/",
    "tables of limits": "reference/limits/",
    "glossary": "reference/glossary/",
}


def packed(files: list[Path]) -> float:
    """Return what files weigh on the wire, each compressed by itself, in kB."""
    return sum(len(gzip.compress(file.read_bytes())) for file in files) / 1000


def assets(names: list[str]) -> float:
    """Return the same for files of this project's theme."""
    return packed([ROOT / "overrides" / "assets" / name for name in names])


def pages(site: Path) -> dict[str, dict[str, Any]]:
    """Return the kB of a page of each kind, as it is and on the wire."""
    rows: dict[str, dict[str, Any]] = {}
    for kind, path in KINDS.items():
        file = site / path / "index.html"
        if file.is_file():
            rows[kind] = {"html": round(file.stat().st_size / 1000, 1), "gzip": round(packed([file]), 1)}
    return rows


def total(site: Path) -> int:
    """Return the bytes of all pages of a site."""
    return sum(file.stat().st_size for file in site.rglob("*.html"))
