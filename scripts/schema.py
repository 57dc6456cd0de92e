"""Write quizzes/schema.json from the model, so that editors complete and check question files."""

import argparse

from macros.schema import SHOWN, schema_text
from scripts.paths import ROOT

FILE = ROOT / SHOWN


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the verb's arguments."""
    parser.add_argument("--check", action="store_true", help="write nothing; fail if the file is out of date")


def run(options: argparse.Namespace) -> int:
    """Write the file, or with --check compare it: 1 if it is out of date."""
    text = schema_text()
    if options.check:
        current = FILE.read_text("utf-8") if FILE.is_file() else ""
        if current != text:
            print(f"{SHOWN} is out of date; run: python -m scripts schema")
            return 1
        return 0
    FILE.write_text(text, "utf-8")
    print(f"{SHOWN} written")
    return 0
