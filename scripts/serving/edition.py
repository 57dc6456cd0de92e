"""One edition, kept warm between saves: MkDocs' configuration, navigation, files and pages stay in memory.

A whole build is MkDocs' own. After a change, each step is done again for those pages alone whose input for it differs
from last time: reading, Markdown, the template, the questions. So nothing has to be known about what a macro shows.
"""

import contextlib
import gc
import logging
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from jinja2 import Environment
from mkdocs.commands.build import _build_page, build
from mkdocs.config import load_config
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from macros.bank import Bank, load_bank
from macros.exports.page_text import PageText, page_text
from macros.language import Language
from macros.pages.search_hints import read_search_hints
from macros.rendering.page_macros import PageMacros
from scripts.serving.complaints import Complaint, of_error, of_log, of_problems
from scripts.site import page_errors
from scripts.site.finishing import fetched, filled
from scripts.site.settings import CONFIGURATIONS, FOLDERS, read_settings

# What other pages show of a page: its title, and an icon or a mark beside it.
_SEEN_ELSEWHERE = ("title", "icon", "status", "subtitle", "hide", "template")


class _NoSettings(Config):  # type: ignore[no-untyped-call]
    """The recorder takes none."""


class _Recorder(BasePlugin[_NoSettings]):  # type: ignore[no-untyped-call]
    """Keeps what MkDocs makes on the way to a site, and forgets at the end."""

    nav: Navigation
    files: Files
    env: Environment

    def on_nav(self, nav: Navigation, /, **_: object) -> Navigation:
        """Keep the navigation."""
        self.nav = nav
        return nav

    def on_env(self, env: Environment, /, *, files: Files, **_: object) -> Environment:
        """Keep the templates and the files."""
        self.env, self.files = env, files
        return env

    def on_page_markdown(self, markdown: str, /, *, page: Page, **_: object) -> str:
        """Keep the page out of the theme's search index, which nothing reads."""
        page.meta["search"] = {"exclude": True}
        return markdown


class _Log(logging.Handler):
    """Collects the warnings of a build."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.messages: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.messages.append(record.getMessage())


@contextlib.contextmanager
def _warnings() -> Iterator[list[str]]:
    log, handler = logging.getLogger("mkdocs"), _Log()
    log.addHandler(handler)
    try:
        yield handler.messages
    finally:
        log.removeHandler(handler)


@dataclass
class _Built:
    """A built edition, and all that is needed to build a part of it again."""

    config: MkDocsConfig
    nav: Navigation
    files: Files
    env: Environment
    bank: Bank
    warnings: dict[str, list[str]] = field(default_factory=dict)  # of each page that is shown, by its path
    mistakes: dict[str, list[str]] = field(default_factory=dict)  # of each page that is held back
    stale: set[str] = field(default_factory=set)  # pages whose template has to be filled again
    html: dict[str, str] = field(default_factory=dict)  # each page as the template left it, by its path
    texts: dict[str, list[PageText]] = field(default_factory=dict)

    def pages(self) -> dict[str, Page]:
        """Return the pages by their paths without .md."""
        return {
            file.src_uri.removesuffix(".md"): file.page
            for file in self.files.documentation_pages()
            if file.page is not None
        }


@dataclass
class Outcome:
    """What became of a change.

    Attributes:
        complaints: all that is wrong now.
        pages: the addresses below the edition's root that are new.
        everywhere: whether every page is new, by its style or script for example.
    """

    complaints: list[Complaint] = field(default_factory=list)
    pages: list[str] = field(default_factory=list)
    everywhere: bool = False


class LiveEdition:
    """An edition in a folder that always holds the last good pages."""

    def __init__(self, root: Path, live: Path, language: Language, address: str) -> None:
        self._root = root
        self._live = live / FOLDERS[language]
        self._language: Language = language
        self._address = address
        self._staging = live.with_name(f"staging-{language}")
        self._built: _Built | None = None
        self._pending: dict[str, str] = {}
        self._published: set[Path] = set()
        page_errors.register(root)

    def update(self, changed: dict[str, str]) -> Iterator[Outcome]:
        """Yield what becomes of changed files, what was asked for first: pages that are saved, then what follows.

        Args:
            changed: "added", "modified" or "deleted" by the path of each file below the root. What could not be built
                last time is tried again.
        """
        self._pending = self._pending | changed
        gc.unfreeze()  # loading a bank hides all that is alive from the garbage collector
        try:
            bank = load_bank(self._root)
            if bank.errors:
                yield Outcome(of_problems(bank.problems))
                return
            if self._built is None or self._needs_all():
                yield self._build(bank)
            else:
                yield from self._rebuild(self._built, bank)
        except Exception as error:  # noqa: BLE001 - whatever it is, pages are still served
            yield Outcome([of_error(self._root, error)])
        except SystemExit as error:
            yield Outcome([of_error(self._root, RuntimeError(str(error)))])

    def _needs_all(self) -> bool:
        """Return whether a change is more than the pages that were saved: a page more or less, other settings."""
        folder = f"docs/{self._language}/"
        return any(
            path.startswith("mkdocs") or (path.startswith(folder) and (kind != "modified" or not path.endswith(".md")))
            for path, kind in self._pending.items()
        )

    def _build(self, bank: Bank) -> Outcome:
        """Build the whole edition as MkDocs does."""
        config = load_config(
            str(self._root / CONFIGURATIONS[self._language]),
            site_dir=str(self._staging),
            site_url=self._address,
            strict=False,
            hooks=[],
        )
        page_errors.name_pages_by(self._root, config.docs_dir)
        recorder = _Recorder()
        config.plugins["recorder"] = recorder
        with _warnings() as messages:
            build(config)
        built = _Built(config, recorder.nav, recorder.files, recorder.env, bank)
        for message in messages:
            if not _is_about_an_anchor(message):
                kind = built.mistakes if of_log(self._root, message).holds else built.warnings
                kind.setdefault(_page_of(message, self._language), []).append(message)
        for path, page in built.pages().items():
            self._read_built(built, path, page)
        self._built, self._pending = built, {}
        self._publish_files()
        self._publish_pages(built)
        return Outcome(self._complaints(built), everywhere=True)

    def _rebuild(self, built: _Built, bank: Bank) -> Iterator[Outcome]:
        """Build again what differs, the saved pages first."""
        folder = f"docs/{self._language}/"
        saved = {path.removeprefix(folder).removesuffix(".md") for path in self._pending if path.startswith(folder)}
        pages = built.pages()
        is_new_bank = (bank.facts, bank.pages, bank.entries) != (built.bank.facts, built.bank.pages, built.bank.entries)
        built.bank = bank
        macros: Any = built.config.plugins["macros"]
        macros.variables["forget_bank"]()
        todo = {path for path in pages if path in saved or path in built.mistakes or is_new_bank}
        before = {path: _seen_elsewhere(pages[path]) for path in todo}
        built.stale |= self._read_pages(built, {path: pages[path] for path in todo})
        is_themed, is_styled = self._copy_assets()
        self._pending = {}
        if is_themed or any(before[path] != _seen_elsewhere(pages[path]) for path in todo):
            built.stale |= pages.keys()
        # The saved pages are in the browser before the rest is.
        for paths in filter(None, (built.stale & saved, built.stale - saved)):
            self._template_pages(built, {path: pages[path] for path in sorted(paths)})
            yield Outcome(self._complaints(built), self._publish_pages(built))
        yield Outcome(self._complaints(built), self._publish_pages(built), everywhere=is_styled)

    def _read_pages(self, built: _Built, pages: dict[str, Page]) -> set[str]:
        """Read pages and run their macros; where that gives something new, turn it into HTML.

        Returns:
            The pages that are new. Those that have a mistake stay as they were.
        """
        new: set[str] = set()
        config, files = built.config, built.files
        for path, page in pages.items():
            kept = dict(vars(page))
            with _warnings() as messages:
                page.read_source(config)
                page.markdown = config.plugins.on_page_markdown(
                    page.markdown or "", page=page, config=config, files=files
                )
                if self._holds(messages):
                    vars(page).clear()
                    vars(page).update(kept)
                    built.mistakes[path] = list(messages)
                    continue
                if page.markdown != kept["markdown"]:
                    page.render(config, files)
                    page.content = config.plugins.on_page_content(
                        page.content or "", page=page, config=config, files=files
                    )
                    built.warnings[path] = messages
            if page.markdown != kept["markdown"] or page.meta != kept["meta"] or path in built.mistakes:
                new.add(path)
            built.mistakes.pop(path, None)
        return new

    def _template_pages(self, built: _Built, pages: dict[str, Page]) -> None:
        doc_files = built.files.documentation_pages()
        for path, page in pages.items():
            with _warnings():
                _build_page(page, built.config, doc_files, built.nav, built.env)
            self._read_built(built, path, page)
            built.stale.discard(path)

    def _read_built(self, built: _Built, path: str, page: Page) -> None:
        html = Path(page.file.abs_dest_path).read_text("utf-8")
        built.html[path] = html
        built.texts[path] = page_text(html)

    def _complaints(self, built: _Built) -> list[Complaint]:
        """Return all that is wrong, also with links to headings that another page had until now."""
        with _warnings() as messages:
            for page in built.pages().values():
                page.validate_anchor_links(files=built.files, log_level=logging.WARNING)
        texts = [text for lines in (*built.mistakes.values(), *built.warnings.values()) for text in lines]
        found = [*of_problems(built.bank.problems), *(of_log(self._root, text) for text in [*texts, *messages])]
        return list({(one.place, one.message["en"]): one for one in found}.values())

    def _holds(self, messages: Iterable[str]) -> bool:
        return any(of_log(self._root, message).holds for message in messages)

    def _copy_assets(self) -> tuple[bool, bool]:
        """Copy what changed of the theme's files; return whether a template did, and whether another file did."""
        names = {name: kind for name, kind in self._pending.items() if name.startswith("overrides/")}
        files = {name: kind for name, kind in names.items() if not name.endswith(".html")}
        for name, kind in files.items():
            copy = self._live / name.removeprefix("overrides/")
            if kind == "deleted":
                copy.unlink(missing_ok=True)
            else:
                _write(copy, (self._root / name).read_bytes())
        return len(files) < len(names), bool(files)

    def _publish_files(self) -> None:
        """Write what MkDocs wrote, but for pages, and take away what it wrote before and does not any more."""
        found = {file.relative_to(self._staging) for file in self._staging.rglob("*") if file.is_file()}
        for name in found:
            if name.name != "index.html":
                _write(self._live / name, (self._staging / name).read_bytes())
        for name in self._published - found:
            (self._live / name).unlink(missing_ok=True)
        self._published = found

    def _publish_pages(self, built: _Built) -> list[str]:
        """Write the pages that differ, with their questions, and what scripts fetch; return their addresses."""
        macros = PageMacros(built.bank, self._language, read_settings(self._root, self._language).repo_url)
        pages, new = built.pages(), []
        for path, html in built.html.items():
            file = self._live / pages[path].file.dest_uri
            is_held = path in built.mistakes and file.is_file()
            if not is_held and _write(file, filled(html, macros, path).encode()):
                new.append(pages[path].url)
        texts = dict(sorted(built.texts.items(), key=lambda item: pages[item[0]].url))
        for name, content in fetched(built.bank, self._language, texts, read_search_hints(self._root)).items():
            _write(self._live / name, content)
        return new


def _seen_elsewhere(page: Page) -> tuple[Any, ...]:
    return (page.title, *(page.meta.get(name) for name in _SEEN_ELSEWHERE))


def _is_about_an_anchor(message: str) -> bool:
    """Return whether MkDocs warns of a link to a heading: all of those are looked at after every build."""
    return "anchor" in message.partition("', but ")[2]


def _page_of(message: str, language: Language) -> str:
    """Return the path of the page that a warning names, or nothing."""
    _, found, rest = message.partition(f"docs/{language}/")
    return rest.partition(".md")[0] if found else ""


def _write(file: Path, content: bytes) -> bool:
    """Replace a file at once, so that nobody reads half of it; return whether it is new."""
    if file.is_file() and file.read_bytes() == content:
        return False
    file.parent.mkdir(parents=True, exist_ok=True)
    part = file.with_name(f".{file.name}.part")
    part.write_bytes(content)
    part.replace(file)
    return True
