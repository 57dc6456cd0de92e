from datetime import date
from pathlib import Path

import pytest

from macros.checks.question import check_question
from macros.checks.sources import is_accepted_source, is_https
from tests.questions import good

TODAY = date(2026, 11, 22)
SOURCE = "https://docs.aws.amazon.com/sagemaker/latest/dg/serverless-endpoints.html"


def codes(tmp_path: Path, *changes: tuple[str, str], question_id: str = "inference/good") -> list[str]:
    entry = good(tmp_path / "q.yml", *changes, question_id=question_id)
    return [problem.code for problem in check_question(entry, TODAY)]


def test_a_good_question_keeps_every_rule(tmp_path: Path) -> None:
    assert codes(tmp_path) == []


DISPUTED = "difficulty: 2\nstatus: disputed\nnote: {pt: a, en: b}\n"


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("    correct: true\n", "", "Q007"),
        ("text: A real-time endpoint.", "text: A real-time endpoint.\n    correct: true", "Q008"),
        ("A real-time endpoint.", "a  SERVERLESS, endpoint", "Q009"),
        (SOURCE, "http://docs.aws.amazon.com/x.html", "Q012"),
        (SOURCE, "see the docs", "Q012"),
        (SOURCE, "https://github.com/aws/../evil/repo", "Q012"),
        (SOURCE, "https://example.org/page.html", "Q013"),
        (SOURCE, "https://github.com/awsome/repository", "Q013"),
        ("A serverless endpoint.", "A <b>serverless</b> endpoint.", "Q015"),
        ("A serverless endpoint.", "A `<b>serverless</b>` endpoint.", None),
        ("A serverless endpoint.", "Memory < 6 GB and > 1 GB.", None),
        ("A serverless endpoint.", "A [guide](https://docs.aws.amazon.com/x).", None),
        ("A serverless endpoint.", "A [guide](http://example.org).", "Q017"),
        ("A serverless endpoint.", "A [guide](../page.md).", "Q017"),
        ("text: A serverless endpoint.", 'text: "A ![picture](https://aws.amazon.com/x.png)."', "Q018"),
        ("comes in bursts.", "comes in bursts, see [here].\n\n  [here]: https://aws.amazon.com/x", "Q025"),
        ("reviewed: 2026-11-22", "reviewed: 2026-11-23", None),
        ("reviewed: 2026-11-22", "reviewed: 2026-11-24", "Q019"),
        ("difficulty: 2", "difficulty: 2\nalso_accepted: [[b]]", "Q020"),
        ("difficulty: 2\n", DISPUTED + "also_accepted: [[e]]\n", "Q021"),
        ("difficulty: 2\n", DISPUTED + "also_accepted: [[a]]\n", "Q021"),
        ("difficulty: 2\n", DISPUTED + "also_accepted: [[b, b]]\n", "Q021"),
        ("difficulty: 2\n", DISPUTED + "also_accepted: [[b]]\n", None),
        ("difficulty: 2", "difficulty: 2\nstatus: disputed", "Q022"),
        ("  pt: Rajadas pedem serverless.\n  en: Bursts ask for serverless.\n", "  {}\n", "Q016"),
        ("Sem tráfego, nada ligado.", '"   "', "Q005"),
    ],
)
def test_each_breach_fires_its_own_rule_alone(tmp_path: Path, old: str, new: str, expected: str | None) -> None:
    assert codes(tmp_path, (old, new)) == ([expected] if expected else [])


@pytest.mark.parametrize("wrong", ["good", "Inference/good", "inference/não", "inference/a_b", "inference/-a", "a/b.c"])
def test_an_id_is_kebab_case_under_a_topic(tmp_path: Path, wrong: str) -> None:
    assert codes(tmp_path, question_id=wrong) == ["Q023"]


@pytest.mark.parametrize(
    ("url", "https", "accepted"),
    [
        ("https://docs.aws.amazon.com/a.html#b", True, True),
        ("https://aws.amazon.com", True, True),
        ("https://aws.amazon.com.evil.example/", True, False),
        ("https://docs.aws.amazon.com@evil.example/", False, False),
        ("https://github.com/aws/x", True, True),
        ("https://github.com/aws-samples/x", True, True),
        ("javascript:alert(1)", False, False),
        ("https://github.com/aws/../evil/repo", False, False),
        ("https://github.com/aws/%2E%2e/evil/repo", False, False),
        ("https://github.com/aws/..%2fevil/repo", False, False),
        ("https://github.com/aws/a...b/.github", True, True),
        ("https://[broken", False, False),
        ('https://aws.amazon.com/"onclick=', False, False),
    ],
)
def test_only_whole_https_addresses_of_listed_sites_count(url: str, https: bool, accepted: bool) -> None:  # noqa: FBT001
    assert is_https(url) is https
    assert (https and is_accepted_source(url)) is accepted
