"""Practice and the edition in use without a network: what is kept, when, how it is removed, what it costs others."""

import json
import re
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.offline import Host, kept_paths, wait_for_caches, wait_for_pack
from tests.browser.pages import PATIENCE, violations, wait_until
from tests.browser.practice import choose_all, records, shown
from tests.conftest import ROOT

# One worker takes all of them: the two releases are built once.
pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("offline")]


@pytest.fixture(scope="module")
def browser_context_args(browser_context_args: dict[str, Any]) -> dict[str, Any]:
    return {**browser_context_args, "service_workers": "allow"}


EDITIONS = pytest.mark.parametrize("edition", ["", "en/"], ids=["pt", "en"])
MEGABYTE = 1_000_000


def visit(page: Page, host: Host, path: str = "practice/") -> None:
    page.goto(host.address + path)
    wait_for_caches(page, 1)


def start_exam(page: Page, host: Host, edition: str = "en/") -> None:
    page.goto(f"{host.address}{edition}practice/mock-exam/")
    shown(page, "setup")
    page.locator(".practice__start").click()
    shown(page, "run")


def hand_in(page: Page) -> None:
    page.locator('[data-do="sheet"]').click()
    shown(page, "sheet")
    page.get_by_role("button", name=re.compile("^(Hand in|Entregar a prova)$")).click()
    page.locator("dialog button[value=yes]").click()
    shown(page, "result")


def keep_all(page: Page, host: Host, edition: str = "en/") -> None:
    page.goto(f"{host.address}{edition}practice/")
    wait_for_pack(page)
    page.locator('[data-do="whole"]').click()
    wait_for_pack(page, "whole")


@EDITIONS
def test_practice_works_without_a_network_after_one_visit(page: Page, host: Host, edition: str) -> None:
    visit(page, host, f"{edition}practice/")
    wait_for_pack(page)
    host.is_cut = True
    page.reload()
    expect(page.locator(".practice[data-shown=board]")).to_be_visible()
    wait_for_pack(page)
    page.goto(f"{host.address}{edition}practice/session/#n=5&state=all")
    shown(page, "run")
    choose_all(page)
    page.locator('[data-do="main"]').click()
    expect(page.locator(".eq__verdict")).not_to_be_empty()
    expect(page.locator(".eq__why").first).to_be_visible()
    page.goto(f"{host.address}{edition}")
    expect(page.locator("h1")).to_be_visible()


@EDITIONS
def test_an_exam_of_a_first_visit_goes_on_when_the_network_is_cut(page: Page, host: Host, edition: str) -> None:
    start_exam(page, host, edition)
    wait_for_caches(page, 1)
    wait_until(page, lambda: page.evaluate("Boolean(navigator.serviceWorker.controller)"), "not taken over")
    choose_all(page)
    host.is_cut = True
    page.locator('.practice__main[data-do="next"]').click()
    choose_all(page)
    hand_in(page)
    expect(page.locator(".practice__score")).to_be_visible()
    page.locator(".practice__report").get_by_role("link").first.wait_for()


def test_an_exam_survives_a_reload_without_a_network(page: Page, host: Host) -> None:
    start_exam(page, host)
    wait_for_caches(page, 1)
    choose_all(page)
    wait_until(page, lambda: any(row["chosen"] for row in records(page, "answers")), "not stored")
    host.is_cut = True
    page.reload()
    shown(page, "run")
    expect(page.locator(".practice__exam :checked").first).to_be_visible()
    hand_in(page)


@EDITIONS
def test_a_page_that_is_not_kept_says_so_in_its_language_and_leads_on(page: Page, host: Host, edition: str) -> None:
    visit(page, host, f"{edition}practice/")
    host.is_cut = True
    page.goto(f"{host.address}{edition}inference/async/")
    expect(page.locator("h1")).to_have_text("No connection" if edition else "Sem conexão")
    expect(page.locator("html")).to_have_attribute("lang", "en" if edition else "pt-BR")
    expect(page).to_have_url(f"{host.address}{edition}inference/async/")
    page.locator(".ways-on a").nth(1).click()
    expect(page).to_have_url(f"{host.address}{edition}practice/")
    wait_for_pack(page)
    host.is_cut = False
    page.goto(f"{host.address}{edition}inference/async/")
    expect(page.locator("exam-question").first).to_be_visible()


def test_an_address_without_its_slash_finds_the_page_that_is_kept(page: Page, host: Host) -> None:
    visit(page, host)
    host.is_cut = True
    page.goto(f"{host.address}practice/review")
    expect(page).to_have_url(f"{host.address}practice/review/")
    expect(page.locator("practice-review")).to_be_attached()


@EDITIONS
def test_the_whole_edition_is_kept_when_asked_and_every_page_of_it_opens(page: Page, host: Host, edition: str) -> None:
    page.goto(f"{host.address}{edition}practice/")
    wait_for_pack(page)
    assert not [path for path in host.asked if "inference/async" in path or "search/sections" in path]
    button = page.locator('[data-do="whole"]')
    size = (page.locator("[data-offline]").get_attribute("data-whole-size") or "").replace(".", "." if edition else ",")
    expect(button).to_contain_text(f"{size} MB")
    button.click()
    wait_for_pack(page, "whole")
    status = page.locator("[data-offline] [role=status]")
    expect(status).to_contain_text(f"{size} MB")
    expect(status).to_be_focused()
    [(name, paths)] = kept_paths(page).items()
    assert name.startswith(f"sagemaker-exam-guide /some/path/{edition} ")
    host.is_cut = True
    for path in ("", "inference/async/", "inference/serverless/", "monitoring/data-quality/", "practice/mock-exam/"):
        page.goto(f"{host.address}{edition}{path}")
        expect(page.locator("article h1")).to_be_visible()
        assert page.evaluate("document.styleSheets.length") >= 3
    page.goto(f"{host.address}{edition}inference/async/")
    page.locator(".md-search__input").press_sequentially("serverless", delay=30)
    expect(page.locator(".md-search-result__item, .md-search-result__link").first).to_be_visible()
    assert len(paths) == len(set(paths))


def test_a_kept_edition_is_left_and_entered_by_the_theme_s_links_without_a_network(page: Page, host: Host) -> None:
    keep_all(page, host)
    page.reload()
    host.is_cut = True
    page.locator(".practice-frame > .practice-pages a").first.click()
    # The theme follows the scrolling with what comes after the "#".
    expect(page).to_have_url(re.compile(f"^{re.escape(host.address)}en/inference/async/#"))
    expect(page.locator("exam-question").first).to_be_visible()


def test_progress_is_shown_and_what_was_interrupted_goes_on_where_it_broke_off(page: Page, host: Host) -> None:
    page.goto(f"{host.address}en/practice/")
    wait_for_pack(page)
    host.slow, host.asked, host.lost = 0.5, [], {"en/monitoring/data-quality/"}
    page.locator('[data-do="whole"]').click()
    expect(page.locator("[data-offline] progress")).to_be_visible()
    expect(page.locator(".offline__progress")).to_have_text(re.compile(r"^\d\.\d of \d\.\d\sMB$"))
    expect(page.locator('[data-do="stop"]')).to_be_focused()
    expect(page.locator("[data-offline] [role=status]")).to_contain_text("The connection broke before the end.")
    expect(page.locator("[data-offline]")).to_have_attribute("data-kept", "practice")
    before = set(host.asked)
    assert "en/inference/async/" in before
    host.slow, host.asked, host.lost = 0, [], set()
    page.locator('[data-do="whole"]').click()
    wait_for_pack(page, "whole")
    again = {path for path in host.asked if path in before and "assets/offline/" not in path}
    assert again == set()


def test_a_reader_can_stop_and_nothing_of_the_rest_stays(page: Page, host: Host) -> None:
    page.goto(f"{host.address}practice/")
    wait_for_pack(page)
    assert violations(page, "article") == []
    before = kept_paths(page)
    host.slow = PATIENCE / 2
    page.locator('[data-do="whole"]').click()
    assert violations(page, "article") == []
    page.locator('[data-do="stop"]').click()
    expect(page.locator("[data-offline] [role=status]")).to_contain_text("Parou no meio. A prática está guardada")
    host.slow = 0
    host.waiting.set()
    assert {name: sorted(paths) for name, paths in kept_paths(page).items()} == {
        name: sorted(paths) for name, paths in before.items()
    }


def test_one_wrong_byte_keeps_a_release_from_being_kept(page: Page, host: Host) -> None:
    host.damaged = {"practice/review/"}
    page.goto(f"{host.address}practice/")
    page.locator('[data-do="practice"]').click()
    status = page.locator("[data-offline] [role=status]")
    expect(status).to_contain_text("um arquivo chegou com defeito")
    expect(status).to_contain_text("Nada está guardado neste aparelho.")
    host.damaged = set()
    page.locator('[data-do="practice"]').click()
    wait_for_pack(page)


def test_without_room_what_was_kept_stays_and_the_reader_is_told(
    page: Page, context: BrowserContext, host: Host
) -> None:
    page.goto(f"{host.address}en/practice/")
    wait_for_pack(page)
    before = kept_paths(page)
    devtools = context.new_cdp_session(page)
    origin = f"http://127.0.0.1:{host.port}"
    used = devtools.send("Storage.getUsageAndQuota", {"origin": origin})["usage"]
    devtools.send("Storage.overrideQuotaForOrigin", {"origin": origin, "quotaSize": used})
    page.locator('[data-do="whole"]').click()
    status = page.locator("[data-offline] [role=status]")
    expect(status).to_contain_text("There is no room for it on this device.")
    expect(status).to_contain_text("Practice is kept on this device")
    assert kept_paths(page).keys() == before.keys()
    host.is_cut = True
    page.reload()
    wait_for_pack(page)


@pytest.mark.parametrize(
    "script",
    [
        "delete Navigator.prototype.serviceWorker",
        "delete window.caches",
        "ServiceWorkerContainer.prototype.register = () => Promise.reject(new DOMException('no', 'SecurityError'))",
    ],
    ids=["no worker", "no cache", "worker refused"],
)
def test_a_browser_that_keeps_nothing_says_so_and_practice_works(page: Page, host: Host, script: str) -> None:
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.add_init_script(script)
    page.goto(f"{host.address}en/practice/")
    expect(page.locator(".practice[data-shown=board]")).to_be_visible()
    button = page.locator('[data-do="whole"]')
    status = page.locator("[data-offline] [role=status]")
    expect(status).not_to_be_empty()
    if button.is_visible():
        button.click()
    expect(status).to_contain_text("This browser does not let the site keep anything.")
    page.goto(f"{host.address}en/practice/session/#n=5&state=all")
    shown(page, "run")
    assert errors == []


def test_the_switch_removes_all_editions_and_nothing_is_kept_until_it_is_asked_for(page: Page, host: Host) -> None:
    visit(page, host, "en/practice/")
    page.goto(f"{host.address}practice/")
    wait_for_pack(page)
    assert len(kept_paths(page)) == 2
    page.locator('[data-do="remove"]').click()
    expect(page.locator("[data-offline]")).to_have_attribute("data-kept", "nothing")
    nothing = "async () => [await caches.keys(), (await navigator.serviceWorker.getRegistrations()).length]"
    assert page.evaluate("caches.keys()") == []
    page.reload()
    expect(page.locator("[data-offline] [role=status]")).to_have_text("Nada está guardado neste aparelho.")
    page.goto(f"{host.address}practice/mock-exam/")
    shown(page, "setup")
    page.wait_for_timeout(500)
    assert page.evaluate(nothing) == [[], 0]
    page.goto(f"{host.address}practice/")
    page.locator('[data-do="practice"]').click()
    wait_for_pack(page)
    assert len(kept_paths(page)) == 1


def test_whoever_saves_data_is_asked_first(page: Page, host: Host) -> None:
    page.add_init_script("Object.defineProperty(navigator, 'connection', { value: { saveData: true } })")
    page.goto(f"{host.address}practice/")
    expect(page.locator("[data-offline] [role=status]")).to_have_text("Nada está guardado neste aparelho.")
    page.wait_for_timeout(500)
    assert kept_paths(page) == {}


@EDITIONS
def test_pages_without_practice_ask_for_nothing_of_it(page: Page, host: Host, edition: str) -> None:
    for path in ("", "inference/async/"):
        page.goto(f"{host.address}{edition}{path}", wait_until="networkidle")
    assert [path for path in host.asked if "offline" in path or "sw.js" in path] == []
    assert page.evaluate("navigator.serviceWorker.getRegistrations().then((all) => all.length)") == 0


def test_other_caches_and_workers_of_the_origin_are_left_alone(page: Page, host: Host) -> None:
    page.goto(f"{host.address}practice/")
    wait_for_pack(page)
    page.evaluate("caches.open('sagemaker-exam-guide /some/other/ 1').then((c) => c.put('/x', new Response('')))")
    page.locator('[data-do="remove"]').click()
    expect(page.locator("[data-offline]")).to_have_attribute("data-kept", "nothing")
    assert page.evaluate("caches.keys()") == ["sagemaker-exam-guide /some/other/ 1"]


@EDITIONS
def test_an_edition_can_be_installed(page: Page, context: BrowserContext, host: Host, edition: str) -> None:
    page.goto(f"{host.address}{edition}practice/")
    wait_for_pack(page)
    devtools = context.new_cdp_session(page)
    found = devtools.send("Page.getAppManifest")
    assert found["errors"] == []
    manifest = json.loads(found["data"])
    assert manifest["lang"] == ("en" if edition else "pt-BR")
    assert found["manifest"]["scope"] == found["manifest"]["startUrl"] == host.address + edition
    errors = devtools.send("Page.getInstallabilityErrors")["installabilityErrors"]
    assert [error["errorId"] for error in errors if error["errorId"] != "in-incognito"] == []


def test_a_server_of_pages_that_are_being_written_takes_the_place_of_the_worker(page: Page, host: Host) -> None:

    page.goto(f"{host.address}practice/")
    wait_for_pack(page)
    host.replaced["sw.js"] = (ROOT / "scripts/serving/no-worker.js").read_bytes()
    host.release = "second"
    page.reload()
    wait_until(page, lambda: "in the second release" in page.locator("article").inner_text(), "still the old page")
    assert page.evaluate("caches.keys()") == []
