"""Build the site: check all that it is made from, build both editions side by side, and finish them."""

import os
import shutil
import subprocess
import sys
import tempfile
from contextlib import ExitStack
from pathlib import Path

from macros.bank import Bank, load_bank
from macros.errors import MacroError
from macros.language import LANGUAGES, Language
from scripts.messages import Messages
from scripts.site.editions import Builder, EditionError, started_with_zensical
from scripts.site.finishing import finish_edition, finish_site
from scripts.site.policy import FinishingError
from scripts.site.settings import FOLDERS

# Tells the hook of a MkDocs that we start to make the files that readers take along.
DOWNLOADS = "MAKE_DOWNLOADS"


class NotBuilt(Exception):  # noqa: N818 - it says what happened
    """There is no site; the text says why, to people."""


def checked_bank(root: Path, language: Language) -> Bank:
    """Return the bank, having printed all that is wrong with it.

    Raises:
        NotBuilt: it has errors.
    """
    bank = load_bank(root)
    for problem in bank.problems:
        print(problem.text(language), file=sys.stderr)
    if bank.errors:
        raise NotBuilt(Messages("build", language)("not_built", count=len(bank.errors)))
    return bank


def build(root: Path, site: Path, builder: Builder, language: Language, *, downloads: bool = False) -> None:
    """Write the site of both editions.

    Args:
        root: the project.
        site: the folder to write; what it held is gone.
        builder: what makes pages of Markdown.
        language: of what is said.
        downloads: whether to make the files that readers take along.

    Raises:
        NotBuilt: the sources have mistakes, or the builder found some.
    """
    if builder == "mkdocs":  # whose hook does the rest
        command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(site)]
        environment = {**os.environ, **({DOWNLOADS: "1"} if downloads else {})}
        if subprocess.run(command, cwd=root, env=environment, check=False).returncode:  # noqa: S603 - our own command
            raise NotBuilt("mkdocs")
        return
    bank = checked_bank(root, language)
    try:
        _build_with_zensical(root, site, bank)
        finish_site(root, site, bank, downloads=downloads)
    except (EditionError, FinishingError, MacroError) as error:
        raise NotBuilt(str(error)) from None


def _build_with_zensical(root: Path, site: Path, bank: Bank) -> None:
    """Build both editions below the project, where Zensical must write, and move them to their places."""
    with tempfile.TemporaryDirectory(dir=root, prefix=".zensical-") as folder, ExitStack() as running:
        built = {language: Path(folder, language) for language in LANGUAGES}
        editions = {
            language: running.enter_context(started_with_zensical(root, built[language], language))
            for language in LANGUAGES
        }
        for language in LANGUAGES:
            print(editions[language].wait(), end="")
            finish_edition(root, built[language], bank, language)
        shutil.rmtree(site, ignore_errors=True)
        for language in LANGUAGES:
            shutil.move(built[language], site / FOLDERS[language])
