"""The words about a reader's progress: the summary of a page, its help, and the answer key on paper."""

from dataclasses import dataclass

from macros.language import Language


@dataclass(frozen=True)
class ProgressStrings:
    """Every text of the summary above a page's questions, and of the key below them."""

    answered: str
    right: str
    answered_on_page: str
    reset: str
    undo: str
    not_kept: str
    all_progress: str
    where_it_is: str
    export: str
    import_: str
    imported: str  # {count} is filled in by the browser
    not_imported: str
    not_loaded: str
    result: str
    see_result: str
    missed: str
    left: str
    next_page: str
    keys: str
    keys_where: str
    key_list: tuple[tuple[tuple[str, ...], str], ...]
    close: str
    answer_key: str
    progress_not_loaded: str
    browser: dict[str, str]  # for assets/questions.json; the browser fills in {answered}, {right} and {total}


PROGRESS_STRINGS: dict[Language, ProgressStrings] = {
    "pt": ProgressStrings(
        answered="Respondidas:",
        right="Certas:",
        answered_on_page="Questões respondidas nesta página",
        reset="Recomeçar esta página",
        undo="Desfazer",
        not_kept="O navegador não deixa guardar o progresso: ele vale até você fechar a página. Exporte-o se precisar.",
        all_progress="Meu progresso em todo o site",
        where_it_is="O progresso fica só neste navegador. Com um arquivo, você o leva para outro.",
        export="Exportar para um arquivo",
        import_="Importar de um arquivo",
        imported="Respostas no arquivo: {count}. De cada questão ficou a resposta mais recente.",
        not_imported="Este arquivo não é um progresso exportado deste site. Nada mudou.",
        not_loaded="Não deu para carregar: parece que você está sem conexão. Tente de novo quando ela voltar.",
        result="Seu resultado nesta página:",
        see_result="Ver meu resultado",
        missed="O que você errou:",
        left="Falta responder:",
        next_page="Próxima página:",
        keys="Atalhos de teclado",
        keys_where="Valem enquanto o foco está dentro de uma questão.",
        key_list=(
            (("1–6", "A–F"), "escolher uma opção"),
            (("Enter",), "verificar"),
            (("N",), "ir para a próxima questão"),
            (("?",), "mostrar esta ajuda"),
            (("Tab", "↑", "↓"), "andar pelas opções e pelos botões"),
        ),
        close="Fechar",
        answer_key="Gabarito",
        progress_not_loaded="O progresso não pôde ser carregado. Feche e abra de novo quando houver conexão.",
        browser={
            "mark": "respondidas: {answered} de {total}; certas: {right}",
            "section": "Seção",
            "answered": "Respondidas",
            "right": "Certas",
            "all": "Você respondeu a {answered} das {total} questões do site e acertou {right}.",
            "none": "Você ainda não respondeu a nenhuma das {total} questões do site.",
        },
    ),
    "en": ProgressStrings(
        answered="Answered:",
        right="Right:",
        answered_on_page="Questions answered on this page",
        reset="Start this page anew",
        undo="Undo",
        not_kept="The browser does not let progress be kept: it lasts until you close the page. Export it to keep it.",
        all_progress="My progress on the whole site",
        where_it_is="Progress stays in this browser alone. A file takes it to another one.",
        export="Export to a file",
        import_="Import from a file",
        imported="Answers in the file: {count}. For each question the latest answer was kept.",
        not_imported="This file is not progress exported from this site. Nothing has changed.",
        not_loaded="This could not be loaded: you seem to be offline. Try again once you are connected.",
        result="Your result on this page:",
        see_result="See my result",
        missed="What you missed:",
        left="Not answered yet:",
        next_page="Next page:",
        keys="Keyboard shortcuts",
        keys_where="They work while the focus is within a question.",
        key_list=(
            (("1–6", "A–F"), "choose an option"),
            (("Enter",), "check"),
            (("N",), "go to the next question"),
            (("?",), "show this help"),
            (("Tab", "↑", "↓"), "move through options and buttons"),
        ),
        close="Close",
        answer_key="Answer key",
        progress_not_loaded="Your progress could not be loaded. Close and open this again once you are online.",
        browser={
            "mark": "answered: {answered} of {total}; right: {right}",
            "section": "Section",
            "answered": "Answered",
            "right": "Right",
            "all": "You have answered {answered} of the site's {total} questions, {right} of them right.",
            "none": "You have not answered any of the site's {total} questions yet.",
        },
    ),
}
