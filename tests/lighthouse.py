"""Runs Lighthouse (mobile) on every kind of page, served with compression as GitHub Pages does: `make lighthouse`.

Lighthouse comes from npm, so this stands beside `make test`, not in it. Fails where a score is below 100, where a page
asks another host, or where anything shifts. Performance varies with what else the machine does, so each page is audited
a few times and the median counts, as Lighthouse's own guide to variability advises.
"""

import gzip
import json
import mimetypes
import os
import shutil
import subprocess
import sys
import tempfile
import threading
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from scripts.verbs.browser import find_browser
from tests.conftest import Server

LIGHTHOUSE = "lighthouse@12.8.2"
RUNS = 5
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
PAGES = {
    "home": "",
    "home, English": "en/",
    "feature page with questions": "inference/production-variants/",
    "feature page, English": "en/training/training-jobs/",
    "reference": "reference/limits/",
    "cheat sheet": "reference/cheat-sheet/",
    "glossary, English": "en/reference/glossary/",
    "coverage": "reference/coverage/",
    "exam page": "exam/mla-c02/",
    "study plan": "exam/plan/",
    "practice": "practice/",
    "session, English": "en/practice/session/",
    "mock exam": "practice/mock-exam/",
    "review": "practice/review/",
    "downloads": "practice/export/",
    "not found": "404.html",
}
COMPRESSED = ("text/", "application/javascript", "application/json", "image/svg+xml", "application/xml")


class Handler(BaseHTTPRequestHandler):
    """Serves a site as GitHub Pages does: gzip, ten minutes of caching, and 404.html for what is not there."""

    protocol_version = "HTTP/1.1"
    root: Path

    def do_GET(self) -> None:
        path = self.root / urlsplit(self.path).path.lstrip("/")
        file = path / "index.html" if path.is_dir() else path
        status = HTTPStatus.OK if file.is_file() else HTTPStatus.NOT_FOUND
        file = file if file.is_file() else self.root / "404.html"
        kind = mimetypes.guess_type(file.name)[0] or "application/octet-stream"
        body = file.read_bytes()
        self.send_response(status)
        self.send_header("Content-Type", f"{kind}; charset=utf-8" if kind.startswith("text/") else kind)
        self.send_header("Cache-Control", "max-age=600")
        if kind.startswith(COMPRESSED) and "gzip" in self.headers.get("Accept-Encoding", ""):
            body = gzip.compress(body)
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name that the base class gave
        """Say nothing."""


def audit(url: str, chrome: str) -> dict[str, Any]:
    """Return Lighthouse's report on a page, as its JSON has it."""
    flags = "--headless=new --no-sandbox --disable-background-networking --disable-component-update --no-first-run"
    command = ["npx", "--yes", LIGHTHOUSE, url, "--quiet", "--output=json", f"--chrome-flags={flags}"]
    command += [f"--only-categories={','.join(CATEGORIES)}", "--form-factor=mobile"]
    result = subprocess.run(
        command, env={**os.environ, "CHROME_PATH": chrome}, stdout=subprocess.PIPE, text=True, check=True, timeout=180
    )
    report: dict[str, Any] = json.loads(result.stdout)
    return report


def main() -> int:
    """Build the site, audit its pages, print a row for each; 1 if one falls short."""
    if not shutil.which("npx"):
        print("Lighthouse needs Node.js with npm; install it and try again", file=sys.stderr)
        return 2
    chrome = shutil.which("chromium") or find_browser()
    failed = 0
    with tempfile.TemporaryDirectory() as folder:
        server = Server(type("Bound", (Handler,), {"root": Path(folder)}))
        address = f"http://127.0.0.1:{server.server_port}/"
        build = [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "--site-dir", folder]
        subprocess.run(build, env={**os.environ, "SITE_URL": address}, check=True)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        for name, path in PAGES.items():
            failed += not report_page(name, path, address, chrome)
        server.shutdown()
    return 1 if failed else 0


def report_page(name: str, path: str, address: str, chrome: str) -> bool:
    """Audit one page, print its row and what is below full marks; return whether all is well."""
    reports = [audit(address + path, chrome) for _ in range(RUNS)]
    reports.sort(key=lambda report: report["categories"]["performance"]["score"])
    report = reports[RUNS // 2]
    scores = [min(row["categories"][key]["score"] for row in reports) for key in CATEGORIES[1:]]
    scores = [round(score * 100) for score in (report["categories"]["performance"]["score"], *scores)]
    shift = max(row["audits"]["cumulative-layout-shift"]["numericValue"] for row in reports)
    requests = [item["url"] for row in reports for item in row["audits"]["network-requests"]["details"]["items"]]
    others = {url for url in requests if not url.startswith((address, "data:", "blob:"))}
    print(f"{name:30} {' / '.join(map(str, scores))}  layout shift {shift:g}  other hosts {len(others)}")
    for key in CATEGORIES:
        for row in report["categories"][key]["auditRefs"]:
            found = report["audits"][row["id"]]
            if row["weight"] and found["score"] is not None and found["score"] < 1:
                print(f"    {row['id']}: {found['score']:.2f} {found.get('displayValue', '')}")
    return min(scores) == 100 and not shift and not others


if __name__ == "__main__":
    sys.exit(main())
