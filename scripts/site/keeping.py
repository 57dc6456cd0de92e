"""What a device can keep of an edition, for when there is no network: packs of files, and the worker that keeps them.

A pack is a list of files with their hashes. The worker of a release fetches them into one cache and accepts no other
content, so a device never mixes two releases. overrides/assets/javascripts/offline/worker.js is that worker.
"""

import base64
import hashlib
import json
import posixpath
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from macros.exports import practice
from macros.language import LANGUAGES, ROWS, Language, language_of
from scripts.site.installing import MANIFEST, OFFLINE_PAGE
from scripts.site.settings import FOLDERS

WORKER = "sw.js"
# A pack of small things, which practice needs, and all the rest of the edition.
PACKS = ("practice", "whole")
_SOURCE = "assets/javascripts/offline/worker.js"
_FOLDER = "assets/offline"
_SMALL = re.compile(r"(?:practice/.*)?index\.html\Z")
# What only the pages of the whole edition have a use for.
_LARGE = re.compile(r"search/sections\.")
_SIZE = re.compile(r'data-(practice|whole)-size="[^"]*"')
_INDEX = "index.html"


@dataclass(frozen=True)
class _File:
    """A file of the site: its path below the site's root, its SHA-256 in Base64, and its size."""

    path: str
    digest: str
    size: int


def write_workers(site: Path, uses: Mapping[str, Iterable[str]]) -> None:
    """Write the worker of each edition with the lists of its packs, and their sizes into the pages that offer them.

    Args:
        site: the built site; nothing but this changes it any more.
        uses: for each page, the files that it leads to.
    """
    source = (site / _SOURCE).read_text("utf-8")
    for language in LANGUAGES:
        edition = site / FOLDERS[language]
        (edition / _SOURCE).unlink()
        packs = packed(site, language, uses)
        _write_sizes(site, language, packs)
        _write_worker(edition, ROWS[language].path, {name: _read(site, paths) for name, paths in packs.items()}, source)


def packed(site: Path, language: Language, uses: Mapping[str, Iterable[str]]) -> dict[str, list[str]]:
    """Return the paths of the files of each pack of an edition, below the site's root; no file is in two packs."""
    root = ROWS[language].path
    pages = [path for path in uses if posixpath.basename(path) == _INDEX and language_of(path) == language]
    small = [path for path in pages if _SMALL.match(path.removeprefix(root))]
    common = [f"{root}{OFFLINE_PAGE}", f"{root}{MANIFEST}", f"{root}sitemap.xml", *_bank(site, root)]
    first = {path for path in common if (site / path).is_file()}
    for page in [*small, f"{root}{OFFLINE_PAGE}"]:
        first |= {page, *(file for file in uses[page] if not _LARGE.search(file))}
    rest = {path for page in pages for path in (page, *uses[page])}
    return {"practice": sorted(first), "whole": sorted(rest - first)}


def _bank(site: Path, root: str) -> Iterator[str]:
    """Yield the files that practice fetches: its index names those that hold the questions."""
    folder = f"{root}{practice.FOLDER}"
    yield from (f"{folder}/{file.name}" for file in (site / folder).glob("*.json"))
    index = json.loads((site / root / practice.INDEX).read_bytes())
    shared = posixpath.normpath(f"{root}{index['shared']}{practice.FOLDER}")
    yield from (f"{shared}/{stems}" for _, stems, _ in index["shards"])


def _read(site: Path, paths: Iterable[str]) -> list[_File]:
    found = []
    for path in paths:
        content = (site / path).read_bytes()
        digest = base64.b64encode(hashlib.sha256(content).digest()).decode()
        found.append(_File(path, digest, len(content)))
    return found


def _write_sizes(site: Path, language: Language, packs: Mapping[str, list[str]]) -> None:
    """Write the sizes of the packs, in MB, into the pages that offer them; a digit more or less changes no size."""
    small, rest = (sum((site / path).stat().st_size for path in packs[name]) for name in PACKS)
    sizes = {"practice": f"{small / 1e6:.1f}", "whole": f"{(small + rest) / 1e6:.1f}"}
    for path in packs["practice"]:
        if path.startswith(ROWS[language].path) and path.endswith(".html"):
            text = (site / path).read_text("utf-8")
            new = _SIZE.sub(lambda match: f'data-{match[1]}-size="{sizes[match[1]]}"', text)
            if new != text:
                (site / path).write_text(new, "utf-8")


def _write_worker(edition: Path, root: str, packs: Mapping[str, list[_File]], source: str) -> None:
    lists = {}
    for name, files in packs.items():
        rows = [[_address(file.path, root), file.digest, file.size] for file in files]
        content = json.dumps(rows, separators=(",", ":")).encode()
        digest = hashlib.sha256(content)
        path = f"{_FOLDER}/{name}.{digest.hexdigest()[:8]}.json"
        (edition / path).parent.mkdir(parents=True, exist_ok=True)
        (edition / path).write_bytes(content)
        lists[name] = [path, base64.b64encode(digest.digest()).decode()]
    others = [ROWS[other].path.removeprefix(root) for other in LANGUAGES if ROWS[other].path.startswith(root)]
    release = {"lists": lists, "editions": sorted(path for path in others if path)}
    name = hashlib.sha256((json.dumps(release) + source).encode()).hexdigest()[:12]
    text = json.dumps({"name": name, **release}, indent=1)
    (edition / WORKER).write_text(f"const RELEASE = {text};\n\n{source}", "utf-8")


def _address(path: str, root: str) -> str:
    """Return what a file is asked for by, from the edition's root."""
    address = posixpath.relpath(path, root or ".")
    return address.removesuffix(_INDEX) if posixpath.basename(address) == _INDEX else address
