"""How a question is written: rules W001 to W006.

They follow the item-writing guidelines of Haladyna, Downing & Rodriguez, "A Review of Multiple-Choice
Item-Writing Guidelines for Classroom Assessment", Applied Measurement in Education 15(3), 2002: word the stem
positively, avoid "all of the above", and give no clue to the right answer by absolute words or by length.
"""

import re
from collections.abc import Iterator

from macros.checks.cues import check_cues
from macros.problems import Problem
from macros.questions.entry import Entry
from macros.questions.model import letter_of
from macros.questions.skeleton import left_over

# A right option may be longer than the longest wrong one by half, and by this many characters at least.
LENGTH_RATIO = 1.5
LENGTH_MARGIN = 30

_SUMS_UP = re.compile(
    r"\b(?:all|none|any|both|either|neither) of (?:the )?(?:above|these|those|other (?:options|answers))\b"
    r"|\b(?:todas|nenhuma)(?: as)? (?:alternativas|op[cç][oõ]es|anteriores|acima|das anteriores|das acima)\b",
    re.IGNORECASE,
)
_BY_LETTER = re.compile(
    r"\b(?:[Oo]ptions?|[Aa]nswers?|[Cc]hoices?|[Oo]pç(?:ão|ões)|[Aa]lternativas?|[Rr]espostas?|[Ll]etras?|[Ll]etters?)"
    r" [A-F]\b(?!-)"
    r"|\b(?:[Aa]nswers?|ANSWERS?|[Rr]espostas?|[Gg]abarito|[Kk]ey)(?: is)?: ?\(?[A-F](?=\W*$)"
    r"|^\(?A[.)] [^\n]*\n+\(?B[.)] "
    r"|\b(?:[Bb]oth|[Ee]ither|[Nn]either|[Aa]mb[ao]s) [A-F] (?:and|or|nor|e|ou) [A-F]\b",
    re.MULTILINE,
)
_LETTER = re.compile(r"[A-F](?<!\w[A-F])\b")  # begins with no boundary, and so is looked for three times as fast
_BY_PLACE = re.compile(
    r"\b(?:"
    r"(?:[Tt]he|[Aa]) (?:option|answer|choice|opção|alternativa) (?:above|below|acima|abaixo|anterior)"
    r"|[Tt]he (?:previous|next|first|second|third|last) (?:option|answer|choice)"
    r"|[Aa] (?:primeira|segunda|terceira|última|próxima) (?:opção|alternativa)"
    r")\b"
)
_NEGATION = re.compile(r"\b(?:not|except|never|isn't|doesn't|don't|cannot|can't|won't)\b")
_ABSOLUTE = re.compile(
    r"\b(?:always|never|completely|absolutely|entirely|impossible|guarantees?|under no circumstances)\b", re.IGNORECASE
)
_ASKS = re.compile(r"\?\W*(?:\([^)]*\)\W*)?\Z")


def check_writing(entry: Entry) -> Iterator[Problem]:
    """Yield every problem of how one question is written."""
    for path, text in entry.texts:
        # A dispute is about letters, so its note may name them; such a question keeps its order.
        if path[0] != "note" and (words := _names_option(text)):
            yield entry.problem("W002", path, words=words)
    for index, option in enumerate(entry.question.options):
        if match := _SUMS_UP.search(option.text):
            yield entry.problem("W001", ("options", index, "text"), words=match[0])
        if option.text.startswith((f"{letter_of(index)}) ", f"{letter_of(index)}. ", f"({letter_of(index)}) ")):
            yield entry.problem("W002", ("options", index, "text"), words=option.text[:3].strip())
    yield from _check_stem(entry)
    yield from _check_absolutes(entry)
    yield from _check_length(entry)
    if not any(left_over(entry.texts)):  # a skeleton is told that it is one, and no more
        yield from check_cues(entry)


def _names_option(text: str) -> str:
    """Return the words that name an option by its letter or its place; empty where none do."""
    match = (_LETTER.search(text) and _BY_LETTER.search(text)) or _BY_PLACE.search(text)
    return match[0] if match else ""


def _check_stem(entry: Entry) -> Iterator[Problem]:
    ask = entry.question.stem.strip().rpartition("\n\n")[2]
    if not _ASKS.search(ask):
        yield entry.problem("W006", ("stem",))
    question = re.split(r"(?<=[.;:])\s", ask)[-1]
    plain = re.sub(r"\*\*[^*]+\*\*|`[^`]+`", "", question)
    if match := _NEGATION.search(plain):
        yield entry.problem("W003", ("stem",), words=match[0])


def _check_absolutes(entry: Entry) -> Iterator[Problem]:
    found = [(index, match) for index, o in enumerate(entry.question.options) if (match := _ABSOLUTE.search(o.text))]
    if found and not any(entry.question.options[index].correct for index, _ in found):
        index, match = found[0]
        yield entry.problem("W004", ("options", index, "text"), words=match[0])


def _check_length(entry: Entry) -> Iterator[Problem]:
    options = entry.question.options
    right = max((len(option.text) for option in options if option.correct), default=0)
    wrong = max((len(option.text) for option in options if not option.correct), default=right)
    if right > wrong * LENGTH_RATIO and right - wrong > LENGTH_MARGIN:
        index = next(i for i, option in enumerate(options) if option.correct and len(option.text) == right)
        yield entry.problem("W005", ("options", index, "text"), right=str(right), wrong=str(wrong))
