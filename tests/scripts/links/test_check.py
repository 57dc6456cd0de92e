from pathlib import Path

import pytest

from scripts.links.check import broken_links, find_lychee

# lychee is installed with what checks the built site.
pytestmark = pytest.mark.site

PAGE = """<html><head><link rel="canonical" href="{address}"></head>
<body><a href="a/">ok</a> <a href="nowhere/">x</a></body></html>
"""


@pytest.mark.parametrize("address", ["https://example.org/", "https://example.org/some/path/"])
@pytest.mark.parametrize("folder", ["br[x]", "a*b", "{c,d}", "ação 100%"])
def test_no_name_of_a_folder_hides_the_links_below_it(tmp_path: Path, folder: str, address: str) -> None:
    site = tmp_path / folder / "site"
    (site / "a").mkdir(parents=True)
    (site / "index.html").write_text(PAGE.format(address=address), "utf-8")
    (site / "a" / "index.html").write_text("<html><body>a</body></html>", "utf-8")
    (site / "sitemap.xml").write_text("<urlset></urlset>", "utf-8")
    lychee = find_lychee()
    assert lychee is not None
    assert [(link.page, link.target, link.resolved) for link in broken_links(site, lychee)] == [
        ("index.html", "nowhere/", "nowhere")
    ]
