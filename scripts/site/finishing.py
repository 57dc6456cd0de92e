"""Complete a built site, on its files: what no builder knows, and both leave to us."""

from collections.abc import Mapping
from pathlib import Path

from macros.bank import Bank
from macros.calls.quizzes import Quizzes
from macros.exports import offline_words, practice, question_facts, question_index, search_sections, sitemap
from macros.exports.page_text import PageText, page_text
from macros.language import LANGUAGES, Language
from macros.pages.addresses import PageContext, page_url
from macros.rendering.blocks import fill
from macros.rendering.identifiers import break_identifiers
from macros.reports.domains import first_exam_domains
from scripts.site.cards import section_cards
from scripts.site.fingerprints import fingerprint
from scripts.site.installing import OFFLINE_PAGE, app_files, offline_page
from scripts.site.keeping import write_workers
from scripts.site.policy import add_policy
from scripts.site.settings import FOLDERS, read_settings
from scripts.site.table_cards import label_tables
from scripts.site.unused import remove_unused

# What a builder writes for a search of its own, below the root of an edition.
_BUILDERS_SEARCH = ("search/search_index.json", "search.json")


def finish_edition(root: Path, folder: Path, bank: Bank, language: Language) -> None:
    """Put the questions on the pages of one edition, and write what its scripts fetch.

    Args:
        root: the project.
        folder: the root of the built edition.
        bank: all that its pages are made from.
        language: which edition.
    """
    settings = read_settings(root, language)
    domains = first_exam_domains(bank)
    texts: dict[str, list[PageText]] = {}
    for path in sorted(bank.pages.headings[language], key=page_url):
        file = folder / page_url(path) / "index.html"
        if file.is_file():  # the builder has told of a page that is not
            html = file.read_text("utf-8")
            texts[path] = page_text(html)
            quizzes = Quizzes(bank, language, PageContext(path, {}), settings.repo_url)
            file.write_text(filled(html, quizzes, domains), "utf-8")
    for name in _BUILDERS_SEARCH:
        (folder / name).unlink(missing_ok=True)
    files = fetched(bank, language, texts, alone=folder.name != FOLDERS[language])
    files |= section_cards(bank, language, settings.values) | app_files(language, settings.values)
    not_found = (folder / "404.html").read_text("utf-8")
    files[OFFLINE_PAGE] = offline_page(not_found, language).encode()
    for name, content in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(content)


def filled(html: str, quizzes: Quizzes, domains: Mapping[str, str]) -> str:
    """Return a built page with its questions, and with tables and identifiers that fit a narrow screen."""
    page = break_identifiers(label_tables(html))
    return fill(page, lambda place: quizzes.block(place, domains.get(place.question_id, "")))


def fetched(
    bank: Bank, language: Language, texts: Mapping[str, list[PageText]], *, alone: bool = False
) -> dict[str, bytes]:
    """Return the files of an edition that its scripts fetch, by their paths below its root.

    Args:
        bank: all that its pages are made from.
        language: which edition.
        texts: what each page says, by its path without .md.
        alone: whether it is built without the edition at the site's root, whose stems it would use.
    """
    shared = "../" if FOLDERS[language] and not alone else ""
    return practice.practice_files(bank, language, shared) | {
        offline_words.FILE: offline_words.offline_words(language),
        question_facts.FILE: question_facts.question_facts(bank, language),
        question_index.FILE: question_index.question_index(bank, language).encode(),
        search_sections.FILE: search_sections.search_sections(bank, language, texts),
    }


def finish_site(root: Path, site: Path, bank: Bank, *, serving: bool = False, downloads: bool = False) -> None:
    """Write what concerns both editions, once each is finished.

    Args:
        root: the project.
        site: the built site.
        bank: all that its pages are made from.
        serving: whether a server adds a script to each page, which the policy would forbid.
        downloads: whether to make the files that readers take along, which takes longer than all the rest.

    Raises:
        FinishingError: a page has a script that the policy forbids, or there is no browser to print booklets with.
    """
    if downloads:
        # Loading what writes and prints them takes longer than a save while serving may.
        from scripts.site.downloads import add_downloads  # noqa: PLC0415

        add_downloads(root, site, bank)
    addresses = {language: read_settings(root, language).site_url for language in LANGUAGES}
    for language in LANGUAGES:
        content = sitemap.sitemap(bank, language, addresses)
        (site / FOLDERS[language] / sitemap.FILE).write_bytes(content)
        (site / FOLDERS[language] / f"{sitemap.FILE}.gz").write_bytes(sitemap.packed(content))
    if not serving:
        for language in LANGUAGES:
            remove_unused(site / FOLDERS[language])
        uses = fingerprint(site)
        add_policy(site)
        write_workers(site, uses)
