"""Moodle XML: all that GIFT holds, and how a question is to be shown."""

from xml.etree import ElementTree as ET

from macros.exports.downloads.gift import percent, weights
from macros.exports.downloads.html import address_html, explained, labels, sources_html, stem_html, takeaway_html
from macros.exports.downloads.selection import Selection, topic_title, words
from macros.markup import render_option
from macros.questions.entry import Entry


def as_moodle_xml(selection: Selection) -> bytes:
    """Return the questions in one language, each topic a category; options are shuffled where that is fair."""
    quiz = ET.Element("quiz")
    title = words(selection.language)["bank"]
    for topic, entries in selection.by_topic.items():
        category = ET.SubElement(quiz, "question", type="category")
        _text(category, "category", f"$course$/top/{title}/{topic_title(topic, selection.language)}")
        for entry in entries:
            quiz.append(_question(selection, entry))
    ET.indent(quiz)
    text: str = ET.tostring(quiz, encoding="unicode")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{text}\n'.encode()


def _question(selection: Selection, entry: Entry) -> ET.Element:
    language, question = selection.language, entry.question
    made = ET.Element("question", type="multichoice")
    _text(made, "name", entry.id)
    _html(made, "questiontext", stem_html(entry))
    after = takeaway_html(entry, language) + sources_html(question.sources, language)
    _html(made, "generalfeedback", after + address_html(selection, entry, language))
    for name, value in (
        ("defaultgrade", "1"),
        ("penalty", "0.3333333"),
        ("hidden", "0"),
        ("idnumber", entry.id),
        ("single", "true" if len(question.key) == 1 else "false"),
        ("shuffleanswers", "false" if question.keeps_order else "true"),
        ("answernumbering", "ABCD"),
        ("showstandardinstruction", "0"),
    ):
        ET.SubElement(made, name).text = value
    for option, weight in zip(question.options, weights(question.options), strict=True):
        answer = ET.SubElement(made, "answer", fraction=percent(weight), format="html")
        ET.SubElement(answer, "text").text = render_option(option.text)
        _html(answer, "feedback", explained(option.why, language))
    tags = ET.SubElement(made, "tags")
    for label in labels(entry):
        _text(tags, "tag", label)
    return made


def _html(parent: ET.Element, name: str, html: str) -> None:
    _text(parent, name, html).set("format", "html")


def _text(parent: ET.Element, name: str, text: str) -> ET.Element:
    made = ET.SubElement(parent, name)
    ET.SubElement(made, "text").text = text
    return made
