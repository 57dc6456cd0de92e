"""Which pages a change touches: by their text, by their questions, and by the facts and pictures that they show."""

import subprocess
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from macros.bank import Bank
from macros.language import DEFAULT, Language
from macros.pages.document import Call
from macros.reading.trees import parse_tree
from macros.rendering.pictures import LIMIT, load_picture, picture_names

# By each file of facts, the macros that show something of it. Those without a key show all of it.
_SHOWN_BY = {
    "facts/limits.yml": ("limit", "limits"),
    "facts/availability.yml": ("availability", "availability_table"),
    "facts/exams.yml": ("exam", "coverage", "out_of_scope"),
    "facts/other-exams.yml": ("exam",),
    "facts/glossary.yml": ("glossary",),
}
# What a fact says for those who maintain it.
_UNSEEN = frozenset({"reviewed", "botocore"})
# Code and templates; what they change is on no list.
_ANYWHERE = ("macros/", "overrides/", "docs/pictures/", "mkdocs")


@dataclass(frozen=True)
class Touched:
    """A page of an edition, and those of its questions that changed."""

    path: str
    questions: tuple[str, ...] = ()


@dataclass(frozen=True)
class Change:
    """What differs from a commit.

    Attributes:
        files: those that differ, new ones included and deleted ones left out, sorted.
        keys: of the facts among them, by file, such as "async.payload_max" of facts/limits.yml.
    """

    files: tuple[str, ...]
    keys: Mapping[str, Collection[str]] = field(default_factory=dict)

    @property
    def pictures(self) -> frozenset[str]:
        """The pictures whose drawing or words differ, or the numbers that those quote."""
        limits = self.keys.get("facts/limits.yml", ())
        quoting = {
            name
            for name in picture_names()
            for words in load_picture(name).texts()
            if not set(LIMIT.findall(words[DEFAULT])).isdisjoint(limits)
        }
        return frozenset(quoting.union(filter(None, map(_picture, self.files))))

    @property
    def anywhere(self) -> list[str]:
        """The files that may change any page."""
        return [file for file in self.files if file.startswith(_ANYWHERE) and not _picture(file)]


def _picture(file: str) -> str:
    """Return the name of the picture that a file draws or words, or an empty string."""
    path = Path(file)
    return path.stem if path.parent == Path("docs/pictures") and path.stem in picture_names() else ""


def change_since(base: str, root: Path) -> Change:
    """Return what differs from a commit.

    Raises:
        subprocess.CalledProcessError: there is no such commit.
    """
    listed = _git(root, "diff", "--name-only", "--diff-filter=d", base, "--")
    files = sorted([*listed.splitlines(), *_git(root, "ls-files", "--others", "--exclude-standard").splitlines()])
    before = set(_git(root, "ls-tree", "--name-only", base, "facts/").splitlines())
    keys = {
        file: _changed_keys(file, _git(root, "show", f"{base}:{file}") if file in before else "", root)
        for file in files
        if file in _SHOWN_BY
    }
    return Change(tuple(files), keys)


def _git(root: Path, *arguments: str) -> str:
    command = ["git", "-c", "core.quotePath=false", *arguments]
    return subprocess.run(command, cwd=root, check=True, capture_output=True, text=True).stdout  # noqa: S603


def _changed_keys(file: str, before: str, root: Path) -> frozenset[str]:
    old, new = _rows(file, before), _rows(file, (root / file).read_text("utf-8"))
    return frozenset(key for key in old.keys() | new.keys() if old.get(key) != new.get(key))


def _rows(file: str, text: str) -> dict[str, Any]:
    """Return what a file of facts shows to readers, by its keys."""
    tree, _ = parse_tree(text, file)
    rows: Any = tree.plain() if tree else {}
    if file == "facts/limits.yml":
        rows = {f"{section}.{name}": limit for section, limits in rows.items() for name, limit in limits.items()}
    return {key: {name: value for name, value in row.items() if name not in _UNSEEN} for key, row in rows.items()}


def touched(change: Change, bank: Bank, edition: Language) -> list[Touched]:
    """Return the pages of an edition that a change touches, sorted.

    Args:
        change: what differs.
        bank: the bank as it is now.
        edition: whose pages.
    """
    by_file = {entry.label: entry for entry in bank.entries.values()}
    questions: dict[str, list[str]] = defaultdict(list)
    for entry in (by_file[file] for file in change.files if file in by_file):
        # A page changes by a retired question too, and no longer shows it.
        questions[entry.question.page_path] += [entry.id] if entry.question.status != "retired" else []
    found = set(questions) | _pages_written(change.files, edition)
    pictures = change.pictures
    found |= {
        path
        for path, page in bank.pages.pages[edition].items()
        if _shows_changed(page.document.calls, change.keys, pictures)
    }
    return [Touched(path, tuple(questions[path])) for path in sorted(found)]


def _pages_written(files: Iterable[str], edition: Language) -> set[str]:
    folder = f"docs/{edition}/"
    return {
        file.removeprefix(folder).removesuffix(".md")
        for file in files
        if file.startswith(folder) and file.endswith(".md")
    }


def _shows_changed(calls: Iterable[Call], keys: Mapping[str, Collection[str]], pictures: Collection[str]) -> bool:
    """Return whether one of a page's macros shows a changed fact or picture."""
    return any(
        (call.name == "picture" and not set(call.arguments).isdisjoint(pictures))
        or any(_shows(call, file, changed) for file, changed in keys.items())
        for call in calls
    )


def _shows(call: Call, file: str, changed: Collection[str]) -> bool:
    if call.name not in _SHOWN_BY[file]:
        return False
    if not call.arguments:
        return bool(changed)
    # A macro may name a whole section of the changed limit, or one figure of the changed exam.
    return any(
        f"{one}.".startswith(f"{other}.")
        for argument in call.arguments
        for key in changed
        for one, other in ((argument, key), (key, argument))
    )
