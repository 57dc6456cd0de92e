"""Answering a question: what is in sight after "check", what looks how, and where it leads on to."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Locator, Page, Route, expect

from tests.browser.pages import Scheme, settle, still
from tests.conftest import Site

pytestmark = pytest.mark.browser

PATHS = ["inference/serverless/", "en/training/training-jobs/"]
# Phones upright and lying, a tablet both ways, a desktop; both pages where there is least room.
SIZES = [
    (320, 640, PATHS),
    (412, 915, PATHS[1:]),
    (768, 1024, PATHS[:1]),
    (1024, 768, PATHS[1:]),
    (800, 360, PATHS),
    (1280, 900, PATHS[:1]),
]
PATH = PATHS[0]

# Where the parts of an answered question are, and what the header and the page's edge leave of the screen.
PLACES = """(question) => {
  const box = (element) => element && (({top, bottom}) => ({top, bottom}))(element.getBoundingClientRect());
  const own = question.querySelector(".eq__option:has(:checked)");
  const dock = question.querySelector(".eq__actions");
  return {
    own: box(own),
    reason: box(own?.querySelector(".eq__reason")),
    verdict: box(question.querySelector(".eq__verdict")),
    room: {top: document.querySelector(".md-header").getBoundingClientRect().bottom, bottom: box(dock).top},
    focus: document.activeElement.className,
  };
}"""
STYLE = """(element) => { const {backgroundColor, borderTopColor, boxShadow, color} = getComputedStyle(element);
  return [backgroundColor, borderTopColor, boxShadow, color]; }"""

# The letters of the options in which something is painted in a colour.
REDS = """(question, colour) => [...question.querySelectorAll(".eq__option")]
  .filter((option) => [option, ...option.querySelectorAll("*")].some((part) => part.checkVisibility()
    && ["color", "borderTopColor"].some((name) => getComputedStyle(part)[name] === colour)))
  .map((option) => option.dataset.letter)"""


@pytest.fixture
def phone(browser: Browser) -> Iterator[Page]:
    context = touch(browser, 360, 800)
    yield context.new_page()
    context.close()


def touch(browser: Browser, width: int, height: int, scheme: Scheme = "light") -> BrowserContext:
    return browser.new_context(
        viewport={"width": width, "height": height}, has_touch=True, is_mobile=True, color_scheme=scheme
    )


def open_page(page: Page, url: str) -> Locator:
    page.goto(url)
    settle(page)
    return page.locator("exam-question")


def choose(question: Locator, *, last: bool = False) -> None:
    """Choose as many options as are asked for, from the first on or up to the last."""
    inputs = question.locator("input")
    count = int(question.get_attribute("choose") or 0)
    for index in range(inputs.count())[-count:] if last else range(count):
        inputs.nth(index).check()


def is_in_sight(part: dict[str, float], room: dict[str, float]) -> bool:
    return part["top"] >= room["top"] - 1 and part["bottom"] <= room["bottom"] + 1


@pytest.mark.parametrize(("width", "height", "paths"), SIZES, ids=lambda part: part if isinstance(part, int) else "")
def test_the_readers_option_its_reason_and_the_verdict_are_in_sight(
    browser: Browser, site: Site, width: int, height: int, paths: list[str]
) -> None:
    context = touch(browser, width, height)
    page = context.new_page()
    lost, jumped = [], []
    for path in paths:
        questions = open_page(page, site.address + path).and_(page.locator("[choose='1']"))
        for number, question in enumerate(questions.all()):
            # The first option on every other question, the last one on the rest: one above its reason, one below all.
            choose(question, last=bool(number % 2))
            question.locator(".eq__check").scroll_into_view_if_needed()
            before = question.evaluate(PLACES)
            question.locator(".eq__check").tap()
            still(page)
            after = question.evaluate(PLACES)
            name, room = question.get_attribute("question-id"), after["room"]
            if any(not is_in_sight(after[part], room) for part in ("own", "reason", "verdict")):
                lost.append((name, after))
            place = before["own"]["top"]
            # The page keeps some room free above the buttons.
            fits = place > room["top"] + 30 and place + height_of(after["own"]) < room["bottom"] - 28
            if fits and abs(place - after["own"]["top"]) > 2:
                jumped.append((name, before, after))
            assert after["focus"] == "eq__verdict"
    assert (lost, jumped) == ([], [])
    context.close()


def height_of(part: dict[str, float]) -> float:
    return part["bottom"] - part["top"]


def test_several_chosen_options_are_in_sight_together_where_they_fit(browser: Browser, site: Site) -> None:
    context = touch(browser, 412, 915)
    page = context.new_page()
    question = open_page(page, f"{site.address}en/training/training-jobs/").and_(page.locator('[choose="2"]')).first
    choose(question)
    question.locator(".eq__check").tap()
    for option in question.locator(".eq__option:has(:checked)").all():
        expect(option).to_be_in_viewport(ratio=1)
    expect(question.locator(".eq__verdict")).to_be_in_viewport(ratio=1)
    context.close()


@pytest.mark.parametrize(("width", "height"), [(320, 640), (412, 915), (800, 360)])
def test_check_next_and_retry_are_within_reach(browser: Browser, site: Site, width: int, height: int) -> None:
    context = touch(browser, width, height)
    page = context.new_page()
    questions = open_page(page, site.address + PATH)
    for index, question in enumerate(questions.all()[:4]):
        choose(question)
        expect(question.locator(".eq__check")).to_be_in_viewport(ratio=1)
        question.locator(".eq__check").tap()
        expect(question.locator(".eq__next")).to_be_in_viewport(ratio=1)
        expect(question.locator(".eq__retry")).to_be_in_viewport(ratio=1)
        question.locator(".eq__next").tap()
        following = questions.nth(index + 1)
        expect(following.locator(".eq__title")).to_be_in_viewport(ratio=1)
        expect(following.locator("input").first).to_be_focused()
    context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_chosen_option_looks_chosen_and_not_as_if_pointed_at(browser: Browser, site: Site, scheme: Scheme) -> None:
    context = browser.new_context(color_scheme=scheme)
    page = context.new_page()
    question = open_page(page, site.address + PATH).first
    options, labels = question.locator(".eq__option"), question.locator(".eq__label")
    page.mouse.move(0, 0)
    plain, plain_label = options.nth(0).evaluate(STYLE), labels.nth(0).evaluate(STYLE)
    labels.nth(1).hover()
    still(page)
    assert labels.nth(1).evaluate(STYLE) != plain_label
    hovered = options.nth(1).evaluate(STYLE)
    labels.nth(0).click()
    page.mouse.move(0, 0)
    still(page)
    chosen = options.nth(0).evaluate(STYLE)
    assert all(chosen[part] != other[part] for other in (plain, hovered) for part in (0, 1, 2))
    # What is not chosen is drawn empty: no disc of another colour than the page.
    assert question.locator("input").nth(1).evaluate(STYLE)[0] == "rgba(0, 0, 0, 0)"
    assert question.locator("input").nth(1).evaluate("(input) => getComputedStyle(input).appearance") == "none"
    context.close()


def test_a_finger_leaves_no_trace_on_what_it_did_not_choose(phone: Page, site: Site) -> None:
    question = open_page(phone, site.address + PATH).first
    plain = question.locator(".eq__label").nth(1).evaluate(STYLE)
    question.locator(".eq__label").nth(1).tap()
    question.locator(".eq__label").nth(0).tap()
    still(phone)
    assert question.locator(".eq__label").nth(1).evaluate(STYLE) == plain


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_red_is_for_the_readers_own_wrong_choice_alone(browser: Browser, site: Site, scheme: Scheme) -> None:
    context = browser.new_context(color_scheme=scheme)
    page = context.new_page()
    red = {"light": "rgb(179, 38, 30)", "dark": "rgb(255, 165, 156)"}[scheme]
    for path in PATHS:
        for question in open_page(page, site.address + path).all():
            choose(question)
            question.locator(".eq__check").click()
            still(page)
            reds = question.evaluate(REDS, red)
            right = set((question.get_attribute("accepted") or "").split()[0])
            own = question.evaluate("(q) => [...q.querySelectorAll(':checked')].map((input) => input.value)")
            assert set(reds) <= set(own) - right, question.get_attribute("question-id")
            assert bool(reds) == (question.locator(".eq__verdict").get_attribute("data-state") == "wrong")
    context.close()


@pytest.mark.parametrize("edition", ["", "en/"])
def test_the_last_answer_leads_on_to_what_was_missed_and_to_the_next_page(
    phone: Page, site: Site, edition: str
) -> None:
    questions = open_page(phone, f"{site.address}{edition}inference/serverless/")
    end, words = phone.locator(".eq-end"), {"": "Ver meu resultado", "en/": "See my result"}[edition]
    expect(end).to_be_hidden()
    states = []
    for question in questions.all():
        choose(question)
        question.locator(".eq__check").tap()
        states.append(question.locator(".eq__verdict").get_attribute("data-state") == "right")
        if len(states) == 2:
            expect(end.locator(".eq-end__left li")).to_have_count(len(questions.all()) - 2)
    last = questions.last.get_by_role("button", name=words)
    expect(last).to_be_in_viewport(ratio=1)
    last.tap()
    expect(end).to_be_focused()
    expect(end.locator(".eq-end__score")).to_have_text(f"{sum(states)}/{len(states)}")
    expect(end.locator(".eq-end__score")).to_be_in_viewport()
    expect(end.locator(".eq-end__left")).to_be_hidden()
    missed = end.locator(".eq-end__missed a")
    assert missed.count() == states.count(False) > 0
    missed.last.tap()
    place = [index for index, right in enumerate(states) if not right][-1]
    expect(questions.nth(place).locator(".eq__title")).to_be_in_viewport(ratio=1)
    onward = end.locator(".eq-end__next a")
    expect(onward).to_contain_text({"": "Próxima página: Assíncrono", "en/": "Next page: Asynchronous"}[edition])
    onward.tap()
    expect(phone).to_have_url(f"{site.address}{edition}inference/async/")


def test_shortcuts_are_not_offered_where_there_are_only_fingers(phone: Page, browser: Browser, site: Site) -> None:
    open_page(phone, site.address + PATH)
    expect(phone.locator('[data-do="help"]')).to_be_hidden()
    context = browser.new_context()
    page = context.new_page()
    open_page(page, site.address + PATH)
    expect(page.locator('[data-do="help"]')).to_be_visible()
    context.close()


@pytest.mark.parametrize(
    "script", ["off", "on its way", "there", "there, and nothing is chosen", "there, and answered"]
)
def test_enter_never_reloads_the_page(browser: Browser, site: Site, script: str) -> None:
    context = browser.new_context(java_script_enabled=script != "off")
    page = context.new_page()
    held: list[Route] = []
    if script == "on its way":
        page.route("**/quiz/*.js*", lambda route: held.append(route))  # noqa: PLW0108 - Playwright marks its handlers
    page.goto(f"{site.address}en/{PATH}", wait_until="load" if script == "off" else "domcontentloaded")
    if script.startswith("there"):
        settle(page)
    loads: list[str] = []
    page.on("request", lambda request: loads.append(request.url) if request.is_navigation_request() else None)
    question = page.locator("exam-question").nth(3)
    field = question.locator("input").nth(1)
    field.focus()
    if not script.endswith("nothing is chosen"):
        page.keyboard.press("Space")
    page.keyboard.press("Enter")
    if script.endswith("answered"):
        page.keyboard.press("Enter")
    page.wait_for_timeout(300)
    assert loads == []
    assert "?" not in page.url
    expect(question.locator("input:checked")).to_have_count(0 if script.endswith("nothing is chosen") else 1)
    if held:
        page.unroute("**/quiz/*.js*")  # which lets go on what is held
        page.wait_for_function("() => customElements.get('exam-question')")
        field.focus()
        page.keyboard.press("Enter")
        expect(question).to_have_attribute("answered", "")
    context.close()


def test_buttons_that_cannot_load_say_so_and_the_others_work(page: Page, site: Site) -> None:
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    questions = open_page(page, f"{site.address}en/{PATH}")
    page.context.set_offline(True)
    choose(questions.first)
    questions.first.locator(".eq__check").click()
    expect(questions.first.locator(".eq__verdict")).not_to_be_empty()
    said = page.locator(".eq-summary__said")
    page.locator('[data-do="reset"]').click()
    expect(said).to_contain_text("could not be loaded")
    expect(said).to_be_visible()
    page.locator('[data-do="help"]').click()
    expect(page.get_by_role("dialog", name="Keyboard shortcuts")).to_be_visible()
    page.keyboard.press("Escape")
    page.locator(".eq-summary__all > summary").click()
    page.locator('[data-do="export"]').click()
    expect(said).to_contain_text("could not be loaded")
    questions.first.locator(".eq__retry").click()
    expect(questions.first).not_to_have_attribute("answered", "")
    choose(questions.first)
    questions.first.locator(".eq__check").click()
    page.context.set_offline(False)
    page.locator('[data-do="reset"]').click()
    expect(page.locator('[data-do="undo"]')).to_be_visible()
    expect(said).to_be_empty()
    assert errors == []


def test_what_has_the_focus_is_ringed_without_has(page: Page, site: Site) -> None:
    def without_has(route: Route) -> None:
        response = route.fetch()
        route.fulfill(response=response, body=response.text().replace(":has(", ":no-has("))

    page.route("**/*.css*", without_has)
    question = open_page(page, f"{site.address}en/{PATH}").first
    question.locator("input").first.focus()
    page.keyboard.press("ArrowDown")
    ring = """() => [document.activeElement, document.activeElement.closest(".eq__option")]
      .map((element) => getComputedStyle(element).outlineStyle)"""
    assert set(page.evaluate(ring)) != {"none"}


def test_a_malformed_address_raises_nothing(page: Page, site: Site) -> None:
    """By a link within the page; test_addresses.py opens pages so."""
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(f"{page.url}: {error}"))
    for path in ("", f"en/{PATH}", "reference/limits/", "en/reference/glossary/"):
        page.goto(site.address + path)
        settle(page)
        for hash_ in ("#%", "#%E0%A4", "#%E0%A4%A", "#]", '#"', "#a/b--%"):
            page.evaluate(
                """(hash) => new Promise((resolve) => {
                  let left = 2;
                  onhashchange = () => (left -= 1) || setTimeout(resolve);
                  location.hash = "#top";
                  location.hash = hash;
                })""",
                hash_,
            )
    assert errors == []


def test_code_in_an_option_brings_no_button_and_no_stop(page: Page, site: Site) -> None:
    code = f"<pre><code>{'a = b' + ' + c' * 80}&#10;</code></pre>"

    def with_code(route: Route) -> None:
        response = route.fetch()
        body = response.text().replace('<span class="eq__text" lang="en">', f'<span class="eq__text" lang="en">{code}')
        route.fulfill(response=response, body=body.replace('<span class="eq__text">', f'<span class="eq__text">{code}'))

    page.route(f"**/{PATH}", with_code)
    page.set_viewport_size({"width": 360, "height": 800})
    question = open_page(page, f"{site.address}en/{PATH}").first
    expect(question.locator(".eq__option pre").first).to_be_visible()
    expect(question.locator(".eq__option button")).to_have_count(0)
    question.locator("input").first.focus()
    page.keyboard.press("Space")
    page.keyboard.press("Tab")
    expect(question.locator(".eq__check")).to_be_focused()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
