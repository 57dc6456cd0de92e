"""The page of files to take along."""

from html import escape

from macros.calls.base import Macros, macro
from macros.errors import MacroError
from macros.rendering.downloads import placeholder


class Downloads(Macros):
    """The macros of that page."""

    @macro
    def downloads(self, kind: str) -> str:
        """Return the list of the files of a format, with their sizes, or with "state" what they are made from."""
        return placeholder(kind, self.language)

    @macro
    def repository_file(self, path: str, text: str) -> str:
        """Return a link to a file of the repository on the forge; without a repository, the text alone."""
        if not (self.root / path).is_file():
            raise MacroError(f"there is no file {path!r}")
        if not self.repo_url:
            return escape(text)
        return f'<a href="{escape(f"{self.repo_url}/blob/main/{path}")}">{escape(text)}</a>'
