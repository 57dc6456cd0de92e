import pytest

from macros.facts import Feature
from scripts.sources.checks import is_same_page, judge
from scripts.sources.citations import Citation
from scripts.sources.fetching import Answer

PAGE = "https://docs.aws.amazon.com/sagemaker/latest/dg/thing.html"
WORDS = {"pt": "x", "en": "x"}


def feature(name: str, status: str, source: str = "https://docs.aws.amazon.com/other.html") -> Feature:
    return Feature.model_validate(
        {"name": name, "status": status, "note": WORDS, "source": source, "reviewed": "2026-11-22"}, strict=False
    )


def kinds(text: str, *features: Feature, url: str = PAGE, final: str = "", status: int = 200) -> list[tuple[str, str]]:
    answer = Answer(status, final or url.partition("#")[0], f"<html><body>{text}</body></html>")
    return [(found.kind, found.detail) for found in judge(Citation(url, ("x:1",)), answer, features)]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("<p>Intro. Thing is no longer open to new customers. Bye.</p>", "closed"),
        ("<p>Thing is not accepting new customers.</p>", "closed"),
        ("<p>We closed new customer access to Thing.</p>", "closed"),
        ("<p>Thing is closed to new customers.</p>", "closed"),
        ("<p>Thing has been deprecated.</p>", "deprecated"),
        ("<p>Thing reached end of support on May 1.</p>", "deprecated"),
        ("<p>Thing is no longer supported.</p>", "deprecated"),
        ("<p>Thing was renamed to Other.</p>", "renamed"),
        ("<p>Other, formerly known as Thing, is good.</p>", "renamed"),
    ],
)
def test_a_notice_is_told_with_its_sentence_unless_the_facts_know_it(text: str, kind: str) -> None:
    ((found, sentence),) = kinds(text)
    assert found == kind
    assert "Thing" in sentence
    assert "Intro" not in sentence
    assert "<" not in sentence
    status = {"closed": "closed", "deprecated": "deprecated", "renamed": "renamed"}[kind]
    assert kinds(text, feature("Amazon SageMaker Thing", status)) == []
    assert kinds(text, feature("Whatever", status, PAGE)) == []
    assert kinds(text, feature("Amazon SageMaker Gadget", status)) != []


def test_a_notice_of_another_kind_than_the_facts_tell_is_told() -> None:
    assert kinds("<p>Thing was renamed to Other.</p>", feature("Thing", "closed")) != []


def test_deprecated_parameters_further_down_are_no_notice_but_boxes_are() -> None:
    filler = "<p>text</p>" * 1000
    assert kinds(f"{filler}<p>The parameter is deprecated.</p>") == []
    assert kinds(f'{filler}<div class="awsdocs-note"><div><p>Thing is deprecated.</p></div></div>') != []


@pytest.mark.parametrize(
    "text", ["<script>x = 'no longer open to new customers'</script>", "<p>Open to new customers.</p>"]
)
def test_what_readers_do_not_see_or_what_says_the_contrary_is_no_notice(text: str) -> None:
    assert kinds(text) == []


def test_notices_of_other_sites_do_not_count() -> None:
    assert kinds("<p>Thing is no longer open to new customers.</p>", url="https://blog.example.net/x") == []


@pytest.mark.parametrize(
    "headline", ["<title>Page not found</title>", "<h1>Error 404</h1>", "<h1>Página não encontrada</h1>"]
)
def test_a_page_that_says_with_200_that_it_is_not_there_lies(headline: str) -> None:
    assert [kind for kind, _ in kinds(headline, url=f"{PAGE}#x")] == ["lies"]


def test_an_anchor_may_be_an_id_or_a_name_and_may_be_escaped() -> None:
    text = '<a name="old"></a><h2 id="título">x</h2>'
    for anchor in ("old", "título", "t%C3%ADtulo"):
        assert kinds(text, url=f"{PAGE}#{anchor}") == []
    assert kinds(text, url=f"{PAGE}#nowhere") == [("anchor", "#nowhere")]


def test_an_anchor_beyond_what_was_read_is_not_said_to_be_missing() -> None:
    answer = Answer(200, PAGE, "<p>x", is_whole=False)
    assert list(judge(Citation(f"{PAGE}#far", ()), answer, [])) == []


@pytest.mark.parametrize(
    ("status", "kind"),
    [(404, "gone"), (410, "gone"), (403, "unsure"), (202, "unsure"), (429, "unsure"), (503, "unsure")],
)
def test_only_an_answer_that_will_stay_condemns_a_page(status: int, kind: str) -> None:
    assert [found for found, _ in kinds("", status=status)] == [kind]


@pytest.mark.parametrize(
    ("error", "kind"),
    [
        ("redirect loop", "gone"),
        ("no such host", "gone"),
        ("no answer from the name service", "unsure"),
        ("no answer in time", "unsure"),
    ],
)
def test_only_an_error_that_will_stay_condemns_a_page(error: str, kind: str) -> None:
    assert [found.kind for found in judge(Citation(PAGE, ()), Answer(url=PAGE, error=error), [])] == [kind]


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("http://a.b/c", "https://a.b/c/", True),
        ("https://a.b/c/", "https://a.b/c/index.html", True),
        ("https://a.b/%63", "https://a.b/c", True),
        ("https://a.b/c", "https://a.b/", False),
        ("https://a.b/c", "https://www.a.b/c", False),
    ],
)
def test_a_slash_or_https_is_the_same_page(one: str, other: str, same: bool) -> None:  # noqa: FBT001
    assert is_same_page(one, other) is same


def test_a_doi_may_lead_elsewhere() -> None:
    assert kinds("<p>x</p>", url="https://doi.org/10.1/x", final="https://publisher.example/x") == []
