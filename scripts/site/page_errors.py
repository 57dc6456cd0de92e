"""Say where in a page's source a builder's complaint is: mkdocs-macros and MkDocs name less than that."""

import logging
import re
from pathlib import Path
from typing import Any

from jinja2 import TemplateSyntaxError, UndefinedError
from mkdocs.structure.pages import Page
from mkdocs_macros.errors import format_error


class _WholePaths(logging.Filter):
    """Puts the folder before the page that MkDocs names: both editions have a page of that name."""

    def __init__(self, folder: str) -> None:
        super().__init__()
        self._folder = folder

    def filter(self, record: logging.LogRecord) -> bool:
        record.msg = re.sub(r"(?<=^Doc file ')", f"{self._folder}/", str(record.msg))
        return True


def name_pages_by(root: Path, docs_dir: str) -> None:
    """Have MkDocs' warnings about links say which edition's page they mean, from now on."""
    log = logging.getLogger("mkdocs.structure.pages")
    for old in [filter_ for filter_ in log.filters if isinstance(filter_, _WholePaths)]:
        log.removeFilter(old)
    log.addFilter(_WholePaths(Path(docs_dir).relative_to(root).as_posix()))


def register(root: Path) -> None:
    """Have mkdocs-macros say "docs/pt/page.md:line: message" of an error in a page, from now on."""

    @format_error.register(UndefinedError)
    def undefined(error: UndefinedError, markdown: str, page: Page) -> str:  # noqa: ARG001
        return _page_error(root, error, page, f"{error.message}; CONTRIBUTING.md lists the macros")

    @format_error.register(TemplateSyntaxError)
    def syntax(error: TemplateSyntaxError, markdown: str, page: Page) -> str:  # noqa: ARG001
        if error.filename:  # a template of the macros themselves
            return f"{_below(root, error.filename)}:{error.lineno}: {error.message}"
        hint = "write literal braces between {% raw %} and {% endraw %}"
        return _page_error(root, error, page, f"{error.message}; {hint}", error.lineno)

    @format_error.register(Exception)
    def mistaken_call(error: Exception, markdown: str, page: Page) -> str:  # noqa: ARG001
        # Python's name of the class that has a macro is of no use to a page's author.
        return _page_error(root, error, page, re.sub(r"^\S*\.(?=\w+\()", "", str(error)))


def _page_error(root: Path, error: Exception, page: Page, message: str, line: int = 0) -> str:
    path = _below(root, page.file.abs_src_path or "")
    line = line or _template_line(error)
    body_starts = str(page.file.content_string).count("\n") - str(page.markdown or "").count("\n")
    return f"{path}:{line + body_starts}: {message}" if line else f"{path}: {message}"


def _below(root: Path, file: str) -> str:
    return Path(file).relative_to(root).as_posix()


def _template_line(error: Exception) -> int:
    """Return the line of the page's text that called the macro; Jinja names the file of its frame <template>."""
    trace: Any = error.__traceback__
    line = 0
    while trace is not None:
        if trace.tb_frame.f_code.co_filename == "<template>":
            line = trace.tb_lineno
        trace = trace.tb_next
    return line
