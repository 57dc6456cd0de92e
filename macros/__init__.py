"""The macros module that MkDocs (through mkdocs-macros) and Zensical load: it only registers."""

import functools
from collections.abc import Callable
from pathlib import Path
from typing import Any, Protocol, TypeVar

from macros.bank import Bank, load_bank
from macros.calls.base import Macros
from macros.calls.registry import MACROS
from macros.pages.addresses import PageContext

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
    language, repo_url = env.conf["extra"]["edition"], env.conf["repo_url"] or ""
    root = Path(env.project_dir)

    @functools.cache  # one look at the files for each build, not for each macro call
    def bank() -> Bank:
        return load_bank(root)

    # A server of pages calls this before it builds some of them again.
    env.variables["forget_bank"] = bank.cache_clear

    context: PageContext | None = None

    def page() -> PageContext:
        nonlocal context
        if context is None or context.meta is not env.page.meta:  # another page than that of the last call
            # MkDocs' pages know their file; Zensical's know its path.
            is_mkdocs = hasattr(env.page, "file")
            source = env.page.file.src_uri if is_mkdocs else env.page.path
            context = PageContext(source.removesuffix(".md"), env.page.meta, by_source=not is_mkdocs)
        return context

    def registered(subject: type[Macros], method: Callable[..., str]) -> Callable[..., str]:
        @functools.wraps(method)
        def call(*arguments: str, **options: bool) -> str:
            return method(subject(bank(), language, page(), repo_url, root), *arguments, **options)

        return call

    for subject, method in MACROS.values():
        env.macro(registered(subject, method))
