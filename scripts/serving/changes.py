"""See which files of the project change, however an editor or git writes them."""

import os
import threading
from pathlib import Path

from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer
from watchdog.observers.polling import PollingObserver

from macros.language import ROWS

_FOLDERS = ("docs", "facts", "quizzes", "macros", "overrides", "scripts")
_FILES = tuple(row.configuration for row in ROWS.values())
# Seconds without a further event until a burst of saves is over, and how long a burst may last.
_QUIET, _LONGEST = 0.06, 0.5

_State = tuple[int, int, int]


class Changes:
    """Waits for changes. Events only say that something happened: what it was is seen by looking at the files."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._happened = threading.Event()
        self._files = self._look()
        handler = _Handler(self._happened)
        try:
            self._observer = Observer()
            self._schedule(handler)
        except OSError:  # the system has no more watches to give
            self._observer = PollingObserver(timeout=0.5)
            self._schedule(handler)

    def _schedule(self, handler: FileSystemEventHandler) -> None:
        self._observer.schedule(handler, str(self._root))
        for folder in _FOLDERS:
            if (self._root / folder).is_dir():
                self._observer.schedule(handler, str(self._root / folder), recursive=True)
        self._observer.daemon = True
        self._observer.start()

    def wait(self, timeout: float | None = None) -> dict[str, str]:
        """Return "added", "modified" or "deleted" by the path of each file below the root, once there is one."""
        while self._happened.wait(timeout):
            waited = 0.0
            while waited < _LONGEST and self._is_noisy():
                waited += _QUIET
            before, self._files = self._files, self._look()
            changes = {
                name: "added" if name not in before else "deleted" if name not in self._files else "modified"
                for name in before.keys() | self._files.keys()
                if before.get(name) != self._files.get(name)
            }
            if changes:
                return changes
        return {}

    def _is_noisy(self) -> bool:
        self._happened.clear()
        return self._happened.wait(_QUIET)

    def _look(self) -> dict[str, _State]:
        """Return how each file is now; what systems and editors keep for themselves is left out."""
        files = {name: self._root / name for name in _FILES}
        for start in _FOLDERS:
            for folder, below, names in os.walk(self._root / start):
                below[:] = [name for name in below if not name.startswith(".") and name != "__pycache__"]
                for name in names:
                    if not name.startswith((".", "#")) and not name.endswith(("~", ".swp", ".tmp")) and name != "4913":
                        file = Path(folder, name)
                        files[file.relative_to(self._root).as_posix()] = file
        states: dict[str, _State] = {}
        for shown, file in files.items():
            try:
                stat = file.stat()
            except OSError:  # gone in the meantime
                continue
            states[shown] = (stat.st_mtime_ns, stat.st_size, stat.st_ino)
        return states


class _Handler(FileSystemEventHandler):
    def __init__(self, happened: threading.Event) -> None:
        self._happened = happened

    def on_any_event(self, event: FileSystemEvent) -> None:
        if event.event_type not in {"opened", "closed_no_write"}:
            self._happened.set()
