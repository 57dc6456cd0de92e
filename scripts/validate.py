"""Report every mistake in the question bank and the facts, each with its place and what to write instead."""

import argparse
from pathlib import Path

from macros.bank import load_bank
from macros.language import LANGUAGES, system_language
from macros.problems import Problem
from scripts.paths import ROOT


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the verb's arguments."""
    parser.add_argument("paths", nargs="*", type=Path, help="files or folders to report on; all of them by default")
    parser.add_argument("--lang", choices=LANGUAGES, default=system_language(), help="language of the messages")


def run(options: argparse.Namespace) -> int:
    """Print the problems; 1 if any of them is an error, 2 if a path does not exist."""
    for path in options.paths:
        if not path.exists():
            print(f"{path}: no such file or folder")
            return 2
    bank = load_bank(ROOT)
    problems = [problem for problem in bank.problems if _is_wanted(problem, options.paths)]
    for problem in problems:
        print(problem.text(options.lang))
    errors = sum(problem.rule.severity == "error" for problem in problems)
    print(f"{len(bank.entries)} questions, {errors} errors, {len(problems) - errors} warnings")
    return 1 if errors else 0


def _is_wanted(problem: Problem, paths: list[Path]) -> bool:
    file = ROOT / problem.path
    return not paths or any(file == path.resolve() or path.resolve() in file.parents for path in paths)
