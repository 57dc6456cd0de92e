"""What the site takes from the theme's files and changes: an update of the theme must not pass unseen."""

import hashlib
from pathlib import Path

import material
import pytest

from tests.conftest import ROOT

pytestmark = pytest.mark.site

THEME = Path(material.__file__).parent / "templates"
OVERRIDES = ROOT / "overrides"

# The theme's file that an override stands in for, as it was when the override was last compared with it.
COMPARED = {
    "partials/alternate.html": "572b1d4dae611aa5",
    "partials/nav-item.html": "89895208f22d68ce",
    "partials/search.html": "bfd556535abcddb9",
    "partials/source.html": "6847616d67be4920",
    "404.html": "80c93494b5432b1b",
    "base.html": "8536d352b0093623",  # main.html replaces its block site_meta
}


def digest(file: Path) -> str:
    return hashlib.sha256(file.read_bytes()).hexdigest()[:16]


@pytest.mark.parametrize("name", COMPARED)
def test_the_theme_file_is_the_one_that_was_overridden(name: str) -> None:
    found = digest(THEME / name)
    assert found == COMPARED[name], (
        f"the theme changed {name}: compare it with overrides/, take over what is new, then write {found} here"
    )


def test_every_override_of_a_theme_file_is_compared() -> None:
    overridden = {
        file.relative_to(OVERRIDES).as_posix()
        for file in OVERRIDES.rglob("*.html")
        if (THEME / file.relative_to(OVERRIDES)).is_file()
    }
    assert overridden <= {*COMPARED, "main.html"}
