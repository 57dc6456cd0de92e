"""Identifiers that may break where they should, and nowhere else."""

import pytest

from macros.rendering.identifiers import break_identifiers


@pytest.mark.parametrize(
    ("code", "broken"),
    [
        ("TargetContainerHostname", "Target<wbr>Container<wbr>Hostname"),
        ("MemorySizeInMB", "Memory<wbr>Size<wbr>In<wbr>MB"),
        ("/opt/ml/checkpoints", "/<wbr>opt/<wbr>ml/<wbr>checkpoints"),
        ("sagemaker:variant:DesiredCount", "sagemaker:<wbr>variant:<wbr>Desired<wbr>Count"),
        ("MLSageMakerHTTPServer", "ML<wbr>Sage<wbr>Maker<wbr>HTTP<wbr>Server"),
        ("ShortName", "ShortName"),
        ("abcdefghijklmnop", "abcdefghijklmnop"),
        ("a &lt;EndpointConfigName&gt;", "a &lt;Endpoint<wbr>Config<wbr>Name&gt;"),
    ],
)
def test_break_identifiers_breaks_at_humps_and_separators(code: str, broken: str) -> None:
    assert break_identifiers(f"<p><code>{code}</code></p>") == f"<p><code>{broken}</code></p>"


def test_break_identifiers_leaves_tags_and_listings_alone() -> None:
    listing = '<pre><code class="language-python">EndpointConfigName = 1</code></pre> EndpointConfigNameInText'
    assert break_identifiers(listing) == listing
    marked = '<code><span class="SomeLongClassName">EndpointConfigName</span></code>'
    assert break_identifiers(marked).count('class="SomeLongClassName"') == 1


def test_break_identifiers_changes_nothing_the_second_time() -> None:
    once = break_identifiers("<code>TargetContainerHostname</code>")
    assert break_identifiers(once) == once
