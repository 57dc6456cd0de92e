"""What was copied from other projects is what they published."""

import hashlib
import re

from tests.conftest import ROOT

FOLDER = ROOT / "overrides/assets/javascripts/vendor"
ROW = re.compile(r"^\| `([^`]+)` \| ([^|]+) \| `[^`]+` \| \w+, `([^`]+)` \| `([0-9a-f]{64})` \|$", re.MULTILINE)


def test_every_vendored_module_has_its_recorded_content_version_and_license() -> None:
    rows = {row[0]: row[1:] for row in ROW.findall((FOLDER / "README.md").read_text("utf-8"))}
    assert sorted(rows) == sorted(file.name for file in FOLDER.glob("*.js"))
    for name, (version, license_file, digest) in rows.items():
        assert re.search(r" \d+\.\d+\.\d+$", version), name
        assert hashlib.sha256((FOLDER / name).read_bytes()).hexdigest() == digest, name
        assert (FOLDER / license_file).stat().st_size > 100, name
