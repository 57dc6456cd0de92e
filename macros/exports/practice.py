"""The bank as the practice pages fetch it: a small index, and shards of a few questions each.

A shard of stems holds what a candidate sees in an exam and is the same file for both editions; a shard of reasons holds
the key and every explanation in one language. So a running exam has no key to give away. The names of shards carry a
hash of what they hold, and the index lists them.
"""

import hashlib
import json
from collections.abc import Iterator, Sequence
from typing import Any

from macros.bank import Bank
from macros.facts import Exam
from macros.language import Language
from macros.pages.addresses import page_url
from macros.questions.entry import Entry
from macros.rendering.practice import DRILLS
from macros.rendering.question_parts import reasons_of, stem_of
from macros.reports.domains import assign_domains

# Below the root of each edition; overrides/assets/javascripts/practice/data.js reads it.
FOLDER = "assets/practice"
INDEX = f"{FOLDER}/data.json"
# Of questions in a shard: an exam of 65 out of 500 fetches 81 kB in shards of 6, and 113 kB in shards of 40.
SHARD = 6

_Json = dict[str, Any]


def practice_files(bank: Bank, language: Language, shared: str = "") -> dict[str, bytes]:
    """Return the files that the practice pages of an edition fetch, by their path below its root.

    Args:
        bank: all questions.
        language: the edition.
        shared: the way from the edition's root to the one whose shards of stems it uses; empty for its own.
    """
    files: dict[str, bytes] = {}
    shards: list[list[str]] = []
    entries = _shown(bank)
    for name, part in _shards(entries):
        stems = _encoded({entry.id: stem_of(entry, bank.formerly(entry.id)) for entry in part})
        reasons = _encoded({entry.id: reasons_of(entry, language, _section(bank, entry, language)) for entry in part})
        names = [f"{name}.{_hash(stems)}.json", f"{name}.{language}.{_hash(reasons)}.json"]
        files[f"{FOLDER}/{names[1]}"] = reasons
        if not shared:
            files[f"{FOLDER}/{names[0]}"] = stems
        shards.append([part[0].id, *names])
    files[INDEX] = _encoded(_index(bank, entries, language) | {"shared": shared, "shards": shards})
    return files


def _shown(bank: Bank) -> list[Entry]:
    return sorted((entry for entry in bank.entries.values() if entry.question.is_visible), key=lambda entry: entry.id)


def _shards(entries: Sequence[Entry]) -> Iterator[tuple[str, list[Entry]]]:
    """Yield groups of at most SHARD questions of one topic, in the order of their ids, each with a name."""
    for topic in sorted({entry.id.partition("/")[0] for entry in entries}):
        of_topic = [entry for entry in entries if entry.id.startswith(f"{topic}/")]
        count = -(-len(of_topic) // SHARD)
        size = -(-len(of_topic) // count)
        for number in range(count):
            yield f"{topic}-{number + 1}", of_topic[number * size : (number + 1) * size]


def _index(bank: Bank, entries: Sequence[Entry], language: Language) -> _Json:
    pages = sorted({entry.question.page_path for entry in entries})
    objectives = sorted({objective for entry in entries for objective in entry.question.objectives})
    page_numbers = {page: number for number, page in enumerate(pages)}
    numbers = {objective: number for number, objective in enumerate(objectives)}
    current = [entry for entry in entries if entry.question.status == "current"]
    questions = {
        entry.id: [
            entry.question.revision,
            page_numbers[entry.question.page_path],
            entry.question.difficulty,
            [numbers[objective] for objective in entry.question.objectives],
            *([entry.question.status] if entry.question.status != "current" else []),
        ]
        for entry in entries
    }
    revisions = "".join(f"{entry.id} {entry.question.revision}\n" for entry in entries)
    return {
        "version": 1,
        "bank": hashlib.sha256(revisions.encode()).hexdigest()[:8],
        "exams": {
            code: _exam(exam, language, assign_domains(current, code, exam), entries)
            for code, exam in bank.facts.exams.items()
        },
        "pages": [[page_url(page), bank.pages.title(page, language).replace("`", "")] for page in pages],
        "drills": {key: list(pages) for key, pages in DRILLS.items()},
        "objectives": objectives,
        "questions": questions,
    }


def _exam(exam: Exam, language: Language, domains: dict[str, str], entries: Sequence[Entry]) -> _Json:
    """Return an exam's forms and blueprint, and one character for each question: the domain it counts for."""
    beta = exam.beta
    return {
        "status": exam.status,
        "questions": exam.questions,
        "minutes": exam.minutes,
        **({"beta": {"code": beta.code, "questions": beta.questions, "minutes": beta.minutes}} if beta else {}),
        "domains": {key: [domain.weight, domain.title[language]] for key, domain in exam.domains.items()},
        "tasks": {key: task.title[language] for domain in exam.domains.values() for key, task in domain.tasks.items()},
        "counted": "".join(domains.get(entry.id, "-") for entry in entries),
    }


def _section(bank: Bank, entry: Entry, language: Language) -> tuple[str, str] | None:
    path, heading = entry.question.page_path, entry.question.heading
    if not heading:
        return None
    return f"{page_url(path)}#{heading}", bank.pages.title(path, language, heading)


def _encoded(value: _Json) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()


def _hash(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()[:8]
