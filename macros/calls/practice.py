"""Practice: the controls of its pages, and links that begin a session."""

from macros.calls.base import Macros, macro
from macros.rendering.practice import practice_link, render_practice


class Practice(Macros):
    """The macros that let a reader practise."""

    @macro
    def practice(self, kind: str) -> str:
        """Return the elements of a practice page: "session", "mock", "board", "review", "offline" or "index"."""
        return render_practice(kind, self.bank, self.language, self.page, self.repo_url)

    @macro
    def practise(self, text: str, query: str, kind: str = "session") -> str:
        """Return a link that begins a session, or an exam, at once."""
        return practice_link(self.page, text, query, kind)
