"""The search as readers use it: what it finds, and where that leads.

How fast it answers is a matter of the machine, and measured by `make bench`.
"""

import math
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from macros.bank import Bank
from macros.language import LANGUAGES
from tests.browser.lab import Lab
from tests.conftest import EDITIONS, Site, listening
from tests.queries import (
    INPUT,
    LIST,
    RESULTS,
    Query,
    ask,
    limit_questions,
    open_search,
    queries,
    starts_with,
    type_query,
)

pytestmark = pytest.mark.browser

NOTHING = "nothing"
FOLDERS_OF_FEATURES = ("notebooks", "data", "training", "no-code", "inference", "monitoring", "mlops")


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
    assert len(not_first) <= 0.07 * len(asked), not_first
    assert len(not_third) <= 0.01 * len(asked), not_third
    assert not [query for query in found_at if query.endswith(NOTHING)]


def test_a_question_for_a_number_gets_that_limit_and_none_a_wrong_one(page: Page, site: Site, bank: Bank) -> None:
    asked = list(limit_questions())
    assert len(asked) >= 60
    missed, wrong = [], []
    for language, edition in EDITIONS.items():
        own = [(text, keys) for asked_in, text, keys in asked if asked_in == language]
        page.goto(site.address + edition)
        open_search(page)
        for (text, keys), answer in zip(own, ask(page, [text for text, _ in own]), strict=True):
            labels = {bank.facts.limits[key].label[language] for key in keys}
            shown = set(answer["labels"])
            if not labels <= shown:
                missed.append(text)
            if shown and not labels & shown:
                wrong.append((text, shown))
    assert wrong == []
    assert len(missed) <= 0.1 * sum(1 for _, _, keys in asked if keys), missed


def test_the_answer_has_its_feature_value_source_and_the_place_that_explains_it(page: Page, site: Site) -> None:
    page.goto(f"{site.address}en/")
    open_search(page)
    type_query(page, "serverless payload size")
    answer = page.locator(".site-search__answer")
    expect(answer).to_have_count(1)
    expect(answer.locator(".site-search__topic")).to_have_text("Serverless endpoints")
    expect(answer.locator(".site-search__value")).to_have_text("4\N{NARROW NO-BREAK SPACE}MB")
    expect(answer.locator(".site-search__source")).to_have_attribute(
        "href", starts_with("https://docs.aws.amazon.com/")
    )
    answer.locator(".site-search__limit").click()
    expect(page).to_have_url(starts_with(f"{site.address}en/inference/serverless/"))
    expect(page.locator("#limits")).to_be_in_viewport()


def test_one_letter_missing_or_doubled_in_a_long_word_is_forgiven(page: Page, site: Site, bank: Bank) -> None:
    for language, edition in EDITIONS.items():
        titles = [bank.pages.title(path, language) for path in bank.pages.paths if path.startswith(FOLDERS_OF_FEATURES)]
        words = sorted({word for title in titles for word in re.findall(r"[a-zA-Z]{9,}", title)})
        slips = [(word, slip) for word in words for slip in (word[:4] + word[5:], word[:4] + word[3:])]
        page.goto(site.address + edition)
        open_search(page)
        right = {answer["text"]: answer["links"][0] for answer in ask(page, words)}
        found = ask(page, [slip for _, slip in slips])
        lost = [
            slip for (word, slip), answer in zip(slips, found, strict=True) if right[word] not in answer["links"][:3]
        ]
        assert lost == []


def test_a_result_offers_the_questions_of_its_page_in_practice(page: Page, site: Site) -> None:
    page.goto(f"{site.address}en/")
    open_search(page)
    type_query(page, "serverless inference")
    page.locator(".site-search__practise").first.click()
    expect(page).to_have_url(starts_with(f"{site.address}en/practice/session/#page=inference/serverless"))
    expect(page.locator("practice-session .exam-question, practice-session exam-question").first).to_be_visible()


def test_every_feature_is_found_first_by_its_title_in_either_language(page: Page, site: Site, bank: Bank) -> None:
    features = [path for path in bank.pages.paths if path.startswith(FOLDERS_OF_FEATURES)]
    asked = [
        Query(edition, bank.pages.title(path, language), (path,))
        for path in features
        for edition in LANGUAGES
        for language in LANGUAGES
    ]
    assert [query for query, place in places(page, site, asked).items() if place > 1] == []


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


def test_it_works_below_a_path_and_each_edition_searches_itself(page: Page, site: Site, below: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{below}en/mlops/cost/")
    open_search(page)
    type_query(page, "custo")
    expect(page.locator(f"{RESULTS} a").first).to_have_attribute("href", starts_with(f"{below}en/mlops/cost/"))
    assert [url for url in asked if "search/sections" in url] == [below + site.asset("en/search/sections.json")]


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
def test_words_are_folded_split_and_joined_as_people_type_them(lab: Lab, text: str, keys: list[str]) -> None:
    found = lab.call("search/engine/words", "tokens", text)
    assert [key for token in found for key in token["keys"]] == keys
