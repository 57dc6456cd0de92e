"""The sources of a page."""

import contextlib
from datetime import date
from html import escape

from macros.calls.base import Macros, macro
from macros.errors import MacroError
from macros.language import EXAM_LANGUAGE, TAGS, format_date
from macros.rendering.words import STRINGS


class Sources(Macros):
    """The macro that shows what a page rests on."""

    @macro
    def page_sources(self) -> str:  # not "sources": front matter shadows macros of the same name
        """Return the sources of a page as a list, and the day on which it was last reviewed, from its front matter."""
        rows, reviewed = self.page.meta.get("sources"), self.page.meta.get("reviewed")
        if not isinstance(rows, list) or not all(
            isinstance(row, dict) and {"title", "url"} <= row.keys() for row in rows
        ):
            raise MacroError("page_sources(): the front matter needs sources: a list of title and url")
        if isinstance(reviewed, str):  # Zensical hands dates over as texts
            with contextlib.suppress(ValueError):
                reviewed = date.fromisoformat(reviewed)
        if not isinstance(reviewed, date):
            raise MacroError("page_sources(): the front matter needs reviewed: a date, as in 2026-11-22")
        items = "".join(
            f'<li><a href="{escape(str(row["url"]))}" lang="{TAGS[EXAM_LANGUAGE]}">{escape(str(row["title"]))}</a></li>'
            for row in rows
        )
        text = STRINGS[self.language].reviewed.format(date=format_date(reviewed, self.language))
        return f'<div class="page-sources"><ul>{items}</ul><p>{text}</p></div>'
