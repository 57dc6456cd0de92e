"""Write quizzes/schema.json from the model, so that editors complete and check question files."""

import argparse

from macros.language import LANGUAGES, Language, system_language
from macros.questions.schema import SCHEMA, schema_text
from scripts.paths import ROOT

_TEXTS: dict[str, dict[Language, str]] = {
    "late": {
        "pt": "{file}: desatualizado; rode: python -m scripts schema",
        "en": "{file}: out of date; run: python -m scripts schema",
    },
    "written": {"pt": "{file}: escrito", "en": "{file}: written"},
}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the verb's arguments."""
    parser.add_argument("--check", action="store_true", help="write nothing; fail if the file is out of date")
    parser.add_argument("--lang", choices=LANGUAGES, default=system_language(), help="language of the messages")


def run(options: argparse.Namespace) -> int:
    """Write the file, or with --check compare it: 1 if it is out of date."""
    language: Language = options.lang
    file, text = ROOT / SCHEMA, schema_text()
    if options.check:
        is_current = file.is_file() and file.read_text("utf-8") == text
        if not is_current:
            print(_TEXTS["late"][language].format(file=SCHEMA))
        return 0 if is_current else 1
    file.write_text(text, "utf-8", newline="\n")
    print(_TEXTS["written"][language].format(file=SCHEMA))
    return 0
