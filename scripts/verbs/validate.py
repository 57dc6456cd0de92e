"""Report every mistake in questions, facts and pages, each with its place and what to write instead."""

import argparse
import json
import os
import sys
from pathlib import Path

from macros.bank import Bank, load_bank, load_question
from macros.checks.balance import Balance, measure
from macros.language import Language
from macros.problems import Problem
from scripts.messages import Messages

FORMATS = ("text", "github", "json")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the verb's arguments."""
    parser.add_argument("paths", nargs="*", type=Path, help="files or folders to report on; all of them by default")
    parser.add_argument("--strict", action="store_true", help="exit 1 for warnings too")
    default = "github" if os.environ.get("GITHUB_ACTIONS") == "true" else "text"
    parser.add_argument(
        "--format",
        choices=FORMATS,
        default=default,
        help="text for people; github adds annotations and a step summary; json for tools (default: %(default)s)",
    )


def run(options: argparse.Namespace) -> int:
    """Print the problems; 1 if one is an error or, with --strict, a warning; 2 if a path does not exist."""
    for path in options.paths:
        if not path.exists():
            print(Messages("any", options.lang)("no_path", path=path), file=sys.stderr)
            return 2
    from scripts.examples.check import check_examples  # noqa: PLC0415 - the API model takes a while to load

    bank = load_bank(options.root)
    found = sorted([*bank.problems, *check_examples(bank.pages)], key=lambda problem: problem.sort_key)
    problems = [*_wanted(found, options.paths, options.root), *_elsewhere(bank, options.paths, options.root)]
    if options.format == "json":
        print(json.dumps([_as_json(problem, options.lang) for problem in problems], indent=2))
    else:
        _print_text(bank, problems, options.lang)
    if options.format == "github":
        _annotate(problems, options.lang)
    return 1 if any(options.strict or problem.rule.severity == "error" for problem in problems) else 0


def _wanted(problems: list[Problem], paths: list[Path], root: Path) -> list[Problem]:
    """Return the project's problems, or those in or below the paths."""
    resolved = [path.resolve() for path in paths]
    return [
        problem
        for problem in problems
        if not paths or any(path in ((root / problem.path), *(root / problem.path).parents) for path in resolved)
    ]


def _elsewhere(bank: Bank, paths: list[Path], root: Path) -> list[Problem]:
    """Return the problems of question files that lie outside the project, as if they were in its bank."""
    problems: list[Problem] = []
    for path in paths:
        if root.is_relative_to(path.resolve()) or path.resolve().is_relative_to(root):
            continue
        for file in sorted(path.rglob("*.yml")) if path.is_dir() else [path]:
            question_id = f"{file.resolve().parent.name.lower()}/{file.stem}"
            _, found = load_question(file, file.as_posix(), question_id, bank.facts, bank.pages)
            problems += sorted(found, key=lambda problem: problem.sort_key)
    return problems


def _print_text(bank: Bank, problems: list[Problem], language: Language) -> None:
    for problem in problems:
        print(problem.text(language))
    errors = sum(problem.rule.severity == "error" for problem in problems)
    counts = {"questions": len(bank.entries), "errors": errors, "warnings": len(problems) - errors}
    print(Messages("validate", language)("summary", **counts))
    print(balance_text(measure(bank.entries.values()), language))


def balance_text(balance: Balance, language: Language) -> str:
    """Return in one line how the right answers are spread over letters and lengths."""
    letters = ", ".join(
        f"{letter.upper()} {rate.share:.0f}% ({rate.chance:.0f}%)" for letter, rate in balance.positions.items()
    )
    longest = balance.longest
    say = Messages("validate", language)
    return say("balance", letters=letters or "–", share=longest.share, chance=longest.chance)


def _as_json(problem: Problem, language: Language) -> dict[str, object]:
    return {
        "path": problem.path,
        "line": problem.position.line,
        "column": problem.position.column,
        "code": problem.code,
        "severity": problem.rule.severity,
        "message": problem.message(language),
        "help": problem.help(language),
    }


def _annotate(problems: list[Problem], language: Language) -> None:
    """Print a workflow command for each problem, and add a table to the step's summary."""
    for problem in problems:
        properties = {
            "file": problem.path,
            "line": str(problem.position.line),
            "col": str(problem.position.column),
            "title": problem.code,
        }
        shown = ",".join(f"{name}={_escaped(value, ':,')}" for name, value in properties.items())
        text = f"{problem.message(language)}\n{problem.help(language)}"
        print(f"::{problem.rule.severity} {shown}::{_escaped(text)}")
    summary = os.environ.get("GITHUB_STEP_SUMMARY")
    if summary and problems:
        rows = "".join(
            f"| `{problem.place}` | {problem.code} | {_cell(problem.message(language))} "
            f"| {_cell(problem.help(language))} |\n"
            for problem in problems
        )
        with Path(summary).open("a", encoding="utf-8") as file:
            file.write(f"| | | | |\n| --- | --- | --- | --- |\n{rows}")


def _escaped(text: str, more: str = "") -> str:
    """Return a text as GitHub's workflow commands take it: %, line ends and, in properties, colon and comma encoded."""
    for character in "%\r\n" + more:
        text = text.replace(character, f"%{ord(character):02X}")
    return text


def _cell(text: str) -> str:
    return text.replace("\\", "\\\\").replace("|", "\\|").replace("<", "&lt;").replace("\n", " ")
