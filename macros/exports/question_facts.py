"""The limits that questions rest on, for the dashboard: it tells readers which of them changed since they answered."""

import json

from macros.bank import Bank
from macros.facts import Limit
from macros.language import DECIMAL_SEPARATORS, Language, format_quantity

# Below the root of each edition; overrides/assets/javascripts/study/facts.js reads it.
FILE = "assets/practice/facts.json"


def question_facts(bank: Bank, language: Language) -> bytes:
    """Return JSON: each limit's label, its value as text, and the questions that quote it, by the limit's key."""
    users: dict[str, list[str]] = {}
    for entry in sorted(bank.entries.values(), key=lambda entry: entry.id):
        if entry.question.is_visible:
            for key in entry.question.limits:
                users.setdefault(str(key), []).append(entry.id)
    known = bank.facts.limits
    rows = {
        key: [known[key].label[language], _text(known[key], language), ids]
        for key, ids in sorted(users.items())
        if key in known
    }
    return json.dumps(rows, ensure_ascii=False, separators=(",", ":")).encode()


def _text(limit: Limit, language: Language) -> str:
    if isinstance(limit.value, int):
        return format_quantity(limit.value, limit.unit, language)
    if isinstance(limit.value, str):
        is_fraction = limit.unit == "fraction"
        return limit.value.replace(".", DECIMAL_SEPARATORS[language]) if is_fraction else limit.value
    return ", ".join(limit.value)
