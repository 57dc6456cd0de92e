"""The result of a run as a table for people."""

from typing import Any

Result = dict[str, Any]
# Where the site's page about performance reads the last run that was kept.
KEPT = "facts/performance.json"


def as_markdown(result: Result) -> str:
    """Return the result as Markdown: the budgets, the builds side by side, and what pages weigh."""
    lines = [
        f"# {result['date']}, {result['machine']}",
        "",
        f"Medians of {result['runs']} run(s), lowest to highest in brackets. The other tool is {result['peer']}.",
        "",
        "| budget | measured | must be | |",
        "| --- | ---: | ---: | --- |",
    ]
    for row in result["budgets"]:
        bound = "≥" if row["at_least"] else "≤"
        lines.append(
            f"| {row['what']} | {row['measured']:g} {row['unit']} | {bound} {row['budget']:g} {row['unit']} "
            f"| {'ok' if row['met'] else 'BROKEN'} |"
        )
    lines += ["", "| one edition | questions | clock, s | processor, s | memory, MB | one more question, ms |"]
    lines.append("| --- | ---: | ---: | ---: | ---: | ---: |")
    for tool, builds in result["builds"].items():
        for count, row in builds.items():
            marginal = result["marginal"][tool].get(count, "")
            lines.append(
                f"| {tool} | {count} | {_spread(row['wall'])} | {_spread(row['cpu'])} "
                f"| {row['memory_mb']} | {marginal} |"
            )
    lines += ["", "| page | ours, kB | gzip | other tool, kB | gzip |", "| --- | ---: | ---: | ---: | ---: |"]
    for kind, row in result["pages"]["ours"].items():
        other = result["pages"]["peer"].get(kind, {"html": "", "gzip": ""})
        lines.append(f"| {kind} | {row['html']} | {row['gzip']} | {other['html']} | {other['gzip']} |")
    lines += ["", "| else | median |", "| --- | ---: |"]
    for count, row in result["validate"].items():
        lines.append(f"| validate {count} files, clock | {_spread(row['wall'])} s |")
    lines.append(f"| both editions, clock | {_spread(result['whole']['wall'])} s |")
    lines += [f"| save a {what} | {_spread(row)} s |" for what, row in result["save_s"].items()]
    lines.append(f"| first answer on a slow phone | {_spread(result['first_answer_s'])} s |")
    lines += [f"| search, {count} questions | {_spread(row)} ms |" for count, row in result["search_ms"].items()]
    return "\n".join([*lines, ""])


def _spread(row: dict[str, float]) -> str:
    return f"{row['median']:.2f} ({row['low']:.2f}–{row['high']:.2f})"
