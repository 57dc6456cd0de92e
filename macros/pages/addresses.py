"""Say where pages and forms are: the addresses that a page's HTML links to."""

import posixpath
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlencode

from macros.language import ROWS, Language
from macros.questions.entry import Entry


@dataclass
class PageContext:
    """The page that is being built; all its macro calls share one.

    Attributes:
        path: its path below the docs folder, without .md.
        meta: its front matter.
        by_source: whether links in HTML count from the page's source file, as Zensical has it, instead of its address.
        questions: those that its macros have returned so far, in their order, by the id that each has on the page.
        has_summary: whether one of its macros has returned the summary of the reader's progress.
        has_stylesheet: whether one has returned the link to the style of questions.
    """

    path: str
    meta: dict[str, Any]
    by_source: bool = False
    questions: dict[str, Entry] = field(default_factory=dict)
    has_summary: bool = False
    has_stylesheet: bool = False

    def stylesheet(self) -> str:
        """Return the address of the style of questions for the first one who asks, who is to load it; else nothing."""
        is_loaded, self.has_stylesheet = self.has_stylesheet, True
        return "" if is_loaded else f"{self.link_to('index')}assets/stylesheets/exam-question.css"

    def link_to(self, target: str) -> str:
        """Return the address of another page, given by its path, as this page's HTML must write it."""
        start = posixpath.dirname(self.path) if self.by_source else page_url(self.path)
        relative = posixpath.relpath(page_url(target) or ".", start or ".")
        return f"{relative}/" if relative != "." else "./"


def page_url(path: str) -> str:
    """Return the address of a page below the edition's root: "inference/async/", and "" for the home page."""
    folder = path.removesuffix("index").rstrip("/") if path == "index" or path.endswith("/index") else path
    return f"{folder}/" if folder else ""


def report_url(repo_url: str, question_id: str, language: Language) -> str:
    """Return the address of the issue form for a wrong question, with the question's id filled in."""
    query = urlencode({"template": ROWS[language].wrong_answer, "question": question_id})
    return f"{repo_url.rstrip('/')}/issues/new?{query}"


def edit_url(repo_url: str, file: str) -> str:
    """Return the address where the forge opens a file for editing."""
    return f"{repo_url.rstrip('/')}/edit/main/{file}"
