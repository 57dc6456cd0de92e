"""Which pages the site has, and which headings each of them offers, in both editions."""

import re
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from macros.checks.page_text import check_page_text
from macros.errors import MacroError
from macros.language import LANGUAGES, Language
from macros.problems import Problem
from macros.reading.files import offset_position, read_text
from macros.reading.scalars import plain_value

_FENCE = re.compile(r"^ {0,3}(```+|~~~+).*?^ {0,3}\1[`~]*\s*$", re.MULTILINE | re.DOTALL)
_FRONT_MATTER = re.compile(r"\A---[ \t]*\n.*?^---[ \t]*$", re.MULTILINE | re.DOTALL)
_REVIEWED = re.compile(r"^reviewed:[ \t]*(\S+)", re.MULTILINE)
_HEADING = re.compile(r"^(#{1,6})[ \t]+(.+?)[ \t]*\{[ \t]*#([A-Za-z0-9_-]+)[ \t]*\}[ \t]*$", re.MULTILINE)


@dataclass(frozen=True)
class Heading:
    """A heading with an explicit id: `## Limits { #limits }`."""

    level: int
    title: str
    id: str


@dataclass(frozen=True)
class PageIndex:
    """Every page by its path without .md, with its headings in order and the day of its last review, by language."""

    headings: dict[Language, dict[str, tuple[Heading, ...]]]
    reviewed: dict[Language, dict[str, date]]

    @property
    def paths(self) -> list[str]:
        """The paths of all pages that exist in either language, sorted."""
        return sorted({path for pages in self.headings.values() for path in pages})

    def heading_ids(self, path: str, language: Language) -> list[str]:
        """Return the ids of a page's headings in one edition, in order; an unknown page has none."""
        return [heading.id for heading in self.headings[language].get(path, ())]

    def title(self, path: str, language: Language, heading: str = "") -> str:
        """Return the title of a page, or of one of its headings, as Markdown.

        Raises:
            MacroError: there is no such page or heading in that language.
        """
        for candidate in self.headings[language].get(path, ()):
            if (heading and candidate.id == heading) or (not heading and candidate.level == 1):
                return candidate.title
        wanted = f"heading #{heading}" if heading else "title with an id, as in: # Title { #title }"
        raise MacroError(f"{page_file(path, language)} has no {wanted}")


def read_headings(markdown: str) -> tuple[Heading, ...]:
    """Return the headings of a page that carry an explicit id, leaving out what stands in code fences."""
    return tuple(
        Heading(level=len(match[1]), title=match[2], id=match[3])
        for match in _HEADING.finditer(_FENCE.sub("", markdown))
    )


def read_pages(root: Path) -> tuple[PageIndex, list[Problem]]:
    """Read the headings and review dates of every page under docs/pt and docs/en.

    Args:
        root: the folder that holds docs/.

    Returns:
        The pages, those with a problem too; and every problem.
    """
    pages = PageIndex({language: {} for language in LANGUAGES}, {language: {} for language in LANGUAGES})
    problems: list[Problem] = []
    for language in LANGUAGES:
        folder = root / "docs" / language
        for file in sorted(folder.rglob("[!.]*.md")):
            path = file.relative_to(folder).with_suffix("").as_posix()
            shown = page_file(path, language)
            text, unreadable = read_text(file, shown)
            text, odd = check_page_text(text, shown)
            front, body = _split(text.replace("\r\n", "\n"))
            pages.headings[language][path] = read_headings(body)
            day, wrong = _review(front, shown)
            if day:
                pages.reviewed[language][path] = day
            problems += [*unreadable, *odd, *wrong]
    return pages, problems


def page_file(path: str, language: Language) -> str:
    """Return the file of a page in one edition: "docs/en/inference/async.md"."""
    return f"docs/{language}/{path}.md"


def _split(text: str) -> tuple[str, str]:
    """Return the front matter of a page, with the lines around it, and the rest."""
    front = _FRONT_MATTER.match(text)
    return (front[0], text[front.end() :]) if front else ("", text)


def _review(front: str, shown: str) -> tuple[date | None, list[Problem]]:
    """Return the review date of a front matter, or the problem with what stands there."""
    match = _REVIEWED.search(front)
    if not match:
        return None, []
    value, code = plain_value(match[1])
    if code:
        return None, [Problem(code, shown, offset_position(front, match.start(1)), {"value": match[1]})]
    return (value if isinstance(value, date) else None), []
