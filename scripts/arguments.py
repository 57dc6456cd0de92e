"""Kinds of arguments that more than one verb takes."""

import argparse


def number_of_days(text: str) -> int:
    """Return a number of days that was given on the command line.

    Raises:
        argparse.ArgumentTypeError: the text is no whole number from 0 on.
    """
    if not (text.isascii() and text.isdigit()):
        raise argparse.ArgumentTypeError(f"{text}: not a whole number of days")
    return int(text)
