"""Tables of the reference pages."""


def table(columns: tuple[str, ...], rows: list[list[str]]) -> str:
    """Return a table of cells that are HTML already, on one line; spaces keep the words of cells apart in search."""
    head = " ".join(f"<th>{column}</th>" for column in columns)
    body = " ".join("<tr>" + " ".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in rows)
    return f'<div class="wide"><table class="facts"><thead><tr>{head}</tr></thead> <tbody>{body}</tbody></table></div>'
