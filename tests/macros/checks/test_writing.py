from pathlib import Path

import pytest

from macros.checks.writing import check_writing
from tests.questions import good


def codes(tmp_path: Path, *changes: tuple[str, str]) -> list[str]:
    return [problem.code for problem in check_writing(good(tmp_path / "q.yml", *changes))]


OPTION = "text: A real-time endpoint."
ASK = "Which option costs the LEAST?"
REASON = "en: The instance stays on."


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (OPTION, "text: All of the above.", ["W001"]),
        (OPTION, "text: Both of these.", ["W001"]),
        (OPTION, "text: Todas as anteriores.", ["W001"]),
        (OPTION, "text: Use all of the subnets above the limit.", []),
        (REASON, "en: As in option B, the instance stays on.", ["W002"]),
        (REASON, "en: Both A and C keep it on.", ["W002"]),
        (REASON, "en: The option above is cheaper.", ["W002"]),
        (REASON, "en: Unlike the first option, it stays on.", ["W002"]),
        ("pt: A instância fica ligada.", "pt: A alternativa C é melhor.", ["W002"]),
        ("pt: A instância fica ligada.", "pt: Ambas A e C são melhores.", ["W002"]),
        ("pt: A instância fica ligada.", "pt: Ambos A e C são melhores.", ["W002"]),
        ("pt: A instância fica ligada.", "pt: A primeira opção é melhor.", ["W002"]),
        (REASON, "en: An A/B test stays on.", []),
        (REASON, "en: Enable option A-B.", []),
        (ASK, "Which option is not suitable?", ["W003"]),
        (ASK, "Which option is NOT suitable?", []),
        (ASK, "Which option is **not** suitable?", []),
        (ASK, "The team does not use GPUs. Which option costs the LEAST?", []),
        (OPTION, "text: A real-time endpoint never stops.", ["W004"]),
        (ASK, "Choose the cheapest.", ["W006"]),
        (ASK, "Which costs the LEAST? (Choose one.)", []),
        (ASK, "What is 'the LEAST'?”", []),
    ],
)
def test_each_way_of_writing_is_judged_by_its_own_rule(tmp_path: Path, old: str, new: str, expected: list[str]) -> None:
    assert codes(tmp_path, (old, new)) == expected


def test_an_absolute_word_in_a_right_option_too_gives_nothing_away(tmp_path: Path) -> None:
    both = ((OPTION, "text: It never stops."), ("text: A serverless endpoint.", "text: It never waits."))
    assert codes(tmp_path, *both) == []


def test_a_disputed_questions_note_may_name_letters(tmp_path: Path) -> None:
    note = "difficulty: 2\nstatus: disputed\nnote: {pt: A opção A., en: Option A.}\nalso_accepted: [[b]]\n"
    assert codes(tmp_path, ("difficulty: 2\n", note)) == []


@pytest.mark.parametrize(("right", "expected"), [(19, []), (49, []), (51, ["W005"]), (80, ["W005"])])
def test_a_right_option_half_as_long_again_gives_itself_away(tmp_path: Path, right: int, expected: list[str]) -> None:
    texts = (("text: A serverless endpoint.", f"text: {'r' * right}"), (OPTION, f"text: {'w' * 20}"))
    assert codes(tmp_path, *texts) == expected


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("A team hosts a model whose traffic comes in bursts.", "Bursts.\n\n  Answer: B"),
        ("A team hosts a model whose traffic comes in bursts.", "Bursts.\n\n  A. One\n  B. Two"),
        ("text: A real-time endpoint.", "text: B) A real-time endpoint."),
        ("text: A real-time endpoint.", "text: (B) A real-time endpoint."),
    ],
)
def test_letters_of_another_bank_are_named_wherever_they_are(tmp_path: Path, old: str, new: str) -> None:
    assert [p.code for p in check_writing(good(tmp_path / "q.yml", (old, new)))] == ["W002"]


@pytest.mark.parametrize("text", ["The answer: A model that is small.", "Plan A. It is cheap.", "A. Smith's team"])
def test_a_letter_that_names_no_option_is_a_letter(tmp_path: Path, text: str) -> None:
    entry = good(tmp_path / "q.yml", ("A team hosts a model whose traffic comes in bursts.", text))
    assert list(check_writing(entry)) == []
