"""The glossary."""

from html import escape

from macros.calls.base import Macros, macro
from macros.language import TAGS, other_language
from macros.rendering.strings import STRINGS
from macros.rendering.tables import table


class Glossary(Macros):
    """The macro that shows facts/glossary.yml."""

    @macro
    def glossary(self) -> str:
        """Return every term in both languages with its meaning, in the page's language and alphabet."""
        twin_language = other_language(self.language)
        terms = self.bank.facts.glossary
        rows = []
        for key in sorted(terms, key=lambda key: terms[key][self.language].casefold()):
            term = terms[key]
            word, twin = term[self.language], term[twin_language]
            shown = "" if twin == word else f' <br><span lang="{TAGS[twin_language]}">{escape(twin)}</span>'
            page, _, heading = term.page.partition("#")
            rows.append(
                [
                    f'<strong id="{key}">{escape(word)}</strong>{shown}',
                    f"{escape(term.means[self.language])} {self.link(page, heading)}.",
                ]
            )
        return table(STRINGS[self.language].glossary_columns, rows)
