"""The tables of the reference pages: whole lists made from the facts and the bank, in one edition's language."""

from dataclasses import dataclass
from datetime import date
from html import escape
from unicodedata import normalize

from macros.bank import Bank
from macros.checks.sources import ACCEPTED_SOURCES
from macros.errors import MacroError
from macros.facts import Task
from macros.language import TAGS, Language, format_date, other_language
from macros.markup import render_inline
from macros.problems import rules
from macros.rendering.page_macros import PageContext
from macros.rendering.strings import STRINGS
from macros.reports.coverage import task_coverage
from macros.reports.freshness import STALE_AFTER, stale


@dataclass(frozen=True)
class ReferenceMacros:
    """The macros of the pages under reference/ and contribute/, for one page of one edition.

    Attributes:
        page: the page that shows the table, for links from it.
    """

    bank: Bank
    language: Language
    page: PageContext

    def rules(self, kind: str) -> str:
        """Return every rule of one kind (Y, Q, B, W, P or E): its code, what must be true, and how bad a breach is."""
        strings = STRINGS[self.language]
        chosen = sorted(rule.code for rule in rules().values() if rule.code.startswith(kind))
        if not chosen:
            raise MacroError(f"rules({kind!r}): the kinds are Y, Q, B, W, P and E")
        rows = [
            [
                f'<code id="{code}">{code}</code>',
                escape(rules()[code].statement[self.language]),
                strings.severity[rules()[code].severity],
            ]
            for code in chosen
        ]
        return table(strings.rule_columns, rows)

    def accepted_sources(self) -> str:
        """Return the list of sites that count as a source, each with the reason, which is in English."""
        items = "".join(
            f"<li><code>{escape(site)}</code>: {escape(why)}</li>" for site, why in ACCEPTED_SOURCES.items()
        )
        return f'<ul lang="en">{items}</ul>'

    def availability_table(self) -> str:
        """Return every feature of facts/availability.yml with its state, date and replacement."""
        strings = STRINGS[self.language]
        rows = []
        for feature in self.bank.facts.features.values():
            links = ", ".join(self._link(page) for page in feature.pages)
            note = " ".join(words[self.language] for words in (feature.note, feature.disputed) if words)
            rows.append(
                [
                    f'<a href="{escape(feature.source)}">{escape(feature.name)}</a>',
                    strings.states[feature.status],
                    format_date(feature.since, self.language) if feature.since else "–",
                    escape(feature.instead[self.language]) if feature.instead else "–",
                    escape(note) + (f" {strings.see} {links}." if links else ""),
                ]
            )
        return table(strings.availability_columns, rows)

    def glossary(self) -> str:
        """Return every term in both languages with its meaning, in the page's language and alphabet."""
        twin_language = other_language(self.language)
        terms, strings = self.bank.facts.glossary, STRINGS[self.language]
        letters: dict[str, list[str]] = {}
        for key in sorted(terms, key=lambda key: _order(terms[key][self.language])):
            term = terms[key]
            word, twin = term[self.language], term[twin_language]
            shown = "" if twin == word else f' <br><span lang="{TAGS[twin_language]}">{escape(twin)}</span>'
            page, _, heading = term.page.partition("#")
            letters.setdefault(_initial(word), []).append(
                f'<dt id="{key}"><strong>{escape(word)}</strong>{shown}</dt> '
                f"<dd>{escape(term.means[self.language])} {self._link(page, heading)}.</dd>"
            )
        bar = " ".join(f'<a href="#letter-{letter.lower()}">{letter}</a>' for letter in letters)
        parts = " ".join(
            f'<section><p class="glossary__letter" id="letter-{letter.lower()}" data-search-exclude>{letter}</p> '
            f"<dl>{' '.join(found)}</dl></section>"
            for letter, found in letters.items()
        )
        return (
            f'<div class="glossary" data-glossary="{strings.glossary_found}"><p class="glossary__filter">'
            f'<label>{strings.glossary_filter} <input type="search" autocomplete="off" spellcheck="false"></label> '
            f'<output data-search-exclude></output></p> <nav class="letters" aria-label="{strings.glossary_letters}" '
            f"data-search-exclude>{bar}</nav> {parts}</div>"
        )

    def coverage(self, exam: str) -> str:
        """Return an exam's tasks with the questions and pages that cover them, gaps marked."""
        if exam not in self.bank.facts.exams:
            raise MacroError(f"coverage({exam!r}): the exams are {', '.join(self.bank.facts.exams)}")
        strings = STRINGS[self.language]
        rows = []
        for row in task_coverage(self.bank.facts, self.bank.entries.values(), exam):
            state = strings.gap if row.is_gap else strings.covered if row.in_scope else strings.out_of_scope
            rows.append(
                [
                    f"{escape(row.key.partition('/')[2])} {escape(row.task.title[self.language])}",
                    strings.scopes[row.task.scope],
                    str(len(row.entries)),
                    ", ".join(self._link(page) for page in row.pages) or "–",
                    state,
                ]
            )
        return table(strings.coverage_columns, rows)

    def candidate_coverage(self, exam: str) -> str:
        """Return what to study here for each task of an exam, and how much of the task that is, by domain."""
        if exam not in self.bank.facts.exams:
            raise MacroError(f"candidate_coverage({exam!r}): the exams are {', '.join(self.bank.facts.exams)}")
        strings = STRINGS[self.language]
        rows = {
            row.key.partition("/")[2]: row for row in task_coverage(self.bank.facts, self.bank.entries.values(), exam)
        }
        parts = []
        for key, domain in self.bank.facts.exams[exam].domains.items():
            cells = [
                [
                    f"<strong>{task_id}</strong> {escape(task.title[self.language])}",
                    ", ".join(self._link(page) for page in rows[task_id].pages) or strings.candidate_rest,
                    self._share(task),
                ]
                for task_id, task in domain.tasks.items()
            ]
            title = f"{strings.domain} {key}: {escape(domain.title[self.language])}"
            parts.append(
                f'<p class="domain-title" data-domain="{key}"><span class="domain">{title}</span> {domain.weight}%</p> '
                + table(strings.candidate_columns, cells)
            )
        return "".join(parts)

    def _share(self, task: Task) -> str:
        """Return how many of a task's skills SageMaker AI answers, as a bar and in words."""
        strings = STRINGS[self.language]
        here, all_ = sum(skill.in_scope for skill in task.skills.values()), len(task.skills)
        if not all_:
            return strings.candidate_scopes[task.scope]
        return (
            f'{here}/{all_}<span class="progress-bar" aria-hidden="true" '
            f'style="--right:{here / all_:.2f};--answered:{here / all_:.2f}"></span>'
        )

    def stale(self, today: date) -> str:
        """Return the pages of this edition and the questions that nobody reviewed for long, the oldest first."""
        strings = STRINGS[self.language]
        rows = []
        for row in stale(self.bank, today):
            if row.question_id or row.file.startswith(f"docs/{self.language}/"):
                shown = f"<code>{escape(row.question_id)}</code>" if row.question_id else "–"
                rows.append([format_date(row.reviewed, self.language), self._link(row.path), shown])
        return table(strings.stale_columns, rows) if rows else f"<p>{strings.stale_none.format(days=STALE_AFTER)}</p>"

    def out_of_scope(self, exam: str) -> str:
        """Return the skills of an exam that no SageMaker AI feature answers, by task."""
        groups = []
        for row in task_coverage(self.bank.facts, self.bank.entries.values(), exam):
            if row.skills_out_of_scope:
                items = "".join(
                    f"<li>{escape(skill_id)} {escape(skill[self.language])}</li>"
                    for skill_id, skill in row.skills_out_of_scope
                )
                title = f"{row.key.partition('/')[2]} {row.task.title[self.language]}"
                groups.append(f"<li><strong>{escape(title)}</strong><ul>{items}</ul></li>")
        return f"<ul>{''.join(groups)}</ul>"

    def _link(self, page: str, heading: str = "") -> str:
        href = self.page.link_to(page) + (f"#{heading}" if heading else "")
        return f'<a href="{href}">{render_inline(self.bank.pages.title(page, self.language))}</a>'


def _order(word: str) -> str:
    """Return what sorts a word: accents do not count, and neither do the brands that many names begin with."""
    for brand in ("Amazon ", "AWS ", "SageMaker "):
        word = word.removeprefix(brand)
    return normalize("NFD", word).casefold()


def _initial(word: str) -> str:
    """Return the letter under which a word is found."""
    letter = _order(word)[0].upper()
    return letter if letter.isalpha() else "#"


def table(columns: tuple[str, ...], rows: list[list[str]]) -> str:
    """Return a table of cells that are HTML already, on one line; spaces keep the words of cells apart in search."""
    head = " ".join(f"<th>{column}</th>" for column in columns)
    body = " ".join("<tr>" + " ".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in rows)
    return f'<div class="wide"><table class="facts"><thead><tr>{head}</tr></thead> <tbody>{body}</tbody></table></div>'
