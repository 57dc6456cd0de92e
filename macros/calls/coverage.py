"""What of an exam the questions cover, and what was not reviewed recently."""

from datetime import UTC, date, datetime
from html import escape

from macros.calls.base import Macros, macro
from macros.errors import MacroError
from macros.language import format_date
from macros.rendering.tables import table
from macros.rendering.words import STRINGS
from macros.reports.coverage import task_coverage
from macros.reports.freshness import STALE_AFTER, stale


class Coverage(Macros):
    """The macros that show the reports on the bank."""

    @macro
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
                    ", ".join(self.link(page) for page in row.pages) or "–",
                    state,
                ]
            )
        return table(strings.coverage_columns, rows)

    @macro
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

    @macro
    def stale(self) -> str:
        """Return what was not reviewed recently, as of today."""
        return self.stale_on(datetime.now(UTC).date())

    def stale_on(self, today: date) -> str:
        """Return what was not reviewed recently on a day: pages of this edition and questions, the oldest first."""
        strings = STRINGS[self.language]
        rows = []
        for row in stale(self.bank, today):
            if row.question_id or row.file.startswith(f"docs/{self.language}/"):
                shown = f"<code>{escape(row.question_id)}</code>" if row.question_id else "–"
                rows.append([format_date(row.reviewed, self.language), self.link(row.path), shown])
        return table(strings.stale_columns, rows) if rows else f"<p>{strings.stale_none.format(days=STALE_AFTER)}</p>"
