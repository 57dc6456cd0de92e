from pathlib import Path

import pytest

from scripts.site.settings import read_settings


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "mkdocs.yml").write_text(
        "site_url: !ENV [SITE_URL, 'https://a.example/b']\nnav: [x]\ntheme: {name: m, language: pt}\n", "utf-8"
    )
    (tmp_path / "mkdocs.en.yml").write_text("INHERIT: mkdocs.yml\nnav: [y]\ntheme: {language: en}\n", "utf-8")
    return tmp_path


def test_an_edition_has_the_others_settings_but_for_its_own_and_lists_are_not_joined(root: Path) -> None:
    values = read_settings(root, "en").values
    assert values["theme"] == {"name": "m", "language": "en"}
    assert values["nav"] == ["y"]
    assert "INHERIT" not in values


def test_the_english_edition_is_below_the_portuguese_one(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SITE_URL", raising=False)
    assert read_settings(root, "en").site_url == "https://a.example/b/en/"
    monkeypatch.setenv("SITE_URL", "https://c.example/")
    assert read_settings(root, "pt").site_url == "https://c.example/"
    assert read_settings(root, "en").site_url == "https://c.example/en/"


def test_a_site_without_a_repository_has_none(root: Path) -> None:
    assert read_settings(root, "pt").repo_url == ""
