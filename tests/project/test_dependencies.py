"""What is imported is asked for in pyproject.toml and installed, and a release says what it is made of."""

import ast
import json
import os
import re
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.conftest import ROOT

LOCKS = {"requirements.lock": "dev", "requirements-links.lock": "links", "requirements-zensical.lock": "zensical"}


def entries(lock: str) -> dict[str, str]:
    """Return each package's lines of a lock, by name and version."""
    rows = re.split(r"^(?=[a-z0-9.-]+==)", (ROOT / lock).read_text("utf-8"), flags=re.MULTILINE)[1:]
    return {row.split()[0]: row for row in rows}


def pins(lock: str) -> dict[str, str]:
    return dict(entry.split("==") for entry in entries(lock))


@pytest.mark.parametrize(("lock", "group"), LOCKS.items())
def test_a_lock_gives_what_pyproject_asks_for(lock: str, group: str) -> None:
    """Dependabot raises the bounds and leaves the lock: `make lock` is then what is missing."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    asked = [*project["dependency-groups"][group], *(project["project"]["dependencies"] if group == "dev" else [])]
    locked = pins(lock)
    wrong = {
        str(requirement): locked.get(canonicalize_name(requirement.name))
        for requirement in map(Requirement, asked)
        if locked.get(canonicalize_name(requirement.name), "0") not in requirement.specifier
    }
    assert not wrong, "run: make lock"


@pytest.mark.parametrize("lock", LOCKS)
def test_every_locked_package_has_its_hashes_and_no_index(lock: str) -> None:
    rows = entries(lock)
    assert rows
    assert all("--hash=sha256:" in row for row in rows.values())
    assert "://" not in (ROOT / lock).read_text("utf-8")


def imported(folder: str) -> Iterator[str]:
    """Yield the packages, other than Python's and the project's, that a folder's modules import."""
    for file in (ROOT / folder).rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            names += [str(node.module)] if isinstance(node, ast.ImportFrom) else []
            tops = {name.partition(".")[0] for name in names}
            yield from tops - sys.stdlib_module_names - {"macros", "scripts", "tests"}


def test_every_package_that_is_imported_is_asked_for_by_its_own_name() -> None:
    """What another package brings along may go with that package's next version."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    made_by = packages_distributions()
    for folder, groups in (("macros", []), ("scripts", ["dev"]), ("tests", ["dev"])):
        rows = [
            *project["project"]["dependencies"],
            *(row for group in groups for row in project["dependency-groups"][group]),
        ]
        asked = {canonicalize_name(Requirement(row).name) for row in rows}
        needed = {canonicalize_name(made_by[name][0]) for name in imported(folder)}
        assert needed, folder
        assert needed <= asked, folder


@pytest.mark.system
def test_the_bill_of_materials_names_every_locked_package_with_its_hashes(tmp_path: Path) -> None:
    for file in ("Makefile", "pyproject.toml", "requirements.lock"):
        shutil.copy(ROOT / file, tmp_path)
    venv = ROOT / ".venv"
    result = subprocess.run(
        ["make", "--assume-old", f"{venv}/.ready", f"VENV={venv}", "sbom"],  # noqa: S607
        cwd=tmp_path,
        env={name: value for name, value in os.environ.items() if not name.startswith("MAKE")},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    assert result.returncode == 0, result.stdout
    bill = json.loads((tmp_path / "dist" / "sbom.cdx.json").read_text("utf-8"))
    assert bill["metadata"]["component"]["name"] == "sagemaker-exam-guide"
    assert {(part["name"], part["version"]) for part in bill["components"]} == set(pins("requirements.lock").items())
    assert all(part["externalReferences"][0]["hashes"] for part in bill["components"])
