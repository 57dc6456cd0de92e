"""The site's pages for search engines: each with its twin, and the day of its last review."""

import gzip
from html import escape

from macros.bank import Bank
from macros.language import LANGUAGES, TAGS, Language
from macros.pages.addresses import page_url

FILE = "sitemap.xml"
_HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">'
)


def sitemap(bank: Bank, language: Language, addresses: dict[Language, str]) -> bytes:
    """Return the sitemap of an edition.

    Args:
        bank: whose pages.
        language: which edition.
        addresses: where each edition is, with a slash at the end.
    """
    rows = [_HEAD]
    for path in sorted(bank.pages.headings[language], key=page_url):
        url = page_url(path)
        rows += ["  <url>", f"    <loc>{escape(addresses[language] + url)}</loc>"]
        if day := bank.pages.reviewed[language].get(path):
            rows.append(f"    <lastmod>{day.isoformat()}</lastmod>")
        rows += [
            f'    <xhtml:link rel="alternate" hreflang="{TAGS[twin]}" href="{escape(addresses[twin] + url)}"/>'
            for twin in LANGUAGES
            if path in bank.pages.headings[twin]
        ]
        rows.append("  </url>")
    return "\n".join([*rows, "</urlset>"]).encode()


def packed(content: bytes) -> bytes:
    """Return content in a gzip archive that does not tell when it was made."""
    return gzip.compress(content, mtime=0)
