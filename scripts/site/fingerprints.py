"""Name every style, module and data file of a built site by its content, so that no visit mixes two releases."""

import hashlib
import posixpath
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path

# The edition that takes from the site's root what is the same there.
_SECOND = "en/"
_NAMED = re.compile(r"\.(?:js|css|json)$")
_HAS_HASH = re.compile(r"\.[0-9a-f]{8}\.(?:min\.)?(?:js|css)$")  # the theme's own files
# What a page loads; most of its links are for readers. The theme's settings name its worker.
_IN_PAGE = re.compile(
    r'(?P<before><(?:link|script|img)\b[^>]*?\b(?:href|src)="|"search": ")'
    r'(?P<path>[^"#?:]+\.(?:js|css|png|svg|ico|woff2))(?=")'
)
_IN_SCRIPT = re.compile(
    r"""(?P<before>\b(?:from|import)\s*\(?\s*["'](?=\.)"""
    r"""|\bnew\s+URL\(\s*["'](?=[^"'\n]+["']\s*,\s*import\.meta\.url\b))(?P<path>[^"'\n]+)"""
)
_IN_STYLE = re.compile(r"""(?P<before>\burl\(\s*["']?|@import\s+["'])(?P<path>[^"')\s:]+)(?=["')])""")


@dataclass(frozen=True)
class _Text:
    """A page, module or style, with where it names which file of the site."""

    path: str
    text: str
    names: Sequence[tuple[re.Match[str], str]]

    def renamed(self, new: Mapping[str, str]) -> str:
        """Return the text with the new names of the files that it names."""
        parts, end = [], 0
        for match, target in self.names:
            parts += [self.text[end : match.start("path")], self._name(match, target, new[target])]
            end = match.end("path")
        return "".join([*parts, self.text[end:]])

    def _name(self, match: re.Match[str], target: str, new: str) -> str:
        if match["path"].startswith("/"):  # in 404.html, which is shown at any depth
            return match["path"].removesuffix(target) + new
        name = posixpath.relpath(new, posixpath.dirname(self.path) or ".")
        # In a module, what does not begin with a dot is the name of a package.
        return f"./{name}" if match.re is _IN_SCRIPT and not name.startswith(".") else name


@dataclass(frozen=True)
class _Asset:
    """A file that pages load.

    Attributes:
        content: what the build wrote.
        text: the same, if it names other files.
        stays: whether it finds its edition by its own address, and so must stay there.
    """

    content: bytes
    text: _Text | None = None
    stays: bool = False

    @property
    def uses(self) -> set[str]:
        """The files that it loads."""
        return {target for _, target in self.text.names} if self.text else set()


def fingerprint(site: Path) -> dict[str, frozenset[str]]:
    """Rename the assets of a built site, and write the new names wherever pages, modules and styles have the old ones.

    A name changes with the file and with everything that the file leads to. What only links lead to, such as a
    download, keeps its name. A file of the English edition that is the same as the Portuguese one, with all that it
    leads to, is removed: whoever changes the language has it already.

    Returns:
        for each page, every file that it leads to, by its new path.
    """
    look_for = cache(partial(_look_for, site))
    pages = [
        _read(file.relative_to(site).as_posix(), file.read_text("utf-8"), _IN_PAGE, look_for)
        for file in sorted(site.rglob("*.html"))
    ]
    assets = _assets(site, pages, look_for)
    reached = cache(partial(_reached, assets))
    names = _names(assets, reached)
    for page in pages:
        (site / page.path).write_text(page.renamed(names), "utf-8")
    for path, asset in assets.items():
        if names[path] != path:
            (site / path).unlink()
        if path.startswith(_SECOND) == names[path].startswith(_SECOND):
            content = asset.text.renamed(names).encode() if asset.text else asset.content
            (site / names[path]).write_bytes(content)
    return {page.path: frozenset(names[one] for _, target in page.names for one in reached(target)) for page in pages}


LookFor = Callable[[str, str], str]


def _look_for(site: Path, folder: str, name: str) -> str:
    """Return the file that a name means in some folder; an empty text if it means no file of the site."""
    if not name.startswith("/"):
        path = posixpath.normpath(posixpath.join(folder, name))
        return path if not path.startswith("..") and (site / path).is_file() else ""
    parts = name.split("/")[1:]  # the first ones may be the path that the site is served from
    tails = ("/".join(parts[start:]) for start in range(len(parts)))
    return next((tail for tail in tails if tail and (site / tail).is_file()), "")


def _read(path: str, text: str, pattern: re.Pattern[str], look_for: LookFor) -> _Text:
    folder = posixpath.dirname(path)
    found = ((match, look_for(folder, match["path"])) for match in pattern.finditer(text))
    return _Text(path, text, [(match, target) for match, target in found if target])


def _pattern(path: str) -> re.Pattern[str] | None:
    """Return how a file names others; None if it names none, or names them by their content already."""
    if _HAS_HASH.search(path):
        return None
    return {".js": _IN_SCRIPT, ".css": _IN_STYLE}.get(posixpath.splitext(path)[1])


def _assets(site: Path, pages: Iterable[_Text], look_for: LookFor) -> dict[str, _Asset]:
    """Return every file that pages load, and what those load in turn, by path."""
    found: dict[str, _Asset] = {}
    waiting = {target for page in pages for _, target in page.names}
    while waiting:
        path = waiting.pop()
        content, pattern = (site / path).read_bytes(), _pattern(path)
        found[path] = _Asset(content)
        if pattern:
            text = _read(path, content.decode(), pattern, look_for)
            files = sum(match["before"].startswith("new") for match, _ in text.names)
            found[path] = _Asset(content, text, stays=text.text.count("import.meta.url") > files)
            waiting |= found[path].uses - found.keys()
    return dict(sorted(found.items()))


def _reached(assets: Mapping[str, _Asset], path: str) -> list[str]:
    """Return an asset with all that it leads to; modules may lead to each other."""
    seen, waiting = set[str](), {path}
    while waiting:
        one = waiting.pop()
        seen.add(one)
        waiting |= assets[one].uses - seen
    return sorted(seen)


def _names(assets: Mapping[str, _Asset], reached: Callable[[str], list[str]]) -> dict[str, str]:
    """Return the new path of each asset."""

    def is_same(path: str) -> bool:
        twin = assets.get(path.removeprefix(_SECOND))
        return twin is not None and twin.content == assets[path].content and not twin.stays

    def named(path: str) -> str:
        if path.startswith(_SECOND) and all(is_same(one) for one in reached(path)):
            return named(path.removeprefix(_SECOND))
        if not _NAMED.search(path) or _HAS_HASH.search(path):
            return path
        parts = [path, *(one for one in reached(path) if one != path)]
        digest = hashlib.sha256(b"".join(hashlib.sha256(assets[one].content).digest() for one in parts)).hexdigest()
        stem, suffix = posixpath.splitext(path)
        return f"{stem}.{digest[:8]}{suffix}"

    return {path: named(path) for path in assets}
