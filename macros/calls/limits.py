"""Numbers of facts/limits.yml."""

from html import escape

from macros.calls.base import Macros, macro
from macros.errors import require
from macros.facts import Limit
from macros.language import DECIMAL_SEPARATORS, format_quantity
from macros.rendering.identifiers import breakable
from macros.rendering.words import STRINGS

# Of a folded table of limits, the rows that a phone shows at once.
SEEN_LIMITS = 3


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

        A page of many tables has them folded: phones show the first rows of each, and lay out the rest once asked.
        """
        known = self.bank.facts.limits
        chosen: list[str] = []
        for key in keys:
            section = self.bank.facts.section(key)
            if not section:
                require(key, known, "limit")
            chosen += section or [key]
        strings = STRINGS[self.language]
        rows = [
            f"<tr><td>{breakable(escape(known[key].label[self.language]))}{self._dispute(known[key])}</td> "
            f"<td>{self._linked_limit(known[key])}</td></tr> "
            for key in chosen
        ]
        head = f"<tr><th>{strings.limit}</th> <th>{strings.value}</th></tr>"

        def table(part: list[str]) -> str:
            return f'<table class="facts"><thead>{head}</thead> <tbody>{"".join(part)}</tbody></table>'

        seen = SEEN_LIMITS if folded and len(rows) > SEEN_LIMITS + 1 else len(rows)
        shown = f'<div class="limits">{table(rows[:seen])}</div>'
        if seen == len(rows):
            return shown
        more = strings.more_limits.format(count=len(rows) - seen)
        return f'{shown} <details class="limits"><summary>{more}</summary> {table(rows[seen:])}</details>'

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
