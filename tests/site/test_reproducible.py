"""The same sources give the same site, whoever builds it, where and when."""

import pytest

from tests.conftest import Project, Site

pytestmark = pytest.mark.site


def test_the_same_build_twice_gives_byte_identical_files(project: Project, site: Site) -> None:
    result = project.build(
        SITE_URL=site.address,
        SOURCE_DATE_EPOCH="1000000000",
        TZ="Asia/Kathmandu",
        PYTHONHASHSEED="7",
        LC_ALL="pt_BR.UTF-8",
    )
    assert result.returncode == 0, result.stdout
    first, second = (
        {file.relative_to(root).as_posix(): file.read_bytes() for file in root.rglob("*") if file.is_file()}
        for root in (site.root, project.root / "site")
    )
    assert first.keys() == second.keys()
    assert [name for name in first if first[name] != second[name]] == []
    assert len(first) > 100
