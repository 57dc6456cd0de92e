"""Pictures."""

from macros.calls.base import Macros, macro
from macros.rendering.pictures import render_picture


class Pictures(Macros):
    """The macro that shows a drawing with its words."""

    @macro
    def picture(self, name: str) -> str:
        """Return a picture of docs/pictures in the page's language."""
        return render_picture(self.bank, self.language, name)
