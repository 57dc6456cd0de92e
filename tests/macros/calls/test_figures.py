import re
from datetime import date

import pytest

from macros.bank import Bank
from macros.calls.quizzes import Quizzes
from macros.errors import MacroError
from macros.pages.addresses import PageContext, page_url
from macros.rendering.blocks import fill, places
from tests.macros.calls.every import Every

PAGE = PageContext(
    "inference/async", {"sources": [{"title": "A & B", "url": "https://a.b"}], "reviewed": date(2026, 11, 22)}
)


@pytest.fixture
def pt(bank: Bank) -> Every:
    return Every(bank, "pt", PAGE)


@pytest.fixture
def en(bank: Bank) -> Every:
    return Every(bank, "en", PAGE)


def test_a_limit_is_a_number_with_its_unit_linked_to_its_source(pt: Every, en: Every) -> None:
    assert ">6\N{NO-BREAK SPACE}GB</a>" in pt.limit("serverless.memory_max")
    assert ">128.000\N{NO-BREAK SPACE}bytes</a>" in pt.limit("async.inline_body")
    assert ">128,000\N{NO-BREAK SPACE}bytes</a>" in en.limit("async.inline_body")
    assert ">1,0</a>" in pt.limit("variants.weight_default")
    assert ">1.0</a>" in en.limit("variants.weight_default")
    assert "API_ProductionVariantServerlessConfig.html" in pt.limit("serverless.memory_max")
    assert "<code>Serial</code>, <code>Direct</code>" in en.limit("multi_container.modes")


def test_a_table_of_limits_takes_sections_and_keys_and_tells_disputes(pt: Every, bank: Bank) -> None:
    html = pt.limits("serverless", "realtime.payload_api")
    assert html.count("<tr>") == 1 + len(bank.facts.section("serverless")) + 1
    assert "O guia do desenvolvedor diz 25 MB" in html


def test_exam_figures_speak_the_pages_language(pt: Every, en: Every) -> None:
    assert pt.exam("MLA-C02.beta.minutes") == "170"
    assert pt.exam("MLA-C02.dates.general_availability_announced") == "14 de janeiro de 2027"
    assert en.exam("MLA-C02.dates.general_availability_announced") == "14 January 2027"
    assert pt.exam("MLA-C02.beta.languages") == "inglês"
    assert en.exam("MLA-C01.languages") == "Japanese, Korean and Simplified Chinese"
    assert "português (Brasil)" in pt.exam("AIF-C01.languages")
    assert "Brazilian Portuguese" in en.exam("AIF-C01.languages")
    assert pt.exam("MLA-C02.domains.1.weight") == "28"
    assert "IA" in pt.exam("MLA-C02.domains.1.title")
    assert en.exam("MLA-C02.domains.3.tasks.3.1.title").startswith("Manage deployment")


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("MLA-C03.minutes", "MLA-C03.minutes is not known there; there are: MLA-C02, MLA-C01, MLS-C01"),
        ("MLA-C02.minutes", ": minutes is not known there; there are: title, "),
        ("MLA-C02.beta", "is not one figure; name a field below it: code"),
        ("MLA-C02.title.x", ": x is not known there"),
    ],
)
def test_an_exam_figure_that_is_not_there_says_what_is(pt: Every, path: str, words: str) -> None:
    with pytest.raises(MacroError, match=words):
        pt.exam(path)


def test_the_banner_says_status_dates_replacement_and_dispute(pt: Every, en: Every) -> None:
    html = pt.availability("clarify")
    assert "SageMaker Clarify está fechado a novos clientes desde 30 de julho de 2026" in html
    assert "(anunciado em 30 de junho de 2026)" in html
    assert "No lugar dele:" in html
    assert "30 de junho de 2026 como data de fechamento" in html
    assert "admonition warning" in html
    assert "admonition note" in en.availability("codecommit")


def test_sources_come_from_the_front_matter(pt: Every) -> None:
    html = pt.page_sources()
    assert '<a href="https://a.b" lang="en">A &amp; B</a>' in html
    assert "Revisado em 22 de novembro de 2026." in html


@pytest.mark.parametrize(
    "meta", [{}, {"sources": ["x"], "reviewed": date(2026, 1, 1)}, {"sources": [], "reviewed": "x"}]
)
def test_front_matter_that_lacks_sources_or_date_is_named(bank: Bank, meta: dict[str, object]) -> None:
    with pytest.raises(MacroError, match="front matter needs"):
        Every(bank, "pt", PageContext("a", meta)).page_sources()


def test_a_quiz_shows_the_questions_of_its_page(bank: Bank) -> None:
    page = PageContext("inference/production-variants", {})
    quizzes = Quizzes(bank, "pt", page)
    html = quizzes.quiz(page.path)
    shown = bank.on_page(page.path)
    assert [(place.question_id, place.number) for place in places(html)] == [
        (entry.id, number) for number, entry in enumerate(shown, start=1)
    ]
    built = fill(html, quizzes.block)
    assert re.findall(r'question-id="([^"]+)"', built) == [entry.id for entry in shown]
    assert 'href="#weights"' in built
    assert built.count("exam-question.css") == 1


def test_a_question_shown_elsewhere_links_back_to_its_page(bank: Bank) -> None:
    page, built = PageContext(PAGE.path, {}), PageContext(PAGE.path, {})
    place = Quizzes(bank, "pt", page).question("training/containers-gpu")
    html = fill(place, Quizzes(bank, "pt", built).block)
    assert 'href="../../training/containers/#gpu"' in html
    assert 'href="../../assets/stylesheets/exam-question.css"' in html


@pytest.mark.parametrize(
    ("call", "words"),
    [
        (lambda m: m.quiz("inference/asinc"), "no page 'inference/asinc'; did you mean 'inference/async'"),
        (lambda m: m.quiz("reference/limits"), "no question names this page yet"),
        (lambda m: m.question("training/container-gpu"), "did you mean 'training/containers-gpu'"),
        (lambda m: m.limit("serverless.memory"), "did you mean 'serverless.memory_m"),
        (lambda m: m.limits("serverles"), "no limit 'serverles'"),
        (lambda m: m.availability("model_monitor"), "did you mean 'model-monitor'"),
    ],
)
def test_a_wrong_name_is_answered_with_the_near_one(pt: Every, call, words: str) -> None:  # noqa: ANN001
    with pytest.raises(MacroError, match=words):
        call(pt)


@pytest.mark.parametrize(
    ("start", "target", "expected"),
    [
        ("index", "inference/async", "inference/async/"),
        ("inference/async", "index", "../../"),
        ("inference/index", "inference/async", "async/"),
        ("inference/async", "inference/index", "../"),
        ("inference/async", "training/containers", "../../training/containers/"),
        ("index", "index", "./"),
    ],
)
def test_addresses_between_pages_are_relative(start: str, target: str, expected: str) -> None:
    assert PageContext(start, {}).link_to(target) == expected


def test_where_links_count_from_the_source_file_a_page_is_one_step_nearer() -> None:
    assert (
        PageContext("inference/async", {}, by_source=True).link_to("training/containers") == "../training/containers/"
    )
    assert PageContext("inference/index", {}, by_source=True).link_to("inference/async") == "async/"
    assert PageContext("index", {}, by_source=True).link_to("index") == "./"


def test_the_address_of_a_page_is_its_folder() -> None:
    assert [page_url(path) for path in ("index", "a/index", "a/b", "a/reindex")] == ["", "a/", "a/b/", "a/reindex/"]
