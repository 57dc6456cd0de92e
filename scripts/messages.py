"""What more than one verb has to say."""

import errno
import os

from macros.language import Language, system_language

_FILE: dict[Language, str] = {
    "pt": "{file}: não foi possível ler ou gravar: {reason}",
    "en": "{file}: cannot be read or written: {reason}",
}
_REASONS: dict[int, dict[Language, str]] = {
    errno.EACCES: {"pt": "falta permissão", "en": "no permission"},
    errno.EPERM: {"pt": "falta permissão", "en": "no permission"},
    errno.EROFS: {"pt": "o disco é só para leitura", "en": "the disk is read-only"},
    errno.ENOSPC: {"pt": "o disco está cheio", "en": "the disk is full"},
    errno.ENOENT: {"pt": "não existe", "en": "no such file or folder"},
    errno.ENOTDIR: {"pt": "uma parte do caminho é um arquivo", "en": "a part of the path is a file"},
    errno.EEXIST: {"pt": "já existe", "en": "it exists"},
    errno.EISDIR: {"pt": "é uma pasta", "en": "it is a folder"},
}


def os_error(error: OSError) -> str:
    """Return in one sentence which file the system refused, and why, in the language of the locale."""
    language = system_language()
    reason = _REASONS.get(error.errno or 0, {}).get(language) or error.strerror or str(error)
    file = os.fsdecode(error.filename) if isinstance(error.filename, (str, bytes, os.PathLike)) else "?"
    return _FILE[language].format(file=file, reason=reason)
