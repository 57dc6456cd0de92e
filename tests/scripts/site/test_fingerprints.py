import re
import shutil
from pathlib import Path

import pytest

from scripts.site.fingerprints import fingerprint

PAGE = '<link rel="stylesheet" href="{root}assets/site.css"><script src="{root}assets/entry.js" type="module"></script>'
# Modules that lead to each other, a worker, and data that each edition has of its own.
FILES = {
    "index.html": PAGE.format(root=""),
    "a/b/index.html": PAGE.format(root="../../") + '<a href="../../assets/entry.js">code</a>',
    "404.html": PAGE.format(root="/some/path/"),
    "assets/site.css": "body { color: red }",
    "assets/entry.js": 'import { one } from "./one.js";\nimport("./later/data.js");',
    "assets/one.js": "import { two } from './two.js';",
    "assets/two.js": 'export * from "./one.js";',
    "assets/later/data.js": 'fetch(new URL("../data.json", import.meta.url)); import("./more.js");',
    "assets/later/more.js": 'new Worker(new URL("work.js", import.meta.url));',
    "assets/later/work.js": "postMessage(1)",
    "assets/data.json": "{}",
    "assets/theme.1a2b3c4d.min.js": 'import "./one.js"',
    "files/cards.apkg": "x",
}


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """Write a site of two editions that differ in their data alone."""
    for name, text in FILES.items():
        for edition in ("", "en/"):
            file = tmp_path / edition / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text.replace("/some/path/", f"/some/path/{edition}"), "utf-8")
    (tmp_path / "en/assets/data.json").write_text('{"en": 1}', "utf-8")
    return tmp_path


@pytest.fixture
def other(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Copy the site to another place."""
    return Path(shutil.copytree(site, tmp_path_factory.mktemp("other") / "site"))


def names(site: Path) -> dict[str, str]:
    """Return each file's path with HASH for its hash, and the hash."""
    found = {}
    for file in sorted(site.rglob("*")):
        if file.is_file():
            path = file.relative_to(site).as_posix()
            digest = re.search(r"\.([0-9a-f]{8})\.", path)
            found[re.sub(r"\.[0-9a-f]{8}\.", ".HASH.", path)] = digest[1] if digest else ""
    return found


def test_styles_modules_workers_and_data_are_named_by_their_content(site: Path) -> None:
    fingerprint(site)
    for name in (
        "site.css",
        "entry.js",
        "one.js",
        "two.js",
        "later/data.js",
        "later/more.js",
        "later/work.js",
        "data.json",
    ):
        stem, _, suffix = name.rpartition(".")
        assert f"assets/{stem}.HASH.{suffix}" in names(site)
        assert not (site / "assets" / name).exists()


def test_everything_that_a_page_loads_is_there_under_the_name_that_it_is_called_by(site: Path) -> None:
    fingerprint(site)
    loaded = set()
    for page in site.rglob("*.html"):
        for name in re.findall(r'(?:link rel="stylesheet" href|script src)="([^"]+)"', page.read_text("utf-8")):
            below = name.removeprefix("/some/path/") if name.startswith("/") else ""
            file = site / below if below else (page.parent / name).resolve()
            assert file.is_file(), f"{page}: {name}"
            loaded.add(file)
    for module in site.rglob("*.js"):
        for name in re.findall(r"""["'](\.[^"']+)["']""", module.read_text("utf-8")):
            if not module.name.startswith("theme"):
                assert (module.parent / name).resolve().is_file(), f"{module}: {name}"
    assert len(loaded) == 3  # one style for both editions, and each edition's entry, whose data differ


def test_a_name_changes_with_what_the_file_leads_to_and_with_nothing_else(site: Path, other: Path) -> None:
    for edition in ("", "en/"):
        (other / edition / "assets/two.js").write_text("export const two = 2;", "utf-8")
    fingerprint(site)
    fingerprint(other)
    before, after = names(site), names(other)
    changed = {name for name in after if before[name] != after[name]}
    assert changed == {"assets/entry.HASH.js", "assets/one.HASH.js", "assets/two.HASH.js", "en/assets/entry.HASH.js"}


def test_modules_that_lead_to_each_other_have_names(site: Path) -> None:
    fingerprint(site)
    (one,) = (site / "assets").glob("one.*.js")
    (two,) = (site / "assets").glob("two.*.js")
    assert f"./{two.name}" in one.read_text("utf-8")
    assert f"./{one.name}" in two.read_text("utf-8")


def test_the_english_edition_takes_from_the_root_what_is_the_same_there(site: Path) -> None:
    fingerprint(site)
    found = names(site)
    assert {name for name in found if name.startswith("en/assets")} == {
        "en/assets/entry.HASH.js",  # leads to the edition's own data
        "en/assets/later/data.HASH.js",
        "en/assets/data.HASH.json",
        "en/assets/theme.HASH.min.js",  # no page loads it
    }
    (entry,) = (site / "en/assets").glob("entry.*.js")
    (one,) = (site / "assets").glob("one.*.js")
    assert f'"../../assets/{one.name}"' in entry.read_text("utf-8")


def test_a_module_that_asks_where_it_is_stays_in_its_edition(site: Path) -> None:
    for edition in ("", "en/"):
        (site / edition / "assets/two.js").write_text('export const root = new URL("../", import.meta.url);', "utf-8")
    fingerprint(site)
    assert {"en/assets/one.HASH.js", "en/assets/two.HASH.js"} <= names(site).keys()
    (two,) = (site / "en/assets").glob("two.*.js")
    assert 'new URL("../", import.meta.url)' in two.read_text("utf-8")


def test_what_the_theme_named_and_what_only_links_lead_to_keeps_its_name(site: Path) -> None:
    fingerprint(site)
    assert (site / "assets/theme.1a2b3c4d.min.js").is_file()
    assert (site / "files/cards.apkg").is_file()
    assert '<a href="../../assets/entry.js">' in (site / "a/b/index.html").read_text("utf-8")


def test_names_do_not_depend_on_where_the_site_is(site: Path, other: Path) -> None:
    fingerprint(site)
    fingerprint(other)
    assert names(site) == names(other)
