"""The command line as a whole: its verbs, and what each of them needs."""

import subprocess
import sys

import pytest

from scripts.__main__ import main
from tests.conftest import ROOT


def test_what_a_contributor_runs_needs_no_package_of_the_other_verbs() -> None:
    """Some of them are for development alone, and all of them take their time to load."""
    code = (
        "import contextlib, sys\n"
        "from scripts.__main__ import main\n"
        "for verb in ('validate', 'new', 'schema', 'ids', 'coverage'):\n"
        "    with contextlib.suppress(SystemExit):\n"
        "        main([verb, '--help'])\n"
        "print(sorted({'playwright', 'bs4', 'urllib3', 'botocore', 'mkdocs'} & sys.modules.keys()))"
    )
    result = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert result.stdout.count("usage: ") == 5
    assert result.stdout.splitlines()[-1] == "[]"


def test_help_lists_every_verb_with_what_it_does(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stop:
        main(["--help"])
    assert stop.value.code == 0
    out = capsys.readouterr().out
    for verb in ("validate", "new", "schema", "ids", "coverage", "facts", "links", "sources", "spelling", "preview"):
        assert f"\n    {verb} " in out
