"""The glossary."""

from html import escape

from macros.calls.base import Macros, macro
from macros.language import TAGS, others
from macros.rendering.tables import table
from macros.rendering.words import STRINGS


class Glossary(Macros):
    """The macro that shows facts/glossary.yml."""

    @macro
    def glossary(self) -> str:
        """Return every term in both languages with its meaning, in the page's language and alphabet."""
        terms = self.bank.facts.glossary
        rows = []
        for key in sorted(terms, key=lambda key: terms[key][self.language].casefold()):
            term = terms[key]
            word = term[self.language]
            twins = "".join(
                f' <br><span lang="{TAGS[other]}">{escape(term[other])}</span>'
                for other in others(self.language)
                if term.written(other) not in {None, word}
            )
            page, _, heading = term.page.partition("#")
            rows.append(
                [
                    f'<strong id="{key}">{escape(word)}</strong>{twins}',
                    f"{escape(term.means[self.language])} {self.link(page, heading)}.",
                ]
            )
        return table(STRINGS[self.language].glossary_columns, rows)
