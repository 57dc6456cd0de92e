"""Write a commented question to start from: python -m scripts new TOPIC/SLUG."""

import argparse
import sys
from datetime import UTC, datetime
from pathlib import Path

from macros.language import DEFAULT, ROWS
from macros.problems import near_match
from macros.questions.ids import is_question_id
from macros.questions.skeleton import PAGE, skeleton
from scripts.messages import Messages

# Where `make serve` shows the site.
_ADDRESS = "http://127.0.0.1:8000"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the verb's arguments."""
    parser.add_argument(
        "id", metavar="TOPIC/SLUG", help="the question's permanent id; its file is quizzes/TOPIC/SLUG.yml"
    )
    parser.add_argument("--new-topic", action="store_true", help="make the topic, if there is none of that name")


def run(options: argparse.Namespace) -> int:
    """Write the file and say what to do next; 2 for an id or topic that cannot be, 1 for a file that is there."""
    say = Messages("new", options.lang)
    root: Path = options.root
    if not is_question_id(options.id):
        print(say("id", id=options.id), file=sys.stderr)
        return 2
    file = root / "quizzes" / f"{options.id}.yml"
    label = file.relative_to(root).as_posix()
    if file.exists():
        print(say("exists", file=label), file=sys.stderr)
        return 1
    topic = options.id.partition("/")[0]
    known = topics(root)
    if topic not in known and not options.new_topic:
        near = near_match(topic, known)
        words = {"topic": topic, "near": say("near", near=near) if near else ""}
        print(say("topic", topics=", ".join(known), **words), file=sys.stderr)
        return 2
    file.parent.mkdir(parents=True, exist_ok=True)
    text = skeleton(datetime.now(UTC).date().isoformat(), options.id.count("/"))
    file.write_text(text, "utf-8", newline="\n")
    address = f"{_ADDRESS}/{ROWS[say.language].path}{PAGE}/#{options.id}"
    print(say("next", file=label, address=address))
    return 0


def topics(root: Path) -> list[str]:
    """Return the topics that questions or pages have, sorted."""
    folders = [*(root / "quizzes").iterdir(), *(root / "docs" / DEFAULT).iterdir()]
    without_questions = {"contribute", "exam", "practice", "reference"}
    return sorted({folder.name for folder in folders if folder.is_dir() and folder.name[0] != "."} - without_questions)
