"""Write a commented question to start from: python -m scripts new TOPIC/SLUG."""

import argparse
import sys
from datetime import UTC, datetime

from macros.language import DEFAULT, LANGUAGES, ROWS, Language, system_language
from macros.problems import near_match
from macros.questions.ids import is_question_id
from macros.questions.skeleton import PAGE, skeleton
from scripts.paths import ROOT

# Where `make serve` shows the site.
_ADDRESS = "http://127.0.0.1:8000"

_TEXTS: dict[str, dict[Language, str]] = {
    "id": {
        "pt": "{id}: escreva topico/nome em minúsculas ASCII, com hifens, como inference/async-scale-to-zero",
        "en": "{id}: write topic/name in small ASCII letters, with hyphens, as in inference/async-scale-to-zero",
    },
    "exists": {"pt": "{file} já existe; escolha outro nome", "en": "{file} exists; choose another name"},
    "topic": {
        "pt": "não há o tópico {topic}.{near} Há: {topics}. Para criar um, acrescente --new-topic.",
        "en": "there is no topic {topic}.{near} There are: {topics}. To make one, add --new-topic.",
    },
    "near": {"pt": " Você quis dizer {near}?", "en": " Did you mean {near}?"},
    "next": {
        "pt": "{file} escrito. Agora:\n"
        "  1. troque todos os textos; até lá o validador o recusa (Q027)\n"
        "  2. confira com: make validate\n"
        "  3. rode make serve e veja na página que `page` cita, por exemplo\n     {address}",
        "en": "{file} written. Next:\n"
        "  1. replace every text; until then the validator refuses it (Q027)\n"
        "  2. check it with: make validate\n"
        "  3. run make serve and see it on the page that `page` names, for example\n     {address}",
    },
}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the verb's arguments."""
    parser.add_argument(
        "id", metavar="TOPIC/SLUG", help="the question's permanent id; its file is quizzes/TOPIC/SLUG.yml"
    )
    parser.add_argument("--new-topic", action="store_true", help="make the topic, if there is none of that name")
    parser.add_argument("--lang", choices=LANGUAGES, default=system_language(), help="language of the messages")


def run(options: argparse.Namespace) -> int:
    """Write the file and say what to do next; 2 for an id or topic that cannot be, 1 for a file that is there."""
    language: Language = options.lang
    if not is_question_id(options.id):
        print(_TEXTS["id"][language].format(id=options.id), file=sys.stderr)
        return 2
    file = ROOT / "quizzes" / f"{options.id}.yml"
    label = file.relative_to(ROOT).as_posix()
    if file.exists():
        print(_TEXTS["exists"][language].format(file=label), file=sys.stderr)
        return 1
    topic = options.id.partition("/")[0]
    known = topics()
    if topic not in known and not options.new_topic:
        near = near_match(topic, known)
        words = {"topic": topic, "near": _TEXTS["near"][language].format(near=near) if near else ""}
        print(_TEXTS["topic"][language].format(topics=", ".join(known), **words), file=sys.stderr)
        return 2
    file.parent.mkdir(parents=True, exist_ok=True)
    text = skeleton(datetime.now(UTC).date().isoformat(), options.id.count("/"))
    file.write_text(text, "utf-8", newline="\n")
    address = f"{_ADDRESS}/{ROWS[language].path}{PAGE}/#{options.id}"
    print(_TEXTS["next"][language].format(file=label, address=address))
    return 0


def topics() -> list[str]:
    """Return the topics that questions or pages have, sorted."""
    folders = [*(ROOT / "quizzes").iterdir(), *(ROOT / "docs" / DEFAULT).iterdir()]
    without_questions = {"contribute", "exam", "practice", "reference"}
    return sorted({folder.name for folder in folders if folder.is_dir() and folder.name[0] != "."} - without_questions)
