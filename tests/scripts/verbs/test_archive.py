import os
import tarfile
from pathlib import Path

from scripts.__main__ import main


def test_an_archive_depends_on_names_and_contents_alone(tmp_path: Path) -> None:
    archives = []
    for number, names in enumerate((["b/c.txt", "a.txt"], ["a.txt", "b/c.txt"])):
        site = tmp_path / str(number) / "site"
        for name in names:
            (site / name).parent.mkdir(parents=True, exist_ok=True)
            (site / name).write_text(name, "utf-8")
            os.utime(site / name, (number, number))
            (site / name).chmod(0o600 + number * 0o44)
        archives.append(tmp_path / f"{number}.tar.gz")
        assert main(["archive", str(site), str(archives[-1])]) == 0
    assert archives[0].read_bytes() == archives[1].read_bytes()
    with tarfile.open(archives[0]) as archive:
        assert archive.getnames() == ["site/a.txt", "site/b/c.txt"]


def test_a_folder_that_is_not_there_is_a_usage_error(tmp_path: Path) -> None:
    assert main(["archive", str(tmp_path / "x"), str(tmp_path / "y.tar.gz")]) == 2
