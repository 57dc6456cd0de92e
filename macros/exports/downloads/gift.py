"""GIFT: the text format in which Moodle and other learning platforms take questions."""

import re

from macros.exports.downloads.html import address_html, explained, labels, sources_html, stem_html, takeaway_html
from macros.exports.downloads.selection import LICENSE_URL, Selection, topic_title, words
from macros.markup import render_option
from macros.questions.entry import Entry
from macros.questions.model import Option

_SPECIAL = re.compile(r"[\\~=#{}:]")


def as_gift(selection: Selection) -> bytes:
    """Return the questions in one language, each topic a category.

    Of several right options each counts its part, and a wrong one takes all of it away: nobody passes by choosing
    every option. Moodle reads the id and the tags from the comment above a question.
    """
    title = words(selection.language)["bank"]
    parts = [f"// {title}, {selection.release.made.date().isoformat()}, {LICENSE_URL}"]
    for topic, entries in selection.by_topic.items():
        parts.append(f"$CATEGORY: $course$/top/{_escaped(title)}/{_escaped(topic_title(topic, selection.language))}")
        parts += [_question(selection, entry) for entry in entries]
    return ("\n\n".join(parts) + "\n").encode()


def weights(options: list[Option]) -> list[float]:
    """Return what each option counts, in percent, to the digits that Moodle knows."""
    right = sum(option.correct for option in options)
    wrong = 0.0 if right == 1 else -100.0
    return [round(100 / right, 5) if option.correct else wrong for option in options]


def percent(weight: float) -> str:
    """Return a weight as Moodle writes it: "100", "33.33333"."""
    return f"{weight:.5f}".rstrip("0").rstrip(".")


def _question(selection: Selection, entry: Entry) -> str:
    language, options = selection.language, entry.question.options
    tags = " ".join(f"[tag:{label}]" for label in labels(entry))
    lines = [f"// [id:{entry.id}] {tags}", f"::{_escaped(entry.id)}::[html]{_escaped(stem_html(entry))}{{"]
    for option, weight in zip(options, weights(options), strict=True):
        mark = {100.0: "=", 0.0: "~"}.get(weight, f"~%{percent(weight)}%")
        text, why = render_option(option.text), explained(option.why, language)
        lines.append(f"\t{mark}[html]{_escaped(text)}#[html]{_escaped(why)}")
    after = takeaway_html(entry, language) + sources_html(entry.question.sources, language)
    lines += [f"\t####[html]{_escaped(after + address_html(selection, entry, language))}", "}"]
    return "\n".join(lines)


def _escaped(text: str) -> str:
    return _SPECIAL.sub(r"\\\g<0>", text)
