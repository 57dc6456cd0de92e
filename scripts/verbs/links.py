"""Check every internal link, image and anchor of the built site, and name the file that holds a broken one."""

import argparse
import json
import sys
from pathlib import Path

from macros.language import LANGUAGES, Language, system_language
from scripts.links.check import BrokenLink, LinkCheckError, broken_links, find_lychee, site_address
from scripts.links.origin import origin
from scripts.paths import ROOT

_TEXTS: dict[str, dict[Language, str]] = {
    "no_site": {
        "pt": "{site}: não há site ali; rode antes `make site`",
        "en": "{site}: no site; run `make site` first",
    },
    "no_lychee": {
        "pt": "falta o programa lychee, que confere os links; `make site` o instala",
        "en": "lychee, the program that checks links, is missing; `make site` installs it",
    },
    "file": {"pt": "o link leva a nada: {target}", "en": "the link leads nowhere: {target}"},
    "fragment": {
        "pt": "a página existe, mas não o título ou a âncora: {target}",
        "en": "the page is there, but not the heading or anchor: {target}",
    },
    "help": {
        "pt": "    ajuda: corrija ou apague o link; {page} foi procurar {resolved} no site",
        "en": "    help: fix or remove the link; {page} looks for {resolved} in the site",
    },
    "summary": {
        "pt": "{count} link(s) quebrado(s) em {files} arquivo(s) do site de {address}",
        "en": "{count} broken link(s) in {files} file(s) of the site for {address}",
    },
}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the verb's arguments."""
    parser.add_argument("site", nargs="?", type=Path, default=ROOT / "site", help="the built site (default: site/)")
    parser.add_argument("--lang", choices=LANGUAGES, default=system_language(), help="language of the messages")
    parser.add_argument("--format", choices=("text", "json"), default="text", help="text for people; json for tools")


def run(options: argparse.Namespace) -> int:
    """Print the broken links; 1 if there are any, 2 where there is no site or no lychee."""
    language: Language = options.lang
    lychee = find_lychee()
    if not (options.site / "index.html").is_file():
        print(_TEXTS["no_site"][language].format(site=options.site), file=sys.stderr)
        return 2
    if lychee is None:
        print(_TEXTS["no_lychee"][language], file=sys.stderr)
        return 2
    try:
        links = broken_links(options.site, lychee)
    except LinkCheckError as error:
        print(error, file=sys.stderr)
        return 2
    # One broken link of the navigation or of a question stands on many pages: it is told once.
    found = {(_origin(options.site, link), link.target, link.is_fragment): link for link in reversed(links)}
    rows = sorted(found.items(), key=lambda row: row[0])
    if options.format == "json":
        print(json.dumps([_as_json(*row) for row in rows], indent=2))
        return 1 if rows else 0
    for (place, target, is_fragment), link in rows:
        print(f"{place}: {_TEXTS['fragment' if is_fragment else 'file'][language].format(target=target)}")
        print(_TEXTS["help"][language].format(page=link.page, resolved=link.resolved))
    files = len({key[0].split(":")[0] for key, _ in rows})
    print(_TEXTS["summary"][language].format(count=len(rows), files=files, address=site_address(options.site)))
    return 1 if rows else 0


def _origin(site: Path, link: BrokenLink) -> str:
    return str(origin(ROOT, site, link.page, link.offset, link.target))


def _as_json(key: tuple[str, str, bool], link: BrokenLink) -> dict[str, object]:
    place, target, is_fragment = key
    return {
        "place": place,
        "target": target,
        "kind": "fragment" if is_fragment else "file",
        "page": link.page,
        "resolved": link.resolved,
    }
