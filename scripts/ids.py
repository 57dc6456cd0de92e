"""Bring quizzes/ids.txt, the list of every id ever published, up to date with the bank."""

import argparse

from macros.bank import load_bank
from macros.ledger import SHOWN, read_ledger, updated_ledger
from scripts.paths import ROOT


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare that the verb takes no arguments of its own."""
    parser.set_defaults(verb="ids")


def run(_options: argparse.Namespace) -> int:
    """Write the file; 1 where the bank or the list has errors, which must be mended first."""
    bank = load_bank(ROOT)
    for problem in bank.errors:
        print(problem.text("en"))
    if bank.errors:
        return 1
    lines, _ = read_ledger(ROOT)
    (ROOT / SHOWN).write_text(updated_ledger(lines, bank.entries), "utf-8")
    print(f"{SHOWN}: {len(bank.entries)} questions")
    return 0
