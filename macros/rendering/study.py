"""The home page's first screen and the study plan: what to do next, by the weights of the first exam's domains."""

import json
from collections import Counter, defaultdict
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from macros.bank import Bank
from macros.facts import Exam
from macros.language import Language, format_number, join_words
from macros.markup import render_inline
from macros.rendering.home_strings import HOME_STRINGS
from macros.rendering.page_macros import PageContext, first_exam_domains
from macros.rendering.questions import environment, single_line
from macros.rendering.strings import STRINGS

EXAM_PAGE, EXAMS_PAGE, PLAN_PAGE, PRACTICE_PAGE = "exam/mla-c02", "exam/index", "exam/plan", "practice/session"


class PlanItem(NamedTuple):
    """A page to study, and its share of the whole work in percent."""

    path: str
    href: str
    title: str
    size: str
    share: float


class PlanGroup(NamedTuple):
    """The pages that count most for one domain of the exam."""

    key: str
    name: str
    weight: int
    items: list[PlanItem]


@dataclass(frozen=True)
class StudyMacros:
    """The macros of the home page and of the plan, for one page of one edition."""

    bank: Bank
    language: Language
    page: PageContext

    def home(self) -> str:
        """Return the first screen: what this is, the two ways in, the exam to book, and room for the next step."""
        s = HOME_STRINGS[self.language]
        shown = [entry for entry in self.bank.entries.values() if entry.question.is_shown]
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

    def plan(self) -> str:
        """Return the pages to study by domain, as a list to tick off; a script splits it into weeks."""
        s = HOME_STRINGS[self.language]
        html = (
            environment()
            .get_template("plan.html")
            .render(
                s=s,
                words=json.dumps(s.browser, ensure_ascii=False),
                groups=self._groups(),
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

    def _groups(self) -> list[PlanGroup]:
        """Return every page under the domain that most of its questions count for, in the order of the folders."""
        of_page: dict[str, Counter[str]] = defaultdict(Counter)
        counted = first_exam_domains(self.bank)
        for question_id, key in counted.items():
            of_page[self.bank.entries[question_id].question.page_path][key] += 1
        groups = []
        for key, domain in self._exam.domains.items():
            pages = [path for path, counts in of_page.items() if max(counts, key=lambda k: (counts[k], k)) == key]
            total = sum(of_page[path].total() for path in pages)
            items = [self._item(path, domain.weight / total) for path in sorted(pages)]
            groups.append(PlanGroup(key, STRINGS[self.language].domains[key], domain.weight, items))
        return groups

    def _item(self, path: str, share: float) -> PlanItem:
        s = HOME_STRINGS[self.language]
        count = len(self.bank.on_page(path))
        size = s.one_question if count == 1 else s.questions.format(count=count)
        title = render_inline(self.bank.pages.title(path, self.language))
        return PlanItem(path, self.page.link_to(path), title, size, round(share * count, 2))
