"""What is wrong with a file, as a value: where, which rule, and the words that fill its message."""

import difflib
import functools
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal, NamedTuple

import yaml

from macros.language import ROWS, Language, Texts

Severity = Literal["error", "warning"]


_NO_BREAK = "\N{NO-BREAK SPACE}"  # holds a number and its unit together, and looks like what it is


class Position(NamedTuple):
    """A place in a text file; both numbers count from 1, columns in characters."""

    line: int = 1
    column: int = 1


@dataclass(frozen=True)
class Rule:
    """One line of rules.yml: what must be true, and what to say when it is not."""

    code: str
    severity: Severity
    statement: Texts
    message: Texts
    help: Texts


@functools.cache
def rules() -> dict[str, Rule]:
    """Return every rule by its code, in the order of rules.yml."""
    table: dict[str, dict[str, Any]] = yaml.load(
        Path(__file__).with_name("rules.yml").read_bytes(), Loader=yaml.CSafeLoader
    )
    return {
        code: Rule(
            code=code,
            severity=row.get("severity", "error"),
            statement=Texts(row["statement"]),
            message=Texts(row["message"]),
            help=Texts(row["help"]),
        )
        for code, row in table.items()
    }


@functools.cache
def phrases() -> dict[str, dict[str, Texts]]:
    """Return the words of messages that depend on what was found: by the name in braces, then by key."""
    table: dict[str, dict[str, dict[Language, str]]] = yaml.load(
        Path(__file__).with_name("phrases.yml").read_bytes(), Loader=yaml.CSafeLoader
    )
    return {name: {key: Texts(row) for key, row in rows.items()} for name, rows in table.items()}


@dataclass(frozen=True)
class Problem:
    """One breach of one rule, at one place.

    Attributes:
        code: a key of rules().
        path: the file, as it should be shown.
        position: where in the file.
        words: what the rule's message and help name in braces.
        where: the path of the field, where it is one of a tree.
    """

    code: str
    path: str
    position: Position
    words: dict[str, str] = field(default_factory=dict, hash=False)
    where: tuple[str | int, ...] = field(default=(), compare=False)

    @property
    def rule(self) -> Rule:
        """The rule that was broken."""
        return rules()[self.code]

    @property
    def place(self) -> str:
        """Where it is, as "path:line:col", on one line."""
        return f"{visible(self.path)}:{self.position.line}:{self.position.column}"

    @property
    def sort_key(self) -> tuple[str, Position, str]:
        """Files in order, each from top to bottom."""
        return (self.path, self.position, self.code)

    def message(self, language: Language) -> str:
        """Return what is wrong, in one sentence."""
        return self.rule.message[language].format_map(self._words(language))

    def help(self, language: Language) -> str:
        """Return what to write instead, in one sentence."""
        return self.rule.help[language].format_map(self._words(language))

    def text(self, language: Language) -> str:
        """Return "path:line:col: CODE message" and, below it, an indented "help:" line."""
        return located(self.place, f"{self.code} {self.message(language)}", self.help(language), language)

    def _words(self, language: Language) -> dict[str, str]:
        near = self.words.get("near", "")
        question = ROWS[language].did_you_mean.format(near=near)
        words = {name: visible(word) for name, word in self.words.items()}
        words["did_you_mean"] = visible(question) if near else ""
        for name in self.words.keys() & phrases().keys():
            words[name] = phrases()[name][self.words[name]][language].format_map(words)
        return words


def located(place: str, message: str, advice: str, language: Language) -> str:
    """Return how every command shows what it found: "path:line:col: message" and, below it, an indented "help:" line.

    Args:
        place: "path:line:col", or nothing where none is known.
        message: what is wrong, in one sentence.
        advice: what to do about it, in one sentence.
        language: of the word for help.
    """
    return f"{place}{': ' if place else ''}{message}\n    {ROWS[language].help}: {advice}"


def visible(text: str) -> str:
    """Return a text on one line, with what would not be seen, or would command a terminal or a log, as its code."""
    if text.isprintable():
        return text
    shown = (c if c.isprintable() or c == _NO_BREAK else c.encode("unicode_escape").decode() for c in text)
    return "".join(shown)


def near_match(wrong: str, known: Iterable[str]) -> str:
    """Return the known word most like a wrong one, capitals aside, or an empty string where none is near."""
    by_folded = {word.casefold(): word for word in known}
    matches = difflib.get_close_matches(wrong.casefold(), by_folded, n=1, cutoff=0.6)
    return by_folded[matches[0]] if matches else ""
