"""A question of the bank: its id, its file and its content, and how it is read."""

import functools
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from macros.problems import Position, Problem
from macros.questions.foreign import foreign_format
from macros.questions.model import Draft, Question
from macros.reading.drafts import draft
from macros.reading.files import read_text
from macros.reading.models import validate_tree
from macros.reading.nodes import Node, Path_
from macros.reading.trees import read_tree
from macros.text import Text

# What is said of the bytes of a file, whatever they stand for.
_OF_FILES = {"Y001", "Y015", "Y016", "Y017"}
# Stands for what is no field: a draft that lacks none still has a key too many, and is no question.
_SHAPE: frozenset[Path_] = frozenset({("",)})


@dataclass(frozen=True)
class Entry:
    """A question in the bank: its permanent id, the file it came from, and where each field is in it.

    Attributes:
        id: "topic/slug".
        label: the file, as problems name it.
        question: what the file says.
        tree: the same with the place of each field.
        absent: in a draft, the paths of the fields that the file lacks or has in a shape that says nothing.
    """

    id: str
    label: str
    question: Question
    tree: Node
    absent: frozenset[Path_] = frozenset()

    def problem(self, code: str, path: Path_ = (), **words: str) -> Problem:
        """Return a problem at a field of this question, such as ("options", 0, "text")."""
        return Problem(code, self.label, self.tree.position_of(path), words, path)

    def explanations(self) -> Iterator[tuple[Path_, Text]]:
        """Yield every explanation with the path of its field."""
        for index, option in enumerate(self.question.options):
            yield ("options", index, "why"), option.why
        yield ("takeaway",), self.question.takeaway
        if self.question.note:
            yield ("note",), self.question.note

    @functools.cached_property
    def texts(self) -> tuple[tuple[Path_, str], ...]:
        """Every text that a reader sees, with the path of its field."""
        options = ((("options", index, "text"), option.text) for index, option in enumerate(self.question.options))
        explanations = (
            ((*path, language), explanation[language])
            for path, explanation in self.explanations()
            for language in explanation.languages
        )
        return (("stem",), self.question.stem), *options, *explanations


def load_entry(path: Path, label: str, question_id: str) -> tuple[Entry | None, list[Problem]]:
    """Read one question file; as load_draft, but None where the file does not hold a whole question."""
    entry, problems = load_draft(path, label, question_id)
    return (entry if entry and not entry.absent else None), problems


def load_draft(path: Path, label: str, question_id: str) -> tuple[Entry | None, list[Problem]]:
    """Read one question file, as far as it can be read.

    Args:
        path: the file.
        label: how problems name it.
        question_id: "topic/slug", from its place under quizzes/.

    Returns:
        The entry, a draft where something in it is missing or of the wrong kind, and None where it has nothing of a
        question; and every problem found on the way.
    """
    tree, problems = read_tree(path, label)
    if tree is None or tree.kind != "mapping" or not tree.entries.keys() & Question.model_fields.keys():
        text, _ = read_text(path, label)
        if name := foreign_format(text):
            kept = [problem for problem in problems if problem.code in _OF_FILES]
            return None, [*kept, Problem("Y022", label, Position(), {"format": name})]
    if tree is None:
        return None, problems
    if tree.kind != "mapping":
        return None, [*problems, Problem("Q001", label, tree.position)]
    question, problems = validate_tree(Question, tree, label, problems)
    if question:
        return Entry(question_id, label, question, tree), problems
    partial, absent = draft(Draft, tree.plain())
    if any(problem.code == "Q029" for problem in problems):  # what their keys would say is not known
        absent |= {("options",)}
    return (Entry(question_id, label, partial, tree, absent or _SHAPE) if partial else None), problems
