"""The practice pages: an empty question, the words and the controls that scripts bring to life."""

from datetime import date
from html import escape
from typing import Any

from macros.bank import Bank
from macros.language import LANGUAGES, Language
from macros.pages.addresses import PageContext, edit_url, page_url, report_url
from macros.problems import Position
from macros.questions.entry import Entry
from macros.questions.model import Option, Question
from macros.reading.nodes import Node
from macros.rendering.questions import (
    Section,
    Surroundings,
    environment,
    render_about,
    render_question,
    single_line,
)
from macros.rendering.words import STRINGS
from macros.rendering.words import sections as strings
from macros.text import Text

# Pages whose features candidates take for one another, by the key of their name in strings/xx.yml.
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


def words(language: Language, *parts: str) -> dict[str, str]:
    """Return the words of some parts of the practice pages in one language, by key."""
    practice = strings(language)["practice"]
    return {str(key): text for part in parts for key, text in practice[part].items()}


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
    text = Text(**dict.fromkeys(LANGUAGES, "-"))
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
        kind: "session", "mock", "board", "review", "offline" or "index".
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
            session=page.link_to("practice/session"),
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
    return sorted({entry.question.page_path for entry in bank.entries.values() if entry.question.is_visible})


def _title(bank: Bank, path: str, language: Language) -> str:
    return escape(bank.pages.title(path, language).replace("`", ""), quote=False)
