"""Measure everything side by side in one run, and write it down: reports/bench.md, reports/bench.json.

QUICK=1 takes each figure once, with small banks; KEEP=1 also puts the result where the site's page about it reads it.
"""

import json
import os
import platform
import sys
import tempfile
import time
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from tests.bench import browsers, projects, sizes
from tests.bench.measuring import Run, Spread, run
from tests.bench.report import KEPT, Result, as_markdown
from tests.conftest import ROOT, copy_project

QUICK = os.environ.get("QUICK") == "1"
RUNS = 1 if QUICK else int(os.environ.get("RUNS", "5"))
COUNTS = (0, 500) if QUICK else (0, 500, 2000, 5000)
FILES = (1000,) if QUICK else (1000, 10_000)
TOOLS = ("ours", "peer")
# What is saved to see how soon the browser shows it: a file, and a text of it that the page shows as it is.
SAVED = {
    "page": ("docs/pt/training/containers.md", "todo treino e toda inferência rodam em um container"),
    "question": ("quizzes/training/containers-gpu.yml", "Bundle the NVIDIA drivers"),
}
_RENDER = """
import pathlib
from macros.bank import load_bank
from macros.rendering.blocks import Place
from macros.calls.quizzes import Quizzes
from macros.pages.addresses import PageContext
bank = load_bank(pathlib.Path.cwd())
assert not bank.errors
for language in ("pt", "en"):
    for entry in bank.entries.values():
        quizzes = Quizzes(bank, language, PageContext(entry.question.page_path, {}))
        quizzes.block(Place(entry.id, 1, entry.id))
"""


class Progress:
    """A bar on the terminal: how far, and what is being measured."""

    def __init__(self, total: int) -> None:
        self._total, self._done = total, 0

    def step(self, what: str) -> None:
        """Show what begins now."""
        width = 30 * self._done // self._total
        bar = "#" * width + "-" * (30 - width)
        print(f"\r[{bar}] {self._done}/{self._total} {what:<44}", end="", file=sys.stderr, flush=True)
        self._done += 1


def main() -> int:
    """Measure, write, and return 1 if a budget is broken."""
    progress = Progress(1 + len(COUNTS) + RUNS * (2 * len(COUNTS) + len(FILES) + 2) + 6)
    with tempfile.TemporaryDirectory() as folder:
        result = _measure(Path(folder), progress)
    print(file=sys.stderr)
    reports = ROOT / "reports"
    reports.mkdir(exist_ok=True)
    text = json.dumps(result, indent=1, ensure_ascii=False) + "\n"
    (reports / "bench.json").write_text(text, "utf-8")
    if os.environ.get("KEEP") == "1":
        (ROOT / KEPT).write_text(text, "utf-8")
    markdown = as_markdown(result)
    (reports / "bench.md").write_text(markdown, "utf-8")
    print(markdown)
    return 0 if all(row["met"] for row in result["budgets"]) else 1


def _measure(folder: Path, progress: Progress) -> Result:
    progress.step("the other tool's environment")
    projects.peer_python()
    roots: dict[tuple[str, int], Path] = {}
    for count in COUNTS:
        progress.step(f"writing {count} questions")
        roots["ours", count] = projects.make_ours(folder / f"ours-{count}", count)
        roots["peer", count] = projects.make_peer(folder / f"peer-{count}", roots["ours", count], count)
    # One tool after the other in each round: what else the machine does then burdens both.
    builds: dict[tuple[str, int], list[Run]] = {key: [] for key in roots}
    for _ in range(RUNS):
        for (tool, count), root in roots.items():
            progress.step(f"{tool}: one edition, {count} questions")
            builds[tool, count].append(run(*projects.command(root, tool, folder / f"site-{tool}-{count}")))
    result: Result = {
        "date": datetime.now(UTC).date().isoformat(),
        "machine": _machine(),
        "runs": RUNS,
        "peer": projects.PEER,
        "builds": {tool: {str(count): _spreads(builds[tool, count]) for count in COUNTS} for tool in TOOLS},
        "pages": {tool: sizes.pages(folder / f"site-{tool}-{COUNTS[1]}") for tool in TOOLS},
        "bytes_per_question": {
            tool: round(
                (sizes.total(folder / f"site-{tool}-{COUNTS[1]}") - sizes.total(folder / f"site-{tool}-0")) / COUNTS[1]
            )
            for tool in TOOLS
        },
    }
    result |= _ours(folder, roots, progress)
    result["marginal"] = {tool: _marginal(result["builds"][tool]) for tool in TOOLS}
    result["budgets"] = _budgets(result)
    return result


def _ours(folder: Path, roots: dict[tuple[str, int], Path], progress: Progress) -> dict[str, Any]:
    """Return what is measured of this project alone."""
    validated: dict[str, list[Run]] = {str(count): [] for count in FILES}
    whole: list[Run] = []
    rendered: dict[int, list[Run]] = {0: [], COUNTS[1]: []}
    banks = {
        count: roots.get(("ours", count)) or projects.make_ours(folder / f"files-{count}", count) for count in FILES
    }
    for _ in range(RUNS):
        for count, root in banks.items():
            progress.step(f"validate {count} files")
            validated[str(count)].append(run([sys.executable, "-m", "scripts", "validate"], root))
        progress.step("both editions, the project's own questions")
        whole.append(
            run([sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(folder / "site")], ROOT)
        )
        progress.step("load, check, render")
        for count, runs in rendered.items():
            runs.append(run([sys.executable, "-c", _RENDER], roots["ours", count]))
    load = (_median(rendered[COUNTS[1]]) - _median(rendered[0])) / COUNTS[1] * 1000
    times = 1 if QUICK else max(RUNS, 3)
    progress.step("search, few and many questions")
    searched = {str(count): browsers.search_delay(folder / f"site-ours-{count}").as_data() for count in (0, COUNTS[-1])}
    progress.step("first answer on a phone")
    answer = browsers.first_answer(folder / "site", "inference/serverless/", times).as_data()
    project = folder / "served"
    project.mkdir()
    copy_project(project)
    saved = {}
    for what, (file, old) in SAVED.items():
        progress.step(f"save a {what}")
        saved[what] = browsers.save_to_browser(project, file, "training/containers/", old, times).as_data()
    return {
        "validate": {count: _spreads(runs) for count, runs in validated.items()},
        "whole": _spreads(whole),
        "per_question_both_editions_ms": round(load, 3),
        "search_ms": searched,
        "first_answer_s": answer,
        "save_s": saved,
        "weights_kb": {
            "without a question": round(sizes.assets(sizes.LOADER), 2),
            "with a question": round(sizes.assets(sizes.QUIZ), 2),
            "with the first answer": round(sizes.assets(sizes.ANSWERED), 2),
        },
    }


def _median(runs: list[Run]) -> float:
    return Spread.of([one.cpu for one in runs]).median


def _spreads(runs: list[Run]) -> dict[str, Any]:
    return {
        "wall": Spread.of([one.wall for one in runs]).as_data(),
        "cpu": Spread.of([one.cpu for one in runs]).as_data(),
        "memory_mb": round(Spread.of([one.memory / 1e6 for one in runs]).median),
    }


def _marginal(builds: dict[str, Any]) -> dict[str, float]:
    """Return the milliseconds that one more question adds to a build of one edition, by number of questions."""
    zero = builds["0"]["cpu"]["median"]
    return {
        count: round((row["cpu"]["median"] - zero) / int(count) * 1000, 3)
        for count, row in builds.items()
        if count != "0"
    }


def _machine() -> str:
    info = Path("/proc/cpuinfo")
    names = (
        [line.partition(":")[2].strip() for line in info.read_text().splitlines() if line.startswith("model name")]
        if info.is_file()
        else []
    )
    name = names[0] if names else platform.processor() or platform.machine()
    return f"{name}, {os.cpu_count()} cores, {platform.system()}, Python {platform.python_version()}"


def _budgets(result: Result) -> list[dict[str, Any]]:
    """Return each budget with what was measured; builds by the processor, which other work disturbs less."""
    largest, smallest = str(COUNTS[-1]), str(COUNTS[1])
    ours, peer = result["marginal"]["ours"][largest], result["marginal"]["peer"][largest]
    rows: list[tuple[str, float, float, str, bool]] = [
        (
            "load, check and render one question, both editions",
            result["per_question_both_editions_ms"],
            1.0,
            "ms",
            False,
        ),
        ("one more question, whole build of one edition", ours, 1.2, "ms", False),
        ("the same, how many times the other tool needs", peer / ours, 2.0, "times", True),
        ("whole build, both editions, on the clock", result["whole"]["wall"]["median"], 5.0, "s", False),
        ("validate 1,000 files, start-up included", result["validate"]["1000"]["cpu"]["median"], 1.5, "s", False),
        ("save to browser, a page", result["save_s"]["page"]["median"], 2.0, "s", False),
        ("save to browser, a question", result["save_s"]["question"]["median"], 2.0, "s", False),
        ("script on a page without a question, gzip", result["weights_kb"]["without a question"], 1.0, "kB", False),
        (
            "script and style on a page with a question, gzip",
            result["weights_kb"]["with a question"],
            10.0,
            "kB",
            False,
        ),
        ("script that comes with the first answer", result["weights_kb"]["with the first answer"], 3.0, "kB", False),
        (
            f"key stroke to results, slow phone, {largest} questions, 95 %",
            result["search_ms"][largest]["high"],
            100.0,
            "ms",
            False,
        ),
    ]
    if len(COUNTS) > 2:
        own = result["marginal"]["ours"]
        growth = own[largest] * int(largest) / (own[smallest] * int(smallest))
        rows.append((f"growth from {smallest} to {largest} questions", growth, 11.0, "times", False))
    return [
        {
            "what": what,
            "measured": round(measured, 2),
            "budget": budget,
            "unit": unit,
            "at_least": at_least,
            "met": measured >= budget if at_least else measured <= budget,
        }
        for what, measured, budget, unit, at_least in rows
    ]


if __name__ == "__main__":
    started = time.monotonic()
    status = main()
    print(f"{time.monotonic() - started:.0f} s", file=sys.stderr)
    sys.exit(status)
