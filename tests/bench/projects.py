"""Projects to build: this one, and one of the other tool, with the same pages and a given number of questions."""

import re
import shutil
import subprocess
import sys
import venv
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import jinja2

from macros import define_env
from macros.bank import load_bank
from macros.language import LANGUAGES
from tests.bench.banks import as_quiz, as_yaml, generated
from tests.conftest import PARTS, ROOT

PEER = "mkdocs-quiz==1.7.1"
# The same theme and extensions as ours: only what makes and carries the questions differs.
_PEER_PACKAGES = (PEER, "mkdocs-material==9.8.1", "pymdown-extensions==13.1")
_PEER_CONFIG = """\
site_name: Guide
site_url: http://127.0.0.1:8000/
theme: {name: material, font: false, features: [navigation.tabs, navigation.indexes, navigation.footer]}
plugins: [search, mkdocs_quiz]
markdown_extensions:
  admonition: {}
  attr_list: {}
  md_in_html: {}
  tables: {}
  toc: {permalink: true}
  pymdownx.details: {}
  pymdownx.highlight: {anchor_linenums: true}
  pymdownx.inlinehilite: {}
  pymdownx.superfences: {}
"""
_CALL = re.compile(r"^.*\{\{ (?:quiz|question)\(.*\n", re.MULTILINE)


def question_pages() -> list[str]:
    """Return the pages that questions are shared out among: those that have some today."""
    folder = ROOT / "docs/en"
    paths = [file.relative_to(folder).with_suffix("").as_posix() for file in sorted(folder.rglob("*.md"))]
    gone = load_bank(ROOT).facts.gone_pages  # whose questions need a note
    return [path for path in paths if path not in gone and f'quiz("{path}")' in (folder / f"{path}.md").read_text()]


def make_ours(folder: Path, count: int) -> Path:
    """Write this project with generated questions instead of its own, and return its root."""
    for part in PARTS:
        if (ROOT / part).is_dir() and part != "quizzes":
            shutil.copytree(ROOT / part, folder / part, ignore=shutil.ignore_patterns("__pycache__"))
        elif part != "quizzes":
            shutil.copy(ROOT / part, folder / part)
    (folder / "quizzes").mkdir()
    pages = question_pages()
    for number in range(count):
        page = pages[number % len(pages)]
        file = folder / "quizzes" / page.partition("/")[0] / f"question-{number}.yml"
        file.parent.mkdir(exist_ok=True)
        file.write_text(as_yaml(generated(number), page), "utf-8")
    for language in LANGUAGES:
        for path in sorted((folder / "docs" / language).rglob("*.md")):
            text = _CALL.sub("", path.read_text("utf-8"))
            page = path.relative_to(folder / "docs" / language).with_suffix("").as_posix()
            if count and page in pages:
                text += f'\n## Generated {{ #generated }}\n\n{{{{ quiz("{page}") }}}}\n'
            path.write_text(text, "utf-8")
    return folder


def make_peer(folder: Path, ours: Path, count: int) -> Path:
    """Write a project of the other tool with our English pages, their macros already run, and the same questions."""
    (folder / "docs").mkdir(parents=True)
    (folder / "mkdocs.yml").write_text(_PEER_CONFIG, "utf-8")
    pages = question_pages()
    blocks: dict[str, list[str]] = {page: [] for page in pages}
    for number in range(count):
        blocks[pages[number % len(pages)]].append(as_quiz(generated(number)))
    for path in sorted((ours / "docs/en").rglob("*.md")):
        page = path.relative_to(ours / "docs/en").with_suffix("").as_posix()
        text = _expanded(ours, path, page)
        file = folder / "docs" / f"{page}.md"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("\n".join([text, *blocks.get(page, [])]), "utf-8")
    return folder


def _expanded(root: Path, path: Path, page: str) -> str:
    """Return a page's Markdown after its macros have run, without front matter."""
    text = _CALL.sub("", path.read_text("utf-8"))
    _, front, body = text.split("---\n", 2) if text.startswith("---\n") else ("", "", text)
    environment = jinja2.Environment()  # noqa: S701 - pages are Markdown
    meta = _meta(front)

    class Env(SimpleNamespace):
        """What a builder gives to the macros."""

        def macro(self, function: Any) -> Any:
            environment.globals[function.__name__] = function
            return function

    define_env(
        Env(
            project_dir=str(root),
            conf={"extra": {"edition": "en"}, "repo_url": ""},
            page=SimpleNamespace(file=SimpleNamespace(src_uri=f"{page}.md"), meta=meta),
            variables={},
        )
    )
    return environment.from_string(body).render()


def _meta(front: str) -> dict[str, Any]:
    import yaml  # noqa: PLC0415

    return dict(yaml.safe_load(front) or {})


def peer_python() -> Path:
    """Return the Python of the other tool's own environment, below .cache; it is made where there is none."""
    folder = ROOT / ".cache" / "bench" / "peer"
    python = folder / "bin" / "python"
    if not (folder / ".ready").is_file():
        venv.create(folder, with_pip=True, clear=True)
        install = [python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", *_PEER_PACKAGES]
        subprocess.run(install, check=True, capture_output=True)
        (folder / ".ready").touch()
    return python


def command(root: Path, tool: str, site: Path) -> tuple[list[str], Path]:
    """Return how one edition of a project is built: a command and the folder to run it in."""
    python, configuration = (sys.executable, "mkdocs.en.yml") if tool == "ours" else (peer_python(), "mkdocs.yml")
    options = ["build", "--quiet", "--config-file", configuration, "--site-dir", str(site)]
    return [str(python), "-m", "mkdocs", *options], root
