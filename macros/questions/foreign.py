"""What other question banks call things, and what their files look like: rules Q028, Q029 and Y022.

A bank in JSON or Markdown is tempting to paste. Its keys are near ours in spelling and not in meaning ("services" is
no misspelt "sources"), so that each is named for what it is here.
"""

import re

from macros.reading.nodes import Node, Path_

# Keys without capitals, hyphens and underscores, by the phrase of what they are called here.
_OF_A_QUESTION = {
    "stem": "question questiontext prompt statement scenario text body enunciado pergunta",
    "options": "choices alternatives answers distractors opcoes opções alternativas",
    "correct": "answer correct correctanswer correctanswers correctoption correctoptions correctindex answerindex "
    "answerkey key solution resposta gabarito certa",
    "why": "explanation explanations rationale rationales reason reasons feedback generalfeedback why justification "
    "explicacao explicação justificativa",
    "sources": "reference references link links url urls documentation docs source fonte fontes referencias",
    "objectives": "tags tag domain task taskstatement skill skills exam objective objetivo objetivos",
    "reviewed": "lastverified lastreviewed lastupdated updated date verified revisado",
    "difficulty": "level dificuldade",
    "page": "topic section category",
    "file": "id uuid guid number name title slug",
    "count": "ismultianswer multianswer multiple ismultiple type questiontype selectcount choose",
    "single": "questions items quiz quizzes cards questoes questões",
    "nothing": "services service author version language lang shuffle points score",
}
_OF_AN_OPTION = {
    "option_text": "option label answer content choice body texto",
    "correct": "iscorrect right isright true isanswer certa correta",
    "option_why": "explanation rationale reason feedback justification explicacao",
    "order": "id letter key index letra",
}
# Which key of ours a phrase stands for: where that is required, it is not said to be missing as well.
STANDS_FOR = {
    **{name: name for name in ("stem", "options", "sources", "objectives", "reviewed", "difficulty", "page")},
    "why": "takeaway",
    "option_text": "text",
    "option_why": "why",
}

# A whole file in another format, by what only that format has. The first that fits is named.
_FORMATS = {
    "anki": re.compile(r"\A#(?:separator|html|notetype|deck):", re.IGNORECASE),
    "xml": re.compile(r"\A\s*<(?:\?xml|!doctype|[a-z][\w:-]*[\s>])", re.IGNORECASE),
    "toml": re.compile(r"^\s*\[\[\w+\]\]\s*$", re.MULTILINE),
    "gift": re.compile(
        r"^::.*?::|^\s*[^\s#:\"'][^\n]*\{\s*(?:[=~]|TRUE\}|FALSE\}|T\}|F\}|#)|^\s*[=~]%?[^\s=]", re.MULTILINE
    ),
    "aiken": re.compile(r"^[\s*_]*(?:ANSWER|Answer|RESPOSTA|Resposta|Correct answer):\s*[A-Fa-f]\b", re.MULTILINE),
    "front-matter": re.compile(r"\A---[ \t]*\n.*?^---[ \t]*\n(?!\s*[\w-]+:(?:\s|$)|\s*\Z)", re.MULTILINE | re.DOTALL),
    "json": re.compile(r"\A\s*\[\s*\{"),
    "markdown": re.compile(r"^[ ]*[-*] \[[ xX]\] |^#{2,6} \S|\A# [^\n]*\n\s*[-*>] ", re.MULTILINE),
    "prose": re.compile(r"^[ \t]*\(?A[.)] [^\n]*\n\s*\(?B[.)] ", re.MULTILINE),
    "list": re.compile(r"^- (?:id|stem|question|prompt|text)[\"']?:", re.MULTILINE),
    "csv": re.compile(
        r"\A[^\n:{}\[\]]*?\b(?:question|answer|option|stem|prompt|pergunta|resposta)\b[^\n:]*[,;\t][^\n:]*\n",
        re.IGNORECASE,
    ),
}
_CSV_LINE = re.compile(r"\A[^\n:]*(?:[;\t][^\n]*|,[^\n]*,[^\n]*,[^\n]*)\s*(?:\n|\Z)")
_LETTER = re.compile(r"[A-Z]\)?|[0-9]\)?|option_?[a-f1-6]", re.IGNORECASE)


def foreign_format(text: str) -> str:
    """Return the name of the format that a file of another bank has, or an empty string for none that is known."""
    text = text.replace("\r\n", "\n")
    for name, sign in _FORMATS.items():
        if sign.search(text):
            return name
    is_table = _CSV_LINE.match(text) and not text.lstrip().startswith(("{", "[", "#"))
    return "csv" if is_table else ""


def foreign_key(path: Path_) -> str:
    """Return the phrase for what an unknown key of another bank is called here, or an empty string.

    Args:
        path: of the key: ("question",), or ("options", 0, "isCorrect").
    """
    table = _OF_AN_OPTION if len(path) > 1 and path[0] == "options" else _OF_A_QUESTION if len(path) == 1 else {}
    word = re.sub(r"[\s_-]", "", str(path[-1])).casefold()
    return next((here for here, words in table.items() if word in words.split()), "")


def names_options_by_letter(node: Node | None) -> bool:
    """Return whether options are texts by letter or number, as one mapping or several, or a list of bare texts."""
    if node is None:
        return False
    if node.kind == "mapping":
        return bool(node.entries) and all(_LETTER.fullmatch(key) for key in node.entries)
    return bool(node.items) and all(
        item.value if item.kind == "scalar" else any(_LETTER.fullmatch(key) for key in item.entries)
        for item in node.items
    )
