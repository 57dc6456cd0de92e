"""Answers of other people's servers, kept on disk so that a second run within days asks nobody again."""

import json
import time
from pathlib import Path

from scripts.sources.fetching import Answer


class Cache:
    """Answers by address, with the time they were given. Only pages that came whole are kept, for so many seconds."""

    def __init__(self, file: Path, lifetime: float) -> None:
        self._file = file
        self._lifetime = lifetime
        self._rows = self._read()

    def get(self, url: str) -> Answer | None:
        """Return the answer to an address, if there is one that is not too old."""
        row = self._rows.get(url)
        if row is None or not 0 <= time.time() - float(str(row["at"])) < self._lifetime:
            return None
        return Answer(int(str(row["status"])), str(row["url"]), str(row["text"]))

    def put(self, url: str, answer: Answer) -> None:
        """Keep an answer, if it is a page."""
        if answer.status == 200 and answer.is_whole:  # noqa: PLR2004 - OK
            self._rows[url] = {"at": time.time(), "status": answer.status, "url": answer.url, "text": answer.text}

    def save(self) -> None:
        """Write what is not too old to the disk, all or nothing."""
        fresh = {url: row for url, row in self._rows.items() if self.get(url) is not None}
        self._file.parent.mkdir(parents=True, exist_ok=True)
        part = self._file.with_suffix(".part")
        part.write_text(json.dumps(fresh), "utf-8")
        part.replace(self._file)

    def _read(self) -> dict[str, dict[str, object]]:
        try:
            rows = json.loads(self._file.read_text("utf-8"))
        except (OSError, ValueError):
            return {}
        needed = {"at", "status", "url", "text"}
        if not isinstance(rows, dict):
            return {}
        return {url: row for url, row in rows.items() if isinstance(row, dict) and needed <= row.keys()}
