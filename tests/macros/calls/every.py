"""Every macro as a method, as a page of one edition calls it."""

from collections.abc import Callable
from functools import partial

from macros.bank import Bank
from macros.calls.registry import MACROS
from macros.language import Language
from macros.pages.addresses import PageContext


class Every:
    """The macros of all subjects, for one page."""

    def __init__(self, bank: Bank, language: Language, page: PageContext) -> None:
        self.bank, self.language, self.page = bank, language, page

    def __getattr__(self, name: str) -> Callable[..., str]:
        subject, method = MACROS[name]
        return partial(method, subject(self.bank, self.language, self.page))
