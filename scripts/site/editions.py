"""Build one edition in a process of its own, with either builder."""

import contextlib
import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Literal, get_args

from macros.language import Language
from scripts.site.settings import CONFIGURATIONS, read_settings

Builder = Literal["mkdocs", "zensical"]
BUILDERS: tuple[Builder, ...] = get_args(Builder)


# Zensical ends a strict build that warns of something with one.
_TRACEBACK = re.compile(r"^Traceback \(most recent call last\):\n(?:  .*\n)+", re.MULTILINE)


class EditionError(Exception):
    """An edition could not be built; its text is what the builder said."""


class Edition:
    """An edition that is being built while its caller does something else."""

    def __init__(self, command: list[str], root: Path, **environment: str) -> None:
        self._process = subprocess.Popen(  # noqa: S603 - our own command
            [sys.executable, "-m", *command],
            cwd=root,
            env={**os.environ, "PYTHONPATH": str(root), **environment},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            encoding="utf-8",
            errors="replace",
        )

    def wait(self) -> str:
        """Return what the builder said, once it is done.

        Raises:
            EditionError: it did not build the edition.
        """
        said, _ = self._process.communicate()
        if self._process.returncode:
            raise EditionError(_TRACEBACK.sub("", said))
        return said

    def stop(self) -> None:
        """Leave the edition unbuilt, if it is not built yet."""
        if self._process.returncode is None:
            self._process.kill()
            self._process.communicate()


def start_mkdocs(root: Path, folder: Path, language: Language, *, strict: bool) -> Edition:
    """Start to build an edition with MkDocs."""
    options = ["--strict"] if strict else ["--no-strict"]
    configuration = ["--config-file", str(root / CONFIGURATIONS[language]), "--site-dir", str(folder)]
    address = {f"SITE_URL_{language.upper()}": read_settings(root, language).site_url}
    return Edition(["mkdocs", "build", *options, *configuration], root, **address)


@contextlib.contextmanager
def started_with_zensical(root: Path, folder: Path, language: Language) -> Iterator[Edition]:
    """Start to build an edition with Zensical, and stop it where the caller fails.

    Zensical joins the lists of two configurations that inherit, as the navigation is one; so it gets one that does not.
    It has to be at the root of the project: all its paths count from there, and no option names another folder.
    """
    values = read_settings(root, language).values | {"site_dir": os.path.relpath(folder, root)}
    del values["hooks"]
    # Else a mistake in a macro call is written into the page. MkDocs goes on, to tell of all of them, and stops anyway.
    values["plugins"] = values["plugins"] | {"macros": values["plugins"]["macros"] | {"on_error_fail": True}}
    file = root / f".zensical.{language}.yml"
    file.write_text(json.dumps(values, ensure_ascii=False), "utf-8")  # JSON is YAML
    edition = Edition(["zensical", "build", "--clean", "--strict", "--config-file", str(file)], root, NO_COLOR="1")
    try:
        yield edition
    finally:
        edition.stop()
        file.unlink()
