"""Run lychee over the built site, as if a server gave it out under its own path."""

import glob
import html
import json
import re
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, urlsplit

_CANONICAL = re.compile(r'<link rel="canonical" href="([^"]*)"')
_TIMEOUT = 300  # seconds; the whole site takes one


class LinkCheckError(Exception):
    """The links could not be checked at all."""


@dataclass(frozen=True)
class BrokenLink:
    """A link of a built page that leads nowhere."""

    page: str  # the file in the site, such as en/inference/async/index.html
    line: int
    offset: int  # where in the file's text the link begins
    target: str  # as the page writes it
    resolved: str  # what was looked for, from the site's root
    is_fragment: bool  # the page is there, its heading or anchor is not


def find_lychee() -> Path | None:
    """Return the program: beside this Python, where pip puts it, or else on the PATH."""
    beside = Path(sys.executable).with_name("lychee")
    found = str(beside) if beside.is_file() else shutil.which("lychee")
    return Path(found) if found else None


def site_address(site: Path) -> str:
    """Return the address that a built site was built for, which its home page names."""
    match = _CANONICAL.search((site / "index.html").read_text("utf-8"))
    if match is None:
        raise LinkCheckError(f"{site / 'index.html'}: no canonical address")
    return html.unescape(match[1])


def broken_links(site: Path, lychee: Path) -> list[BrokenLink]:
    """Check every internal link, image, script and fragment of a built site, without the network.

    Args:
        site: the folder that holds index.html.
        lychee: the program.

    Returns:
        The broken ones, by page and place.
    """
    address = site_address(site)
    with tempfile.TemporaryDirectory() as temporary:
        # 404.html writes the sub-path that Pages serves from; a root that has that path makes it resolve.
        root = Path(temporary).resolve()
        served = root.joinpath(*filter(None, urlsplit(address).path.split("/")))
        if served == root:
            served = root = site.resolve()
        else:
            served.parent.mkdir(parents=True, exist_ok=True)
            served.symlink_to(site.resolve(), target_is_directory=True)
        report = _report(lychee, root, served, address)
        found = [
            _broken(site, Path(file).relative_to(served).as_posix(), error, served)
            for file, errors in report["error_map"].items()
            for error in errors
        ]
    return sorted(found, key=lambda link: (link.page, link.offset, link.resolved))


def _report(lychee: Path, root: Path, served: Path, address: str) -> dict[str, dict[str, list[dict[str, object]]]]:
    command = [
        str(lychee),
        *("--config", "/dev/null", "--offline", "--no-progress", "--include-fragments", "--format", "json"),
        *("--index-files", "index.html", "--root-dir", str(root)),
        # The site's own absolute addresses (canonical, sitemap) are internal links too.
        *("--remap", f"^{re.escape(address)}(.*)$ {served.as_uri()}/$1"),
        # What such a page is asked for stands where a heading's id would: practice/session/#state=missed.
        *("--remap", r"^(.*/practice/[a-z-]+)/?#[a-z]+=.*$ $1/"),
        # lychee takes both for patterns, in which a folder called [x] would mean one called x.
        f"{glob.escape(str(served))}/**/*.html",
        f"{glob.escape(str(served))}/sitemap.xml",
    ]
    result = subprocess.run(command, capture_output=True, text=True, timeout=_TIMEOUT, check=False)  # noqa: S603
    try:
        report = json.loads(result.stdout)
    except ValueError:
        raise LinkCheckError(f"lychee stopped with status {result.returncode}: {result.stderr.strip()}") from None
    if not report["total"]:
        raise LinkCheckError(f"{served}: lychee found no links")
    return dict(report)


def _broken(site: Path, page: str, error: dict[str, object], served: Path) -> BrokenLink:
    span, status = error["span"], error["status"]
    assert isinstance(span, dict)  # noqa: S101 - lychee's format
    assert isinstance(status, dict)  # noqa: S101 - lychee's format
    # Not splitlines: lychee counts line feeds alone.
    text = (site / page).read_text("utf-8")
    before = text.split("\n")[: span["line"] - 1]
    offset = sum(len(line) + 1 for line in before) + span["column"] - 1
    # Of a folder's name, lychee encodes some signs and as_uri others.
    resolved = unquote(str(error["url"])).removeprefix(unquote(served.as_uri())).lstrip("/")
    target = html.unescape(_attribute(text, offset)) or resolved
    return BrokenLink(page, span["line"], offset, target, resolved, "fragment" in str(status["text"]).lower())


def _attribute(text: str, offset: int) -> str:
    """Return the attribute's value, or the XML text, that begins at this place."""
    ends = {'"': '"', "'": "'", ">": "<"}
    end = ends.get(text[offset - 1]) if offset else None
    if end is None:
        match = re.match(r"[^\s>]*", text[offset:])
        return match[0] if match else ""
    return text[offset : text.find(end, offset)]
