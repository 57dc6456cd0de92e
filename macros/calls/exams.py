"""Figures of exams."""

from datetime import date
from html import escape
from typing import Any

from pydantic import BaseModel

from macros.calls.base import Macros, macro
from macros.errors import MacroError
from macros.language import format_date, format_number, join_words
from macros.rendering.words import STRINGS
from macros.text import Text


class Exams(Macros):
    """The macro that quotes an exam."""

    @macro
    def exam(self, path: str) -> str:
        """Return a figure of an exam, such as "MLA-C02.beta.minutes", in the page's language."""
        value: Any = {**self.bank.facts.exams, **self.bank.facts.other_exams}
        rest = path
        while rest:
            known = {name: field for name, field in _fields(value).items() if field is not None}
            # The ids of tasks and skills hold dots of their own, so the longest key that fits is meant.
            step = max((name for name in known if f"{rest}.".startswith(f"{name}.")), key=len, default="")
            if not step:
                raise MacroError(f"exam({path!r}): {rest} is not known there; there are: {', '.join(known)}")
            value, rest = known[step], rest[len(step) + 1 :]
        return self._exam_value(path, value)

    def _exam_value(self, path: str, value: object) -> str:
        if isinstance(value, date):
            return format_date(value, self.language)
        if isinstance(value, int):
            return format_number(value, self.language)
        if isinstance(value, str):
            return escape(value)
        if isinstance(value, list) and path.endswith("languages"):
            names = STRINGS[self.language].languages
            return join_words([names.get(str(code), str(code)) for code in value], self.language)
        if isinstance(value, Text):
            return escape(value[self.language])
        raise MacroError(f"exam({path!r}) is not one figure; name a field below it: {', '.join(_fields(value))}")


def _fields(value: object) -> dict[str, Any]:
    if isinstance(value, BaseModel):
        return {name: getattr(value, name) for name in type(value).model_fields}
    return value if isinstance(value, dict) else {}
