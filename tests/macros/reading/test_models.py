from pathlib import Path

import pytest

from tests.questions import GOOD, load


def found(tmp_path: Path, old: str, new: str) -> list[tuple[str, int, int, str]]:
    assert GOOD.count(old) == 1, old
    _, problems = load(tmp_path / "q.yml", GOOD.replace(old, new))
    return [(p.code, p.position.line, p.position.column, p.message("en")) for p in problems]


def test_a_good_question_loads_without_a_problem(tmp_path: Path) -> None:
    entry, problems = load(tmp_path / "q.yml", GOOD)
    assert problems == []
    assert entry is not None
    assert entry.id == "inference/good"
    assert entry.question.key == {"a"}


@pytest.mark.parametrize(
    ("old", "new", "code", "line", "column", "words"),
    [
        ("takeaway:", "takeaways:", "Q003", 1, 1, "the key takeaway is missing"),
        ("page: inf", "pagina: inf", "Q003", 1, 1, "the key page is missing"),
        ("    correct: true\n", "    corect: true\n", "Q002", 7, 5, "Did you mean correct?"),
        ("      en: No traffic", "      fr: No traffic", "Q002", 10, 7, "unknown key: fr"),
        ("correct: true", "correct: 1", "Q004", 7, 14, "options A, correct must be true or false"),
        ("text: A serverless endpoint.", "text: 42", "Q004", 6, 11, "options A, text must be a text"),
        ("text: A serverless endpoint.", "text: {a: b}", "Q004", 6, 11, "options A, text must be a text"),
        ("difficulty: 2", "difficulty: 7", "Q014", 22, 13, "difficulty: 7 does not exist"),
        ("difficulty: 2", "difficulty: hard", "Q014", 22, 13, "difficulty: hard does not exist"),
        ("difficulty: 2", "status: curent\ndifficulty: 2", "Q014", 22, 9, "Did you mean current?"),
        ("reviewed: 2026-11-22", "reviewed: today", "Q004", 23, 11, "reviewed must be a date"),
        ("objectives: [MLA-C02/3.1]", "objectives: MLA-C02/3.1", "Q004", 20, 13, "objectives must be a list"),
        ("objectives: [MLA-C02/3.1]", "objectives: []", "Q005", 20, 13, "objectives is empty"),
        ("takeaway:\n  pt: Rajadas pedem serverless.\n  en: Bursts ask for serverless.", "takeaway: short",
         "Q004", 15, 11, "takeaway must be a block"),
        ("text: A serverless endpoint.", 'text: ""', "Q005", 6, 11, "options A, text is empty"),
        ("text: A serverless endpoint.", "text:", "Q005", 6, 10, "options A, text is empty"),
        ("  - https://docs.aws.amazon.com/sagemaker/latest/dg/serverless-endpoints.html", "  []", "Q011", 19, 3,
         "no source"),
    ],
)  # fmt: skip
def test_each_mistake_is_named_in_our_words_at_its_place(
    tmp_path: Path, old: str, new: str, code: str, line: int, column: int, words: str
) -> None:
    problems = found(tmp_path, old, new)
    assert (code, line, column) in [problem[:3] for problem in problems]
    assert any(words in problem[3] for problem in problems)


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("text: A serverless endpoint.", "text: *a", "Y006"),
        ("difficulty: 2", "difficulty: *a", "Y006"),
        ("difficulty: 2", "difficulty: &a 2", "Y006"),
        ("difficulty: 2", "difficulty: 2.0", "Y010"),
        ("correct: true", "correct: yes", "Y010"),
        ("sources:\n  - https", "sources:\n  - !x https", "Y008"),
        ("objectives: [MLA-C02/3.1]", "objectives: *a", "Y006"),
    ],
)
def test_a_value_that_the_reader_refuses_is_reported_once(tmp_path: Path, old: str, new: str, code: str) -> None:
    assert [problem[0] for problem in found(tmp_path, old, new)] == [code]


def test_a_refused_value_hides_no_other_mistake(tmp_path: Path) -> None:
    codes = [problem[0] for problem in found(tmp_path, "difficulty: 2\nreviewed: 2026-11-22\n", "difficulty: *a\n")]
    assert codes == ["Y006", "Q003"]


def test_a_number_in_quotes_is_told_apart_from_a_wrong_one(tmp_path: Path) -> None:
    [problem] = found(tmp_path, "difficulty: 2", 'difficulty: "2"')
    assert problem == ("Q004", 22, 13, "difficulty must be a whole number, without quotes")


def test_an_option_without_a_reason_is_named_by_its_letter(tmp_path: Path) -> None:
    why = "    why:\n      pt: A instância fica ligada.\n      en: The instance stays on.\n"
    assert found(tmp_path, why, "") == [("Q010", 11, 5, "option B has no why")]


def test_too_few_options_are_counted(tmp_path: Path) -> None:
    second = GOOD[GOOD.index("  - text: A real-time") : GOOD.index("takeaway:")]
    assert found(tmp_path, second, "") == [("Q006", 6, 3, "the question has 1 options")]


def test_a_list_instead_of_a_question_is_one_problem(tmp_path: Path) -> None:
    _, problems = load(tmp_path / "q.yml", "- a\n- b\n")
    assert [p.code for p in problems] == ["Q001"]


def test_all_mistakes_of_a_file_come_at_once(tmp_path: Path) -> None:
    text = GOOD.replace("difficulty: 2", "difficulty: 9").replace("correct: true", "correct: maybe")
    text = text.replace("stem:", "steam:")
    _, problems = load(tmp_path / "q.yml", text)
    assert sorted(p.code for p in problems) == ["Q002", "Q003", "Q004", "Q014"]


def test_no_message_speaks_of_python(tmp_path: Path) -> None:
    for value in ("[]", "{}", "5", "true", "2026-01-01", '""', "text"):
        for key in ("stem", "options", "takeaway", "sources", "objectives", "page", "difficulty", "reviewed"):
            lines = [f"{key}: {value}"]
            _, problems = load(tmp_path / "q.yml", "\n".join(lines))
            for problem in problems:
                for language in ("pt", "en"):
                    text = problem.text(language)
                    assert not any(word in text for word in ("str", "dict", "NoneType", "pydantic", "Input")), text


@pytest.mark.parametrize(
    ("old", "new", "advice"),
    [
        ("correct: true", "correct: yes", "write true"),
        ("correct: true", "correct: True", "write true"),
        ("correct: true", "correct: On", "write true"),
        ("correct: true", "correct: no", "write false, or delete the line"),
        ("correct: true", "correct: 1.0", "write true or false"),
        ("text: A serverless endpoint.", "text: Yes", 'write "Yes", in quotes'),
        ("text: A serverless endpoint.", "text: 12:30", 'write "12:30", in quotes'),
        ("difficulty: 2", "difficulty: 2.0", "write a whole number, as in 2"),
        ("reviewed: 2026-11-22", "reviewed: 2026-11-22 10:00:00", "write the date alone, as in 2026-11-22"),
    ],
)
def test_the_advice_fits_what_the_field_takes(tmp_path: Path, old: str, new: str, advice: str) -> None:
    _, problems = load(tmp_path / "q.yml", GOOD.replace(old, new))
    assert [(problem.code, problem.help("en")) for problem in problems] == [("Y010", advice)]
    assert problems[0].help("pt") != advice


def test_one_word_after_a_comma_in_braces_is_the_rest_of_the_text(tmp_path: Path) -> None:
    text = GOOD.replace("takeaway:\n  pt: Rajadas pedem serverless.\n  en: Bursts ask for serverless.",
                        "takeaway: {pt: Atenção, cuidado: isto, en: Bursts}")  # fmt: skip
    _, problems = load(tmp_path / "q.yml", text)
    assert [(p.code, *p.position) for p in problems] == [("Y021", 15, 25)]
