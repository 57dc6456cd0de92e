"""What was found wrong with the sources, as text, as Markdown for one issue, and as JSON."""

from collections import defaultdict
from collections.abc import Iterable

from macros.language import Language
from scripts.messages import Messages
from scripts.sources.checks import KINDS, Finding
from scripts.sources.issue import MARK

_SHOWN_PLACES = 6
_LONGEST = 60_000  # GitHub takes 65,536 characters


def summary(findings: list[Finding], checked: int, language: Language) -> str:
    """Return in one line how many addresses were checked and how many are wrong."""
    unsure = {finding.citation.url for finding in findings if finding.kind == "unsure"}
    wrong = {finding.citation.url for finding in findings} - unsure
    return Messages("sources", language)("summary", checked=checked, wrong=len(wrong), unsure=len(unsure))


def lines(findings: Iterable[Finding], language: Language) -> list[str]:
    """Return a line for each finding and place: "docs/en/page.md:6: https://...: gone (404 Not Found)"."""
    say = Messages("sources", language)
    return [
        f"{place}: {finding.citation.url}: {say(finding.kind)} ({finding.detail})"
        for finding in findings
        for place in finding.citation.places
    ]


def markdown(findings: list[Finding], checked: int, language: Language) -> str:
    """Return the issue's text: a table for each kind, what needs a fix first."""
    groups: dict[str, list[Finding]] = defaultdict(list)
    for finding in findings:
        groups[finding.kind].append(finding)
    say = Messages("sources", language)
    columns = say("columns")
    parts = [MARK, summary(findings, checked, language)]
    for kind in KINDS:
        if kind in groups:
            rows = "\n".join(_row(finding, language) for finding in groups[kind])
            title = say(kind)
            parts.append(f"## {title[0].upper()}{title[1:]}\n\n{columns}\n| --- | --- | --- |\n{rows}")
    return _cut("\n\n".join(parts), language) + "\n"


def as_json(finding: Finding) -> dict[str, object]:
    """Return a finding for tools."""
    citation = finding.citation
    return {"kind": finding.kind, "url": citation.url, "detail": finding.detail, "places": list(citation.places)}


def _row(finding: Finding, language: Language) -> str:
    places = finding.citation.places
    shown = ", ".join(f"`{place}`" for place in places[:_SHOWN_PLACES])
    if len(places) > _SHOWN_PLACES:
        shown += ", " + Messages("sources", language)("more", count=len(places) - _SHOWN_PLACES)
    return f"| {_cell(finding.citation.url)} | {_cell(finding.detail)} | {shown} |"


def _cell(text: str) -> str:
    """Return what another server wrote as text that is nothing else in GitHub's Markdown: no table, tag or mention."""
    return "`" + " ".join(text.split()).replace("`", "'").replace("|", "\\|") + "`"


def _cut(text: str, language: Language) -> str:
    if len(text) <= _LONGEST:
        return text
    kept = text[:_LONGEST].rpartition("\n")[0]
    return f"{kept}\n\n" + Messages("sources", language)("more", count=text.count("\n| `") - kept.count("\n| `"))
