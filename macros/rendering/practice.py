"""The practice pages: an empty question, the words and the controls that scripts bring to life."""

import functools
from datetime import date
from html import escape
from pathlib import Path
from typing import Any

import yaml

from macros.bank import Bank
from macros.language import Language
from macros.problems import Position
from macros.questions.model import Explanation, Option, Question
from macros.reading.models import Entry
from macros.reading.nodes import Node
from macros.rendering.page_macros import PageContext, edit_url, page_url, report_url
from macros.rendering.questions import (
    Section,
    Surroundings,
    environment,
    render_about,
    render_question,
    single_line,
)
from macros.rendering.strings import STRINGS

# Pages whose features candidates take for one another, by the key of their name in practice_words.yml.
DRILLS = {
    "serving": ("inference/real-time", "inference/serverless", "inference/async", "inference/batch-transform"),
    "hosting": ("inference/multi-model", "inference/multi-container", "inference/inference-components"),
    "releasing": ("inference/production-variants", "inference/shadow-tests", "inference/deployment-guardrails"),
    "monitoring": (
        "monitoring/data-quality",
        "monitoring/model-quality",
        "monitoring/bias-drift",
        "monitoring/explainability-drift",
    ),
}
# What scripts replace by a question's id in the address that reports it.
QUESTION_ID = "QUESTION-ID"
SECTIONS = ("both", "session", "mock", "board", "review")


@functools.cache
def _words() -> dict[str, dict[str, dict[Language, str]]]:
    text = Path(__file__).with_name("practice_words.yml").read_text("utf-8")
    loaded: dict[str, dict[str, dict[Language, str]]] = yaml.safe_load(text)
    return loaded


def words(language: Language, *sections: str) -> dict[str, str]:
    """Return the words of some sections of practice_words.yml in one language, by key."""
    return {str(key): row[language] for section in sections for key, row in _words()[section].items()}


def block_words(language: Language) -> dict[str, Any]:
    """Return what the words of a question's block depend on: its status, and how many options are to be chosen."""
    strings = STRINGS[language]
    return {
        "question": strings.question,
        "counts": strings.counts,
        "choose": strings.choose,
        "nothing": strings.nothing_chosen,
        "more": strings.choose_more,
        "status": strings.status,
        "about": {
            f"{domain}{level}": render_about(level, domain, language)
            for domain in ("", *strings.domains)
            for level in range(1, len(strings.difficulties) + 1)
        },
        "deck": strings.from_deck,
    }


def render_empty_question(language: Language, repo_url: str) -> str:
    """Return the block of a question that has every part and no content, as HTML on a single line."""
    text = Explanation(pt="-", en="-")
    question = Question(
        stem="scenario\n\nask",
        options=[Option(text="right", correct=True, why=text), Option(text="wrong", why=text)],
        takeaway=text,
        sources=["https://docs.aws.amazon.com/"],
        objectives=["-"],
        page="-#-",
        difficulty=1,
        reviewed=date(2000, 1, 1),
        status="disputed",
        note=text,
        also_accepted=[["b"]],
    )
    around = Surroundings(
        section=Section("#", "-"),
        report_url=report_url(repo_url, QUESTION_ID, language) if repo_url else "",
        edit_url=edit_url(repo_url, f"quizzes/{QUESTION_ID}.yml") if repo_url else "",
    )
    return render_question(Entry("practice/empty", "", question, Node("mapping", Position())), language, 0, around)


def render_practice(kind: str, bank: Bank, language: Language, page: PageContext, repo_url: str) -> str:
    """Return a practice page's elements as HTML on a single line.

    Args:
        kind: "session", "mock", "board", "review" or "index".
        bank: whose pages and exams the controls name.
        language: of the edition.
        page: the page itself, from which links count.
        repo_url: where a reader reports a problem; empty for nowhere.
    """
    sections = ("both",) if kind == "index" else ("both", kind)
    shown = words(language, *sections)
    counted = {path: len(bank.on_page(path)) for path in _pages(bank)}
    html = (
        environment()
        .get_template(f"practice_{kind}.html")
        .render(
            w=shown,
            words={**shown, "block": block_words(language)},
            root=page.link_to("index"),
            empty=render_empty_question(language, repo_url) if kind in {"session", "mock"} else "",
            exams=bank.facts.exams,
            language=language,
            drills=DRILLS,
            topics=sorted({entry.id.partition("/")[0] for entry in bank.entries.values()}),
            pages=[(path, _title(bank, path, language), page_url(path), count) for path, count in counted.items()],
        )
    )
    return single_line(html)


def practice_link(page: PageContext, text: str, query: str, kind: str = "session") -> str:
    """Return a link that begins a session, or an exam, at once; MkDocs would take its address for that of a heading.

    Args:
        page: where the link is.
        text: what it says, as plain text.
        query: what is asked for, such as "page=inference/async&n=10&state=missed".
        kind: "session" or "mock-exam".
    """
    return f'<a href="{page.link_to(f"practice/{kind}")}#{escape(query)}">{escape(text)}</a>'


def _pages(bank: Bank) -> list[str]:
    return sorted({entry.question.page_path for entry in bank.entries.values() if entry.question.is_shown})


def _title(bank: Bank, path: str, language: Language) -> str:
    return escape(bank.pages.title(path, language).replace("`", ""), quote=False)
