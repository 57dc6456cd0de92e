"""Compare facts/limits.yml with the AWS API model in botocore, and list what was not reviewed recently."""

import argparse
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from macros.facts import EXAMS, FEATURES, LIMITS, OTHER_EXAMS, Facts, load_facts
from macros.language import LANGUAGES, Language, system_language
from macros.pages.index import read_pages
from macros.problems import Position
from macros.reports.freshness import STALE_AFTER, is_stale
from scripts.arguments import number_of_days
from scripts.paths import ROOT

if TYPE_CHECKING:
    from scripts.api_model import Difference

MESSAGES: dict[str, dict[Language, str]] = {
    "bound": {
        "pt": "{key}: o arquivo diz {said}; o modelo da API diz {found} ({place})",
        "en": "{key}: the file says {said}; the API model says {found} ({place})",
    },
    "names": {
        "pt": "{key}: o arquivo diz {said}; o modelo da API diz {found} ({place}); "
        "só no arquivo: {gone}; só no modelo: {new}",
        "en": "{key}: the file says {said}; the API model says {found} ({place}); "
        "only in the file: {gone}; only in the model: {new}",
    },
    "lacks": {
        "pt": "{key}: o arquivo diz {said}; o modelo da API não tem {gone} ({place}); parecidos lá: {found}",
        "en": "{key}: the file says {said}; the API model has no {gone} ({place}); like it there: {found}",
    },
    "nowhere": {
        "pt": "{key}: o arquivo aponta para {said}, que o modelo da API não tem ({place}); parecido lá: {found}",
        "en": "{key}: the file points to {said}, which the API model does not have ({place}); like it there: {found}",
    },
    "silent": {
        "pt": "{key}: o arquivo cita “{said}”; o modelo da API não diz isso ({place}), o mais próximo é “{found}”",
        "en": "{key}: the file quotes “{said}”; the API model does not say so ({place}), the nearest is “{found}”",
    },
    "unstated": {
        "pt": "{key}: o arquivo diz {said}; a frase que ele cita do modelo da API diz “{found}” ({place})",
        "en": "{key}: the file says {said}; the phrase that it quotes from the API model says “{found}” ({place})",
    },
    "no_phrase": {
        "pt": "{key}: o arquivo não cita nenhuma frase em `phrase`; o modelo da API diz “{found}” ({place})",
        "en": "{key}: the file quotes no phrase in `phrase`; the API model says “{found}” ({place})",
    },
    "stale": {
        "pt": "aviso: {key}: a última revisão, em {reviewed}, foi há {age} dias",
        "en": "warning: {key}: the last review, on {reviewed}, was {age} days ago",
    },
}
_HELP: dict[Language, str] = {
    "pt": "compare com {source}, corrija o limite e seu `reviewed`; ele é citado em: {pages}",
    "en": "compare with {source}, fix the limit and its `reviewed`; it is quoted on: {pages}",
}
_STALE_HELP: dict[Language, str] = {
    "pt": "compare com {source} e ponha em `reviewed` o dia em que você comparou",
    "en": "compare with {source} and put the day on which you did so in `reviewed`",
}
_LABEL: dict[Language, str] = {"pt": "ajuda", "en": "help"}
_NO_PAGE: dict[Language, str] = {"pt": "nenhuma página", "en": "no page"}
_SUMMARY: dict[Language, str] = {
    "pt": "{limits} limites, {checked} conferidos com o botocore {version}, {mismatches} divergência(s), "
    "{alone} apoiados só em uma página; {stale} revisão(ões) com mais de {days} dias",
    "en": "{limits} limits, {checked} checked against botocore {version}, {mismatches} mismatch(es), "
    "{alone} resting on a page alone; {stale} review(s) older than {days} days",
}


@dataclass(frozen=True)
class Review:
    """When somebody last compared a limit, feature or exam with its source, and where the file says so."""

    file: str
    path: tuple[str, ...]
    source: str
    day: date


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the verb's arguments."""
    parser.add_argument("--lang", choices=LANGUAGES, default=system_language(), help="language of the messages")
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

    language: Language = options.lang
    facts, problems = load_facts(ROOT)
    for problem in problems:
        print(problem.text(language))
    if problems:
        return 1
    model = ApiModel()
    differences = {key: found for key, limit in facts.limits.items() if (found := model.difference(limit))}
    _print_differences(facts, differences, language)
    stale = _print_stale(facts, options.stale, language)
    checked = sum(limit.botocore is not None for limit in facts.limits.values())
    counts = {"limits": len(facts.limits), "checked": checked, "alone": len(facts.limits) - checked}
    results = {"mismatches": len(differences), "stale": stale, "days": options.stale, "version": model.version}
    print(_SUMMARY[language].format_map({**counts, **results}))
    return 1 if differences else 0


def _print_differences(facts: Facts, differences: "dict[str, Difference]", language: Language) -> None:
    pages, tree = quoting_pages(ROOT, facts), facts.trees[LIMITS]
    for key, difference in differences.items():
        place = tree.position_of((*key.split(".", 1), *difference.at))
        message = MESSAGES[difference.kind][language].format(key=key, **difference.words)
        quoted = ", ".join(pages.get(key, [])) or _NO_PAGE[language]
        _print(LIMITS, place, message, _HELP[language].format(source=facts.limits[key].source, pages=quoted), language)


def _print_stale(facts: Facts, days: int, language: Language) -> int:
    """Print the reviews that are older than a number of days, and return how many they are."""
    today = datetime.now(UTC).date()
    stale = [review for review in reviews(facts) if is_stale(review.day, today, days)]
    for review in stale:
        place = facts.trees[review.file].position_of((*review.path, "reviewed"))
        words = {"key": ".".join(review.path), "reviewed": review.day, "age": (today - review.day).days}
        message = MESSAGES["stale"][language].format_map(words)
        _print(review.file, place, message, _STALE_HELP[language].format(source=review.source), language)
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


def _print(file: str, place: Position, message: str, help_: str, language: Language) -> None:
    print(f"{file}:{place.line}:{place.column}: {message}\n    {_LABEL[language]}: {help_}")
