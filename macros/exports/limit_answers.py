"""The limits as the search answers with them: each with its feature, its value and its source."""

import re
from collections.abc import Mapping
from typing import Any

from macros.bank import Bank
from macros.facts import Limit, LimitFeature
from macros.language import DECIMAL_SEPARATORS, LANGUAGES, Language, format_quantity
from macros.pages.addresses import page_url

REFERENCE = "reference/limits"
# Parts of a limit's key that tell it from its neighbours, and are no quantity.
_BOUNDS = {"max": "max", "min": "min", "default": "default"}
_BESIDE = frozenset({"api", "guide", "per"})
_TIMES = frozenset({"s", "min", "h", "days"})
_SIZES = frozenset({"bytes", "KB", "MB", "GB", "characters"})


def limit_answers(bank: Bank, language: Language) -> dict[str, Any]:
    """Return the words of facts/asked.yml and the limits of each feature that it names, with one number each.

    Each limit has how people ask for it, of facts/asked-limits.yml.
    """
    asked = bank.facts.asked
    return {
        "cues": asked.cues,
        "neutral": asked.neutral,
        "elsewhere": asked.elsewhere,
        "quantities": asked.quantities,
        "features": [
            _feature(bank, language, section, feature)
            for section, feature in asked.features.items()
            if bank.facts.section(section)
            and all(bank.pages.heading_ids(feature.page, edition) for edition in LANGUAGES)
        ],
    }


def _feature(bank: Bank, language: Language, section: str, feature: LimitFeature) -> dict[str, Any]:
    titles = [bank.pages.title(feature.page, edition).replace("`", "") for edition in LANGUAGES]
    all_limits = f"{page_url(REFERENCE)}#{section.replace('_', '-')}"
    own = f"{page_url(feature.page)}#limits"
    explained = own if "limits" in bank.pages.heading_ids(feature.page, language) else all_limits
    limits = {key: bank.facts.limits[key] for key in bank.facts.section(section)}
    return {
        "name": bank.pages.title(feature.page, language).replace("`", ""),
        "names": list(dict.fromkeys([*feature.also, *titles])),
        "page": page_url(feature.page),
        "location": explained,
        "limits": [
            _limit(key, limit, bank.facts.asked_limits.of(key), language) for key, limit in _numbers(limits).items()
        ],
    }


def _numbers(limits: Mapping[str, Limit]) -> dict[str, Limit]:
    """Return the limits that are one number: those are asked for by "how many" and "how long"."""
    return {
        key: limit
        for key, limit in limits.items()
        if isinstance(limit.value, int) or (isinstance(limit.value, str) and limit.unit == "fraction")
    }


def _limit(key: str, limit: Limit, asked: list[str], language: Language) -> dict[str, Any]:
    parts = key.partition(".")[2].split("_")
    return {
        "label": limit.label[language],
        "value": _value(limit, language),
        "source": limit.source,
        **({"disputed": limit.disputed[language]} if limit.disputed else {}),
        **({"kind": kind} if (kind := _kind(limit)) else {}),
        **({"bound": bound[0]} if (bound := [_BOUNDS[part] for part in parts if part in _BOUNDS]) else {}),
        "core": [part for part in parts if part not in _BOUNDS and part not in _BESIDE],
        "labels": _labels(limit),
        **({"asked": asked} if asked else {}),
        **({"parameter": limit.botocore.member} if limit.botocore and limit.botocore.member else {}),
    }


def _labels(limit: Limit) -> list[str]:
    """Return the label in both languages, and each again without what it adds in brackets."""
    labels = [limit.label[language] for language in LANGUAGES]
    return list(dict.fromkeys([*labels, *(re.sub(r" *\(.*?\)", "", label) for label in labels)]))


def _kind(limit: Limit) -> str:
    if limit.unit in _TIMES:
        return "time"
    if limit.unit in _SIZES:
        return "size"
    return "" if limit.unit else "count"


def _value(limit: Limit, language: Language) -> str:
    if isinstance(limit.value, int):
        return format_quantity(limit.value, limit.unit, language)
    return str(limit.value).replace(".", DECIMAL_SEPARATORS[language])
