"""Measures what DESIGN's budgets limit, side by side in one run: `make bench`. Fails where a budget is broken.

It writes banks of generated questions beside the project's own facts and pages, and times whole commands on them.
"""

import gzip
import os
import random
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import sync_playwright

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))  # `make bench` runs this file by its path

from macros.bank import load_bank  # noqa: E402
from scripts.verbs.browser import find_browser  # noqa: E402
from tests.conftest import listening  # noqa: E402
from tests.queries import ask, delay, open_search, queries  # noqa: E402

PAGES = ("inference/async", "inference/serverless", "training/training-jobs", "inference/real-time")
RUNS = 5
WORDS = [
    "endpoint",
    "latency",
    "bucket",
    "container",
    "tuning",
    "instance",
    "variant",
    "request",
    "batch",
    "stream",
    "gateway",
    "payload",
    "queue",
    "label",
    "feature",
    "pipeline",
    "monitor",
    "baseline",
    "shard",
    "checkpoint",
    "traffic",
    "budget",
    "region",
    "policy",
    "cluster",
    "replica",
    "artifact",
    "schedule",
    "metric",
    "threshold",
    "token",
    "vector",
    "notebook",
    "registry",
    "lineage",
    "capture",
    "session",
    "kernel",
    "volume",
    "gradient",
    "epoch",
    "schema",
    "manifest",
]


def generated_question(number: int) -> str:
    """Return a valid question of the bank's usual size, unlike its neighbours."""
    pick = random.Random(number)  # noqa: S311 - the same bank every time

    def prose(count: int) -> str:
        return " ".join(pick.choice(WORDS) for _ in range(count))

    options = "".join(
        f"  - text: Use the {prose(9)} with number {number}{index}.\n"
        + "    correct: true\n" * (index == number % 4)
        + f"    why:\n      pt: Porque o `{prose(1)}` {prose(14)}.\n      en: Because the `{prose(1)}` {prose(14)}.\n"
        for index in range(4)
    )
    return f"""\
# yaml-language-server: $schema=../schema.json
stem: |
  A company number {number} runs {prose(30)}. The {prose(12)}.

  Which {prose(5)} meets these requirements with the LEAST operational overhead?
options:
{options}takeaway:
  pt: Lembre de {prose(9)}.
  en: Remember {prose(9)}.
sources:
  - https://docs.aws.amazon.com/sagemaker/latest/dg/async-inference.html
objectives: [MLA-C02/3.1, MLS-C01/4.2]
page: {PAGES[number % len(PAGES)]}
difficulty: {number % 3 + 1}
reviewed: 2026-11-22
"""


def make_project(folder: Path, questions: int) -> Path:
    """Write a project with a generated bank and return its root."""
    for part in ("macros", "scripts"):
        shutil.copytree(ROOT / part, folder / part, ignore=shutil.ignore_patterns("__pycache__"))
    for part in ("facts", "docs"):
        (folder / part).symlink_to(ROOT / part)
    for number in range(questions):
        file = folder / "quizzes" / f"topic-{number % 20}" / f"question-{number}.yml"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(generated_question(number), "utf-8")
    return folder


def add_site(folder: Path) -> Path:
    """Give a project all that a build needs, and each page of its questions a place that shows them."""
    for part in ("mkdocs.yml", "mkdocs.en.yml", "overrides"):
        (folder / part).symlink_to(ROOT / part)
    (folder / "docs").unlink()
    shutil.copytree(ROOT / "docs", folder / "docs")
    for topic in (ROOT / "quizzes").iterdir():
        if topic.is_dir():  # pages name some of these questions
            shutil.copytree(topic, folder / "quizzes" / topic.name, dirs_exist_ok=True)
    for page in PAGES:
        for language in ("pt", "en"):
            file = folder / "docs" / language / f"{page}.md"
            text = file.read_text("utf-8")
            if f'quiz("{page}")' not in text:
                file.write_text(f'{text}\n## Questions {{ #questions }}\n\n{{{{ quiz("{page}") }}}}\n', "utf-8")
    return folder


def search_delay(project: Path) -> float:
    """Return the 95th percentile of the milliseconds from key stroke to results, on a processor four times slower."""
    site = project / "site"
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    build = [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "--site-dir", str(site)]
    subprocess.run(build, cwd=project, env=environment, check=True)
    texts = [query.text for query in queries("golden", load_bank(ROOT).pages.paths) if query.language == "en"][::2]
    with listening(site) as port, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_browser(), args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": 360, "height": 800})
        page.goto(f"http://127.0.0.1:{port}/en/")
        open_search(page)
        page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": 4})
        typed = [text[: end + 1] for text in texts for end in range(len(text))]
        delays = sorted(delay(answer, 4) for answer in ask(page, typed))
        browser.close()
    return delays[int(len(delays) * 0.95)]


def seconds(action: Callable[[], object]) -> float:
    """Return the median of how long an action takes, after one run to warm up."""
    times = []
    for run in range(RUNS + 1):
        start = time.perf_counter()
        action()
        if run:
            times.append(time.perf_counter() - start)
    return statistics.median(times)


def command(root: Path, *arguments: str) -> Callable[[], object]:
    """Return an action that runs a Python command in a project and insists that it succeeds."""
    return lambda: subprocess.run([sys.executable, *arguments], cwd=root, check=True, stdout=subprocess.DEVNULL)


RENDER = """
import pathlib
from macros.bank import load_bank
from macros.rendering.questions import render_question
bank = load_bank(pathlib.Path.cwd())
assert not bank.errors
for entry in bank.entries.values():
    for language in ("pt", "en"):
        render_question(entry, language, 1)
"""


# What a page asks for, beyond the theme: without a question, with one, and once a reader has answered.
LOADER = ["javascripts/loader.js"]
QUIZ = [
    *LOADER,
    "javascripts/quiz/exam-question.js",
    "javascripts/quiz/exam-summary.js",
    "javascripts/quiz/grading.js",
    "javascripts/quiz/progress.js",
    "javascripts/quiz/question-keys.js",
    "stylesheets/exam-question.css",
]
ANSWERED = [
    "javascripts/quiz/dealing.js",
    "javascripts/quiz/exam-end.js",
    "javascripts/quiz/progress-index.js",
    "javascripts/quiz/progress-marks.js",
    "javascripts/quiz/redeal.js",
    "javascripts/theme/address.js",
]


def kilobytes(files: list[str]) -> float:
    """Return what files weigh on the wire, each compressed by itself, in kB."""
    assets = ROOT / "overrides" / "assets"
    return sum(len(gzip.compress((assets / file).read_bytes())) for file in files) / 1000


def main() -> int:
    """Print each figure with its budget; 1 if one is broken."""
    broken = 0
    with tempfile.TemporaryDirectory() as folder:
        projects = {count: make_project(Path(folder) / str(count), count) for count in (0, 500, 1000, 5000)}
        rendering = {count: seconds(command(root, "-c", RENDER)) for count, root in projects.items()}
        per_question = (rendering[1000] - rendering[0]) / 1000 * 1e3
        growth = (rendering[5000] - rendering[0]) / (rendering[500] - rendering[0])
        validate = seconds(command(projects[1000], "-m", "scripts", "validate"))
        search = {count: search_delay(add_site(projects[count])) for count in (0, 5000)}
    for name, figure, budget, unit in (
        ("load, check and render one question, both editions", per_question, 1.0, "ms"),
        ("growth from 500 to 5,000 questions", growth, 11.0, "times"),
        ("validate 1,000 question files, start-up included", validate, 1.5, "s"),
        ("script on a page without a question, gzip", kilobytes(LOADER), 1.0, "kB"),
        ("script and style on a page with a question, gzip", kilobytes(QUIZ), 10.0, "kB"),
        ("script that comes with the first answer, gzip", kilobytes(ANSWERED), 3.0, "kB"),
        ("key stroke to results, 4x slower processor, 95th percentile", search[0], 100.0, "ms"),
        ("the same with 5,000 questions", search[5000], 100.0, "ms"),
    ):
        verdict = "ok" if figure <= budget else "BROKEN"
        broken += figure > budget
        print(f"{name}: {figure:.2f} {unit} (budget {budget:g}) {verdict}")
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main())
