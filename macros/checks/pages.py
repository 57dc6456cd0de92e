"""Whether a page that a question or a fact names is there, in both editions: rules B002 and B003."""

from collections.abc import Iterator

from macros.language import LANGUAGES
from macros.pages.index import PageIndex, page_file
from macros.problems import near_match


def check_page(named: str, pages: PageIndex) -> Iterator[tuple[str, dict[str, str]]]:
    """Yield the code of each rule that naming a page breaks, with the words of its message.

    What both editions lack is one breach; what one of them lacks is named with the file.

    Args:
        named: such as "inference/async" or "inference/async#limits".
        pages: those that exist.
    """
    path, mark, heading = named.partition("#")
    editions = [language for language in LANGUAGES if path in pages.headings[language]]
    if not editions:
        yield "B002", {"page": path, "near": near_match(path, pages.paths)}
        return
    for language in LANGUAGES:
        if language not in editions:
            yield "B002", {"page": page_file(path, language)}
    lacking = [language for language in editions if mark and heading not in pages.heading_ids(path, language)]
    in_all = lacking == list(LANGUAGES)
    for language in lacking[:1] if in_all else lacking:
        known = pages.heading_ids(path, language)
        near = near_match(heading, known)
        yield (
            "B003",
            {
                "page": path if in_all else page_file(path, language),
                "heading": heading,
                "near": f"#{near}" if near else "",
                "known": ", ".join(f"#{name}" for name in known),
            },
        )
