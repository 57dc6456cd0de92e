"""Check what one question must keep beyond its fields' types: rules Q007 to Q027 of rules.yml."""

import re
import unicodedata
from collections.abc import Iterator
from datetime import date, timedelta

from macros.checks.markdown import check_markdown
from macros.checks.sources import check_sources
from macros.problems import Problem
from macros.questions.entry import Entry
from macros.questions.ids import is_question_id
from macros.questions.model import LETTERS, letter_of
from macros.questions.skeleton import left_over

_NOISE = re.compile(r"[^\w+<>=$%~^|]|_")


def check_question(entry: Entry, today: date) -> Iterator[Problem]:
    """Yield every problem of one question that its own file shows.

    Args:
        entry: the question.
        today: the day in UTC.
    """
    yield from _check_id(entry)
    yield from _check_options(entry)
    yield from _check_key(entry)
    yield from check_sources(entry)
    if entry.question.reviewed > today + timedelta(days=1):  # where the sun rises first, it is tomorrow already
        yield entry.problem("Q019", ("reviewed",), date=entry.question.reviewed.isoformat())
    for path, explanation in entry.explanations():
        if not explanation.languages:
            yield entry.problem("Q016", path, key=str(path[-1]))
    yield from check_markdown(entry, entry.texts)
    for path in left_over(entry.texts):
        yield entry.problem("Q027", path)


def _check_id(entry: Entry) -> Iterator[Problem]:
    if not is_question_id(entry.id):
        yield Problem("Q023", entry.label, entry.tree.position, {"id": entry.id})


def _check_options(entry: Entry) -> Iterator[Problem]:
    options = entry.question.options
    if not entry.question.key:
        yield entry.problem("Q007", ("options",))
    if len(entry.question.key) == len(options):
        yield entry.problem("Q008", ("options",))
    seen: dict[str, str] = {}
    for index, option in enumerate(options):
        letter = letter_of(index)
        folded = _fold(option.text)
        if folded in seen:
            yield entry.problem("Q009", ("options", index, "text"), option=letter, first=seen[folded])
        seen.setdefault(folded, letter)


def _fold(text: str) -> str:
    """Return a text as its letters, digits and mathematical signs alone, so that only a real difference counts."""
    if not text.isascii():
        text = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    return _NOISE.sub("", text.casefold()) or text.strip()


def _check_key(entry: Entry) -> Iterator[Problem]:
    question = entry.question
    if question.also_accepted and question.status != "disputed":
        yield entry.problem("Q020", ("also_accepted",))
    if question.status == "disputed" and question.note is None:
        yield entry.problem("Q022", ("status",))
    existing = set(LETTERS[: len(question.options)])
    seen = {question.key}
    for index, letters in enumerate(question.also_accepted):
        accepted = frozenset(letters)
        if not accepted or not accepted <= existing or len(letters) != len(accepted) or accepted in seen:
            written = "[" + ", ".join(letters) + "]"
            yield entry.problem("Q021", ("also_accepted", index), letters=written, last=LETTERS[len(existing) - 1])
        seen.add(accepted)
