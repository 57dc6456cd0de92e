"""A question that breaks no rule, for tests to break."""

from pathlib import Path

from macros.problems import Problem
from macros.questions.entry import Entry, load_entry

GOOD = """\
stem: |
  A team hosts a model whose traffic comes in bursts.

  Which option costs the LEAST?
options:
  - text: A serverless endpoint.
    correct: true
    why:
      pt: Sem tráfego, nada ligado.
      en: No traffic, nothing on.
  - text: A real-time endpoint.
    why:
      pt: A instância fica ligada.
      en: The instance stays on.
takeaway:
  pt: Rajadas pedem serverless.
  en: Bursts ask for serverless.
sources:
  - https://docs.aws.amazon.com/sagemaker/latest/dg/serverless-endpoints.html
objectives: [MLA-C02/3.1]
page: inference/serverless#cold-start
difficulty: 2
reviewed: 2026-11-22
"""


def load(path: Path, text: str, question_id: str = "inference/good") -> tuple[Entry | None, list[Problem]]:
    path.write_text(text, "utf-8")
    return load_entry(path, "q.yml", question_id)


def good(path: Path, *changes: tuple[str, str], question_id: str = "inference/good") -> Entry:
    """Return the good question with texts replaced; it must still load."""
    text = GOOD
    for old, new in changes:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    entry, problems = load(path, text, question_id)
    assert entry is not None, [problem.text("en") for problem in problems]
    return entry


# What stands above the title of a page that breaks no rule.
FRONT = """\
---
description: "A page that a test adds to the mini project, with a description of the right length."
reviewed: 2026-11-22
sources:
  - title: Inference options
    url: https://docs.aws.amazon.com/sagemaker/latest/dg/deploy-model-options.html
---

"""
