"""Formulas in TeX, which this site shows as they were typed: rule Q026.

A formula in words or in code reads the same on a phone, on paper, aloud and in an export to Anki, and needs no library.
So nothing on the site renders TeX; what there is, is a rule that says so before a reader sees it.
"""

import re
from collections.abc import Iterator

_LETTERS = (
    "alpha|beta|gamma|delta|epsilon|varepsilon|zeta|eta|theta|lambda|mu|nu|xi|pi|rho|sigma|tau|phi|varphi|chi|psi|omega"
    "|Delta|Gamma|Lambda|Omega|Phi|Pi|Psi|Sigma|Theta"
)
_SYMBOLS = (
    "sum|prod|int|partial|nabla|infty|cdot|times|div|pm|le|leq|ge|geq|ne|neq|approx|equiv|sim|propto|in|notin|cup|cap"
    "|subset|to|rightarrow|leftarrow|forall|exists|log|ln|exp|max|min|arg|lim|sin|cos|left|right|ldots|dots|quad"
)
# A dollar stands before a price, after the letters of a currency, or before the name of a variable: none of these is
# the end of a formula, and what only lies between two prices has nothing of one.
_FORMULA = re.compile(
    r"\$\$(?P<display>.+?)\$\$"
    r"|\\\((?P<round>.+?)\\\)"
    r"|\\\[(?P<square>[^\]]*?(?:\\[A-Za-z]|[\^_=])[^\]]*?)\\\]"
    r"|(?<![\w$\\])\$(?P<inline>(?=[^\s$])(?:[^$`\n]|\n(?!\n))*?[^\s$])(?<!\sR)(?<!US)\$(?![\w$])"
    rf"|(?P<bare>\\[A-Za-z]+\{{[^\n]*|\\(?:{_LETTERS}|{_SYMBOLS})(?![\w\\:.-])[^\n]*)",
    re.DOTALL,
)
_HAS_MATHS = re.compile(
    r"\\[A-Za-z]|[\^_=<>{}|]|[A-Za-z]\s*[+*/-]\s*\w|\w\s*[+*/]\s*[A-Za-z]|^[A-Za-z]\w?'?$|\([a-z]\)"
)
_MOST_CHARACTERS = 60


def formulas(prose: str) -> Iterator[tuple[int, str]]:
    """Yield every formula of a text as its offset and what it says.

    Args:
        prose: without code.
    """
    if "$" not in prose and "\\" not in prose:
        return
    for match in _FORMULA.finditer(prose):
        # No price begins with a letter.
        if match.lastgroup != "inline" or match["inline"][0].isalpha() or _HAS_MATHS.search(match["inline"]):
            shown = " ".join(match[0].split())
            yield match.start(), shown if len(shown) <= _MOST_CHARACTERS else f"{shown[:_MOST_CHARACTERS]}…"
