"""Check the spelling of pages, explanations, rules and glossary in both languages, with hunspell and a word list."""

import argparse
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass

from macros.bank import load_bank
from macros.language import LANGUAGES, Language
from macros.pictures import load_picture, picture_names
from macros.question_checks import explanations
from scripts import system_packages
from scripts.paths import ROOT

WORDS = ROOT / "scripts" / "words.txt"

# Portuguese pages keep AWS's terms in English, so that both dictionaries hold there.
_DICTIONARIES: dict[Language, str] = {"pt": "pt_BR,en_US", "en": "en_US"}
_PACKAGES = {
    "apt-get": ["hunspell", "hunspell-pt-br", "hunspell-en-us"],
    "dnf": ["hunspell", "hunspell-pt-BR", "hunspell-en-US"],
    "apk": ["hunspell", "hunspell-pt-br", "hunspell-en"],
}
HELP = "hunspell with the dictionaries pt_BR and en_US is needed; install them and run the command again."

# What is not prose: front matter, code, macros, addresses, heading ids. Blanked, so that lines keep their places.
_NOT_PROSE = re.compile(
    r"\A---\n.*?\n---\n"
    r"|^ *(`{3,}|~{3,}).*?^ *\1\s*$"
    r"|`[^`\n]*`"
    r"|\{[{%].*?[%}]\}"
    r"|\]\([^)\s]*\)"
    r"|https?://[^\s)]+"
    r"|\{ #[a-z0-9-]+ \}",
    re.MULTILINE | re.DOTALL,
)
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


# A capital after the first letter makes a name or an API word, which no dictionary has: MLflow, MaxConcurrency, KMS.
_NAME = re.compile(r".+[A-Z]")


@dataclass(frozen=True)
class Text:
    """A piece of prose with where it starts."""

    shown: str
    first_line: int
    words: str


def add_arguments(_parser: argparse.ArgumentParser) -> None:
    """Declare that the verb takes no arguments of its own."""


def run(_options: argparse.Namespace) -> int:
    """Print each unknown word with its place; 1 if there is any, 2 without hunspell."""
    if not _has_dictionaries() and not (system_packages.install(_PACKAGES) and _has_dictionaries()):
        print(HELP, file=sys.stderr)
        return 2
    known = known_words()
    unknown = 0
    for language in LANGUAGES:
        texts = list(prose(language))
        words = {word for text in texts for word in _WORD.findall(text.words) if not _NAME.match(word)}
        wrong = misspelt(words - known, language) - known
        for text in texts:
            for match in _WORD.finditer(text.words):
                # Of a compound that it does not know, hunspell names the part.
                if wrong.intersection([match[0], *match[0].split("-")]):
                    before = text.words[: match.start()]
                    line, column = text.first_line + before.count("\n"), match.start() - (before.rfind("\n") + 1) + 1
                    print(f"{text.shown}:{line}:{column}: {match[0]}: not in the {language} dictionary")
                    unknown += 1
    if unknown:
        print(f"    help: mend the word or, if it is right, add it to {WORDS.relative_to(ROOT).as_posix()}")
    return 1 if unknown else 0


def _has_dictionaries() -> bool:
    if not shutil.which("hunspell"):
        return False
    return all(_hunspell(dictionary, [])[1] == 0 for dictionary in _DICTIONARIES.values())


def known_words() -> set[str]:
    """Return the project's own words: names, terms and API words that no dictionary has."""
    lines = WORDS.read_text("utf-8").splitlines()
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


def prose(language: Language) -> Iterator[Text]:
    """Yield all that a reader of one edition reads in the site's own words."""
    for file in sorted((ROOT / "docs" / language).rglob("*.md")):
        yield Text(file.relative_to(ROOT).as_posix(), 1, _blanked(file.read_text("utf-8")))
    bank = load_bank(ROOT)
    for entry in bank.entries.values():
        for path, explanation in explanations(entry):
            text = explanation.pt if language == "pt" else explanation.en
            if text:
                yield Text(entry.shown, entry.tree.position_of((*path, language)).line, _blanked(text))
    for key, term in bank.facts.glossary.items():
        yield Text(f"facts/glossary.yml ({key})", 1, _blanked(f"{term[language]}\n{term.means[language]}"))
    for key, limit in bank.facts.limits.items():
        yield Text(f"facts/limits.yml ({key})", 1, _blanked(limit.label[language]))
    for name in picture_names():
        words = "\n".join(text[language] for text in load_picture(name).texts())
        yield Text(f"macros/templates/pictures/{name}.yml", 1, _blanked(words))


def _blanked(text: str) -> str:
    return _NOT_PROSE.sub(lambda match: re.sub(r"[^\n]", " ", match[0]), text)
