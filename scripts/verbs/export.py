"""Write the bank as files for other programs: Anki, Moodle, JSON, CSV, and a booklet to print."""

import argparse
import sys
from pathlib import Path

from macros.bank import load_bank
from macros.exports.downloads.formats import FORMATS
from macros.exports.downloads.selection import topics
from macros.language import LANGUAGES, Language, system_language
from macros.problems import near_match
from scripts.machine.printing import NoBrowserError
from scripts.paths import ROOT
from scripts.site.downloads import made
from scripts.site.release import release_of

_TEXTS: dict[str, dict[Language, str]] = {
    "topic": {
        "pt": "não há o tópico {topic}.{near} Há: {topics}.",
        "en": "there is no topic {topic}.{near} There are: {topics}.",
    },
    "near": {"pt": " Você quis dizer {near}?", "en": " Did you mean {near}?"},
}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the verb's arguments."""
    parser.add_argument("format", choices=[*FORMATS, "all"])
    parser.add_argument("--topic", default="", help="only the questions of one topic, such as inference")
    parser.add_argument("--out", type=Path, default=ROOT / "dist", metavar="FOLDER", help="(default: dist/)")
    parser.add_argument("--lang", choices=LANGUAGES, default=system_language(), help="language of the messages")


def run(options: argparse.Namespace) -> int:
    """Write the files and print their paths; 1 where something is wrong or missing, 2 for an unknown topic."""
    language: Language = options.lang
    bank = load_bank(ROOT)
    for problem in bank.errors:
        print(problem.text(language))
    if bank.errors:
        return 1
    known = topics(list(bank.entries.values()))
    if options.topic and options.topic not in known:
        near = near_match(options.topic, known)
        hint = _TEXTS["near"][language].format(near=near) if near else ""
        text = _TEXTS["topic"][language]
        print(text.format(topic=options.topic, near=hint, topics=", ".join(known)), file=sys.stderr)
        return 2
    names = list(FORMATS) if options.format == "all" else [options.format]
    options.out.mkdir(parents=True, exist_ok=True)
    try:
        for name, content in made(bank, release_of(ROOT, bank), names, options.topic):
            (options.out / name).write_bytes(content)
            print(options.out / name)
    except NoBrowserError as error:
        print(error, file=sys.stderr)
        return 1
    return 0
