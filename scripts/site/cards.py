"""The picture that a chat or a social network shows beside a link: one for each section of an edition."""

import hashlib
import os
from collections.abc import Iterator, Mapping
from html import escape
from pathlib import Path
from typing import Any

import resvg_py

from macros.bank import Bank
from macros.language import Language, format_number
from macros.rendering.words import HOME_STRINGS

# Below the root of an edition; overrides/main.html names the files.
FOLDER = "assets/cards"
HOME = "home"
# The font of the site's headings, as no browser needs it: the machine's own fonts would make other pictures.
_FONT = Path(__file__).with_name("bricolage-grotesque-700.ttf")
_COLORS = ((0, 336, "#6ea3ff"), (336, 288, "#c48bf2"), (624, 288, "#f0ad4e"), (912, 288, "#ff82ab"))
_LONG = 14
_KEPT = Path(__file__).parents[2] / ".cache" / "cards"


def section_cards(bank: Bank, language: Language, settings: Mapping[str, Any]) -> dict[str, bytes]:
    """Return a PNG for each section, by its path below the edition's root.

    Args:
        bank: whose questions are counted.
        language: the edition.
        settings: its configuration, which names the site and its sections.
    """
    name = str(settings["site_name"])
    cards = {f"{FOLDER}/{HOME}.png": card(name, _count(bank, language, ""), "")}
    for folder, title in _sections(settings["nav"]):
        cards[f"{FOLDER}/{folder}.png"] = card(title, _count(bank, language, f"{folder}/"), name)
    return cards


def card(title: str, note: str, site: str) -> bytes:
    """Return a card as PNG, 1200 × 630: the mark, a title in one or two lines, a note, and the name of the site."""
    lines = _lines(title)
    rows = "".join(
        f'<text x="80" y="{330 + 104 * number}" font-size="96" fill="#fff">{escape(line)}</text>'
        for number, line in enumerate(lines)
    )
    stripe = "".join(f'<rect x="{x}" y="606" width="{width}" height="24" fill="{fill}"/>' for x, width, fill in _COLORS)
    svg = (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1200 630" font-family="Bricolage Grotesque" '
        'font-weight="700"><rect width="1200" height="630" fill="#0e3440"/>'
        '<g transform="translate(72 60) scale(4.4)" fill="none" stroke="#fff" stroke-width="2"><path d="M5 12h7v8H5z'
        'M12 16h3.5M18.5 9h-3v14h3M18.5 5H27v8h-8.5z"/><path stroke="none" fill="#5fd0c2" d="M17.5 18H28v10H17.5z"/>'
        '<path stroke="#0e3440" d="m20 23 2.2 2.2 3.8-4.4"/></g>'
        f'{rows}<text x="80" y="560" font-size="38" fill="#5fd0c2">{escape(note)}</text>'
        f'<text x="1120" y="560" font-size="38" fill="#ffffffcc" text-anchor="end">{escape(site)}</text>{stripe}</svg>'
    )
    return _drawn(svg)


def _drawn(svg: str) -> bytes:
    """Return an SVG as PNG; what was drawn before is kept, because drawing takes longer than anything else here."""
    kept = _KEPT / f"{hashlib.sha256(_FONT.read_bytes() + svg.encode()).hexdigest()}.png"
    if not kept.is_file():
        kept.parent.mkdir(parents=True, exist_ok=True)
        new = kept.with_suffix(f".{os.getpid()}")
        new.write_bytes(bytes(resvg_py.svg_to_bytes(svg_string=svg, skip_system_fonts=True, font_files=[str(_FONT)])))
        new.replace(kept)
    return kept.read_bytes()


def _lines(title: str) -> list[str]:
    """Return a title in at most two lines of about the same length."""
    words = title.split()
    if len(title) <= _LONG or len(words) == 1:
        return [title]
    cut = min(range(1, len(words)), key=lambda n: abs(len(" ".join(words[:n])) - len(" ".join(words[n:]))))
    return [" ".join(words[:cut]), " ".join(words[cut:])]


def _count(bank: Bank, language: Language, start: str) -> str:
    count = sum(e.question.is_visible and e.question.page_path.startswith(start) for e in bank.entries.values())
    words = HOME_STRINGS[language]
    return words.questions.format(count=format_number(count, language)) if count > 1 else ""


def _sections(nav: list[str | dict[str, Any]]) -> Iterator[tuple[str, str]]:
    """Yield the folder and the title of each section of a navigation, which may name pages beside them."""
    for item in nav:
        for title, pages in item.items() if isinstance(item, dict) else ():
            if isinstance(pages, list):
                first = pages[0]
                path = first if isinstance(first, str) else next(iter(first.values()))
                yield str(path).partition("/")[0], title
