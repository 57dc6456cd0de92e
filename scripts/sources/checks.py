"""What is wrong with a cited page: gone, moved, without its anchor, or carrying a notice that the facts do not know."""

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from html.parser import HTMLParser
from http import HTTPStatus
from urllib.parse import unquote, urlsplit

from macros.facts import Feature
from scripts.sources.citations import Citation
from scripts.sources.fetching import Answer, phrase

# Official documentation, whose notices say what AWS does to a feature.
OFFICIAL = frozenset({"docs.aws.amazon.com"})
# In the order of the report: what needs a fix first, then what may pass by itself.
KINDS = ("gone", "lies", "moved", "anchor", "closed", "deprecated", "renamed", "unsure")

# A DOI is made to lead elsewhere.
_RESOLVERS = frozenset({"doi.org"})
_GONE = re.compile(
    r"\b(?:page|file|document)(?: was| could)? not (?:be )?found\b|\berror 404\b|\b404\b|página não encontrada"
    r"|page (?:does not exist|doesn't exist|is no longer available)",
    re.IGNORECASE,
)
_NOTICES = {
    "closed": re.compile(
        r"(?:no longer|not|isn't|stop\w*) (?:be )?(?:open|available|accept\w*|onboard\w*|offered)"
        r"(?: to| for)? new (?:customers|accounts)"
        r"|clos(?:ed?|es|ing) (?:new customer access|(?:access )?to new customers)|new customer access",
        re.IGNORECASE,
    ),
    "deprecated": re.compile(
        r"\b(?:is|are|was|were|been|be|being) (?:deprecated|discontinued|retired|sunset)\b"
        r"|\bend of (?:life|support|service)\b|\bwill (?:end|discontinue) support\b"
        r"|\bno longer (?:supported|maintained)\b",
        re.IGNORECASE,
    ),
    "renamed": re.compile(
        r"\b(?:has been|was|is being) renamed\b|\bis now (?:called|known as|named)\b"
        r"|\b(?:formerly|previously) (?:known as|called|named)\b",
        re.IGNORECASE,
    ),
}
# Which notices each status of facts/availability.yml already tells.
_TELLS = {
    "closed": {"closed"},
    "deprecated": {"deprecated", "closed"},
    "renamed": {"renamed"},
    "discontinued": {"closed", "deprecated"},
    "reopened": {"closed"},
}
# The service's own new name, which the whole site uses.
_WHOLE_SERVICE = re.compile(r"Amazon SageMaker (?:was|has been) renamed to Amazon SageMaker AI", re.IGNORECASE)
_BRAND = re.compile(r"^(?:(?:Amazon|AWS) )?(?:SageMaker (?:AI )?)?| ?\(.*\)$")
# A page's own notice stands at its top or in a box; "deprecated" further down is about a parameter or an image.
_TOP = 2500
_LONGEST = 300
_HEADLINES = frozenset({"title", "h1"})
_SKIPPED = frozenset({"script", "style", "noscript", "template", "nav", "header", "footer"})
_BLOCKS = frozenset({"p", "li", "div", "td", "th", "dd", "dt", "h1", "h2", "h3", "h4", "title", "br", "pre", "tr"})
_LASTING_ERRORS = frozenset({"redirect loop", "no such host"})


@dataclass(frozen=True)
class Finding:
    """Something wrong with a cited address."""

    kind: str
    citation: Citation
    detail: str


class _Reader(HTMLParser):
    """Collects the text of a page in blocks, the text in boxes, its headlines and its anchors."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.blocks: list[str] = [""]
        self.boxed: list[str] = []
        self.headlines: list[str] = []
        self.anchors: set[str] = set()
        self._skipped = 0
        self._headline = False
        self._box = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self.anchors.update(value for key in ("id", "name") if (value := given.get(key)))
        self._skipped += tag in _SKIPPED
        if tag in _HEADLINES:
            self._headline = True
            self.headlines.append("")
        if tag == "div" and (self._box or re.search(r"awsdocs-(?:note|important|warning)", given.get("class") or "")):
            self._box += 1
        if tag in _BLOCKS:
            self.blocks.append("")

    def handle_endtag(self, tag: str) -> None:
        self._skipped -= tag in _SKIPPED and self._skipped > 0
        if tag in _HEADLINES:
            self._headline = False
        if tag == "div" and self._box:
            self._box -= 1
        if tag in _BLOCKS:
            self.blocks.append("")

    def handle_data(self, data: str) -> None:
        if self._headline:
            self.headlines[-1] += data
        if self._skipped:
            return
        self.blocks[-1] += data
        if self._box:
            self.boxed.append(data)


def judge(
    citation: Citation, answer: Answer, features: Iterable[Feature], official: Collection[str] = OFFICIAL
) -> Iterator[Finding]:
    """Yield what is wrong with a citation, given what its server answered.

    Args:
        citation: the address and who cites it.
        answer: what came back.
        features: what the facts already know of closed, deprecated and renamed features.
        official: the hosts whose notices count.
    """
    if answer.error in _LASTING_ERRORS:
        yield Finding("gone", citation, answer.error)
        return
    # A firewall that wants to see a browser first answers 202.
    if answer.error or answer.may_pass or answer.status == HTTPStatus.ACCEPTED:
        yield Finding("unsure", citation, answer.error or phrase(answer.status))
        return
    if answer.status >= HTTPStatus.BAD_REQUEST:
        # A server that lets nobody in without a browser says nothing of the page.
        yield Finding(
            "unsure" if answer.status in {HTTPStatus.UNAUTHORIZED, HTTPStatus.FORBIDDEN} else "gone",
            citation,
            phrase(answer.status),
        )
        return
    if citation.host not in _RESOLVERS and not is_same_page(citation.page, answer.url):
        yield Finding("moved", citation, answer.url)
    page = _Reader()
    page.feed(answer.text)
    if any(_GONE.search(headline) for headline in page.headlines):
        yield Finding("lies", citation, " ".join(page.headlines[0].split()))
        return
    if citation.fragment and answer.is_whole and not _has_anchor(page.anchors, citation.fragment):
        yield Finding("anchor", citation, f"#{citation.fragment}")
    if citation.host in official:
        yield from _notices(citation, page, list(features))


def is_same_page(cited: str, final: str) -> bool:
    """Return whether a redirect stayed on the page: https for http, a slash or index.html more or less."""
    one, other = urlsplit(cited), urlsplit(final)

    def plain(path: str) -> str:
        return unquote(path).removesuffix("/index.html").rstrip("/")

    return one.netloc == other.netloc and plain(one.path) == plain(other.path)


def _has_anchor(anchors: set[str], fragment: str) -> bool:
    return fragment in anchors or unquote(fragment) in anchors


def _notices(citation: Citation, page: _Reader, features: list[Feature]) -> Iterator[Finding]:
    blocks = [text for block in page.blocks if (text := " ".join(block.split()))]
    whole, top = "\n".join(blocks), "\n".join(blocks)[:_TOP]
    boxes = " ".join(" ".join(page.boxed).split())
    for kind, pattern in _NOTICES.items():
        text = whole if kind == "closed" else f"{top}\n{boxes}"
        told: set[str] = set()
        for match in pattern.finditer(text):
            sentence = _sentence(text, match.start(), match.end())
            if sentence not in told and not _is_known(kind, sentence, citation, features):
                told.add(sentence)
                yield Finding(kind, citation, sentence)
                break


def _sentence(text: str, start: int, end: int) -> str:
    """Return the sentence around a place of a text."""
    begins = max((text.rfind(mark, 0, start) + len(mark) for mark in ("\n", ". ") if mark in text[:start]), default=0)
    stops = [at for at in (text.find("\n", end), text.find(". ", end)) if at >= 0]
    return text[begins : min(stops, default=len(text))].strip().rstrip(".")[:_LONGEST]


def _is_known(kind: str, sentence: str, citation: Citation, features: list[Feature]) -> bool:
    """Return whether the facts tell this already: for that very page, or for a feature that the sentence names."""
    if kind == "renamed" and _WHOLE_SERVICE.search(sentence):
        return True
    for feature in features:
        if kind in _TELLS[feature.status]:
            name = _BRAND.sub("", feature.name).strip() or feature.name
            if feature.source.partition("#")[0] == citation.page or name.lower() in sentence.lower():
                return True
    return False
