"""Bring quizzes/ids.txt, the list of every id ever published, up to date with the bank."""

import argparse

from macros.bank import load_bank
from macros.ledger import SHOWN, read_ledger, updated_ledger
from scripts.paths import ROOT


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the verb's arguments."""
    parser.add_argument("--check", action="store_true", help="change nothing; exit 1 where the list is out of date")


def run(options: argparse.Namespace) -> int:
    """Write the file; 1 where the bank or the list has errors, which must be mended first."""
    bank = load_bank(ROOT)
    for problem in bank.errors:
        print(problem.text("en"))
    if bank.errors:
        return 1
    lines, _ = read_ledger(ROOT)
    updated = updated_ledger(lines, bank.entries)
    if options.check:
        is_current = (ROOT / SHOWN).read_text("utf-8") == updated
        print(f"{SHOWN}: " + ("up to date" if is_current else "out of date; run `python -m scripts ids` and commit it"))
        return 0 if is_current else 1
    (ROOT / SHOWN).write_text(updated, "utf-8")
    print(f"{SHOWN}: {len(bank.entries)} questions")
    return 0
