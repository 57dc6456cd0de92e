"""Every external address that pages, questions and facts cite, with the places that cite it."""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urldefrag, urlsplit

from macros.pages.document import read_document
from macros.reading.nodes import Node
from macros.reading.trees import parse_tree

_ADDRESS = re.compile(r"https?://[^\s<>\"'`{}|\\^]+")
_FILES = {"docs": "*.md", "quizzes": "*.yml", "facts": "*.yml"}
# Never asked: this machine, and the names that are set aside for examples.
_NOT_ASKED = re.compile(r"(?:127\.|localhost\b|(?:[^/]*\.)?example\.(?:com|org|net)\b)")


@dataclass(frozen=True)
class Citation:
    """An address and the places that cite it, such as docs/en/inference/async.md:6."""

    url: str
    places: tuple[str, ...]

    @property
    def page(self) -> str:
        """The address without its fragment."""
        return urldefrag(self.url).url

    @property
    def fragment(self) -> str:
        """What follows the #, or nothing; a text fragment (#:~:text=) names no anchor."""
        return urldefrag(self.url).fragment.partition(":~:")[0]

    @property
    def host(self) -> str:
        """The server that answers for it."""
        return urlsplit(self.url).netloc


def citations(root: Path, only: tuple[Path, ...] = ()) -> list[Citation]:
    """Return every external address once, sorted.

    Args:
        root: the folder that holds docs/, quizzes/ and facts/.
        only: files or folders to look at; all by default.
    """
    places: dict[str, list[str]] = defaultdict(list)
    for folder, pattern in _FILES.items():
        for file in sorted((root / folder).rglob(pattern)):
            if only and not any(path == file or path in file.parents for path in only):
                continue
            shown = file.relative_to(root).as_posix()
            text = file.read_text("utf-8")
            for line, url in page_addresses(text) if file.suffix == ".md" else data_addresses(text):
                places[url].append(f"{shown}:{line}")
    return [Citation(url, tuple(places[url])) for url in sorted(places)]


def page_addresses(markdown: str) -> list[tuple[int, str]]:
    """Return the addresses of a page with their lines; a block of code shows code, and what is in it is no source."""
    return addresses(read_document(markdown, "").without_code)


def data_addresses(text: str) -> list[tuple[int, str]]:
    """Return the addresses of a YAML file with their lines, but for those that its texts have in blocks of code."""
    found = addresses(text)
    if "```" not in text and "~~~" not in text:
        return found
    tree, _ = parse_tree(text, "")
    code = "\n".join(block.text for value in _texts(tree) for block in read_document(value, "").code)
    in_code = {url for _, url in addresses(code)}
    return [(line, url) for line, url in found if url not in in_code]


def addresses(text: str) -> list[tuple[int, str]]:
    """Return the addresses of a text with their lines, leaving out hosts that are never asked."""
    found = []
    for match in _ADDRESS.finditer(text):
        url = _trimmed(match[0])
        if not _NOT_ASKED.match(url.partition("://")[2]):
            found.append((text.count("\n", 0, match.start()) + 1, url))
    return found


def _texts(node: Node | None) -> Iterator[str]:
    if node is None:
        return
    if isinstance(node.value, str):
        yield node.value
    for child in (*node.items, *node.entries.values()):
        yield from _texts(child)


def _trimmed(url: str) -> str:
    """Return an address without the punctuation of the sentence or the Markdown around it."""
    while url and (url[-1] in ".,;:!?*_" or (url[-1] in ")]" and _is_odd(url, url[-1]))):
        url = url[:-1]
    # [text](url "title") and [text](url){...} end where a parenthesis closes that none opened.
    depth = 0
    for index, character in enumerate(url):
        depth += (character in "([") - (character in ")]")
        if depth < 0:
            return url[:index]
    return url


def _is_odd(url: str, closing: str) -> bool:
    return url.count(closing) > url.count("(" if closing == ")" else "[")
