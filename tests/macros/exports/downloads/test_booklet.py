import pytest
from bs4 import BeautifulSoup, Tag

from macros.bank import Bank
from macros.exports.downloads.formats import FORMATS
from macros.language import Language
from macros.markup import render_inline, render_option, render_stem
from macros.questions.entry import Entry
from macros.questions.model import letter_of
from macros.rendering.questions import key_text
from tests.macros.exports.downloads.samples import RELEASE, plain


@pytest.fixture(scope="module")
def bank(samples: Bank) -> Bank:
    """One question of each shape and topic: a format says the same of all that are alike."""
    return samples


def _booklets(bank: Bank, language: Language) -> dict[str, BeautifulSoup]:
    kind = FORMATS["booklet"]
    files = kind.selections(bank, RELEASE, language)
    return {name: BeautifulSoup(kind.make(selection), "html.parser") for name, selection in files}


def _one(tag: Tag, selector: str) -> Tag:
    (found,) = tag.select(selector)
    return found


@pytest.fixture(scope="module", params=["pt", "en"])
def booklets(bank: Bank, request: pytest.FixtureRequest) -> tuple[Language, dict[str, BeautifulSoup]]:
    return request.param, _booklets(bank, request.param)


def _entries(bank: Bank, name: str) -> list[Entry]:
    topic = name.split(".")[2]
    found = [e for e in bank.entries.values() if e.id.startswith(f"{topic}/") and e.question.is_visible]
    return sorted(found, key=lambda entry: (entry.question.page_path, entry.question.difficulty, entry.id))


def test_every_question_is_in_one_booklet_as_its_file_has_it(
    bank: Bank, booklets: tuple[Language, dict[str, BeautifulSoup]]
) -> None:
    language, files = booklets
    seen = 0
    for name, page in files.items():
        entries = _entries(bank, name)
        stems, keys = page.select(".question"), page.select(".key li")
        reasons = page.select("section.reasons")
        assert len(entries) == len(stems) == len(keys) == len(reasons), name
        seen += len(entries)
        for number, (entry, stem, key, reason) in enumerate(zip(entries, stems, keys, reasons, strict=True), start=1):
            question = entry.question
            shown = plain(str(stem))
            assert all(plain(part) in shown for part in render_stem(question.stem)), entry.id
            letters = [letter_of(index) for index, _ in enumerate(question.options)]
            options = [
                f"{letter} {plain(render_option(o.text))}" for letter, o in zip(letters, question.options, strict=True)
            ]
            assert [plain(str(item)) for item in stem.select(".options > li")] == options, entry.id
            assert plain(str(key)) == f"{number} {key_text(question, language)}"
            right = [item.select_one(".mark") is not None for item in reason.select("li")]
            assert right == [option.correct for option in question.options]
            texts = [render_inline(o.why[language]) for o in question.options] + [
                render_inline(question.takeaway[language])
            ]
            assert all(plain(text) in plain(str(reason)) for text in texts), entry.id
            assert [a["href"] for a in reason.select(".sources a")][: len(question.sources)] == question.sources
    assert seen == sum(entry.question.is_visible for entry in bank.entries.values())


def test_no_question_tells_its_answer_before_the_key(booklets: tuple[Language, dict[str, BeautifulSoup]]) -> None:
    for page in booklets[1].values():
        assert not page.select(".question .right, .question .mark, .question strong.key")
        headings = [heading["id"] for heading in page.select("main h2")]
        assert headings == ["questions", "key", "reasons"]


def test_every_link_within_a_booklet_leads_somewhere(booklets: tuple[Language, dict[str, BeautifulSoup]]) -> None:
    for name, page in booklets[1].items():
        ids = [tag["id"] for tag in page.select("[id]")]
        assert len(ids) == len(set(ids)), name
        assert {str(a["href"])[1:] for a in page.select('a[href^="#"]')} <= set(ids), name


def test_a_booklet_needs_no_other_file(booklets: tuple[Language, dict[str, BeautifulSoup]]) -> None:
    for page in booklets[1].values():
        assert not page.select("script, img, link, iframe")
        assert "url(" not in _one(page, "style").text


def test_english_texts_say_so_in_the_portuguese_booklet(bank: Bank) -> None:
    page = _booklets(bank, "pt")["sagemaker-exam-guide.pt.notebooks.pdf"]
    assert _one(page, "html")["lang"] == "pt-BR"
    assert all(stem.select('[lang="en"] .ask') for stem in page.select(".question"))
