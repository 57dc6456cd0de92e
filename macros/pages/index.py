"""Read every page of both editions, and find a page, its headings and its dates."""

import functools
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from macros.language import LANGUAGES, Language
from macros.pages.document import Document, Heading, read_document
from macros.pages.front_matter import FrontMatter
from macros.problems import Position, Problem
from macros.reading.characters import clean
from macros.reading.conflicts import conflict_markers
from macros.reading.files import read_text
from macros.reading.models import validate_tree


@dataclass(frozen=True)
class Page:
    """A page in one language, and what its front matter says, which is None where that has mistakes."""

    path: str
    language: Language
    document: Document
    front: FrontMatter | None


@dataclass(frozen=True)
class PageIndex:
    """Every page, by language and by its path without .md, in order of the paths."""

    pages: Mapping[Language, Mapping[str, Page]]

    @functools.cached_property
    def paths(self) -> list[str]:
        """The paths of all pages that exist in either language, sorted."""
        return sorted({path for pages in self.pages.values() for path in pages})

    @functools.cached_property
    def headings(self) -> dict[Language, dict[str, tuple[Heading, ...]]]:
        """The headings with an explicit id of every page, by language and path."""
        return {
            language: {path: tuple(h for h in page.document.headings if h.id) for path, page in pages.items()}
            for language, pages in self.pages.items()
        }

    @functools.cached_property
    def reviewed(self) -> dict[Language, dict[str, date]]:
        """The day of the last review of every page that says one, by language and path."""
        return {
            language: {path: page.front.reviewed for path, page in pages.items() if page.front}
            for language, pages in self.pages.items()
        }

    def heading_ids(self, path: str, language: Language) -> list[str]:
        """Return the ids of a page's headings in one edition, in order; an unknown page has none."""
        return [heading.id for heading in self.headings[language].get(path, ())]

    def title(self, path: str, language: Language, heading: str = "") -> str:
        """Return the title of a page, or of one of its headings, as Markdown; empty where there is none."""
        for candidate in self.headings[language].get(path, ()):
            if (heading and candidate.id == heading) or (not heading and candidate.level == 1):
                return candidate.title
        return ""


def read_pages(root: Path) -> tuple[PageIndex, list[Problem]]:
    """Read every page under docs/pt and docs/en.

    Args:
        root: the folder that holds docs/.

    Returns:
        The pages, those with a problem too; and every problem with their files and their front matter.
    """
    pages: dict[Language, dict[str, Page]] = {language: {} for language in LANGUAGES}
    problems: list[Problem] = []
    for language in LANGUAGES:
        folder = root / "docs" / language
        for file in sorted(folder.rglob("[!.]*.md")):
            path = file.relative_to(folder).with_suffix("").as_posix()
            label = page_file(path, language)
            text, unreadable = read_text(file, label)
            meant, odd = clean(text, label)
            pages[language][path], found = read_page(meant, path, language)
            markers = conflict_markers(meant, label, is_markdown=True)
            problems += [*unreadable, *odd, *markers, *(found if not unreadable else [])]
    return PageIndex(pages), problems


@functools.lru_cache(maxsize=1024)  # while pages are served, a save changes one of them
def read_page(text: str, path: str, language: Language) -> tuple[Page, list[Problem]]:
    """Return a page from its Markdown, and every problem with its front matter."""
    document = read_document(text, page_file(path, language))
    if document.front is None:
        return Page(path, language, document, None), list(document.problems) or [
            Problem("P001", document.label, Position())
        ]
    front, problems = validate_tree(FrontMatter, document.front, document.label, list(document.problems))
    return Page(path, language, document, front), problems


def page_file(path: str, language: Language) -> str:
    """Return the file of a page in one edition: "docs/en/inference/async.md"."""
    return f"docs/{language}/{path}.md"
