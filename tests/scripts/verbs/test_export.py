import json
import subprocess
from pathlib import Path

import pytest

from macros.bank import Bank, load_bank
from scripts.__main__ import main
from scripts.site import release
from scripts.site.release import release_of
from tests.conftest import MINI, ROOT, Project


def test_a_format_is_written_and_its_path_is_printed(mini: Project, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["export", "json", "--out", str(mini.root / "new")], mini.root) == 0
    file = mini.root / "new" / "sagemaker-exam-guide.json"
    assert capsys.readouterr().out == f"{file}\n"
    assert len(json.loads(file.read_bytes())["questions"]) == len(load_bank(mini.root).entries)


def test_one_topic_has_its_own_files(mini: Project) -> None:
    out = mini.root / "new"
    assert main(["export", "gift", "--topic", "monitoring", "--out", str(out)], mini.root) == 0
    assert sorted(file.name for file in out.iterdir()) == [
        f"sagemaker-exam-guide.{language}.monitoring.gift.txt" for language in ("en", "pt")
    ]
    text = (out / "sagemaker-exam-guide.en.monitoring.gift.txt").read_text("utf-8")
    assert "[id:monitoring/" in text
    assert "[id:inference/" not in text


@pytest.mark.parametrize("language", ["pt", "en"])
def test_an_unknown_topic_is_usage_and_the_near_one_is_named(
    language: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["export", "csv", "--topic", "inferenc", "--out", str(tmp_path), "--lang", language], MINI) == 2
    assert {"pt": "Você quis dizer inference?", "en": "Did you mean inference?"}[language] in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


def test_a_bank_with_errors_gives_no_file(mini: Project, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    mini.edit("quizzes/inference/async-config-object.yml", "difficulty:", "dificulty:")
    assert main(["export", "json", "--out", str(tmp_path / "out")], mini.root) == 1
    assert "async-config-object.yml" in capsys.readouterr().out
    assert not (tmp_path / "out").exists()


def test_two_copies_of_a_commit_give_the_same_bytes(mini: Project, tmp_path_factory: pytest.TempPathFactory) -> None:
    mini.commit("one")
    copy = tmp_path_factory.mktemp("clone") / "copy"
    subprocess.run(["git", "clone", "--quiet", mini.root, copy], check=True)  # noqa: S607
    made = []
    for root in (mini.root, copy):
        for name in ("anki", "gift", "moodle-xml", "json", "csv"):
            assert main(["export", name], root) == 0
        made.append({file.name: file.read_bytes() for file in (root / "dist").iterdir()})
    assert made[0] == made[1]
    assert len(made[0]) == 7


def test_a_release_has_the_commits_time_else_that_of_the_last_review(
    mini: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    bank = load_bank(mini.root)
    last = max(entry.question.reviewed for entry in bank.entries.values())
    assert release_of(mini.root, bank).made.date() == last
    mini.commit("one")
    seconds = subprocess.run(
        ["git", "log", "-1", "--format=%ct"],  # noqa: S607
        cwd=mini.root,
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    assert release_of(mini.root, bank).made.timestamp() == int(seconds)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "86400")
    assert release_of(mini.root, bank).made.timestamp() == 86400


@pytest.mark.parametrize(
    ("address", "is_local"),
    [
        ("http://127.0.0.1:8000/", True),
        ("http://localhost/", True),
        ("http://[::1]:80/", True),
        ("https://example.org/guide/", False),
    ],
)
def test_an_address_of_this_machine_is_in_no_file(
    address: str,
    is_local: bool,  # noqa: FBT001
    mini_bank: Bank,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("SITE_URL", address)
    found = release.release_of(ROOT, mini_bank).addresses
    assert found == ({} if is_local else {"pt": address, "en": f"{address}en/"})
