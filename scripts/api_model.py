"""What the AWS API model, as botocore carries it, says about a limit of facts/limits.yml."""

import html
import re
import textwrap
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import Any, Literal

import botocore
from botocore.loaders import Loader
from botocore.model import ServiceModel

from macros.facts import Botocore, Limit
from macros.problems import near_match

Kind = Literal["bound", "names", "lacks", "nowhere", "silent", "unstated", "no_phrase"]

_INLINE_TAG = re.compile(r"</?(?:a|b|code|em|i|span|strong|sub|sup)\b[^>]*>", re.IGNORECASE)
_TAG = re.compile(r"<[^>]*>")
_SENTENCE_END = re.compile(r"(?<=[.!?])\s+")
_NUMBER = re.compile(r"[0-9][0-9,]*(?:\.[0-9]+)?")
_NUMBER_WORDS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")

# A phrase may give a value in another unit than the file: 1 h as 3600, 20 percent as 0.2.
_UNIT_FACTORS = {
    "min": ("60",),
    "h": ("60", "3600"),
    "days": ("24", "1440", "86400"),
    "percent": ("0.01",),
    "KB": ("1024",),
    "MB": ("1024", "1048576"),
    "GB": ("1024", "1048576", "1073741824"),
}
_MOST_NAMES = 12
_EXCERPT = 240


@dataclass(frozen=True)
class Difference:
    """Where a limit and the API model part.

    Attributes:
        kind: what is wrong: another bound or other names, names that the model lacks, a path that leads nowhere,
            a phrase that is gone, one that does not state the value, or none at all.
        at: which key of the limit to look at, such as ("botocore", "member").
        words: `said` by the file, `found` in the model, the `place` there, and what else the kind needs.
    """

    kind: Kind
    at: tuple[str, ...]
    words: dict[str, str]


class ApiModel:
    """The API models that the installed botocore carries, read from its files, each once."""

    def __init__(self) -> None:
        # Only botocore's own folder: the default would also read what a developer keeps under ~/.aws/models.
        self._loader = Loader(extra_search_paths=[Loader.BUILTIN_DATA_PATH], include_default_search_paths=False)
        self._services: dict[str, Any] = {}

    @property
    def version(self) -> str:
        """The version of botocore."""
        return str(botocore.__version__)

    def difference(self, limit: Limit) -> Difference | None:
        """Return where a limit and the model part; None where they agree, or where the limit has no path to follow."""
        path = limit.botocore
        if path is None:
            return None
        service = self._service(path.service)
        if path.is_ == "operation":
            return _lacking(limit, path, service.operation_names, [path.shape])
        target = _target(service, path)
        if isinstance(target, Difference):
            return target
        if path.is_ == "documented":
            return _undocumented(limit, path, plain_text(target.documentation))
        if path.is_ in {"max", "min"}:
            return _other_bound(limit, path, target.metadata.get(path.is_))
        if path.is_ in {"enum", "enum_contains"}:
            there = target.metadata.get("enum", [])
        else:
            # A shape that is no structure has neither: the report then says that the model holds nothing there.
            there = getattr(target, "required_members", []) if path.is_ == "required" else _members(target)
        return (_lacking if path.is_ in {"enum_contains", "members"} else _other_names)(limit, path, there)

    def _service(self, name: str) -> Any:  # noqa: ANN401 - botocore has no types
        if name not in self._services:
            self._services[name] = ServiceModel(self._loader.load_service_model(name, "service-2"), name)
        return self._services[name]


def plain_text(documentation: str) -> str:
    """Return a text of the API model as a reader sees it: no tags, no entities, single spaces."""
    return " ".join(html.unescape(_TAG.sub(" ", _INLINE_TAG.sub("", documentation))).split())


def holds(text: str, phrase: str) -> bool:
    """Return whether a phrase stands in a text as whole words and numbers: "is 1" is not in "is 10" or "is 1,000"."""
    return bool(re.search(rf"(?<!\w)(?<!\d[.,]){re.escape(phrase)}(?!\w|[.,]\d)", text))


def _target(service: Any, path: Botocore) -> Any:  # noqa: ANN401 - botocore has no types
    """Return the shape or operation that a path leads to, or the Difference that it leads nowhere."""
    if path.is_ == "documented" and path.member is None and path.shape in service.operation_names:
        return service.operation_model(path.shape)
    if path.shape not in service.shape_names:
        known = [*service.shape_names, *(service.operation_names if path.is_ == "documented" else [])]
        return _nowhere(path, "shape", path.shape, known)
    shape = service.shape_for(path.shape)
    if path.member is not None:
        if path.member not in _members(shape):
            return _nowhere(path, "member", path.member, _members(shape))
        shape = shape.members[path.member]
    return shape


def _members(shape: Any) -> list[str]:  # noqa: ANN401 - botocore has no types
    return list(shape.members) if shape.type_name == "structure" else []


def _other_bound(limit: Limit, path: Botocore, found: float | None) -> Difference | None:
    number = _number(limit.value)
    product = None if number is None else number * path.factor
    if product is not None and found is not None and product == Decimal(str(found)):
        return None
    said = _joined(_names(limit.value))
    if product is not None and path.factor != 1:
        said = f"{said} × {path.factor} = {product}"
    return Difference("bound", ("value",), _words(path, f"{path.is_} {said}", f"{path.is_} {_or_dash(found)}"))


def _other_names(limit: Limit, path: Botocore, there: Iterable[str]) -> Difference | None:
    said, found = _names(limit.value), list(there)
    if set(said) == set(found):
        return None
    gone = [name for name in said if name not in found]
    new = [name for name in found if name not in said]
    words = _words(path, _joined(said), _joined(found))
    return Difference("names", ("value",), {**words, "gone": _joined(gone), "new": _joined(new)})


def _lacking(limit: Limit, path: Botocore, there: Iterable[str], more: Iterable[str] = ()) -> Difference | None:
    said, found = _names(limit.value), list(there)
    gone = [name for name in dict.fromkeys([*said, *more]) if name not in found]
    if not gone:
        return None
    near = {near_match(name, found) for name in gone} - {""}
    return Difference(
        "lacks", ("value",), {**_words(path, _joined(said), _joined(sorted(near))), "gone": _joined(gone)}
    )


def _undocumented(limit: Limit, path: Botocore, text: str) -> Difference | None:
    if not path.phrase:
        return Difference("no_phrase", ("botocore",), _words(path, "–", _nearest(text, _joined(_names(limit.value)))))
    phrase = " ".join(path.phrase.split())
    if not holds(text, phrase):
        return Difference("silent", ("botocore", "phrase"), _words(path, phrase, _nearest(text, phrase)))
    if not _states(phrase, limit):
        value = " ".join(filter(None, (_joined(_names(limit.value)), limit.unit)))
        return Difference("unstated", ("value",), _words(path, value, phrase))
    return None


def _states(phrase: str, limit: Limit) -> bool:
    """Return whether a phrase gives a limit's value, in its own or in another unit; a list needs every name."""
    if isinstance(limit.value, list):
        return all(name in phrase for name in limit.value)
    text = str(limit.value)
    number = _number(text.partition(" ")[0])
    if number is None:
        return text in phrase
    factors = [Decimal(factor) for factor in ("1", *_UNIT_FACTORS.get(limit.unit or "", ()))]
    stated = {Decimal(digits.replace(",", "")) for digits in _NUMBER.findall(phrase)}
    stated |= {Decimal(index) for index, word in enumerate(_NUMBER_WORDS, 1) if re.search(rf"\b{word}\b", phrase)}
    return any(number * factor in stated for factor in factors)


def _nearest(text: str, phrase: str) -> str:
    """Return the sentence of a text that shares most words with a phrase: what AWS says now, in all likelihood."""
    wanted = set(phrase.casefold().split())
    sentences = _SENTENCE_END.split(text)
    nearest = max(sentences, key=lambda sentence: len(wanted & set(sentence.casefold().split())))
    return textwrap.shorten(nearest, _EXCERPT, placeholder=" …") or "–"


def _nowhere(path: Botocore, key: str, name: str, known: Iterable[str]) -> Difference:
    words = _words(path, name, near_match(name, known) or "–")
    return Difference("nowhere", ("botocore", key), words)


def _words(path: Botocore, said: str, found: str) -> dict[str, str]:
    place = f"{path.service} {path.shape}" + (f".{path.member}" if path.member else "")
    return {"said": said, "found": found, "place": place}


def _names(value: int | str | list[str]) -> list[str]:
    return value if isinstance(value, list) else [str(value)]


def _number(value: int | str | list[str]) -> Decimal | None:
    try:
        return None if isinstance(value, list) else Decimal(value)
    except InvalidOperation:
        return None


def _joined(names: list[str]) -> str:
    shown = ", ".join(names[:_MOST_NAMES]) or "–"
    return shown if len(names) <= _MOST_NAMES else f"{shown}, … ({len(names)})"


def _or_dash(value: object) -> str:
    return "–" if value is None else str(value)
