"""What the last kept run of `make bench` measured."""

from macros.calls.base import Macros, macro
from macros.rendering.performance import Performance


class Measurements(Macros):
    """The macro that shows one run."""

    @macro
    def performance(self, name: str) -> str:
        """Return a number of the run by its name, "budgets" as a table, or "curve" as a picture."""
        measured = Performance(self.root, self.language)
        return {"budgets": measured.budgets, "curve": measured.curve}.get(name, lambda: measured.figure(name))()
