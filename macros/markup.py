"""Question text to HTML: CommonMark with tables and without raw HTML, on one line, so that no list item tears it."""

import functools
import re
from collections.abc import Sequence
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.common.utils import escapeHtml
from markdown_it.renderer import RendererHTML
from markdown_it.token import Token

# Text without any of these is the same in Markdown as in prose. Most of a bank's text is, but for code between
# single backticks, and turning both into HTML directly costs a hundredth of a parse.
_INLINE_SPECIAL = re.compile(r"[\\`*_\[\]<&!\n]")
_BLOCK_SPECIAL = re.compile(r"[\\*_\[\]<&!\n]|``|^(?:[#>\-+=~|\s]|[0-9]{1,9}[.)])")
_CODE_SPAN = re.compile(r"(?<!`)`([^`\n\s](?:[^`\n]*[^`\n\s])?)`(?!`)")


@functools.cache
def parser() -> MarkdownIt:
    """Return the one parser: CommonMark and tables, raw HTML shown as text, images left as text."""
    made = MarkdownIt("commonmark", {"html": False, "xhtmlOut": False}).enable("table").disable("image")
    for name, rule in (("table_open", _open_table), ("table_close", _close_table), ("th_open", _open_cell)):
        made.add_render_rule(name, rule)
    return made


# A table scrolls in a box of its own, which the keyboard reaches; both classes have their style in site.css.
# A confusion matrix has nothing in its first corner: an empty heading would be read out as one.
def _open_table(*_: object) -> str:
    return '<div class="wide" tabindex="0"><table class="facts">'


def _close_table(*_: object) -> str:
    return "</table></div>"


def _open_cell(renderer: RendererHTML, tokens: Sequence[Token], index: int, options: Any, env: Any) -> str:  # noqa: ANN401
    del env
    cell = tokens[index]
    if not tokens[index + 1].content:
        cell.tag = tokens[index + 2].tag = "td"
    else:
        cell.attrSet("scope", "col")
    return renderer.renderToken(tokens, index, options, {})


@functools.cache  # pages and practice show the same explanations
def render_inline(text: str) -> str:
    """Return a text of one paragraph as HTML, without a tag around it."""
    text = text.strip()
    return _prose(text) or _one_line(parser().renderInline(text))


def _prose(text: str) -> str | None:
    """Return the HTML of a text that holds no Markdown but code spans; None for any other."""
    parts = _CODE_SPAN.split(text)
    if any(_INLINE_SPECIAL.search(part) for part in parts[::2]):
        return None
    return "".join(
        f"<code>{escapeHtml(part)}</code>" if number % 2 else escapeHtml(part) for number, part in enumerate(parts)
    )


# Stems and options are the same in both editions, which are built one after the other: a cache with a limit would
# forget each text just before it is asked for again.
@functools.cache
def render_stem(text: str) -> tuple[str, str]:
    """Return a stem as HTML in two parts: the scenario, and the question that its last paragraph asks.

    The scenario is blocks (empty for a stem of one paragraph); the question is inline.
    A stem that does not end in a paragraph is all scenario.
    """
    paragraphs = text.strip("\n").split("\n\n")
    if not any(_BLOCK_SPECIAL.search(paragraph) for paragraph in paragraphs):
        *scenario, ask = (_prose(paragraph.rstrip()) for paragraph in paragraphs)
        if ask and all(scenario):
            return " ".join(f"<p>{paragraph}</p>" for paragraph in scenario), ask
    tokens = parser().parse(text)
    if not _ends_in_paragraph(tokens):
        return _render(tokens), ""
    return _render(tokens[:-3]), _render(tokens[-2:-1])


def render_option(text: str) -> str:
    """Return an option as HTML: inline where it is one paragraph, else blocks (fenced code, say)."""
    scenario, last = render_stem(text)
    return f"{scenario}<p>{last}</p>" if scenario and last else scenario or last


def _ends_in_paragraph(tokens: list[Token]) -> bool:
    return bool(tokens) and tokens[-1].type == "paragraph_close" and tokens[-1].level == 0


def _render(tokens: list[Token]) -> str:
    return _one_line(parser().renderer.render(tokens, parser().options, {}))


def _one_line(html: str) -> str:
    """Return HTML without line breaks: those inside <pre> become references, the others spaces.

    So do tabs there: the page's own Markdown would fill each up to the next stop of a line that is no longer one.
    """
    parts = re.split(r"(<pre>.*?</pre>)", html.strip(), flags=re.DOTALL)
    return "".join(
        part.replace("\n", "&#10;").replace("\t", "&#9;") if part.startswith("<pre>") else part.replace("\n", " ")
        for part in parts
    )
