"""What the macros of every subject have: the bank, the language and the page that calls them."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from macros.bank import Bank
from macros.errors import MacroError
from macros.language import Language
from macros.markup import render_inline
from macros.pages.addresses import PageContext
from macros.pages.index import page_file

Method = TypeVar("Method", bound=Callable[..., str])


def macro(method: Method) -> Method:
    """Mark a method as a macro: pages call it by its name."""
    vars(method)["is_macro"] = True
    return method


@dataclass(frozen=True)
class Macros:
    """The macros of one subject, for one page of one edition.

    Attributes:
        bank: all that pages are made from.
        language: of the edition.
        page: the page that calls.
        repo_url: the address of the repository; empty for none.
        root: the project's folder.

    Raises:
        MacroError: from every macro, where a page names something that does not exist.
    """

    bank: Bank
    language: Language
    page: PageContext
    repo_url: str = ""
    root: Path = Path()

    @classmethod
    def names(cls) -> Iterator[tuple[str, Callable[..., Any]]]:
        """Yield the macros of the subject, by name."""
        yield from ((name, method) for name, method in vars(cls).items() if hasattr(method, "is_macro"))

    def title(self, page: str, heading: str = "") -> str:
        """Return the title of a page, or of one of its headings, as Markdown."""
        found = self.bank.pages.title(page, self.language, heading)
        if not found:
            wanted = f"heading #{heading}" if heading else "title with an id, as in: # Title { #title }"
            raise MacroError(f"{page_file(page, self.language)} has no {wanted}")
        return found

    def link(self, page: str, heading: str = "") -> str:
        """Return a link to another page, with its title."""
        href = self.page.link_to(page) + (f"#{heading}" if heading else "")
        return f'<a href="{href}">{render_inline(self.title(page))}</a>'
