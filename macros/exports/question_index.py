"""Every page's questions as a small file, for what shows a reader's progress on more than one page."""

import json

from macros.bank import Bank
from macros.language import Language
from macros.pages.addresses import page_url
from macros.rendering.words import PROGRESS_STRINGS
from macros.reports.domains import first_exam_domains

# Below the root of each edition; overrides/assets/javascripts/quiz/progress-index.js reads it.
FILE = "assets/questions.json"


def question_index(bank: Bank, language: Language) -> str:
    """Return JSON: the words about progress, and each page's questions with their revisions, by the page's address.

    `counted` has one character for each question, in that order: the domain of the first exam that it counts for.
    """
    pages = {
        page_url(path): {entry.id: entry.question.revision for entry in entries}
        for path in sorted({entry.question.page_path for entry in bank.entries.values()})
        if (entries := bank.on_page(path))
    }
    domains = first_exam_domains(bank)
    counted = "".join(domains.get(question_id, "-") for questions in pages.values() for question_id in questions)
    words = PROGRESS_STRINGS[language].browser
    return json.dumps({"words": words, "counted": counted, "pages": pages}, ensure_ascii=False)
