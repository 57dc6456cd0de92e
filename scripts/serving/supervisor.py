"""Keep both editions up to date with the files of the project, each in a process of its own."""

import json
import os
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from macros.language import DEFAULT, EXAM_LANGUAGE, ROWS, others
from scripts.serving.complaints import Complaint, of_output
from scripts.serving.server import News

# A change of these needs new processes: Python keeps the code and the data that it has read.
_CODE = ("macros/", "scripts/", "docs/pictures/")


@dataclass
class Edition:
    """What is known of an edition.

    Attributes:
        folder: its place below the root of the site: "" or "en/".
        complaints: what is wrong with it now.
    """

    language: str
    folder: str
    process: subprocess.Popen[str] | None = None
    output: Any = None
    complaints: list[Complaint] = field(default_factory=list)


class Supervisor:
    """Passes changes on to the editions, and their outcomes to the browsers."""

    def __init__(self, root: Path, live: Path, address: str, news: News) -> None:
        self._root, self._live, self._address, self._news = root, live, address, news
        self._editions = [Edition(language, row.path) for language, row in ROWS.items()]
        self._lock = threading.Lock()
        self._stopped = False

    def complaints(self) -> list[Complaint]:
        """Return all that is wrong with either edition, each thing once."""
        found = [complaint for edition in self._editions for complaint in edition.complaints]
        return list({(one.place, one.message[EXAM_LANGUAGE]): one for one in found}.values())

    def apply(self, changes: dict[str, str]) -> int:
        """Build what files that changed touch, in both editions at once; return how many pages are new."""
        if any(name.startswith(_CODE) for name in changes):
            self.stop_editions()
        counts: list[int] = []
        threads = [
            threading.Thread(target=lambda edition=edition: counts.append(self._apply(edition, changes)))
            for edition in self._editions
        ]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        return sum(counts)

    def _apply(self, edition: Edition, changes: dict[str, str]) -> int:
        process = edition.process
        if process is None or process.poll() is not None:
            process = self._start(edition)
        count = 0
        assert process.stdin  # noqa: S101 - for the type checker
        assert process.stdout  # noqa: S101
        try:
            process.stdin.write(json.dumps(changes) + "\n")
            process.stdin.flush()
            for line in process.stdout:
                said = json.loads(line)
                if "done" in said:
                    return count
                count += len(said["pages"])
                self._publish(edition, said)
        except (BrokenPipeError, ValueError):
            pass
        if not self._stopped:
            self._bury(edition)
        return count

    def _publish(self, edition: Edition, said: dict[str, Any]) -> None:
        with self._lock:
            edition.complaints = [Complaint(**row) for row in said["complaints"]]
            pages = None if said["everywhere"] else frozenset(edition.folder + page for page in said["pages"])
            self._news.publish(pages, self.complaints())

    def _bury(self, edition: Edition) -> None:
        """Say what a process died of: its code has a mistake."""
        assert edition.process  # noqa: S101
        edition.process.wait()
        edition.output.seek(0)
        with self._lock:
            edition.complaints = [of_output(self._root, edition.output.read())]
            self._news.publish(frozenset(), self.complaints())
        edition.process = None

    def _start(self, edition: Edition) -> subprocess.Popen[str]:
        edition.output = tempfile.TemporaryFile("w+", encoding="utf-8", errors="replace")  # noqa: SIM115 - lives on
        address = f"{self._address}{edition.folder}"
        edition.process = subprocess.Popen(  # noqa: S603 - our own command
            [sys.executable, "-m", "scripts.serving.worker", edition.language, str(self._live), address],
            cwd=self._root,
            env={
                **os.environ,
                "NO_MKDOCS_2_WARNING": "1",
                "SITE_URL": self._address,
                **{f"SITE_URL_{one.upper()}": f"{self._address}{ROWS[one].folder}/" for one in others(DEFAULT)},
                "PYTHONPATH": str(self._root),
            },
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=edition.output,
            text=True,
            encoding="utf-8",
            start_new_session=True,  # Ctrl+C is for the server, which ends them
        )
        return edition.process

    def stop_editions(self) -> None:
        """End the processes; the pages that they made stay."""
        for edition in self._editions:
            if edition.process:
                edition.process.kill()
                edition.process.wait()
                edition.process = None

    def stop(self) -> None:
        """End everything."""
        self._stopped = True
        self.stop_editions()


def run(
    supervisor: Supervisor, wait: Callable[[], dict[str, str]], say: Callable[[list[str], int, float], None]
) -> None:
    """Build everything, then whatever changes, for as long as the process lives.

    Args:
        supervisor: builds.
        wait: returns the next changes.
        say: tells a person which files changed, how many pages are new, and in how many seconds.
    """
    changes: dict[str, str] = {}
    while True:
        start = time.monotonic()
        count = supervisor.apply(changes)
        say(sorted(changes), count, time.monotonic() - start)
        changes = wait()
