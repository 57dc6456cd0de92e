"""What every format is made from: some questions, a language, and the release that they belong to."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property

from macros.bank import Bank
from macros.language import Language
from macros.pages.addresses import page_url
from macros.questions.entry import Entry
from macros.rendering.words import sections

NAME = "sagemaker-exam-guide"
LICENSE = "CC-BY-4.0"
LICENSE_URL = "https://creativecommons.org/licenses/by/4.0/"


@dataclass(frozen=True)
class Release:
    """The state of the bank that files are made from.

    Attributes:
        made: when that state was committed, in UTC. Files say this time and never that of their making, so that the
            same commit gives the same bytes.
        addresses: where each edition is published, with a slash at the end; empty for nowhere.
    """

    made: datetime
    addresses: Mapping[Language, str] = field(default_factory=dict)

    def address(self, entry: Entry, language: Language) -> str:
        """Return where a question is on the page that teaches it; nothing where the guide is not published."""
        start = self.addresses.get(language)
        return f"{start}{page_url(entry.question.page_path)}#{entry.id}" if start and entry.question.is_visible else ""


@dataclass(frozen=True)
class Selection:
    """The questions of one file.

    Attributes:
        bank: what they are part of.
        language: of explanations, for a format that has one language in a file.
        release: which state of the bank.
        topic: the topic whose questions are meant; empty for all.
    """

    bank: Bank
    language: Language
    release: Release
    topic: str = ""

    @cached_property
    def entries(self) -> list[Entry]:
        """Every question, retired ones too, by id."""
        found = (self.bank.entries[key] for key in sorted(self.bank.entries))
        return [entry for entry in found if not self.topic or topic_of(entry) == self.topic]

    @cached_property
    def shown(self) -> list[Entry]:
        """The questions that readers meet, by id."""
        return [entry for entry in self.entries if entry.question.is_visible]

    @property
    def by_topic(self) -> dict[str, list[Entry]]:
        """The questions that readers meet, by topic."""
        return {name: [entry for entry in self.shown if topic_of(entry) == name] for name in topics(self.shown)}


def topic_of(entry: Entry) -> str:
    """Return a question's topic: the first part of its id."""
    return entry.id.partition("/")[0]


def topics(entries: list[Entry]) -> list[str]:
    """Return the topics of questions, sorted."""
    return sorted({topic_of(entry) for entry in entries})


def topic_title(topic: str, language: Language) -> str:
    """Return a topic's name, as the practice pages have it; a topic that they do not know is its own name."""
    title: str = sections(language)["practice"]["session"].get(f"topic_{topic}", topic)
    return title


def words(language: Language) -> dict[str, str]:
    """Return what these files and their page say in a language, by key."""
    found: dict[str, str] = sections(language)["exports"]
    return found
