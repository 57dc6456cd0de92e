"""axe (WCAG 2.2 AA and best practices) on every kind of page, and what axe cannot see."""

from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, ViewportSize, expect

from tests.conftest import Site

pytestmark = pytest.mark.browser

PHONE: ViewportSize = {"width": 360, "height": 800}
DESKTOP: ViewportSize = {"width": 1280, "height": 900}
KINDS = [
    "",
    "exam/mla-c02/",
    "inference/production-variants/",
    "training/training-jobs/",  # a disputed question with check boxes
    "monitoring/data-quality/",  # a banner, and several blocks of code
    "reference/limits/",
    "contribute/rules/",
    "404.html",
]
QUESTIONS = "training/training-jobs/"
ANSWERED = ["inference/production-variants/", QUESTIONS]
RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}


@pytest.fixture(params=["light", "dark"])
def scheme(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(params=[PHONE, DESKTOP], ids=["phone", "desktop"])
def visitor(browser: Browser, scheme: str, request: pytest.FixtureRequest) -> Iterator[Page]:
    context = browser.new_context(color_scheme=scheme, viewport=request.param)  # type: ignore[arg-type]
    yield context.new_page()
    context.close()


def violations(page: Page) -> list[str]:
    found = Axe().run(page, options=RULES).response["violations"]
    return [f"{row['id']}: {row['nodes'][0]['html'][:160]}" for row in found]


def answer_all(page: Page) -> None:
    """Answer every question by its first options, at once."""
    page.evaluate(
        """() => { for (const question of document.querySelectorAll("exam-question")) {
             const inputs = [...question.querySelectorAll("input")].slice(0, Number(question.getAttribute("choose")));
             for (const input of inputs) input.checked = true;
             question.querySelector("form").requestSubmit();
           } }"""
    )
    expect(page.locator("exam-question:not([answered])")).to_have_count(0)


def test_axe_finds_nothing_on_any_kind_of_page_before_and_after_answering(
    visitor: Page, site: Site, scheme: str
) -> None:
    for number, kind in enumerate(KINDS):
        # Both editions come from the same templates, so each kind is looked at in one of them for each scheme.
        edition = "en/" if (number % 2 == 0) == (scheme == "dark") and kind != "404.html" else ""
        visitor.goto(site.address + edition + kind)
        visitor.wait_for_load_state("networkidle")
        assert violations(visitor) == [], f"{kind} before"
        if kind in ANSWERED:
            expect(visitor.locator(".eq__check").first).to_be_visible()
            answer_all(visitor)
            visitor.locator(".eq-summary__all > summary").click()
            assert violations(visitor) == [], f"{kind} after"


def test_axe_finds_nothing_with_the_help_open(visitor: Page, site: Site) -> None:
    visitor.goto(site.address + QUESTIONS)
    visitor.get_by_role("button", name="Atalhos de teclado").click()
    expect(visitor.get_by_role("dialog", name="Atalhos de teclado")).to_be_visible()
    assert violations(visitor) == []


def test_controls_of_a_question_are_large_enough_for_a_finger(browser: Browser, site: Site) -> None:
    context = browser.new_context(viewport=PHONE)
    page = context.new_page()
    page.goto(site.address + QUESTIONS)
    expect(page.locator(".eq__check").first).to_be_visible()
    answer_all(page)
    small = page.evaluate(
        """() => [...document.querySelectorAll(".eq__label, .eq__actions button, exam-summary :is(button, summary)")]
             .filter((element) => element.checkVisibility())
             .map((element) => [element.textContent.trim().slice(0, 30), element.getBoundingClientRect()])
             .filter(([, box]) => box.height < 44 || box.width < 44).map(([text]) => text)"""
    )
    assert small == []
    context.close()


def test_what_has_the_focus_is_never_under_the_header(browser: Browser, site: Site) -> None:
    context = browser.new_context(viewport={"width": 360, "height": 400})
    page = context.new_page()
    page.goto(f"{site.address}{QUESTIONS}#questions")
    expect(page.locator(".eq__check").first).to_be_visible()
    page.locator(".eq__options input").last.focus()
    hidden = []
    for _ in range(25):
        page.keyboard.press("Shift+Tab")
        place = page.evaluate(
            """() => { const element = document.activeElement, box = element.getBoundingClientRect();
                 const header = document.querySelector(".md-header").getBoundingClientRect();
                 if (!element.closest(".md-content") || !box.height) return null;
                 return [element.outerHTML.slice(0, 80), box.bottom - header.bottom]; }"""
        )
        if place and place[1] < 10:
            hidden.append(place)
    assert hidden == []
    context.close()


def test_nothing_moves_when_motion_is_not_wanted(browser: Browser, site: Site) -> None:
    context = browser.new_context(reduced_motion="reduce")
    page = context.new_page()
    page.goto(site.address + QUESTIONS)
    moving = page.evaluate(
        """() => [...document.querySelectorAll("exam-question *, exam-summary *")].filter((element) =>
             parseFloat(getComputedStyle(element).transitionDuration) > 0
             || getComputedStyle(element).animationName !== "none").map((element) => element.className)"""
    )
    assert sorted(set(moving)) == []
    context.close()


def test_in_forced_colours_the_right_and_the_wrong_option_still_differ(browser: Browser, site: Site) -> None:
    context = browser.new_context(forced_colors="active")
    page = context.new_page()
    page.goto(site.address + QUESTIONS)
    expect(page.locator(".eq__check").first).to_be_visible()
    answer_all(page)
    right = page.locator(".eq__option:has(.eq__reason--right)").first
    assert right.evaluate("(element) => parseFloat(getComputedStyle(element).borderTopWidth)") > 3
    expect(right.locator(".eq__mark--key")).to_contain_text("correta")
    context.close()


def test_at_twice_the_text_size_no_page_of_questions_scrolls_sideways(browser: Browser, site: Site) -> None:
    context = browser.new_context(viewport={"width": 640, "height": 800})
    page = context.new_page()
    page.goto(site.address + QUESTIONS)
    page.add_style_tag(content="html { font-size: 250% !important; }")
    expect(page.locator(".eq__check").first).to_be_visible()
    answer_all(page)
    assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")
    context.close()
