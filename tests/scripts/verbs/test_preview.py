"""What a change looks like, in one file: its pages and questions, and nothing that runs or is fetched."""

import re

import pytest

from tests.conftest import Project
from tests.questions import GOOD


def test_without_a_site_it_says_what_to_do(mini: Project) -> None:
    result = mini.verb("preview", "--lang", "en")
    assert result.returncode == 2
    assert "make site" in result.stdout


@pytest.mark.site
def test_the_file_shows_the_change_by_itself(mini: Project) -> None:
    mini.commit("before")
    (mini.root / "quizzes/inference/brand-new.yml").write_text(GOOD, "utf-8")
    (mini.root / "docs/en/index.md").write_text(
        (mini.root / "docs/en/index.md").read_text("utf-8") + "\nChanged.\n", "utf-8"
    )
    mini.commit("after")
    built = mini.build()
    assert built.returncode == 0, built.stdout
    result = mini.verb("preview", "--lang", "en")
    assert result.returncode == 0, result.stdout
    portuguese, english = ((mini.root / f"dist/preview-{edition}.html").read_text("utf-8") for edition in ("pt", "en"))
    assert "Changed." in english
    assert "Changed." not in portuguese
    for text in (portuguese, english):
        assert 'href="#inference/brand-new"' in text
        assert 'id="inference/brand-new"' in text
        body = text.partition("</style>")[2]
        assert "<script" not in body
        assert "<link" not in text
        assert not re.search(r'\b(?:src|href)="(?!#|https?:|data:)', body)
        assert "default-src 'none'" in text.replace("&#x27;", "'")

    assert mini.verb("preview", "--base", "HEAD", "--lang", "en").stdout == "no page changes\n"
    assert not (mini.root / "dist/preview-pt.html").exists()
    assert mini.verb("preview", "--base", "nowhere").returncode == 2
