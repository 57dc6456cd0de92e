"""`make serve`: both editions at one address, rebuilt when anything that they are made of changes."""

import os
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.conftest import Project, reserved_port

pytestmark = pytest.mark.site

PATIENCE = 60.0  # seconds for a rebuild; one takes about eight, or twice as long beside another worker
QUESTION = "quizzes/training/containers-gpu.yml"


@dataclass
class Server:
    """A running `mkdocs serve` on a copy of the project."""

    project: Project
    address: str
    process: subprocess.Popen[bytes]
    log: Path

    def get(self, path: str) -> str:
        with urllib.request.urlopen(self.address + path, timeout=5) as response:  # noqa: S310 - loopback
            return str(response.read().decode("utf-8"))

    def wait_for(self, path: str, text: str) -> None:
        """Wait until a page holds a text."""
        self._wait(lambda: text in self.get(path), f"{path} does not hold {text!r}")

    def wait_for_complaint(self, text: str) -> None:
        """Wait until the server has said something."""
        self._wait(lambda: text in self.log.read_text("utf-8"), f"the server did not say {text!r}")

    def _wait(self, accepted: Callable[[], bool], otherwise: str) -> None:
        deadline = time.monotonic() + PATIENCE
        while time.monotonic() < deadline:
            assert self.process.poll() is None, "the server has stopped"
            try:
                if accepted():
                    return
            except (urllib.error.URLError, OSError):
                pass  # not listening yet, or the page is being written
            time.sleep(0.1)
        pytest.fail(f"{otherwise} after {PATIENCE} s:\n{self.log.read_text('utf-8')[-2000:]}")


@pytest.fixture
def server(project: Project, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    log = tmp_path_factory.mktemp("serve") / "log"
    with reserved_port() as port, log.open("wb") as output:
        address = f"http://127.0.0.1:{port}/"
        process = subprocess.Popen(
            [sys.executable, "-m", "mkdocs", "serve", "--dev-addr", f"127.0.0.1:{port}"],
            cwd=project.root,
            env={**os.environ, "NO_MKDOCS_2_WARNING": "1", "SITE_URL": address, "LC_ALL": "C.UTF-8"},
            stdout=output,
            stderr=subprocess.STDOUT,
        )
        running = Server(project, address, process, log)
        try:
            running.wait_for("", "Guia")
            yield running
        finally:
            process.terminate()
            process.wait(timeout=10)


def test_whatever_the_site_is_made_of_is_reloaded_and_a_mistake_does_not_end_it(server: Server) -> None:
    project = server.project
    assert 'lang="en"' in server.get("en/")
    page, source = "training/containers/", "docs/pt/training/containers.md"

    project.append(source, "\nUma frase nova.\n")
    server.wait_for(page, "Uma frase nova.")

    project.append("docs/en/training/containers.md", "\nA new sentence.\n")
    server.wait_for(f"en/{page}", "A new sentence.")

    project.edit(QUESTION, "Bundle the NVIDIA drivers", "Pack the NVIDIA drivers")
    server.wait_for(page, "Pack the NVIDIA drivers")
    server.wait_for(f"en/{page}", "Pack the NVIDIA drivers")

    project.edit("facts/limits.yml", "Tempo máximo de uma resposta em streaming", "Duração de uma resposta")
    project.edit("facts/glossary.yml", "also: [Augmented AI,", "also: [a new synonym, Augmented AI,")
    server.wait_for("reference/limits/", "Duração de uma resposta")
    for edition in ("", "en/"):
        server.wait_for(f"{edition}search/sections.json", "a new synonym")

    project.edit("macros/rendering/strings.py", 'check="Verificar"', 'check="Conferir"')
    server.wait_for(page, "Conferir</button>")

    project.edit("macros/rendering/templates/question.html", "eq__check", "eq__check new-class")
    server.wait_for(page, "new-class")

    project.append("overrides/assets/stylesheets/site.css", "/* new */")
    server.wait_for("assets/stylesheets/site.css", "/* new */")

    # A mistake in a question, in a macro call and in a link each leave the server up, and mending it shows.
    project.edit(QUESTION, "difficulty: 1", "difficulty: [")
    server.wait_for_complaint(f"{QUESTION}:")
    project.edit(QUESTION, "difficulty: [", "difficulty: 1")
    project.edit(source, "Uma frase nova.", "{{ limit('nowhere') }}")
    server.wait_for_complaint("there is no limit")
    project.edit(source, "{{ limit('nowhere') }}", "[x](nowhere.md)")
    server.wait_for_complaint("contains a link 'nowhere.md'")
    project.edit(source, "[x](nowhere.md)", "De volta.")
    server.wait_for(page, "De volta.")
