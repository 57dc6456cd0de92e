"""`make serve`: both editions at one address, rebuilt when anything that they are made of changes."""

import re
import socket
import subprocess
import time
from collections.abc import Iterator

import pytest

from scripts.__main__ import main
from tests.conftest import Project
from tests.questions import FRONT
from tests.serving import Server, serving

pytestmark = pytest.mark.site

QUESTION = "quizzes/inference/async-config-object.yml"
OLD, NEW = "in the production variant", "in one production variant"  # of an option of the question


@pytest.fixture
def server(mini: Project, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with serving(mini, tmp_path_factory.mktemp("serve") / "log") as running:
        running.wait_until(lambda: len(running.lines()) == 2, "the site was not built")
        yield running


def test_whatever_the_site_is_made_of_is_reloaded(server: Server) -> None:
    project = server.project
    assert 'lang="en"' in server.get("en/")
    page, source = "inference/async/", "docs/pt/inference/async.md"

    project.append(source, "\nUma frase nova.\n")
    server.wait_for(page, "Uma frase nova.")

    project.append("docs/en/inference/async.md", "\nA new sentence.\n")
    server.wait_for(f"en/{page}", "A new sentence.")

    project.edit(QUESTION, OLD, NEW)
    server.wait_for(page, NEW)
    server.wait_for(f"en/{page}", NEW)

    project.edit("facts/limits.yml", "Passo da memória", "De quanto em quanto")
    project.edit("facts/glossary.yml", "also: [linha de base,", "also: [a new synonym, linha de base,")
    server.wait_for("inference/serverless/", "De quanto em quanto")
    for edition in ("", "en/"):
        server.wait_for(f"{edition}search/sections.json", "a new synonym")

    # A title is on the pages before and after.
    project.edit("docs/pt/inference/serverless.md", "\n# ", "\n# Inteiramente ")
    server.wait_for("inference/async/", "Inteiramente ")

    project.edit("macros/rendering/strings/pt.yml", "  check: Verificar\n  next:", "  check: Conferir\n  next:")
    server.wait_for(page, "Conferir</button>")

    project.edit("macros/rendering/templates/question.html", "eq__check", "eq__check new-class")
    server.wait_for(page, "new-class")

    project.append("overrides/assets/stylesheets/site.css", "/* new */")
    server.wait_for("assets/stylesheets/site.css", "/* new */")
    server.wait_for("en/assets/stylesheets/site.css", "/* new */")

    project.edit("overrides/main.html", "{% block extrahead %}", '{% block extrahead %}<meta name="new">')
    server.wait_for(page, '<meta name="new">')
    server.wait_for("nowhere/", '<meta name="new">')

    project.edit("docs/pictures/cold-start.yml", "caption:\n  pt: ", "caption:\n  pt: Legenda nova. ")
    server.wait_for("inference/serverless/", "Legenda nova.")


def test_pages_that_come_and_go_are_served_and_not(server: Server) -> None:
    project = server.project
    for language in ("pt", "en"):
        (project.root / f"docs/{language}/new.md").write_text(FRONT + "# New page { #new }\n", "utf-8")
    project.edit("mkdocs.yml", "nav:\n", "nav:\n  - Novíssima: new.md\n")
    server.wait_for("new/", "New page")
    server.wait_for("inference/async/", "Novíssima")
    project.edit("mkdocs.yml", "  - Novíssima: new.md\n", "")
    for language in ("pt", "en"):
        (project.root / f"docs/{language}/new.md").unlink()
    server.wait_for("new/", "404")

    project.commit("before")
    project.edit(QUESTION, OLD, NEW)
    project.append("docs/pt/inference/async.md", "\nUma frase nova.\n")
    server.wait_for("inference/async/", "Uma frase nova.")
    server.wait_for("inference/async/", NEW)
    subprocess.run(["git", "checkout", "--quiet", "."], cwd=project.root, check=True)  # noqa: S607
    server.wait_for("inference/async/", OLD)
    assert "Uma frase nova." not in server.get("inference/async/")


# A file, what is written into it, and what is said of it in both languages; the page at the end is served all along.
MISTAKES = {
    "question": (QUESTION, "difficulty: 1", "dificulty: 1", "Q002 chave desconhecida", "Q002 unknown key"),
    "broken YAML": (QUESTION, "difficulty: 1", "difficulty: [1", "Y004", "Y004"),
    "fact": ("facts/limits.yml", "  memory_max:\n", "  memory_max: [\n", "Y0", "Y0"),
    "macro call": ("docs/pt/inference/async.md", "\n## ", "\n{{ limit('nowhere') }}\n\n## ", "não existe o limite",
                   "there is no limit"),
    "macro that is none": ("docs/pt/inference/async.md", "\n## ", "\n{{ limitt('x') }}\n\n## ",
                           "não existe a macro", "is undefined"),
    "page template": ("overrides/main.html", "{% block extrahead %}", "{% block extrahead %}{% if %}", "", ""),
    "question template": ("macros/rendering/templates/summary.html", "{% for keys", "{% fro keys", "fro", "fro"),
    "code": ("macros/language.py", '"""The languages', 'x = (\n"""The languages', "SyntaxError", "SyntaxError"),
    "settings": ("mkdocs.yml", "nav:\n", "nav: [\n", "", ""),
}  # fmt: skip


def test_with_a_mistake_the_last_good_page_is_served_at_once_and_the_mistake_is_told(server: Server) -> None:
    project, page = server.project, "inference/async/"
    for name, (file, old, new, portuguese, english) in MISTAKES.items():
        good = (project.root / file).read_text("utf-8")
        assert old in good, name
        before = server.get(page).replace("data-number", "")
        (project.root / file).write_text(good.replace(old, new, 1), "utf-8")
        server.wait_until(lambda: server.complaints() != [], f"{name}: nothing was told")
        first = next((one for one in server.complaints() if english in one["message"]["en"]), server.complaints()[0])
        assert first["place"].startswith(f"{file}:"), (name, first)
        assert first["place"].count(":") == 2, (name, first)
        assert portuguese in first["message"]["pt"], (name, first)
        assert english in first["message"]["en"], (name, first)
        assert first["help"]["pt"] != first["help"]["en"], name
        assert first["holds"], name
        start = time.monotonic()
        now = server.get(page).replace("data-number", "")
        assert time.monotonic() - start < 2
        assert re.sub(r'="\d+"></script>', "", now) == re.sub(r'="\d+"></script>', "", before), name
        assert "<article" in server.get("en/inference/serverless/")
        (project.root / file).write_text(good, "utf-8")
        server.wait_until(lambda: server.complaints() == [], f"{name}: {server.complaints()}")


def test_two_mistakes_are_both_told_and_what_was_saved_meanwhile_is_not_lost(server: Server) -> None:
    project, page = server.project, "inference/async/"
    project.edit(QUESTION, "difficulty: 1", "dificulty: 1")
    server.wait_until(lambda: server.complaints() != [], "nothing was told")
    project.append("docs/pt/inference/async.md", "\nUma frase nova.\n")
    time.sleep(1)
    assert "Uma frase nova." not in server.get(page)
    project.edit(QUESTION, "dificulty: 1", "difficulty: 1")
    server.wait_for(page, "Uma frase nova.")


def test_a_broken_link_is_told_over_the_new_page_and_gone_when_its_target_comes(server: Server) -> None:
    project, page = server.project, "inference/async/"
    project.append("docs/pt/inference/async.md", "\nUma frase nova: [x](serverless.md#later).\n")
    server.wait_for(page, "Uma frase nova")
    server.wait_until(lambda: server.complaints() != [], "nothing was told")
    (told,) = server.complaints()
    assert not told["holds"]
    assert told["place"].startswith("docs/pt/inference/async.md:")
    for language in ("pt", "en"):
        project.append(f"docs/{language}/inference/serverless.md", "\n## Depois { #later }\n")
    server.wait_until(lambda: server.complaints() == [], "the link is good now")


def test_a_save_prints_one_line_and_its_problems(server: Server) -> None:
    server.project.append("docs/pt/inference/async.md", "\nUma frase nova.\n")
    server.wait_until(lambda: len(server.lines()) > 2, "nothing was said")
    server.project.edit(QUESTION, "difficulty: 1", "dificulty: 1")
    server.wait_until(lambda: len(server.lines()) > 4, "nothing was said")
    time.sleep(0.5)
    hello, first, page, held, *problems = server.lines()
    assert server.address in hello
    assert re.fullmatch(r"\d\d:\d\d:\d\d site built in [\d.]+ s", first)
    assert re.fullmatch(r"\d\d:\d\d:\d\d docs/pt/inference/async\.md: 1 page\(s\) in [\d.]+ s", page)
    assert QUESTION in held
    assert [line[:2] for line in problems] == ["qu", "  "] * 2


def test_a_port_that_is_taken_is_one_sentence_at_once(mini: Project) -> None:
    with socket.socket() as holder:
        holder.bind(("127.0.0.1", 0))
        holder.listen()
        port = holder.getsockname()[1]
        result = mini.run("scripts", "serve", f"127.0.0.1:{port}")
    assert result.returncode == 1
    assert result.stdout.splitlines() == [
        f"127.0.0.1:{port} is in use; choose another port, as in: make serve ADDRESS=127.0.0.1:{port + 1}"
    ]


@pytest.mark.parametrize("address", ["8001", "127.0.0.1", "127.0.0.1:x", "127.0.0.1:70000"])
def test_what_is_no_address_is_a_usage_error(address: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stop:
        main(["serve", address])
    assert stop.value.code == 2
    assert "not an address and a port, such as 127.0.0.1:8001" in capsys.readouterr().err


def test_a_site_that_cannot_be_built_at_first_is_told_and_comes_when_it_can(
    mini: Project, tmp_path_factory: pytest.TempPathFactory
) -> None:
    mini.edit(QUESTION, "difficulty: 1", "dificulty: 1")
    with serving(mini, tmp_path_factory.mktemp("serve") / "log") as server:
        server.wait_until(lambda: server.complaints() != [], "nothing was told")
        assert "__live/live.js" in server.get("inference/async/")
        mini.edit(QUESTION, "dificulty: 1", "difficulty: 1")
        server.wait_for("inference/async/", "<article")
        server.wait_until(lambda: server.complaints() == [], "it is good now")
