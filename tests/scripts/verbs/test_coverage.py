import re

import pytest

from macros.bank import Bank
from macros.rendering.words import STRINGS
from scripts.__main__ import main
from scripts.verbs import coverage
from tests.conftest import MINI, Project


@pytest.mark.parametrize("language", ["pt", "en"])
def test_each_task_and_each_feature_page_has_its_line_in_the_language_asked_for(
    language: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["coverage", "--exam", "MLA-C01", "--lang", language], MINI) == 0
    out = capsys.readouterr().out
    strings = STRINGS["pt" if language == "pt" else "en"]
    assert re.search(rf"^  MLA-C01/3\.2 +\d+  {strings.covered} ", out, re.MULTILINE)
    assert re.search(rf"^  inference/async +4  {strings.gap}$", out, re.MULTILINE)
    assert "  exam/" not in out
    assert ("questions" in out) is (language == "en")


def test_strict_fails_on_a_gap_alone(
    bank: Bank, mini: Project, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    with monkeypatch.context() as whole:
        whole.setattr(coverage, "load_bank", lambda _: bank)
        status = main(["coverage", "--strict", "--lang", "en"])
    assert status == ("\n0 gaps, " not in capsys.readouterr().out)
    for file in (mini.root / "quizzes/monitoring").glob("*.yml"):
        text = file.read_text("utf-8")
        file.write_text(text.replace("status: legacy", "status: retired"), "utf-8")
    assert main(["coverage"], mini.root) == 0
    capsys.readouterr()
    assert main(["coverage", "--strict", "--lang", "en"], mini.root) == 1
    assert re.search(r"^  monitoring/data-quality +0  gap$", capsys.readouterr().out, re.MULTILINE)


def test_an_unknown_exam_is_usage(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["coverage", "--exam", "mla-c02", "--lang", "pt"], MINI) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith("mla-c02: não há essa prova; há MLA-C0")


@pytest.mark.parametrize("days", ["-5", "soon", "1.5"])
def test_a_number_of_days_that_is_none_is_usage(days: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stop:
        main(["coverage", f"--stale={days}"])
    assert stop.value.code == 2
    assert "not a whole number of days" in capsys.readouterr().err
