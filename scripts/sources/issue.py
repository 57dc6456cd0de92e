"""Keep one issue with what is wrong with the sources: python3 -m scripts.sources.issue REPORT.

It stands apart from the other verbs, and needs nothing but Python and GitHub's own `gh`: the job that may write issues
runs no package from an index.
"""

import json
import subprocess
import sys
from pathlib import Path

# The first line of the issue's text: how a later run tells its own issue from those that people gave the same label.
MARK = "<!-- made by: python -m scripts sources -->"
LABEL = "sources"
TITLE = "Sources that are gone, moved or carry a notice / Fontes que sumiram, mudaram ou trazem um aviso"
_DONE = "Nothing is wrong with any source that answered. / Nada de errado nas fontes que responderam."


def gh(*arguments: str) -> str:
    """Run GitHub's command line and return what it printed.

    Raises:
        subprocess.CalledProcessError: it failed.
    """
    return subprocess.run(["gh", *arguments], check=True, stdout=subprocess.PIPE, text=True).stdout  # noqa: S603, S607


def update(report: Path) -> str:
    """Open the issue, bring it up to date, or close it where the report is empty; return what was done."""
    listed = json.loads(gh("issue", "list", "--label", LABEL, "--json", "number,body", "--limit", "1000"))
    number = next((str(issue["number"]) for issue in listed if issue["body"].startswith(MARK)), "")
    if not report.read_text("utf-8").strip():
        if not number:
            return "nothing wrong, no open issue"
        gh("issue", "close", number, "--comment", _DONE)
        return f"closed #{number}"
    if number:
        gh("issue", "edit", number, "--body-file", str(report))
        return f"updated #{number}"
    gh(
        "label",
        "create",
        LABEL,
        "--force",
        "--description",
        "Found by the weekly check of sources",
        "--color",
        "d4a72c",
    )
    address = gh("issue", "create", "--title", TITLE, "--label", LABEL, "--body-file", str(report))
    return f"opened {address.strip()}"


def main(arguments: list[str]) -> int:
    """Update the issue from one report; 2 without one."""
    if len(arguments) != 1 or not Path(arguments[0]).is_file():
        print("usage: python3 -m scripts.sources.issue REPORT", file=sys.stderr)
        return 2
    print(update(Path(arguments[0])))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
