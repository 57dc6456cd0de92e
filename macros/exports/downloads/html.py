"""Parts of a question as HTML that any program shows: no class, no script, no address below the site."""

from collections.abc import Iterable
from html import escape

from macros.exports.downloads.selection import Selection, words
from macros.language import EXAM_LANGUAGE, TAGS, Language
from macros.markup import render_inline, render_stem
from macros.questions.entry import Entry
from macros.rendering.questions import source_label
from macros.rendering.words import STRINGS
from macros.text import Text


def stem_html(entry: Entry) -> str:
    """Return a question's stem as blocks; one with several right options says how many to choose."""
    scenario, ask = render_stem(entry.question.stem)
    blocks = [scenario, f"<p>{ask}</p>" if ask else ""]
    if len(entry.question.key) > 1:
        blocks.append(f"<p><em>{choose_text(entry)}</em></p>")
    return "".join(blocks)


def choose_text(entry: Entry) -> str:
    """Return how many options to choose, in the language of the exam."""
    strings, count = STRINGS[EXAM_LANGUAGE], len(entry.question.key)
    return strings.choose[0] if count == 1 else strings.choose[1].format(count=strings.counts[count])


def explained(text: Text, language: Language) -> str:
    """Return an explanation as inline HTML; one that is in another language says so."""
    actual, written = text.in_language(language)
    html = render_inline(written)
    return html if actual == language else f'<span lang="{TAGS[actual]}">{html}</span>'


def takeaway_html(entry: Entry, language: Language) -> str:
    """Return the sentence to remember, and what a reader must know of a question that is not simply current."""
    strings, question = STRINGS[language], entry.question
    parts = [f"<p>{escape(strings.status[question.status])}</p>" if question.status in strings.status else ""]
    if question.note:
        parts.append(f"<p>{explained(question.note, language)}</p>")
    parts.append(f"<p><strong>{escape(strings.takeaway)}</strong> {explained(question.takeaway, language)}</p>")
    return "".join(parts)


def sources_html(sources: Iterable[str], language: Language) -> str:
    """Return the sources as links in a paragraph."""
    links = ", ".join(f'<a href="{escape(url)}">{escape(source_label(url))}</a>' for url in sources)
    return f"<p>{escape(STRINGS[language].sources)} {links}</p>"


def address_html(selection: Selection, entry: Entry, language: Language) -> str:
    """Return a link to the question in the guide, in a paragraph; nothing where the guide is not published."""
    address = selection.release.address(entry, language)
    return f'<p><a href="{escape(address)}">{escape(words(language)["in_guide"])}</a></p>' if address else ""


def labels(entry: Entry) -> list[str]:
    """Return a question's tags, which are the same in both languages and have no spaces."""
    question = entry.question
    return [
        f"topic:{entry.id.partition('/')[0]}",
        f"page:{question.page_path}",
        *(f"objective:{objective}" for objective in question.objectives),
        f"difficulty:{question.difficulty}",
        f"status:{question.status}",
    ]
