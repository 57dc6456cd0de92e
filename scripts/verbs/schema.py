"""Write quizzes/schema.json from the model, so that editors complete and check question files."""

import argparse

from macros.questions.schema import SCHEMA, schema_text
from scripts.messages import Messages


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the verb's arguments."""
    parser.add_argument("--check", action="store_true", help="write nothing; fail if the file is out of date")


def run(options: argparse.Namespace) -> int:
    """Write the file, or with --check compare it: 1 if it is out of date."""
    say = Messages("schema", options.lang)
    file, text = options.root / SCHEMA, schema_text()
    if options.check:
        is_current = file.is_file() and file.read_text("utf-8") == text
        if not is_current:
            print(say("late", file=SCHEMA))
        return 0 if is_current else 1
    file.write_text(text, "utf-8", newline="\n")
    print(say("written", file=SCHEMA))
    return 0
