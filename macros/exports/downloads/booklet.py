"""A booklet of a topic to print: questions first, then the key, then the reasons; a page that a browser prints."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from markupsafe import Markup

from macros.exports.downloads.html import choose_text, explained
from macros.exports.downloads.selection import LICENSE_URL, Selection, topic_title, words
from macros.language import EXAM_LANGUAGE, TAGS, format_date
from macros.markup import render_inline, render_option, render_stem
from macros.questions.entry import Entry
from macros.questions.model import letter_of
from macros.rendering.questions import environment, key_text, source_label
from macros.rendering.words import STRINGS


class Question(NamedTuple):
    """A question as the booklet's template shows it."""

    number: int
    scenario: Markup
    ask: Markup
    choose: str
    is_single: bool
    options: Sequence[tuple[str, Markup, bool, Markup]]
    key: str
    status: str
    note: Markup
    takeaway: Markup
    sources: Sequence[tuple[str, str]]
    address: str


class Chapter(NamedTuple):
    """The questions of one page of the guide."""

    path: str
    title: Markup
    questions: Sequence[Question]


def as_booklet(selection: Selection) -> bytes:
    """Return the questions of a topic in one language as a page for print, which needs nothing but itself."""
    language, made = selection.language, selection.release.made
    questions = list(_numbered(selection))
    paths = dict.fromkeys(entry.question.page_path for entry, _ in questions)
    chapters = [
        Chapter(
            path.replace("/", "-"),
            Markup(render_inline(selection.bank.pages.title(path, language))),  # noqa: S704 - escaped there
            [question for entry, question in questions if entry.question.page_path == path],
        )
        for path in paths
    ]
    w = words(language)
    html = (
        environment()
        .get_template("booklet.html")
        .render(
            w=w,
            s=STRINGS[language],
            lang=TAGS[language],
            stem_lang=TAGS[EXAM_LANGUAGE],
            title=topic_title(selection.topic, language) if selection.topic else w["bank"],
            lead=w["booklet_lead"].format(count=len(questions)),
            state=w["booklet_state"].format(date=format_date(made.date(), language)),
            license_url=LICENSE_URL,
            address=selection.release.addresses.get(language, ""),
            chapters=chapters,
            questions=[question for _, question in questions],
        )
    )
    return html.encode()


def _numbered(selection: Selection) -> Iterable[tuple[Entry, Question]]:
    """Yield the questions page by page, those of a page in the order that it has them, numbered from 1."""
    order = sorted(selection.shown, key=lambda entry: (entry.question.page_path, entry.question.difficulty, entry.id))
    for number, entry in enumerate(order, start=1):
        yield entry, _question(selection, entry, number)


def _question(selection: Selection, entry: Entry, number: int) -> Question:
    question, language = entry.question, selection.language
    scenario, ask = (Markup(part) for part in render_stem(question.stem))  # noqa: S704 - raw HTML is off
    return Question(
        number,
        scenario,
        ask,
        choose_text(entry),
        len(question.key) == 1,
        [
            (
                letter_of(index),
                Markup(render_option(option.text)),  # noqa: S704 - raw HTML is off
                option.correct,
                Markup(explained(option.why, language)),  # noqa: S704 - raw HTML is off
            )
            for index, option in enumerate(question.options)
        ],
        key_text(question, language),
        STRINGS[language].status.get(question.status, ""),
        Markup(explained(question.note, language)) if question.note else Markup(""),  # noqa: S704 - raw HTML is off
        Markup(explained(question.takeaway, language)),  # noqa: S704 - raw HTML is off
        [(url, source_label(url)) for url in question.sources],
        selection.release.address(entry, language),
    )
