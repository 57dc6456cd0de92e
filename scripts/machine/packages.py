"""Install a program with the system's own package manager, where nobody needs to answer a question."""

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping, Sequence

_TIMEOUT = 600.0  # seconds, for one command

# How each package manager is told to install packages, given their names.
_COMMANDS: dict[str, list[list[str]]] = {
    "apt-get": [["apt-get", "update"], ["apt-get", "install", "--yes", "--no-install-recommends"]],
    "dnf": [["dnf", "install", "--assumeyes"]],
    "apk": [["apk", "add"]],
    "brew": [["brew", "install"]],
}


def install(packages: Mapping[str, Sequence[str]]) -> bool:
    """Install packages with the first package manager that is here.

    Args:
        packages: their names, by package manager: "apt-get", "dnf", "apk" or "brew".

    Returns:
        Whether every command succeeded; False as well where no package manager is known.
    """
    for program, names in packages.items():
        if shutil.which(program):
            *before, last = _COMMANDS[program]
            return all(succeeds(_as_root(program, command)) for command in [*before, [*last, *names]])
    return False


def _as_root(program: str, command: list[str]) -> list[str]:
    is_root = hasattr(os, "geteuid") and os.geteuid() == 0
    if program == "brew" or is_root or not shutil.which("sudo"):
        return command
    return ["sudo", "--non-interactive", *command]


def succeeds(command: Sequence[str]) -> bool:
    """Run a command, show it and, if it fails, the last line of what it said; never raise."""
    print("$ " + " ".join(command), file=sys.stderr, flush=True)
    try:
        result = subprocess.run(  # noqa: S603 - the commands are the project's own
            command, timeout=_TIMEOUT, check=False, capture_output=True, text=True
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        print(f"  {error}", file=sys.stderr)
        return False
    if result.returncode:
        last = (result.stderr or result.stdout).strip().splitlines()[-1:]
        print(f"  failed: {' '.join(last)}", file=sys.stderr)
    return result.returncode == 0
