"""Each question's one domain in an exam, so that a draw by the exam's weights counts no question twice."""

from collections import Counter
from collections.abc import Iterable, Mapping

from macros.bank import Bank
from macros.facts import Exam
from macros.questions.entry import Entry


def assign_domains(entries: Iterable[Entry], code: str, exam: Exam) -> dict[str, str]:
    """Return the domain that each question counts for in an exam, by question id; others are left out.

    A question of one domain has no choice. One of several goes where questions are scarcest for the domain's weight,
    and moves on as long as that raises the scarcest: how many exams the bank can fill depends on it.

    Args:
        entries: the questions, those of every exam.
        code: of the exam, as objectives name it.
        exam: its domains and their weights.
    """
    choices = {entry.id: found for entry in entries if (found := _domains(entry, code))}
    weights = {domain: part.weight for domain, part in exam.domains.items()}
    counts: Counter[str] = Counter()
    assigned: dict[str, str] = {}
    for question_id in sorted(choices, key=lambda key: (len(choices[key]), key)):
        domain = min(choices[question_id], key=lambda domain: (counts[domain] / weights[domain], domain))
        assigned[question_id] = domain
        counts[domain] += 1
    while move := _improvement(choices, assigned, counts, weights):
        question_id, domain = move
        counts[assigned[question_id]] -= 1
        counts[domain] += 1
        assigned[question_id] = domain
    return assigned


def first_exam_domains(bank: Bank) -> dict[str, str]:
    """Return the one domain of the first exam, whose colors the site has, that each question counts for, by its id."""
    code, exam = next(iter(bank.facts.exams.items()))
    current = [entry for entry in bank.entries.values() if entry.question.status == "current"]
    return assign_domains(current, code, exam)


def _domains(entry: Entry, code: str) -> list[str]:
    keys = (objective.partition("/") for objective in entry.question.objectives)
    return sorted({key.partition(".")[0] for exam, _, key in keys if exam == code})


def _improvement(
    choices: Mapping[str, list[str]],
    assigned: Mapping[str, str],
    counts: Counter[str],
    weights: Mapping[str, int],
) -> tuple[str, str] | None:
    """Return a question and the domain that it must move to, so that the poorer of two domains gains; None for none."""
    for question_id, domains in sorted(choices.items()):
        own = assigned[question_id]
        for other in domains:
            if (counts[other] + 1) / weights[other] < counts[own] / weights[own]:
                return question_id, other
    return None
