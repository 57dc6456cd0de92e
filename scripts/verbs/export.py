"""Write the bank as files for other programs: Anki, Moodle, JSON, CSV, and a booklet to print."""

import argparse
import sys
from pathlib import Path

from macros.bank import load_bank
from macros.exports.downloads.formats import FORMATS
from macros.exports.downloads.selection import topics
from macros.problems import near_match
from scripts.machine.printing import NoBrowserError
from scripts.messages import Messages
from scripts.site.downloads import made
from scripts.site.release import release_of


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the verb's arguments."""
    parser.add_argument("format", choices=[*FORMATS, "all"])
    parser.add_argument("--topic", default="", help="only the questions of one topic, such as inference")
    parser.add_argument("--out", type=Path, metavar="FOLDER", help="(default: dist/)")


def run(options: argparse.Namespace) -> int:
    """Write the files and print their paths; 1 where something is wrong or missing, 2 for an unknown topic."""
    say = Messages("export", options.lang)
    folder: Path = options.out or options.root / "dist"
    bank = load_bank(options.root)
    for problem in bank.errors:
        print(problem.text(say.language))
    if bank.errors:
        return 1
    known = topics(list(bank.entries.values()))
    if options.topic and options.topic not in known:
        near = near_match(options.topic, known)
        hint = say("near", near=near) if near else ""
        print(say("topic", topic=options.topic, near=hint, topics=", ".join(known)), file=sys.stderr)
        return 2
    names = list(FORMATS) if options.format == "all" else [options.format]
    folder.mkdir(parents=True, exist_ok=True)
    try:
        for name, content in made(bank, release_of(options.root, bank), names, options.topic):
            (folder / name).write_bytes(content)
            print(folder / name)
    except NoBrowserError as error:
        print(error, file=sys.stderr)
        return 1
    return 0
