"""Check the spelling of all that the site says in either language, with hunspell and a list of words."""

import argparse
import functools
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from macros.bank import question_files
from macros.language import LANGUAGES, ROWS, Language
from macros.pages.document import read_document
from macros.problems import Position, located
from macros.reading.nodes import Node
from macros.reading.trees import read_tree
from scripts.machine import packages as system_packages
from scripts.messages import Messages

WORDS = Path("facts", "spelling.txt")

# Portuguese pages keep AWS's terms in English, so that both dictionaries hold there.
_DICTIONARIES: dict[Language, str] = {language: row.dictionaries for language, row in ROWS.items()}
_PACKAGES = {
    "apt-get": ["hunspell", "hunspell-pt-br", "hunspell-en-us"],
    "dnf": ["hunspell", "hunspell-pt-BR", "hunspell-en-US"],
    "apk": ["hunspell", "hunspell-pt-br", "hunspell-en"],
}

# What rules and words of pictures fill in.
_FILLED_IN = re.compile(r"\{[\w.]+\}")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


# A capital after the first letter makes a name or an API word, which no dictionary has: MLflow, MaxConcurrency, KMS.
_NAME = re.compile(r".+[A-Z]")


@dataclass(frozen=True)
class Text:
    """A piece of prose in a file.

    Attributes:
        shown: the file, as problems name it.
        source: all that it holds.
        start: where in it the text begins.
        text: the text as readers get it: without the marks and the indentation that YAML has for it.
    """

    shown: str
    source: str
    start: Position
    text: str

    @functools.cached_property
    def words(self) -> str:
        """The text with blanks for what is not prose."""
        return _FILLED_IN.sub(lambda match: " " * len(match[0]), read_document(self.text, self.shown).prose)

    def position_of(self, word: str, offset: int) -> Position:
        """Return where in the file a word stands that is at an offset of the text."""
        lines = self.source.splitlines(keepends=True)
        at = sum(map(len, lines[: self.start.line - 1])) + self.start.column - 1
        for _ in range(self.text.count(word, 0, offset)):
            at = self.source.index(word, at) + len(word)
        before = self.source[: self.source.index(word, at)]
        return Position(before.count("\n") + 1, len(before) - before.rfind("\n"))


def add_arguments(_parser: argparse.ArgumentParser) -> None:
    """Declare that the verb takes no arguments of its own."""


def run(options: argparse.Namespace) -> int:
    """Print each unknown word with its place; 1 if there is any, 2 without hunspell."""
    say = Messages("spelling", options.lang)
    if not _has_dictionaries() and not (system_packages.install(_PACKAGES) and _has_dictionaries()):
        print(say("no_program"), file=sys.stderr)
        return 2
    known = known_words(options.root)
    unknown = 0
    for language in LANGUAGES:
        texts = list(prose(options.root, language))
        words = {word for text in texts for word in _WORD.findall(text.words) if not _NAME.match(word)}
        wrong = misspelt(words - known, language) - known
        for text in texts:
            for match in _WORD.finditer(text.words):
                # Of a compound that it does not know, hunspell names the part.
                if wrong.intersection([match[0], *match[0].split("-")]):
                    line, column = text.position_of(match[0], match.start())
                    message = say("unknown", word=match[0], dictionary=language)
                    advice = say("help", file=WORDS.as_posix())
                    print(located(f"{text.shown}:{line}:{column}", message, advice, say.language))
                    unknown += 1
    return 1 if unknown else 0


def _has_dictionaries() -> bool:
    if not shutil.which("hunspell"):
        return False
    return all(_hunspell(dictionary, [])[1] == 0 for dictionary in _DICTIONARIES.values())


def known_words(root: Path) -> set[str]:
    """Return the project's own words: names, terms and API words that no dictionary has."""
    lines = (root / WORDS).read_text("utf-8").splitlines()
    return {line for line in lines if line and not line.startswith("#")}


def misspelt(words: set[str], language: Language) -> set[str]:
    """Return the words that the language's dictionaries do not know."""
    return set(_hunspell(_DICTIONARIES[language], sorted(words))[0])


def _hunspell(dictionary: str, words: list[str]) -> tuple[list[str], int]:
    result = subprocess.run(  # noqa: S603
        ["hunspell", "-l", "-d", dictionary, "-i", "utf-8"],  # noqa: S607 - whichever the system has
        input="\n".join(words),
        capture_output=True,
        text=True,
        check=False,
    )
    return result.stdout.split(), result.returncode


def prose(root: Path, language: Language) -> Iterator[Text]:
    """Yield all that a reader of one edition reads in the site's own words."""
    for file in sorted((root / "docs" / language).rglob("*.md")):
        text = file.read_text("utf-8")
        yield Text(_shown(root, file), text, Position(), text)
    facts, pictures = sorted((root / "facts").glob("*.yml")), sorted((root / "docs" / "pictures").glob("*.yml"))
    for file in (*question_files(root), *facts, *pictures, root / "macros" / "rules.yml"):
        source = file.read_text("utf-8-sig")
        tree, _ = read_tree(file, _shown(root, file))
        if tree:
            yield from (
                Text(_shown(root, file), source, node.position, str(node.value)) for node in _said(tree, language)
            )


def _said(node: Node, language: Language) -> Iterator[Node]:
    """Yield the texts of a data file in one language: whatever its keys `pt` and `en` hold."""
    for key, child in node.entries.items():
        if key == language and child.kind == "scalar":
            yield child
        else:
            yield from _said(child, language)
    for child in node.items:
        yield from _said(child, language)


def _shown(root: Path, file: Path) -> str:
    return file.relative_to(root).as_posix()
