"""What gives an answer away to somebody who knows nothing: rules W007 to W010, B019 and B020 of rules.yml.

The rules look at wording alone, as a reader does who guesses: a word of the stem that comes back in the right option
only, a right option that has what most options have, a form that differs, another question that tells the answer.
"""

import functools
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from macros.checks.balance import Rate
from macros.problems import Problem
from macros.questions.entry import Entry

# So many more words of the stem may come back in right options alone than in any wrong option alone.
ECHO_MARGIN = 2
# The exam has four options for one right answer, five for two and six for three.
OPTIONS_FOR_RIGHT = {1: 4, 2: 5, 3: 6}
# Two options are a comparison; with more, a reader expects as many as the exam has.
COMPARISON = 2
# Two keys are one answer when they share so many telling words, and this part of the shorter one's.
SAME_WORDS = 2
SAME_SHARE = 0.6

_WORD = re.compile(r"[A-Za-z][A-Za-z0-9]{4,}")
_ENDINGS = ("ing", "ed", "es", "s")
_CLOSING = " \n\"'”’)*_`"
_PARTS = re.compile(r"[,;]\s+|\s+and\s+")
# Words that scenarios and options share because of what all questions are about, without their endings.
# fmt: off
_EVERYWHERE = frozenset((
    "about", "account", "after", "amazon", "befor", "company", "could", "creat", "endpoint", "every", "instanc",
    "model", "requirement", "sagemaker", "sett", "should", "solution", "start", "their", "ther", "thes", "thing",
    "train", "valu", "wher", "which", "whil", "without", "would",
))
# fmt: on


def check_cues(entry: Entry) -> Iterator[Problem]:
    """Yield every cue to the right answer that one question's wording gives."""
    question = entry.question
    options = question.options
    right = len(question.key)
    count = OPTIONS_FOR_RIGHT.get(right, 0)
    if COMPARISON < len(options) < count:
        yield entry.problem("W010", ("options",), count=str(len(options)), right=str(right), exam=str(count))
    stops = [option.text.rstrip(_CLOSING).endswith(".") for option in options]
    if len(set(stops)) > 1:
        yield entry.problem("W009", ("options", stops.index(stops.count(True) < stops.count(False)), "text"))
    words = [_words(option.text) for option in options]
    yield from _check_echo(entry, words)
    if right == 1:
        yield from _check_majority(entry)


def check_cues_together(entries: Sequence[Entry]) -> Iterator[Problem]:
    """Yield the questions of one page that have one answer, so that who has seen the first knows the second.

    They have where the same telling words make up their right options, or where the same limits decide them.
    The names of pages tell nothing: many good questions end at one feature, each for a reason of its own.
    """
    features = _words(" ".join(re.sub(r"[-/]", " ", entry.question.page_path) for entry in entries))
    pages: dict[str, list[tuple[Entry, frozenset[str]]]] = defaultdict(list)
    for entry in entries:
        pages[entry.question.page_path].append((entry, _telling(entry) - features))
    for page in pages.values():
        for (first, told), (second, telling) in combinations(page, 2):
            if shared := _shared(first, told, second, telling):
                yield second.problem("B019", ("options",), other=first.id, shared=shared)


def shortest(entries: Sequence[Entry]) -> Rate:
    """Return how often the shortest option is the right one, against chance, where one option is right.

    Where several options share the smallest length, the right one counts as its part of them.
    """
    hits = chance = 0.0
    count = 0
    for entry in entries:
        options = entry.question.options
        if len(entry.question.key) != 1:
            continue
        count += 1
        least = min(len(option.text) for option in options)
        short = [option for option in options if len(option.text) == least]
        hits += sum(option.correct for option in short) / len(short)
        chance += 1 / len(options)
    scale = 100 / count if count else 0.0
    return Rate(hits * scale, chance * scale)


def _check_echo(entry: Entry, words: Sequence[frozenset[str]]) -> Iterator[Problem]:
    """Yield a right option with words of the stem that no wrong one has, more of them than any wrong one has alone."""
    options = list(zip(entry.question.options, words, strict=True))
    stem = _words(entry.question.stem)
    rights = frozenset[str]().union(*(own for option, own in options if option.correct)) & stem
    wrongs = frozenset[str]().union(*(own for option, own in options if not option.correct)) & stem
    if len(rights - wrongs) < ECHO_MARGIN:
        return
    other = max((len(own & wrongs - rights) for option, own in options if not option.correct), default=0)
    most, index = max(
        (len(own & rights - wrongs), -index) for index, (option, own) in enumerate(options) if option.correct
    )
    if most - other >= ECHO_MARGIN:
        option, own = options[-index]
        yield entry.problem("W007", ("options", -index, "text"), words=_shown(own & rights - wrongs, option.text))


def _check_majority(entry: Entry) -> Iterator[Problem]:
    """Yield a right option that alone has, in each of its parts, what most options have in that part."""
    options = entry.question.options
    parts = [[part.strip(" .`").casefold() for part in _PARTS.split(option.text)] for option in options]
    if len(parts[0]) < 2 or any(len(own) != len(parts[0]) for own in parts):  # noqa: PLR2004 - one part is no combination
        return
    scores = [0] * len(options)
    for column in zip(*parts, strict=True):
        common = Counter[str](column).most_common(2)
        if len(common) > 1 and common[0][1] > common[1][1]:
            for index, own in enumerate(column):
                scores[index] += own == common[0][0]
    best = max(scores)
    if best >= 2 and scores.count(best) == 1 and options[index := scores.index(best)].correct:  # noqa: PLR2004 - one agreement is no pattern
        yield entry.problem("W008", ("options", index, "text"), count=str(best))


def _shared(first: Entry, told: frozenset[str], second: Entry, telling: frozenset[str]) -> str:
    """Return what two questions have in common that decides both, or nothing."""
    limits = set(first.question.limits)
    if limits and limits == set(second.question.limits):
        return ", ".join(sorted(limits))
    same = told & telling
    if len(same) < SAME_WORDS or len(same) < SAME_SHARE * min(len(told), len(telling)):
        return ""
    return _shown(same, " ".join(option.text for option in second.question.options if option.correct))


def _telling(entry: Entry) -> frozenset[str]:
    """Return the words that the right options of a question have and its wrong ones have not."""
    options = entry.question.options
    right, wrong = (
        frozenset[str]().union(*(_words(option.text) for option in options if option.correct == correct))
        for correct in (True, False)
    )
    return right - wrong


@functools.cache  # one question's are asked for three times
def _words(text: str) -> frozenset[str]:
    """Return the words of a text that say something, each without its ending."""
    return frozenset(map(_stem_of, _WORD.findall(text))) - _EVERYWHERE


def _shown(stems: frozenset[str], text: str) -> str:
    """Return the words of a text, as it writes them, whose stems are among those given."""
    return ", ".join(sorted({word for word in _WORD.findall(text) if _stem_of(word) in stems}))


@functools.lru_cache(maxsize=50_000)
def _stem_of(word: str) -> str:
    """Return a word in lower case without its ending."""
    word = word.casefold()
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 4:  # noqa: PLR2004 - a shorter rest is no stem
            return word[: -len(ending)].rstrip("e")
    return word.rstrip("e")
