"""What the validator checks, for the pages about contributing."""

from html import escape
from urllib.parse import quote, urlencode

from macros.calls.base import Macros, macro
from macros.checks.sources import ACCEPTED_SOURCES
from macros.errors import MacroError
from macros.language import EXAM_LANGUAGE, TAGS
from macros.problems import rules
from macros.questions.skeleton import PAGE as SKELETON_PAGE
from macros.questions.skeleton import skeleton
from macros.rendering.tables import table
from macros.rendering.words import STRINGS

# What a new question's file has for the day of its review, which its writer fills in: a build knows no day.
REVIEW_DAY = "YYYY-MM-DD"


class Rules(Macros):
    """The macros that show the rules of rules.yml and the sites that count as a source, and begin a question."""

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

    @macro
    def new_question(self, text: str) -> str:
        """Return a link that opens a new question on the forge, filled in with the skeleton."""
        topic, _, slug = SKELETON_PAGE.partition("/")
        query = urlencode({"filename": f"{slug}-your-question.yml", "value": skeleton(REVIEW_DAY)}, quote_via=quote)
        return f'<a href="{escape(f"{self.repo_url}/new/main/quizzes/{topic}?{query}")}">{escape(text)}</a>'
