"""Listen to MkDocs while it builds: what it makes on the way, and what it warns of."""

import contextlib
import logging
from collections.abc import Iterator
from itertools import pairwise

from jinja2 import Environment
from mkdocs.config.base import Config
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page


class _NoSettings(Config):  # type: ignore[no-untyped-call]
    """The recorder takes none."""


class Recorder(BasePlugin[_NoSettings]):  # type: ignore[no-untyped-call]
    """Keeps what MkDocs makes on the way to a site, and forgets at the end."""

    nav: Navigation
    files: Files
    env: Environment

    def __init__(self, messages: list[str]) -> None:
        super().__init__()
        self._messages = messages
        self._counts: dict[str, int] = {}  # of warnings, when the reading of a page begins

    def warnings(self) -> dict[str, list[str]]:
        """Return what was warned of while each page was read, by its path, and under "" what is no page's."""
        found: dict[str, list[str]] = {}
        starts = [*self._counts.items(), ("", len(self._messages))]
        for (path, start), (_, end) in pairwise([("", 0), *starts]):
            found.setdefault(path, []).extend(self._messages[start:end])
        return found

    def on_pre_page(self, page: Page, /, **_: object) -> Page:
        """Note that the reading of a page begins."""
        self._counts[page.file.src_uri.removesuffix(".md")] = len(self._messages)
        return page

    def on_nav(self, nav: Navigation, /, **_: object) -> Navigation:
        """Keep the navigation."""
        self.nav = nav
        return nav

    def on_env(self, env: Environment, /, *, files: Files, **_: object) -> Environment:
        """Keep the templates and the files: every page has been read."""
        self.env, self.files = env, files
        self._counts[""] = len(self._messages)
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
def warnings_of_mkdocs() -> Iterator[list[str]]:
    """Collect what MkDocs and its plugins warn of while something is done."""
    log, handler = logging.getLogger("mkdocs"), _Log()
    log.addHandler(handler)
    try:
        yield handler.messages
    finally:
        log.removeHandler(handler)
