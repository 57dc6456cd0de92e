"""What a device can keep of the real site: all of an edition, in exactly its content, and not too much."""

import base64
import hashlib
import json
import posixpath
import re
from urllib.parse import urljoin

import pytest
from bs4 import BeautifulSoup

from tests.conftest import EDITIONS, Site

pytestmark = pytest.mark.site

MOST = 15_000_000  # bytes of an edition
MOST_AT_ONCE = 3_000_000  # bytes that come without being asked for
WORKER = re.compile(r"const RELEASE = (\{.*?\n\});\n", re.DOTALL)
EDITION = pytest.mark.parametrize("edition", EDITIONS.values(), ids=EDITIONS.keys())


def packs(site: Site, edition: str) -> dict[str, list[tuple[str, str, int]]]:
    """Return the packs that the worker of an edition names: path below the site's root, hash, size."""
    found = WORKER.match((site.root / edition / "sw.js").read_text("utf-8"))
    assert found
    lists = {}
    for name, (path, digest) in json.loads(found[1])["lists"].items():
        content = (site.root / edition / path).read_bytes()
        assert digest == base64.b64encode(hashlib.sha256(content).digest()).decode()
        rows = json.loads(content)
        lists[name] = [(below_site(f"{edition}{address}"), *rest) for address, *rest in rows]
    return lists


def below_site(address: str) -> str:
    """Return an address without the steps up in it; that of a folder ends in a slash."""
    path = posixpath.normpath(f"./{address}")
    return f"{path}/" if address.endswith("/") or not address else path


def content(site: Site, path: str) -> bytes:
    file = site.root / path
    return (file / "index.html" if path.endswith("/") else file).read_bytes()


@EDITION
def test_every_file_of_a_pack_has_its_hash_and_is_in_no_other(site: Site, edition: str) -> None:
    rows = [row for pack in packs(site, edition).values() for row in pack]
    assert len({path for path, *_ in rows}) == len(rows)
    for path, digest, size in rows:
        found = content(site, path)
        assert (digest, size) == (base64.b64encode(hashlib.sha256(found).digest()).decode(), len(found)), path


@EDITION
def test_an_edition_is_small_enough_to_be_kept(site: Site, edition: str) -> None:
    small, rest = (sum(size for *_, size in pack) for pack in packs(site, edition).values())
    assert small <= MOST_AT_ONCE
    assert small + rest <= MOST


@EDITION
def test_all_pages_and_all_that_they_load_are_in_the_packs(site: Site, edition: str) -> None:
    kept = {path for pack in packs(site, edition).values() for path, *_ in pack}
    pages = sorted((site.root / edition).rglob("index.html"))
    if not edition:
        pages = [page for page in pages if site.root / "en" not in page.parents]
    for page in pages:
        folder = page.parent.relative_to(site.root).as_posix().removeprefix(".")
        address = f"{folder}/" if folder else "./"
        assert address in kept
        soup = BeautifulSoup(page.read_text("utf-8"), "html.parser")
        loaded = [tag["href"] for tag in soup.select("link[rel~=stylesheet], link[rel~=icon], link[rel=manifest]")]
        loaded += [tag["src"] for tag in soup.select("script[src], img[src]")]
        for name in map(str, loaded):
            if not name.startswith("data:"):
                assert urljoin(f"/{address}", name).lstrip("/") in kept, f"{page}: {name}"


def test_nothing_is_published_that_nobody_loads(site: Site) -> None:
    found = [file for pattern in ("*.map", "*.d.ts", "lunr*") for file in site.root.rglob(pattern)]
    assert found == []
    for file in [*site.root.rglob("*.js"), *site.root.rglob("*.css")]:
        assert b"sourceMappingURL=" not in file.read_bytes()
