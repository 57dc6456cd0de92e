"""Questions to HTML that answers without JavaScript; overrides/ has the element and the CSS that raise it."""

import functools
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urlsplit

import jinja2
from markupsafe import Markup, escape

from macros.language import EXAM_LANGUAGE, TAGS, Language, format_date, join_words
from macros.markup import render_inline, render_option, render_stem
from macros.questions.entry import Entry
from macros.questions.model import LETTERS, Question
from macros.rendering.identifiers import break_identifiers
from macros.rendering.words import PROGRESS_STRINGS, STRINGS
from macros.text import Text


@dataclass(frozen=True)
class Section:
    """The heading that teaches a question, as a link from the page that shows it; its title is Markdown."""

    href: str
    title: str

    @property
    def html(self) -> Markup:
        """The title as HTML."""
        return Markup(render_inline(self.title))


@dataclass(frozen=True)
class Surroundings:
    """What a question shows and its own file does not hold.

    Attributes:
        section: where it is taught, if that is a heading of some page.
        formerly: the ids that it had before it was renamed.
        report_url: where a reader reports a problem with it; empty for nowhere.
        edit_url: where its file can be edited; empty for nowhere.
        domain: the domain of the exam that it counts for; empty for none.
        stylesheet: the style of questions, for the first one of a page; it is loaded where it is needed, so that it
            does not keep the page above from being shown.
        anchor: its id on the page, where that is not its own because the page shows it before; empty for its own.
    """

    section: Section | None = None
    formerly: tuple[str, ...] = ()
    report_url: str = ""
    edit_url: str = ""
    domain: str = ""
    stylesheet: str = ""
    anchor: str = ""


class OptionView(NamedTuple):
    """An option as the template shows it: unpacked there, which costs a third of looking up its fields."""

    letter: str
    capital: str
    html: Markup
    in_sets: str
    kind: str
    mark: str
    why: Markup
    why_lang: Markup


class SourceView(NamedTuple):
    """A source as the template shows it."""

    url: str
    label: str


_NOTHING = Markup("")
_NOWHERE = Surroundings()


@functools.cache
def environment() -> jinja2.Environment:
    """Return the environment of the templates in macros/rendering/templates."""
    return jinja2.Environment(
        loader=jinja2.FileSystemLoader(Path(__file__).with_name("templates")),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        auto_reload=False,  # else each question would look for a newer template on disk
    )


@functools.cache
def _template(language: Language) -> jinja2.Template:
    """Return the template of a question with its constant words in it, on one line.

    That takes a third of what filling them in, and joining the lines, would take for every question.
    """
    loader = environment().loader
    assert loader  # noqa: S101 - the environment has one
    source = loader.get_source(environment(), "question.html")[0]
    strings = STRINGS[language]
    filled = re.sub(r"\{\{ s\.(\w+) \}\}", lambda word: escape(getattr(strings, word[1])), source)
    return environment().from_string(filled.replace("\n", ""))


def render_question(entry: Entry, language: Language, number: int, around: Surroundings = _NOWHERE) -> str:
    """Return one question as HTML on a single line.

    Args:
        entry: the question.
        language: of the words around it and of the explanations; the stem stays in English.
        number: its place on the page, from 1.
        around: what it shows besides.
    """
    question = entry.question
    strings = STRINGS[language]
    scenario, ask = (Markup(part) for part in render_stem(question.stem))
    takeaway, takeaway_lang = _explained(question.takeaway, language)
    note, note_lang = _explained(question.note, language)
    anchor = around.anchor or entry.id
    count = len(question.key)
    several = {"count": strings.counts[count]}
    html = _template(language).render(
        id=entry.id,
        anchor=anchor,
        question=question,
        number=number,
        about=render_about(question.difficulty, around.domain, language),
        input_type="radio" if count == 1 else "checkbox",
        scenario=scenario,
        scenario_id=f"{anchor.replace('/', '-')}--scenario",
        ask=ask,
        stem_lang=_lang(EXAM_LANGUAGE, language),
        choose=strings.choose[0] if count == 1 else strings.choose[1].format(**several),
        choose_message=strings.nothing_chosen if count == 1 else strings.choose_more.format(**several),
        accepted=" ".join("".join(sorted(letters)) for letters in question.accepted),
        options=_options(question, language),
        key_text=key_text(question, language),
        status_text=strings.status.get(question.status, ""),
        around=around,
        sources=[SourceView(url, source_label(url)) for url in question.sources],
        from_deck=question.origin == "deck",
        reviewed=strings.reviewed.format(date=format_date(question.reviewed, language)),
        takeaway=takeaway,
        takeaway_lang=takeaway_lang,
        note=note,
        note_lang=note_lang,
    )
    return break_identifiers(html)


def render_about(difficulty: int, domain: str, language: Language) -> Markup:
    """Return a question's domain and difficulty as HTML on a single line.

    Args:
        difficulty: from 1 on.
        domain: of the exam, which gives it its color; empty for none.
        language: of the words.
    """
    strings = STRINGS[language]
    level = strings.difficulties[difficulty - 1]
    dots = "●" * difficulty + "○" * (len(strings.difficulties) - difficulty)
    shown = f"{strings.domain} {domain}: {strings.domains[domain]}" if domain in strings.domains else ""
    return Markup(
        (f'<span class="domain" data-domain="{domain}">{shown}</span> ' if shown else "")
        + f'<span class="eq__level"><span class="visually-hidden">{strings.difficulty}</span> '
        + f'<span aria-hidden="true">{dots}</span> {level}</span>'
    )


def render_summary(total: int, language: Language, stylesheet: str = "") -> str:
    """Return the element that counts a page's answers, as HTML on a single line; without script it stays hidden.

    Args:
        total: how many questions the page has.
        language: of its words.
        stylesheet: the address of the style of questions, loaded here for all of them.
    """
    template = environment().get_template("summary.html")
    return single_line(template.render(s=PROGRESS_STRINGS[language], total=total, stylesheet=stylesheet))


def render_answer_key(questions: Mapping[str, Entry], language: Language) -> str:
    """Return the key of a page's questions as HTML on a single line; it is shown on paper alone.

    Args:
        questions: in the page's order, by the id that each has there.
        language: of the words around the letters.
    """
    rows = []
    for anchor, entry in questions.items():
        takeaway, takeaway_lang = _explained(entry.question.takeaway, language)
        key = key_text(entry.question, language)
        rows.append({"anchor": anchor, "key": key, "takeaway": takeaway, "takeaway_lang": takeaway_lang})
    return single_line(environment().get_template("answer_key.html").render(s=PROGRESS_STRINGS[language], rows=rows))


def _options(question: Question, language: Language) -> list[OptionView]:
    strings = STRINGS[language]
    rows: list[OptionView] = []
    for letter, option in zip(LETTERS, question.options, strict=False):
        sets = [str(number) for number, accepted in enumerate(question.accepted, start=1) if letter in accepted]
        kind, mark = ("right", strings.correct) if option.correct else ("wrong", strings.incorrect)
        text = Markup(render_option(option.text))
        rows.append(
            OptionView(letter, letter.upper(), text, " ".join(sets), kind, mark, *_explained(option.why, language))
        )
    return rows


def key_text(question: Question, language: Language) -> str:
    """Return every accepted set of letters in words: "C, E and F, or A, C and F"."""
    sets = [join_words([letter.upper() for letter in sorted(letters)], language) for letters in question.accepted]
    return f", {STRINGS[language].or_} ".join(sets)


def _explained(explanation: Text | None, language: Language) -> tuple[Markup, Markup]:
    """Return a text as HTML, and its lang attribute where it is not in the page's language; both empty for none."""
    if explanation is None:
        return _NOTHING, _NOTHING
    actual, text = explanation.in_language(language)
    return Markup(render_inline(text)), _lang(actual, language)


def _lang(actual: Language, page: Language) -> Markup:
    """Return a lang attribute where a text is not in the language of its page."""
    return _NOTHING if actual == page else Markup(f' lang="{TAGS[actual]}"')


@functools.cache
def source_label(url: str) -> str:
    """Return what a link to a source says: the site's name and the page's file, as readers know them."""
    parts = urlsplit(url)
    page = parts.path.rstrip("/").rpartition("/")[2].removesuffix(".html")
    return f"{parts.hostname} · {page}" if page else str(parts.hostname)


def single_line(html: str) -> str:
    """Return the template's output without its line breaks, which stand between tags only."""
    return re.sub(r">\s*\n\s*(?=<)", ">", html).replace("\n", "")
