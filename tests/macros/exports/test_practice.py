import json
from typing import Any

from macros.bank import Bank
from macros.exports.practice import FOLDER, INDEX, SHARD, practice_files
from macros.rendering.practice import DRILLS


def _read(files: dict[str, bytes], name: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(files[name])
    return found


def _shards(bank: Bank) -> tuple[dict[str, Any], dict[str, Any], dict[str, Any]]:
    files = practice_files(bank, "pt")
    index = _read(files, INDEX)
    stems: dict[str, Any] = {}
    reasons: dict[str, Any] = {}
    for _, stem_file, reason_file in index["shards"]:
        stems |= _read(files, f"{FOLDER}/{stem_file}")
        reasons |= _read(files, f"{FOLDER}/{reason_file}")
    return index, stems, reasons


def test_every_question_that_readers_meet_is_in_the_index_and_in_one_shard_of_each_kind(bank: Bank) -> None:
    index, stems, reasons = _shards(bank)
    shown = sorted(entry.id for entry in bank.entries.values() if entry.question.is_visible)
    assert list(index["questions"]) == shown
    assert sorted(stems) == sorted(reasons) == shown


def test_no_shard_of_stems_tells_the_key(bank: Bank) -> None:
    _, stems, _ = _shards(bank)
    known = {"scenario", "ask", "options", "choose", "formerly", "keep"}
    for question_id, stem in stems.items():
        assert set(stem) <= known, question_id
        assert all(isinstance(option, str) for option in stem["options"]), question_id


def test_stems_are_the_same_files_for_both_editions_and_reasons_are_not(bank: Bank) -> None:
    pt, en = practice_files(bank, "pt"), practice_files(bank, "en")
    both = [name for name in pt if name in en and name != INDEX]
    assert len(both) == sum(".pt." not in name for name in pt) - 1
    assert all(pt[name] == en[name] for name in both)
    assert any(".pt." in name for name in pt)


def test_a_name_changes_with_what_the_file_holds_and_with_nothing_else(bank: Bank) -> None:
    assert practice_files(bank, "pt") == practice_files(bank, "pt")
    names = [name.rpartition("/")[2].split(".")[-2] for name in practice_files(bank, "pt") if name != INDEX]
    assert len(set(names)) == len(names)
    assert all(len(name) == 8 for name in names)


def test_shards_are_small(bank: Bank) -> None:
    files = practice_files(bank, "en")
    assert all(len(json.loads(content)) <= SHARD for name, content in files.items() if name != INDEX)


def test_an_edition_inside_another_takes_its_stems_from_there(bank: Bank) -> None:
    alone, around, inside = practice_files(bank, "en"), practice_files(bank, "pt"), practice_files(bank, "en", "../")
    index = _read(inside, INDEX)
    assert (index["shared"], _read(alone, INDEX)["shared"]) == ("../", "")
    for _, stem_file, reason_file in index["shards"]:
        assert around[f"{FOLDER}/{stem_file}"] == alone[f"{FOLDER}/{stem_file}"]
        assert f"{FOLDER}/{stem_file}" not in inside
        assert f"{FOLDER}/{reason_file}" in inside


def test_the_figures_of_an_exam_are_those_of_the_facts(bank: Bank) -> None:
    exams = _read(practice_files(bank, "en"), INDEX)["exams"]
    for code, exam in bank.facts.exams.items():
        assert exams[code]["questions"] == exam.questions
        assert exams[code]["minutes"] == exam.minutes
        assert {key: weight for key, (weight, _) in exams[code]["domains"].items()} == {
            key: domain.weight for key, domain in exam.domains.items()
        }
    assert exams["MLA-C02"]["beta"]["questions"] == bank.facts.exams["MLA-C02"].beta.questions  # type: ignore[union-attr]


def test_only_current_questions_count_in_an_exam(bank: Bank) -> None:
    index = _read(practice_files(bank, "en"), INDEX)
    for exam in index["exams"].values():
        assert len(exam["counted"]) == len(index["questions"])
        for question_id, domain in zip(index["questions"], exam["counted"], strict=True):
            assert domain == "-" or bank.entries[question_id].question.status == "current"


def test_every_drill_has_pages_with_questions(bank: Bank) -> None:
    for key, pages in DRILLS.items():
        assert len(pages) > 1, key
        assert all(bank.on_page(page) for page in pages), key
