"""What an edition is built of, kept from one save to the next."""

from dataclasses import dataclass, field
from typing import Any

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from macros.bank import Bank
from macros.exports.page_text import PageText
from scripts.serving.complaints import Complaint

# What other pages show of a page: its title, and an icon or a mark beside it.
_SEEN_ELSEWHERE = ("title", "icon", "status", "subtitle", "hide", "template")


@dataclass
class Built:
    """A built edition, and all that is needed to build a part of it again."""

    config: MkDocsConfig
    nav: Navigation
    files: Files
    env: Environment
    bank: Bank
    warnings: dict[str, list[str]] = field(default_factory=dict)  # of each page that is shown, by its path
    mistakes: dict[str, list[str]] = field(default_factory=dict)  # of each page that is held back
    unread: set[str] = field(default_factory=set)  # pages to read again: their text, or what their macros show, changed
    stale: set[str] = field(default_factory=set)  # pages whose template has to be filled again
    unfilled: set[str] = field(default_factory=set)  # pages that need their questions again
    html: dict[str, str] = field(default_factory=dict)  # each page as the template left it, by its path
    texts: dict[str, list[PageText]] = field(default_factory=dict)
    shown: dict[str, set[str]] = field(default_factory=dict)  # the ids of each page's questions

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


def seen_elsewhere(page: Page) -> tuple[Any, ...]:
    """Return what the navigation, and pages before and after, show of a page."""
    return (page.title, *(page.meta.get(name) for name in _SEEN_ELSEWHERE))


def shown_by_macros(bank: Bank) -> tuple[Any, ...]:
    """Return what pages show of a bank through macros; the text of other pages is not among it."""
    return (bank.facts, bank.entries, bank.renamed, bank.pages.headings, bank.pages.reviewed)


def changed_questions(old: Bank, new: Bank) -> set[str]:
    """Return the ids of questions that are new, gone or different."""
    ids = old.entries.keys() | new.entries.keys()
    return {name for name in ids if old.entries.get(name) != new.entries.get(name)}
