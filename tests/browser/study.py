"""A reader with a past: a log of answers by somebody of known ability, taken in through the dashboard's import."""

import json
import random
import time
from typing import Any

from playwright.sync_api import Page, expect

from macros.bank import Bank
from macros.reports.domains import assign_domains
from tests.browser.practice import shown
from tests.conftest import Site

BOARD = "practice/"
EXAM = "MLA-C02"
DAY = 86_400_000


def now() -> int:
    return int(time.time() * 1000)


def domains(bank: Bank) -> dict[str, str]:
    """Return the domain that each question of the exam counts for."""
    current = [entry for entry in bank.entries.values() if entry.question.status == "current"]
    return assign_domains(sorted(current, key=lambda entry: entry.id), EXAM, bank.facts.exams[EXAM])


def past(bank: Bank, days: int, a_day: int, ability: dict[str, float], seed: int = 1) -> list[dict[str, Any]]:
    """Return the log of a reader who met new questions each day, for so many days before today."""
    chance = random.Random(seed)  # noqa: S311
    of = domains(bank)
    pool = sorted(of)
    chance.shuffle(pool)
    rows = []
    for back in range(days, 0, -1):
        for place in range(a_day):
            question_id = pool.pop()
            right = chance.random() < ability[of[question_id]]
            row = {
                "id": question_id,
                "revision": bank.entries[question_id].question.revision,
                "at": now() - back * DAY + place * 60_000,
                "right": right,
                "sure": right or chance.random() < 0.3,
                "ms": 60_000,
                "source": "session",
            }
            rows.append(row)
    return rows


def take_in(page: Page, site: Site, rows: list[dict[str, Any]], edition: str = "en/", **goal: object) -> None:
    """Open the dashboard, import a log and a goal, and open it again."""
    page.goto(f"{site.address}{edition}{BOARD}")
    shown(page, "board")
    settings = [{"key": "goal", "value": {"exam": EXAM, **goal}, "at": now()}]
    content = {"version": 2, "log": rows, "settings": settings}
    file = {"name": "x.json", "mimeType": "application/json", "buffer": json.dumps(content).encode()}
    page.locator("[type=file]").set_input_files([file])  # type: ignore[list-item]
    expect(page.locator(".study__said")).not_to_be_empty()
    page.reload()
    shown(page, "board")
