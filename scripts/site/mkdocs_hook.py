"""MkDocs hook: a thin call of scripts/site, which checks before a build and finishes after it.

MkDocs loads this file by its path, once for each process; Zensical does not know hooks.
Building the edition at the site's root builds the others as well, beside it.
"""

import os
import shutil
import sys
import tempfile
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from jinja2 import Environment, FileSystemBytecodeCache
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.plugins import event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

from macros.bank import load_bank
from macros.errors import MacroError
from macros.language import DEFAULT, Language, others, system_language
from scripts.site import page_errors
from scripts.site.build import DOWNLOADS, NotBuilt, checked_bank
from scripts.site.editions import Edition, EditionError, start_mkdocs
from scripts.site.finishing import finish_edition, finish_site
from scripts.site.policy import FinishingError
from scripts.site.settings import FOLDERS

ROOT = Path(__file__).resolve().parents[2]
TEMPLATES = ROOT / ".cache" / "templates"
page_errors.register(ROOT)


@dataclass
class _State:
    """What this process knows while it builds."""

    serving: bool = False
    others: dict[Language, Edition] = field(default_factory=dict)
    built: Path = Path()  # where the other editions are built, until MkDocs has emptied the folder that they belong in


_state = _State()


def on_startup(*, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:  # noqa: ARG001
    """Remember whether pages are being served: live reload is a script that the site's policy would forbid."""
    _state.serving = command == "serve"


@event_priority(100)  # before mkdocs-macros imports the module
def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Start the other editions, and stop all of them where the bank has errors."""
    page_errors.name_pages_by(ROOT, config.docs_dir)
    if config.extra["edition"] == DEFAULT:
        site = Path(config.site_dir)
        site.parent.mkdir(parents=True, exist_ok=True)
        _state.built = Path(tempfile.mkdtemp(dir=site.parent, prefix=".editions-"))
        _state.others = {
            language: start_mkdocs(ROOT, _state.built / FOLDERS[language], language, strict=bool(config.strict))
            for language in others(DEFAULT)
        }
    try:
        checked_bank(ROOT, system_language())
    except NotBuilt as reason:
        _stop()
        raise Abort(str(reason)) from None
    return config


def on_env(env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:  # noqa: ARG001
    """Keep what the theme's templates are compiled to: to compile them takes a tenth of a build."""
    TEMPLATES.mkdir(parents=True, exist_ok=True)
    env.bytecode_cache = FileSystemBytecodeCache(str(TEMPLATES))
    return env


def on_page_markdown(markdown: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:  # noqa: ARG001
    """Keep the page out of the theme's search index, which nothing reads."""
    page.meta["search"] = {"exclude": True}
    return markdown


def on_build_error(error: Exception) -> None:  # noqa: ARG001
    """Leave the other editions unbuilt where the one at the site's root fails."""
    _stop()


def _stop() -> None:
    while _state.others:
        _state.others.popitem()[1].stop()
        shutil.rmtree(_state.built, ignore_errors=True)


@event_priority(-100)  # after the search plugin has written its index
def on_post_build(config: MkDocsConfig) -> None:
    """Finish the edition and, after all of them, the site."""
    bank, edition = load_bank(ROOT), config.extra["edition"]
    try:
        finish_edition(ROOT, Path(config.site_dir), bank, edition)
        for language, other in _state.others.items():
            print(other.wait(), file=sys.stderr, end="")
            shutil.move(_state.built / FOLDERS[language], Path(config.site_dir, FOLDERS[language]))
        if edition == DEFAULT:
            downloads = DOWNLOADS in os.environ
            finish_site(ROOT, Path(config.site_dir), bank, serving=_state.serving, downloads=downloads)
        if _state.others:
            _state.built.rmdir()
    except EditionError as error:
        _stop()
        print(error, file=sys.stderr, end="")
        raise Abort("") from None
    except (FinishingError, MacroError) as error:
        raise Abort(str(error)) from None
