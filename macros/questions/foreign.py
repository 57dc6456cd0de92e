"""What other question banks call things, and what their files look like: rules Q028, Q029 and Y022.

A bank in JSON or Markdown is tempting to paste. Its keys are near ours in spelling and not in meaning ("services" is
no misspelt "sources"), so that each is named for what it is here.
"""

import re

from macros.reading.nodes import Node, Path_

# Keys of a file, without capitals, hyphens and underscores, and the phrase of what they are called here.
_OF_A_QUESTION = {
    **dict.fromkeys(["question", "questiontext", "prompt", "statement", "scenario", "text", "body", "enunciado", "pergunta"], "stem"),
    **dict.fromkeys(["choices", "alternatives", "answers", "distractors", "opcoes", "opções", "alternativas"], "options"),
    **dict.fromkeys(
        ["answer", "correct", "correctanswer", "correctanswers", "correctoption", "correctoptions", "correctindex", "answerindex", "answerkey", "key", "solution", "resposta", "gabarito", "certa"],
        "correct",
    ),
    **dict.fromkeys(["explanation", "explanations", "rationale", "rationales", "reason", "reasons", "feedback", "generalfeedback", "why", "justification", "explicacao", "explicação", "justificativa"], "why"),
    **dict.fromkeys(["reference", "references", "link", "links", "url", "urls", "documentation", "docs", "source", "fonte", "fontes", "referencias"], "sources"),
    **dict.fromkeys(["tags", "tag", "domain", "task", "taskstatement", "skill", "skills", "exam", "objective", "objetivo", "objetivos"], "objectives"),
    **dict.fromkeys(["lastverified", "lastreviewed", "lastupdated", "updated", "date", "verified", "revisado"], "reviewed"),
    **dict.fromkeys(["level", "dificuldade"], "difficulty"),
    **dict.fromkeys(["topic", "section", "category", "pagina", "página"], "page"),
    **dict.fromkeys(["id", "uuid", "guid", "number", "name", "title", "slug"], "file"),
    **dict.fromkeys(["ismultianswer", "multianswer", "multiple", "ismultiple", "type", "questiontype", "selectcount", "choose"], "count"),
    **dict.fromkeys(["questions", "items", "quiz", "quizzes", "cards", "questoes", "questões"], "single"),
    **dict.fromkeys(["services", "service", "author", "version", "language", "lang", "shuffle", "points", "score"], "nothing"),
}  # fmt: skip
_OF_AN_OPTION = {
    **dict.fromkeys(["option", "label", "answer", "content", "choice", "body", "texto"], "option_text"),
    **dict.fromkeys(["iscorrect", "right", "isright", "true", "isanswer", "certa", "correta"], "correct"),
    **dict.fromkeys(["explanation", "rationale", "reason", "feedback", "justification", "explicacao"], "option_why"),
    **dict.fromkeys(["id", "letter", "key", "index", "letra"], "order"),
}
# Which key of ours a phrase stands for, where that key is required: it is not missed as well.
STANDS_FOR = {"stem": "stem", "options": "options", "why": "takeaway", "sources": "sources", "objectives": "objectives",
              "reviewed": "reviewed", "difficulty": "difficulty", "page": "page", "option_text": "text", "option_why": "why"}  # fmt: skip

# A whole file in another format, by what only that format has. The first that fits is named.
_FORMATS = {
    "anki": re.compile(r"\A#(?:separator|html|notetype|deck):", re.IGNORECASE),
    "xml": re.compile(r"\A\s*<(?:\?xml|!doctype|[a-z][\w:-]*[\s>])", re.IGNORECASE),
    "toml": re.compile(r"^\s*\[\[\w+\]\]\s*$", re.MULTILINE),
    "gift": re.compile(r"^::.*?::|^\s*[^\s#:\"'][^\n]*\{\s*(?:[=~]|TRUE\}|FALSE\}|T\}|F\}|#)|^\s*[=~]%?[^\s=]", re.MULTILINE),
    "aiken": re.compile(r"^\s*(?:ANSWER|Answer|RESPOSTA|Resposta|Correct answer):\s*[A-Fa-f]\b", re.MULTILINE),
    "front-matter": re.compile(r"\A---[ \t]*\n.*?^---[ \t]*\n(?!\s*[\w-]+:(?:\s|$)|\s*\Z)", re.MULTILINE | re.DOTALL),
    "json": re.compile(r"\A\s*\[\s*\{"),
    "markdown": re.compile(r"^[ ]*[-*] \[[ xX]\] |^#{2,6} \S|\A# [^\n]*\n\s*[-*>] ", re.MULTILINE),
    "list": re.compile(r"^- (?:id|stem|question|prompt|text)[\"']?:", re.MULTILINE),
    "csv": re.compile(r"\A[^\n:{}\[\]]*?\b(?:question|answer|option|stem|prompt|pergunta|resposta)\b[^\n:]*[,;\t][^\n:]*\n", re.IGNORECASE),
}  # fmt: skip
_CSV_LINE = re.compile(r"\A[^\n:]*(?:[;\t][^\n]*|,[^\n]*,[^\n]*,[^\n]*)\s*(?:\n|\Z)")


def foreign_format(text: str) -> str:
    """Return the name of the format of a file that is no question of ours, or an empty string for none that is known."""
    text = text.replace("\r\n", "\n")
    for name, sign in _FORMATS.items():
        if sign.search(text):
            return name
    return "csv" if _CSV_LINE.match(text) and not text.lstrip().startswith(("{", "[", "#")) else ""


def foreign_key(path: Path_) -> str:
    """Return the phrase for what an unknown key of another bank is called here, or an empty string."""
    table = _OF_AN_OPTION if len(path) == 3 and path[0] == "options" else _OF_A_QUESTION if len(path) == 1 else {}  # noqa: PLR2004
    return table.get(re.sub(r"[\s_-]", "", str(path[-1])).casefold(), "")


def names_options_by_letter(node: Node | None) -> bool:
    """Return whether options are a mapping of letters or numbers to texts, or a list of bare texts."""
    if node is None:
        return False
    if node.kind == "mapping":
        return bool(node.entries) and all(re.fullmatch(r"[A-Za-z]\)?|[0-9]\)?|option_?[a-f1-6]", key, re.IGNORECASE) for key in node.entries)
    return bool(node.items) and all(item.kind == "scalar" and item.value for item in node.items)
