"""One edition, kept warm between saves: MkDocs' configuration, navigation, files and pages stay in memory.

A whole build is MkDocs' own. After a change, each step is done again for those pages alone whose input for it differs
from last time: reading, Markdown, the template, the questions. So nothing has to be known about what a macro shows.
"""

import logging
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from mkdocs.commands.build import _build_page, _build_theme_template, build
from mkdocs.config import load_config
from mkdocs.structure.pages import Page

from macros.bank import Bank, load_bank
from macros.calls.quizzes import Quizzes
from macros.exports.page_text import page_text
from macros.language import EXAM_LANGUAGE, Language
from macros.pages.addresses import PageContext
from macros.rendering.blocks import places
from macros.reports.domains import first_exam_domains
from scripts.serving.built import Built, Outcome, changed_questions, seen_elsewhere, shown_by_macros
from scripts.serving.complaints import Complaint, of_error, of_log, of_problems
from scripts.serving.recording import Recorder, warnings_of_mkdocs
from scripts.site import page_errors
from scripts.site.finishing import fetched, filled
from scripts.site.installing import app_files
from scripts.site.settings import CONFIGURATIONS, FOLDERS, read_settings


class LiveEdition:
    """An edition in a folder that always holds the last good pages."""

    def __init__(self, root: Path, live: Path, language: Language, address: str) -> None:
        self._root = root
        self._live = live / FOLDERS[language]
        self._language: Language = language
        self._address = address
        self._staging = live.with_name(f"staging-{language}")
        self._built: Built | None = None
        self._pending: dict[str, str] = {}
        self._published: set[Path] = set()
        page_errors.register(root)

    def update(self, changed: dict[str, str]) -> Iterator[Outcome]:
        """Yield what becomes of changed files, what was asked for first: pages that are saved, then what follows.

        Args:
            changed: "added", "modified" or "deleted" by the path of each file below the root. What could not be built
                last time is tried again.
        """
        self._pending = self._pending | changed
        try:
            bank = load_bank(self._root)
            if bank.errors:
                yield Outcome(of_problems(bank.problems))
                return
            if self._built is None or self._needs_all():
                yield self._build(bank)
            else:
                yield from self._rebuild(self._built, bank)
        except Exception as error:  # noqa: BLE001 - whatever it is, pages are still served
            yield Outcome([of_error(self._root, error)])
        except SystemExit as error:
            yield Outcome([of_error(self._root, RuntimeError(str(error)))])

    def _needs_all(self) -> bool:
        """Return whether a change is more than the pages that were saved: a page more or less, other settings."""
        folder = f"docs/{self._language}/"
        return any(
            path.startswith("mkdocs")
            or (path.startswith(folder) and (kind != "modified" or not path.endswith(".md")))
            or (path.startswith("overrides/") and kind == "deleted")  # the theme may have such a file too
            for path, kind in self._pending.items()
        )

    def _build(self, bank: Bank) -> Outcome:
        """Build the whole edition as MkDocs does."""
        config = load_config(
            str(self._root / CONFIGURATIONS[self._language]),
            site_dir=str(self._staging),
            site_url=self._address,
            strict=False,
            hooks=[],
        )
        page_errors.name_pages_by(self._root, config.docs_dir)
        with warnings_of_mkdocs() as messages:
            recorder = Recorder(messages)
            config.plugins["recorder"] = recorder
            build(config)
        built = Built(config, recorder.nav, recorder.files, recorder.env, bank)
        for path, lines in recorder.warnings().items():
            kind = built.mistakes if path and self._holds(lines) else built.warnings
            kind[path] = [line for line in lines if not _is_about_an_anchor(line)]
        for path, page in built.pages().items():
            self._read_built(built, path, page)
        self._built, self._pending = built, {}
        pages = self._publish_pages(built, built.html)
        self._publish_fetched(built)
        self._publish_files()  # with 404.html: until it is there, a page that is not may still come
        return Outcome(self._complaints(built), pages, everywhere=True)

    def _rebuild(self, built: Built, bank: Bank) -> Iterator[Outcome]:
        """Build again what differs. What was saved is in the browser before the rest is."""
        folder = f"docs/{self._language}/"
        pages = built.pages()
        before = {path: seen_elsewhere(page) for path, page in pages.items()}
        first = {path.removeprefix(folder).removesuffix(".md") for path in self._pending if path.startswith(folder)}
        first = (first & pages.keys()) | built.mistakes.keys() | self._take(built, bank)
        built.unread |= first
        is_themed, is_styled = self._copy_assets()
        if is_themed:
            self._read_templates(built)
            built.stale |= pages.keys()
        self._pending = {}
        if first:
            self._read_pages(built, first)
            self._template_pages(built, built.stale & first)
            yield Outcome(self._complaints(built), self._publish_pages(built, built.unfilled & first))
        self._read_pages(built, set(built.unread))
        if any(before[path] != seen_elsewhere(page) for path, page in pages.items()):
            built.stale |= pages.keys()
        self._template_pages(built, set(built.stale))
        yield Outcome(self._complaints(built), self._publish_pages(built, set(built.unfilled)), everywhere=is_styled)
        self._publish_fetched(built)

    def _take(self, built: Built, bank: Bank) -> set[str]:
        """Go on with a new bank, which any page may show something of; return the pages whose questions changed."""
        old, built.bank = built.bank, bank
        if shown_by_macros(bank) == shown_by_macros(old):
            return set()
        built.unread |= built.html.keys()
        built.unfilled |= built.html.keys()
        macros: Any = built.config.plugins["macros"]
        macros.variables["forget_bank"]()
        asked = changed_questions(old, bank)
        return {path for path, shown in built.shown.items() if not asked.isdisjoint(shown)}

    def _read_pages(self, built: Built, paths: Iterable[str]) -> None:
        """Read pages and run their macros; where that gives something new, turn it into HTML.

        A page with a mistake stays as it was.
        """
        config, files, pages = built.config, built.files, built.pages()
        for path in sorted(paths):
            page = pages[path]
            kept = dict(vars(page))
            with warnings_of_mkdocs() as messages:
                page.read_source(config)
                page.markdown = config.plugins.on_page_markdown(
                    page.markdown or "", page=page, config=config, files=files
                )
                is_good = not self._holds(messages)
                if is_good and page.markdown != kept["markdown"]:
                    page.render(config, files)
                    page.content = config.plugins.on_page_content(
                        page.content or "", page=page, config=config, files=files
                    )
                    built.warnings[path] = messages
            built.unread.discard(path)
            if not is_good:
                vars(page).clear()
                vars(page).update(kept)
                built.mistakes[path] = messages
            elif page.markdown != kept["markdown"] or page.meta != kept["meta"] or path in built.mistakes:
                built.stale.add(path)
            if is_good:
                built.mistakes.pop(path, None)

    def _read_templates(self, built: Built) -> None:
        """Forget the templates, which MkDocs reads once, and fill those that are no page's."""
        config = built.config
        built.env = config.plugins.on_env(config.theme.get_env(), config=config, files=built.files)
        for name in config.theme.static_templates:
            _build_theme_template(name, built.env, built.files, config, built.nav)
        self._publish_files()

    def _template_pages(self, built: Built, paths: Iterable[str]) -> None:
        doc_files, pages = built.files.documentation_pages(), built.pages()
        for path in sorted(paths):
            with warnings_of_mkdocs():
                _build_page(pages[path], built.config, doc_files, built.nav, built.env)
            self._read_built(built, path, pages[path])
            built.stale.discard(path)
            built.unfilled.add(path)

    def _read_built(self, built: Built, path: str, page: Page) -> None:
        html = Path(page.file.abs_dest_path).read_text("utf-8")
        built.html[path] = html
        built.shown[path] = {place.question_id for place in places(html)}
        built.texts[path] = page_text(html)

    def _complaints(self, built: Built) -> list[Complaint]:
        """Return all that is wrong, also with links to headings that another page had until now."""
        with warnings_of_mkdocs() as messages:
            for page in built.pages().values():
                page.validate_anchor_links(files=built.files, log_level=logging.WARNING)
        texts = [text for lines in (*built.mistakes.values(), *built.warnings.values()) for text in lines]
        found = [*of_problems(built.bank.problems), *(of_log(self._root, text) for text in [*texts, *messages])]
        return list({(one.place, one.message[EXAM_LANGUAGE]): one for one in found}.values())

    def _holds(self, messages: Iterable[str]) -> bool:
        return any(of_log(self._root, message).holds for message in messages)

    def _copy_assets(self) -> tuple[bool, bool]:
        """Copy what changed of the theme's files; return whether a template did, and whether another file did."""
        names = [name for name in self._pending if name.startswith("overrides/")]
        files = [name for name in names if not name.endswith(".html")]
        for name in files:
            _write(self._live / name.removeprefix("overrides/"), (self._root / name).read_bytes())
        return len(files) < len(names), bool(files)

    def _publish_files(self) -> None:
        """Write what MkDocs wrote, but for pages, and take away what it wrote before and does not any more."""
        found = {file.relative_to(self._staging) for file in self._staging.rglob("*") if file.is_file()}
        for name in found:
            if name.name != "index.html":
                _write(self._live / name, (self._staging / name).read_bytes())
        for name in self._published - found:
            (self._live / name).unlink(missing_ok=True)
        self._published = found

    def _publish_pages(self, built: Built, paths: Iterable[str]) -> list[str]:
        """Write those pages that differ, with their questions; return their addresses."""
        repo_url = read_settings(self._root, self._language).repo_url
        domains = first_exam_domains(built.bank)
        pages, new = built.pages(), []
        for path in paths:
            file = self._live / pages[path].file.dest_uri
            is_held = path in built.mistakes and file.is_file()
            quizzes = Quizzes(built.bank, self._language, PageContext(path, {}), repo_url)
            if not is_held and _write(file, filled(built.html[path], quizzes, domains).encode()):
                new.append(pages[path].url)
            built.unfilled.discard(path)
        return new

    def _publish_fetched(self, built: Built) -> None:
        """Write what scripts fetch: the search sees what is new as well, a little after the page is seen."""
        pages = built.pages()
        texts = dict(sorted(built.texts.items(), key=lambda item: pages[item[0]].url))
        files = fetched(built.bank, self._language, texts) | app_files(self._language, built.config)
        for name, content in files.items():
            _write(self._live / name, content)


def _is_about_an_anchor(message: str) -> bool:
    """Return whether MkDocs warns of a link to a heading: all of those are looked at after every build."""
    return "anchor" in message.partition("', but ")[2]


def _write(file: Path, content: bytes) -> bool:
    """Replace a file at once, so that nobody reads half of it; return whether it is new."""
    if file.is_file() and file.read_bytes() == content:
        return False
    file.parent.mkdir(parents=True, exist_ok=True)
    part = file.with_name(f".{file.name}.part")
    part.write_bytes(content)
    part.replace(file)
    return True
