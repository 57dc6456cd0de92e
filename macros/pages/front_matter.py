"""What a page says about itself: the fields of its front matter."""

from datetime import date
from typing import Annotated

from pydantic import Field

from macros.reading.models import Special, StrictModel
from macros.reading.nodes import Node, Path_


class Source(StrictModel):
    """An official page that the page rests on."""

    title: str
    url: str


class FrontMatter(StrictModel):
    """The fields of a page's front matter.

    Attributes:
        description: one or two sentences for search engines, in the page's language.
        reviewed: the day on which the page was last compared with its sources.
        sources: the official pages that it rests on.
        synonyms: what else people call its subject; the search finds it by them.
        figures: numbers with a unit that the page may type, because they are no fact of AWS: arithmetic, an example.
        search_weight: how much a match on this page counts in search, in percent.
    """

    description: str
    reviewed: date
    sources: Annotated[list[Source], Field(min_length=1)]
    synonyms: list[str] = Field(default=[])
    figures: list[str] = Field(default=[])
    search_weight: int = 100

    @classmethod
    def special(cls, kind: str, path: Path_, tree: Node) -> Special | None:  # noqa: ARG003 - of the path alone
        """Return what pages say of an empty list of sources, as questions do."""
        return Special("Q011", path, {"key": "sources"}) if (kind, path[-1:]) == ("too_short", ("sources",)) else None
