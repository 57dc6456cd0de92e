"""What of an exam the questions cover, and what was not reviewed recently."""

from datetime import UTC, date, datetime
from html import escape

from macros.calls.base import Macros, macro
from macros.errors import MacroError
from macros.facts import Task
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
                    ", ".join(self.link(page) for page in rows[task_id].pages) or strings.candidate_rest,
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
