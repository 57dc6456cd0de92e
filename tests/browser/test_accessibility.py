"""axe (WCAG 2.2 AA and best practices) on every kind of page, and what axe cannot see."""

import pytest
from playwright.sync_api import Browser, Page, ViewportSize, expect

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


def found_on_every_kind(page: Page, site: Site, *, english_first: bool) -> list[str]:
    """Return what axe finds on every kind of page, before and after answering.

    Both editions come from the same templates, so each kind is looked at in one of them.
    """
    found = []
    for number, kind in enumerate(KINDS):
        edition = "en/" if (number % 2 == 0) == english_first and kind != "404.html" else ""
        page.goto(site.address + edition + kind)
        found += [f"{kind} before: {row}" for row in violations(page)]
        if kind in ANSWERED:
            answer_all(page)
            page.locator(".eq-summary__all > summary").click()
            found += [f"{kind} after: {row}" for row in violations(page)]
    return found


# Each of the two schemes in one of the two sizes: colours depend on the one, structure on the other.
@pytest.mark.parametrize(("scheme", "size"), [("light", PHONE), ("dark", DESKTOP)], ids=["light phone", "dark desktop"])
def test_axe_finds_nothing_on_any_kind_of_page(
    browser: Browser, site: Site, scheme: Scheme, size: ViewportSize
) -> None:
    context = browser.new_context(color_scheme=scheme, viewport=size)
    assert found_on_every_kind(context.new_page(), site, english_first=scheme == "dark") == []
    context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_with_the_help_open(browser: Browser, site: Site, scheme: Scheme) -> None:
    context = browser.new_context(color_scheme=scheme, viewport=PHONE)
    page = context.new_page()
    page.goto(site.address + QUESTIONS)
    page.get_by_role("button", name="Atalhos de teclado").click()
    expect(page.get_by_role("dialog", name="Atalhos de teclado")).to_be_visible()
    assert violations(page, "dialog[open]") == []
    context.close()


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
