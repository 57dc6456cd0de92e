"""No visit mixes two releases: what a page loads is named by its content."""

import re

import pytest

from tests.conftest import ROOT, Site

pytestmark = pytest.mark.site

HASH = re.compile(r"\.[0-9a-f]{8}\.(min\.)?(js|css|json)$")
OWN = ROOT / "overrides" / "assets"
# Browsers ask for it again at the same address, sw.js.
WORKER = OWN / "javascripts" / "offline" / "worker.js"


def test_every_style_and_module_of_ours_is_in_the_site_under_a_name_with_a_hash(site: Site) -> None:
    for file in {*OWN.rglob("*.js"), *OWN.rglob("*.css")} - {WORKER}:
        path = f"assets/{file.relative_to(OWN).as_posix()}"
        assert HASH.search(site.asset(path))
        assert not (site.root / path).exists()
        assert not (site.root / "en" / path).exists()


def test_the_data_that_scripts_fetch_have_a_hash_in_each_edition(site: Site) -> None:
    for name in ("assets/questions.json", "search/sections.json"):
        pt, en = site.asset(name), site.asset(f"en/{name}")
        assert HASH.search(pt)
        assert en.startswith("en/")


def test_every_page_loads_nothing_without_a_hash(site: Site) -> None:
    for page in site.root.rglob("*.html"):
        for name in re.findall(r'<(?:link rel="stylesheet" href|script[^>]* src)="([^"]+)"', page.read_text("utf-8")):
            assert HASH.search(name), f"{page.relative_to(site.root)}: {name}"


def test_both_editions_load_the_same_styles_and_the_same_theme(site: Site) -> None:
    def loaded(path: str) -> set[str]:
        names = re.findall(r'(?:href|src)="([^"]+\.(?:css|js))"', site.page(path))
        return {re.sub(r"^(\.\./)+", "", name) for name in names if "/stylesheets/" in name or "bundle" in name}

    assert loaded("inference/async") == loaded("en/inference/async")
    assert not list((site.root / "en/assets").glob("stylesheets/*.css"))
    assert not list((site.root / "en/assets").glob("javascripts/bundle.*.js"))
