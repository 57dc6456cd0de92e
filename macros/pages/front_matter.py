"""What a page says about itself: the fields of its front matter."""

from datetime import date
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field


class _Part(BaseModel):
    model_config = ConfigDict(strict=True, extra="forbid", frozen=True)


class Source(_Part):
    """An official page that the page rests on."""

    title: str
    url: str


class FrontMatter(_Part):
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
    synonyms: list[str] = []
    figures: list[str] = []
    search_weight: int = 100
