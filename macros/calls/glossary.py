"""The glossary."""

from html import escape
from unicodedata import normalize

from macros.calls.base import Macros, macro
from macros.language import TAGS, others
from macros.rendering.words import STRINGS


class Glossary(Macros):
    """The macro that shows facts/glossary.yml."""

    @macro
    def glossary(self) -> str:
        """Return every term in both languages with its meaning, in the page's language and alphabet."""
        terms, strings = self.bank.facts.glossary, STRINGS[self.language]
        letters: dict[str, list[str]] = {}
        for key in sorted(terms, key=lambda key: _order(terms[key][self.language])):
            term = terms[key]
            word = term[self.language]
            twins = "".join(
                f' <br><span lang="{TAGS[other]}">{escape(term[other])}</span>'
                for other in others(self.language)
                if term.written(other) not in {None, word}
            )
            page, _, heading = term.page.partition("#")
            letters.setdefault(_initial(word), []).append(
                f'<dt id="{key}"><strong>{escape(word)}</strong>{twins}</dt> '
                f"<dd>{escape(term.means[self.language])} {self.link(page, heading)}.</dd>"
            )
        bar = " ".join(f'<a href="#letter-{letter.lower()}">{letter}</a>' for letter in letters)
        parts = " ".join(
            f'<section><p class="glossary__letter" id="letter-{letter.lower()}" data-search-exclude>{letter}</p> '
            f"<dl>{' '.join(found)}</dl></section>"
            for letter, found in letters.items()
        )
        return (
            f'<div class="glossary" data-glossary="{strings.glossary_found}"><p class="glossary__filter">'
            f'<label>{strings.glossary_filter} <input type="search" autocomplete="off" spellcheck="false"></label> '
            f'<output class="glossary__found" data-search-exclude></output></p> '
            f'<nav class="letters" aria-label="{strings.glossary_letters}" '
            f"data-search-exclude>{bar}</nav> {parts}</div>"
        )


def _order(word: str) -> str:
    """Return what sorts a word: accents do not count, and neither do the brands that many names begin with."""
    for brand in ("Amazon ", "AWS ", "SageMaker "):
        word = word.removeprefix(brand)
    return normalize("NFD", word).casefold()


def _initial(word: str) -> str:
    """Return the letter under which a word is found."""
    letter = _order(word)[0].upper()
    return letter if letter.isalpha() else "#"
