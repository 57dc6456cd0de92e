"""Every subject that has macros: a new one is added here, a new macro of an old one only there."""

from collections.abc import Callable
from typing import Any

from macros.calls.availability import Availability
from macros.calls.base import Macros
from macros.calls.coverage import Coverage
from macros.calls.downloads import Downloads
from macros.calls.exams import Exams
from macros.calls.glossary import Glossary
from macros.calls.limits import Limits
from macros.calls.performance import Measurements
from macros.calls.pictures import Pictures
from macros.calls.practice import Practice
from macros.calls.quizzes import Quizzes
from macros.calls.rules import Rules
from macros.calls.sources import Sources
from macros.calls.study import Study

SUBJECTS: tuple[type[Macros], ...] = (
    Availability,
    Coverage,
    Downloads,
    Exams,
    Glossary,
    Limits,
    Measurements,
    Pictures,
    Practice,
    Quizzes,
    Rules,
    Sources,
    Study,
)

# Each macro by its name: the class that has it, and its method.
MACROS: dict[str, tuple[type[Macros], Callable[..., Any]]] = {
    name: (subject, method) for subject in SUBJECTS for name, method in subject.names()
}
