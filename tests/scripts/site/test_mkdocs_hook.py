"""The hook of a server of pages, which builds again and again in one process."""

from tests.conftest import Project

# Two builds' beginnings in one process; between them, what only the garbage collector can free, as MkDocs' pages are.
BUILDS = """
import weakref
from mkdocs.config import load_config
from scripts.site import mkdocs_hook as editions

class Page:
    def __init__(self):
        self.itself = self

editions.on_startup(command="serve", dirty=False)
page = Page()
editions.on_config(load_config("mkdocs.yml"))
print("set aside:", bool(__import__("gc").get_freeze_count()))
gone = weakref.ref(page)
del page
editions.on_config(load_config("mkdocs.yml"))
print("freed:", gone() is None)
"""


def test_a_server_of_pages_keeps_no_build_alive(project: Project) -> None:
    (project.root / "builds.py").write_text(BUILDS, "utf-8")
    printed = project.run("builds").stdout
    assert "set aside: True" in printed
    assert "freed: True" in printed
