"""What an unquoted scalar means, and which of them YAML 1.1 would read as something nobody wrote."""

import re
from datetime import date
from functools import lru_cache, partial

import yaml
from yaml.resolver import Resolver

Value = str | int | bool | date | None

# Plain scalars that are not text and that mean the same in YAML 1.1, YAML 1.2 and JSON.
_INTEGER = re.compile(r"-?(?:0|[1-9][0-9]{0,18})\Z")
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}\Z")
_BOOLEANS = {"true": True, "false": False}

# A scalar that starts with a letter is text unless it is one of YAML 1.1's words, of which "false" is the longest.
# Asking PyYAML's resolver about every sentence of a bank would cost a third of the time to read it.
_LONGEST_WORD = len("false")
_STRING_TAG = "tag:yaml.org,2002:str"
_tag_of = partial(Resolver().resolve, yaml.ScalarNode)


def plain_value(text: str) -> tuple[Value, str | None]:
    """Return what an unquoted scalar means, and the code of the rule that it breaks, or None.

    Y010 stands for what YAML 1.1 turns into another type without a word: no, on, 12:30, 1.10, 0x1F, ~.
    Y011 stands for a date that is not in the calendar.
    """
    if not text:
        return None, None
    if len(text) > _LONGEST_WORD and text[0].isalpha():
        return text, None
    return _resolved(text)


@lru_cache(maxsize=4096)
def _resolved(text: str) -> tuple[Value, str | None]:
    """As plain_value; keys, numbers and dates are the same few in all files, so each is resolved once."""
    if _tag_of(text, (True, False)) == _STRING_TAG:
        return text, None
    if text in _BOOLEANS:
        return _BOOLEANS[text], None
    if _INTEGER.match(text):
        return int(text), None
    if _DATE.match(text):
        try:
            return date.fromisoformat(text), None
        except ValueError:
            return date.min, "Y011"  # still a date, so that no second problem is reported for it
    return text, "Y010"
