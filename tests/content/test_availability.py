"""What facts/availability.yml says of a feature is what its pages and their place in search say."""

import json
import re

import pytest

from macros.bank import Bank
from macros.exports.search_sections import GONE_BOOST
from macros.facts import GONE
from macros.language import LANGUAGES, Language
from macros.pages.addresses import page_url
from tests.conftest import ROOT, Site


def calls(language: Language, page: str) -> set[str]:
    text = (ROOT / "docs" / language / f"{page}.md").read_text("utf-8")
    return set(re.findall(r'\{\{\s*availability\("([a-z-]+)"\)', text))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_of_a_gone_feature_starts_with_its_banner(bank: Bank, language: Language) -> None:
    for key, feature in bank.facts.features.items():
        for page in feature.pages:
            assert key in calls(language, page), f"{page} ({language}) lacks {{{{ availability({key!r}) }}}}"
            text = (ROOT / "docs" / language / f"{page}.md").read_text("utf-8")
            before = text[: text.index(f'availability("{key}")')]
            assert "\n## " not in before, f"{page} ({language}) has its banner below a section"


@pytest.mark.site
def test_pages_of_gone_features_rank_lower_in_search_and_no_others_do(bank: Bank, site: Site) -> None:
    gone = {page for feature in bank.facts.features.values() if feature.status in GONE for page in feature.pages}
    for edition in ("", "en/"):
        index = json.loads((site.root / site.asset(f"{edition}search/sections.json")).read_text("utf-8"))
        lowered = {doc["location"].partition("#")[0] for doc in index["docs"] if doc.get("boost") == GONE_BOOST}
        # Its page teaches managed MLflow as well, which is current, and says so in its front matter.
        assert lowered == {page_url(page) for page in gone} - {"training/experiments/"}


@pytest.mark.site
def test_the_availability_page_tells_of_every_feature(bank: Bank, site: Site) -> None:
    for edition in ("", "en/"):
        html = site.page(f"{edition}reference/availability")
        for feature in bank.facts.features.values():
            assert feature.source in html
            assert feature.name in html


@pytest.mark.site
def test_the_limits_page_tells_of_every_limit(bank: Bank, site: Site) -> None:
    for edition, language in (("", "pt"), ("en/", "en")):
        html = site.page(f"{edition}reference/limits")
        for key, limit in bank.facts.limits.items():
            label = limit.label.pt if language == "pt" else limit.label.en
            assert label.replace("&", "&amp;").replace("'", "&#x27;") in html, key
