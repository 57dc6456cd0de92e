"""Pages are more than outlines, say where they come from, and compare where readers must choose."""

import re

import pytest
import yaml

from macros.checks.question import is_accepted_source
from macros.language import LANGUAGES
from tests.conftest import ROOT

FEATURES = ("notebooks", "data", "training", "no-code", "inference", "monitoring", "mlops")
COMPARING = ("inference", "training", "monitoring")
# DESIGN's site map, the later practice/ excepted.
SITE_MAP = [
    "index",
    "exam/index",
    "exam/mla-c02",
    "exam/mla-c01",
    "exam/mls-c01",
    "exam/tips",
    "notebooks/notebook-instances",
    "notebooks/lifecycle-configurations",
    "notebooks/studio",
    "data/processing",
    "data/data-wrangler",
    "data/feature-store",
    "data/ground-truth",
    "data/clarify-bias",
    "training/training-jobs",
    "training/built-in-algorithms",
    "training/containers",
    "training/input-modes",
    "training/tuning",
    "training/spot-and-checkpoints",
    "training/distributed",
    "training/debugger",
    "training/experiments",
    "training/model-customization",
    "no-code/canvas",
    "no-code/autopilot",
    "no-code/jumpstart",
    "inference/index",
    "inference/real-time",
    "inference/multi-model",
    "inference/multi-container",
    "inference/inference-components",
    "inference/autoscaling",
    "inference/serverless",
    "inference/async",
    "inference/batch-transform",
    "inference/production-variants",
    "inference/shadow-tests",
    "inference/deployment-guardrails",
    "inference/inference-recommender",
    "monitoring/index",
    "monitoring/data-capture",
    "monitoring/data-quality",
    "monitoring/model-quality",
    "monitoring/bias-drift",
    "monitoring/explainability-drift",
    "monitoring/cloudwatch",
    "monitoring/evaluating-generated-text",
    "mlops/pipelines",
    "mlops/model-registry",
    "mlops/lineage-and-cards",
    "mlops/security",
    "mlops/cost",
    "reference/limits",
    "reference/availability",
    "reference/glossary",
    "reference/coverage",
    "contribute/index",
    "contribute/writing-questions",
    "contribute/rules",
]


def read(language: str, page: str) -> tuple[dict[str, object], str]:
    _, front, body = (ROOT / "docs" / language / f"{page}.md").read_text("utf-8").split("---\n", 2)
    return yaml.safe_load(front), body


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_site_map_is_whole(language: str) -> None:
    folder = ROOT / "docs" / language
    pages = sorted(file.relative_to(folder).with_suffix("").as_posix() for file in folder.rglob("*.md"))
    assert pages == sorted(SITE_MAP)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("path", [path for path in SITE_MAP if path.startswith(FEATURES)])
def test_a_feature_page_teaches_and_names_official_sources(language: str, path: str) -> None:
    front, body = read(language, path)
    words = re.sub(r"```.*?```", "", body, flags=re.DOTALL).split()
    assert len(words) > 500
    for heading in ("{ #when-to-use }", "{ #how-it-works }", "{ #exam }", "{ #sources }"):
        assert heading in body
    sources = front["sources"]
    assert isinstance(sources, list)
    assert any(is_accepted_source(source["url"]) for source in sources)
    if path.startswith(COMPARING):
        assert "| --- |" in body, "neither a comparison table nor a picture"
