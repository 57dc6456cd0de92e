"""The words of a message that depend on what was found: by the name that rules.yml gives them, then by key."""

from macros.language import Language

Phrase = dict[Language, str]

PHRASES: dict[str, dict[str, Phrase]] = {
    # What a value must be.
    "expected": {
        "text": {"pt": "um texto", "en": "a text"},
        "boolean": {"pt": "true ou false, sem aspas", "en": "true or false, without quotes"},
        "integer": {"pt": "um número inteiro, sem aspas", "en": "a whole number, without quotes"},
        "date": {"pt": "uma data sem aspas, como 2026-11-22", "en": "a date without quotes, as in 2026-11-22"},
        "list": {"pt": "uma lista", "en": "a list"},
        "mapping": {"pt": "um bloco de chaves e valores", "en": "a block of keys and values"},
    },
    # What to write where YAML would read something else.
    "instead": {
        "text": {"pt": 'escreva "{value}", entre aspas', "en": 'write "{value}", in quotes'},
        "true": {"pt": "escreva true", "en": "write true"},
        "false": {"pt": "escreva false ou apague a linha", "en": "write false, or delete the line"},
        "boolean": {"pt": "escreva true ou false", "en": "write true or false"},
        "integer": {"pt": "escreva um número inteiro, como 2", "en": "write a whole number, as in 2"},
        "date": {"pt": "escreva só a data, como 2026-11-22", "en": "write the date alone, as in 2026-11-22"},
    },
    # Block structure that a text may not have.
    "block": {
        "heading": {"pt": "título", "en": "heading"},
        "rule": {"pt": "linha horizontal", "en": "horizontal rule"},
        "quote": {"pt": "citação em bloco", "en": "block quote"},
        "table": {"pt": "tabela", "en": "table"},
        "list": {"pt": "lista", "en": "list"},
        "code": {"pt": "bloco de código", "en": "code block"},
    },
    # Which blocks a text may have.
    "fits": {
        "stem": {"pt": "parágrafos, listas, tabelas e código", "en": "paragraphs, lists, tables and code"},
        "option": {"pt": "parágrafos, listas e código", "en": "paragraphs, lists and code"},
        "reason": {"pt": "texto corrido, com código entre crases", "en": "running text, with code between backticks"},
    },
    # What another bank's key is called here.
    "here": {
        "stem": {"pt": "stem", "en": "stem"},
        "options": {"pt": "options, blocos com text e why", "en": "options, blocks with text and why"},
        "correct": {"pt": "correct: true na opção certa", "en": "correct: true on the right option"},
        "why": {"pt": "why, em cada opção, e takeaway", "en": "why, in each option, and takeaway"},
        "option_why": {"pt": "why: {{pt: ..., en: ...}}", "en": "why: {{pt: ..., en: ...}}"},
        "option_text": {"pt": "text", "en": "text"},
        "sources": {"pt": "sources, uma lista de endereços", "en": "sources, a list of addresses"},
        "objectives": {"pt": "objectives, como [MLA-C02/3.1]", "en": "objectives, as in [MLA-C02/3.1]"},
        "reviewed": {"pt": "reviewed, uma data como 2026-11-22", "en": "reviewed, a date as in 2026-11-22"},
        "difficulty": {"pt": "difficulty: 1, 2 ou 3", "en": "difficulty: 1, 2 or 3"},
        "page": {"pt": "page, a página que ensina o assunto", "en": "page, the page that teaches it"},
        "file": {"pt": "o nome do arquivo: apague a chave", "en": "the name of the file: delete the key"},
        "order": {"pt": "a ordem das opções: apague a chave", "en": "the order of the options: delete the key"},
        "count": {
            "pt": "o número de opções com correct: true: apague a chave",
            "en": "the number of options with correct: true: delete the key",
        },
        "single": {"pt": "um arquivo para cada questão", "en": "a file for each question"},
        "nothing": {"pt": "nada: apague a chave", "en": "nothing: delete the key"},
    },
    # A file that is something else.
    "format": {
        "front-matter": {"pt": "Markdown com front matter", "en": "Markdown with front matter"},
        "markdown": {"pt": "Markdown", "en": "Markdown"},
        "gift": {"pt": "GIFT (Moodle)", "en": "GIFT (Moodle)"},
        "aiken": {"pt": "Aiken (ANSWER: B)", "en": "Aiken (ANSWER: B)"},
        "json": {"pt": "uma lista em JSON", "en": "a JSON list"},
        "list": {"pt": "uma lista de questões", "en": "a list of questions"},
        "csv": {"pt": "uma tabela em CSV", "en": "a CSV table"},
        "xml": {"pt": "XML ou HTML", "en": "XML or HTML"},
        "toml": {"pt": "TOML (mdbook-quiz)", "en": "TOML (mdbook-quiz)"},
        "anki": {"pt": "uma exportação do Anki", "en": "an export of Anki"},
        "prose": {"pt": "texto sem chaves", "en": "text without keys"},
    },
}  # fmt: skip
