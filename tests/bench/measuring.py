"""Run a command and take its time and its memory; how a number is told with its spread."""

import json
import os
import statistics
import subprocess
import sys
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any


@dataclass(frozen=True)
class Run:
    """What one run of a command took: seconds of the clock, seconds of the processor, bytes of memory at most."""

    wall: float
    cpu: float
    memory: int


@dataclass(frozen=True)
class Spread:
    """A figure that was taken several times."""

    median: float
    low: float
    high: float
    runs: int

    @classmethod
    def of(cls, values: list[float]) -> "Spread":
        """Return the median of values, with the lowest and the highest."""
        return cls(statistics.median(values), min(values), max(values), len(values))

    def as_data(self) -> dict[str, Any]:
        """Return the figure for JSON."""
        return {name: round(value, 4) for name, value in asdict(self).items()}


# A small program between: the system counts the memory of whoever starts a process as that process's own.
_LAUNCH = """
import os, subprocess, sys, json, time
start = time.perf_counter()
process = subprocess.Popen(sys.argv[1:], stdout=subprocess.DEVNULL)
_, status, usage = os.wait4(process.pid, 0)
took = {"wall": time.perf_counter() - start, "cpu": usage.ru_utime + usage.ru_stime, "memory": usage.ru_maxrss * 1024}
print(json.dumps(took))
sys.exit(os.waitstatus_to_exitcode(status))
"""


def run(command: list[str], folder: Path) -> Run:
    """Run a command that must succeed.

    Raises:
        RuntimeError: it failed.
    """
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONPATH": str(folder)}
    launched = [sys.executable, "-S", "-E", "-c", _LAUNCH, *command]
    result = subprocess.run(launched, cwd=folder, env=environment, capture_output=True, text=True, check=False)
    if result.returncode:
        raise RuntimeError((result.stdout + result.stderr)[-2000:])
    return Run(**json.loads(result.stdout))
