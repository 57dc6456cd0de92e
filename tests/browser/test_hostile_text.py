"""Payloads in every text field of a question, built into a copy of the site and read in both editions.

They are read without the site's policy, which could only stop more: test_policy.py shows that it does.
"""

import json
import re
import shutil
from collections.abc import Callable, Iterator
from itertools import product

import pytest
import yaml
from playwright.sync_api import Page, expect

from macros.language import LANGUAGES, Language
from tests.browser.pages import settle
from tests.conftest import EDITIONS, Project, Site, copy_mini_project, listening
from tests.questions import GOOD

# One worker takes all of them: the site below is built once.
pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("hostile")]

PAYLOADS = [
    "<script>ran()</script>",
    "<ScRiPt src=data:text/javascript,ran()></sCrIpT>",
    "<img src=x onerror=ran()>",
    "<svg/onload=ran()>",
    "<svg><animate onbegin=ran() attributeName=x dur=1s>",
    "<body onload=ran()>",
    "<iframe srcdoc='<script>parent.ran()</script>'></iframe>",
    "<details open ontoggle=ran()><summary>x</summary></details>",
    "<input autofocus onfocus=ran()>",
    "<math><mtext><table><mglyph><style><!--</style><img title='--&gt;&lt;img src=1 onerror=ran()&gt;'>",
    "<noscript><p title='</noscript><img src=x onerror=ran()>'>",
    "<template><script>ran()</script></template>",
    "</exam-question></form></fieldset><script>ran()</script>",
    "</script><script>ran()</script>",
    "--><script>ran()</script><!--",
    "]]><script>ran()</script>",
    "\"><script>ran()</script>",
    "' onmouseover='ran()' x='",
    "\" autofocus onfocus=\"ran()\" x=\"",
    "&lt;script&gt;ran()&lt;/script&gt;",
    "&#60;img src=x onerror=ran()&#62;",
    "`<img src=x onerror=ran()>`",
    "``` <img src=x onerror=ran()> ```",
    "[x](javascript:ran())",
    "[x](JaVaScRiPt:ran())",
    "[x](java&#115;cript:ran())",
    "[x](data:text/html,<script>ran()</script>)",
    "[x](vbscript:ran())",
    "[x](https://a.example/\"onmouseover=\"ran())",
    "[x](https://a.example 'x\" onmouseover=\"ran()')",
    "[x][r]\n\n[r]: javascript:ran()",
    "<https://a.example/\"onclick=ran()//>",
    "<javascript:ran()>",
    "![x](x\"onerror=\"ran())",
    "![x](javascript:ran())",
    "{{ 7*7 }}{% raw %}<script>ran()</script>{% endraw %}",
    "{{ ''.__class__.__mro__ }}<script>ran()</script>",
    "[TOC] <style>@import 'javascript:ran()'</style>",
    "<p style=\"animation:x\" onanimationstart=ran()>",
    "<a href=\"javascript:ran()\">x</a>",
    "<form action=javascript:ran()><button>x</button></form>",
    "<object data=\"javascript:ran()\"></object><embed src=\"javascript:ran()\">",
    "<base href=https://a.example/><link rel=stylesheet href=x>",
    "<meta http-equiv=refresh content='0;url=javascript:ran()'>",
    "\u2028<script>ran()</script>\u2029",
    "＜script＞ran()＜/script＞",
]  # fmt: skip
# A page of all of them would take far longer than each its share: every answer is told to every question.
PAGES = ("inference/async", "inference/serverless", "inference/multi-model", "inference/batch-transform")
Change = Callable[[dict[str, object], str], None]


def words(field: str, language: str) -> Change:
    return lambda question, text: question.setdefault(field, {"pt": "Nota.", "en": "Note."}).update({language: text})  # type: ignore[attr-defined]


def why(language: str) -> Change:
    return lambda question, text: question["options"][1]["why"].update({language: text})  # type: ignore[index]


FIELDS: dict[str, Change] = {
    "scenario": lambda q, text: q.update(stem=f"{text}\n\n{q['stem']}"),
    "ask": lambda q, text: q.update(stem=f"{q['stem']} {text}"),
    "option": lambda q, text: q["options"][0].update(text=text),  # type: ignore[index]
    "why-pt": why("pt"),
    "why-en": why("en"),
    "takeaway-pt": words("takeaway", "pt"),
    "takeaway-en": words("takeaway", "en"),
    "note-pt": words("note", "pt"),
    "note-en": words("note", "en"),
    "source": lambda q, text: q.update(sources=[f"https://docs.aws.amazon.com/{text}"]),
    "page": lambda q, text: q.update(page=f"inference/async#{text}"),
    "objective": lambda q, text: q.update(objectives=[f"MLA-C02/{text}"]),
}  # fmt: skip


def plant(project: Project) -> set[str]:
    """Write a question for each payload in each field, take away those that the validator refuses; name the rest."""
    for number, payload in enumerate(PAYLOADS):
        for field, change in FIELDS.items():
            question = yaml.safe_load(GOOD.replace("A team hosts", f"Team {number} {field} hosts"))
            question["page"] = PAGES[number % len(PAGES)]
            change(question, payload)
            text = yaml.safe_dump(question, allow_unicode=True, sort_keys=False)
            (project.root / f"quizzes/inference/planted-{number}-{field}.yml").write_text(text, "utf-8")
    report = json.loads(project.verb("validate", "--format", "json").stdout)
    for path in {row["path"] for row in report if row["severity"] == "error" and "/planted-" in row["path"]}:
        (project.root / path).unlink()
    return {file.stem for file in (project.root / "quizzes/inference").glob("planted-*.yml")}


@pytest.fixture(scope="module")
def planted(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Site, set[str]]]:
    project = copy_mini_project(tmp_path_factory.mktemp("hostile"))
    for language, path in product(LANGUAGES, PAGES[2:]):
        folder = project.root / "docs" / language
        shutil.copy(folder / f"{PAGES[1]}.md", folder / f"{path}.md")
    names = plant(project)
    for file in ("mkdocs.yml", "mkdocs.en.yml"):
        project.edit(
            file, "[inference/async.md,", "[inference/multi-model.md, inference/batch-transform.md, inference/async.md,"
        )
    for language in LANGUAGES:
        for path in PAGES:
            page = project.root / f"docs/{language}/{path}.md"
            text = re.sub(r"\{\{ quiz\(.*?\}\}", "", page.read_text("utf-8"))
            page.write_text(f'{text}\n{{{{ quiz("{path}") }}}}\n', "utf-8")
    project.edit("docs/en/inference/async.md", 'description: "', 'description: "\\"Async\\" & <b>: ')
    root = project.root / "site"
    with listening(root) as port:
        address = f"http://127.0.0.1:{port}/"
        result = project.build(SITE_URL=address)
        assert result.returncode == 0, result.stdout[-3000:]
        yield Site(root, address), names


def test_every_free_text_field_lets_payloads_reach_the_page_as_text(planted: tuple[Site, set[str]]) -> None:
    """So that the tests below look at something: only a link or an image is refused before it gets there."""
    _, names = planted
    reached = {field: sum(name.endswith(f"-{field}") for name in names) for field in FIELDS}
    assert {field for field, count in reached.items() if count == 0} <= {"page", "objective", "source"}
    free = {field: count for field, count in reached.items() if count}
    assert min(count for field, count in free.items() if field not in {"page", "objective", "source"}) >= 25, free


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_no_payload_runs_or_becomes_markup(
    page: Page, planted: tuple[Site, set[str]], language: Language, path: str
) -> None:
    site, names = planted
    ran: list[str] = []
    page.expose_function("ran", lambda: ran.append(page.url))
    page.on("dialog", lambda dialog: dialog.dismiss())
    address = f"{site.address}{EDITIONS[language]}{path}/"
    text = site.page(EDITIONS[language] + path)
    assert text.count('http-equiv="Content-Security-Policy"') == 1
    bare = text.replace('http-equiv="Content-Security-Policy"', "")
    page.route(address, lambda route: route.fulfill(body=bare, content_type="text/html; charset=utf-8"))
    page.goto(address)
    own = [name for name in names if PAGES[int(name.split("-")[1]) % len(PAGES)] == path]
    expect(page.locator('exam-question[question-id*="/planted-"]')).to_have_count(len(own))
    settle(page)
    # Answer all, open all, and fire what a pointer or the keyboard would.
    page.evaluate(
        """() => {
          for (const question of document.querySelectorAll("exam-question")) {
            question.querySelector("input").checked = true;
            question.querySelector("form").requestSubmit();
          }
          for (const details of document.querySelectorAll("details")) details.open = true;
          for (const element of document.querySelectorAll("exam-question *, .answer-key *"))
            for (const name of ["mouseover", "focus", "click", "pointerenter", "toggle", "animationstart"])
              if (!element.closest("a[href^=http], button, summary, label")) element.dispatchEvent(new Event(name));
        }"""
    )
    found = page.evaluate(
        """() => [...document.querySelectorAll("exam-question *, .answer-key *")].filter((element) =>
             /^(script|iframe|object|embed|svg|math|img|style|link|meta|base|template|noscript|body)$/i.test(element.tagName)
             || [...element.attributes].some(({ name }) => /^on/i.test(name))
             || !/^https?:/.test(new URL(element.getAttribute("href") ?? "", location).protocol)
             || element.hasAttribute("action")
           ).map((element) => element.outerHTML.slice(0, 200))"""
    )
    assert found == []
    page.locator(".md-search__input").fill("script")
    expect(page.locator(".md-search-result__list")).to_have_attribute("data-query", "script")
    expect(page.locator(".md-search-result__list a").first).to_be_visible()
    assert ran == []


def test_a_description_is_text_whatever_it_holds(page: Page, planted: tuple[Site, set[str]]) -> None:
    site, _ = planted
    page.goto(f"{site.address}en/inference/async/")
    described = page.locator("meta[name=description]").get_attribute("content") or ""
    assert described.startswith('"Async" & <b>: SageMaker AI')
