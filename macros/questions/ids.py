"""Keep quizzes/ids.txt: every id that was ever published, so that none disappears or is used for something else."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from macros.problems import Position, Problem, near_match
from macros.questions.entry import Entry

LEDGER = "quizzes/ids.txt"
_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*(?:/[a-z0-9]+(?:-[a-z0-9]+)*)+\Z")
_LINE = re.compile(r"(?P<id>[a-z0-9/-]+)(?: (?P<retired>retired)| -> (?P<new>[a-z0-9/-]+))?\Z")


@dataclass(frozen=True)
class Line:
    """One published id: still used, retired, or renamed."""

    number: int
    id: str
    retired: bool = False
    new: str | None = None

    def __str__(self) -> str:
        if self.new:
            return f"{self.id} -> {self.new}"
        return f"{self.id} retired" if self.retired else self.id


def is_question_id(text: str) -> bool:
    """Return whether a text can be a question's id: kebab-case ASCII parts under a topic."""
    return _ID.match(text) is not None


def read_ledger(root: Path) -> tuple[list[Line], list[Problem]]:
    """Read quizzes/ids.txt; a project without one has published nothing yet."""
    file = root / LEDGER
    lines: list[Line] = []
    problems: list[Problem] = []
    for number, text in enumerate(file.read_text("utf-8", "replace").splitlines() if file.is_file() else [], start=1):
        if not text or text.startswith("#"):
            continue
        match = _LINE.match(text)
        if match:
            lines.append(Line(number, match["id"], match["retired"] is not None, match["new"]))
        else:
            problems.append(Problem("B010", LEDGER, Position(number), {"line": text}))
    return lines, problems


def renamed(lines: Sequence[Line]) -> dict[str, str]:
    """Return each former id with the id that its question has now, a question's first name first.

    A question may be renamed again: of `a -> b` and `b -> c`, both now mean c.
    """
    new = {line.id: line.new for line in lines if line.new}

    def path(question_id: str) -> list[str]:
        """Return an id and those that took its place in turn, each once."""
        seen = [question_id]
        while (after := new.get(seen[-1])) and after not in seen:
            seen.append(after)
        return seen

    paths = sorted((path(old) for old in new), key=len, reverse=True)
    return {names[0]: names[-1] for names in paths}


def check_ledger(lines: list[Line], entries: Mapping[str, Entry], unread: frozenset[str]) -> Iterator[Problem]:
    """Yield a problem for every published id that is gone, and for every one that came back as something else.

    Args:
        lines: the ledger.
        entries: the questions that could be read, by id.
        unread: the ids of files that are there but could not be read.
    """
    present = entries.keys() | unread
    now = renamed(lines)
    for line in lines:
        position = Position(line.number)
        entry = entries.get(line.id)
        if line.new is not None:
            if now[line.id] not in present:
                near = near_match(now[line.id], present)
                yield Problem("B010", LEDGER, position, {"line": str(line), "near": near})
            if entry is not None:
                yield entry.problem("B009", id=line.id, line=str(line))
        elif line.retired and entry is not None and entry.question.is_visible:
            yield entry.problem("B009", ("status",), id=line.id, line=str(line))
        if line.new is None and line.id not in present:
            yield Problem("B005", LEDGER, position, {"id": line.id, "near": near_match(line.id, present)})


def updated_ledger(lines: list[Line], entries: Mapping[str, Entry]) -> str:
    """Return the ledger with every question of the bank in it, as text."""
    known = {line.id: line for line in lines}
    for question_id, entry in entries.items():
        if question_id not in known or known[question_id].new is None:
            known[question_id] = Line(0, question_id, retired=not entry.question.is_visible)
    header = "# Every id ever published: `id`, `id retired` or `old -> new`. Written by: python -m scripts ids\n"
    return header + "".join(f"{known[question_id]}\n" for question_id in sorted(known))
