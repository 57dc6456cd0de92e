"""The project's command line: python -m scripts VERB."""

import argparse
import sys

from scripts import archive, browser, coverage, facts, ids, links, new, preview, schema, sources, spelling, validate

_VERBS = {
    "validate": validate,
    "new": new,
    "schema": schema,
    "ids": ids,
    "coverage": coverage,
    "facts": facts,
    "links": links,
    "sources": sources,
    "spelling": spelling,
    "browser": browser,
    "preview": preview,
    "archive": archive,
}


def main(arguments: list[str] | None = None) -> int:
    """Run one verb and return its exit status: 0 clean, 1 problems, 2 usage."""
    parser = argparse.ArgumentParser(prog="python -m scripts", description="Tools of the SageMaker exam guide.")
    verbs = parser.add_subparsers(dest="verb", required=True, metavar="VERB")
    for name, module in _VERBS.items():
        summary = (module.__doc__ or "").splitlines()[0]
        module.add_arguments(verbs.add_parser(name, help=summary, description=summary))
    options = parser.parse_args(arguments)
    return int(_VERBS[options.verb].run(options))


if __name__ == "__main__":
    sys.exit(main())
