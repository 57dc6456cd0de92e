"""An empty page for what needs no site: the pure modules of overrides/assets/javascripts, as a browser runs them."""

from dataclasses import dataclass
from typing import Any

from playwright.sync_api import Page

CALL = """async ([module, name, parameters]) => {
  const found = await import(`/assets/javascripts/${module}.js`);
  return found[name](...parameters);
}"""


@dataclass(frozen=True)
class Lab:
    """A page that has nothing on it."""

    page: Page

    def call(self, module: str, name: str, *parameters: object) -> Any:
        """Return what a function of a module returns, such as `call("exam/clock", "shown", 1)`."""
        return self.page.evaluate(CALL, [module, name, list(parameters)])

    def run(self, script: str, parameters: object = None) -> Any:
        """Return what a function returns, which imports modules by their address below the root."""
        return self.page.evaluate(script, parameters)
