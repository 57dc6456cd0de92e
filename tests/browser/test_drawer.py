"""The navigation on a phone, and at 200 %: reached and left by keyboard, and never in the way while it is closed."""

from collections.abc import Iterator
from typing import Literal

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.pages import PHONE, Scheme, open_instant, still, violations
from tests.conftest import Site

pytestmark = pytest.mark.browser

PATH = "en/inference/async/"
LINK = '.md-sidebar--primary a[href$="serverless/"]'
# What has the focus, if it can be seen and nothing lies over it; else what is wrong with it.
FOCUS = """() => {
  const element = document.activeElement, box = element.getBoundingClientRect();
  const [x, y] = [box.left + box.width / 2, box.top + box.height / 2];
  const name = element.innerText?.trim() || element.getAttribute("aria-label") || element.tagName;
  if (!element.checkVisibility({visibilityProperty: true})) return `hidden: ${name}`;
  if (x < 0 || x > innerWidth) return `outside: ${name}`;
  if (y < 0 || y > innerHeight) return name;
  const top = document.elementFromPoint(x, y);
  return element.contains(top) || top.contains(element) ? name : `covered: ${name}`;
}"""


@pytest.fixture(params=["light", "dark"])
def scheme(request: pytest.FixtureRequest) -> Scheme:
    found: Scheme = request.param
    return found


@pytest.fixture
def phone(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport=PHONE)
    yield context.new_page()
    context.close()


def walk(page: Page, steps: int) -> list[str]:
    """Press Tab and return what got the focus, each time."""
    found = []
    for _ in range(steps):
        page.keyboard.press("Tab")
        still(page)
        found.append(page.evaluate(FOCUS))
    return found


def press_menu(page: Page) -> None:
    page.get_by_role("button", name="Navigation").focus()
    page.keyboard.press("Enter")
    expect(page.locator("#__drawer")).to_be_checked()
    still(page)


def test_a_closed_drawer_is_no_stop_for_the_keyboard(phone: Page, site: Site) -> None:
    open_instant(phone, site.address + PATH)
    stops = walk(phone, 12)
    assert [stop for stop in stops if stop.startswith(("hidden", "outside", "covered"))] == []
    assert "Navigation" in stops
    assert "Serverless" not in stops


def test_the_keyboard_opens_the_drawer_walks_what_it_shows_and_leaves_it(phone: Page, site: Site) -> None:
    open_instant(phone, site.address + PATH)
    press_menu(phone)
    menu = phone.get_by_role("button", name="Navigation")
    expect(menu).to_have_attribute("aria-expanded", "true")
    stops = walk(phone, 12)
    assert stops[:3] == ["Inference", "Choosing an inference option", "Real time"]  # the list of this page's section
    assert [stop for stop in stops if stop.startswith(("hidden", "outside", "covered"))] == []
    phone.keyboard.press("Escape")
    expect(phone.locator("#__drawer")).not_to_be_checked()
    expect(menu).to_have_attribute("aria-expanded", "false")
    expect(menu).to_be_focused()


def test_the_keyboard_goes_up_a_list_and_down_another(phone: Page, site: Site) -> None:
    open_instant(phone, site.address + PATH)
    press_menu(phone)
    phone.keyboard.press("Tab")
    phone.keyboard.press("Enter")  # the title of the list leads out of it
    still(phone)
    assert phone.evaluate(FOCUS) == "Inference"
    assert walk(phone, 1) == ["Monitoring"]
    phone.locator('label[for="__nav_5"]:not(.md-nav__title)').focus()
    phone.keyboard.press("Enter")
    still(phone)
    assert phone.evaluate(FOCUS) == "Data"
    assert walk(phone, 2) == ["Processing", "Data Wrangler"]
    phone.evaluate("window.kept = true")
    phone.keyboard.press("Enter")
    expect(phone.locator("h1")).to_contain_text("Data Wrangler")
    assert phone.evaluate("window.kept"), "a link was followed without instant navigation"
    expect(phone.locator("#__drawer")).not_to_be_checked()
    press_menu(phone)
    assert walk(phone, 2) == ["Data", "Processing"]


def test_who_leaves_the_drawer_with_tab_closes_it(phone: Page, site: Site) -> None:
    open_instant(phone, site.address + PATH)
    press_menu(phone)
    stops = walk(phone, 20)
    expect(phone.locator("#__drawer")).not_to_be_checked()
    assert [stop for stop in stops if stop.startswith(("hidden", "outside", "covered"))] == []


def test_a_finger_opens_and_closes_the_drawer(phone: Page, site: Site) -> None:
    open_instant(phone, site.address + PATH)
    phone.get_by_role("button", name="Navigation").click()
    expect(phone.locator(LINK)).to_be_in_viewport()
    phone.locator(".md-overlay").click(position={"x": 340, "y": 400})
    expect(phone.locator(LINK)).not_to_be_in_viewport()


def test_axe_finds_nothing_in_the_open_drawer(browser: Browser, site: Site, scheme: Scheme) -> None:
    context = browser.new_context(viewport=PHONE, color_scheme=scheme)
    page = context.new_page()
    page.goto(site.address + PATH)
    page.get_by_role("button", name="Navigation").click()
    expect(page.locator(LINK)).to_be_in_viewport()
    assert violations(page) == []
    page.locator("label.md-nav__title:visible").click()
    expect(page.locator(".md-nav--primary").get_by_role("link", name="The exam")).to_be_in_viewport()
    assert violations(page) == []
    context.close()


def test_without_a_script_the_drawer_still_opens(browser: Browser, site: Site) -> None:
    context = browser.new_context(viewport=PHONE, java_script_enabled=False)
    page = context.new_page()
    page.goto(site.address + PATH)
    page.locator('label.md-header__button[for="__drawer"]').click()
    expect(page.locator(LINK)).to_be_in_viewport()
    context.close()


# What of the menu is scrolled sideways, and which of the titles that it shows are not whole on the screen.
ASKEW = """() => {
  const menu = document.querySelector(".md-sidebar--primary");
  const scrolled = [menu, ...menu.querySelectorAll("*")].filter((element) => element.scrollLeft);
  const titles = [...menu.querySelectorAll(".md-nav__link, .md-nav__title")].filter((title) =>
    title.checkVisibility({visibilityProperty: true, contentVisibilityAuto: true}) && title.getClientRects().length);
  const cut = titles.filter((title) => {
    const box = title.getBoundingClientRect();
    return box.left < 0 || box.right > innerWidth;
  });
  return [titles.length > 3, ...[...scrolled, ...cut].map((element) => element.innerText.slice(0, 40))];
}"""
# Upright and lying, below and above the widths at which the theme changes; without motion in one of each.
SIZES = [
    (320, 640, "no-preference"),
    (412, 915, "reduce"),
    (768, 1024, "no-preference"),
    (1024, 768, "reduce"),
    (800, 360, "no-preference"),
]


@pytest.mark.parametrize(("width", "height", "motion"), SIZES)
def test_every_list_of_the_menu_slides_into_sight(
    browser: Browser, site: Site, width: int, height: int, motion: Literal["no-preference", "reduce"]
) -> None:
    context = browser.new_context(viewport={"width": width, "height": height}, reduced_motion=motion)
    page = context.new_page()
    for path in (PATH, "training/training-jobs/"):
        open_instant(page, site.address + path)
        page.locator(".site-menu").click()
        still(page)
        assert page.evaluate(ASKEW) == [True], "the section of the page"
        page.locator("label.md-nav__title:visible").first.click()
        still(page)
        assert page.evaluate(ASKEW) == [True], "all sections"
        for section in ("__nav_3", "__nav_10"):
            page.locator(f'label[for="{section}"]:not(.md-nav__title)').first.click()
            still(page)
            assert page.evaluate(ASKEW)[1:] == [], section
            page.locator(f'label[for="{section}"].md-nav__title').click()
            still(page)
            assert page.evaluate(ASKEW) == [True], f"back from {section}"
    context.close()


def test_a_list_whose_title_takes_the_focus_early_is_not_pulled_aside(phone: Page, site: Site) -> None:
    open_instant(phone, site.address + PATH)
    press_menu(phone)
    phone.keyboard.press("Tab")
    phone.keyboard.press("Enter")
    still(phone)
    phone.locator('label[for="__nav_5"]:not(.md-nav__title)').focus()
    phone.keyboard.press("Enter")
    for _ in range(3):  # while it slides
        phone.keyboard.press("Tab")
    still(phone)
    assert phone.evaluate(ASKEW) == [True]


def test_on_a_wide_page_there_is_no_menu_button(page: Page, site: Site) -> None:
    open_instant(page, site.address + PATH)
    expect(page.get_by_role("button", name="Navigation")).to_have_count(0)
