import gzip
from xml.etree import ElementTree

from macros.bank import Bank
from macros.exports.sitemap import packed, sitemap

ADDRESSES = {"pt": "https://a.example/b/", "en": "https://a.example/b/en/"}


def test_every_page_is_named_with_its_twin_and_the_day_of_its_review(bank: Bank) -> None:
    root = ElementTree.fromstring(sitemap(bank, "en", ADDRESSES))  # type: ignore[arg-type]  # noqa: S314 - our own
    rows = {row[0].text: row for row in root}
    assert len(rows) == len(bank.pages.headings["en"])
    row = rows["https://a.example/b/en/inference/async/"]
    assert row[1].text == bank.pages.reviewed["en"]["inference/async"].isoformat()
    assert [(link.attrib["hreflang"], link.attrib["href"]) for link in row[2:]] == [
        ("pt-BR", "https://a.example/b/inference/async/"),
        ("en", "https://a.example/b/en/inference/async/"),
    ]


def test_an_archive_does_not_tell_when_it_was_made() -> None:
    assert packed(b"<urlset/>")[4:8] == b"\0\0\0\0"
    assert gzip.decompress(packed(b"<urlset/>")) == b"<urlset/>"
