from pathlib import Path

import pytest

from macros.checks.cues import check_cues, check_cues_together, shortest
from macros.questions.entry import Entry
from tests.questions import GOOD, good, load

RIGHT = "text: A serverless endpoint."
WRONG = "text: A real-time endpoint."
START, END = GOOD.index("  - text: A serverless"), GOOD.index("takeaway:")


def question(path: Path, *texts: str, stem: str = "", right: int = 1, limits: str = "") -> Entry:
    """Return a question with these options, of which the first ones are right."""
    options = "".join(
        f'  - text: "{text}"\n' + "    correct: true\n" * (index < right) + "    why: {pt: Motivo., en: Reason.}\n"
        for index, text in enumerate(texts)
    )
    text = GOOD[:START] + options + GOOD[END:] + (f"limits: [{limits}]\n" if limits else "")
    entry, problems = load(path, text.replace("whose traffic comes in bursts", stem or "for a shop"))
    assert entry is not None, [problem.text("en") for problem in problems]
    return entry


def cues(entry: Entry) -> list[tuple[str, str]]:
    return [(problem.code, problem.words.get("words", "")) for problem in check_cues(entry)]


@pytest.mark.parametrize(
    ("stem", "right", "wrong", "expected"),
    [
        ("that labels photographs", "Photographs with labels", "Videos with captions", ["Photographs, labels"]),
        ("that labels photographs", "Labeled photographs", "Videos with captions", ["Labeled, photographs"]),
        ("that labels photographs", "Photographs with labels", "Photographs with labels and captions", []),
        ("that labels photographs", "Photographs with captions", "Videos", []),
        ("that labels photographs on a queue", "Photographs with labels", "A queue", []),
        ("that needs each instance and endpoint", "An instance of the endpoint", "A queue", []),
    ],
)
def test_words_of_the_stem_that_only_the_right_option_repeats_are_named(
    tmp_path: Path, stem: str, right: str, wrong: str, expected: list[str]
) -> None:
    entry = question(tmp_path / "q.yml", right, wrong, stem=stem)
    assert cues(entry) == [("W007", words) for words in expected]


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (["`File`, 10 GB, on", "`File`, 20 GB, off", "`Pipe`, 10 GB, off", "`File`, 10 GB, off"], 0),
        (["`File`, 10 GB", "`File`, 20 GB", "`Pipe`, 10 GB", "`Fast`, 30 GB"], 1),
        (["`File` and 10 GB", "`File` and 20 GB", "`Pipe` and 10 GB", "`Fast` and 30 GB"], 1),
        (["`File`, 10 GB", "`File`, 20 GB", "`Pipe`, 10 GB", "`Pipe`, 20 GB"], 0),
        (["`Fast`, 30 GB", "`File`, 20 GB", "`Pipe`, 10 GB", "`File`, 10 GB"], 0),
        (["`File`, 10 GB", "`File`, 20 GB", "`Pipe`, 10 GB", "Neither"], 0),
    ],
)
def test_a_key_made_of_what_most_options_have_is_found(tmp_path: Path, texts: list[str], expected: int) -> None:
    assert [code for code, _ in cues(question(tmp_path / "q.yml", *texts))] == ["W008"] * expected


def test_the_option_that_ends_unlike_the_others_is_named(tmp_path: Path) -> None:
    entry = question(tmp_path / "q.yml", "A queue.", "A topic.", "A table", "A bucket.")
    [problem] = check_cues(entry)
    assert (problem.code, problem.position.line) == ("W009", 11)


@pytest.mark.parametrize(
    ("options", "right", "expected"),
    [(2, 1, []), (3, 1, ["W010"]), (4, 1, []), (4, 2, ["W010"]), (5, 2, []), (5, 3, ["W010"])],
)
def test_there_are_as_many_options_as_in_the_exam(
    tmp_path: Path, options: int, right: int, expected: list[str]
) -> None:
    texts = ["A queue", "A topic", "A table", "A bucket", "A stream"][:options]
    assert [code for code, _ in cues(question(tmp_path / "q.yml", *texts, right=right))] == expected


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("An asynchronous queue", "A queue that is asynchronous", ["asynchronous, queue"]),
        ("An asynchronous queue", "A serverless queue", []),
        ("An asynchronous queue", "Videos, photographs and captions in a queue, asynchronous", ["asynchronous, queue"]),
        ("A queue", "A queue", []),
        ("Serverless inference", "Inference that is serverless", []),
        ("A serverless queue, asynchronous", "An asynchronous queue", ["asynchronous, queue"]),
    ],
)
def test_two_questions_of_a_page_with_one_answer_are_found(
    tmp_path: Path, first: str, second: str, expected: list[str]
) -> None:
    pair = [question(tmp_path / "a.yml", first, "A table"), question(tmp_path / "b.yml", second, "A bucket")]
    assert [problem.words["shared"] for problem in check_cues_together(pair)] == expected


def test_words_that_a_wrong_option_has_too_tell_nothing(tmp_path: Path) -> None:
    texts = ("An asynchronous queue", "An asynchronous table", "A queue")
    pair = [question(tmp_path / "a.yml", *texts), question(tmp_path / "b.yml", *texts)]
    assert list(check_cues_together(pair)) == []


def test_two_questions_of_a_page_that_rest_on_the_same_limits_are_found(tmp_path: Path) -> None:
    one = question(tmp_path / "a.yml", "A queue", "A table", limits="async.payload")
    two = question(tmp_path / "b.yml", "A topic", "A bucket", limits="async.payload")
    three = question(tmp_path / "c.yml", "A stream", "A bucket", limits="async.payload, async.timeout_max")
    assert [problem.words["shared"] for problem in check_cues_together([one, two, three])] == ["async.payload"]


def test_the_shortest_options_share_the_mark_and_multiple_response_is_left_out(tmp_path: Path) -> None:
    one = question(tmp_path / "a.yml", "A queue", "A table", "A longer table", "A longer bucket")
    two = question(tmp_path / "b.yml", "A longer queue", "A table", "A topic", "A bucket")
    several = question(tmp_path / "c.yml", "A queue", "A table", "A longer table", right=2)
    assert (shortest([one, two, several]).share, shortest([]).share) == (25.0, 0.0)
    assert shortest([one, two, several]).chance == 25.0


def test_a_good_question_gives_nothing_away(tmp_path: Path) -> None:
    assert cues(good(tmp_path / "q.yml")) == []
