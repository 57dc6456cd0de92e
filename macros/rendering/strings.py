"""The words of the quiz block and of the tables made from facts, in both languages."""

from dataclasses import dataclass

from macros.language import Language


@dataclass(frozen=True)
class Strings:
    """Every text that the templates show and that is not content."""

    question: str
    difficulty: str
    difficulties: tuple[str, str, str]
    domain: str
    domains: dict[str, str]  # short names of the first exam's domains, whose titles are too long for a card
    choose: tuple[str, str]  # one answer; several ({count} is a word)
    counts: tuple[str, ...]  # the words for 0 to 6
    check: str
    next: str
    retry: str
    nothing_chosen: str
    choose_more: str
    right: str
    wrong: str
    also_right: str
    answer_is: str
    show_answer: str
    your_answer: str
    correct: str
    incorrect: str
    or_: str
    takeaway: str
    sources: str
    read_section: str
    permalink: str
    report: str
    edit: str
    last_right: str  # {date} is filled in by the browser
    last_wrong: str
    last_changed: str
    status: dict[str, str]
    from_deck: str
    reviewed: str
    limit: str
    value: str
    official_page: str
    availability: dict[str, tuple[str, str]]  # without and with the day it holds from
    announced: str
    instead: str
    languages: dict[str, str]
    severity: dict[str, str]
    rule_columns: tuple[str, ...]
    availability_columns: tuple[str, ...]
    glossary_filter: str
    glossary_letters: str
    glossary_found: str  # the browser fills in {count}
    candidate_columns: tuple[str, ...]
    candidate_rest: str
    candidate_scopes: dict[str, str]
    more_limits: str
    coverage_columns: tuple[str, ...]
    stale_columns: tuple[str, ...]
    stale_none: str
    states: dict[str, str]
    scopes: dict[str, str]
    see: str
    gap: str
    covered: str
    out_of_scope: str


STRINGS: dict[Language, Strings] = {
    "pt": Strings(
        question="Pergunta",
        difficulty="Dificuldade:",
        difficulties=("lembrar", "aplicar", "ponderar"),
        domain="Domínio",
        domains={"1": "Dados", "2": "Modelos", "3": "Implantação", "4": "Operação"},
        choose=("Escolha uma opção.", "Escolha {count} opções."),
        counts=("zero", "uma", "duas", "três", "quatro", "cinco", "seis"),
        check="Verificar",
        next="Próxima pergunta",
        retry="Tentar de novo",
        nothing_chosen="Escolha uma opção antes de verificar.",
        choose_more="Escolha exatamente {count} opções antes de verificar.",
        right="Correto.",
        wrong="Incorreto.",
        also_right="Aceito: esta é uma questão disputada, e a sua resposta também é defensável.",
        answer_is="Resposta:",
        show_answer="Ver a resposta e as explicações",
        your_answer="sua resposta",
        correct="correta",
        incorrect="errada",
        or_="ou",
        takeaway="Para lembrar:",
        sources="Fontes:",
        read_section="Leia a seção:",
        permalink="Link para esta pergunta",
        report="Avisar de um erro nesta questão",
        edit="Editar esta questão",
        last_right="Da última vez você acertou ({date}).",
        last_wrong="Da última vez você errou ({date}).",
        last_changed="Esta questão mudou desde que você respondeu ({date}).",
        status={
            "legacy": "Questão antiga: trata de algo que a AWS fechou, renomeou ou tirou da prova.",
            "disputed": "Questão disputada: as fontes divergem sobre o gabarito.",
        },
        from_deck="Da apresentação que deu origem a este guia.",
        reviewed="Revisado em {date}.",
        limit="Limite",
        value="Valor",
        official_page="página oficial",
        availability={
            "open": ("está disponível", "está disponível desde {date}"),
            "closed": ("está fechado a novos clientes", "está fechado a novos clientes desde {date}"),
            "deprecated": ("não é mais recomendado pela AWS", "não é mais recomendado pela AWS desde {date}"),
            "renamed": ("mudou de nome", "mudou de nome em {date}"),
            "discontinued": ("foi encerrado", "foi encerrado em {date}"),
            "reopened": ("voltou a aceitar novos clientes", "voltou a aceitar novos clientes em {date}"),
        },
        announced="anunciado em {date}",
        instead="No lugar dele:",
        severity={"error": "erro", "warning": "aviso"},
        rule_columns=("Código", "O que precisa ser verdade", "Gravidade"),
        availability_columns=("Recurso", "Situação", "Desde", "No lugar dele", "Observação"),
        glossary_filter="Filtrar termos",
        glossary_letters="Letras",
        glossary_found="Termos: {count}",
        candidate_columns=("Tarefa da prova", "O que estudar aqui", "Quanto dela está aqui"),
        candidate_rest="Nada aqui: siga o guia oficial.",
        candidate_scopes={"none": "nada", "partial": "uma parte", "full": "tudo"},
        more_limits="Mais {count} limites",
        stale_columns=("Última revisão", "Página", "Questão"),
        stale_none="Todas as páginas e questões foram revistas nos últimos {days} dias.",
        coverage_columns=("Tarefa", "O que o SageMaker AI responde", "Questões", "Páginas", "Situação"),
        states={
            "open": "disponível",
            "closed": "fechado a novos clientes",
            "deprecated": "não recomendado",
            "renamed": "renomeado",
            "discontinued": "encerrado",
            "reopened": "reaberto",
        },
        scopes={"none": "nada", "partial": "uma parte", "full": "tudo"},
        see="Veja",
        gap="falta",
        covered="coberta",
        out_of_scope="fora do escopo",
        languages={
            "en": "inglês",
            "ja": "japonês",
            "ko": "coreano",
            "pt-BR": "português (Brasil)",
            "zh-CN": "chinês simplificado",
        },
    ),
    "en": Strings(
        question="Question",
        difficulty="Difficulty:",
        difficulties=("recall", "apply", "weigh"),
        domain="Domain",
        domains={"1": "Data", "2": "Models", "3": "Deployment", "4": "Operation"},
        choose=("Choose one option.", "Choose {count} options."),
        counts=("zero", "one", "two", "three", "four", "five", "six"),
        check="Check",
        next="Next question",
        retry="Try again",
        nothing_chosen="Choose an option before checking.",
        choose_more="Choose exactly {count} options before checking.",
        right="Correct.",
        wrong="Incorrect.",
        also_right="Accepted: this is a disputed question, and your answer is defensible too.",
        answer_is="Answer:",
        show_answer="Show the answer and the reasons",
        your_answer="your answer",
        correct="correct",
        incorrect="wrong",
        or_="or",
        takeaway="To remember:",
        sources="Sources:",
        read_section="Read the section:",
        permalink="Link to this question",
        report="Report a problem with this question",
        edit="Edit this question",
        last_right="Last time you were right ({date}).",
        last_wrong="Last time you were wrong ({date}).",
        last_changed="This question has changed since you answered it ({date}).",
        status={
            "legacy": "Legacy question: about something that AWS closed, renamed or dropped from the exam.",
            "disputed": "Disputed question: sources disagree on the key.",
        },
        from_deck="From the slides that this guide grew out of.",
        reviewed="Reviewed on {date}.",
        limit="Limit",
        value="Value",
        official_page="official page",
        availability={
            "open": ("is available", "has been available since {date}"),
            "closed": ("is closed to new customers", "has been closed to new customers since {date}"),
            "deprecated": ("is no longer recommended by AWS", "has not been recommended by AWS since {date}"),
            "renamed": ("was renamed", "was renamed on {date}"),
            "discontinued": ("was shut down", "was shut down on {date}"),
            "reopened": ("is open to new customers again", "was opened to new customers again on {date}"),
        },
        announced="announced on {date}",
        instead="Use instead:",
        severity={"error": "error", "warning": "warning"},
        rule_columns=("Code", "What must be true", "Severity"),
        availability_columns=("Feature", "State", "Since", "Use instead", "Note"),
        glossary_filter="Filter the terms",
        glossary_letters="Letters",
        glossary_found="Terms: {count}",
        candidate_columns=("Exam task", "What to study here", "How much of it is here"),
        candidate_rest="Nothing here: follow the official guide.",
        candidate_scopes={"none": "nothing", "partial": "a part", "full": "all of it"},
        more_limits="{count} more limits",
        stale_columns=("Last review", "Page", "Question"),
        stale_none="Every page and question was reviewed in the last {days} days.",
        coverage_columns=("Task", "What SageMaker AI answers", "Questions", "Pages", "State"),
        states={
            "open": "available",
            "closed": "closed to new customers",
            "deprecated": "not recommended",
            "renamed": "renamed",
            "discontinued": "shut down",
            "reopened": "open again",
        },
        scopes={"none": "nothing", "partial": "a part", "full": "all of it"},
        see="See",
        gap="gap",
        covered="covered",
        out_of_scope="out of scope",
        languages={
            "en": "English",
            "ja": "Japanese",
            "ko": "Korean",
            "pt-BR": "Brazilian Portuguese",
            "zh-CN": "Simplified Chinese",
        },
    ),
}
