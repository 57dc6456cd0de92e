"""Pack a folder into a .tar.gz that is the same, byte for byte, wherever and whenever it is made."""

import argparse
import gzip
import sys
import tarfile
from pathlib import Path

from scripts.messages import Messages


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the verb's arguments."""
    parser.add_argument("folder", type=Path)
    parser.add_argument("archive", type=Path)


def run(options: argparse.Namespace) -> int:
    """Write the archive; 2 where there is no such folder."""
    if not options.folder.is_dir():
        print(Messages("archive", options.lang)("no_folder", folder=options.folder), file=sys.stderr)
        return 2
    options.archive.parent.mkdir(parents=True, exist_ok=True)
    with (
        options.archive.open("wb") as raw,
        gzip.GzipFile(fileobj=raw, mode="wb", filename="", mtime=0) as zipped,
        tarfile.open(fileobj=zipped, mode="w") as archive,
    ):
        for file in sorted(file for file in options.folder.rglob("*") if file.is_file()):
            archive.add(file, f"{options.folder.name}/{file.relative_to(options.folder).as_posix()}", filter=_plain)
    return 0


def _plain(member: tarfile.TarInfo) -> tarfile.TarInfo:
    """Leave out when, by whom and with what rights a file was written."""
    member.mtime, member.mode = 0, 0o644
    member.uid = member.gid = 0
    member.uname = member.gname = ""
    return member
