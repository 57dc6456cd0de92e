"""Which state of the bank files for readers are made from: the commit's time and the guide's addresses."""

import os
import subprocess
from datetime import UTC, datetime, time
from ipaddress import ip_address
from pathlib import Path
from urllib.parse import urlsplit

from macros.bank import Bank
from macros.exports.downloads.selection import Release
from macros.language import LANGUAGES
from scripts.site.settings import read_settings


def release_of(root: Path, bank: Bank) -> Release:
    """Return the release of a project; without an address where the site's is this machine's own."""
    addresses = {language: read_settings(root, language).site_url for language in LANGUAGES}
    is_published = not any(_is_local(address) for address in addresses.values())
    return Release(_made(root, bank), addresses if is_published else {})


def _made(root: Path, bank: Bank) -> datetime:
    """Return when the state was committed; SOURCE_DATE_EPOCH says otherwise, a copy without git its last review."""
    seconds = os.environ.get("SOURCE_DATE_EPOCH", "")
    if not seconds and (root / ".git").exists():
        command = ["git", "log", "-1", "--format=%ct"]
        seconds = subprocess.run(command, cwd=root, capture_output=True, text=True, check=False).stdout.strip()  # noqa: S603
    if seconds.isdigit():
        return datetime.fromtimestamp(int(seconds), UTC)
    last = max(entry.question.reviewed for entry in bank.entries.values())
    return datetime.combine(last, time(), UTC)


def _is_local(address: str) -> bool:
    host = urlsplit(address).hostname or ""
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host in {"", "localhost"}
