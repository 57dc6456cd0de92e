"""MkDocs hook: checks the bank before a build, and builds the English edition after the Portuguese one.

MkDocs loads this file by its path, once for each process; Zensical does not know hooks and builds each
configuration by itself.
"""

import gc
import logging
import re
import sys
from collections.abc import Collection
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

from jinja2 import Template, TemplateSyntaxError, UndefinedError
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.plugins import event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils.templates import TemplateContext
from mkdocs_macros.errors import format_error

from scripts.site.fingerprints import fingerprint
from scripts.site.policy import FinishingError, add_policy, settle_archives
from scripts.site.small_screens import fit_small_screens

# What the theme multiplies the score of such a page by in search.
GONE_BOOST = 0.5

ROOT = Path(__file__).resolve().parents[2]


@dataclass
class _State:
    """What this process knows between one build and the next."""

    serving: bool = False
    newest_code: int = 0  # the latest change of the macros' code, in nanoseconds
    gone_pages: Collection[str] = ()
    synonyms: dict[str, list[str]] = field(default_factory=dict)  # what the pages' front matter says, by path


_state = _State()


class _WholePaths(logging.Filter):
    """Puts the folder before the page that MkDocs names: both editions have a page of that name."""

    def __init__(self, docs_dir: str) -> None:
        super().__init__()
        self._folder = Path(docs_dir).relative_to(ROOT).as_posix()

    def filter(self, record: logging.LogRecord) -> bool:
        record.msg = re.sub(r"(?<=^Doc file ')", f"{self._folder}/", str(record.msg))
        return True


def on_startup(*, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:  # noqa: ARG001
    """Remember whether pages are being served: only then can the macros change under our feet."""
    _state.serving = command == "serve"


@event_priority(100)  # before mkdocs-macros imports the module
def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Take up changes of the macros' code while serving, and stop a build whose bank has errors."""
    _name_pages_by(config.docs_dir)
    is_first = config.extra["edition"] == "pt"
    if is_first and _state.serving:
        _forget_changed_macros()
        _collect_the_last_build()
    # These imports must come after the old modules are forgotten.
    from macros.bank import load_bank  # noqa: PLC0415
    from macros.language import system_language  # noqa: PLC0415

    bank = load_bank(ROOT)
    _state.gone_pages = bank.facts.gone_pages()
    if is_first:
        _state.synonyms = {}
    language = system_language()
    # The English edition may be built by itself; after the Portuguese one, there is no error left to show.
    for problem in bank.problems if is_first else bank.errors:
        print(problem.text(language), file=sys.stderr)
    if bank.errors:
        count = len(bank.errors)
        raise Abort({"pt": f"Site não gerado: {count} erro(s).", "en": f"Site not built: {count} error(s)."}[language])
    return config


def on_page_markdown(markdown: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:  # noqa: ARG001
    """Collect a page's synonyms, and let the pages of features that AWS closed rank below the others in search."""
    from scripts.site.search_index import front_matter_synonyms  # noqa: PLC0415 - imports the macros

    path = page.file.src_uri.removesuffix(".md")
    try:
        _state.synonyms.setdefault(path, []).extend(front_matter_synonyms(page.meta))
    except ValueError as error:
        raise Abort(f"{page.file.src_uri}: {error}") from None
    weight = page.meta.get("search_weight", 100)
    if weight == 100 and path in _state.gone_pages:  # noqa: PLR2004 - per cent
        weight *= GONE_BOOST
    if weight != 100:  # noqa: PLR2004
        page.meta["search"] = {"boost": weight / 100}
    return markdown


@event_priority(-100)  # after the search plugin has read the page: its text knows no places to break
def on_page_context(context: TemplateContext, *, page: Page, config: MkDocsConfig, nav: Navigation) -> TemplateContext:  # noqa: ARG001
    """Make a page's identifiers and tables fit a narrow screen."""
    page.content = fit_small_screens(page.content or "")
    return context


def on_pre_template(template: Template, *, template_name: str, config: MkDocsConfig) -> Template:  # noqa: ARG001
    """Render our own sitemap; at the theme's own path, Zensical would take it up too, and it lacks what this needs."""
    if template_name != "sitemap.xml":
        return template
    return template.environment.get_template("partials/sitemap.html")


@event_priority(-100)  # after the search plugin has written its index
def on_post_build(config: MkDocsConfig) -> None:
    """Write what scripts fetch, build the English edition into en/ of the same site, and complete both indexes."""
    from macros.bank import load_bank  # noqa: PLC0415 - as in on_config
    from macros.exports.question_index import FILE, question_index  # noqa: PLC0415
    from scripts.site.search_index import enrich  # noqa: PLC0415

    file = Path(config.site_dir, FILE)
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(question_index(load_bank(ROOT), config.extra["edition"]), "utf-8")
    if config.extra["edition"] != "pt":
        return
    english = load_config(
        str(ROOT / "mkdocs.en.yml"),
        site_url=f"{str(config.site_url).rstrip('/')}/en/",
        site_dir=str(Path(config.site_dir) / "en"),
        strict=config.strict,
    )
    build(english)
    enrich(Path(config.site_dir), load_bank(ROOT), _state.synonyms)
    settle_archives(Path(config.site_dir))
    # Live reload is an inline script that MkDocs adds to each page as it serves it.
    if not _state.serving:
        fingerprint(Path(config.site_dir))
        try:
            add_policy(Path(config.site_dir))
        except FinishingError as error:
            raise Abort(str(error)) from None


def _name_pages_by(docs_dir: str) -> None:
    """Have MkDocs' warnings about links say which edition's page they mean, from now on."""
    log = logging.getLogger("mkdocs.structure.pages")
    for old in [filter_ for filter_ in log.filters if isinstance(filter_, _WholePaths)]:
        log.removeFilter(old)
    log.addFilter(_WholePaths(docs_dir))


def _collect_the_last_build() -> None:
    """Free the pages of the last build: loading a bank hides all that is alive from the garbage collector."""
    gc.unfreeze()
    gc.collect()


def _forget_changed_macros() -> None:
    """Drop the macros package from memory when one of its files has changed since the last build."""
    newest = max(file.stat().st_mtime_ns for file in (ROOT / "macros").rglob("*") if file.is_file())
    if _state.newest_code and newest != _state.newest_code:
        for name in [name for name in sys.modules if name == "macros" or name.startswith("macros.")]:
            del sys.modules[name]
    _state.newest_code = newest


@format_error.register(UndefinedError)
def _undefined(error: UndefinedError, markdown: str, page: Page) -> str:  # noqa: ARG001
    return _page_error(error, page, f"{error.message}; CONTRIBUTING.md lists the macros")


@format_error.register(TemplateSyntaxError)
def _syntax(error: TemplateSyntaxError, markdown: str, page: Page) -> str:  # noqa: ARG001
    hint = "write literal braces between {% raw %} and {% endraw %}"
    return _page_error(error, page, f"{error.message}; {hint}", error.lineno)


@format_error.register(Exception)
def _mistaken_call(error: Exception, markdown: str, page: Page) -> str:  # noqa: ARG001
    return _page_error(error, page, re.sub(r"^\S*<locals>\.", "", str(error)))  # Python's name of where a macro is made


def _page_error(error: Exception, page: Page, message: str, line: int = 0) -> str:
    """Return "docs/pt/page.md:line: message" for an error that a macro call of a page raised."""
    path = Path(page.file.abs_src_path or "").relative_to(ROOT)
    line = line or _template_line(error)
    body_starts = str(page.file.content_string).count("\n") - str(page.markdown or "").count("\n")
    return f"{path.as_posix()}:{line + body_starts}: {message}" if line else f"{path.as_posix()}: {message}"


def _template_line(error: Exception) -> int:
    """Return the line of the page's text that called the macro; Jinja names the file of its frame <template>."""
    trace: Any = error.__traceback__
    line = 0
    while trace is not None:
        if trace.tb_frame.f_code.co_filename == "<template>":
            line = trace.tb_lineno
        trace = trace.tb_next
    return line
