"""`make serve`: both editions at one address, rebuilt when anything that they are made of changes."""

import os
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import pytest

from tests.conftest import Project, free_port

pytestmark = pytest.mark.site

PATIENCE = 30.0  # seconds for a rebuild; one takes about two
QUESTION = "quizzes/training/containers-gpu.yml"


@dataclass
class Server:
    """A running `mkdocs serve` on a copy of the project."""

    project: Project
    address: str
    process: subprocess.Popen[str]

    def get(self, path: str) -> str:
        with urllib.request.urlopen(self.address + path, timeout=5) as response:  # noqa: S310 - loopback
            return str(response.read().decode("utf-8"))

    def wait_for(self, path: str, accepted: Callable[[str], bool]) -> None:
        deadline = time.monotonic() + PATIENCE
        while time.monotonic() < deadline:
            assert self.process.poll() is None, "the server has stopped"
            try:
                if accepted(self.get(path)):
                    return
            except (urllib.error.URLError, OSError):
                pass  # not listening yet, or the page is being written
            time.sleep(0.1)
        pytest.fail(f"{path} did not change within {PATIENCE} s")


@pytest.fixture
def server(project: Project) -> Iterator[Server]:
    port = free_port()
    process = subprocess.Popen(
        [sys.executable, "-m", "mkdocs", "serve", "--dev-addr", f"127.0.0.1:{port}"],
        cwd=project.root,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1", "SITE_URL": f"http://127.0.0.1:{port}/"},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    running = Server(project, f"http://127.0.0.1:{port}/", process)
    try:
        running.wait_for("", lambda html: "Guia" in html)
        yield running
    finally:
        process.terminate()
        process.wait(timeout=10)


def test_whatever_the_site_is_made_of_is_reloaded_and_a_mistake_does_not_end_it(server: Server) -> None:
    project = server.project
    assert 'lang="en"' in server.get("en/")
    page = "training/containers/"

    project.append("docs/pt/training/containers.md", "\nUma frase nova.\n")
    server.wait_for(page, lambda html: "Uma frase nova." in html)

    project.append("docs/en/training/containers.md", "\nA new sentence.\n")
    server.wait_for(f"en/{page}", lambda html: "A new sentence." in html)

    project.edit(QUESTION, "Bundle the NVIDIA drivers", "Pack the NVIDIA drivers")
    server.wait_for(page, lambda html: "Pack the NVIDIA drivers" in html)
    server.wait_for(f"en/{page}", lambda html: "Pack the NVIDIA drivers" in html)

    project.edit(
        "facts/limits.yml", "Tempo máximo de uma resposta em streaming", "Duração de uma resposta em streaming"
    )
    server.wait_for("reference/limits/", lambda html: "Duração de uma resposta em streaming" in html)

    project.edit("facts/glossary.yml", "also: [Augmented AI,", "also: [a new synonym, Augmented AI,")
    server.wait_for("search/search_index.json", lambda index: "a new synonym" in index)
    server.wait_for("en/search/search_index.json", lambda index: "a new synonym" in index)

    project.edit("macros/strings.py", 'check="Verificar"', 'check="Conferir"')
    server.wait_for(page, lambda html: "Conferir</button>" in html)

    project.edit("macros/templates/question.html", "eq__check", "eq__check new-class")
    server.wait_for(page, lambda html: "new-class" in html)

    project.append("overrides/assets/stylesheets/site.css", "/* new */")
    server.wait_for("assets/stylesheets/site.css", lambda css: css.endswith("/* new */"))

    # A mistake in a question, in a page and in a macro call each leave the server up, and mending it shows.
    for file, good, bad in (
        (QUESTION, "difficulty: 1", "difficulty: ["),
        ("docs/pt/training/containers.md", "Uma frase nova.", "{{ limit('nowhere') }}"),
        ("docs/pt/training/containers.md", "Uma frase nova.", "[x](nowhere.md)"),
    ):
        project.edit(file, good, bad)
        time.sleep(4)
        assert server.process.poll() is None
        project.edit(file, bad, f"{good} ")
        if file.endswith(".md"):
            project.edit(file, f"{good} ", good)
    project.append("docs/pt/training/containers.md", "\nDe volta.\n")
    server.wait_for(page, lambda html: "De volta." in html)
