"""Build the site of both editions, ready to publish, with MkDocs or with Zensical."""

import argparse
import sys
from pathlib import Path

from scripts.site.build import NotBuilt, build
from scripts.site.editions import BUILDERS


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the verb's arguments."""
    parser.add_argument("site", nargs="?", type=Path, help="where to write it (default: site/)")
    parser.add_argument("--builder", choices=BUILDERS, default="mkdocs", help="(default: %(default)s)")
    parser.add_argument("--downloads", action="store_true", help="make the files for Anki, Moodle and paper as well")


def run(options: argparse.Namespace) -> int:
    """Build the site; 1 where its sources have mistakes."""
    try:
        site: Path = options.site or options.root / "site"
        build(options.root, site.resolve(), options.builder, options.lang, downloads=options.downloads)
    except NotBuilt as reason:
        print(str(reason).strip(), file=sys.stderr)
        return 1
    return 0
