"""What makes an edition an app that can be installed: its web manifest, its icons, and its page without a network."""

import json
import re
from collections.abc import Mapping
from functools import cache
from html import escape
from pathlib import Path
from typing import Any

import resvg_py

from macros.language import ROWS, Language
from macros.rendering.words import sections

MANIFEST = "app.webmanifest"
OFFLINE_PAGE = "offline.html"
# Below the root of an edition; overrides/main.html names the one for Apple's devices.
_ICONS = "assets/images"
_SIZES = (180, 192, 512)
_MARK = Path(__file__).parents[2] / "overrides/assets/images/favicon.svg"
_COLOR = "#0e3440"
# A system cuts a maskable icon to its own shape: all that matters is within four fifths of the width.
_SAFE = 0.78

_TITLE = re.compile(r"<title>.*?</title>", re.DOTALL)
_ARTICLE = re.compile(r"(?<=<article class=\"md-content__inner md-typeset\">).*?(?=</article>)", re.DOTALL)
_WAY_TO_EDITION = re.compile(r"\s*<script>\s*\{\s*const english\b.*?</script>", re.DOTALL)
_LOGO = re.compile(r'<a href="([^"]*)"[^>]*\bclass="md-header__button md-logo"')


def app_files(language: Language, settings: Mapping[str, Any]) -> dict[str, bytes]:
    """Return the manifest and the icons of an edition, by their path below its root."""
    mark = _MARK.read_text("utf-8")
    icons = {f"{_ICONS}/icon-{size}.png": _drawn(mark, size) for size in _SIZES}
    icons[f"{_ICONS}/icon-maskable.png"] = _drawn(_maskable(mark), 512)
    return icons | {MANIFEST: _manifest(language, settings)}


def offline_page(not_found: str, language: Language) -> str:
    """Return what a page shows that is neither kept nor to be had now: the edition's 404.html, with other words.

    Raises:
        ValueError: 404.html is not made as the theme makes it.
    """
    s = sections(language)["offline"]["page"]
    logo = _LOGO.search(not_found)
    if not logo or not _ARTICLE.search(not_found):
        raise ValueError("404.html has no article, or no logo that leads home")
    home = logo[1].rstrip("./")
    target = ' id="__skip"' if 'href="#__skip"' in not_found else ""  # Zensical's link to the content leads there
    article = (
        f"\n<h1{target}>{escape(s['title'])}</h1>\n<p>{escape(s['lead'])}</p>\n"
        f'<p class="ways-on"><a class="md-button md-button--primary" href="">{escape(s["again"])}</a>\n'
        f'<a class="md-button" href="{home}/practice/">{escape(s["practice"])}</a>\n'
        f'<a class="md-button" href="{home}/">{escape(s["home"])}</a></p>\n<p>{escape(s["keep"])}</p>\n'
    )
    page = _WAY_TO_EDITION.sub("", not_found)
    page = _TITLE.sub(f"<title>{escape(s['title'])}</title>", page, count=1)
    return _ARTICLE.sub(lambda _: article, page, count=1)


def _manifest(language: Language, settings: Mapping[str, Any]) -> bytes:
    s = sections(language)["offline"]["app"]
    icons = [
        {"src": "assets/images/favicon.svg", "sizes": "any", "type": "image/svg+xml"},
        *(
            {"src": f"{_ICONS}/icon-{size}.png", "sizes": f"{size}x{size}", "type": "image/png"}
            for size in _SIZES
            if size > 180  # noqa: PLR2004 - Apple's devices do not ask the manifest
        ),
        {"src": f"{_ICONS}/icon-maskable.png", "sizes": "512x512", "type": "image/png", "purpose": "maskable"},
    ]
    manifest = {
        "name": settings["site_name"],
        "short_name": s["short_name"],
        "description": settings["site_description"],
        "lang": ROWS[language].tag,
        "start_url": "./",
        "scope": "./",
        "display": "standalone",
        "theme_color": _COLOR,
        "background_color": _COLOR,
        "icons": icons,
        "shortcuts": [
            {"name": s["session"], "url": "practice/session/"},
            {"name": s["mock"], "url": "practice/mock-exam/"},
        ],
    }
    return json.dumps(manifest, ensure_ascii=False, indent=1).encode()


def _maskable(mark: str) -> str:
    """Return the mark small enough for any shape, on a ground that has no corners."""
    head, ground, figures = re.split(r"(<rect[^>]*/>)", mark.strip().removesuffix("</svg>"), maxsplit=1)
    edge = 16 * (1 - _SAFE)
    ground = re.sub(r'\srx="[^"]*"', "", ground)
    return f'{head}{ground}<g transform="translate({edge:g} {edge:g}) scale({_SAFE})">{figures}</g></svg>'


@cache
def _drawn(svg: str, size: int) -> bytes:
    return bytes(resvg_py.svg_to_bytes(svg_string=svg, width=size, height=size))
