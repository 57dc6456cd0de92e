"""What a narrow screen needs of a table: a label for each cell, so that a row can be shown as a card."""

import re
from collections.abc import Callable

# From how many columns on a table is too wide for a phone, and shown as cards there.
CARD_COLUMNS = 3
# A question's tables are of numbers and fit a phone.
_TABLE = re.compile(
    r"<exam-question\b.*?</exam-question>|"
    r'(?P<box><div class="wide">)?<table(?P<attributes>[^>]*)>(?P<inner>.*?)</table>(?P<end></div>)?',
    re.DOTALL,
)
_HEAD = re.compile(r"<th\b[^>]*>(.*?)</th>", re.DOTALL)
_ROW = re.compile(r"<tr\b[^>]*>.*?</tr>", re.DOTALL)
_CELL = re.compile(r"<td\b(?P<attributes>[^>]*)>")
_TAG = re.compile(r"<[^>]+>")
_CLASS = re.compile(r'\sclass="([^"]*)"')


def label_tables(html: str) -> str:
    """Return HTML in which every cell of a wide table names its column, so that a row can be shown as a card.

    Roles are written out because some browsers forget them once cells are laid out as blocks.
    """
    return _TABLE.sub(_labelled, html)


def _labelled(table: re.Match[str]) -> str:
    head, _, body = (table["inner"] or "").partition("</thead>")
    columns = [_TAG.sub("", name).strip() for name in _HEAD.findall(head)]
    if len(columns) < CARD_COLUMNS or not body:
        return table[0]
    names = _CLASS.search(table["attributes"])
    classes = dict.fromkeys([*(names[1].split() if names else []), "facts", "cards"])
    rest = _CLASS.sub("", table["attributes"])
    rows = _ROW.sub(_row(columns), body)
    head = head.replace("<thead", '<thead role="rowgroup"').replace("<tr", '<tr role="row"')
    head = head.replace("<th>", '<th role="columnheader">').replace("<th ", '<th role="columnheader" ')
    rows = rows.replace("<tbody", '<tbody role="rowgroup"')
    return f'<div class="wide"><table class="{" ".join(classes)}" role="table"{rest}>{head}</thead>{rows}</table></div>'


def _row(columns: list[str]) -> Callable[[re.Match[str]], str]:
    def labelled(row: re.Match[str]) -> str:
        labels = iter(columns)

        def cell(match: re.Match[str]) -> str:
            label = next(labels, "").replace('"', "&quot;")
            return f'<td role="cell" data-label="{label}"{match["attributes"]}>'

        return _CELL.sub(cell, row[0]).replace("<tr", '<tr role="row"', 1)

    return labelled
