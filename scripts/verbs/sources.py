"""Ask for every external page that is cited: is it there, unmoved, with its anchor, and without a new notice?"""

import argparse
import json
import sys
from pathlib import Path

from macros.facts import load_facts
from macros.language import Language
from scripts.messages import Messages
from scripts.sources.cache import Cache
from scripts.sources.checks import OFFICIAL, Finding, judge
from scripts.sources.citations import Citation, citations
from scripts.sources.fetching import Answer, Fetcher, Limits
from scripts.sources.report import as_json, lines, markdown, summary

_DAY = 24 * 3600


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the verb's arguments."""
    parser.add_argument("paths", nargs="*", type=Path, help="files or folders whose sources to check; all by default")
    parser.add_argument("--format", choices=("text", "markdown", "json"), default="text")
    parser.add_argument(
        "--report",
        type=Path,
        metavar="FILE",
        help="write the Markdown report to FILE as well; nothing is in it where no source is wrong",
    )
    parser.add_argument("--cache", type=Path, metavar="FILE", help="(default: .cache/sources.json)")
    parser.add_argument("--max-age", type=float, default=3, metavar="DAYS", help="use answers so old (default: 3)")
    parser.add_argument("--pause", type=float, default=1, metavar="SECONDS", help="between two requests to a host")
    parser.add_argument("--deadline", type=float, default=30, metavar="SECONDS", help="for one request")
    parser.add_argument(
        "--back-off", type=float, default=4, metavar="SECONDS", help="before a second try; then doubled"
    )
    parser.add_argument("--official", action="append", metavar="HOST", help="hosts whose notices count")


def run(options: argparse.Namespace) -> int:
    """Print the report, and progress to stderr; 1 where a source is wrong, 2 where a path does not exist."""
    language: Language = options.lang
    missing = [path for path in options.paths if not path.exists()]
    if missing:
        print(Messages("any", language)("no_path", path=missing[0]), file=sys.stderr)
        return 2
    facts, problems = load_facts(options.root)
    for problem in problems:
        print(problem.text(language), file=sys.stderr)
    if problems:
        return 1
    cited = citations(options.root, tuple(path.resolve() for path in options.paths))
    answers = _answers(cited, options)
    official = frozenset(options.official or OFFICIAL)
    features = list(facts.features.values())
    findings = [found for citation in cited for found in judge(citation, answers[citation.page], features, official)]
    _print(findings, len(cited), options.format, language)
    is_wrong = any(finding.kind != "unsure" for finding in findings)
    if options.report:
        options.report.parent.mkdir(parents=True, exist_ok=True)
        options.report.write_text(markdown(findings, len(cited), language) if is_wrong else "", "utf-8")
    return 1 if is_wrong else 0


def _answers(cited: list[Citation], options: argparse.Namespace) -> dict[str, Answer]:
    """Return the answer to each page's address, from the cache or from its server, one after the other."""
    cache = Cache(options.cache or options.root / ".cache" / "sources.json", options.max_age * _DAY)
    fetcher = Fetcher(Limits(pause=options.pause, deadline=options.deadline, back_off=options.back_off))
    answers: dict[str, Answer] = {}
    pages = sorted({citation.page for citation in cited})
    try:
        for number, page in enumerate(pages, 1):
            kept = cache.get(page)
            answers[page] = kept or fetcher.fetch(page)
            if kept is None:
                cache.put(page, answers[page])
                answer = answers[page]
                print(f"[{number}/{len(pages)}] {answer.error or answer.status} {page}", file=sys.stderr, flush=True)
    finally:
        cache.save()
    return answers


def _print(findings: list[Finding], checked: int, format_: str, language: Language) -> None:
    if format_ == "json":
        print(json.dumps([as_json(finding) for finding in findings], indent=2))
    elif format_ == "markdown":
        print(markdown(findings, checked, language), end="")
    else:
        for line in lines(findings, language):
            print(line)
        print(summary(findings, checked, language))
