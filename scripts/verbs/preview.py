"""Put the pages that a change touches into one file for each edition, which opens anywhere by itself."""

import argparse
import base64
import mimetypes
import subprocess
import sys
from html import escape
from pathlib import Path

from bs4 import BeautifulSoup, Tag

from macros.bank import load_bank
from macros.language import LANGUAGES, ROWS, Language
from macros.pages.addresses import page_url
from scripts.messages import Messages
from scripts.preview.touched import Touched, change_since, touched

# What does nothing without the site's script or the rest of the site.
_USELESS = "script, button, dialog, .headerlink, .md-content__button, .exam-summary-frame, .eq__actions"
# The page is one column, and what is wider than a phone scrolls, as the site's script has it.
_LAYOUT = "body { display: block; } .md-typeset table, .md-typeset figure { display: block; overflow-x: auto; }"
_POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the verb's arguments."""
    parser.add_argument("site", nargs="?", type=Path, help="the built site (default: site/)")
    parser.add_argument(
        "--base", default="HEAD^1", metavar="COMMIT", help="what to compare with (default: %(default)s)"
    )
    parser.add_argument("--out", type=Path, metavar="FOLDER", help="(default: dist/)")


def run(options: argparse.Namespace) -> int:
    """Write a preview-xx.html for each edition that has pages; 2 where there is no site or no such commit."""
    say = Messages("preview", options.lang)
    site: Path = options.site or options.root / "site"
    folder: Path = options.out or options.root / "dist"
    if not (site / "index.html").is_file():
        print(Messages("any", options.lang)("no_site", site=site), file=sys.stderr)
        return 2
    try:
        change = change_since(options.base, options.root)
    except subprocess.CalledProcessError as error:
        print(error.stderr.strip(), file=sys.stderr)
        return 2
    bank = load_bank(options.root)
    written = 0
    for edition in LANGUAGES:
        out = folder / f"preview-{edition}.html"
        out.unlink(missing_ok=True)
        pages = touched(change, bank, edition)
        if pages:
            out.parent.mkdir(parents=True, exist_ok=True)
            out.write_text(document(site, edition, pages), "utf-8")
            print(out)
            written += 1
    if change.anywhere:
        print(say("anywhere", files=", ".join(change.anywhere)))
    elif not written:
        print(say("none"))
    return 0


def document(site: Path, edition: Language, pages: list[Touched]) -> str:
    """Return one HTML file with the pages' text, their styles in it, and nothing that runs or is fetched."""
    root = site / ROWS[edition].folder
    styles: dict[Path, str] = {}
    items: list[str] = []
    articles: list[str] = []
    for page in pages:
        file = root / page_url(page.path) / "index.html"
        soup = BeautifulSoup(file.read_text("utf-8"), "html.parser")
        for link in soup.select('link[rel="stylesheet"]'):
            sheet = (file.parent / str(link["href"])).resolve()
            styles.setdefault(sheet, sheet.read_text("utf-8").replace("</style", ""))
            link.extract()
        articles.append(str(_article(soup, file.parent)))
        items.append(_item(page))
    say = Messages("preview", edition)
    title, note = say("title"), say("note")
    return (
        f'<!doctype html>\n<html lang="{ROWS[edition].tag}"><head><meta charset="utf-8">'
        f'<meta http-equiv="Content-Security-Policy" content="{escape(_POLICY)}">'
        f'<meta name="viewport" content="width=device-width,initial-scale=1"><title>{title}</title>'
        f"<style>{''.join(styles.values())}{_LAYOUT}</style></head>"
        '<body dir="ltr" data-md-color-scheme="default" data-md-color-primary="custom">'
        '<main class="md-grid md-content">'
        f'<div class="md-content__inner md-typeset"><h1>{title}</h1><p>{note}</p><ul>{"".join(items)}</ul></div>'
        f"{''.join(articles)}</main></body></html>\n"
    )


def _article(soup: BeautifulSoup, folder: Path) -> Tag:
    """Return a page's text, pictures in it, without what does nothing here; links within the site become plain text."""
    (article,) = soup.select("article")
    for useless in article.select(_USELESS):
        useless.extract()
    for link in article.select("a[href]"):
        if not str(link["href"]).startswith(("#", "https:", "http:")):
            link.unwrap()
    for image in article.select('img[src]:not([src^="data:"])'):
        picture = folder / str(image["src"])
        kind = mimetypes.guess_type(picture.name)[0]
        image["src"] = f"data:{kind};base64,{base64.b64encode(picture.read_bytes()).decode()}"
    return article


def _item(page: Touched) -> str:
    links = "".join(f'<li><a href="#{escape(name)}">{escape(name)}</a></li>' for name in page.questions)
    return f"<li><code>{escape(page.path)}</code>{f'<ul>{links}</ul>' if links else ''}</li>"
