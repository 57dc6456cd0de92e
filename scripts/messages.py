"""What the command line says, from messages.yml: by verb, then by name, in the language that was asked for."""

import errno
import functools
import os
from pathlib import Path

import yaml

from macros.language import Language, Texts, system_language


@functools.cache
def _table() -> dict[str, dict[str, Texts]]:
    loaded: dict[str, dict[str, dict[Language, str]]] = yaml.load(
        Path(__file__).with_suffix(".yml").read_bytes(), Loader=yaml.CSafeLoader
    )
    return {section: {name: Texts(texts) for name, texts in rows.items()} for section, rows in loaded.items()}


def texts(section: str) -> dict[str, Texts]:
    """Return what one section of messages.yml says, by name, in every language and with its braces."""
    return _table()[section]


class Messages:
    """What one verb says, in one language."""

    def __init__(self, section: str, language: Language) -> None:
        self.language = language
        self._texts = texts(section)

    def __call__(self, name: str, **words: object) -> str:
        """Return a message with its words filled in.

        Raises:
            KeyError: the section has no such message, or the message names a word that was not given.
        """
        return self._texts[name][self.language].format_map(words)


def os_error(error: OSError, language: Language | None = None) -> str:
    """Return in one sentence which file the system refused, and why; in the locale's language if none is named."""
    language = language or system_language()
    name = errno.errorcode.get(error.errno or 0, "")
    known = texts("refused").get(name)
    reason = known[language] if known else error.strerror or str(error)
    file = os.fsdecode(error.filename) if isinstance(error.filename, (str, bytes, os.PathLike)) else "?"
    return Messages("any", language)("refused", file=file, reason=reason)
