"""The benchmark takes an hour: what it needs is looked for before."""

import pytest

from tests.bench.__main__ import SAVED
from tests.conftest import ROOT


@pytest.mark.parametrize(("file", "text"), SAVED.values(), ids=SAVED)
def test_the_benchmark_saves_a_text_that_the_file_has_once(file: str, text: str) -> None:
    assert (ROOT / file).read_text("utf-8").count(text) == 1
