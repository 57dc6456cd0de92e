"""Which file of the project holds a link of a built page."""

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from macros.language import ROWS, language_of

# What the question blocks and the answer key say of the question that a text comes from.
_OPENS = re.compile(r'<exam-question question-id="([^"]+)"|data-key-of="([^"]+)"|(</exam-question>|</section>)')
_ARTICLE = re.compile(r"<article\b.*</article>", re.DOTALL)
_THEME = (*(row.configuration for row in ROWS.values()), "overrides", "macros/rendering/templates")
_TEXTS = frozenset({".css", ".html", ".js", ".md", ".xml", ".yml"})


@dataclass(frozen=True)
class Origin:
    """A file of the project and, where the link is written there as it stands, its place in it."""

    file: str
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}" if self.line else self.file


def origin(root: Path, site: Path, page: str, offset: int, target: str) -> Origin:
    """Find the file that holds a link.

    Args:
        root: the project.
        site: the built site.
        page: the built page, relative to the site.
        offset: where the link begins in the page's text.
        target: the link as the page writes it.

    Returns:
        The question's file for what a question block or the answer key shows; else the first of the page's source, the
        facts and the theme that has the link's text; else the page's source, or mkdocs.yml where it has none.
    """
    text = (site / page).read_text("utf-8")
    question = _question(text, offset)
    source = _source(root, page)
    theme = [file for part in _THEME for file in _files(root, part)]
    if question and (root / question).is_file():
        candidates = [question]
    elif source and _in_article(text, offset):
        candidates = [source, *_files(root, "facts"), *theme]
    else:
        candidates = [*theme, source] if source else theme
    for wanted in _spellings(target):
        for file in candidates:
            place = _find(root / file, wanted)
            if place:
                return Origin(file, *place)
    return Origin(candidates[0])


def _question(text: str, offset: int) -> str | None:
    """Return the file of the question whose text holds this place of a page."""
    inside = None
    for match in _OPENS.finditer(text, 0, offset):
        inside = None if match[3] else match[1] or match[2]
    return f"quizzes/{html.unescape(inside)}.yml" if inside else None


def _source(root: Path, page: str) -> str | None:
    """Return the Markdown file of a built page."""
    edition = language_of(page)
    folder = page.removeprefix(ROWS[edition].path).removesuffix("index.html").rstrip("/")
    for name in (f"{folder}.md" if folder else "index.md", f"{folder}/index.md"):
        if (root / "docs" / edition / name).is_file():
            return f"docs/{edition}/{name}"
    return None


def _in_article(text: str, offset: int) -> bool:
    article = _ARTICLE.search(text)
    return article is not None and article.start() <= offset < article.end()


def _spellings(target: str) -> Iterator[str]:
    """Yield how a source may write the link: as the page does, escaped, by its file, by its last part."""
    yield target
    yield html.escape(target)
    parts = urlsplit(target)
    path = parts.path.rstrip("/")
    if path.strip("./"):
        fragment = f"#{parts.fragment}" if parts.fragment else ""
        yield f"{path.removeprefix('../')}.md{fragment}"
        yield path.rsplit("/", 1)[-1]
    elif parts.fragment:
        yield f"#{parts.fragment}"


def _files(root: Path, part: str) -> list[str]:
    path = root / part
    files = sorted(path.rglob("*")) if path.is_dir() else [path]
    return [file.relative_to(root).as_posix() for file in files if file.is_file() and file.suffix in _TEXTS]


def _find(file: Path, wanted: str) -> tuple[int, int] | None:
    text = file.read_text("utf-8")
    at = text.find(wanted)
    return (text.count("\n", 0, at) + 1, at - (text.rfind("\n", 0, at) + 1) + 1) if at >= 0 else None
