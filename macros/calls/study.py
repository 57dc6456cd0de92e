"""The home page's first screen and the study plan: what to do next, by the weights of the first exam's domains."""

import json
from collections import Counter, defaultdict
from collections.abc import Sequence
from functools import cached_property
from typing import NamedTuple

from macros.calls.base import Macros, macro
from macros.facts import Exam
from macros.language import format_number, join_words
from macros.markup import render_inline
from macros.rendering.questions import environment, single_line
from macros.rendering.words import HOME_STRINGS, STRINGS
from macros.reports.domains import first_exam_domains

# Of the plan that a page has before its reader chooses.
WEEKS = 5
EXAM_PAGE, EXAMS_PAGE, PLAN_PAGE, PRACTICE_PAGE = "exam/mla-c02", "exam/index", "exam/plan", "practice/session"


class PlanItem(NamedTuple):
    """A page to study, the domain that most of its questions count for, and its share of the whole work in percent."""

    path: str
    domain: str
    href: str
    title: str
    size: str
    share: float


class Study(Macros):
    """The macros of the home page and of the plan."""

    @macro
    def home(self) -> str:
        """Return the first screen: what this is, the two ways in, the exam to book, and room for the next step."""
        s = HOME_STRINGS[self.language]
        shown = [entry for entry in self.bank.entries.values() if entry.question.is_visible]
        pages = len(self.bank.pages.pages[self.language])
        html = (
            environment()
            .get_template("home.html")
            .render(
                s=s,
                what=s.what.format(pages=pages, questions=format_number(len(shown), self.language)),
                book=self._booking(),
                words=json.dumps(s.browser, ensure_ascii=False),
                plan=self.page.link_to(PLAN_PAGE),
                exams=self.page.link_to(EXAMS_PAGE),
                exam=next(iter(self.bank.facts.exams)),
                practice=self.page.link_to(PRACTICE_PAGE) if PRACTICE_PAGE in self.bank.pages.paths else "",
                domains=[
                    (
                        key,
                        STRINGS[self.language].domains[key],
                        domain.weight,
                        f"{self.page.link_to(EXAM_PAGE)}#domain-{key}",
                    )
                    for key, domain in self._exam.domains.items()
                ],
            )
        )
        return single_line(html)

    @macro
    def study_plan(self) -> str:
        """Return the pages to study as a list to tick off, in five weeks; a script splits it into more or fewer."""
        s = HOME_STRINGS[self.language]
        html = (
            environment()
            .get_template("plan.html")
            .render(
                s=s,
                words=json.dumps(s.browser, ensure_ascii=False),
                weeks=in_weeks(self._items(), WEEKS),
            )
        )
        return single_line(html)

    @cached_property
    def _exam(self) -> Exam:
        return next(iter(self.bank.facts.exams.values()))

    def _booking(self) -> str:
        s, strings = HOME_STRINGS[self.language], STRINGS[self.language]
        code, exam = next(iter(self.bank.facts.exams.items()))
        name, languages = (
            (f"{code} beta ({exam.beta.code})", exam.beta.languages) if exam.beta else (code, exam.languages)
        )
        names = join_words([strings.languages.get(language, language) for language in languages], self.language)
        return s.book.format(exam=name, languages=names)

    def _items(self) -> list[PlanItem]:
        """Return every page, domain by domain, in the order of the folders."""
        of_page: dict[str, Counter[str]] = defaultdict(Counter)
        for question_id, key in first_exam_domains(self.bank).items():
            of_page[self.bank.entries[question_id].question.page_path][key] += 1
        found = []
        for key, domain in self._exam.domains.items():
            pages = [path for path, counts in of_page.items() if max(counts, key=lambda k: (counts[k], k)) == key]
            total = sum(len(self.bank.on_page(path)) for path in pages)
            found += [self._item(path, key, domain.weight / total) for path in sorted(pages)]
        return found

    def _item(self, path: str, domain: str, share: float) -> PlanItem:
        s = HOME_STRINGS[self.language]
        count = len(self.bank.on_page(path))
        size = s.one_question if count == 1 else s.questions.format(count=count)
        title = render_inline(self.title(path))
        return PlanItem(path, domain, self.page.link_to(path), title, size, round(share * count, 2))


def in_weeks(items: Sequence[PlanItem], weeks: int) -> list[list[PlanItem]]:
    """Return the items in weeks of about the same work, in their order; theme/plan.js does the same."""
    whole = sum(item.share for item in items)
    split: list[list[PlanItem]] = [[] for _ in range(weeks)]
    before = 0.0
    for item in items:
        split[min(weeks - 1, int((before + item.share / 2) / whole * weeks))].append(item)
        before += item.share
    return [week for week in split if week]
