"""What the Markdown of a question's texts may hold: rules Q005, Q015, Q017, Q018, Q024 to Q026 and, by entity, Y015."""

import re
from collections.abc import Iterator, Sequence

from markdown_it.token import Token

from macros.checks.formulas import formulas
from macros.checks.sources import is_https
from macros.markup import parser
from macros.problems import Problem
from macros.questions.entry import Entry
from macros.reading.characters import hidden
from macros.reading.nodes import Path_

_HTML = re.compile(r"</?[A-Za-z][A-Za-z0-9-]*(?:\s[^<>]*)?/?>|<!--.*?(?:-->|\Z)|<[!?][A-Za-z\[][^<>]*>", re.DOTALL)
# The parser leaves a link with a scheme such as javascript: as the text that it was.
_REFUSED_LINK = re.compile(r"\[[^\]]*\]\(\s*([^)\s]+)")
_DEFINITION = re.compile(r"^[ \t>]*(\[(?P<note>\^)?[^\]\n]+\]):", re.MULTILINE)

# Most texts have none of these, and need no parser.
_MAY_HAVE_MARKUP = re.compile(r"[<&$\\\]]")
_MAY_HAVE_BLOCKS = re.compile(
    r"^[ \t]*(?:[#>|~=]|[-+*](?:[ \t\-*]|$)|__|_ |```|[0-9]{1,9}[.)](?:[ \t]|$))", re.MULTILINE
)
_TABLE = re.compile(r"^[^\n]*\|[^\n]*\n[ \t]*\|?[ \t]*:?-+", re.MULTILINE)

_BLOCKS = {
    "heading_open": "heading",
    "hr": "rule",
    "blockquote_open": "quote",
    "table_open": "table",
    "bullet_list_open": "list",
    "ordered_list_open": "list",
    "fence": "code",
    "code_block": "code",
}
# What fits where: a stem is a small page of its own, an option a label, a reason a sentence.
_REFUSED = {
    "stem": frozenset({"heading", "rule", "quote"}),
    "option": frozenset({"heading", "rule", "quote", "table"}),
    "reason": frozenset(_BLOCKS.values()),
}
_CODE_SPAN = re.compile(r"(?<![`\\])(`+)(?!`).+?(?<!`)\1(?!`)", re.DOTALL)
_MATHS_CODE = frozenset({"math", "latex", "tex", "katex"})
_MOST_CHARACTERS = 60


def check_markdown(entry: Entry, texts: Sequence[tuple[Path_, str]]) -> Iterator[Problem]:
    """Yield every problem with the Markdown of a question's texts.

    Args:
        entry: the question.
        texts: all that it shows, each with the path of its field.
    """
    for path, text in texts:
        if not text.strip():
            yield entry.problem("Q005", path, key=str(path[-1]))
    # Asked of all at once, which costs a tenth of asking each; few questions have any.
    if _may_have_markup("\n".join(text for _, text in texts)):
        for path, text in texts:
            if _may_have_markup(text):
                yield from _check_text(entry, path, text)


def _may_have_markup(text: str) -> bool:
    return bool(_MAY_HAVE_MARKUP.search(text) or _MAY_HAVE_BLOCKS.search(text) or ("|" in text and _TABLE.search(text)))


def _check_text(entry: Entry, path: Path_, text: str) -> Iterator[Problem]:
    references: dict[str, object] = {}
    tokens = parser().parse(text, references)
    yield from _check_blocks(entry, path, tokens)
    for match in _DEFINITION.finditer(text):
        # What only looks like a definition of a link is text; a footnote is none to this parser, and would be text too.
        if references.get("references") or match["note"]:
            yield entry.problem("Q025", path, name=match[1])
    for token in tokens:
        if token.type == "inline":
            yield from _check_inline(entry, path, token.children or [])
            for _, formula in formulas(_CODE_SPAN.sub("`", token.content)):
                yield entry.problem("Q026", path, formula=formula)


def _check_blocks(entry: Entry, path: Path_, tokens: list[Token]) -> Iterator[Problem]:
    kind = "stem" if path[0] == "stem" else "option" if path[-1] == "text" else "reason"
    told: set[tuple[str, str]] = set()
    for index, token in enumerate(tokens):
        block = _BLOCKS.get(token.type)
        if block is None:
            continue
        if block == "code" and token.info.strip().casefold() in _MATHS_CODE:
            yield entry.problem("Q026", path, formula=_shown(token.content))
        if block in _REFUSED[kind]:
            content = (later.content for later in tokens[index:] if later.content)
            words = token.markup[:3] if block == "rule" else next(content, token.markup)
            if (block, words) not in told:
                told.add((block, words))
                yield entry.problem("Q024", path, block=block, words=_shown(words), fits=kind)


def _check_inline(entry: Entry, path: Path_, children: list[Token]) -> Iterator[Problem]:
    prose = ""
    for child in children:
        if child.type == "link_open":
            url = str(child.attrGet("href") or "")
            if prose.endswith("!"):  # an image: the parser has them switched off
                yield entry.problem("Q018", path, url=url)
            elif not is_https(url):
                yield entry.problem("Q017", path, url=url)
        # Code shows what it says, and parts the words around it.
        prose += (
            child.content
            if child.type == "text"
            else "\n"
            if child.type.endswith("break")
            else "`" * (child.type == "code_inline")
        )
    tags = list(dict.fromkeys(_shown(tag) for tag in _HTML.findall(prose)))
    opened = {match[0].casefold() for tag in tags if (match := re.match(r"<[\w-]+", tag))}
    tags = [tag for tag in tags if not tag.startswith("</") or f"<{tag[2:-1].strip()}".casefold() not in opened]
    for tag in tags:
        yield entry.problem("Q015", path, tag=tag)
    if not tags:
        for link in _REFUSED_LINK.findall(prose):
            yield entry.problem("Q017", path, url=link)
    if names := hidden(prose):
        yield entry.problem("Y015", path, character=", ".join(names))


def _shown(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= _MOST_CHARACTERS else f"{text[:_MOST_CHARACTERS]}…"
