"""The last step of a build: what can only be said once every page of both editions is written."""

import base64
import hashlib
import re
from pathlib import Path

_CHARSET = '<meta charset="utf-8">'
_SCRIPT = re.compile(r"<script\b([^>]*)>(.*?)</script\s*>", re.DOTALL | re.IGNORECASE)
_FROM_A_FILE = re.compile(r"(?<![^\s\"'])src\s*=", re.IGNORECASE)
_TYPE = re.compile(r"(?<![^\s\"'])type\s*=\s*[\"']?([^\"'\s>]*)", re.IGNORECASE)
# A browser runs a script without a type, with an empty one, and with one of these; any other type is data.
_RUN = frozenset({"", "module", "text/javascript", "application/javascript"})


class FinishingError(Exception):
    """A page is not made as this step needs it."""


def inline_scripts(page: str) -> set[str]:
    """Return the text of every inline script of a page that a browser would run."""
    return {
        match[2] for match in _SCRIPT.finditer(page) if not _FROM_A_FILE.search(match[1]) and _type(match[1]) in _RUN
    }


def policy(scripts: set[str]) -> str:
    """Return the content security policy of the site: nothing from elsewhere, no script that the build did not write.

    Styles may be inline: the theme sets the style attribute of elements that it moves.
    """
    return "; ".join(
        [
            "default-src 'none'",
            " ".join(["script-src", "'self'", *sorted(_hash(script) for script in scripts)]),
            "style-src 'self' 'unsafe-inline'",
            "img-src 'self' data:",
            "font-src 'self'",
            "connect-src 'self'",
            "worker-src 'self'",
            "manifest-src 'self'",
            "base-uri 'none'",
            "form-action 'self'",
        ]
    )


def add_policy(site: Path) -> None:
    """Write the policy into every page of a site, before anything that it governs.

    All pages of both editions carry the same one. Instant navigation keeps a document alive while pages come and go,
    so the first page's policy must know the scripts of every other page.

    Only what the theme runs is allowed: the scripts of 404.html, which holds nobody's text, and their copies that
    differ in the way back to the site's root.

    Raises:
        FinishingError: a page has another inline script, or does not begin as the site's template makes it begin.
    """
    pages = {file: file.read_text("utf-8") for file in sorted(site.rglob("*.html"))}
    known = {_without_base(script) for script in inline_scripts(pages[site / "404.html"])}
    allowed: set[str] = set()
    for file, text in pages.items():
        for script in inline_scripts(text):
            if _without_base(script) not in known:
                shown = file.relative_to(site).as_posix()
                raise FinishingError(f"{shown}: inline script, which the site's policy forbids: {script.strip()[:60]}")
            allowed.add(script)
    for file, text in pages.items():
        start, found, rest = text.partition(_CHARSET)
        if not found or "<script" in start.lower():
            raise FinishingError(f"{file.relative_to(site)}: {_CHARSET} must come before every script")
        tag = f'<meta http-equiv="Content-Security-Policy" content="{policy(allowed)}">'
        file.write_text(f"{start}{found}\n  {tag}{rest}", "utf-8")


def _type(attributes: str) -> str:
    match = _TYPE.search(attributes)
    return match[1].lower() if match else ""


def _hash(script: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()}'"


def _without_base(script: str) -> str:
    return re.sub(r'(?<=new URL\(")[^"]*(?=",location\))', "", script)
