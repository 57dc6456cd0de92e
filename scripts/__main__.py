"""The project's command line: python -m scripts VERB."""

import argparse
import importlib
import sys

_VERBS = (
    "validate",
    "build",
    "serve",
    "new",
    "schema",
    "ids",
    "coverage",
    "facts",
    "links",
    "sources",
    "spelling",
    "browser",
    "preview",
    "archive",
)


def main(arguments: list[str] | None = None) -> int:
    """Run one verb and return its exit status: 0 clean, 1 problems, 2 usage."""
    given = sys.argv[1:] if arguments is None else arguments
    # A verb needs its own packages alone; only the list of all verbs needs those of all.
    wanted = given[:1] if given[:1] and given[0] in _VERBS else _VERBS
    modules = {name: importlib.import_module(f"scripts.verbs.{name}") for name in wanted}
    parser = argparse.ArgumentParser(prog="python -m scripts", description="Tools of the SageMaker exam guide.")
    verbs = parser.add_subparsers(dest="verb", required=True, metavar="VERB")
    for name, module in modules.items():
        summary = (module.__doc__ or "").splitlines()[0]
        module.add_arguments(verbs.add_parser(name, help=summary, description=summary))
    options = parser.parse_args(given)
    return int(modules[options.verb].run(options))


if __name__ == "__main__":
    sys.exit(main())
