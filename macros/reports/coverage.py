"""Report which tasks and skills of an exam the questions cover, where the gaps are, and how the domains are shared."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from macros.facts import Domain, Facts, Skill, Task
from macros.questions.entry import Entry

# From how many questions on a task, a skill or a page counts as covered.
ENOUGH_FOR_TASK = 3
ENOUGH_FOR_SKILL = 3
ENOUGH_FOR_PAGE = 5
# How far a domain's share of the questions may lie from its weight in the exam, in percentage points.
SHARE_TOLERANCE = 6


@dataclass(frozen=True)
class SkillCoverage:
    """One skill of an exam task, and the questions that name it."""

    key: str
    skill: Skill
    entries: tuple[Entry, ...]

    @property
    def is_gap(self) -> bool:
        """Whether a SageMaker AI feature is the main answer to the skill, and it has too few questions."""
        return self.skill.in_scope and len(self.entries) < ENOUGH_FOR_SKILL


@dataclass(frozen=True)
class DomainShare:
    """A domain of an exam, the questions that count for it, and its share of all in percent."""

    key: str
    domain: Domain
    count: int
    share: float

    @property
    def is_off(self) -> bool:
        """Whether the share is too far from the exam's weight."""
        return abs(self.share - self.domain.weight) > SHARE_TOLERANCE


@dataclass(frozen=True)
class TaskCoverage:
    """One task of an exam, the questions that name it or one of its skills, and the pages that show them."""

    key: str
    task: Task
    entries: tuple[Entry, ...]

    @property
    def skills(self) -> list[SkillCoverage]:
        """Its skills, in the blueprint's order."""
        exam = self.key.partition("/")[0]
        return [
            SkillCoverage(key, skill, tuple(e for e in self.entries if key in e.question.objectives))
            for key, skill in ((f"{exam}/{skill_id}", skill) for skill_id, skill in self.task.skills.items())
        ]

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
    current = [entry for entry in entries if entry.question.is_visible]
    for domain in facts.exams[exam].domains.values():
        for task_id, task in domain.tasks.items():
            key = f"{exam}/{task_id}"
            named = {key, *(f"{exam}/{skill_id}" for skill_id in task.skills)}
            yield TaskCoverage(key, task, tuple(e for e in current if named.intersection(e.question.objectives)))


def domain_shares(facts: Facts, entries: Iterable[Entry], exam: str) -> list[DomainShare]:
    """Return each domain's share of the questions on an exam; retired questions do not count.

    A question counts for each domain that its objectives name, so the shares are those of all mentions.

    Raises:
        KeyError: there is no such exam.
    """
    counts: Counter[str] = Counter()
    for entry in entries:
        if entry.question.is_visible:
            counts.update(
                {o.removeprefix(f"{exam}/")[0] for o in entry.question.objectives if o.startswith(f"{exam}/")}
            )
    total = counts.total() or 1
    return [
        DomainShare(f"{exam}/{domain_id}", domain, counts[domain_id], 100 * counts[domain_id] / total)
        for domain_id, domain in facts.exams[exam].domains.items()
    ]
