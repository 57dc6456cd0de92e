"""Banks of generated questions: the same texts for this project and for another tool."""

import random
from dataclasses import dataclass

WORDS = [
    "endpoint",
    "latency",
    "bucket",
    "container",
    "tuning",
    "instance",
    "variant",
    "request",
    "batch",
    "stream",
    "gateway",
    "payload",
    "queue",
    "label",
    "feature",
    "pipeline",
    "monitor",
    "baseline",
    "shard",
    "checkpoint",
    "traffic",
    "budget",
    "region",
    "policy",
    "cluster",
    "replica",
    "artifact",
    "schedule",
    "metric",
    "threshold",
    "token",
    "vector",
    "notebook",
    "registry",
    "lineage",
    "capture",
    "session",
    "kernel",
    "volume",
    "gradient",
    "epoch",
    "schema",
    "manifest",
]


@dataclass(frozen=True)
class Text:
    """The words of a question: its stem, its options with a reason for each, and what to remember."""

    number: int
    scenario: str
    ask: str
    options: tuple[tuple[str, str], ...]
    right: int
    takeaway: str


def generated(number: int) -> Text:
    """Return the words of a question of the bank's usual size, unlike its neighbours.

    Few questions share the words of their options: the checks would find that one tells the other's answer.
    """
    pick = random.Random(number)  # noqa: S311 - the same bank every time
    ending = str(number % 50)

    def prose(count: int, ending: str = "") -> str:
        return " ".join(pick.choice(WORDS) + ending for _ in range(count))

    return Text(
        number,
        f"A company number {number} runs {prose(30)}. The {prose(12)}.",
        f"Which {prose(5)} meets these requirements with the LEAST operational overhead?",
        tuple(
            (f"Use the {prose(9, ending)} with number {number}{index}.", f"Because the `{prose(1)}` {prose(14)}.")
            for index in range(4)
        ),
        number % 4,
        f"Remember {prose(9)}.",
    )


def as_yaml(text: Text, page: str) -> str:
    """Return a question as this project writes it; both languages say the same."""
    options = "".join(
        f"  - text: {option}\n"
        + "    correct: true\n" * (index == text.right)
        + f"    why:\n      pt: {why}\n      en: {why}\n"
        for index, (option, why) in enumerate(text.options)
    )
    return f"""\
# yaml-language-server: $schema=../schema.json
stem: |
  {text.scenario}

  {text.ask}
options:
{options}takeaway:
  pt: {text.takeaway}
  en: {text.takeaway}
sources:
  - https://docs.aws.amazon.com/sagemaker/latest/dg/async-inference.html
objectives: [MLA-C02/3.1, MLS-C01/4.2]
page: {page}
difficulty: {text.number % 3 + 1}
reviewed: 2026-11-22
"""


def as_quiz(text: Text) -> str:
    """Return the same question as mkdocs-quiz writes it, with all that its block has room for."""
    options = "\n".join(
        f"- [{'x' if index == text.right else ' '}] {option}" for index, (option, _) in enumerate(text.options)
    )
    reasons = "\n".join(f"- **{'ABCD'[index]}**: {why}" for index, (_, why) in enumerate(text.options))
    source = "https://docs.aws.amazon.com/sagemaker/latest/dg/async-inference.html"
    return (
        f"<quiz>\n{text.scenario} {text.ask}\n{options}\n\n{reasons}\n\n{text.takeaway} [Source]({source})\n</quiz>\n"
    )
