"""Compare facts/limits.yml with the AWS API model in botocore, and list what was not reviewed recently."""

import argparse
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from macros.facts import EXAMS, FEATURES, LIMITS, OTHER_EXAMS, Facts, load_facts
from macros.language import LANGUAGES
from macros.pages.index import read_pages
from macros.problems import Position, located
from macros.reports.freshness import STALE_AFTER, is_stale
from scripts.arguments import number_of_days
from scripts.messages import Messages

if TYPE_CHECKING:
    from scripts.api_model import Difference


@dataclass(frozen=True)
class Review:
    """When somebody last compared a limit, feature or exam with its source, and where the file says so."""

    file: str
    path: tuple[str, ...]
    source: str
    day: date


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the verb's arguments."""
    parser.add_argument(
        "--stale",
        type=number_of_days,
        default=STALE_AFTER,
        metavar="DAYS",
        help="warn of limits, features and exams last reviewed more than DAYS days ago (default: %(default)s)",
    )


def run(options: argparse.Namespace) -> int:
    """Print mismatches and old reviews; 1 if a limit does not match, or if the facts cannot be read."""
    # The other verbs start sooner without botocore.
    from scripts.api_model import ApiModel  # noqa: PLC0415

    say = Messages("facts", options.lang)
    facts, problems = load_facts(options.root)
    for problem in problems:
        print(problem.text(say.language))
    if problems:
        return 1
    model = ApiModel()
    differences = {key: found for key, limit in facts.limits.items() if (found := model.difference(limit))}
    _print_differences(facts, differences, quoting_pages(options.root, facts), say)
    stale = _print_stale(facts, options.stale, say)
    checked = sum(limit.botocore is not None for limit in facts.limits.values())
    counts = {"limits": len(facts.limits), "checked": checked, "alone": len(facts.limits) - checked}
    results = {"mismatches": len(differences), "stale": stale, "days": options.stale, "version": model.version}
    print(say("summary", **counts, **results))
    return 1 if differences else 0


def _print_differences(
    facts: Facts, differences: "dict[str, Difference]", pages: Mapping[str, list[str]], say: Messages
) -> None:
    tree = facts.trees[LIMITS]
    for key, difference in differences.items():
        place = tree.position_of((*key.split(".", 1), *difference.at))
        message = say(difference.kind, key=key, **difference.words)
        quoted = ", ".join(pages.get(key, [])) or say("no_page")
        _print(LIMITS, place, message, say("help", source=facts.limits[key].source, pages=quoted), say)


def _print_stale(facts: Facts, days: int, say: Messages) -> int:
    """Print the reviews that are older than a number of days, and return how many they are."""
    today = datetime.now(UTC).date()
    stale = [review for review in reviews(facts) if is_stale(review.day, today, days)]
    for review in stale:
        place = facts.trees[review.file].position_of((*review.path, "reviewed"))
        message = say("stale", key=".".join(review.path), reviewed=review.day, age=(today - review.day).days)
        _print(review.file, place, message, say("stale_help", source=review.source), say)
    return len(stale)


def reviews(facts: Facts) -> Iterator[Review]:
    """Yield the review of every limit, feature and exam."""
    for key, limit in facts.limits.items():
        yield Review(LIMITS, tuple(key.split(".", 1)), limit.source, limit.reviewed)
    for key, feature in facts.features.items():
        yield Review(FEATURES, (key,), feature.source, feature.reviewed)
    for code, exam in facts.exams.items():
        yield Review(EXAMS, (code,), exam.official, exam.reviewed)
    for code, other in facts.other_exams.items():
        yield Review(OTHER_EXAMS, (code,), other.official, other.reviewed)


def quoting_pages(root: Path, facts: Facts) -> dict[str, list[str]]:
    """Return the pages of the first edition that quote each limit, by itself or with its whole section.

    Args:
        root: the folder that holds docs/.
        facts: the limits; a key or section that they lack is left out.

    Returns:
        By the limit's key, paths such as "docs/pt/inference/async.md", sorted; an unquoted limit has none.
    """
    pages: dict[str, list[str]] = defaultdict(list)
    index, _ = read_pages(root)
    for page in index.pages[LANGUAGES[0]].values():
        calls = (call for call in page.document.calls if call.name in {"limit", "limits"})
        named = {name for call in calls for name in call.arguments}
        quoted = {key for name in named for key in (facts.section(name) or [name])}
        for key in quoted & facts.limits.keys():
            pages[key].append(page.document.label)
    return pages


def _print(file: str, place: Position, message: str, advice: str, say: Messages) -> None:
    print(located(f"{file}:{place.line}:{place.column}", message, advice, say.language))
