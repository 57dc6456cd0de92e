"""A new release of a guide that is kept: it is offered and never forced, waits for an exam, and mixes with nothing."""

import re
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.offline import NEW, OLD, QUESTION, Host, kept_paths, wait_for_caches, wait_for_pack
from tests.browser.pages import open_instant, violations, wait_until
from tests.browser.practice import choose_all, shown
from tests.browser.test_offline import hand_in, keep_all, start_exam

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("offline")]


@pytest.fixture(scope="module")
def browser_context_args(browser_context_args: dict[str, Any]) -> dict[str, Any]:
    return {**browser_context_args, "service_workers": "allow"}


OFFER = ".offline-update"
# What a page of the release in use gets of the question that both releases have.
STEM = """async ([root, id]) => {
  const index = await (await fetch(`${root}assets/practice/data.json`, { cache: "no-cache" })).json();
  const names = index.shards.map(([, stems]) => `${root}${index.shared}assets/practice/${stems}`);
  const shards = await Promise.all(names.map(async (name) => (await fetch(name)).json()));
  return JSON.stringify(Object.assign({}, ...shards)[id]);
}"""


def stem(page: Page, host: Host, edition: str = "en/") -> str:
    return str(page.evaluate(STEM, [f"{host.address}{edition}", QUESTION]))


def is_of(page: Page, text: str) -> None:
    expect(page.locator("article")).to_contain_text(text)


def publish(page: Page, host: Host, release: str = "second") -> None:
    """Publish a release, and have the browser look for it as it does on a visit."""
    host.release = release
    page.evaluate("navigator.serviceWorker.ready.then((found) => found.update()).catch(() => {})")


def test_a_new_release_is_offered_and_comes_when_it_is_accepted(page: Page, host: Host) -> None:
    keep_all(page, host)
    page.reload()
    publish(page, host)
    offer = page.locator(OFFER)
    expect(offer.get_by_role("status")).to_have_text("The guide has a new version, already downloaded.")
    is_of(page, OLD)
    assert violations(page) == []
    page.reload()
    is_of(page, OLD)
    assert OLD in stem(page, host)
    offer.get_by_role("button", name="Update").click()
    is_of(page, NEW)
    assert NEW in stem(page, host)
    expect(offer).to_have_count(0)
    wait_for_pack(page, "whole")
    assert len(kept_paths(page)) == 1
    host.is_cut = True
    page.goto(f"{host.address}en/inference/async/")
    expect(page.locator(f'[question-id="{QUESTION}"]')).to_contain_text(NEW)


def test_an_update_fetches_what_changed_alone(page: Page, host: Host) -> None:
    keep_all(page, host)
    page.reload()
    host.asked = []
    publish(page, host)
    wait_for_caches(page, 2)
    fetched = {path for path in host.asked if path.startswith("en/")}
    assert {"en/sw.js", "en/practice/", "en/assets/practice/data.json", "en/inference/async/"} <= fetched
    same = [path for path in host.asked if re.search(r"\.(css|woff2)$|/vendor/|/practice/store", path)]
    assert same == []
    assert len(host.asked) < 30


def test_who_does_not_accept_keeps_the_release_even_after_closing_everything(
    context: BrowserContext, host: Host
) -> None:
    page = context.new_page()
    keep_all(page, host)
    page.reload()
    publish(page, host)
    page.locator(OFFER).get_by_role("button", name="Later").click()
    expect(page.locator(OFFER)).to_have_count(0)
    page.reload()
    is_of(page, OLD)
    expect(page.locator(OFFER)).to_have_count(0)
    page.close()
    again = context.new_page()
    again.goto(f"{host.address}en/practice/")
    is_of(again, OLD)
    assert OLD in stem(again, host)
    expect(again.locator(OFFER)).to_be_visible()


def test_a_page_that_is_not_kept_never_mixes_with_the_release_that_is(page: Page, host: Host) -> None:
    page.goto(f"{host.address}en/practice/")
    wait_for_pack(page)
    page.reload()
    host.release = "second"
    open_instant(page, f"{host.address}en/inference/async/")
    expect(page.locator(f'[question-id="{QUESTION}"]')).to_contain_text(NEW)
    assert NEW in stem(page, host)
    page.evaluate("window.kept = true")
    page.locator('.md-tabs a[href$="practice/"], .md-nav--primary a[href$="practice/"]').first.click()
    expect(page).to_have_url(re.compile(r"/en/practice/$"))
    is_of(page, OLD)
    assert page.evaluate("window.kept") is None, "a page of another release came into this one's document"
    assert OLD in stem(page, host)


def test_an_update_is_not_offered_in_any_tab_while_an_exam_is_running(context: BrowserContext, host: Host) -> None:
    page, other = context.new_page(), context.new_page()
    keep_all(page, host)
    start_exam(page, host)
    other.goto(f"{host.address}en/practice/")
    publish(other, host)
    wait_for_caches(other, 2)
    other.reload()
    is_of(other, OLD)
    other.wait_for_timeout(1500)
    expect(page.locator(OFFER)).to_have_count(0)
    expect(other.locator(OFFER)).to_have_count(0)
    choose_all(page)
    page.reload()
    shown(page, "run")
    assert OLD in stem(page, host)
    hand_in(page)
    expect(page.locator(OFFER)).to_be_visible()
    page.locator(OFFER).get_by_role("button", name="Update").click()
    shown(page, "result")
    is_of(other, NEW)
    assert NEW in stem(page, host)


def test_a_session_that_is_being_answered_is_not_disturbed(context: BrowserContext, host: Host) -> None:
    page, other = context.new_page(), context.new_page()
    keep_all(page, host)
    page.goto(f"{host.address}en/practice/session/#n=5&state=all")
    shown(page, "run")
    other.goto(f"{host.address}en/practice/")
    publish(other, host)
    wait_for_caches(other, 2)
    other.wait_for_timeout(1500)
    expect(page.locator(OFFER)).to_have_count(0)
    expect(other.locator(OFFER)).to_have_count(0)
    page.close()
    expect(other.locator(OFFER)).to_be_visible()


def test_an_exam_that_was_left_with_its_clock_running_is_not_disturbed_either(page: Page, host: Host) -> None:
    keep_all(page, host)
    start_exam(page, host)
    page.goto(f"{host.address}en/practice/")
    publish(page, host)
    wait_for_caches(page, 2)
    page.reload()
    page.wait_for_timeout(1500)
    expect(page.locator(OFFER)).to_have_count(0)


def test_an_offer_that_is_on_the_screen_does_nothing_once_an_exam_began(context: BrowserContext, host: Host) -> None:
    page, other = context.new_page(), context.new_page()
    keep_all(page, host)
    page.reload()
    publish(page, host)
    expect(page.locator(OFFER)).to_be_visible()
    start_exam(other, host)
    page.locator(OFFER).get_by_role("button", name="Update").click()
    expect(page.locator(OFFER)).to_be_hidden()
    shown(other, "run")
    is_of(page, OLD)
    assert OLD in stem(other, host)


@pytest.mark.parametrize("path", ["en/practice/review/", "en/assets/practice/data.json", "list"])
def test_one_wrong_byte_leaves_the_old_release_in_use_until_the_file_is_right(
    page: Page, host: Host, path: str
) -> None:
    keep_all(page, host)
    page.reload()
    if path == "list":
        [file] = (host.releases["second"] / "en/assets/offline").glob("practice.*.json")
        path = f"en/assets/offline/{file.name}"
    host.damaged = {path}
    publish(page, host)
    wait_until(page, lambda: path in host.asked, "not asked for")
    page.wait_for_timeout(1000)
    assert sum(any(name.endswith("kept.json") for name in paths) for paths in kept_paths(page).values()) == 1
    host.is_cut = True
    page.reload()
    is_of(page, OLD)
    assert OLD in stem(page, host)
    expect(page.locator(OFFER)).to_have_count(0)
    host.is_cut, host.damaged = False, set()
    publish(page, host)
    expect(page.locator(OFFER)).to_be_visible()


def test_a_release_that_nobody_took_gives_way_to_the_next(page: Page, host: Host) -> None:
    keep_all(page, host)
    page.reload()
    publish(page, host)
    wait_for_caches(page, 2)

    def is_taken_back() -> bool:
        publish(page, host, "first")  # a browser that still installs the other one looks again later
        page.wait_for_timeout(500)  # asked in every moment, it would do nothing but look
        return state(page)["isOld"] is False

    # The release in use is published again: there is nothing to offer.
    wait_until(page, is_taken_back, "still the other one")
    page.reload()
    page.wait_for_timeout(500)
    expect(page.locator(OFFER)).to_have_count(0)
    assert OLD in stem(page, host)


def state(page: Page) -> dict[str, Any]:
    found: dict[str, Any] = page.evaluate(
        """async () => {
          const { active } = await navigator.serviceWorker.ready;
          const { port1, port2 } = new MessageChannel();
          active.postMessage({ do: "state" }, [port2]);
          return new Promise((resolve) => { port1.onmessage = ({ data }) => resolve(data.state); });
        }"""
    )
    return found


def test_the_whole_edition_is_not_fetched_into_a_release_that_has_gone(page: Page, host: Host) -> None:
    page.goto(f"{host.address}en/practice/")
    wait_for_pack(page)
    page.reload()
    wait_for_pack(page)
    host.release = "second"
    page.locator('[data-do="whole"]').click()
    expect(page.locator("[data-offline] [role=status]")).to_contain_text("The guide is being updated")
    expect(page.locator("[data-offline]")).to_have_attribute("data-kept", "practice")
