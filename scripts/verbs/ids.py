"""Bring quizzes/ids.txt, the list of every id ever published, up to date with the bank."""

import argparse

from macros.bank import load_bank
from macros.language import LANGUAGES, Language, system_language
from macros.questions.ids import LEDGER, read_ledger, updated_ledger
from scripts.paths import ROOT

_TEXTS: dict[str, dict[Language, str]] = {
    "current": {"pt": "{file}: em dia", "en": "{file}: up to date"},
    "late": {
        "pt": "{file}: desatualizado; rode `python -m scripts ids` e faça o commit dele",
        "en": "{file}: out of date; run `python -m scripts ids` and commit it",
    },
    "written": {"pt": "{file}: {count} questões", "en": "{file}: {count} questions"},
}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the verb's arguments."""
    parser.add_argument("--check", action="store_true", help="change nothing; exit 1 where the list is out of date")
    parser.add_argument("--lang", choices=LANGUAGES, default=system_language(), help="language of the messages")


def run(options: argparse.Namespace) -> int:
    """Write the file; 1 where the bank or the list has errors, which must be fixed first."""
    language: Language = options.lang
    bank = load_bank(ROOT)
    for problem in bank.errors:
        print(problem.text(language))
    if bank.errors:
        return 1
    file = ROOT / LEDGER
    lines, _ = read_ledger(ROOT)
    updated = updated_ledger(lines, bank.entries)
    if options.check:
        is_current = file.is_file() and file.read_text("utf-8") == updated
        print(_TEXTS["current" if is_current else "late"][language].format(file=LEDGER))
        return 0 if is_current else 1
    file.write_text(updated, "utf-8", newline="\n")
    print(_TEXTS["written"][language].format(file=LEDGER, count=len(bank.entries)))
    return 0
