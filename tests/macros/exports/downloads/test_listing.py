import re

import pytest

from macros.bank import Bank
from macros.exports.downloads.formats import FORMATS
from macros.exports.downloads.listing import filled, format_size
from macros.language import Language
from macros.rendering.downloads import KINDS, placeholder
from tests.macros.exports.downloads.samples import RELEASE, plain


def _sizes(bank: Bank) -> dict[str, int]:
    return {name: 471_247 for kind in FORMATS.values() for name, _ in kind.selections(bank, RELEASE)}


def test_every_format_has_a_placeholder() -> None:
    assert set(KINDS) == set(FORMATS)


def test_the_names_of_files_differ_and_say_their_language_and_topic(bank: Bank) -> None:
    names = [name for kind in FORMATS.values() for name, _ in kind.selections(bank, RELEASE)]
    assert len(names) == len(set(names))
    assert {"sagemaker-exam-guide.apkg", "sagemaker-exam-guide.pt.gift.txt"} < set(names)
    assert "sagemaker-exam-guide.en.no-code.pdf" in names


@pytest.mark.parametrize(("language", "way"), [("pt", "../../downloads/"), ("en", "../../../downloads/")])
def test_a_list_links_to_the_files_of_its_edition_with_their_sizes(bank: Bank, language: Language, way: str) -> None:
    page = "".join(f"<h2>{kind}</h2>{placeholder(kind, language)}" for kind in (*KINDS, "state"))
    html = filled(page, bank, language, RELEASE, _sizes(bank))
    assert "data-downloads" not in html
    links = re.findall(r'<a href="([^"]+)" download>([^<]+)</a>', html)
    own = [name for kind in FORMATS.values() for name, _ in kind.selections(bank, RELEASE, language)]
    assert sorted(href for href, _ in links) == sorted(f"{way}{name}" for name in own)
    starts = {"pt": ("Pacote para o Anki", "Todas as questões"), "en": ("Package for Anki", "All questions")}[language]
    assert all(any(text.startswith(start) for _, text in links) for start in starts)
    assert all(text.endswith(", 471\N{NO-BREAK SPACE}KB)") for _, text in links)
    assert {"pt": "30 de novembro de 2026, com 586 questões", "en": "30 November 2026, with 586 questions"}[
        language
    ].partition(",")[0] in plain(html)


@pytest.mark.parametrize(
    ("size", "pt", "en"), [(1, "1 KB", "1 KB"), (999_999, "1000 KB", "1000 KB"), (1_349_999, "1,3 MB", "1.3 MB")]
)
def test_a_size_is_written_as_the_language_writes_it(size: int, pt: str, en: str) -> None:
    assert [format_size(size, "pt"), format_size(size, "en")] == [
        text.replace(" ", "\N{NO-BREAK SPACE}") for text in (pt, en)
    ]
