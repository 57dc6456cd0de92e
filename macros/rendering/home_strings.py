"""The words of the home page's first screen and of the study plan, in both languages."""

from dataclasses import dataclass

from macros.language import Language


@dataclass(frozen=True)
class HomeStrings:
    """Every text that the templates home.html and plan.html show and that is not content.

    `browser` is for the scripts, which fill in what stands in braces.
    """

    what: str
    ways: str
    tomorrow: tuple[str, str]
    weeks: tuple[str, str]
    book: str
    compare: str
    progress: str
    none_yet: str
    answer_one: str
    of_exam: str
    plan_weeks: str
    plan_count: str
    plan_needs: str
    questions: str
    one_question: str
    browser: dict[str, str]


HOME_STRINGS: dict[Language, HomeStrings] = {
    "pt": HomeStrings(
        what="Aberto e gratuito, para as provas de ML da AWS: {pages} páginas e {questions} questões, com o porquê de "
        "cada opção, certa ou errada.",
        ways="Por onde começar",
        tomorrow=("A prova é amanhã", "O que rever hoje à noite"),
        weeks=("Tenho semanas", "Um plano de 2 a 8 semanas"),
        book="Para marcar hoje: <strong>{exam}</strong>, só em {languages}.",
        compare="Comparar as provas",
        progress="Seu progresso por domínio da prova",
        none_yet="Você ainda não respondeu a nenhuma questão.",
        answer_one="Responda a uma agora",
        of_exam="{weight} % da prova",
        plan_weeks="Semanas até a prova",
        plan_count="{count} semanas",
        plan_needs="Com JavaScript, você escolhe o número de semanas e o que marcar fica guardado.",
        questions="{count} questões",
        one_question="1 questão",
        browser={
            "answered": "Respondidas: {answered} de {total}. Certas: {right}.",
            "domain": "{name}: respondidas {answered} de {total}, certas {right}",
            "continue": "Continue de onde parou: {page}",
            "left": "faltam {left} de {total}",
            "done": "{right} de {total} certas",
            "missed": "Refaça o que errou: {count}",
            "weakest": "Reforce o ponto mais fraco: {name}",
            "percent": "{percent} % certas",
            "next": "Seu próximo passo",
            "week": "Semana {number}",
            "ticked": "{done} de {total} feitos",
        },
    ),
    "en": HomeStrings(
        what="Open and free, for the AWS machine-learning exams: {pages} pages and {questions} questions that explain "
        "every option, right or wrong.",
        ways="Where to start",
        tomorrow=("Exam tomorrow", "What to review tonight"),
        weeks=("Weeks to go", "A plan for 2 to 8 weeks"),
        book="To book today: <strong>{exam}</strong>, in {languages} only.",
        compare="Compare the exams",
        progress="Your progress by exam domain",
        none_yet="You have not answered any question yet.",
        answer_one="Answer one now",
        of_exam="{weight}% of the exam",
        plan_weeks="Weeks until the exam",
        plan_count="{count} weeks",
        plan_needs="With JavaScript, you choose the number of weeks, and what you tick is kept.",
        questions="{count} questions",
        one_question="1 question",
        browser={
            "answered": "Answered: {answered} of {total}. Right: {right}.",
            "domain": "{name}: {answered} of {total} answered, {right} right",
            "continue": "Continue where you stopped: {page}",
            "left": "{left} of {total} left",
            "done": "{right} of {total} right",
            "missed": "Redo what you missed: {count}",
            "weakest": "Work on your weakest domain: {name}",
            "percent": "{percent}% right",
            "next": "Your next step",
            "week": "Week {number}",
            "ticked": "{done} of {total} done",
        },
    ),
}
