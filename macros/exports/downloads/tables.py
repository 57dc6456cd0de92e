"""The bank as data: JSON and CSV, in the versioned format that docs/decisions/export-format.md describes."""

import csv
import io
import json
from typing import Any

from macros.exports.downloads.selection import LICENSE, NAME, Selection, topic_of
from macros.language import LANGUAGES
from macros.questions.entry import Entry
from macros.questions.model import LETTERS
from macros.text import Text

# Rises when a field goes or changes its meaning; a new field is no new version.
VERSION = 1
# A spreadsheet takes a cell that begins so for a formula.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def as_json(selection: Selection) -> bytes:
    """Return the questions with both languages as one JSON object; texts are Markdown, as in the bank."""
    release = selection.release
    value = {
        "format": f"{NAME}/questions",
        "version": VERSION,
        "made": release.made.isoformat().replace("+00:00", "Z"),
        "license": LICENSE,
        "addresses": dict(release.addresses),
        "languages": list(LANGUAGES),
        "questions": [_record(selection, entry) for entry in selection.entries],
    }
    return (json.dumps(value, ensure_ascii=False, indent=1) + "\n").encode()


def as_csv(selection: Selection) -> bytes:
    """Return the questions as a table, one a row, in UTF-8 with the mark by which spreadsheets know it."""
    text = io.StringIO(newline="")
    rows = csv.DictWriter(text, _columns(), restval="")
    rows.writeheader()
    for entry in selection.entries:
        rows.writerow({name: _cell(value) for name, value in _row(selection, entry).items()})
    return text.getvalue().encode("utf-8-sig")


def _record(selection: Selection, entry: Entry) -> dict[str, Any]:
    question = entry.question
    return {
        "id": entry.id,
        "formerly": list(selection.bank.formerly(entry.id)),
        "revision": question.revision,
        "status": question.status,
        "origin": question.origin,
        "topic": topic_of(entry),
        "page": question.page_path,
        "heading": question.heading,
        "addresses": {key: at for key in LANGUAGES if (at := selection.release.address(entry, key))},
        "difficulty": question.difficulty,
        "objectives": list(question.objectives),
        "limits": list(question.limits),
        "reviewed": question.reviewed.isoformat(),
        "stem": question.stem,
        "options": [
            {"letter": letter, "text": option.text, "correct": option.correct, "why": _texts(option.why)}
            for letter, option in zip(LETTERS, question.options, strict=False)
        ],
        "choose": len(question.key),
        "accepted": [sorted(letters) for letters in question.accepted],
        "keep_order": question.keeps_order,
        "takeaway": _texts(question.takeaway),
        "note": _texts(question.note) if question.note else {},
        "sources": list(question.sources),
    }


def _texts(text: Text) -> dict[str, str]:
    return {language: text[language] for language in text.languages}


def _columns() -> list[str]:
    options = [
        column for letter in LETTERS for column in (f"option_{letter}", *(f"why_{letter}_{key}" for key in LANGUAGES))
    ]
    several = [f"{name}_{key}" for name in ("takeaway", "note", "address") for key in LANGUAGES]
    return [
        *("id", "revision", "status", "topic", "page", "difficulty", "objectives", "reviewed"),
        *("stem", "choose", "key", "also_accepted"),
        *options,
        *several,
        "sources",
    ]


def _row(selection: Selection, entry: Entry) -> dict[str, str]:
    """Return a question's cells; lists are words with spaces between them."""
    record = _record(selection, entry)
    sets = ["".join(letters) for letters in record["accepted"]]
    row = {name: record[name] for name in ("id", "revision", "status", "topic", "page", "reviewed", "stem")}
    row |= {"difficulty": str(record["difficulty"]), "choose": str(record["choose"])}
    row |= {"key": sets[0], "also_accepted": " ".join(sets[1:])}
    row |= {name: " ".join(record[name]) for name in ("objectives", "sources")}
    for option in record["options"]:
        row[f"option_{option['letter']}"] = option["text"]
        row |= {f"why_{option['letter']}_{language}": text for language, text in option["why"].items()}
    for name, field in (("takeaway", "takeaway"), ("note", "note"), ("address", "addresses")):
        row |= {f"{name}_{language}": text for language, text in record[field].items()}
    return row


def _cell(value: str) -> str:
    """Return a cell that no spreadsheet computes: an apostrophe before what would be a formula."""
    return f"'{value}" if value.startswith((*_FORMULA, "'")) else value
