"""The same sources give the same site, whoever builds it, where and when."""

from pathlib import Path

import pytest

from tests.conftest import copy_mini_project

pytestmark = pytest.mark.site


def test_the_same_build_twice_gives_byte_identical_files(tmp_path: Path) -> None:
    built = []
    for name, environment in (
        ("here", {}),
        ("elsewhere", {"TZ": "Asia/Kathmandu", "PYTHONHASHSEED": "7", "LC_ALL": "pt_BR.UTF-8"}),
    ):
        (tmp_path / name).mkdir()
        project = copy_mini_project(tmp_path / name)
        result = project.build(SOURCE_DATE_EPOCH=f"{1_000_000_000 + len(name)}", **environment)
        assert result.returncode == 0, result.stdout
        root = project.root / "site"
        built.append({file.relative_to(root): file.read_bytes() for file in root.rglob("*") if file.is_file()})
    first, second = built
    assert first.keys() == second.keys()
    assert [name for name in first if first[name] != second[name]] == []
    assert Path("inference/async/index.html") in first
