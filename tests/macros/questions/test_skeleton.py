import re
from datetime import date
from pathlib import Path

import pytest

from macros.checks.question import check_question
from macros.questions.skeleton import skeleton
from tests.conftest import ROOT
from tests.questions import load

TEXTS = re.compile(r"^( *(?:- )?(?:text|pt|en): )(.+)$", re.MULTILINE)


def refused(path: Path, text: str) -> list[int]:
    entry, problems = load(path, text)
    assert entry is not None, problems
    found = list(check_question(entry, date(2026, 11, 30)))
    assert {problem.code for problem in found} <= {"Q027"}
    return sorted(problem.position.line for problem in found)


def test_every_text_of_the_skeleton_is_refused(tmp_path: Path) -> None:
    text = skeleton("2026-11-30")
    lines = text.splitlines()
    texts = [number for number, line in enumerate(lines, 1) if TEXTS.match(line)]
    assert refused(tmp_path / "q.yml", text) == [lines.index("stem: |") + 1, *texts]


@pytest.mark.parametrize("left", range(11))
def test_one_text_left_of_it_is_refused_too(tmp_path: Path, left: int) -> None:
    count = -1

    def change(match: re.Match[str]) -> str:
        nonlocal count
        count += 1
        return match[0] if count == left else f"{match[1]}Own text {count}."

    text = TEXTS.sub(change, skeleton("2026-11-30"))
    text = re.sub(r"(?<=stem: \|\n).*?(?=\n#)", "  Own scenario.\n\n  Own question?", text, count=1, flags=re.DOTALL)
    assert len(refused(tmp_path / "q.yml", text)) == 1


def test_a_changed_question_with_the_old_scenario_is_refused(tmp_path: Path) -> None:
    text = TEXTS.sub(lambda match: f"{match[1]}Own {match.start()}.", skeleton("2026-11-30"))
    assert refused(tmp_path / "q.yml", text.replace("costs the LEAST", "is the BEST")) == [3]


@pytest.mark.parametrize(
    "name", ["CONTRIBUTING.md", "CONTRIBUTING.pt-BR.md", "docs/pt/contribute/writing-questions.md"]
)
def test_the_template_of_each_guide_is_the_same(tmp_path: Path, name: str) -> None:
    (block,) = re.findall(r"```yaml\n(stem:.*?|# yaml.*?)```", (ROOT / name).read_text("utf-8"), re.DOTALL)
    assert len(refused(tmp_path / "q.yml", block)) == 1 + len(TEXTS.findall(block))
