"""Every statement, link and question of the slides that this site grew out of has its place on a page.

deck.txt holds what the slides say, deck.yml where a reader finds it.
"""

import difflib
import html
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Annotated

import pytest
from pydantic import BaseModel, ConfigDict, Field

from macros.bank import Bank
from macros.calls.limits import Limits
from macros.language import LANGUAGES, Language
from macros.pages.addresses import PageContext
from macros.pages.document import Document
from macros.reading.models import validate_tree
from macros.reading.trees import parse_tree

HERE = Path(__file__).parent
DECK = (HERE / "deck.txt").read_text("utf-8")
MAP = (HERE / "deck.yml").read_text("utf-8")
FILE = "tests/content/deck.yml"

_ADDRESS = re.compile(r"https://[^\s()<>\"']+")
_BULLET = re.compile(r"[ \t]*- (.+)")
_QUESTION_SLIDE = re.compile(r"Q[0-9]+")
_TAG = re.compile(r"<[^>]+>")
_MARKUP = re.compile(r"[*`]|\[(?=[^\]]*\]\()|\]\([^)]*\)")

Several = Annotated[list[str], Field(min_length=1)]


class _Part(BaseModel):
    model_config = ConfigDict(strict=True, extra="forbid", frozen=True)


class Words(_Part):
    """What the covering sections say, in each language."""

    pt: Several
    en: Several

    def __getitem__(self, language: Language) -> list[str]:
        return self.pt if language == "pt" else self.en


class Statement(_Part):
    """A bullet of a slide; the head of deck.yml says what each key is."""

    text: str
    covered: Several
    words: Words
    was: str | None = None
    link: str | None = None
    changed: str | None = None


class Slide(_Part):
    """A slide of statements, or of one question of the bank."""

    title: str
    question: str | None = None
    statements: list[Statement] = []


class DeckMap(_Part):
    """All of deck.yml."""

    slides: list[Slide]


# A statement of the map, after the file and line where it stands.
Placed = tuple[str, Statement]


def read_deck(text: str) -> list[str]:
    """Return the titles ("# ...") and bullets ("- ...") of slides; a line that is neither belongs to what is above."""
    lines: list[str] = []
    for line in filter(str.strip, text.splitlines()):
        bullet = _BULLET.fullmatch(line)
        if bullet:
            lines.append(f"- {bullet[1].strip()}")
        elif line.startswith("# "):
            lines.append(line.strip())
        else:
            lines[-1] += f" {line.strip()}"
    return lines


def read_map(text: str) -> tuple[DeckMap, list[Placed]]:
    tree, problems = parse_tree(text, FILE)
    deck_map = None
    if tree is not None and not problems:
        deck_map, problems = validate_tree(DeckMap, tree, FILE, problems)
    if tree is None or deck_map is None:
        pytest.fail("\n".join(problem.text("en") for problem in problems), pytrace=False)
    return deck_map, [
        (f"{FILE}:{tree.position_of(('slides', i, 'statements', j)).line}", statement)
        for i, slide in enumerate(deck_map.slides)
        for j, statement in enumerate(slide.statements)
    ]


class Edition:
    """The pages of one language: the addresses on each, and what each section says, as a reader sees it."""

    def __init__(self, bank: Bank, language: Language) -> None:
        self.macros = Limits(bank, language, PageContext("index", {}))
        self.addresses: dict[str, set[str]] = {}
        self.sections: dict[str, str] = {}
        for path, page in bank.pages.pages[language].items():
            self.addresses[path] = set(_ADDRESS.findall(page.document.text))
            lines = self._lines(page.document)
            # A section ends at the next heading of whatever level, so that "#page" does not stand for the whole page.
            ends = [*(heading.line - 1 for heading in page.document.headings[1:]), len(lines)]
            for heading, end in zip(page.document.headings, ends, strict=True):
                body = "\n".join(lines[heading.line : end])
                self.sections[f"{path}#{heading.id}"] = self._plain(f"{heading.title}\n{body}")

    def says(self, place: str, phrase: str) -> bool:
        pattern = rf"(?<!\w){re.escape(' '.join(phrase.split()).casefold())}(?!\w)"
        return re.search(pattern, self.sections[place]) is not None

    def _lines(self, document: Document) -> list[str]:
        """Return the lines of a page, with the value of each limit in the place of its macro, and no other macro."""
        lines = document.body.split("\n")
        for call in reversed(document.calls):
            if call.name == "limit":
                number, column = call.position.line - 1, call.position.column - 1
                value = _TAG.sub("", self.macros.limit(*call.arguments))
                lines[number] = lines[number][:column] + value + lines[number][column + len(call.written) :]
        return lines

    @staticmethod
    def _plain(text: str) -> str:
        text = _MARKUP.sub("", text)
        return " ".join(html.unescape(text).split()).casefold()


@pytest.fixture(scope="session")
def editions(bank: Bank) -> dict[Language, Edition]:
    return {language: Edition(bank, language) for language in LANGUAGES}


def missing_lines(deck_map: DeckMap, deck: str) -> Iterator[str]:
    mapped = [[f"# {slide.title}", *(f"- {row.text}" for row in slide.statements)] for slide in deck_map.slides]
    for line in difflib.ndiff([line for lines in mapped for line in lines], read_deck(deck)):
        if line.startswith("+ "):
            yield f"{FILE} lacks {line[2:]!r}; add it in the order of the slides, with the headings that cover it"
        if line.startswith("- "):
            yield f"tests/content/deck.txt has no {line[2:]!r} there; take it out of {FILE}"


def missing_places(placed: list[Placed], bank: Bank) -> Iterator[str]:
    for language in LANGUAGES:
        headings = bank.pages.headings[language]
        known = {f"{page}#{heading.id}" for page, found in headings.items() for heading in found}
        for at, statement in placed:
            for place in statement.covered:
                if place not in known:
                    yield f"{at}: docs/{language} has no {place}; name the heading that covers the statement now"


def missing_words(placed: list[Placed], editions: dict[Language, Edition]) -> Iterator[str]:
    for language, edition in editions.items():
        for at, statement in placed:
            covered = [place for place in statement.covered if place in edition.sections]
            phrases = statement.words[language]
            if len(phrases) > 3 or min(map(len, phrases)) < 3:
                yield f"{at}: words takes one to three phrases in {language}, each of three letters or more"
            for phrase in phrases:
                if covered and not any(edition.says(place, phrase) for place in covered):
                    yield (
                        f"{at}: no section of {', '.join(covered)} says {phrase!r} in {language}; "
                        f"if a page still covers {statement.text!r}, name that place and its words"
                    )
            for place in covered:
                if not any(edition.says(place, phrase) for phrase in phrases):
                    yield f"{at}: {place} says none of the words in {language}; take it out of covered"


def missing_links(placed: list[Placed], editions: dict[Language, Edition]) -> Iterator[str]:
    for at, statement in placed:
        addresses = _ADDRESS.findall(statement.text)
        pages = sorted({place.partition("#")[0] for place in statement.covered})
        if addresses != [address for address in (statement.was,) if address]:
            yield f"{at}: was must be the address on the slide, here {addresses or 'none'}"
        if (statement.was is None) != (statement.link is None):
            yield f"{at}: was and link go together"
        for language, edition in editions.items():
            if statement.link and not any(statement.link in edition.addresses.get(page, ()) for page in pages):
                yield f"{at}: {statement.link} is not on {', '.join(pages)} in {language}; put it in text or sources"


def missing_questions(deck_map: DeckMap, bank: Bank) -> Iterator[str]:
    asked = {slide.question for slide in deck_map.slides if slide.question}
    for slide in deck_map.slides:
        if bool(_QUESTION_SLIDE.fullmatch(slide.title)) != bool(slide.question):
            yield f"{FILE}: {slide.title}: a question slide, and no other, names its question"
        if slide.question and slide.question not in bank.entries:
            yield f"{FILE}: {slide.title}: the bank has no {slide.question}; ids are permanent, so restore it"
    from_deck = {key for key, entry in bank.entries.items() if entry.question.origin == "deck"}
    for key in sorted(from_deck ^ (asked & bank.entries.keys())):
        yield f"{FILE}: {key} has origin: deck and no slide, or a slide and another origin"


def report(problems: Iterable[str]) -> None:
    found = list(problems)
    if found:
        pytest.fail("\n".join(found), pytrace=False)


def test_every_line_of_the_deck_is_in_the_map_and_no_other_in_the_same_order() -> None:
    report(missing_lines(read_map(MAP)[0], DECK))


def test_every_statement_has_a_heading_in_both_editions(bank: Bank) -> None:
    report(missing_places(read_map(MAP)[1], bank))


def test_the_covering_sections_say_it_in_both_languages(editions: dict[Language, Edition]) -> None:
    report(missing_words(read_map(MAP)[1], editions))


def test_every_link_is_on_a_covering_page_in_both_editions(editions: dict[Language, Edition]) -> None:
    report(missing_links(read_map(MAP)[1], editions))


def test_every_question_is_in_the_bank(bank: Bank) -> None:
    report(missing_questions(read_map(MAP)[0], bank))


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("      - text: Statistics\n", "      - text: Statistic\n", "deck.yml lacks '- Statistics'"),
        ("      - text: Statistics\n", "      - text: Statistic\n", "deck.txt has no '- Statistic' there"),
        ("async#queue", "async#queues", "docs/en has no inference/async#queues"),
        ("en: [GitHub,", "en: [GitLab,", "says 'GitLab' in en"),
        ("pt: [de até 10 GB]", "pt: [de até 11 GB]", "says 'de até 11 GB' in pt"),
        ("{pt: [statistics.json]", "{pt: [de]", "words takes one to three phrases in pt"),
        ("[data/processing#processing]", "[data/processing#processing, index#home]", "index#home says none"),
        ("link: https://docs.aws.amazon.com/sagemaker/latest/dg/nbi.html", "link: https://docs.aws.amazon.com/nbi",
         "https://docs.aws.amazon.com/nbi is not on notebooks/notebook-instances in pt"),
        ("        was: https://docs.aws.amazon.com/pt_br/sagemaker/latest/dg/model-ab-test\n", "", "was and link go"),
        ("training/containers-gpu", "training/containers-gpus", "the bank has no training/containers-gpus"),
        ("  - title: Q4\n    question: inference/variants-test-new-model\n", "", "variants-test-new-model has origin"),
    ],
)  # fmt: skip
def test_a_map_that_is_wrong_is_told_what_is(
    old: str, new: str, message: str, bank: Bank, editions: dict[Language, Edition]
) -> None:
    assert MAP.count(old) == 1, old
    deck_map, placed = read_map(MAP.replace(old, new))
    found = [
        *missing_lines(deck_map, DECK),
        *missing_places(placed, bank),
        *missing_words(placed, editions),
        *missing_links(placed, editions),
        *missing_questions(deck_map, bank),
    ]
    assert any(message in problem for problem in found), found
