"""The project's command line: python -m scripts VERB."""

import argparse
import contextlib
import importlib
import io
import os
import sys
from pathlib import Path

from macros.language import LANGUAGES, system_language
from scripts.messages import os_error
from scripts.paths import ROOT

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
    "export",
    "archive",
)


# What a shell reports of a program that a signal ended: 128 and the signal's number.
_BROKEN_PIPE, _INTERRUPTED = 141, 130


def main(arguments: list[str] | None = None, root: Path = ROOT) -> int:
    """Run one verb and return its exit status: 0 clean, 1 problems, 2 usage.

    What the machine refuses, a file that cannot be written or a reader that went away, is told in a sentence or is no
    error at all; a traceback would hide what the verb had to say.
    """
    _print_any_character()
    try:
        status = _run(sys.argv[1:] if arguments is None else arguments, root)
        sys.stdout.flush()
    except BrokenPipeError:
        _forget_output()
        return _BROKEN_PIPE
    except KeyboardInterrupt:
        return _INTERRUPTED
    except OSError as error:
        with contextlib.suppress(BrokenPipeError):
            sys.stdout.flush()
        print(os_error(error), file=sys.stderr)
        return 1
    return status


def _run(given: list[str], root: Path) -> int:
    # A verb needs its own packages alone; only the list of all verbs needs those of all.
    wanted = given[:1] if given[:1] and given[0] in _VERBS else _VERBS
    modules = {name: importlib.import_module(f"scripts.verbs.{name}") for name in wanted}
    parser = argparse.ArgumentParser(prog="python -m scripts", description="Tools of the SageMaker exam guide.")
    shared = argparse.ArgumentParser(add_help=False)
    shared.add_argument("--lang", choices=LANGUAGES, default=system_language(), help="language of the messages")
    shared.set_defaults(root=root)
    verbs = parser.add_subparsers(dest="verb", required=True, metavar="VERB")
    for name, module in modules.items():
        summary = (module.__doc__ or "").splitlines()[0]
        verb = verbs.add_parser(name, help=summary, description=summary, parents=[shared])
        module.add_arguments(verb)
    options = parser.parse_args(given)
    return int(modules[options.verb].run(options))


def _print_any_character() -> None:
    """Have what a console cannot encode printed as its code: a report with U+2192 written out is still a report."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def _forget_output() -> None:
    """Send what is still to be printed nowhere, so that Python does not complain of it at its end."""
    with contextlib.suppress(OSError, ValueError, io.UnsupportedOperation):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


if __name__ == "__main__":
    sys.exit(main())
