"""GIFT and Moodle XML, read back by programs that know nothing of ours."""

import json
import re
import subprocess
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple
from xml.etree import ElementTree as ET

import pytest

from macros.bank import Bank
from macros.language import Language
from macros.markup import render_inline, render_option, render_stem
from macros.questions.entry import Entry
from tests.conftest import ROOT
from tests.macros.exports.downloads.samples import hostile, made, plain, same, with_entries

# What Moodle accepts as the share of an option, in percent (its `question_bank::fraction_options_full`).
FRACTIONS = {100, 90, 83.33333, 80, 75, 70, 66.66667, 60, 50, 40, 33.33333, 30, 25, 20, 16.66667, 14.28571, 12.5, 10}
_GIFT = """
const { parse } = require("gift-pegjs");
process.stdout.write(JSON.stringify(parse(require("fs").readFileSync(process.argv[1], "utf8"))));
"""


class Read(NamedTuple):
    """A question as a platform understands it; texts are HTML."""

    stem: str
    options: list[tuple[str, float, str]]
    after: str
    category: str
    labels: list[str]
    single: bool


def read_gift(content: bytes, folder: Path) -> dict[str, Read]:
    """Return the questions of a GIFT file, by id, as the parser gift-pegjs of Node.js understands them."""
    file = folder / "bank.gift.txt"
    file.write_bytes(content)
    result = subprocess.run(
        ["node", "-e", _GIFT, str(file)],  # noqa: S607
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert result.returncode == 0, result.stderr
    found: dict[str, Read] = {}
    category = ""
    comments = re.findall(r"^// \[id:([^]]+)\](.*)$", content.decode(), re.MULTILINE)
    labels = {key: re.findall(r"\[tag:([^]<>`]+)\]", rest) for key, rest in comments}
    for row in json.loads(result.stdout):
        if row["type"] == "Category":
            category = row["title"]
            continue
        assert row["type"] == "MC"
        assert {row["stem"]["format"], row["globalFeedback"]["format"]} == {"html"}
        options = [_choice(choice) for choice in row["choices"]]
        single = any(choice["isCorrect"] for choice in row["choices"])
        key = row["title"]
        found[key] = Read(row["stem"]["text"], options, row["globalFeedback"]["text"], category, labels[key], single)
    return found


def _choice(choice: Mapping[str, Any]) -> tuple[str, float, str]:
    assert {choice["text"]["format"], choice["feedback"]["format"]} == {"html"}
    weight = choice["weight"] if choice["weight"] is not None else 100.0 if choice["isCorrect"] else 0.0
    return choice["text"]["text"], float(weight), choice["feedback"]["text"]


def read_xml(content: bytes, _folder: Path) -> dict[str, Read]:
    """Return the questions of a Moodle XML file, by id."""
    quiz = ET.fromstring(content)  # noqa: S314 - our own
    assert quiz.tag == "quiz"
    found: dict[str, Read] = {}
    category = ""
    for question in quiz:
        if question.get("type") == "category":
            category = question.findtext("category/text")
            continue
        assert question.get("type") == "multichoice"
        assert question.findtext("idnumber") == question.findtext("name/text")
        texts = [node for name in ("questiontext", "generalfeedback", "answer") for node in question.iter(name)]
        assert {node.get("format") for node in texts} == {"html"}
        options = [
            (answer.findtext("text"), float(answer.get("fraction")), answer.findtext("feedback/text"))
            for answer in question.findall("answer")
        ]
        found[question.findtext("name/text")] = Read(
            question.findtext("questiontext/text"),
            options,
            question.findtext("generalfeedback/text"),
            category,
            [tag.findtext("text") for tag in question.findall("tags/tag")],
            question.findtext("single") == "true",
        )
    return found


FORMATS = pytest.mark.parametrize(
    ("name", "read"),
    [pytest.param("gift", read_gift, marks=pytest.mark.system), ("moodle-xml", read_xml)],
)
LANGUAGES = pytest.mark.parametrize("language", ["pt", "en"])


@pytest.fixture(scope="module")
def bank(samples: Bank) -> Bank:
    """One question of each shape and topic: a format says the same of all that are alike."""
    return samples


def _explained(entry: Entry, language: Language) -> list[str]:
    question = entry.question
    texts = [question.takeaway, *([question.note] if question.note else [])]
    return [render_inline(text[language]) for text in texts]


@FORMATS
@LANGUAGES
def test_every_question_that_readers_meet_is_read_back_as_its_file_has_it(
    bank: Bank, tmp_path: Path, name: str, read: Any, language: Language
) -> None:
    whole = with_entries(bank, hostile(tmp_path / "q.yml"))
    found = read(made(name, whole, language), tmp_path)
    shown = {key: entry for key, entry in whole.entries.items() if entry.question.is_visible}
    assert sorted(found) == sorted(shown)
    for key, entry in shown.items():
        one, question = found[key], entry.question
        choose = "Choose {} options.".format(("", "", "two", "three", "four")[len(question.key)])
        stem = [*render_stem(question.stem), *([choose] if len(question.key) > 1 else [])]
        assert same(one.stem, stem), key
        assert [plain(text) for text, _, _ in one.options] == [plain(render_option(o.text)) for o in question.options]
        whys = [plain(render_inline(option.why[language])) for option in question.options]
        assert [plain(why) for _, _, why in one.options] == whys
        assert [weight > 0 for _, weight, _ in one.options] == [option.correct for option in question.options]
        assert one.single == (len(question.key) == 1)
        assert all(plain(text) in plain(one.after) for text in _explained(entry, language)), key
        assert all(url.replace("&", "&amp;") in one.after for url in question.sources), key
        assert set(one.labels) >= {f"objective:{objective}" for objective in question.objectives}
        assert one.category.startswith("$course$/top/")


@FORMATS
def test_code_keeps_its_lines_and_markup_stays_text(bank: Bank, tmp_path: Path, name: str, read: Any) -> None:
    one = read(made(name, with_entries(bank, hostile(tmp_path / "q.yml")), "en"), tmp_path)["inference/hostile"]
    assert "{&quot;a&quot;: &quot;~50%&quot;,&#10;&#10; &quot;b&quot;" in one.stem
    assert "<script" not in one.stem
    assert "C:\\new{dir} ]]&gt;" in one.stem  # Markdown takes the backslash before a brace
    assert [weight for _, weight, _ in one.options] == [50, 50, -100]


@FORMATS
def test_choosing_every_option_earns_nothing_and_the_key_earns_all(
    bank: Bank, tmp_path: Path, name: str, read: Any
) -> None:
    for key, one in read(made(name, bank), tmp_path).items():
        weights = [weight for _, weight, _ in one.options]
        right = [weight for weight in weights if weight > 0]
        assert sum(right) == pytest.approx(100, abs=0.001), key
        assert set(right) <= FRACTIONS, key
        assert one.single or sum(weights) <= 0, key


def test_options_whose_order_means_something_are_not_shuffled(bank: Bank) -> None:
    quiz = ET.fromstring(made("moodle-xml", bank))  # noqa: S314 - our own
    kept = {q.findtext("name/text") for q in quiz if q.findtext("shuffleanswers") == "false"}
    assert kept == {key for key, e in bank.entries.items() if e.question.keeps_order and e.question.is_visible}


@LANGUAGES
def test_a_topic_is_a_category_named_in_the_files_language(bank: Bank, language: Language) -> None:
    quiz = ET.fromstring(made("moodle-xml", bank, language))  # noqa: S314 - our own
    names = [node.text.rpartition("/")[2] for node in quiz.iterfind("question/category/text")]
    assert {"pt": "Inferência", "en": "Inference"}[language] in names
    assert len(names) == len({key.partition("/")[0] for key in bank.entries})
