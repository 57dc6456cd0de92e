"""A mistake in how a page calls a macro."""

from collections.abc import Collection

from macros.problems import near_match


class MacroError(Exception):
    """A page asks a macro for something that is not there; its text is one sentence for the page's author."""


def require(name: str, known: Collection[str], kind: str) -> None:
    """Make sure that a page names something that exists.

    Raises:
        MacroError: it is not among the known names; the message has the near one.
    """
    if name not in known:
        near = near_match(name, known)
        raise MacroError(f"there is no {kind} {name!r}" + (f"; did you mean {near!r}?" if near else ""))
