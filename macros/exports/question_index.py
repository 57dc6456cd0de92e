"""Every page's questions as a small file, for what shows a reader's progress on more than one page."""

import json

from macros.bank import Bank
from macros.language import Language
from macros.pages.addresses import page_url
from macros.rendering.words import PROGRESS_STRINGS

# Below the root of each edition; overrides/assets/javascripts/quiz/progress-index.js reads it.
FILE = "assets/questions.json"


def question_index(bank: Bank, language: Language) -> str:
    """Return JSON: the words about progress, and each page's questions with their revisions, by the page's address."""
    pages = {
        page_url(path): {entry.id: entry.question.revision for entry in entries}
        for path in sorted({entry.question.page_path for entry in bank.entries.values()})
        if (entries := bank.on_page(path))
    }
    return json.dumps({"words": PROGRESS_STRINGS[language].browser, "pages": pages}, ensure_ascii=False)
