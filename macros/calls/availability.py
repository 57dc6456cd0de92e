"""Whether AWS still offers a feature: as a banner, and as the table of all features."""

from html import escape

from macros.calls.base import Macros, macro
from macros.errors import require
from macros.language import format_date
from macros.rendering.tables import table
from macros.rendering.words import STRINGS


class Availability(Macros):
    """The macros that show facts/availability.yml."""

    @macro
    def availability(self, key: str) -> str:
        """Return a banner that says whether a feature is still offered, since when, and what to use instead."""
        require(key, self.bank.facts.features, "feature")
        feature, strings = self.bank.facts.features[key], STRINGS[self.language]
        undated, dated = strings.availability[feature.status]
        status = dated.format(date=format_date(feature.since, self.language)) if feature.since else undated
        announced = (
            f" ({strings.announced.format(date=format_date(feature.announced, self.language))})"
            if feature.announced
            else ""
        )
        headline = f"{feature.name} {status}{announced}."
        sentences = [escape(feature.note[self.language])]
        if feature.instead:
            sentences.append(f"{strings.instead} {escape(feature.instead[self.language])}.")
        if feature.disputed:
            sentences.append(escape(feature.disputed[self.language]))
        link = f'<a href="{escape(feature.source)}">{strings.official_page.capitalize()}</a>.'
        kind = "note" if feature.status in {"open", "reopened"} else "warning"
        return (
            f'<div class="admonition {kind} availability"><p class="admonition-title">{escape(headline)}</p>'
            f"<p>{' '.join(sentences)} {link}</p></div>"
        )

    @macro
    def availability_table(self) -> str:
        """Return every feature of facts/availability.yml with its state, date and replacement."""
        strings = STRINGS[self.language]
        rows = []
        for feature in self.bank.facts.features.values():
            links = ", ".join(self.link(page) for page in feature.pages)
            note = " ".join(words[self.language] for words in (feature.note, feature.disputed) if words)
            rows.append(
                [
                    f'<a href="{escape(feature.source)}">{escape(feature.name)}</a>',
                    strings.states[feature.status],
                    format_date(feature.since, self.language) if feature.since else "–",
                    escape(feature.instead[self.language]) if feature.instead else "–",
                    escape(note) + (f" {strings.see} {links}." if links else ""),
                ]
            )
        return table(strings.availability_columns, rows)
