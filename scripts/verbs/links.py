"""Check every internal link, image and anchor of the built site, and name the file that holds a broken one."""

import argparse
import json
import sys
from pathlib import Path

from macros.problems import located
from scripts.links.check import BrokenLink, LinkCheckError, broken_links, find_lychee, site_address
from scripts.links.origin import origin
from scripts.messages import Messages


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the verb's arguments."""
    parser.add_argument("site", nargs="?", type=Path, help="the built site (default: site/)")
    parser.add_argument("--format", choices=("text", "json"), default="text", help="text for people; json for tools")


def run(options: argparse.Namespace) -> int:
    """Print the broken links; 1 if there are any, 2 where there is no site or no lychee."""
    say = Messages("links", options.lang)
    site: Path = options.site or options.root / "site"
    lychee = find_lychee()
    if not (site / "index.html").is_file():
        print(Messages("any", options.lang)("no_site", site=site), file=sys.stderr)
        return 2
    if lychee is None:
        print(say("no_lychee"), file=sys.stderr)
        return 2
    try:
        links = broken_links(site, lychee)
    except LinkCheckError as error:
        print(error, file=sys.stderr)
        return 2
    # One broken link of the navigation or of a question stands on many pages: it is told once.
    found = {
        (str(origin(options.root, site, link.page, link.offset, link.target)), link.target, link.is_fragment): link
        for link in reversed(links)
    }
    rows = sorted(found.items(), key=lambda row: row[0])
    if options.format == "json":
        print(json.dumps([_as_json(*row) for row in rows], indent=2))
        return 1 if rows else 0
    for (place, target, is_fragment), link in rows:
        message = say("fragment" if is_fragment else "file", target=target)
        print(located(place, message, say("help", page=link.page, resolved=link.resolved), say.language))
    files = len({key[0].split(":")[0] for key, _ in rows})
    print(say("summary", count=len(rows), files=files, address=site_address(site)))
    return 1 if rows else 0


def _as_json(key: tuple[str, str, bool], link: BrokenLink) -> dict[str, object]:
    place, target, is_fragment = key
    return {
        "place": place,
        "target": target,
        "kind": "fragment" if is_fragment else "file",
        "page": link.page,
        "resolved": link.resolved,
    }
