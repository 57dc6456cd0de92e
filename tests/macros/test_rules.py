"""One bad fixture for each rule, named by its code: that code fires there, and no other."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from macros.bank import load_bank
from macros.checks.balance import ENOUGH
from macros.problems import rules
from macros.reading.files import MAX_BYTES
from tests.conftest import MINI, ROOT
from tests.questions import GOOD

FIXTURES = ROOT / "tests" / "fixtures" / "rules"
FILE = "quizzes/inference/fixture.yml"

# Where each rule fires, as line and column of its fixture.
PLACES = {
    "Y001": (9, 17), "Y003": (10, 1), "Y004": (11, 31), "Y005": (24, 1), "Y006": (11, 11), "Y007": (11, 28),
    "Y008": (11, 11), "Y009": (1, 1), "Y010": (11, 11), "Y011": (23, 11), "Y012": (23, 1), "Y013": (23, 3),
    "Y015": (11, 18), "Y016": (2, 23), "Y017": (23, 1), "Y018": (11, 11), "Y019": (14, 1), "Y020": (11, 3),
    "Y021": (15, 55), "Y022": (1, 1), "Q024": (1, 7), "Q025": (14, 11), "Q026": (11, 11), "Q027": (10, 11),
    "Q028": (23, 1), "Q029": (6, 3),
    "Q001": (1, 1), "Q002": (23, 1), "Q003": (1, 1), "Q004": (11, 11), "Q005": (11, 11), "Q006": (6, 3),
    "Q007": (6, 3), "Q008": (6, 3), "Q009": (11, 11), "Q010": (11, 5), "Q011": (19, 3), "Q012": (19, 5),
    "Q013": (19, 5), "Q014": (23, 9), "Q015": (11, 11), "Q016": (16, 3), "Q017": (14, 11), "Q018": (14, 11),
    "Q019": (23, 11), "Q020": (23, 16), "Q021": (25, 17), "Q022": (23, 9),
    "B001": (20, 14), "B002": (21, 7), "B003": (21, 7), "B008": (16, 3), "B011": (21, 7),
    "B012": (24, 10), "B014": (24, 10), "B015": (16, 7),
    "B018": (23, 9), "W007": (6, 11), "W008": (6, 11), "W009": (11, 11), "W010": (6, 3),
    "W001": (11, 11), "W002": (14, 11), "W003": (1, 7), "W004": (11, 11), "W005": (6, 11), "W006": (1, 7),
}  # fmt: skip


def write(root: Path, name: str, text: str) -> None:
    file = root / "quizzes" / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, "utf-8")


def numbered(number: int, *, key: int, longest: int) -> str:
    """Return one of many questions unlike each other, with its key and its longest option at given places."""
    words = " ".join(f"w{number * 31 + step}" for step in range(12))
    options = "".join(
        f"  - text: Option {number} {index}{' longer' * (index == longest)}.\n"
        + "    correct: true\n" * (index == key)
        + "    why: {pt: Motivo., en: Reason.}\n"
        for index in range(4)
    )
    start, end = GOOD.index("  - text: A serverless"), GOOD.index("takeaway:")
    text = GOOD[:start] + options + GOOD[end:]
    return text.replace("A team hosts a model whose traffic comes in bursts.", f"Team {words}.").replace(
        "Which option costs the LEAST?", f"Which of {words} is it?"
    )


def near_duplicates(root: Path) -> None:
    write(root, "inference/first.yml", GOOD)
    write(
        root,
        "inference/second.yml",
        GOOD.replace("A team hosts", "One team hosts").replace("serverless endp", "other endp"),
    )


def skewed_positions(root: Path) -> None:
    for number in range(ENOUGH):
        write(root, f"inference/n{number}.yml", numbered(number, key=number % 3, longest=number % 4))


def telling_lengths(root: Path) -> None:
    for number in range(ENOUGH):
        write(root, f"inference/n{number}.yml", numbered(number, key=number % 4, longest=number % 4))


def telling_brevity(root: Path) -> None:
    """Make the right option the shortest in half of the questions, and the longest no more often than chance would."""
    for number in range(ENOUGH):
        key = number % 4
        text = numbered(number, key=key, longest=-1)
        middle, last = (f"Option {number} {index}." for index in ((key + 1) % 4, (key + 2) % 4))
        right = f"Option {number} {key}."
        if (kind := number // 4 % 4) < 2:
            text = text.replace(right, right.replace("Option", "An"))
        elif kind == 2:
            text = text.replace(right, right.replace(".", " longer."))
        else:
            text = text.replace(middle, middle.replace(".", " longer.")).replace(last, last.replace("Option", "An"))
        write(root, f"inference/n{number}.yml", text)


def one_answer(root: Path) -> None:
    asynchronous = GOOD.replace("A serverless endpoint.", "An asynchronous queue.")
    write(root, "inference/first.yml", asynchronous)
    other = asynchronous.replace(
        "A team hosts a model whose traffic comes in bursts.", "Videos of 400 MB arrive at noon."
    )
    write(root, "inference/second.yml", other.replace("Which option costs the LEAST?", "Which of them fits?"))


def with_ledger(*lines: str) -> Callable[[Path], None]:
    def build(root: Path) -> None:
        write(root, "inference/here.yml", GOOD)
        write(root, "ids.txt", "\n".join(lines) + "\n")

    return build


def dangling(root: Path) -> None:
    (root / FILE).parent.mkdir()
    (root / FILE).symlink_to("nowhere")


def change_limits(root: Path, old: str, new: str) -> None:
    """Put a copy of the facts, with one text of the limits changed, in the place of the mini project's own."""
    (root / "facts").unlink()
    shutil.copytree(MINI / "facts", root / "facts")
    file = root / "facts" / "limits.yml"
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), "utf-8")


def disputed(root: Path) -> None:
    change_limits(
        root, "  memory_max:\n", "  memory_max:\n    disputed: {pt: Uma fonte diz 3., en: One source says 3.}\n"
    )
    write(root, "inference/fixture.yml", f"{GOOD}limits: [serverless.memory_max]\n")


# Fixtures that are not one small text file: what to build, and where the rule fires.
BUILT: dict[str, tuple[Callable[[Path], None], list[str]]] = {
    "Y002": (lambda root: write(root, "inference/fixture.yml", "#" * (MAX_BYTES + 1)), [f"{FILE}:1:1"]),
    "Y014": (dangling, [f"{FILE}:1:1"]),
    "Q023": (lambda root: write(root, "inference/Not_Kebab.yml", GOOD), ["quizzes/inference/Not_Kebab.yml:1:1"]),
    "B004": (near_duplicates, ["quizzes/inference/second.yml:1:7"]),
    "B005": (with_ledger("inference/here", "inference/gone"), ["quizzes/ids.txt:2:1"]),
    "B006": (skewed_positions, ["quizzes:1:1"] * 4),
    "B007": (telling_lengths, ["quizzes:1:1"]),
    "B019": (one_answer, ["quizzes/inference/second.yml:6:3"]),
    "B020": (telling_brevity, ["quizzes:1:1"]),
    "B009": (with_ledger("inference/here -> inference/here"), ["quizzes/inference/here.yml:1:1"]),
    "B013": (disputed, [f"{FILE}:24:10"]),
    "B016": (lambda root: change_limits(root, "unit: GB", "unit: fraction"), ["facts/limits.yml:5:11"]),
    "B017": (lambda root: write(root, "inference/fixture.yaml", GOOD), ["quizzes/inference/fixture.yaml:1:1"]),
    "B010": (with_ledger("inference/here", "inference/old -> inference/nowhere"), ["quizzes/ids.txt:2:1"]),
}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """An empty bank beside the facts and pages of the mini project."""
    for part in ("facts", "docs"):
        (tmp_path / part).symlink_to(MINI / part)
    (tmp_path / "quizzes").mkdir()
    return tmp_path


def fired(root: Path) -> list[tuple[str, str]]:
    return [
        (problem.code, f"{problem.path}:{problem.position.line}:{problem.position.column}")
        for problem in load_bank(root).problems
    ]


def test_every_rule_has_its_fixture_and_every_fixture_its_rule() -> None:
    of_pages = {code for code in rules() if code[0] in "PE"}  # see test_page_rules.py
    assert PLACES.keys() | BUILT.keys() == set(rules()) - of_pages
    assert {file.stem for file in FIXTURES.iterdir()} == set(PLACES)


@pytest.mark.parametrize(("code", "place"), PLACES.items())
def test_the_rule_fires_on_its_fixture_alone_and_at_its_place(root: Path, code: str, place: tuple[int, int]) -> None:
    (root / FILE).parent.mkdir()
    shutil.copy(FIXTURES / f"{code}.yml", root / FILE)
    assert fired(root) == [(code, f"{FILE}:{place[0]}:{place[1]}")]


@pytest.mark.parametrize("code", BUILT)
def test_the_rule_fires_on_what_is_built_for_it_alone(root: Path, code: str) -> None:
    build, places = BUILT[code]
    build(root)
    assert fired(root) == [(code, place) for place in places]


def test_the_question_that_the_fixtures_break_keeps_every_rule(root: Path) -> None:
    write(root, "inference/fixture.yml", GOOD)
    assert fired(root) == []


def test_the_generated_bank_is_clean_when_its_answers_are_spread(root: Path) -> None:
    for number in range(ENOUGH):
        write(root, f"inference/n{number}.yml", numbered(number, key=number % 4, longest=(number // 4) % 4))
    assert fired(root) == []
