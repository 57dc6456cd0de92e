"""What makes an edition an app."""

import json
import struct

import pytest

from macros.language import LANGUAGES, ROWS, Language
from scripts.site.installing import MANIFEST, app_files, offline_page

SETTINGS = {"site_name": "A guide", "site_description": "What it is."}
NOT_FOUND = """<!doctype html><html lang="en"><head><title>Page not found - A guide</title>
<script>keep()</script>
<script>
    {
      const english = new URL("/en/",location).pathname;
    }
  </script></head>
<body><a href="/some/path/." title="A guide" class="md-header__button md-logo">x</a>
<article class="md-content__inner md-typeset"><h1>Page not found</h1></article></body></html>"""


@pytest.mark.parametrize("language", LANGUAGES)
def test_manifest_stays_in_its_edition_and_names_icons_that_are_there(language: Language) -> None:
    files = app_files(language, SETTINGS)
    manifest = json.loads(files[MANIFEST])
    assert manifest["lang"] == ROWS[language].tag
    assert manifest["start_url"] == manifest["scope"] == "./"
    sizes = {}
    for icon in manifest["icons"]:
        if icon["type"] == "image/png":
            width, height = struct.unpack(">II", files[icon["src"]][16:24])
            assert icon["sizes"] == f"{width}x{height}"
            sizes[icon.get("purpose", "any"), width] = files[icon["src"]]
    assert sizes.keys() == {("any", 192), ("any", 512), ("maskable", 512)}
    assert sizes["any", 512] != sizes["maskable", 512]


def test_icons_are_the_same_bytes_each_time() -> None:
    assert app_files("pt", SETTINGS) == app_files("pt", SETTINGS)


def test_page_without_a_network_is_the_not_found_page_with_other_words() -> None:
    page = offline_page(NOT_FOUND, "en")
    assert "Page not found" not in page
    assert "<title>No connection</title>" in page
    assert "keep()" in page
    assert "const english" not in page
    assert 'href="/some/path/practice/"' in page
    assert 'href="/some/path/"' in page


def test_other_template_of_the_theme_is_told_of() -> None:
    with pytest.raises(ValueError, match=r"404\.html"):
        offline_page("<main></main>", "en")
