"""Which tasks of an exam the questions cover, and where the gaps are."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from macros.facts import Facts, Skill, Task
from macros.reading.models import Entry

# From how many questions on a task or a page counts as covered.
ENOUGH_FOR_TASK = 3
ENOUGH_FOR_PAGE = 5


@dataclass(frozen=True)
class TaskCoverage:
    """One task of an exam, the questions that name it or one of its skills, and the pages that show them."""

    key: str
    task: Task
    entries: tuple[Entry, ...]

    @property
    def in_scope(self) -> bool:
        """Whether a SageMaker AI feature answers at least a part of the task."""
        return self.task.scope != "none"

    @property
    def is_gap(self) -> bool:
        """Whether the task is in scope and has too few questions."""
        return self.in_scope and len(self.entries) < ENOUGH_FOR_TASK

    @property
    def pages(self) -> list[str]:
        """The pages of its questions, sorted."""
        return sorted({entry.question.page_path for entry in self.entries})

    @property
    def skills_out_of_scope(self) -> list[tuple[str, Skill]]:
        """Its skills whose answer lies outside SageMaker AI, with their ids."""
        return [(skill_id, skill) for skill_id, skill in self.task.skills.items() if not skill.in_scope]


def task_coverage(facts: Facts, entries: Iterable[Entry], exam: str) -> Iterator[TaskCoverage]:
    """Yield the coverage of each task of an exam, in the blueprint's order; retired questions do not count.

    Raises:
        KeyError: there is no such exam.
    """
    current = [entry for entry in entries if entry.question.is_shown]
    for domain in facts.exams[exam].domains.values():
        for task_id, task in domain.tasks.items():
            key = f"{exam}/{task_id}"
            named = {key, *(f"{exam}/{skill_id}" for skill_id in task.skills)}
            yield TaskCoverage(key, task, tuple(e for e in current if named.intersection(e.question.objectives)))
