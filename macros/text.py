"""A text in the site's languages: one class for questions, facts and pictures."""

from typing import TYPE_CHECKING, Annotated

from pydantic import Field, StringConstraints, create_model

from macros.language import LANGUAGES, ROWS, Language, nearest
from macros.reading.models import StrictModel

Markdown = Annotated[str, StringConstraints(min_length=1)]


class _Text(StrictModel):
    def __getitem__(self, language: Language) -> str:
        return self.in_language(language)[1]

    @property
    def languages(self) -> tuple[Language, ...]:
        """The languages that the text is in."""
        return tuple(language for language in LANGUAGES if getattr(self, language) is not None)

    def written(self, language: Language) -> str | None:
        """Return the text in a language, or None where it has none in that one."""
        text: str | None = getattr(self, language)
        return text

    def in_language(self, wanted: Language) -> tuple[Language, str]:
        """Return the text in a language or else in the nearest that it has, with the language that it is in."""
        if (text := self.written(wanted)) is not None:
            return wanted, text
        if not self.languages:
            return wanted, ""
        actual = nearest(wanted, self.languages)
        return actual, self.written(actual) or ""


if TYPE_CHECKING:

    class Text(_Text):
        """A text in the site's languages. One of them is enough; where another is missing, it is shown in its place."""

        def __init__(self, **texts: str | None) -> None: ...

else:
    Text = create_model(
        "Text",
        __base__=_Text,
        __doc__="A text in the site's languages. One of them is enough; it is shown where another is missing.",
        __module__=__name__,
        **{
            language: (
                Markdown | None,
                Field(default=None, title=row.name, description=row.describe, examples=[row.example]),
            )
            for language, row in ROWS.items()
        },
    )
