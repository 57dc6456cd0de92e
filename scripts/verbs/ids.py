"""Bring quizzes/ids.txt, the list of every id ever published, up to date with the bank."""

import argparse
from pathlib import Path

from macros.bank import load_bank
from macros.questions.ids import LEDGER, read_ledger, updated_ledger
from scripts.messages import Messages


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the verb's arguments."""
    parser.add_argument("--check", action="store_true", help="change nothing; exit 1 where the list is out of date")


def run(options: argparse.Namespace) -> int:
    """Write the file; 1 where the bank or the list has errors, which must be fixed first."""
    say = Messages("ids", options.lang)
    root: Path = options.root
    bank = load_bank(root)
    for problem in bank.errors:
        print(problem.text(say.language))
    if bank.errors:
        return 1
    file = root / LEDGER
    lines, _ = read_ledger(root)
    updated = updated_ledger(lines, bank.entries)
    if options.check:
        is_current = file.is_file() and file.read_text("utf-8") == updated
        print(say("current" if is_current else "late", file=LEDGER))
        return 0 if is_current else 1
    file.write_text(updated, "utf-8", newline="\n")
    print(say("written", file=LEDGER, count=len(bank.entries)))
    return 0
