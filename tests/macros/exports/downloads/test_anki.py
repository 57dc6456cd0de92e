"""The package in the hands of the real Anki: what a reader keeps from one release to the next."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from anki.collection import Card, Collection, ImportAnkiPackageOptions, ImportAnkiPackageRequest, Note
from anki.import_export_pb2 import ImportResponse

from macros.bank import Bank
from macros.exports.downloads import anki
from macros.exports.downloads.selection import Release
from macros.language import LANGUAGES
from macros.markup import render_inline, render_option, render_stem
from macros.questions.entry import Entry
from tests.macros.exports.downloads.samples import RELEASE, hostile, made, plain, same, with_entries

NEXT = Release(RELEASE.made + timedelta(days=7), RELEASE.addresses)
CHANGED, RENAMED = "inference/async-small-input", "inference/serverless-smallest-memory"
SUSPENDED, FOURTH = "mlops/pipelines-dependency-order", "mlops/cost-spot-real-saving"


@pytest.fixture(scope="module")
def few(bank: Bank, samples: Bank) -> Bank:
    """Return one question of each shape and topic, and those that the tests name."""
    return with_entries(samples, *(bank.entries[key] for key in (CHANGED, RENAMED, SUSPENDED, FOURTH)))


@pytest.fixture
def collection(tmp_path: Path) -> Iterator[Collection]:
    opened = Collection(str(tmp_path / "collection.anki2"))
    yield opened
    opened.close()


def take(collection: Collection, content: bytes, folder: Path) -> ImportResponse.Log:
    """Import a package as a reader does, with nothing changed in the dialog."""
    file = folder / "bank.apkg"
    file.write_bytes(content)
    options = ImportAnkiPackageOptions(merge_notetypes=False, with_scheduling=False, with_deck_configs=False)
    return collection.import_anki_package(ImportAnkiPackageRequest(package_path=str(file), options=options)).log


def note_of(collection: Collection, question_id: str) -> Note:
    (number,) = collection.find_notes(f'"Id:{question_id}"')
    return collection.get_note(number)


def card_of(collection: Collection, question_id: str) -> Card:
    (card,) = note_of(collection, question_id).cards()
    return card


def scheduling(card: Card) -> tuple[object, ...]:
    return (card.id, card.type, card.queue, card.due, card.ivl, card.factor, card.reps, card.lapses, card.did)


def answer(collection: Collection, question_id: str, ease: int) -> None:
    card = card_of(collection, question_id)
    card.start_timer()
    collection.sched.answerCard(card, ease)


def test_every_question_is_one_note_that_says_what_its_file_says(
    few: Bank, collection: Collection, tmp_path: Path
) -> None:
    whole = with_entries(few, hostile(tmp_path / "q.yml"))
    log = take(collection, made("anki", whole), tmp_path)
    assert len(log.new) == len(whole.entries) == collection.note_count() == collection.card_count()
    for key, entry in whole.entries.items():
        note, question = note_of(collection, key), entry.question
        assert same(note["Stem"], render_stem(question.stem)), key
        assert all(plain(render_option(option.text)) in plain(note["Options"]) for option in question.options), key
        for letter, option in zip("abcdef", question.options, strict=False):
            assert f'data-letter="{letter}">{render_option(option.text)}</li>' in note["Options"], key
            assert all(render_inline(option.why[language]) in note["Explanations"] for language in LANGUAGES), key
        assert f'data-key="{"".join(sorted(question.key))}"' in note["Key"]
        assert all(render_inline(question.takeaway[language]) in note["Explanations"] for language in LANGUAGES), key
        assert bool(note["Status"]) == (question.status != "current"), key
        assert all(f'href="{url.replace("&", "&amp;")}"' in note["Sources"] for url in question.sources), key
        assert ("example.org" in note["Link"]) == question.is_visible
        assert any(tag.startswith("SageMaker::objective::") for tag in note.tags)


def test_a_topic_is_a_deck_and_a_retired_question_is_in_none_of_them(
    few: Bank, collection: Collection, tmp_path: Path
) -> None:
    take(collection, made("anki", few), tmp_path)
    decks = {deck.name: deck.id for deck in collection.decks.all_names_and_ids()}
    title = "SageMaker guide for AWS exams"
    assert {f"{title}::{name}" for name in ("Data", "Inference", "No code", "Withdrawn")} <= set(decks)
    for key, entry in few.entries.items():
        is_withdrawn = card_of(collection, key).did == decks[f"{title}::Withdrawn"]
        assert is_withdrawn == (entry.question.status == "retired"), key


def _next_release(bank: Bank, folder: Path) -> Bank:
    """Return the bank with one question changed, one renamed, one retired and one new."""

    def updated(key: str, **fields: object) -> Entry:
        entry = bank.entries[key]
        return replace(entry, question=entry.question.model_copy(update=fields))

    renamed = replace(bank.entries[RENAMED], id="inference/a-new-name")
    entries = dict(bank.entries)
    del entries[RENAMED]
    changed = updated(CHANGED, stem="A stem that is new.\n\nWhich option?")
    retired = updated(_retired(bank), status="retired")
    merged = with_entries(replace(bank, entries=entries), changed, renamed, retired, hostile(folder / "q.yml"))
    return replace(merged, renamed={RENAMED: renamed.id})


def _retired(bank: Bank) -> str:
    """Return the question that the next release retires: the first of the bank that is current."""
    return next(key for key, entry in bank.entries.items() if entry.question.status == "current")


def test_the_next_release_keeps_scheduling_brings_new_contents_and_doubles_nothing(
    few: Bank, collection: Collection, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = dict.fromkeys([CHANGED, RENAMED, _retired(few), FOURTH])
    take(collection, made("anki", few), tmp_path)
    for ease, key in enumerate(first, start=1):
        answer(collection, key, ease)
        answer(collection, key, 3)
    collection.sched.suspend_cards([card_of(collection, SUSPENDED).id])
    before = {key: scheduling(card_of(collection, key)) for key in [*first, SUSPENDED]}
    reviews = collection.db.list("select id from revlog") if collection.db else []
    assert len(reviews) == 2 * len(first)

    with monkeypatch.context() as patch:
        part = anki._part
        anki._model.cache_clear()
        patch.setattr(anki, "_part", lambda name: part(name).replace('<main class="', '<main class="next '))
        log = take(collection, made("anki", _next_release(few, tmp_path), release=NEXT), tmp_path)
    anki._model.cache_clear()

    assert (len(log.new), len(log.updated), len(log.conflicting)) == (1, len(few.entries), 0)
    assert collection.note_count() == collection.card_count() == len(few.entries) + 1
    assert len(collection.find_notes('"note:SageMaker exam question"')) == collection.note_count()
    now = {RENAMED: "inference/a-new-name"}
    assert {key: scheduling(card_of(collection, now.get(key, key))) for key in before} == before
    assert card_of(collection, SUSPENDED).queue == -1
    assert collection.db is not None
    assert collection.db.list("select id from revlog") == reviews
    assert "A stem that is new." in note_of(collection, CHANGED)["Stem"]
    assert "Withdrawn from the guide" in note_of(collection, _retired(few))["Status"]
    assert collection.find_notes(f'"Id:{RENAMED}"') == []
    assert 'class="next exam-card"' in card_of(collection, CHANGED).question()


def test_the_same_or_an_older_package_changes_nothing(few: Bank, collection: Collection, tmp_path: Path) -> None:
    take(collection, made("anki", few, release=NEXT), tmp_path)
    for release in (NEXT, RELEASE):
        log = take(collection, made("anki", few, release=release), tmp_path)
        assert (len(log.new), len(log.updated)) == (0, 0)
    assert collection.note_count() == len(few.entries)


def test_an_update_takes_a_readers_tag_and_edit_and_leaves_flag_and_deck(
    few: Bank, collection: Collection, tmp_path: Path
) -> None:
    """What the page tells readers to expect."""
    take(collection, made("anki", few), tmp_path)
    note = note_of(collection, CHANGED)
    note.tags.append("mine")
    note["Stem"] = "My own words"
    collection.update_note(note)
    card = card_of(collection, CHANGED)
    collection.set_user_flag_for_cards(1, [card.id])
    mine = collection.decks.id("Mine")
    assert mine is not None
    collection.set_deck([card.id], mine)
    later = Release(RELEASE.made + timedelta(days=36500), RELEASE.addresses)  # the edit's time is this machine's
    take(collection, made("anki", few, release=later), tmp_path)
    note, card = note_of(collection, CHANGED), card_of(collection, CHANGED)
    assert "mine" not in note.tags
    assert note["Stem"] != "My own words"
    assert (card.user_flag(), card.did) == (1, mine)


def test_the_same_release_gives_the_same_bytes_and_a_small_file(bank: Bank) -> None:
    content = made("anki", bank)
    anki._model.cache_clear()
    assert made("anki", bank) == content
    assert len(content) < 1_000 * len(bank.entries)


def test_what_scheduling_rests_on_never_changes(bank: Bank) -> None:
    """A change here doubles every reader's cards. Take a spare field instead of a new one."""
    assert anki.FIELDS == (
        "Id",
        "Stem",
        "Options",
        "Key",
        "Explanations",
        "Status",
        "Sources",
        "Link",
        "Spare1",
        "Spare2",
        "Spare3",
    )
    assert anki._model().name == "SageMaker exam question"
    assert anki._model().model_id == 6784358775
    assert anki.guid(bank.entries[CHANGED]) == "O$S1:cEVAl"
    assert anki._number("deck SageMaker guide for AWS exams::Inference") == 5603471342


def test_templates_name_fields_and_nothing_else_in_double_braces() -> None:
    (template,) = anki._model().templates
    named = re.findall(r"\{\{[#/]?(.*?)\}\}", template["qfmt"] + template["afmt"])
    assert set(named) == set(anki.FIELDS) - {"Spare1", "Spare2", "Spare3"}


def test_a_question_that_is_renamed_again_keeps_its_first_note(bank: Bank) -> None:
    entry = replace(bank.entries[CHANGED], id="inference/third")
    named = replace(bank, renamed={CHANGED: entry.id, "inference/a-second": entry.id})
    assert anki.guid(entry, named.formerly(entry.id)) == anki.guid(bank.entries[CHANGED])
