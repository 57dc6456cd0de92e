"""Check what only the whole bank shows: questions too like each other, and answers that can be guessed."""

from collections.abc import Iterator, Sequence

from macros.checks.balance import LENGTH_TOLERANCE, POSITION_TOLERANCE, measure
from macros.checks.cues import check_cues_together, shortest
from macros.checks.similarity import similar_pairs
from macros.problems import Position, Problem
from macros.questions.entry import Entry

# The place of problems of the bank as a whole: no single file is to blame.
BANK = "quizzes"


def check_together(entries: Sequence[Entry]) -> Iterator[Problem]:
    """Yield the stems that repeat one another, and answers that can be guessed by position or length."""
    current = [entry for entry in entries if entry.question.is_visible]
    for index, other in similar_pairs([entry.question.stem for entry in current]):
        yield current[index].problem("B004", ("stem",), other=current[other].id)
    yield from check_cues_together(current)
    balance = measure(current)
    if not balance.is_enough:
        return
    for letter, rate in balance.positions.items():
        if rate.off > POSITION_TOLERANCE:
            words = {"letter": letter.upper(), "share": f"{rate.share:.0f}", "chance": f"{rate.chance:.0f}"}
            yield Problem("B006", BANK, Position(), words)
    if balance.longest.off > LENGTH_TOLERANCE:
        words = {"share": f"{balance.longest.share:.0f}", "chance": f"{balance.longest.chance:.0f}"}
        yield Problem("B007", BANK, Position(), words)
    short = shortest(current)
    if short.share - short.chance > LENGTH_TOLERANCE:
        yield Problem("B020", BANK, Position(), {"share": f"{short.share:.0f}", "chance": f"{short.chance:.0f}"})
