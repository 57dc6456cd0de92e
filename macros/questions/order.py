"""Whether options are one scale, from the smallest number to the largest: exams list numbers so, and so they stay."""

import re
from collections.abc import Sequence

_NUMBER = re.compile(
    r"(?<![\w.,])(\d+(?:,\d{3})*(?:\.\d+)?)(?:\s?(%|bytes?|[KMGT]i?B|milliseconds?|ms|seconds?|s|minutes?|min|hours?|h"
    r"|days?|weeks?|months?|years?|million|billion))?(?!\w|[.,]\d)"
)
_MINUTE, _HOUR, _DAY = 60.0, 3600.0, 86400.0
_SIZES = (
    {"byte": 1.0, "KB": 1e3, "MB": 1e6, "GB": 1e9, "TB": 1e12, "million": 1e6, "billion": 1e9}
    | {"KiB": 2.0**10, "MiB": 2.0**20, "GiB": 2.0**30, "TiB": 2.0**40}
    | {"ms": 1e-3, "millisecond": 1e-3, "s": 1.0, "second": 1.0, "min": _MINUTE, "minute": _MINUTE}
    | {"h": _HOUR, "hour": _HOUR, "day": _DAY, "week": 7 * _DAY, "month": 30 * _DAY, "year": 365 * _DAY}
)


def is_ascending(texts: Sequence[str]) -> bool:
    """Return whether texts are the same but for one number each, and each number is larger than the one before.

    Units may differ: "512 MB" is less than "1 GB". Texts with more than one number are no scale.
    """
    last = -1.0
    frame = None
    for text in texts:
        if not any(character.isdigit() for character in text):
            return False
        parts = _NUMBER.split(text)
        if len(parts) != 4:  # noqa: PLR2004 - what is before the number, the number, its unit, what is after
            return False
        before, number, unit, after = parts
        value = float(number.replace(",", "")) * _SIZES.get(_singular(unit), 1.0)
        if value <= last or frame not in {None, (before, after)}:
            return False
        last, frame = value, (before, after)
    return len(texts) > 1


def _singular(unit: str | None) -> str:
    return unit.removesuffix("s") if unit and len(unit) > 2 else unit or ""  # noqa: PLR2004 - "ms" and "s" have no plural
