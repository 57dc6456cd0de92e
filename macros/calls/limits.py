"""Numbers of facts/limits.yml."""

from html import escape

from macros.calls.base import Macros, macro
from macros.errors import require
from macros.facts import Limit
from macros.language import DECIMAL_SEPARATORS, format_quantity
from macros.rendering.words import STRINGS


class Limits(Macros):
    """The macros that quote limits, each linked to the page that says so."""

    @macro
    def limit(self, key: str) -> str:
        """Return a limit with its unit, linked to the page that says so."""
        require(key, self.bank.facts.limits, "limit")
        return self._linked_limit(self.bank.facts.limits[key])

    @macro
    def limits(self, *keys: str, folded: bool = False) -> str:
        """Return a table of limits: of keys like "async.payload", or of whole sections like "async".

        A page of many tables has them folded: phones show how many each holds, and lay out those that are opened.
        """
        known = self.bank.facts.limits
        chosen: list[str] = []
        for key in keys:
            section = self.bank.facts.section(key)
            if not section:
                require(key, known, "limit")
            chosen += section or [key]
        strings = STRINGS[self.language]
        rows = "".join(
            f"<tr><td>{escape(known[key].label[self.language])}{self._dispute(known[key])}</td> "
            f"<td>{self._linked_limit(known[key])}</td></tr> "
            for key in chosen
        )
        head = f"<tr><th>{strings.limit}</th> <th>{strings.value}</th></tr>"
        table = f'<table class="facts"><thead>{head}</thead> <tbody>{rows}</tbody></table>'
        if not folded:
            return f'<div class="limits">{table}</div>'
        count = strings.one_limit if len(chosen) == 1 else strings.count_of_limits.format(count=len(chosen))
        return f'<details class="limits"><summary>{count}</summary> {table}</details>'

    def _linked_limit(self, limit: Limit) -> str:
        title = f"{limit.label[self.language]} ({STRINGS[self.language].official_page})"
        return f'<a class="limit" href="{escape(limit.source)}" title="{escape(title)}">{self._value(limit)}</a>'

    def _value(self, limit: Limit) -> str:
        if isinstance(limit.value, int):
            return format_quantity(limit.value, limit.unit, self.language)
        if isinstance(limit.value, str) and limit.unit == "fraction":
            return limit.value.replace(".", DECIMAL_SEPARATORS[self.language])
        if isinstance(limit.value, str):
            return f"<code>{escape(limit.value)}</code>"
        return ", ".join(f"<code>{escape(name)}</code>" for name in limit.value)

    def _dispute(self, limit: Limit) -> str:
        return f"<br><small>{escape(limit.disputed[self.language])}</small>" if limit.disputed else ""
