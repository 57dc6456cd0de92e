"""An Anki package: one note a question, both languages on its card, a deck for each topic.

Whoever has an older package keeps all scheduling when the next one is imported. That rests on what may never change:
FIELDS, and the names that ids are made from.
"""

import hashlib
import io
import tempfile
import warnings
import zipfile
from functools import cache
from html import escape
from pathlib import Path

import genanki

from macros.exports.downloads.html import choose_text, explained, labels
from macros.exports.downloads.selection import NAME, Selection, topic_of, topic_title, words
from macros.language import EXAM_LANGUAGE, LANGUAGES, ROWS, TAGS, Language
from macros.markup import render_option, render_stem
from macros.questions.entry import Entry
from macros.questions.model import LETTERS
from macros.rendering.questions import key_text, source_label
from macros.rendering.words import STRINGS

# Frozen: with one field more or less, Anki keeps the readers' old note type and updates nothing. What must be added
# takes the place of a spare one.
FIELDS = ("Id", "Stem", "Options", "Key", "Explanations", "Status", "Sources", "Link", "Spare1", "Spare2", "Spare3")
_CARD = Path(__file__).with_name("anki_card")
# Of a file in a zip: the earliest that the format knows.
_DAY_ZERO = (1980, 1, 1, 0, 0, 0)


def as_anki(selection: Selection) -> bytes:
    """Return a package of all questions; a retired one is in it and says so, for those who have its card already."""
    decks: dict[str, genanki.Deck] = {}
    for entry in selection.entries:
        name = _deck_name(entry)
        deck = decks.setdefault(name, genanki.Deck(_number(f"deck {name}"), name, _description()))
        deck.add_note(_note(selection, entry))
    package = genanki.Package(list(decks.values()))
    with tempfile.TemporaryDirectory() as folder, warnings.catch_warnings():
        warnings.simplefilter("ignore")  # it takes code such as <name>, which is escaped, for a broken tag
        file = Path(folder, "bank.apkg")
        package.write_to_file(file, timestamp=selection.release.made.timestamp())
        return _packed(file)


def guid(entry: Entry, formerly: tuple[str, ...] = ()) -> str:
    """Return the id of a question's note, which a renamed question keeps: that of the id it was published with."""
    return str(genanki.guid_for(NAME, formerly[0] if formerly else entry.id))


def _packed(file: Path) -> bytes:
    """Return a package again, compressed and without the day of its making."""
    packed = io.BytesIO()
    with zipfile.ZipFile(file) as old, zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as new:
        for name in sorted(old.namelist()):
            new.writestr(zipfile.ZipInfo(name, _DAY_ZERO), old.read(name), zipfile.ZIP_DEFLATED, 9)
    return packed.getvalue()


def _number(name: str) -> int:
    """Return an id for Anki from a name, in the range that it gives to its own."""
    return int.from_bytes(hashlib.sha256(f"{NAME} {name}".encode()).digest()[:4], "big") | 1 << 32


@cache
def _model() -> genanki.Model:
    script = f"<script>\n{_part('card.js')}</script>\n"
    return genanki.Model(
        _number("note type"),
        "SageMaker exam question",
        fields=[{"name": name} for name in FIELDS],
        templates=[{"name": "Question", "qfmt": _part("front.html") + script, "afmt": _part("back.html") + script}],
        css=_part("card.css"),
        sort_field_index=FIELDS.index("Stem"),
    )


def _part(name: str) -> str:
    return (_CARD / name).read_text("utf-8")


def _deck_name(entry: Entry) -> str:
    title = words(EXAM_LANGUAGE)["bank"]
    if not entry.question.is_visible:
        return f"{title}::{words(EXAM_LANGUAGE)['retired_deck']}"
    return f"{title}::{topic_title(topic_of(entry), EXAM_LANGUAGE)}"


def _description() -> str:
    return "<br>".join(f"{escape(words(language)['deck'])} CC BY 4.0." for language in LANGUAGES)


def _note(selection: Selection, entry: Entry) -> genanki.Note:
    question = entry.question
    fields = {
        "Id": entry.id,
        "Stem": _stem(entry),
        "Options": _options(entry),
        "Key": f'<span data-key="{"".join(sorted(question.key))}">{key_text(question, EXAM_LANGUAGE)}</span>',
        "Explanations": "".join(_explanations(entry, language) for language in LANGUAGES),
        "Status": "".join(_status(entry, language) for language in LANGUAGES),
        "Sources": "".join(
            f'<p><a href="{escape(url)}">{escape(source_label(url))}</a></p>' for url in question.sources
        ),
        "Link": "".join(_link(selection, entry, language) for language in LANGUAGES),
    }
    tags = [_tag(label) for label in labels(entry)]
    return genanki.Note(
        _model(),
        [fields.get(name, "") for name in FIELDS],
        tags=sorted(tags),
        guid=guid(entry, selection.bank.formerly(entry.id)),
    )


def _tag(label: str) -> str:
    """Return a tag below ours in the reader's tree: "SageMaker::objective::MLA-C02::3::3.1::3.1.4"."""
    kind, _, name = label.partition(":")
    exam, _, key = name.partition("/")
    if kind == "objective" and key:
        parts = key.split(".")
        name = "::".join([exam, *(".".join(parts[: number + 1]) for number in range(len(parts)))])
    return f"SageMaker::{kind}::{name.replace('/', '::')}"


def _stem(entry: Entry) -> str:
    scenario, ask = render_stem(entry.question.stem)
    return scenario + (f"<p>{ask}</p>" if ask else "")


def _options(entry: Entry) -> str:
    question = entry.question
    keep = " data-keep" if question.keeps_order else ""
    rows = "".join(
        f'<li data-letter="{letter}">{render_option(option.text)}</li>'
        for letter, option in zip(LETTERS, question.options, strict=False)
    )
    choose = f'<p class="choose">{choose_text(entry)}</p>'
    return f'{choose}<ol class="options" data-choose="{len(question.key)}"{keep}>{rows}</ol>'


def _explanations(entry: Entry, language: Language) -> str:
    """Return what one language says after the answer; the first language is open, the others a tap away."""
    question, strings = entry.question, STRINGS[language]
    rows = "".join(
        f'<li data-letter="{letter}"{" class=right" if option.correct else ""}>{explained(option.why, language)}</li>'
        for letter, option in zip(LETTERS, question.options, strict=False)
    )
    note = f"<p>{explained(question.note, language)}</p>" if question.note else ""
    takeaway = f"<p><strong>{escape(strings.takeaway)}</strong> {explained(question.takeaway, language)}</p>"
    is_open = " open" if language == LANGUAGES[0] else ""
    start = f'<details data-language="{language}" lang="{TAGS[language]}"{is_open}>'
    return f'{start}<summary>{ROWS[language].name}</summary><ol class="reasons">{rows}</ol>{note}{takeaway}</details>'


def _status(entry: Entry, language: Language) -> str:
    status = entry.question.status
    text = STRINGS[language].status.get(status, "" if entry.question.is_visible else words(language)["retired"])
    return f'<p lang="{TAGS[language]}">{escape(text)}</p>' if text else ""


def _source(url: str) -> str:
    return f'<p><a href="{escape(url)}">{escape(source_label(url))}</a></p>'


def _link(selection: Selection, entry: Entry, language: Language) -> str:
    address = selection.release.address(entry, language)
    text = words(language)["in_guide"]
    return f'<p><a href="{escape(address)}" lang="{TAGS[language]}">{escape(text)}</a></p>' if address else ""
