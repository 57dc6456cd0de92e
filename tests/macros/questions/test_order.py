import pytest

from macros.questions.order import is_ascending

ASCENDING = [
    ["1", "2", "10"],
    ["5 minutes", "15 minutes", "60 minutes"],
    ["A timeout of 1 minute.", "A timeout of 15 minutes."],
    ["512 MB", "1 GB", "6 GB"],
    ["30 seconds", "5 minutes", "1 hour", "2 days"],
    ["0.5", "0.75", "1.0"],
    ["$10", "$100", "$1,000"],
    ["10%", "50%", "100%"],
    ["1,024 `MiB`", "4,096 `MiB`"],
]
NOT = [
    ["1", "3", "2"],
    ["1", "1"],
    ["60 minutes", "15 minutes"],
    ["1 GB", "512 MB"],
    ["Launch 1 instance.", "Stop 2 instances."],
    ["2 instances of 5 GB", "3 instances of 5 GB"],
    ["A serverless endpoint.", "A real-time endpoint."],
    ["ml.m5.large", "ml.m6.large"],
    ["True", "False"],
    ["5"],
    [],
]


@pytest.mark.parametrize("texts", ASCENDING)
def test_numbers_from_the_smallest_to_the_largest_are_one_scale(texts: list[str]) -> None:
    assert is_ascending(texts)


@pytest.mark.parametrize("texts", NOT)
def test_anything_else_is_no_scale(texts: list[str]) -> None:
    assert not is_ascending(texts)
