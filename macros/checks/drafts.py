"""What can be said of a question whose shape is wrong: nothing about what it lacks, all about what it has."""

from collections.abc import Iterable, Iterator

from macros.language import LANGUAGES
from macros.problems import Problem
from macros.questions.entry import Entry
from macros.questions.model import MAX_OPTIONS, MIN_OPTIONS
from macros.reading.drafts import is_below

# Rules that look at more than the field they name: at these keys as well, wherever they are.
_LOOK_AT = {
    "Q007": {"correct", "options"},
    "Q008": {"correct", "options"},
    "Q020": {"status", "also_accepted"},
    "Q021": {"options", "correct", "also_accepted"},
    "Q022": {"note", "status"},
    "B011": {"status", "page"},
    "B014": {"stem", "text", "options", "why", *LANGUAGES, "takeaway"},
    "B015": {"stem", "text", "options", "limits"},
    "W004": {"text", "correct", "options"},
    "W005": {"text", "correct", "options"},
    "W007": {"stem", "text", "correct", "options"},
    "W008": {"text", "correct", "options"},
    "W009": {"text", "options"},
    "W010": {"correct", "options"},
    "B018": {"status", "page", "note"},
}


def judgeable(entry: Entry, problems: Iterable[Problem]) -> Iterator[Problem]:
    """Yield the problems that do not come from what a draft lacks; of a whole question, all of them."""
    lacking = {[step for step in path if isinstance(step, str)][-1] for path in entry.absent}
    if entry.absent and not MIN_OPTIONS <= len(entry.question.options) <= MAX_OPTIONS:
        lacking.add("options")
    for problem in problems:
        is_made_up = is_below(problem.where, entry.absent) if problem.where else False
        if not is_made_up and lacking.isdisjoint(_LOOK_AT.get(problem.code, ())):
            yield problem
