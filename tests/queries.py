"""Search queries with the pages that answer them, and the site's search as a reader meets it."""

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from playwright.sync_api import Page, expect

from macros.pages.addresses import page_url

FOLDER = Path(__file__).resolve().parent / "search"
INPUT = ".md-search__input"
LIST = ".md-search-result__list"
RESULTS = f"{LIST} > li"


@dataclass(frozen=True)
class Query:
    """What a reader types in one edition, and the pages that answer it, each as good as the others."""

    language: str
    text: str
    pages: tuple[str, ...]

    def answered_by(self, results: list[str]) -> bool:
        """Return whether one of these pages, by their addresses below the edition's root, answers."""
        return any(page_url(page) in results for page in self.pages)


def queries(name: str, existing: list[str]) -> Iterator[Query]:
    """Yield the queries of a file of tests/search/, without the pages that do not exist yet.

    Args:
        name: "golden" or "holdout".
        existing: the paths of the pages that there are; a query whose pages are all missing is left out.
    """
    with (FOLDER / f"{name}-queries.tsv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            pages = tuple(page for page in row["pages"].split(",") if page in existing)
            if pages:
                yield Query(row["lang"], row["query"], pages)


def limit_questions() -> Iterator[tuple[str, str, list[str]]]:
    """Yield the language and text of each question for a number, and the keys of the limits that answer it, if any."""
    with (FOLDER / "limit-queries.tsv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            yield row["lang"], row["query"], (row["limits"] or "").split(",") if row["limits"] else []


# Types each text, waits until its results stand on the page, and returns the address of each result's page.
ASK = """async (texts) => {
  const input = document.querySelector(".md-search__input");
  const list = document.querySelector(".md-search-result__list");
  const found = [];
  for (const text of texts) {
    input.value = text;
    const started = performance.now();
    const shown = list.dataset.query !== text && new Promise((resolve, reject) => {
      setTimeout(() => reject(new Error(`no results for ${text}`)), 60_000);
      const observer = new MutationObserver(() => {
        if (list.dataset.query !== text) return;
        observer.disconnect();
        resolve();
      });
      observer.observe(list, { attributes: true });
    });
    input.dispatchEvent(new Event("input", { bubbles: true }));
    await shown;
    const took = performance.now() - started;
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
    const links = [...list.querySelectorAll(".site-search__page")].map((link) => new URL(link.href).pathname);
    const labels = [...document.querySelectorAll(".site-search__label")].map((label) => label.textContent);
    found.push({ text, links, labels, took, worker: Number(list.dataset.took) });
  }
  return found;
}"""


def open_search(page: Page) -> None:
    """Open the search and wait until it has loaded what it needs."""
    page.evaluate("document.activeElement?.blur()")
    page.keyboard.press("/")
    type_query(page, "endpoint")


def type_query(page: Page, text: str) -> None:
    """Type a text and wait for its results."""
    page.locator(INPUT).fill(text)
    # Not wait_for_function, which evaluates a string in the page: the site's policy forbids that.
    expect(page.locator(LIST)).to_have_attribute("data-query", text, timeout=30_000)


def starts_with(address: str) -> re.Pattern[str]:
    return re.compile(f"^{re.escape(address)}")


def ask(page: Page, texts: list[str]) -> list[dict[str, Any]]:
    """Type texts one after another into the open search; return for each its first results and how long they took."""
    answers: list[dict[str, Any]] = page.evaluate(ASK, texts)
    return answers


def delay(answer: dict[str, Any], throttling: int) -> float:
    """Return the milliseconds from key stroke to results on a processor so many times slower.

    The browser slows down the page alone; what the worker took is counted as often as that.
    """
    return float(answer["took"] + (throttling - 1) * answer["worker"])
