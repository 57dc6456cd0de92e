import re

import pytest

from scripts.__main__ import main
from scripts.messages import Messages
from scripts.verbs import spelling
from tests.conftest import ROOT, Project

GLOSSARY = """
made-up:
  pt: fila
  en: queu
  means:
    pt: Uma fila.
    en: |
      The word in `reqests` is code,
      so this is of reqests.
  page: inference/async
"""


@pytest.mark.system
def test_the_sites_own_prose_has_no_unknown_word(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["spelling", "--lang", "en"]) == 0, capsys.readouterr().out


@pytest.mark.system
def test_a_wrong_word_is_reported_at_its_place_in_its_language(project: Project) -> None:
    project.append("docs/pt/inference/async.md", "\nUm endpont nao responde, `endpont` e https://a.b/endpont sim.\n")
    project.append("docs/en/inference/async.md", "\nA reqest.\n")
    project.edit("quizzes/training/containers-gpu.yml", "fica no host.", "fica no hosst.")
    project.append("facts/glossary.yml", GLOSSARY)
    project.append("docs/pictures/async-flow.yml", '  made_up: {pt: "O qe é", en: "What it is"}\n')
    result = project.verb("spelling", "--lang", "en")
    assert result.returncode == 1
    lines = result.stdout.splitlines()
    text = (project.root / "docs/pt/inference/async.md").read_text("utf-8")
    line = text.count("\n")
    assert f"docs/pt/inference/async.md:{line}:4: endpont: not in the pt dictionary" in lines
    assert f"docs/pt/inference/async.md:{line}:12: nao: not in the pt dictionary" in lines
    assert any(row.endswith("reqest: not in the en dictionary") for row in lines)
    assert sum("endpont" in row for row in lines) == 1
    for file, word in (
        ("quizzes/training/containers-gpu.yml", "hosst"),
        ("docs/pictures/async-flow.yml", "qe"),
        ("facts/glossary.yml", "queu"),
        ("facts/glossary.yml", "reqests"),
    ):
        (place,) = re.findall(rf"^{file}:(\d+):(\d+): {word}: not in", result.stdout, re.MULTILINE)
        row = (project.root / file).read_text("utf-8").splitlines()[int(place[0]) - 1]
        assert row[int(place[1]) - 1 :].startswith(word)
        assert "`" not in row[int(place[1]) - 2 : int(place[1]) + len(word)], "the one in code is another"


def test_every_word_of_the_list_is_used_and_sorted() -> None:
    words = [line for line in (ROOT / spelling.WORDS).read_text("utf-8").splitlines() if not line.startswith("#")]
    assert words == sorted(set(words))
    used = " ".join(text.words for language in ("pt", "en") for text in spelling.prose(ROOT, language))
    assert [word for word in words if word not in used] == []


def test_without_hunspell_one_sentence_says_what_to_install(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(spelling, "_has_dictionaries", lambda: False)
    monkeypatch.setattr(spelling.system_packages, "install", lambda _packages: False)
    assert main(["spelling", "--lang", "en"]) == 2
    assert capsys.readouterr().err == Messages("spelling", "en")("no_program") + "\n"
