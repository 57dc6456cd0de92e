"""Stems that say nearly the same, found without comparing each with each."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

# Stems are alike when this much of their three-word runs is shared (Jaccard index).
THRESHOLD = 0.6
# A run that stands in more stems than this is a turn of phrase ("which solution meets"), not a sign of a copy.
_COMMON = 40
_WORD = re.compile(r"\w+")


def similar_pairs(stems: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Yield the positions of each stem and of the first earlier one that it nearly repeats."""
    runs = [_runs(stem) for stem in stems]
    holders: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for index, own in enumerate(runs):
        shared: Counter[int] = Counter()
        for run in own:
            earlier = holders[run]
            if earlier and len(earlier) <= _COMMON:
                shared.update(earlier)
            earlier.append(index)
        for other, count in sorted(shared.items()):
            # Common runs were left out of the count, so the candidates are compared in full.
            if count * 4 >= len(own) and _jaccard(own, runs[other]) >= THRESHOLD:
                yield index, other
                break


def _runs(stem: str) -> frozenset[tuple[str, ...]]:
    words = _WORD.findall(stem.casefold())
    return frozenset(zip(words, words[1:], words[2:], strict=False)) or frozenset([tuple(words)])


def _jaccard(one: frozenset[tuple[str, ...]], other: frozenset[tuple[str, ...]]) -> float:
    return len(one & other) / len(one | other)
