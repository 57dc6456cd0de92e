"""Whether a bank's answers can be guessed without knowing anything: by position, or by length."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from macros.questions.entry import Entry
from macros.questions.model import LETTERS

# From how many questions on a difference from chance says something, and how large it may be, in percent.
ENOUGH = 60
POSITION_TOLERANCE = 5.0
LENGTH_TOLERANCE = 7.0


@dataclass(frozen=True)
class Rate:
    """How often something is right, against how often chance would have it; both in percent."""

    share: float
    chance: float

    @property
    def off(self) -> float:
        """The distance from chance, in points."""
        return abs(self.share - self.chance)


@dataclass(frozen=True)
class Balance:
    """The measures of the questions with one right option that are not retired.

    Attributes:
        count: how many there are.
        positions: how often each letter is right, where the author could choose it: options in an order of their own
            (Question.keeps_order) do not count.
        longest: how often the longest option is right.
    """

    count: int
    positions: dict[str, Rate]
    longest: Rate

    @property
    def is_enough(self) -> bool:
        """Whether there are enough questions to judge by."""
        return self.count >= ENOUGH


def measure(entries: Iterable[Entry]) -> Balance:
    """Return how the right answers of a bank are spread.

    Where several options share the greatest length, the right one counts as its part of them.
    """
    right: Counter[str] = Counter()
    chance: dict[str, float] = dict.fromkeys(LETTERS, 0.0)
    longest = longest_chance = 0.0
    count = free = 0
    for entry in entries:
        question = entry.question
        if not question.is_visible or len(question.key) != 1:
            continue
        count += 1
        [key] = question.key
        letters = LETTERS[: len(question.options)]
        if not question.keeps_order:
            free += 1
            right[key] += 1
            for letter in letters:
                chance[letter] += 1 / len(letters)
        lengths = [len(option.text) for option in question.options]
        top = [letter for letter, length in zip(letters, lengths, strict=True) if length == max(lengths)]
        longest += (key in top) / len(top)
        longest_chance += 1 / len(letters)
    share = 100 / free if free else 0.0
    positions = {letter: Rate(right[letter] * share, chance[letter] * share) for letter in LETTERS if chance[letter]}
    scale = 100 / count if count else 0.0
    return Balance(count, positions, Rate(longest * scale, longest_chance * scale))
