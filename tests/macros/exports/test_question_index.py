import json

from macros.bank import Bank
from macros.exports.question_index import question_index


def test_each_page_has_its_questions_with_their_revisions_by_its_address(bank: Bank) -> None:
    index = json.loads(question_index(bank, "en"))
    entries = bank.on_page("inference/production-variants")
    expected = {entry.id: entry.question.revision for entry in entries}
    assert index["pages"]["inference/production-variants/"] == expected
    shown = sum(entry.question.is_visible for entry in bank.entries.values())
    assert sum(map(len, index["pages"].values())) == shown


def test_the_words_about_progress_are_the_editions_and_its_questions_are_not(bank: Bank) -> None:
    pt, en = (json.loads(question_index(bank, language)) for language in ("pt", "en"))
    assert pt["words"]["mark"] != en["words"]["mark"]
    assert pt["words"].keys() == en["words"].keys()
    assert pt["pages"] == en["pages"]
