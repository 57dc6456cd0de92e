"""What the last kept run of `make bench` measured, as a table and a curve; no number of it is written by hand."""

import json
from collections.abc import Callable
from datetime import date
from html import escape
from pathlib import Path
from typing import Any

from macros.errors import MacroError
from macros.language import DECIMAL_SEPARATORS, Language, format_date, format_number
from macros.rendering.tables import table
from macros.rendering.words import sections

# Where `KEEP=1 make bench` leaves it.
FILE = "facts/performance.json"
MANY = 10_000

_WIDTH, _HEIGHT, _LEFT, _BOTTOM, _TOP, _RIGHT = 640, 320, 56, 44, 16, 24


class Performance:
    """One run, for the pages of one edition.

    Raises:
        MacroError: from every macro, where no run was kept.
    """

    def __init__(self, root: Path, language: Language) -> None:
        self._language: Language = language
        self._texts = sections(language)["performance"]
        file = root / FILE
        if not file.is_file():
            raise MacroError(f"{FILE} is missing; make it with: make bench KEEP=1")
        self._result: dict[str, Any] = json.loads(file.read_text("utf-8"))

    def budgets(self) -> str:
        """Return the table of the budgets, and what measured them."""
        rows = []
        for row in self._result["budgets"]:
            bound = self._say("at_least" if row["at_least"] else "at_most")
            measured, budget = (f"{self._number(row[key])} {self._unit(row['unit'])}" for key in ("measured", "budget"))
            verdict = self._say("met" if row["met"] else "broken")
            what = self._texts["what"].get(row["what"], row["what"])
            rows.append([escape(what), f"{measured} ({verdict})", f"{bound} {budget}"])
        day = format_date(date.fromisoformat(self._result["date"]), self._language)
        said = self._say("run").format(
            runs=self._result["runs"], date=day, machine=escape(str(self._result["machine"]))
        )
        return f"{table(tuple(self._say('columns').split('|')), rows)}\n\n{said}"

    def figure(self, name: str) -> str:
        """Return one number of the run: of a projection, "many" for example, or "ratio".

        Raises:
            MacroError: there is no such number.
        """
        ours = self._marginal("ours")
        one = self._at("ours", 0) + ours * MANY
        known = {
            "marginal": f"{self._number(ours * 1000)} ms",
            "peer_marginal": f"{self._number(self._marginal('peer') * 1000)} ms",
            "ratio": self._number(self._marginal("peer") / ours),
            "many": f"{self._number(one)} s",
            "ten_languages": f"{self._number(one * 10)} s",
            "peer_many": f"{self._number(self._at('peer', 0) + self._marginal('peer') * MANY)} s",
            "peer": escape(str(self._result["peer"])),
            "bytes": format_number(self._result["bytes_per_question"]["ours"], self._language),
            "peer_bytes": format_number(self._result["bytes_per_question"]["peer"], self._language),
            "memory": f"{max(row['memory_mb'] for row in self._result['builds']['ours'].values())} MB",
            "first_answer": f"{self._number(self._result['first_answer_s']['median'])} s",
        }
        if name not in known:
            raise MacroError(f"performance({name!r}): there are: {', '.join(known)}")
        return known[name]

    def curve(self) -> str:
        """Return the growth of both tools as a picture on one line."""
        counts = sorted(int(count) for count in self._result["builds"]["ours"])
        highest = max(self._at(tool, 0) + self._marginal(tool) * MANY for tool in ("ours", "peer"))

        def x(count: float) -> float:
            return round(_LEFT + (_WIDTH - _LEFT - _RIGHT) * count / MANY, 1)

        def y(seconds: float) -> float:
            return round(_HEIGHT - _BOTTOM - (_HEIGHT - _BOTTOM - _TOP) * seconds / highest, 1)

        parts = [self._axes(x, y, highest)]
        for tool, dashes in (("ours", ""), ("peer", ' stroke-dasharray="10 5"')):
            points = " ".join(f"{x(count)},{y(self._at(tool, count))}" for count in counts)
            end = self._at(tool, 0) + self._marginal(tool) * MANY
            parts.append(f'<polyline points="{points}" fill="none" stroke="currentColor" stroke-width="2.5"{dashes}/>')
            parts.append(
                f'<line x1="{x(counts[-1])}" y1="{y(self._at(tool, counts[-1]))}" x2="{x(MANY)}" y2="{y(end)}" '
                'stroke="currentColor" stroke-width="1.5" stroke-dasharray="1 5" stroke-linecap="round"/>'
            )
            label = self._say("ours") if tool == "ours" else escape(str(self._result["peer"]))
            parts.append(f'<text x="{x(MANY) - 4}" y="{y(end) + 22}" text-anchor="end">{label}</text>')
        description = self._say("description").format(
            few=counts[0],
            many=format_number(counts[-1], self._language),
            peer=escape(str(self._result["peer"])),
            **{
                f"{tool}_{end}": self._number(self._at(tool, count))
                for tool in ("ours", "peer")
                for end, count in (("low", counts[0]), ("high", counts[-1]))
            },
        )
        caption = self._say("caption").format(
            peer=escape(str(self._result["peer"])), far=format_number(MANY, self._language)
        )
        return (
            f'<figure class="chart" data-search-exclude><svg viewBox="0 0 {_WIDTH} {_HEIGHT}" role="img" '
            f'aria-labelledby="growth-title growth-description" fill="currentColor" font-size="14">'
            f'<title id="growth-title">{self._say("title")}</title>'
            f'<desc id="growth-description">{description}</desc>{"".join(parts)}</svg>'
            f"<figcaption>{caption}</figcaption></figure>"
        )

    def _axes(self, x: Callable[[float], float], y: Callable[[float], float], highest: float) -> str:
        step = next(size for size in (1, 2, 5, 10, 20, 50, 100) if highest / size <= 6)  # noqa: PLR2004 - lines enough
        lines = "".join(
            f'<line x1="{_LEFT}" y1="{y(at)}" x2="{_WIDTH - _RIGHT}" y2="{y(at)}" stroke="currentColor" opacity=".25"/>'
            f'<text x="{_LEFT - 8}" y="{y(at) + 5}" text-anchor="end">{at} s</text>'
            for at in range(0, int(highest) + 1, step)
        )
        marks = "".join(
            f'<text x="{x(count)}" y="{_HEIGHT - _BOTTOM + 20}" text-anchor="{"end" if count == MANY else "middle"}">'
            f"{format_number(count, self._language)}</text>"
            for count in (0, 2000, 5000, MANY)
        )
        name = f'<text x="{_WIDTH - _RIGHT}" y="{_HEIGHT - 6}" text-anchor="end">{self._say("questions")}</text>'
        return lines + marks + name

    def _at(self, tool: str, count: int) -> float:
        return float(self._result["builds"][tool][str(count)]["cpu"]["median"])

    def _marginal(self, tool: str) -> float:
        """Return the seconds of one more question, from the build with the most of them."""
        row = self._result["marginal"][tool]
        return float(row[max(row, key=int)]) / 1000

    def _number(self, value: float) -> str:
        digits = f"{value:.0f}" if value >= 100 else f"{value:.3g}"  # noqa: PLR2004 - three digits tell enough
        return digits.replace(".", DECIMAL_SEPARATORS[self._language])

    def _unit(self, unit: str) -> str:
        return self._say("times") if unit == "times" else unit

    def _say(self, name: str) -> str:
        return str(self._texts[name])
