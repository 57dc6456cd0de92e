"""Which pages the site has, and which headings each of them offers, in both editions."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from macros.language import LANGUAGES, Language

_FENCE = re.compile(r"^ {0,3}(```+|~~~+).*?^ {0,3}\1[`~]*\s*$", re.MULTILINE | re.DOTALL)
_REVIEWED = re.compile(r"\A---\n(?:.*\n)*?reviewed: (\d{4}-\d{2}-\d{2})\s*\n")
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

    headings: Mapping[Language, Mapping[str, tuple[Heading, ...]]]
    reviewed: Mapping[Language, Mapping[str, date]] = field(default_factory=dict)

    @property
    def paths(self) -> list[str]:
        """The paths of all pages that exist in either language, sorted."""
        return sorted({path for pages in self.headings.values() for path in pages})

    def has(self, path: str) -> bool:
        """Return whether a page exists in either language."""
        return any(path in pages for pages in self.headings.values())

    def heading_ids(self, path: str) -> list[str]:
        """Return the ids of a page's headings, in order; an unknown page has none."""
        for language in LANGUAGES:
            if path in self.headings[language]:
                return [heading.id for heading in self.headings[language][path]]
        return []

    def title(self, path: str, language: Language, heading: str = "") -> str:
        """Return the title of a page, or of one of its headings.

        Raises:
            KeyError: there is no such page or heading in that language.
        """
        for candidate in self.headings[language][path]:
            if (heading and candidate.id == heading) or (not heading and candidate.level == 1):
                return candidate.title
        raise KeyError(f"{path}#{heading}")


def read_headings(markdown: str) -> tuple[Heading, ...]:
    """Return the headings of a page that carry an explicit id, leaving out what stands in code fences."""
    return tuple(
        Heading(level=len(match[1]), title=match[2], id=match[3])
        for match in _HEADING.finditer(_FENCE.sub("", markdown))
    )


def read_pages(root: Path) -> PageIndex:
    """Read the headings and review dates of every page under docs/pt and docs/en.

    Args:
        root: the folder that holds docs/.
    """
    headings: dict[Language, dict[str, tuple[Heading, ...]]] = {}
    reviewed: dict[Language, dict[str, date]] = {}
    for language in LANGUAGES:
        folder = root / "docs" / language
        texts = {
            file.relative_to(folder).with_suffix("").as_posix(): file.read_text("utf-8")
            for file in sorted(folder.rglob("*.md"))
        }
        headings[language] = {path: read_headings(text) for path, text in texts.items()}
        days = {path: _REVIEWED.match(text) for path, text in texts.items()}
        reviewed[language] = {path: date.fromisoformat(day[1]) for path, day in days.items() if day}
    return PageIndex(headings, reviewed)
