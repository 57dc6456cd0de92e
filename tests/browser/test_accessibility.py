"""axe (WCAG 2.2 AA and best practices) on every kind of page, and what axe cannot see."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.pages import DESKTOP, PHONE, Scheme, answer_all, settle, violations
from tests.conftest import Site

pytestmark = pytest.mark.browser

KINDS = [
    "",
    "exam/mla-c02/",
    "inference/production-variants/",
    "training/training-jobs/",  # a disputed question with check boxes
    "monitoring/data-quality/",  # a banner, and several blocks of code
    "reference/limits/",
    "practice/export/",
    "contribute/rules/",
    "404.html",
]
QUESTIONS = "training/training-jobs/"
ANSWERED = ["inference/production-variants/", QUESTIONS]


@pytest.fixture(params=["light", "dark"])
def scheme(request: pytest.FixtureRequest) -> Scheme:
    found: Scheme = request.param
    return found


@pytest.fixture(params=[PHONE, DESKTOP], ids=["phone", "desktop"])
def visitor(browser: Browser, scheme: Scheme, request: pytest.FixtureRequest) -> Iterator[Page]:
    context = browser.new_context(color_scheme=scheme, viewport=request.param)
    yield context.new_page()
    context.close()


def test_axe_finds_nothing_on_any_kind_of_page_before_and_after_answering(
    visitor: Page, site: Site, scheme: Scheme
) -> None:
    for number, kind in enumerate(KINDS):
        # Both editions come from the same templates, so each kind is looked at in one of them for each scheme.
        edition = "en/" if (number % 2 == 0) == (scheme == "dark") and kind != "404.html" else ""
        visitor.goto(site.address + edition + kind)
        assert violations(visitor) == [], f"{kind} before"
        if kind in ANSWERED:
            answer_all(visitor)
            visitor.locator(".eq-summary__all > summary").click()
            assert violations(visitor) == [], f"{kind} after"


def test_axe_finds_nothing_with_the_help_open(visitor: Page, site: Site) -> None:
    visitor.goto(site.address + QUESTIONS)
    visitor.get_by_role("button", name="Atalhos de teclado").click()
    expect(visitor.get_by_role("dialog", name="Atalhos de teclado")).to_be_visible()
    assert violations(visitor) == []


SMALL = """() => [...document.querySelectorAll(".eq__label, .eq__actions button, exam-summary :is(button, summary)")]
  .filter((element) => element.checkVisibility())
  .map((element) => [element.textContent.trim().slice(0, 30), element.getBoundingClientRect()])
  .filter(([, box]) => box.height < 44 || box.width < 44).map(([text]) => text)"""


def test_controls_of_a_question_are_large_enough_for_a_finger(browser: Browser, site: Site) -> None:
    context = browser.new_context(viewport=PHONE)
    page = context.new_page()
    page.goto(site.address + QUESTIONS)
    answer_all(page)
    page.locator(".eq-summary__all > summary").click()
    expect(page.locator('[data-do="export"]')).to_be_visible()
    page.get_by_role("button", name="Atalhos de teclado").click()
    expect(page.get_by_role("button", name="Fechar", exact=True)).to_be_visible()
    assert page.evaluate(SMALL) == []
    context.close()


def test_what_has_the_focus_is_never_under_the_header(browser: Browser, site: Site) -> None:
    context = browser.new_context(viewport={"width": 360, "height": 400})
    page = context.new_page()
    page.goto(f"{site.address}{QUESTIONS}#questions")
    settle(page)
    page.locator(".eq__options input").last.focus()
    looked_at, hidden = 0, []
    for _ in range(25):
        page.keyboard.press("Shift+Tab")
        place = page.evaluate(
            """() => { const element = document.activeElement, box = element.getBoundingClientRect();
                 const header = document.querySelector(".md-header").getBoundingClientRect();
                 if (!element.closest(".md-content") || !box.height) return null;
                 return [element.outerHTML.slice(0, 80), box.bottom - header.bottom]; }"""
        )
        looked_at += bool(place)
        if place and place[1] < 10:
            hidden.append(place)
    assert hidden == []
    assert looked_at >= 20
    context.close()


def test_nothing_moves_when_motion_is_not_wanted(browser: Browser, site: Site) -> None:
    context = browser.new_context(reduced_motion="reduce")
    page = context.new_page()
    page.goto(site.address + QUESTIONS)
    answer_all(page)
    # Transitions are the theme's affair: it takes all of them away.
    moving = page.evaluate(
        """() => [...document.querySelectorAll("exam-question *, exam-summary *")]
             .filter((element) => getComputedStyle(element).animationName !== "none")
             .map((element) => element.className)"""
    )
    assert sorted(set(moving)) == []
    context.close()


def test_in_forced_colours_the_right_and_the_wrong_option_still_differ(browser: Browser, site: Site) -> None:
    context = browser.new_context(forced_colors="active")
    page = context.new_page()
    page.goto(site.address + QUESTIONS)
    answer_all(page)
    right = page.locator(".eq__option:has(.eq__reason--right)").first
    assert right.evaluate("(element) => parseFloat(getComputedStyle(element).borderTopWidth)") > 3
    expect(right.locator(".eq__mark--key")).to_contain_text("correta")
    context.close()


def test_at_twice_the_text_size_no_kind_of_page_scrolls_sideways(browser: Browser, site: Site) -> None:
    context = browser.new_context(viewport={"width": 640, "height": 800})
    page = context.new_page()
    wide = []
    for kind in KINDS:
        page.goto(site.address + kind)
        page.add_style_tag(content="html { font-size: 250% !important; }")
        answer_all(page)
        if page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth"):
            wide.append(kind)
    assert wide == []
    context.close()
