"""Pictures for both editions: the drawing is a template in templates/pictures, its words a data file beside it."""

import functools
import re
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import jinja2

from macros.bank import Bank
from macros.errors import MacroError, require
from macros.language import EXAM_LANGUAGE, Language, format_quantity
from macros.reading.models import StrictModel, validate_tree
from macros.reading.trees import read_tree
from macros.rendering.questions import single_line
from macros.rendering.svg_lines import wrap
from macros.text import Text

FOLDER = Path(__file__).parents[2] / "docs" / "pictures"

# What the words write for a number of facts/limits.yml, as pages do.
LIMIT = re.compile(r'\{\{ limit\("([^"]+)"\) \}\}')


class Panel(StrictModel):
    """What one image of a picture is called, and all that it shows, for those who do not see it."""

    title: Text
    description: Text


class Picture(StrictModel):
    """The words of a picture: of its panels, of the line below them, and of its template by name."""

    panels: list[Panel]
    caption: Text
    words: dict[str, Text]

    def texts(self) -> list[Text]:
        """Return all that a reader of the picture reads or hears."""
        panels = [text for panel in self.panels for text in (panel.title, panel.description)]
        return [*panels, self.caption, *self.words.values()]


def picture_names() -> list[str]:
    """Return the names that `picture` takes."""
    return sorted(file.stem for file in FOLDER.glob("*.svg"))


@functools.cache
def load_picture(name: str) -> Picture:
    """Return the words of a picture.

    Raises:
        MacroError: its data file has a mistake; the message is the first one, with its place.
    """
    label = f"docs/pictures/{name}.yml"
    tree, problems = read_tree(FOLDER / f"{name}.yml", label)
    picture = None
    if tree is not None and not problems:
        picture, problems = validate_tree(Picture, tree, label, problems)
    if picture is None or problems:
        raise MacroError(problems[0].text(EXAM_LANGUAGE) if problems else f"{label} is empty")
    return picture


def render_picture(bank: Bank, language: Language, name: str) -> str:
    """Return a picture as HTML on a single line: a figure that search passes over, of one SVG for each panel.

    Raises:
        MacroError: there is no such picture, or its words name a limit that is none.
    """
    require(name, picture_names(), "picture")
    picture = load_picture(name)
    say = _speaker(bank, language)
    template = _environment().get_template(f"{name}.svg")
    return single_line(
        template.render(
            name=name,
            panels=[{"title": say(panel.title), "description": say(panel.description)} for panel in picture.panels],
            caption=say(picture.caption),
            t=SimpleNamespace(**{key: say(words) for key, words in picture.words.items()}),
        )
    )


def _speaker(bank: Bank, language: Language) -> Callable[[Text], str]:
    """Return what gives words in one language, with the limits that they name filled in."""

    def filled(match: re.Match[str]) -> str:
        limit = bank.facts.limits.get(match[1])
        if limit is None or not isinstance(limit.value, int):
            raise MacroError(f"a picture quotes {match[1]!r}, which is not a number of facts/limits.yml")
        return format_quantity(limit.value, limit.unit, language)

    return lambda words: LIMIT.sub(filled, words[language])


@functools.cache
def _environment() -> jinja2.Environment:
    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(FOLDER),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    environment.filters["wrapped"] = wrap
    return environment
