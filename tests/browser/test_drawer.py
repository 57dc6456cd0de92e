"""The navigation on a phone, and at 200 %: reached and left by keyboard, and never in the way while it is closed."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.pages import PHONE, Scheme, open_instant, violations
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
    context = browser.new_context(viewport=PHONE, reduced_motion="reduce")
    yield context.new_page()
    context.close()


def walk(page: Page, steps: int) -> list[str]:
    """Press Tab and return what got the focus, each time."""
    found = []
    for _ in range(steps):
        page.keyboard.press("Tab")
        found.append(page.evaluate(FOCUS))
    return found


def press_menu(page: Page) -> None:
    page.get_by_role("button", name="Navigation").focus()
    page.keyboard.press("Enter")
    expect(page.locator("#__drawer")).to_be_checked()


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
    assert stops[:3] == ["Inference", "Real time", "Multi-model endpoints"]  # the list of this page's section
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
    assert phone.evaluate(FOCUS) == "Inference"
    assert walk(phone, 1) == ["Monitoring"]
    phone.locator('label[for="__nav_4"]:not(.md-nav__title)').focus()
    phone.keyboard.press("Enter")
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
    context = browser.new_context(viewport=PHONE, reduced_motion="reduce", color_scheme=scheme)
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


def test_on_a_wide_page_there_is_no_menu_button(page: Page, site: Site) -> None:
    open_instant(page, site.address + PATH)
    expect(page.get_by_role("button", name="Navigation")).to_have_count(0)
