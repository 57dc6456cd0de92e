"""Whether the sources of a question are official pages: rules Q012 and Q013."""

from collections.abc import Iterator
from urllib.parse import unquote, urlsplit

from macros.problems import Problem
from macros.questions.entry import Entry

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
    "docs.nvidia.com": "the reference for GPU drivers and the container toolkit, also not documented by SageMaker AI",
}


def check_sources(entry: Entry) -> Iterator[Problem]:
    """Yield every source of a question that is no address, or nobody's official word."""
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
