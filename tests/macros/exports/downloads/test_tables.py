import csv
import io
import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from macros.bank import Bank
from macros.exports.downloads.selection import Release
from macros.language import LANGUAGES
from macros.questions.entry import Entry
from macros.questions.model import Question
from tests.macros.exports.downloads.samples import RELEASE, hostile, made, with_entries


@pytest.fixture(scope="module")
def bank(samples: Bank) -> Bank:
    """One question of each shape and topic: a format says the same of all that are alike."""
    return samples


def _json(bank: Bank) -> dict[str, dict[str, Any]]:
    return {row["id"]: row for row in json.loads(made("json", bank))["questions"]}


def _csv(bank: Bank) -> dict[str, dict[str, str]]:
    text = made("csv", bank).decode("utf-8-sig")
    return {row["id"]: row for row in csv.DictReader(io.StringIO(text, newline=""), strict=True)}


def _question(row: dict[str, Any]) -> Question:
    """Return the question that a JSON record tells of, read as a file of the bank is."""
    return Question(
        stem=row["stem"],
        options=[{key: option[key] for key in ("text", "correct", "why")} for option in row["options"]],
        takeaway=row["takeaway"],
        note=row["note"] or None,
        page=row["page"] + (f"#{row['heading']}" if row["heading"] else ""),
        also_accepted=row["accepted"][1:],
        reviewed=date.fromisoformat(row["reviewed"]),
        **{
            key: row[key] for key in ("sources", "objectives", "limits", "difficulty", "origin", "status", "keep_order")
        },
    )


def _is_same(row: dict[str, Any], entry: Entry) -> bool:
    ordered = entry.question.model_copy(update={"keep_order": entry.question.keeps_order})
    options = [(o.text, o.correct, o.why) for o in ordered.options]
    read = _question(row)
    return (
        read.model_dump(exclude={"options"}) == ordered.model_dump(exclude={"options"})
        and [(o.text, o.correct, o.why) for o in read.options] == options
        and row["revision"] == entry.question.revision == read.revision
    )


def test_json_says_of_every_question_what_its_file_says(bank: Bank, tmp_path: Path) -> None:
    whole = with_entries(bank, hostile(tmp_path / "q.yml"))
    rows = _json(whole)
    assert sorted(rows) == sorted(whole.entries)
    assert [key for key, entry in whole.entries.items() if not _is_same(rows[key], entry)] == []


def test_json_names_its_version_its_licence_and_the_state_of_the_bank(bank: Bank) -> None:
    value = json.loads(made("json", bank))
    assert (value["format"], value["version"]) == ("sagemaker-exam-guide/questions", 1)
    assert value["made"] == "2026-11-30T12:34:56Z"
    assert value["license"] == "CC-BY-4.0"


def test_a_row_of_the_table_says_what_the_record_says(bank: Bank, tmp_path: Path) -> None:
    whole = with_entries(bank, hostile(tmp_path / "q.yml"))
    rows, records = _csv(whole), _json(whole)
    assert sorted(rows) == sorted(records)

    def cell(question_id: str, column: str) -> str:
        """Return a cell without the apostrophe that keeps spreadsheets from computing it."""
        value = rows[question_id][column]
        return value[1:] if value.startswith("'") else value

    for key, record in records.items():
        assert cell(key, "stem") == record["stem"]
        for option in record["options"]:
            letter = option["letter"]
            assert cell(key, f"option_{letter}") == option["text"]
            for language in LANGUAGES:
                assert cell(key, f"why_{letter}_{language}") == option["why"].get(language, "")
        right = [option["letter"] for option in record["options"] if option["correct"]]
        assert cell(key, "key") == "".join(right)
        assert cell(key, "also_accepted").split() == ["".join(letters) for letters in record["accepted"][1:]]
        assert cell(key, "choose") == str(len(right))
        for name in ("id", "revision", "status", "topic", "page", "reviewed", "difficulty"):
            assert cell(key, name) == str(record[name])
        for name in ("objectives", "sources"):
            assert cell(key, name).split() == record[name]
        for language in LANGUAGES:
            assert cell(key, f"takeaway_{language}") == record["takeaway"].get(language, "")
            assert cell(key, f"note_{language}") == record["note"].get(language, "")
            assert cell(key, f"address_{language}") == record["addresses"].get(language, "")


def test_no_cell_of_the_table_is_a_formula(bank: Bank, tmp_path: Path) -> None:
    rows = _csv(with_entries(bank, hostile(tmp_path / "q.yml")))
    assert rows["inference/hostile"]["stem"].startswith("'=1+1")
    cells = [cell for row in rows.values() for cell in row.values()]
    assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@", "\t", "\r"))]


def test_without_an_address_no_file_links_to_the_guide(bank: Bank) -> None:
    alone = made("json", bank, release=Release(RELEASE.made)).decode()
    assert json.loads(alone)["addresses"] == {}
    assert "example.org" not in alone
    assert "127.0.0.1" not in alone
