"""On paper: every question as it is before the answer, and the key at the end of the page."""

import io

import pypdf
import pytest
from playwright.sync_api import Page, expect

from macros.bank import load_bank
from tests.conftest import ROOT, Site

pytestmark = pytest.mark.browser

PATH = "training/training-jobs/"


def printed(page: Page) -> str:
    reader = pypdf.PdfReader(io.BytesIO(page.pdf(format="A4")))
    return squeezed(" ".join(sheet.extract_text() for sheet in reader.pages))


def squeezed(text: str, words: int | None = None) -> str:
    """Return a text, or its first words, without spaces and marks of code: a sheet breaks lines where it must."""
    return "".join(text.replace("`", "").replace("*", "").split()[:words])


@pytest.mark.parametrize("answered", [False, True], ids=["unanswered", "answered"])
def test_the_sheet_has_every_option_no_reason_and_the_key_last(page: Page, site: Site, answered: bool) -> None:  # noqa: FBT001
    page.goto(f"{site.address}en/{PATH}")
    expect(page.locator(".eq__check").first).to_be_visible()
    if answered:
        question = page.locator("exam-question").last
        for index in range(int(question.get_attribute("choose") or 0)):
            question.locator("input").nth(index).check()
        question.get_by_role("button", name="Check").click()
        question.get_by_role("button", name="Try again").wait_for()
    text = printed(page)
    body, _, key = text.rpartition("Answerkey")
    for entry in load_bank(ROOT).on_page(PATH.strip("/")):
        for option in entry.question.options:
            assert squeezed(option.text, 5) in body, entry.id
            assert squeezed(option.why.en or "", 8) not in text, entry.id
        assert squeezed(entry.question.takeaway.en or "", 5) in key, entry.id
    assert "Tryagain" not in text
    assert "Incorrect" not in text


def test_the_key_follows_the_letters_that_were_dealt_anew(page: Page, site: Site) -> None:
    entry = load_bank(ROOT).entries["inference/variants-ab-test-recommender"]
    page.goto(f"{site.address}en/inference/production-variants/")
    question = page.locator(f'exam-question[question-id="{entry.id}"]')
    expect(question.get_by_role("button", name="Check")).to_be_visible()
    question.locator("input").first.check()
    question.get_by_role("button", name="Check").click()
    question.get_by_role("button", name="Try again").click()
    right = question.locator('.eq__option[data-letter="a"] .eq__letter').inner_text()
    key = printed(page).rpartition("Answerkey")[2]
    assert f"{right}.{squeezed(entry.question.takeaway.en or '', 5)}" in key
