"""Leave out of the site what the theme brings and no page ever asks for."""

import re
import shutil
from pathlib import Path

# The theme's own search with its languages: the site has another one. Types are for whoever writes the scripts.
_FOLDERS = ("assets/javascripts/lunr", "assets/javascripts/workers")
_FILES = ("*.map", "*.d.ts")
_TO_SOURCE_MAP = re.compile(rb"\n(?://# sourceMappingURL=\S+|/\*# sourceMappingURL=\S+ \*/)\s*\Z")


def remove_unused(edition: Path) -> None:
    """Remove from an edition what nothing loads, and what leads browsers to the source maps that were there."""
    for folder in _FOLDERS:
        shutil.rmtree(edition / folder, ignore_errors=True)
    for pattern in _FILES:
        for file in (edition / "assets").rglob(pattern):
            file.unlink()
    for pattern in ("*.js", "*.css"):
        for file in (edition / "assets").rglob(pattern):
            content = file.read_bytes()
            if b"sourceMappingURL=" in content:
                file.write_bytes(_TO_SOURCE_MAP.sub(b"\n", content))
