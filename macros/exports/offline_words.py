"""What the offline parts of the site say: the scripts that say it are on any page, and so take it from a file."""

import json

from macros.language import Language
from macros.rendering.words import sections

# Below the root of an edition; overrides/assets/javascripts/offline/words.js reads it.
FILE = "assets/offline.json"


def offline_words(language: Language) -> bytes:
    """Return the words as JSON, by key."""
    return json.dumps(sections(language)["offline"]["browser"], ensure_ascii=False).encode()
