"""What one question must keep beyond its fields' types: rules Q007 to Q023 of rules.yml."""

import re
import unicodedata
from collections.abc import Iterator
from datetime import date, timedelta
from urllib.parse import unquote, urlsplit

from macros.markup import parser
from macros.problems import Problem
from macros.questions.model import LETTERS, Explanation
from macros.reading.models import Entry
from macros.reading.nodes import Path_

# Whose word counts as a source, and why. A host with a path accepts only what lies below it.
ACCEPTED_SOURCES: dict[str, str] = {
    "docs.aws.amazon.com": "the official documentation, exam guides included",
    "aws.amazon.com": "AWS's own site: announcements, blogs, certification policies, prices",
    "github.com/aws": "AWS's repositories: SDKs and official examples",
    "github.com/aws-samples": "AWS's repositories of samples",
    "github.com/awsdocs": "earlier editions of the documentation, for history",
    "github.com/boto": "the API models that botocore ships",
    "boto3.amazonaws.com": "the reference of boto3",
    "docs.docker.com": "the reference for containers, which SageMaker AI does not document itself",
    "docs.nvidia.com": "the reference for GPU drivers and the container toolkit, likewise",
}

_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*(?:/[a-z0-9]+(?:-[a-z0-9]+)*)+\Z")
_HTML_TAG = re.compile(r"</?[A-Za-z][A-Za-z0-9-]*(?:\s[^<>]*)?/?>|<!--")
# The parser leaves a link with a scheme such as javascript: as the text that it was.
_REFUSED_LINK = re.compile(r"\[[^\]]*\]\(\s*([^)\s]+)")
_NOISE = re.compile(r"[^\w+<>=$%~^|]|_")
_MAY_HAVE_MARKUP = re.compile(r"<|\]\(|\]\[|\]:")


def check_question(entry: Entry, today: date) -> Iterator[Problem]:
    """Yield every problem of one question that its own file shows.

    Args:
        entry: the question.
        today: the day in UTC.
    """
    yield from _check_id(entry)
    yield from _check_options(entry)
    yield from _check_key(entry)
    yield from _check_sources(entry)
    if entry.question.reviewed > today + timedelta(days=1):  # where the sun rises first, it is tomorrow already
        yield entry.problem("Q019", ("reviewed",), date=entry.question.reviewed.isoformat())
    for path, explanation in explanations(entry):
        if explanation.pt is None and explanation.en is None:
            yield entry.problem("Q016", path, key=str(path[-1]))
    for path, text in texts(entry):
        yield from _check_text(entry, path, text)


def explanations(entry: Entry) -> Iterator[tuple[Path_, Explanation]]:
    """Yield every explanation of a question with the path of its field."""
    question = entry.question
    for index, option in enumerate(question.options):
        yield ("options", index, "why"), option.why
    yield ("takeaway",), question.takeaway
    if question.note:
        yield ("note",), question.note


def texts(entry: Entry) -> Iterator[tuple[Path_, str]]:
    """Yield every text that a reader sees, with the path of its field."""
    yield ("stem",), entry.question.stem
    for index, option in enumerate(entry.question.options):
        yield ("options", index, "text"), option.text
    for path, explanation in explanations(entry):
        for language in ("pt", "en"):
            text = getattr(explanation, language)
            if text is not None:
                yield (*path, language), text


def is_question_id(text: str) -> bool:
    """Return whether a text can be a question's id: kebab-case ASCII parts under a topic."""
    return _ID.match(text) is not None


def _check_id(entry: Entry) -> Iterator[Problem]:
    if not is_question_id(entry.id):
        yield Problem("Q023", entry.shown, entry.tree.position, {"id": entry.id})


def _check_options(entry: Entry) -> Iterator[Problem]:
    options = entry.question.options
    if not entry.question.key:
        yield entry.problem("Q007", ("options",))
    if len(entry.question.key) == len(options):
        yield entry.problem("Q008", ("options",))
    seen: dict[str, str] = {}
    for index, option in enumerate(options):
        letter = LETTERS[index].upper()
        folded = _fold(option.text)
        if folded in seen:
            yield entry.problem("Q009", ("options", index, "text"), option=letter, first=seen[folded])
        seen.setdefault(folded, letter)


def _fold(text: str) -> str:
    """Return a text as its letters, digits and mathematical signs alone, so that only a real difference counts."""
    if not text.isascii():
        text = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    return _NOISE.sub("", text.casefold()) or text.strip()


def _check_key(entry: Entry) -> Iterator[Problem]:
    question = entry.question
    if question.also_accepted and question.status != "disputed":
        yield entry.problem("Q020", ("also_accepted",))
    if question.status == "disputed" and question.note is None:
        yield entry.problem("Q022", ("status",))
    existing = set(LETTERS[: len(question.options)])
    seen = {question.key}
    for index, letters in enumerate(question.also_accepted):
        accepted = frozenset(letters)
        if not accepted or not accepted <= existing or len(letters) != len(accepted) or accepted in seen:
            shown = "[" + ", ".join(letters) + "]"
            yield entry.problem("Q021", ("also_accepted", index), letters=shown, last=LETTERS[len(existing) - 1])
        seen.add(accepted)


def _check_sources(entry: Entry) -> Iterator[Problem]:
    for index, url in enumerate(entry.question.sources):
        path = ("sources", index)
        if not is_https(url):
            yield entry.problem("Q012", path, url=url)
        elif not is_accepted_source(url):
            host = urlsplit(url).hostname or url
            yield entry.problem("Q013", path, host=host, accepted=", ".join(ACCEPTED_SOURCES))


def is_https(url: str) -> bool:
    """Return whether a text is a whole https address, with nothing in it that a browser would have to guess."""
    if any(c.isspace() or c in '<>"\\' for c in url):
        return False
    try:
        parts = urlsplit(url)
        has_dots = not {".", ".."}.isdisjoint(unquote(parts.path).split("/"))  # a browser would leave for elsewhere
        return parts.scheme == "https" and bool(parts.hostname) and "@" not in parts.netloc and not has_dots
    except ValueError:
        return False


def is_accepted_source(url: str) -> bool:
    """Return whether an https address lies on one of the ACCEPTED_SOURCES."""
    parts = urlsplit(url)
    place = f"{parts.hostname}{parts.path}"
    return any(place == accepted or place.startswith(f"{accepted}/") for accepted in ACCEPTED_SOURCES)


def _check_text(entry: Entry, path: Path_, text: str) -> Iterator[Problem]:
    if not text.strip():
        yield entry.problem("Q005", path, key=str(path[-1]))
    if not _MAY_HAVE_MARKUP.search(text):
        return
    for token in parser().parse(text):
        before = ""
        for child in token.children or []:
            if child.type == "text" and (tag := _HTML_TAG.search(child.content)):
                yield entry.problem("Q015", path, tag=tag[0])
            elif child.type == "text" and (link := _REFUSED_LINK.search(child.content)):
                yield entry.problem("Q017", path, url=link[1])
            elif child.type == "link_open":
                url = str(child.attrGet("href") or "")
                if before.endswith("!"):  # an image: the parser has them switched off
                    yield entry.problem("Q018", path, url=url)
                elif not is_https(url):
                    yield entry.problem("Q017", path, url=url)
            before = child.content if child.type == "text" else ""
