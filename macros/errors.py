"""A mistake in how a page calls a macro."""


class MacroError(Exception):
    """A page asks a macro for something that is not there; its text is one sentence for the page's author."""
