import pytest

from scripts.macro_calls import macro_calls


@pytest.mark.parametrize(
    ("markdown", "calls"),
    [
        ('{{ limit("a.b") }} and {{limits(\'c\', "d.e")}}', [("limit", ("a.b",)), ("limits", ("c", "d.e"))]),
        ('{{ limits("a",\n  "b") }}', [("limits", ("a", "b"))]),
        ("{{ glossary() }}", [("glossary", ())]),
        ('{% raw %}{{ limit("a.b") }}{% endraw %} and limit("a.b")', []),
        ("{{ config.site_name }}", []),
    ],
)
def test_a_call_is_what_the_build_would_run(markdown: str, calls: list[tuple[str, tuple[str, ...]]]) -> None:
    assert list(macro_calls(markdown)) == calls
