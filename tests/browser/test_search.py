"""The search as readers use it: what it finds, how fast, and whether the keyboard and a screen reader can use it."""

import math
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from macros.bank import Bank
from macros.language import LANGUAGES
from tests.conftest import Site, free_port, serve
from tests.queries import EDITIONS, Query, ask, delay, open_search, queries

pytestmark = pytest.mark.browser

PHONE = {"width": 360, "height": 800}
DESKTOP = {"width": 1280, "height": 900}
NOTHING = "nothing"
INPUT = ".md-search__input"
RESULTS = ".md-search-result__list > li"
FOLDERS_OF_FEATURES = ("notebooks", "data", "training", "no-code", "inference", "monitoring", "mlops")


def type_query(page: Page, text: str) -> None:
    page.locator(INPUT).fill(text)
    expect(page.locator(".md-search-result__list")).to_have_attribute("data-query", text, timeout=30_000)


def places(page: Page, site: Site, asked: list[Query]) -> dict[str, float]:
    """Return for each query and its first results at which place the first right one stands; inf for nowhere."""
    found_at = {}
    for language, edition in EDITIONS.items():
        own = [query for query in asked if query.language == language]
        page.goto(site.address + edition)
        open_search(page)
        for query, answer in zip(own, ask(page, [query.text for query in own]), strict=True):
            found = [link.removeprefix(f"/{edition}") for link in answer["links"]]
            right = [place for place, address in enumerate(found, 1) if query.answered_by([address])]
            found_at[f"{language} {query.text}: {', '.join(found[:3]) or NOTHING}"] = min(right, default=math.inf)
    return found_at


@pytest.mark.parametrize("name", ["golden", "holdout"])
def test_the_right_page_comes_first_and_hardly_ever_after_the_third(
    page: Page, site: Site, bank: Bank, name: str
) -> None:
    asked = list(queries(name, bank.pages.paths))
    assert len(asked) >= 60
    found_at = places(page, site, asked)
    not_first, not_third = ([query for query, place in found_at.items() if place > best] for best in (1, 3))
    assert len(not_first) <= 0.2 * len(asked), not_first
    assert len(not_third) <= 0.03 * len(asked), not_third
    assert not [query for query in found_at if query.endswith(NOTHING)]


def test_every_feature_is_found_first_by_its_title_in_either_language(page: Page, site: Site, bank: Bank) -> None:
    features = [path for path in bank.pages.paths if path.startswith(FOLDERS_OF_FEATURES)]
    asked = [
        Query(edition, bank.pages.title(path, language), (path,))
        for path in features
        for edition in LANGUAGES
        for language in LANGUAGES
    ]
    assert [query for query, place in places(page, site, asked).items() if place > 1] == []


def test_results_arrive_within_a_tenth_of_a_second_on_a_slow_phone(page: Page, site: Site, bank: Bank) -> None:
    page.set_viewport_size(PHONE)  # type: ignore[arg-type]
    page.goto(site.address)
    open_search(page)
    page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": 4})
    texts = [query.text for query in queries("golden", bank.pages.paths) if query.language == "pt"][::4]
    delays = sorted(
        delay(answer, 4) for answer in ask(page, [text[: n + 1] for text in texts for n in range(len(text))])
    )
    assert delays[int(len(delays) * 0.95)] < 100


def test_nothing_of_the_search_is_loaded_before_its_first_use(page: Page, site: Site) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(site.address, wait_until="networkidle")
    assert [url for url in asked if "/search/" in url or "lunr" in url or "workers" in url] == []
    open_search(page)
    assert f"{site.address}search/search_index.json" in asked


def test_words_typed_without_accents_are_marked_in_the_result_and_on_the_page(page: Page, site: Site) -> None:
    page.goto(site.address)
    open_search(page)
    type_query(page, "inferencia assincrona")
    marked = page.locator(f"{RESULTS}:first-child mark")
    assert "assíncrono" in [text.lower() for text in marked.all_text_contents()]
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{site.address}inference/async/")  # without the words to mark
    expect(page.locator("article mark[data-search]").filter(has_text="assíncrono").first).to_be_visible()


def test_a_result_leads_to_the_heading_and_a_question_to_itself(page: Page, site: Site) -> None:
    page.goto(f"{site.address}en/")
    open_search(page)
    type_query(page, "6 GB memory")
    page.keyboard.press("Enter")
    expect(page.locator("#memory")).to_be_in_viewport()
    marks = page.locator("article mark[data-search]").filter(has_text=re.compile("6\\sGB"))
    expect(marks.first).to_be_attached()
    page.evaluate("scrollTo(0, 0)")
    open_search(page)
    type_query(page, "fine-tunes ResNet NVIDIA GPU")
    page.locator('.site-search__section[href$="#training/containers-gpu"]').click()
    expect(page.locator('[id="training/containers-gpu"]')).to_be_in_viewport()


def test_the_keyboard_opens_walks_and_closes_the_search(page: Page, site: Site) -> None:
    page.set_viewport_size(DESKTOP)  # type: ignore[arg-type]
    page.goto(f"{site.address}en/")
    page.keyboard.press("/")
    expect(page.locator(INPUT)).to_be_focused()
    page.keyboard.type("shadow tests")
    expect(page.get_by_role("status").first).to_contain_text("matching documents")
    links = page.locator(f"{RESULTS} a")
    page.keyboard.press("ArrowDown")
    expect(links.first).to_be_focused()
    page.keyboard.press("ArrowUp")
    expect(page.locator(INPUT)).to_be_focused()
    page.keyboard.press("Tab")  # the button that clears
    page.keyboard.press("Tab")
    expect(links.first).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator(".md-search__output")).to_be_hidden()
    page.keyboard.press("/")
    page.keyboard.press("Enter")
    expect(page).to_have_url(starts_with(f"{site.address}en/inference/shadow-tests/"))


def starts_with(address: str) -> re.Pattern[str]:
    return re.compile(f"^{re.escape(address)}")


def test_what_is_closed_is_out_of_reach_and_a_phone_gets_its_focus_back(page: Page, site: Site) -> None:
    page.set_viewport_size(PHONE)  # type: ignore[arg-type]
    page.goto(site.address)
    opener = page.get_by_role("button", name="Pesquisar")
    opener.click()
    expect(page.locator(INPUT)).to_be_focused()
    type_query(page, "custo")
    page.get_by_role("button", name="Fechar a busca").click()
    expect(opener).to_be_focused()
    expect(page.locator(f"{RESULTS} a").first).to_be_hidden()


def test_the_word_being_typed_is_completed_with_its_accents(page: Page, site: Site) -> None:
    page.goto(site.address)
    open_search(page)
    type_query(page, "endpoint assinc")
    expect(page.locator(".md-search__suggest")).to_have_text("endpoint assincrono")
    page.keyboard.press("ArrowRight")
    expect(page.locator(INPUT)).to_have_value("endpoint assincrono")


def test_an_address_can_hold_a_query(page: Page, site: Site) -> None:
    page.goto(f"{site.address}?q=feature+store")
    expect(page.locator(RESULTS).first).to_contain_text("Feature Store")


def test_a_search_that_cannot_load_says_so(page: Page, site: Site) -> None:
    page.route("**/search_index.json", lambda route: route.abort())
    page.goto(f"{site.address}en/")
    page.keyboard.press("/")
    expect(page.locator(".md-search [role=status]")).to_have_text("The search could not be loaded.")


@pytest.fixture
def below(site: Site, tmp_path: Path) -> Iterator[str]:
    """Serve the site below a path, as GitHub Pages does."""
    shutil.copytree(site.root, tmp_path / "guide")
    port = free_port()
    yield from (f"http://127.0.0.1:{port}/guide/" for _ in serve(tmp_path, port))


def test_it_works_below_a_path_and_each_edition_searches_itself(page: Page, below: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{below}en/mlops/cost/")
    open_search(page)
    type_query(page, "custo")
    expect(page.locator(f"{RESULTS} a").first).to_have_attribute("href", starts_with(f"{below}en/mlops/cost/"))
    assert [url for url in asked if "search_index" in url] == [f"{below}en/search/search_index.json"]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("viewport", [PHONE, DESKTOP], ids=["phone", "desktop"])
def test_axe_finds_nothing_with_results_open(
    browser: Browser, site: Site, scheme: str, viewport: dict[str, int]
) -> None:
    context = browser.new_context(color_scheme=scheme, viewport=viewport)  # type: ignore[arg-type]
    page = context.new_page()
    options = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
    for edition, text in (("", "variant"), ("en/", "a query that says nothing: qqqq"), ("en/", "endpoint")):
        page.goto(site.address + edition)
        open_search(page)
        type_query(page, text)
        for more in page.locator(f"{RESULTS} summary").all():
            more.click()
        page.wait_for_timeout(500)  # colours fade in
        results = Axe().run(page, context={"include": [[".md-header"]]}, options=options)
        found = [(violation["id"], violation["nodes"][0]["html"][:200]) for violation in results.response["violations"]]
        assert found == [], text
    context.close()


TOKENS = """async (text) => {
  const { tokens } = await import("/assets/javascripts/search/words.js");
  return tokens(text).flatMap(({ keys }) => keys);
}"""


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("Inferência ASSÍNCRONA", ["inferencia", "assincrona"]),
        ("InvokeEndpointAsync", ["invokeendpointasync", "invoke", "endpoint", "async"]),
        ("6\N{NO-BREAK SPACE}GB", ["6", "6gb", "gb"]),
        ("6gb", ["6gb", "6"]),
        ("60 segundos", ["60", "60s", "segundos"]),
        ("60-second", ["60", "60s", "second"]),
        ("1.000 e 1,000", ["1000", "e", "1000"]),
        ("1.5 GB", ["1.5", "1.5gb", "gb"]),
        ("A/B", ["ab"]),
        ("multi-model", ["multi", "multimodel", "model"]),
        ("MLA-C02", ["mla", "mlac02", "c02"]),
        ("VPCs", ["vpcs"]),
    ],
)
def test_words_are_folded_split_and_joined_as_people_type_them(
    page: Page, site: Site, text: str, keys: list[str]
) -> None:
    page.goto(f"{site.address}404.html")
    assert page.evaluate(TOKENS, text) == keys
