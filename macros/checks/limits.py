"""Whether the numbers of a question are those of facts/limits.yml: rules B012 to B015.

A question lists the limits that it rests on. When AWS changes one, the questions that still quote the old value
are named, as pages never need to be: they quote limits through a macro, which a question's plain text cannot.
"""

import re
from collections.abc import Iterator, Mapping

from macros.facts import Limit
from macros.language import EXAM_LANGUAGE, LANGUAGES, Language
from macros.problems import Problem, near_match
from macros.questions.entry import Entry
from macros.reading.quantities import Quantity, numbers, quantities

# Wholes and nothings are not figures that a source could give.
_PLAIN = frozenset({Quantity("0", "percent"), Quantity("100", "percent")})


def check_limits(entry: Entry, limits: Mapping[str, Limit]) -> Iterator[Problem]:
    """Yield every limit that a question names wrongly, and every number that no limit of its list gives.

    Args:
        entry: the question.
        limits: those that exist, by "section.name".
    """
    named = {}
    for index, key in enumerate(entry.question.limits):
        path = ("limits", index)
        if key not in limits:
            yield entry.problem("B012", path, limit=key, near=near_match(key, sorted(limits)))
        elif limits[key].disputed:
            yield entry.problem("B013", path, limit=key)
        else:
            named[key] = limits[key]
    for index, key in enumerate(entry.question.limits):
        if key in named and not _is_quoted(entry, named[key]):
            yield entry.problem("B014", ("limits", index), limit=key, value=_shown(named[key]))
    yield from _check_numbers(entry, named)


def _check_numbers(entry: Entry, named: Mapping[str, Limit]) -> Iterator[Problem]:
    """Yield the numbers with a unit in reasons and takeaways that are neither the scenario's nor a named limit's."""
    known: set[Quantity] | None = None
    for path, explanation in entry.explanations():
        for language in LANGUAGES:
            for quantity, written in quantities(explanation.written(language) or "", language).items():
                if known is None:
                    known = _known(entry, named)
                if quantity not in known:
                    yield entry.problem("B015", (*path, language), number=written)


def _known(entry: Entry, named: Mapping[str, Limit]) -> set[Quantity]:
    scenario = quantities(_scenario(entry), EXAM_LANGUAGE)
    return {*_PLAIN, *scenario, *(Quantity(str(limit.value), limit.unit) for limit in named.values() if limit.unit)}


def _scenario(entry: Entry) -> str:
    return "\n".join([entry.question.stem, *(option.text for option in entry.question.options)])


def _is_quoted(entry: Entry, limit: Limit) -> bool:
    """Return whether readers of each language see the limit's value."""
    if _is_in(_scenario(entry), limit, EXAM_LANGUAGE):
        return True
    return all(
        any(_is_in(text, limit, actual) for actual, text in _explained(entry, language)) for language in LANGUAGES
    )


def _explained(entry: Entry, language: Language) -> list[tuple[Language, str]]:
    return [explanation.in_language(language) for _, explanation in entry.explanations()]


def _is_in(text: str, limit: Limit, language: Language) -> bool:
    value = limit.value
    if isinstance(value, list):
        return any(_has_word(text, name) for name in value)
    if isinstance(value, int) and limit.unit:
        return Quantity(str(value), limit.unit) in quantities(text, language)
    if isinstance(value, int) or limit.unit == "fraction":
        return str(value) in numbers(text, language)
    return _has_word(text, value)


def _has_word(text: str, word: str) -> bool:
    return re.search(rf"(?<![\w.,]){re.escape(word)}(?![\w]|[.,]\d)", text) is not None


def _shown(limit: Limit) -> str:
    values = limit.value if isinstance(limit.value, list) else [str(limit.value)]
    return ", ".join(values) + (f" {limit.unit}" if limit.unit else "")
