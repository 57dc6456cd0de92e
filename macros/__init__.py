"""The macros module that MkDocs (through mkdocs-macros) and Zensical load: it only registers."""

import functools
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Protocol, TypeVar

from macros.bank import load_bank
from macros.rendering.page_macros import PageContext, PageMacros
from macros.rendering.performance import Performance
from macros.rendering.pictures import render_picture
from macros.rendering.practice import practice_link, render_practice
from macros.rendering.reference_macros import ReferenceMacros
from macros.rendering.study import StudyMacros

Macro = TypeVar("Macro", bound=Callable[..., str])


class Environment(Protocol):
    """What MkDocs and Zensical both offer to a macros module."""

    project_dir: str
    conf: Any
    page: Any
    variables: Any

    def macro(self, function: Macro) -> Macro:
        """Make a function callable from pages, by its name."""


def define_env(env: Environment) -> None:
    """Register the macros of the edition that `extra.edition` names.

    Zensical calls this once a page, so everything costly is cached in the modules below.
    """

    @functools.cache  # one look at the files for each build, not for each macro call
    def macros() -> PageMacros:
        return PageMacros(load_bank(Path(env.project_dir)), env.conf["extra"]["edition"], env.conf["repo_url"] or "")

    # A server of pages calls this before it builds some of them again.
    env.variables["forget_bank"] = macros.cache_clear

    context: PageContext | None = None

    def page() -> PageContext:
        nonlocal context
        if context is None or context.meta is not env.page.meta:  # another page than that of the last call
            # MkDocs' pages know their file; Zensical's know its path.
            is_mkdocs = hasattr(env.page, "file")
            source = env.page.file.src_uri if is_mkdocs else env.page.path
            context = PageContext(source.removesuffix(".md"), env.page.meta, by_source=not is_mkdocs)
        return context

    @env.macro
    def quiz(of: str) -> str:
        return macros().quiz(page(), of)

    @env.macro
    def question(question_id: str) -> str:
        return macros().question(page(), question_id)

    @env.macro
    def limit(key: str) -> str:
        return macros().limit(key)

    @env.macro
    def limits(*keys: str, folded: bool = False) -> str:
        return macros().limits(*keys, folded=folded)

    @env.macro
    def exam(path: str) -> str:
        return macros().exam(path)

    @env.macro
    def availability(key: str) -> str:
        return macros().availability(key)

    @env.macro
    def picture(name: str) -> str:
        return render_picture(macros().bank, macros().language, name)

    def reference() -> ReferenceMacros:
        return ReferenceMacros(macros().bank, macros().language, page())

    @env.macro
    def rules(kind: str) -> str:
        return reference().rules(kind)

    @env.macro
    def accepted_sources() -> str:
        return reference().accepted_sources()

    @env.macro
    def availability_table() -> str:
        return reference().availability_table()

    @env.macro
    def glossary() -> str:
        return reference().glossary()

    @env.macro
    def coverage(exam_code: str) -> str:
        return reference().coverage(exam_code)

    @env.macro
    def candidate_coverage(exam_code: str) -> str:
        return reference().candidate_coverage(exam_code)

    @env.macro
    def stale() -> str:
        return reference().stale(datetime.now(UTC).date())

    @env.macro
    def out_of_scope(exam_code: str) -> str:
        return reference().out_of_scope(exam_code)

    @env.macro
    def new_question(text: str) -> str:
        return macros().new_question(text)

    @env.macro
    def home() -> str:
        return StudyMacros(macros().bank, macros().language, page()).home()

    @env.macro
    def study_plan() -> str:
        return StudyMacros(macros().bank, macros().language, page()).plan()

    @env.macro
    def performance(name: str) -> str:
        measured = Performance(Path(env.project_dir), macros().language)
        return {"budgets": measured.budgets, "curve": measured.curve}.get(name, lambda: measured.figure(name))()

    @env.macro
    def practice(kind: str) -> str:
        return render_practice(kind, macros().bank, macros().language, page(), macros().repo_url)

    @env.macro
    def practise(text: str, query: str, kind: str = "session") -> str:
        return practice_link(page(), text, query, kind)

    @env.macro
    def page_sources() -> str:  # not "sources": front matter shadows macros of the same name
        return macros().page_sources(page())
