"""On paper: every question as it is before the answer, and the key at the end of the page."""

import io
import unicodedata

import pypdf
import pytest
from playwright.sync_api import Browser, Page, expect

from macros.bank import load_bank
from tests.browser.pages import settle, still
from tests.conftest import ROOT, Site

pytestmark = pytest.mark.browser

PATH = "training/training-jobs/"


def printed(page: Page) -> str:
    reader = pypdf.PdfReader(io.BytesIO(page.pdf(format="A4")))
    return squeezed(" ".join(sheet.extract_text() for sheet in reader.pages))


def squeezed(text: str, words: int | None = None) -> str:
    """Return a text, or its first words, without spaces, marks of code and ligatures: those are a sheet's affair."""
    text = unicodedata.normalize("NFKC", text)
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


# What every part of the text is painted with, as far as paper shows it.
COLOURS = """() => [...document.querySelectorAll("html, article, article *, .answer-key *")]
  .filter((element) => element.checkVisibility())
  .map((element) => {
    const {color, borderTopColor, borderTopWidth, backgroundColor, fill, stroke, colorScheme, boxShadow} =
      getComputedStyle(element);
    const line = borderTopWidth === "0px" ? "" : borderTopColor;
    return [element.tagName, element.className.baseVal ?? element.className, color, line, backgroundColor, fill, stroke,
      colorScheme, boxShadow].join(" ");
  })"""
# With questions, pictures, code, tables, banners and folded limits among them.
PATHS = ["inference/async/", "en/monitoring/data-quality/", "reference/limits/", "en/exam/mla-c02/"]


@pytest.mark.parametrize(("path", "chosen_by"), list(zip(PATHS, ["system", "button"] * 2, strict=True)))
def test_paper_has_the_light_colours_whatever_the_screen_had(
    browser: Browser, site: Site, path: str, chosen_by: str
) -> None:
    found = []
    for is_dark in (False, True):
        context = browser.new_context(color_scheme="dark" if is_dark and chosen_by == "system" else "light")
        page = context.new_page()
        page.goto(site.address + path)
        settle(page)
        if is_dark and chosen_by == "button":
            page.locator(".site-scheme").click()
        expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate" if is_dark else "default")
        for question in page.locator("exam-question").all()[:2]:
            question.locator("input").first.check()
        page.emulate_media(media="print")
        page.mouse.move(0, 0)
        still(page)
        found.append(page.evaluate(COLOURS))
        context.close()
    assert [pair for pair in zip(*found, strict=True) if pair[0] != pair[1]][:5] == []


def test_a_circle_on_paper_is_empty_whatever_was_chosen(page: Page, site: Site) -> None:
    page.goto(f"{site.address}{PATH}")
    settle(page)
    question = page.locator("exam-question").first
    question.locator("input").first.check()
    page.emulate_media(media="print", color_scheme="dark")
    page.mouse.move(0, 0)
    look = """(input) => { const {backgroundColor, borderTopColor, boxShadow} = getComputedStyle(input);
      return [backgroundColor, borderTopColor, boxShadow]; }"""
    first, second = (question.locator("input").nth(index).evaluate(look) for index in (0, 1))
    assert first == second
    assert first[0] == "rgba(0, 0, 0, 0)"


@pytest.mark.parametrize("path", ["inference/async", "training/training-jobs", "inference/serverless"])
def test_a_question_is_not_torn_between_pages(page: Page, site: Site, path: str) -> None:
    page.goto(f"{site.address}en/{path}/")
    settle(page)
    sheets = [squeezed(sheet.extract_text()) for sheet in pypdf.PdfReader(io.BytesIO(page.pdf(format="A4"))).pages]
    body = [sheet.partition("Answerkey")[0] for sheet in sheets]
    torn = []
    for number, entry in enumerate(load_bank(ROOT).on_page(path), start=1):
        parts = [squeezed(option.text)[:40] for option in entry.question.options]
        home = [sheet for sheet in body if all(part in sheet for part in parts)]
        if not any(f"Question{number}" in sheet for sheet in home):
            torn.append(entry.id)
    assert torn == []


def test_the_key_follows_the_letters_that_were_dealt_anew(page: Page, site: Site) -> None:
    entry = load_bank(ROOT).entries["inference/variants-ab-test-recommender"]
    page.goto(f"{site.address}en/inference/production-variants/")
    question = page.locator(f'exam-question[question-id="{entry.id}"]')
    expect(question.get_by_role("button", name="Check")).to_be_visible()
    question.locator("input").first.check()
    question.get_by_role("button", name="Check").click()
    question.get_by_role("button", name="Try again").click()
    expect(question.locator("input").first).to_be_focused()
    right = question.locator('.eq__option[data-letter="a"] .eq__letter').inner_text()
    key = printed(page).rpartition("Answerkey")[2]
    assert f"{right}.{squeezed(entry.question.takeaway.en or '', 5)}" in key
