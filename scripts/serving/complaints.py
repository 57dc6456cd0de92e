"""What is wrong, as a browser and a terminal show it: a place, a sentence and a help line in both languages."""

import html
import re
import traceback
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from jinja2 import TemplateError, TemplateSyntaxError
from yaml import MarkedYAMLError

from macros.language import LANGUAGES, Language
from macros.problems import Problem, located
from scripts import messages

_Texts = dict[Language, str]

_KINDS = {
    "page": "a página",
    "question": "a questão",
    "limit": "o limite",
    "feature": "o recurso",
    "picture": "a figura",
    "exam": "a prova",
}
_MISSING = re.compile(r"^there is no (\w+) '([^']*)'(?:; did you mean '([^']*)'\?)?$")
_UNDEFINED = re.compile(r"^'([^']*)' is undefined")
_LINK = re.compile(r"^Doc file '([^']+)' contains (?:a|an \w+) link '([^']*)', but (.*)$", re.DOTALL)
_PLACED = re.compile(
    r"^(?:\[macros(?: - \w+)?\] - )?(?:ERROR )?((?:docs|macros)/\S+?\.\w+)(?::(\d+))?: (.*)$", re.DOTALL
)


@dataclass(frozen=True)
class Complaint:
    """One thing that is wrong.

    Attributes:
        place: "path:line:col", as far as it is known.
        message: what is wrong, by language.
        help: what to do about it, by language.
        holds: whether the last good page stays until it is corrected.
    """

    place: str
    message: _Texts
    help: _Texts
    holds: bool

    def text(self, language: Language) -> str:
        """Return the complaint as a terminal shows it."""
        return located(self.place, self.message[language], self.help[language], language)

    def as_data(self) -> dict[str, Any]:
        """Return the complaint for JSON."""
        return asdict(self)


def of_problems(problems: Iterable[Problem]) -> list[Complaint]:
    """Return what the bank's problems say; only errors hold a page back."""
    return [
        Complaint(
            problem.place,
            {language: f"{problem.code} {problem.message(language)}" for language in LANGUAGES},
            {language: problem.help(language) for language in LANGUAGES},
            problem.rule.severity == "error",
        )
        for problem in problems
    ]


def of_log(root: Path, message: str) -> Complaint:
    """Return what a warning of MkDocs or of mkdocs-macros says about a page."""
    if link := _LINK.match(message):
        file, target = link[1], link[2]
        is_anchor = "anchor" in link[3]
        texts: _Texts = {
            "pt": f"a página existe, mas não o título ou a âncora: {target}"
            if is_anchor
            else f"o link não leva a nada: {target}",
            "en": f"the page is there, but not the heading or anchor: {target}"
            if is_anchor
            else f"the link leads nowhere: {target}",
        }
        return Complaint(_find(root, file, f"({target}"), texts, messages.texts("advice")["link"], holds=False)
    if placed := _PLACED.match(message):
        place = _macro_place(root, placed[1], int(placed[2] or 0))
        advice = messages.texts("advice")["macro" if placed[1].endswith(".md") else "code"]
        return Complaint(place, _macro_texts(placed[3]), advice, holds=True)
    text = re.sub(r"\s+", " ", message).strip()
    return Complaint("", {"pt": text, "en": text}, messages.texts("advice")["site"], holds=False)


def of_error(root: Path, error: BaseException) -> Complaint:
    """Return what an exception says: of a template, of the code of the macros, of a configuration."""
    text = f"{type(error).__name__}: {error}" if not isinstance(error, TemplateError) else str(error.message)
    text = re.sub(r"\s+", " ", html.unescape(text)).strip()
    return Complaint(_error_place(root, error), {"pt": text, "en": text}, messages.texts("advice")["code"], holds=True)


def of_output(root: Path, output: str) -> Complaint:
    """Return what a program said before it died: Python's last line, and the last file of the project that it names."""
    lines = output.strip().splitlines() or ["?"]
    frames = re.findall(rf'File "{re.escape(str(root))}/(?!\.venv/)([^"]+)", line (\d+)', output)
    place = "{}:{}:1".format(*frames[-1]) if frames else ""
    return Complaint(place, {"pt": lines[-1], "en": lines[-1]}, messages.texts("advice")["code"], holds=True)


def _error_place(root: Path, error: BaseException) -> str:
    cause: BaseException | None = error
    while cause:
        if isinstance(cause, MarkedYAMLError) and cause.problem_mark:
            mark = cause.problem_mark
            return f"{_shown(root, mark.name)}:{mark.line + 1}:{mark.column + 1}"
        cause = cause.__cause__ or cause.__context__
    if isinstance(error, TemplateSyntaxError) and error.filename:
        return f"{_shown(root, error.filename)}:{error.lineno}:1"
    for frame in reversed(traceback.extract_tb(error.__traceback__)):
        shown = _shown(root, frame.filename)
        if shown != frame.filename and ".venv/" not in shown and not shown.startswith("scripts/serving/"):
            return f"{shown}:{frame.lineno}:1"
    return ""


def _shown(root: Path, filename: str) -> str:
    path = Path(filename)
    absolute = path if path.is_absolute() else root / path
    return absolute.relative_to(root).as_posix() if absolute.is_relative_to(root) and absolute.is_file() else filename


def _macro_texts(message: str) -> _Texts:
    """Return a macro's complaint in both languages; the macros themselves speak English."""
    if missing := _MISSING.match(message):
        kind = _KINDS.get(missing[1], missing[1])
        near = f"; você quis dizer {missing[3]}?" if missing[3] else ""
        return {"pt": f"não existe {kind} {missing[2]}{near}", "en": message}
    if undefined := _UNDEFINED.match(message):
        return {"pt": f"não existe a macro {undefined[1]}", "en": message}
    return {"pt": message, "en": message}


def _find(root: Path, file: str, wanted: str) -> str:
    """Return the place of a text in a file, or its first line."""
    text = (root / file).read_text("utf-8", errors="replace")
    at = text.find(wanted)
    if at < 0:
        return f"{file}:1:1"
    return f"{file}:{text.count(chr(10), 0, at) + 1}:{at - text.rfind(chr(10), 0, at) + len('(')}"


def _macro_place(root: Path, file: str, line: int) -> str:
    lines = (root / file).read_text("utf-8", errors="replace").splitlines()
    if not 0 < line <= len(lines):
        return f"{file}:{max(line, 1)}:1"
    return f"{file}:{line}:{max(lines[line - 1].find('{'), 0) + 1}"
