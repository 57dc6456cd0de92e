"""The search as readers use it: what it finds, and whether the keyboard and a screen reader can use it.

How fast it answers is a matter of the machine, and measured by `make bench`.
"""

import math
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Route, ViewportSize, expect

from macros.bank import Bank
from macros.language import LANGUAGES
from tests.browser.pages import DESKTOP, PHONE, Scheme, violations, wait_until
from tests.conftest import EDITIONS, Site, listening
from tests.queries import Query, ask, open_search, queries

pytestmark = pytest.mark.browser

NOTHING = "nothing"
INPUT = ".md-search__input"
LIST = ".md-search-result__list"
RESULTS = f"{LIST} > li"
STATUS = ".md-search [role=status]"
FOLDERS_OF_FEATURES = ("notebooks", "data", "training", "no-code", "inference", "monitoring", "mlops")


def type_query(page: Page, text: str) -> None:
    page.locator(INPUT).fill(text)
    expect(page.locator(LIST)).to_have_attribute("data-query", text)


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
    page.set_viewport_size(DESKTOP)
    page.goto(f"{site.address}en/")
    page.keyboard.press("/")
    expect(page.locator(INPUT)).to_be_focused()
    page.keyboard.type("shadow tests")
    expect(page.locator(LIST)).to_have_attribute("data-query", "shadow tests")
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
    page.set_viewport_size(PHONE)
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
    type_query(page, "lifecycle confi")
    expect(page.locator(".md-search__suggest")).to_have_text("lifecycle configuração")
    page.keyboard.press("ArrowRight")
    expect(page.locator(INPUT)).to_have_value("lifecycle configuração")


def test_an_address_can_hold_a_query(page: Page, site: Site) -> None:
    page.goto(f"{site.address}?q=feature+store")
    expect(page.locator(RESULTS).first).to_contain_text("Feature Store")


@pytest.mark.parametrize("file", ["search_index.json", "search/worker.js", "search/dialog.js"])
def test_a_search_that_cannot_load_says_so_and_tries_again_at_its_next_use(page: Page, site: Site, file: str) -> None:
    page.route(f"**/{file}*", lambda route: route.abort())
    page.goto(f"{site.address}en/")
    page.keyboard.press("/")
    expect(page.locator(STATUS)).to_have_text("The search could not be loaded.")
    expect(page.locator(STATUS)).to_be_visible()
    page.unroute_all()
    page.keyboard.press("Escape")
    expect(page.locator(STATUS)).to_be_hidden()
    expect(page.locator(INPUT)).not_to_be_focused()
    page.locator(INPUT).focus()
    type_query(page, "shadow tests")


def test_with_the_signal_back_the_next_letter_is_enough(page: Page, site: Site) -> None:
    page.route("**/search_index.json", lambda route: route.abort())
    page.goto(f"{site.address}en/")
    page.locator(INPUT).fill("shadow test")
    expect(page.locator(STATUS)).to_have_text("The search could not be loaded.")
    page.unroute_all()
    page.keyboard.type("s")
    expect(page.locator(LIST)).to_have_attribute("data-query", "shadow tests")


def hold(page: Page, pattern: str) -> list[Route]:
    """Return what the page asks for, as soon as it does; it gets nothing before a test lets it go on."""
    held: list[Route] = []
    page.route(pattern, lambda route: held.append(route))  # noqa: PLW0108 - Playwright marks it
    return held


def test_what_is_typed_before_the_script_has_come_is_looked_for(page: Page, site: Site) -> None:
    held = hold(page, "**/javascripts/search.js")
    page.goto(f"{site.address}en/", wait_until="commit")
    page.locator(INPUT).fill("shadow tests")
    wait_until(page, lambda: held, "the script was never asked for")
    held[0].continue_()
    expect(page.locator(LIST)).to_have_attribute("data-query", "shadow tests")


@pytest.mark.parametrize("file", ["search_index.json", "search/dialog.js"])
def test_enter_before_the_results_leads_to_the_best_one_once_it_is_known(page: Page, site: Site, file: str) -> None:
    held = hold(page, f"**/{file}")
    page.goto(f"{site.address}en/")
    page.locator(INPUT).fill("shadow tests")
    wait_until(page, lambda: held, "nothing was loaded")
    page.keyboard.press("Enter")
    held[0].continue_()
    expect(page).to_have_url(starts_with(f"{site.address}en/inference/shadow-tests/"))


def test_enter_never_leads_to_the_best_result_of_what_was_typed_before(page: Page, site: Site) -> None:
    page.goto(f"{site.address}en/")
    open_search(page)
    type_query(page, "feature store")
    page.evaluate(  # within one task: no answer can come in between
        """() => {
          const input = document.querySelector(".md-search__input");
          input.value = "shadow tests";
          input.dispatchEvent(new Event("input", { bubbles: true }));
          input.form.requestSubmit();
        }"""
    )
    expect(page).to_have_url(starts_with(f"{site.address}en/inference/shadow-tests/"))


def test_results_that_come_late_leave_the_focus_where_it_is_among_them(page: Page, site: Site) -> None:
    page.goto(f"{site.address}en/")
    open_search(page)
    type_query(page, "shadow")
    page.keyboard.press("ArrowDown")
    links = page.locator(f"{RESULTS} a")
    expect(links.first).to_be_focused()
    page.evaluate(
        """() => {
          const input = document.querySelector(".md-search__input");
          input.value = "feature store";
          input.dispatchEvent(new Event("input", { bubbles: true }));
        }"""
    )
    expect(page.locator(LIST)).to_have_attribute("data-query", "feature store")
    expect(links.first).to_be_focused()


def test_no_letter_by_itself_opens_the_search_or_leaves_the_page(page: Page, site: Site) -> None:
    page.goto(f"{site.address}en/inference/async/")
    assert page.locator("link[rel=prev]").count() == page.locator("link[rel=next]").count() == 1
    went: list[str] = []
    page.on("request", lambda request: went.append(request.url))
    for key in "fsnp.,":
        page.keyboard.press(key)
        expect(page.locator(INPUT)).not_to_be_focused()
    page.keyboard.press("/")  # answers after the others have had their turn
    expect(page.locator(INPUT)).to_be_focused()
    expect(page).to_have_url(f"{site.address}en/inference/async/")
    assert [url for url in went if url.endswith("/")] == []


def test_the_english_of_a_question_is_told_from_the_portuguese_around_it(page: Page, site: Site) -> None:
    page.goto(site.address)
    open_search(page)
    type_query(page, "fine-tunes ResNet NVIDIA GPU")
    question = page.locator('.site-search__section[href$="#training/containers-gpu"]')
    expect(question.locator("[lang=en]")).to_contain_text("NVIDIA")
    expect(page.locator(f"{RESULTS} [lang=en]:not(.site-search__section [lang=en])")).to_have_count(0)
    type_query(page, "assincrono")
    expect(page.locator(f"{RESULTS} .site-search__page [lang]")).to_have_count(0)


@pytest.mark.parametrize(("whole", "shortest"), [("asincrono", 5), ("servrless", 6)])
def test_a_typing_error_is_forgiven_before_the_word_is_finished(
    page: Page, site: Site, whole: str, shortest: int
) -> None:
    page.goto(site.address)
    open_search(page)
    texts = [whole[:length] for length in range(shortest, len(whole) + 1)]
    best = {text: answer["links"][:1] for text, answer in zip(texts, ask(page, texts), strict=True)}
    assert best == dict.fromkeys(texts, best[whole])
    assert best[whole]


def test_accents_typed_apart_from_their_letters_are_found_and_marked(page: Page, site: Site) -> None:
    page.goto(site.address)
    open_search(page)
    page.locator(INPUT).fill("memo\N{COMBINING ACUTE ACCENT}ria")
    expect(page.locator(LIST)).to_have_attribute("data-query", "memória")
    marks = page.locator(f"{RESULTS} mark").filter(has_text=re.compile("^memória$", re.IGNORECASE))
    expect(marks.first).to_be_visible()


@pytest.fixture
def below(site: Site, tmp_path: Path) -> Iterator[str]:
    """Serve the site below a path, as GitHub Pages does."""
    shutil.copytree(site.root, tmp_path / "guide")
    with listening(tmp_path) as port:
        yield f"http://127.0.0.1:{port}/guide/"


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
    browser: Browser, site: Site, scheme: Scheme, viewport: ViewportSize
) -> None:
    # Without motion, so that no colour is on its way to another when axe looks.
    context = browser.new_context(color_scheme=scheme, viewport=viewport, reduced_motion="reduce")
    page = context.new_page()
    for edition, text in (("", "variant"), ("en/", "a query that says nothing: qqqq"), ("en/", "endpoint")):
        page.goto(site.address + edition)
        open_search(page)
        type_query(page, text)
        announced = re.search(r"\d+", page.locator(STATUS).inner_text())
        expect(page.locator(RESULTS)).to_have_count(int(announced[0]) if announced else 0)
        for more in page.locator(f"{RESULTS} summary").all():
            more.click()
        expect(page.locator(f"{RESULTS} details:not(:has(a))")).to_have_count(0)
        assert violations(page, ".md-header") == [], text
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
        ("1,024mb", ["1024mb", "1024"]),
        ("3.600s", ["3600s", "3600"]),
        ("1,5gb", ["1.5gb", "1.5"]),
        ("1.5 GB", ["1.5", "1.5gb", "gb"]),
        ("A/B", ["ab"]),
        ("multi-model", ["multi", "multimodel", "model"]),
        ("MLA-C02", ["mla", "mlac02", "c02"]),
        ("VPCs", ["vpcs"]),
        ("\N{HEAVY CHECK MARK}\N{VARIATION SELECTOR-16} memória", ["memoria"]),
    ],
)
def test_words_are_folded_split_and_joined_as_people_type_them(
    page: Page, site: Site, text: str, keys: list[str]
) -> None:
    page.goto(f"{site.address}404.html")
    assert page.evaluate(TOKENS, text) == keys
