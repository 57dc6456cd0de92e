"""What the validator checks, for the pages about contributing."""

from html import escape

from macros.calls.base import Macros, macro
from macros.checks.sources import ACCEPTED_SOURCES
from macros.errors import MacroError
from macros.language import EXAM_LANGUAGE, TAGS
from macros.problems import rules
from macros.rendering.tables import table
from macros.rendering.words import STRINGS


class Rules(Macros):
    """The macros that show the rules of rules.yml and the sites that count as a source."""

    @macro
    def rules(self, kind: str) -> str:
        """Return every rule of one kind (Y, Q, B, W, P or E): its code, what must be true, and how bad a breach is."""
        strings = STRINGS[self.language]
        chosen = sorted(rule.code for rule in rules().values() if rule.code.startswith(kind))
        if not chosen:
            raise MacroError(f"rules({kind!r}): the kinds are Y, Q, B, W, P and E")
        rows = [
            [
                f'<code id="{code}">{code}</code>',
                escape(rules()[code].statement[self.language]),
                strings.severity[rules()[code].severity],
            ]
            for code in chosen
        ]
        return table(strings.rule_columns, rows)

    @macro
    def accepted_sources(self) -> str:
        """Return the list of sites that count as a source, each with the reason, which is in English."""
        items = "".join(
            f"<li><code>{escape(site)}</code>: {escape(why)}</li>" for site, why in ACCEPTED_SOURCES.items()
        )
        return f'<ul lang="{TAGS[EXAM_LANGUAGE]}">{items}</ul>'
