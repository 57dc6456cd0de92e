"""The parts of a question's block that differ from question to question, as HTML: what fills an empty block.

overrides/assets/javascripts/practice/template.js puts them into the block that templates/question.html makes of
EMPTY; a browser test holds the result equal to the block on the question's page.
"""

from typing import Any

from macros.language import Language, format_date
from macros.markup import render_inline, render_option, render_stem
from macros.questions.entry import Entry
from macros.questions.model import LETTERS
from macros.rendering.identifiers import break_identifiers
from macros.rendering.questions import key_text, source_label
from macros.rendering.words import STRINGS
from macros.text import Text


def stem_of(entry: Entry, formerly: tuple[str, ...]) -> dict[str, Any]:
    """Return what a reader sees before the answer; nothing here tells the key.

    Args:
        entry: the question.
        formerly: its former ids.
    """
    question = entry.question
    scenario, ask = (break_identifiers(part) for part in render_stem(question.stem))
    parts = {
        "scenario": scenario,
        "ask": ask,
        "options": [break_identifiers(render_option(option.text)) for option in question.options],
        "choose": len(question.key),
        "formerly": list(formerly),
        "keep": question.keeps_order,
    }
    return {name: part for name, part in parts.items() if part}


def reasons_of(entry: Entry, language: Language, section: tuple[str, str] | None) -> dict[str, Any]:
    """Return the key, and all that is shown after the answer, in one language.

    Args:
        entry: the question.
        language: of the explanations.
        section: the address, below the edition's root, and the Markdown title of the heading that teaches it.
    """
    question = entry.question
    accepted = [
        " ".join(str(number) for number, letters in enumerate(question.accepted, start=1) if letter in letters)
        for letter, _ in zip(LETTERS, question.options, strict=False)
    ]
    parts = {
        "in": accepted,
        "key": key_text(question, language),
        "why": [_explained(option.why, language) for option in question.options],
        "note": _explained(question.note, language) if question.note else None,
        "takeaway": _explained(question.takeaway, language),
        "section": [section[0], break_identifiers(render_inline(section[1]))] if section else None,
        "sources": [[url, source_label(url)] for url in question.sources],
        "deck": question.origin == "deck",
        "reviewed": STRINGS[language].reviewed.format(date=format_date(question.reviewed, language)),
    }
    return {name: part for name, part in parts.items() if part}


def _explained(explanation: Text, language: Language) -> str | list[str]:
    """Return a text as HTML; with its language where that is not the page's."""
    actual, text = explanation.in_language(language)
    html = break_identifiers(render_inline(text))
    return html if actual == language else [html, actual]
