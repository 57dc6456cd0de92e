"""What the bank as a whole promises readers: enough on every page and task, and three mock exams without a repeat."""

import math
from collections import Counter

import pytest

from macros.bank import Bank
from macros.checks.page import FEATURE_FOLDERS as FEATURES
from macros.questions.model import Question
from macros.reports.coverage import ENOUGH_FOR_PAGE, task_coverage

CHOICES = (
    "real-time",
    "serverless",
    "async",
    "batch-transform",
    "multi-model",
    "multi-container",
    "autoscaling",
    "production-variants",
)
EXAM, MOCK_QUESTIONS, MOCKS = "MLA-C02", 65, 3


@pytest.fixture(scope="module")
def current(bank: Bank) -> list[Question]:
    return [entry.question for entry in bank.entries.values() if entry.question.status == "current"]


def test_there_are_enough_current_questions(current: list[Question]) -> None:
    assert len(current) >= 260


def test_every_feature_page_has_five_and_every_inference_choice_twelve(bank: Bank) -> None:
    counts = Counter(entry.question.page_path for entry in bank.entries.values() if entry.question.is_visible)
    features = [path for path in bank.pages.paths if path.partition("/")[0] in FEATURES]
    assert {path: counts[path] for path in features if counts[path] < ENOUGH_FOR_PAGE} == {}
    assert {name: counts[f"inference/{name}"] for name in CHOICES if counts[f"inference/{name}"] < 12} == {}


def test_every_task_in_scope_has_three(bank: Bank) -> None:
    assert [row.key for row in task_coverage(bank.facts, bank.entries.values(), EXAM) if row.is_gap] == []


def test_three_mock_exams_weighted_like_the_real_one_repeat_no_question(bank: Bank, current: list[Question]) -> None:
    domains = Counter(
        next(objective for objective in question.objectives if objective.startswith(EXAM)).partition("/")[2][0]
        for question in current
        if any(objective.startswith(EXAM) for objective in question.objectives)
    )
    for domain_id, domain in bank.facts.exams[EXAM].domains.items():
        assert domains[domain_id] >= MOCKS * math.ceil(MOCK_QUESTIONS * domain.weight / 100 - 0.5), domain_id


def test_few_questions_recall_and_a_fifth_at_least_weighs(current: list[Question]) -> None:
    share = {level: count / len(current) for level, count in Counter(q.difficulty for q in current).items()}
    assert share[1] <= 0.2
    assert share[3] >= 0.2


def test_a_fifth_to_a_quarter_has_several_right_options(current: list[Question]) -> None:
    assert 0.2 <= sum(len(question.key) > 1 for question in current) / len(current) <= 0.25


def test_every_original_question_teaches_a_heading_in_both_languages_and_serves_the_exam_on_offer(bank: Bank) -> None:
    for entry in bank.entries.values():
        question = entry.question
        if question.origin == "deck":
            continue
        assert question.heading, entry.id
        assert any(objective.startswith(f"{EXAM}/") for objective in question.objectives), entry.id
        for explanation in [question.takeaway, *(option.why for option in question.options)]:
            assert explanation.pt, entry.id
            assert explanation.en, entry.id
