"""Write a commented, valid question to start from: python -m scripts new TOPIC/SLUG."""

import argparse
import difflib
import sys
from datetime import UTC, datetime

from macros.checks.question import is_question_id
from macros.language import LANGUAGES, Language, system_language
from macros.rendering.questions import environment
from scripts.paths import ROOT

_TEXTS: dict[str, dict[Language, str]] = {
    "id": {
        "pt": "{id}: escreva topico/nome em minúsculas ASCII, com hifens, como inference/async-scale-to-zero",
        "en": "{id}: write topic/name in small ASCII letters, with hyphens, as in inference/async-scale-to-zero",
    },
    "exists": {"pt": "{file} já existe; escolha outro nome", "en": "{file} exists; choose another name"},
    "topic": {"pt": "assunto novo: {topic} (parecido: {near})", "en": "new topic: {topic} (near: {near})"},
    "next": {
        "pt": "{file} escrito. Agora: troque o texto, confira com `make validate` e veja na página com `make serve`.",
        "en": "{file} written. Next: replace the text, check it with `make validate`, see it with `make serve`.",
    },
}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the verb's arguments."""
    parser.add_argument(
        "id", metavar="TOPIC/SLUG", help="the question's id, for ever; its file is quizzes/TOPIC/SLUG.yml"
    )
    parser.add_argument("--lang", choices=LANGUAGES, default=system_language(), help="language of the messages")


def run(options: argparse.Namespace) -> int:
    """Write the file and say what to do next; 2 for an id that cannot be, 1 for a file that is there already."""
    language: Language = options.lang
    if not is_question_id(options.id):
        print(_TEXTS["id"][language].format(id=options.id), file=sys.stderr)
        return 2
    file = ROOT / "quizzes" / f"{options.id}.yml"
    shown = file.relative_to(ROOT).as_posix()
    if file.exists():
        print(_TEXTS["exists"][language].format(file=shown), file=sys.stderr)
        return 1
    topics = sorted(folder.name for folder in (ROOT / "quizzes").iterdir() if folder.is_dir())
    topic = options.id.partition("/")[0]
    if topic not in topics:
        near = ", ".join(difflib.get_close_matches(topic, topics, n=1) or topics)
        print(_TEXTS["topic"][language].format(topic=topic, near=near), file=sys.stderr)
    file.parent.mkdir(parents=True, exist_ok=True)
    text = environment().get_template("new_question.yml").render(today=datetime.now(UTC).date().isoformat())
    # Depth below quizzes/ decides where the schema is.
    text = text.replace("../schema.json", "../" * options.id.count("/") + "schema.json")
    file.write_text(f"{text}\n", "utf-8")
    print(_TEXTS["next"][language].format(file=shown))
    return 0
