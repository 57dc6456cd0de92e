"""What pages write between double braces, made of the bank, in one language, for one page."""

import contextlib
import functools
import posixpath
from dataclasses import dataclass, field
from datetime import date
from html import escape
from typing import Any
from urllib.parse import quote, urlencode

from pydantic import BaseModel

from macros.bank import Bank
from macros.errors import MacroError, require
from macros.exports.domains import assign_domains
from macros.facts import Limit
from macros.language import DECIMAL_SEPARATORS, Language, format_date, format_number, format_quantity, join_words
from macros.questions.skeleton import PAGE as SKELETON_PAGE
from macros.questions.skeleton import skeleton
from macros.reading.models import Entry
from macros.rendering.blocks import Place, placeholder
from macros.rendering.identifiers import breakable
from macros.rendering.questions import Section, Surroundings, render_answer_key, render_question, render_summary
from macros.rendering.strings import STRINGS

# What a new question's file has for the day of its review, which its writer fills in: a build knows no day.
REVIEW_DAY = "YYYY-MM-DD"
# Of a folded table of limits, the rows that a phone shows at once.
SEEN_LIMITS = 3


@dataclass
class PageContext:
    """The page that is being built; all its macro calls share one.

    Attributes:
        path: its path below the docs folder, without .md.
        meta: its front matter.
        by_source: whether links in HTML count from the page's source file, as Zensical has it, instead of its address.
        questions: those that its macros have returned so far, in their order, by the id that each has on the page.
        has_summary: whether one of its macros has returned the summary of the reader's progress.
        has_stylesheet: whether one has returned the link to the style of questions.
    """

    path: str
    meta: dict[str, Any]
    by_source: bool = False
    questions: dict[str, Entry] = field(default_factory=dict)
    has_summary: bool = False
    has_stylesheet: bool = False

    def stylesheet(self) -> str:
        """Return the address of the style of questions for the first one who asks, who is to load it; else nothing."""
        is_loaded, self.has_stylesheet = self.has_stylesheet, True
        return "" if is_loaded else f"{self.link_to('index')}assets/stylesheets/exam-question.css"

    def link_to(self, target: str) -> str:
        """Return the address of another page, given by its path, as this page's HTML must write it."""
        start = posixpath.dirname(self.path) if self.by_source else page_url(self.path)
        relative = posixpath.relpath(page_url(target) or ".", start or ".")
        return f"{relative}/" if relative != "." else "./"


@dataclass(frozen=True)
class PageMacros:
    """The macros of one edition; each returns HTML on one line for each block.

    Raises:
        MacroError: from every macro, where a page names something that does not exist.
    """

    bank: Bank
    language: Language
    repo_url: str = ""

    def quiz(self, page: PageContext, of: str) -> str:
        """Return every question that names a page, easy ones first; above the first of them the reader's progress."""
        require(of, self.bank.pages.paths, "page")
        entries = self.bank.on_page(of)
        if not entries:
            raise MacroError(f"quiz({of!r}): no question names this page yet; leave the macro out until one does")
        summary = [] if page.has_summary else [render_summary(len(entries), self.language, page.stylesheet())]
        page.has_summary = True
        places = [self._placed(page, entry) for entry in entries]
        self._print_key(page)
        return "\n\n".join([*summary, *places])

    def question(self, page: PageContext, question_id: str) -> str:
        """Return one question by its id, whatever page it belongs to."""
        require(question_id, self.bank.entries, "question")
        place = self._placed(page, self.bank.entries[question_id])
        self._print_key(page)
        return place

    def _placed(self, page: PageContext, entry: Entry) -> str:
        self._section(page, entry)  # what is wrong with it is said here, where a page and a line are known
        earlier = sum(entry is other for other in page.questions.values())
        anchor = f"{entry.id}--{earlier + 1}" if earlier else entry.id
        page.questions[anchor] = entry
        place = Place(entry.id, len(page.questions), anchor, brings_style=bool(page.stylesheet()))
        return placeholder(place, () if earlier else self.bank.formerly(entry.id))

    @functools.cached_property
    def _domains(self) -> dict[str, str]:
        """The one domain of each question in the first exam, whose colors the site wears."""
        return first_exam_domains(self.bank)

    def _print_key(self, page: PageContext) -> None:
        """Leave the key and the count of the questions so far in the front matter, where the theme finds them."""
        page.meta["answer_key"] = render_answer_key(page.questions, self.language)
        page.meta["question_count"] = len(page.questions)

    def block(self, page: PageContext, place: Place) -> str:
        """Return the HTML of a question that a built page has a placeholder for."""
        entry = self.bank.entries[place.question_id]
        around = Surroundings(
            section=self._section(page, entry),
            formerly=self.bank.formerly(entry.id) if place.anchor == entry.id else (),
            report_url=report_url(self.repo_url, entry.id, self.language) if self.repo_url else "",
            edit_url=edit_url(self.repo_url, entry.shown) if self.repo_url else "",
            domain=self._domains.get(entry.id, ""),
            stylesheet=page.stylesheet() if place.brings_style else "",
            anchor=place.anchor,
        )
        return render_question(entry, self.language, place.number, around)

    def _section(self, page: PageContext, entry: Entry) -> Section | None:
        path, heading = entry.question.page_path, entry.question.heading
        if not heading:
            return None
        href = f"{page.link_to(path)}#{heading}" if path != page.path else f"#{heading}"
        return Section(href, self.bank.pages.title(path, self.language, heading))

    def limit(self, key: str) -> str:
        """Return a limit with its unit, linked to the page that says so."""
        require(key, self.bank.facts.limits, "limit")
        return self._linked_limit(self.bank.facts.limits[key])

    def limits(self, *keys: str, folded: bool = False) -> str:
        """Return a table of limits: of keys like "async.payload", or of whole sections like "async".

        A page of many tables has them folded: phones show the first rows of each, and lay out the rest once asked.
        """
        known = self.bank.facts.limits
        chosen: list[str] = []
        for key in keys:
            section = self.bank.facts.section(key)
            if not section:
                require(key, known, "limit")
            chosen += section or [key]
        strings = STRINGS[self.language]
        rows = [
            f"<tr><td>{breakable(escape(known[key].label[self.language]))}{self._dispute(known[key])}</td> "
            f"<td>{self._linked_limit(known[key])}</td></tr> "
            for key in chosen
        ]
        head = f"<tr><th>{strings.limit}</th> <th>{strings.value}</th></tr>"

        def table(part: list[str]) -> str:
            return f'<table class="facts"><thead>{head}</thead> <tbody>{"".join(part)}</tbody></table>'

        seen = SEEN_LIMITS if folded and len(rows) > SEEN_LIMITS + 1 else len(rows)
        shown = f'<div class="limits">{table(rows[:seen])}</div>'
        if seen == len(rows):
            return shown
        more = strings.more_limits.format(count=len(rows) - seen)
        return f'{shown} <details class="limits"><summary>{more}</summary> {table(rows[seen:])}</details>'

    def _linked_limit(self, limit: Limit) -> str:
        title = f"{limit.label[self.language]} ({STRINGS[self.language].official_page})"
        return f'<a class="limit" href="{escape(limit.source)}" title="{escape(title)}">{self._value(limit)}</a>'

    def _value(self, limit: Limit) -> str:
        if isinstance(limit.value, int):
            return format_quantity(limit.value, limit.unit, self.language)
        if isinstance(limit.value, str) and limit.unit == "fraction":
            return limit.value.replace(".", DECIMAL_SEPARATORS[self.language])
        if isinstance(limit.value, str):
            return f"<code>{escape(limit.value)}</code>"
        return ", ".join(f"<code>{escape(name)}</code>" for name in limit.value)

    def _dispute(self, limit: Limit) -> str:
        return f"<br><small>{escape(limit.disputed[self.language])}</small>" if limit.disputed else ""

    def exam(self, path: str) -> str:
        """Return a figure of an exam, such as "MLA-C02.beta.minutes", in the page's language."""
        value: Any = {**self.bank.facts.exams, **self.bank.facts.other_exams}
        rest = path
        while rest:
            known = {name: field for name, field in _fields(value).items() if field is not None}
            # The ids of tasks and skills hold dots of their own, so the longest key that fits is meant.
            step = max((name for name in known if f"{rest}.".startswith(f"{name}.")), key=len, default="")
            if not step:
                raise MacroError(f"exam({path!r}): {rest} is not known there; there are: {', '.join(known)}")
            value, rest = known[step], rest[len(step) + 1 :]
        return self._exam_value(path, value)

    def _exam_value(self, path: str, value: object) -> str:
        if isinstance(value, date):
            return format_date(value, self.language)
        if isinstance(value, int):
            return format_number(value, self.language)
        if isinstance(value, str):
            return escape(value)
        if isinstance(value, list) and path.endswith("languages"):
            names = STRINGS[self.language].languages
            return join_words([names.get(str(code), str(code)) for code in value], self.language)
        if isinstance(value, BaseModel) and hasattr(value, self.language):
            return escape(str(getattr(value, self.language)))
        raise MacroError(f"exam({path!r}) is not one figure; name a field below it: {', '.join(_fields(value))}")

    def availability(self, key: str) -> str:
        """Return a banner that says whether a feature is still offered, since when, and what to use instead."""
        require(key, self.bank.facts.features, "feature")
        feature, strings = self.bank.facts.features[key], STRINGS[self.language]
        undated, dated = strings.availability[feature.status]
        status = dated.format(date=format_date(feature.since, self.language)) if feature.since else undated
        announced = (
            f" ({strings.announced.format(date=format_date(feature.announced, self.language))})"
            if feature.announced
            else ""
        )
        headline = f"{feature.name} {status}{announced}."
        sentences = [escape(feature.note[self.language])]
        if feature.instead:
            sentences.append(f"{strings.instead} {escape(feature.instead[self.language])}.")
        if feature.disputed:
            sentences.append(escape(feature.disputed[self.language]))
        link = f'<a href="{escape(feature.source)}">{strings.official_page.capitalize()}</a>.'
        kind = "note" if feature.status in {"open", "reopened"} else "warning"
        return (
            f'<div class="admonition {kind} availability"><p class="admonition-title">{escape(headline)}</p>'
            f"<p>{' '.join(sentences)} {link}</p></div>"
        )

    def new_question(self, text: str) -> str:
        """Return a link that opens a new question on the forge, filled in with the skeleton."""
        topic, _, slug = SKELETON_PAGE.partition("/")
        query = urlencode({"filename": f"{slug}-your-question.yml", "value": skeleton(REVIEW_DAY)}, quote_via=quote)
        return f'<a href="{escape(f"{self.repo_url}/new/main/quizzes/{topic}?{query}")}">{escape(text)}</a>'

    def page_sources(self, page: PageContext) -> str:
        """Return the sources of a page as a list, and the day on which it was last reviewed, from its front matter."""
        rows, reviewed = page.meta.get("sources"), page.meta.get("reviewed")
        if not isinstance(rows, list) or not all(
            isinstance(row, dict) and {"title", "url"} <= row.keys() for row in rows
        ):
            raise MacroError("page_sources(): the front matter needs sources: a list of title and url")
        if isinstance(reviewed, str):  # Zensical hands dates over as texts
            with contextlib.suppress(ValueError):
                reviewed = date.fromisoformat(reviewed)
        if not isinstance(reviewed, date):
            raise MacroError("page_sources(): the front matter needs reviewed: a date, as in 2026-11-22")
        items = "".join(
            f'<li><a href="{escape(str(row["url"]))}" lang="en">{escape(str(row["title"]))}</a></li>' for row in rows
        )
        text = STRINGS[self.language].reviewed.format(date=format_date(reviewed, self.language))
        return f'<div class="page-sources"><ul>{items}</ul><p>{text}</p></div>'


def first_exam_domains(bank: Bank) -> dict[str, str]:
    """Return the one domain of the first exam that each question counts for, by question id."""
    code, exam = next(iter(bank.facts.exams.items()))
    current = [entry for entry in bank.entries.values() if entry.question.status == "current"]
    return assign_domains(current, code, exam)


def report_url(repo_url: str, question_id: str, language: Language) -> str:
    """Return the address of the issue form for a wrong question, with the question's id filled in."""
    form = {"pt": "resposta-errada.yml", "en": "wrong-answer.yml"}[language]
    return f"{repo_url.rstrip('/')}/issues/new?{urlencode({'template': form, 'question': question_id})}"


def edit_url(repo_url: str, file: str) -> str:
    """Return the address where the forge opens a file for editing."""
    return f"{repo_url.rstrip('/')}/edit/main/{file}"


def page_url(path: str) -> str:
    """Return the address of a page below the edition's root: "inference/async/", and "" for the home page."""
    folder = path.removesuffix("index").rstrip("/") if path == "index" or path.endswith("/index") else path
    return f"{folder}/" if folder else ""


def _fields(value: object) -> dict[str, Any]:
    if isinstance(value, BaseModel):
        return {name: getattr(value, name) for name in type(value).model_fields}
    return value if isinstance(value, dict) else {}
