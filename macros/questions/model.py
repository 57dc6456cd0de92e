"""What a question is: the fields of a file under quizzes/, and nothing about how they are shown or checked."""

import functools
import hashlib
import string
from datetime import date
from typing import Literal

from pydantic import Field

from macros.questions.foreign import STANDS_FOR, foreign_key, names_options_by_letter
from macros.questions.order import is_ascending
from macros.reading.models import Special, StrictModel, is_cut
from macros.reading.nodes import Node, Path_
from macros.text import Markdown, Text

MIN_OPTIONS, MAX_OPTIONS = 2, 6
LETTERS = string.ascii_lowercase[:MAX_OPTIONS]


def letter_of(index: int) -> str:
    """Return the capital letter of an option by its place from 0, of one too many as well."""
    return chr(ord("A") + index)


Status = Literal["current", "legacy", "disputed", "retired"]
Origin = Literal["original", "deck"]


class Option(StrictModel):
    """One answer that a reader can choose, and the reason why it is right or wrong."""

    text: Markdown = Field(
        title="Text",
        description="The option as the reader sees it, in English. Inline Markdown or fenced code.",
        examples=["Deploy the model to a serverless endpoint."],
    )
    correct: bool = Field(
        default=False,
        title="Correct",
        description="true for a right option; leave it out for a wrong one.",
        examples=[True],
    )
    why: Text = Field(
        title="Why",
        description="Why this option is right, or why it is wrong: name the fact that decides.",
        examples=[{"pt": "Serverless não tem GPU.", "en": "Serverless endpoints have no GPU."}],
    )


class Question(StrictModel):
    """One exam question, as a file under quizzes/ holds it."""

    stem: Markdown = Field(
        title="Stem",
        description=(
            "The scenario and, in a last paragraph of its own, the question. In English, as in the exam. "
            "Inline Markdown, lists, tables and fenced code; {{ braces }} are shown as they are."
        ),
        examples=["A team hosts a model whose traffic comes in bursts.\n\nWhich option costs LEAST?"],
    )
    options: list[Option] = Field(
        min_length=MIN_OPTIONS,
        max_length=MAX_OPTIONS,
        title="Options",
        description='2 to 6 options. Letters come from the order. Two right ones make it "choose two".',
        examples=[
            [
                {"text": "A serverless endpoint.", "correct": True, "why": {"en": "Nothing runs without traffic."}},
                {"text": "A real-time endpoint.", "why": {"en": "The instance stays on."}},
            ]
        ],
    )
    takeaway: Text = Field(
        title="Takeaway",
        description="The one sentence to remember.",
        examples=[{"pt": "GPU elimina serverless.", "en": "A GPU rules serverless out."}],
    )
    sources: list[Markdown] = Field(
        min_length=1,
        title="Sources",
        description="Official pages that really say so, https only.",
        examples=[["https://docs.aws.amazon.com/sagemaker/latest/dg/serverless-endpoints.html"]],
    )
    objectives: list[Markdown] = Field(
        min_length=1,
        title="Objectives",
        description="Tasks or skills of an exam blueprint, by their keys in facts/exams.yml.",
        examples=[["MLA-C02/3.1"]],
    )
    page: Markdown = Field(
        title="Page",
        description="The page that teaches it, as a path under docs/pt without .md; optionally #heading-id.",
        examples=["inference/serverless#cold-start"],
    )
    difficulty: Literal[1, 2, 3] = Field(
        title="Difficulty",
        description="1 recall, 2 apply, 3 weigh several constraints.",
        examples=[2],
    )
    limits: list[Markdown] = Field(
        default=[],
        title="Limits",
        description="Limits of facts/limits.yml whose values the question quotes, as section.name.",
        examples=[["serverless.memory_max"]],
    )
    reviewed: date = Field(
        title="Reviewed",
        description="The day on which somebody last held the question against its sources, as YYYY-MM-DD.",
        examples=["2026-11-22"],
    )
    origin: Origin = Field(
        default="original",
        title="Origin",
        description="original: written for this site; deck: from the slides that the site grew out of.",
        examples=["original"],
    )
    status: Status = Field(
        default="current",
        title="Status",
        description=(
            "current; legacy: about something that AWS closed, renamed or dropped from the exam; "
            "disputed: sources disagree on the key; retired: no longer shown, its id never used again."
        ),
        examples=["current"],
    )
    note: Text | None = Field(
        default=None,
        title="Note",
        description="What a reader must know about a question that is not simply current.",
        examples=[{"pt": "O recurso fechou em 2026.", "en": "The feature was closed in 2026."}],
    )
    also_accepted: list[list[str]] = Field(
        default=[],
        title="Also accepted",
        description="Other sets of letters that count as right; only with status: disputed.",
        examples=[[["a", "c", "f"]]],
    )
    keep_order: bool = Field(
        default=False,
        title="Keep order",
        description=(
            "true where the order of the options means something, so that a retry does not deal them again. "
            "Numbers from the smallest to the largest keep their order without it."
        ),
        examples=[True],
    )

    @classmethod
    def special(cls, kind: str, path: Path_, tree: Node) -> Special | None:
        """Return what only questions say: of their options and sources, and of the keys of other banks."""
        if path[:1] == ("options",) and names_options_by_letter(tree.at(("options",))):
            return Special("Q029", ("options",))
        key = str(path[-1]) if path else ""
        if kind == "extra_forbidden" and not is_cut(tree, path) and (here := foreign_key(path)):
            return Special("Q028", path, {"key": key, "here": here}, STANDS_FOR.get(here, ""))
        if kind == "missing" and key == "why":
            return Special("Q010", path, {"option": letter_of(int(path[-2]))})
        if kind in {"too_short", "too_long"} and key == "options":
            options = tree.at(path)
            words = {"least": str(MIN_OPTIONS), "most": str(MAX_OPTIONS)}
            return Special("Q006", path, {"count": str(len(options.items) if options else 0), **words})
        return Special("Q011", path, {"key": key}) if kind == "too_short" and key == "sources" else None

    @classmethod
    def item_name(cls, key: str, index: int) -> str:
        """Return an option's letter, and of any other list the item's number."""
        return letter_of(index) if key == "options" else super().item_name(key, index)

    @functools.cached_property
    def key(self) -> frozenset[str]:
        """The letters of the right options."""
        return frozenset(letter for letter, option in zip(LETTERS, self.options, strict=False) if option.correct)

    @functools.cached_property
    def accepted(self) -> tuple[frozenset[str], ...]:
        """Every set of letters that counts as right, the key first."""
        return (self.key, *(frozenset(letters) for letters in self.also_accepted))

    @functools.cached_property
    def keeps_order(self) -> bool:
        """Whether the options stay where they are: a dispute is about letters, and a scale is read from its end."""
        return self.keep_order or bool(self.also_accepted) or is_ascending([option.text for option in self.options])

    @functools.cached_property
    def revision(self) -> str:
        """A short hash of what a reader answers; it changes when the stem, the options or the key do."""
        parts = [self.stem, *(option.text for option in self.options), *sorted(self.key)]
        folded = "\0".join(" ".join(part.split()) for part in parts)
        return hashlib.sha256(folded.encode()).hexdigest()[:8]

    @property
    def is_visible(self) -> bool:
        """Whether readers meet the question: all but the retired ones."""
        return self.status != "retired"

    @property
    def page_path(self) -> str:
        """The page without its heading."""
        return self.page.partition("#")[0]

    @property
    def heading(self) -> str:
        """The heading id on that page, or an empty string."""
        return self.page.partition("#")[2]


class Draft(Question):
    """A question file that breaks a rule of shape: as a question, with as many options as the file has."""

    options: list[Option]
