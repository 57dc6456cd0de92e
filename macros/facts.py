"""The numbers and names that pages quote, from facts/*.yml."""

import functools
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any, Literal

from pydantic import Field, RootModel

from macros.language import Language
from macros.problems import Problem
from macros.reading.models import StrictModel, validate_tree
from macros.reading.nodes import Node, Path_
from macros.reading.trees import read_tree
from macros.text import Text

LIMITS, EXAMS, FEATURES = "facts/limits.yml", "facts/exams.yml", "facts/availability.yml"
OTHER_EXAMS = "facts/other-exams.yml"
GLOSSARY, WORDS, ASKED = "facts/glossary.yml", "facts/words.yml", "facts/asked.yml"
ASKED_PAGES, ASKED_LIMITS = "facts/asked-pages.yml", "facts/asked-limits.yml"

Unit = Literal["bytes", "KB", "MB", "GB", "s", "min", "h", "days", "percent", "characters", "fraction"]
Check = Literal["max", "min", "enum", "enum_contains", "required", "members", "documented", "operation"]
Scope = Literal["none", "partial", "full"]
ExamStatus = Literal["open", "beta", "retiring", "retired"]
ExamLevel = Literal["foundational", "business", "associate", "professional", "specialty"]
FeatureStatus = Literal["open", "reopened", "closed", "deprecated", "renamed", "discontinued"]


class Botocore(StrictModel):
    """Where the API model holds a limit, and how the two compare: value × factor equals what is there."""

    service: Literal[
        "sagemaker",
        "sagemaker-runtime",
        "sagemaker-featurestore-runtime",
        "sagemaker-inference-router-runtime",
        "application-autoscaling",
        "bedrock",
    ]
    shape: str
    member: str | None = None
    is_: Check = Field(alias="is")
    factor: int = 1
    phrase: str | None = None


class Limit(StrictModel):
    """A number, an enumeration or a list of required fields, as an official source gives it."""

    value: int | str | list[str]
    unit: Unit | None = None
    label: Text
    source: str
    botocore: Botocore | None = None
    disputed: Text | None = None
    reviewed: date


class Feature(StrictModel):
    """Whether AWS still offers a feature to a new account, since when, and what to use instead."""

    name: str
    status: FeatureStatus
    since: date | None = None
    announced: date | None = None
    note: Text
    instead: Text | None = None
    disputed: Text | None = None
    source: str
    pages: list[str] = Field(default=[])
    still_offered: list[str] = Field(default=[])
    reviewed: date


class Skill(Text):
    """A skill of an exam task, in our own words."""

    in_scope: bool = False
    features: list[str] = Field(default=[])


class Task(StrictModel):
    """A task of an exam domain, and how much of it a SageMaker AI feature answers."""

    title: Text
    scope: Scope
    skills: dict[str, Skill] = Field(default={})


class Domain(StrictModel):
    """A domain of an exam, with its share of the scored questions in percent."""

    title: Text
    weight: int
    tasks: dict[str, Task]


class RemovedSkill(Text):
    """A skill of the exam's predecessor that it no longer asks for."""

    was: str


class Beta(StrictModel):
    """The figures of an exam's beta, where they differ from the standard version."""

    code: str
    questions: int
    minutes: int
    price_usd: int
    languages: list[str]
    attempts: int


class Exam(StrictModel):
    """An exam and its blueprint. Times in minutes, prices in US dollars, scores on the exam's scale."""

    title: str
    status: ExamStatus
    status_note: Text
    official: str
    reviewed: date
    dates: dict[str, date]
    questions: int
    scored: int
    unscored: int
    minutes: int | None = None
    passing_score: int
    scale_min: int
    scale_max: int
    price_usd: int
    validity_years: int | None = None
    languages: list[str]
    question_types: list[str]
    beta: Beta | None = None
    unsettled: list[str]
    skill_count: int | None = None
    domains: dict[str, Domain]
    removed: list[RemovedSkill] = Field(default=[])


class OtherExam(StrictModel):
    """The figures of an exam whose blueprint the site does not follow, so that no question is tagged with it."""

    title: str
    level: ExamLevel
    status: ExamStatus
    official: str
    reviewed: date
    questions: int
    minutes: int
    passing_score: int | None = None
    price_usd: int
    languages: list[str]
    unsettled: list[str]


class Term(Text):
    """A term of the glossary in both languages, what else people call it, and the page that explains it."""

    also: list[str] = Field(default=[])
    means: Text
    page: str


class LimitFeature(StrictModel):
    """What people call the feature of a section of limits.yml, and the page that explains its limits."""

    page: str
    also: list[str]


class Asked(StrictModel):
    """The words by which people ask for a limit: see facts/asked.yml."""

    features: dict[str, LimitFeature] = Field(default={})
    quantities: dict[str, list[str]] = Field(default={})
    cues: dict[Literal["max", "min", "default", "count", "time", "size"], list[str]] = Field(default={})
    neutral: list[str] = Field(default=[])
    elsewhere: list[str] = Field(default=[])


class Phrases(RootModel[dict[str, dict[Language, list[str]]]]):
    """How people ask, by what they ask for and by language."""

    def of(self, key: str) -> list[str]:
        """Return the phrases in every language: who reads one edition may type in another language."""
        return [phrase for phrases in self.root.get(key, {}).values() for phrase in phrases]


# A new account cannot, or should no longer, start with features in these states.
GONE: frozenset[FeatureStatus] = frozenset({"closed", "deprecated", "discontinued"})


@dataclass(frozen=True)
class Facts:
    """All facts.

    Attributes:
        limits: by "section.name".
        exams: by their codes, those that questions are tagged with.
        other_exams: by their codes, those of which pages give figures only.
        features: by their keys.
        glossary: the terms by their keys.
        same_words: words of one meaning, in groups.
        asked: how people ask for a limit.
        asked_pages: how people ask for a page, by its path.
        asked_limits: how people ask for a limit, by its key.
        trees: the files that could be read, by name; the others could not.
    """

    limits: dict[str, Limit] = field(default_factory=dict)
    exams: dict[str, Exam] = field(default_factory=dict)
    other_exams: dict[str, OtherExam] = field(default_factory=dict)
    features: dict[str, Feature] = field(default_factory=dict)
    glossary: dict[str, Term] = field(default_factory=dict)
    same_words: list[list[str]] = field(default_factory=list)
    asked: Asked = field(default_factory=Asked)
    asked_pages: Phrases = field(default_factory=lambda: Phrases({}))
    asked_limits: Phrases = field(default_factory=lambda: Phrases({}))
    trees: Mapping[str, Node] = field(default_factory=dict)

    def problem(self, code: str, file: str, path: Path_, **words: str) -> Problem:
        """Return a problem at a field of a file, such as ("serverless", "memory_max", "unit")."""
        return Problem(code, file, self.trees[file].position_of(path), words)

    @functools.cached_property
    def objectives(self) -> frozenset[str]:
        """The key of every task and skill: "MLA-C02/3.1", "MLA-C02/3.1.1"."""
        return frozenset(_objectives(self.exams))

    @functools.cached_property
    def gone_pages(self) -> dict[str, tuple[str, FeatureStatus]]:
        """The pages that teach a feature whose state is one of GONE, each with the feature's key and state."""
        return {
            page: (key, row.status) for key, row in self.features.items() if row.status in GONE for page in row.pages
        }

    @functools.cached_property
    def still_offered(self) -> frozenset[str]:
        """The headings, as "page#id", that teach what a new account can use on pages of a gone feature."""
        return frozenset(heading for row in self.features.values() for heading in row.still_offered)

    def section(self, name: str) -> list[str]:
        """Return the keys of the limits of one section, in the file's order."""
        return [key for key in self.limits if key.startswith(f"{name}.")]


def _objectives(exams: Mapping[str, Exam]) -> Iterator[str]:
    for code, exam in exams.items():
        for domain in exam.domains.values():
            for task_id, task in domain.tasks.items():
                yield f"{code}/{task_id}"
                yield from (f"{code}/{skill_id}" for skill_id in task.skills)


def load_facts(root: Path) -> tuple[Facts, list[Problem]]:
    """Read every file of facts/.

    Args:
        root: the folder that holds facts/.

    Returns:
        The facts that could be read, and every problem.
    """
    trees: dict[str, Node] = {}
    problems: list[Problem] = []

    def load(model: type[RootModel[Any]], file: str) -> Any:  # noqa: ANN401 - what the model holds
        tree, found = read_tree(root / file, file)
        loaded = None
        if tree is not None:
            loaded, found = validate_tree(model, tree, file, found)
        problems.extend(found)
        if tree is None or loaded is None:
            return {}
        trees[file] = tree
        return loaded.root

    facts = Facts(
        limits={
            f"{section}.{name}": limit
            for section, rows in load(RootModel[dict[str, dict[str, Limit]]], LIMITS).items()
            for name, limit in rows.items()
        },
        exams=load(RootModel[dict[str, Exam]], EXAMS),
        other_exams=load(RootModel[dict[str, OtherExam]], OTHER_EXAMS),
        features=load(RootModel[dict[str, Feature]], FEATURES),
        glossary=load(RootModel[dict[str, Term]], GLOSSARY),
        same_words=list(load(RootModel[list[list[str]]], WORDS)),
        asked=load(RootModel[Asked], ASKED) or Asked(),
        asked_pages=Phrases(load(Phrases, ASKED_PAGES)),
        asked_limits=Phrases(load(Phrases, ASKED_LIMITS)),
        trees=trees,
    )
    return facts, problems
