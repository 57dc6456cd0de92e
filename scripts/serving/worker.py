"""A process that keeps one edition warm. It reads changes, and writes what became of them, as lines of JSON.

A change of the macros' code needs a new process, and no page has to wait for one that hangs.
"""

import json
import logging
import os
import sys
from pathlib import Path
from typing import Any, TextIO

from macros.language import Language
from scripts.paths import ROOT
from scripts.serving.edition import LiveEdition


def main(language: Language, live: str, address: str) -> None:
    """Serve one edition until there is nothing more to read."""
    # What macros and plugins print must not be taken for an answer.
    answers = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)
    logging.getLogger("mkdocs").propagate = False
    logging.getLogger("mkdocs").addHandler(logging.NullHandler())
    edition = LiveEdition(ROOT, Path(live), language, address)
    for line in sys.stdin:
        for outcome in edition.update(json.loads(line)):
            complaints = [complaint.as_data() for complaint in outcome.complaints]
            _say(answers, {"complaints": complaints, "pages": outcome.pages, "everywhere": outcome.everywhere})
        _say(answers, {"done": True})


def _say(answers: TextIO, message: dict[str, Any]) -> None:
    answers.write(json.dumps(message) + "\n")
    answers.flush()


if __name__ == "__main__":
    main(*sys.argv[1:])
