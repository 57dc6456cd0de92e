"""The rooms of the code: small modules, few in a folder, and no way up or round between them."""

import ast
import statistics
from collections import defaultdict
from pathlib import Path

import pytest

from tests.conftest import ROOT

MODULES = sorted(file for folder in ("macros", "scripts") for file in (ROOT / folder).rglob("*.py"))
SCRIPTS = ROOT / "overrides" / "assets" / "javascripts"
# What is kept of other projects is as long as they made it.
PAGE_MODULES = sorted(file for file in SCRIPTS.rglob("*.js") if file.parent != SCRIPTS / "vendor")
MOST_IN_FOLDER, LONGEST, MEDIAN = 15, 300, 120

# From the ground up: what is on a floor imports what is on lower floors, or its own room.
FLOORS = [
    {"macros.language", "macros.errors", "macros.problems", "macros.markup"},
    {"macros.reading"},
    {"macros.text"},
    {"macros.facts", "macros.questions"},
    {"macros.pages"},
    {"macros.checks"},
    {"macros.bank"},
    {"macros.reports"},
    {"macros.rendering"},
    {"macros.exports", "macros.calls"},
    {"macros"},
    {"scripts"},
]
FLOOR = {room: number for number, rooms in enumerate(FLOORS) for room in rooms}


def name_of(file: Path) -> str:
    return ".".join(file.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")


def room_of(module: str) -> str:
    """Return the room on whose floor a module is: the longest that holds it."""
    return max((room for room in FLOOR if f"{module}.".startswith(f"{room}.")), key=len)


def imports(file: Path) -> set[str]:
    """Return the modules that a file imports, those in functions too."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            names = {f"{node.module}.{alias.name}" for alias in node.names} & NAMES
            found |= names or {node.module}
    return found


NAMES = {name_of(file) for file in MODULES}
IMPORTS = {name_of(file): imports(file) for file in MODULES}


def test_folder_holds_few_modules() -> None:
    folders: dict[Path, int] = defaultdict(int)
    for file in [*MODULES, *PAGE_MODULES]:
        folders[file.parent] += file.name != "__init__.py"
    assert {folder.relative_to(ROOT).as_posix(): n for folder, n in folders.items() if n > MOST_IN_FOLDER} == {}


def test_modules_are_short() -> None:
    for files in (MODULES, PAGE_MODULES):
        lengths = {file.relative_to(ROOT).as_posix(): file.read_text("utf-8").count("\n") for file in files}
        assert {name: length for name, length in lengths.items() if length > LONGEST} == {}
        assert statistics.median(lengths.values()) <= MEDIAN


def test_module_imports_nothing_from_higher_floor() -> None:
    up = {
        (module, other)
        for module, found in IMPORTS.items()
        for other in found & NAMES
        if room_of(other) != room_of(module)
        and FLOOR[room_of(other)] >= FLOOR[room_of(module)]
        and not (module == "macros" or FLOOR[room_of(other)] == FLOOR[room_of(module)] == 0)
    }
    assert up == set()


def test_imports_have_no_circle() -> None:
    done: set[str] = set()

    def visit(module: str, path: tuple[str, ...]) -> None:
        assert module not in path, " -> ".join([*path[path.index(module) :], module])
        if module not in done:
            for other in sorted(IMPORTS[module] & NAMES - {module}):
                visit(other, (*path, module))
            done.add(module)

    for module in sorted(NAMES):
        visit(module, ())


@pytest.mark.parametrize("package", ["mkdocs", "mkdocs_macros", "material", "zensical", "scripts", "tests"])
def test_macros_know_no_builder_and_no_script(package: str) -> None:
    found = {
        (module, other)
        for module, names in IMPORTS.items()
        if module.partition(".")[0] == "macros"
        for other in names
        if other.partition(".")[0] == package
    }
    assert found == set()
