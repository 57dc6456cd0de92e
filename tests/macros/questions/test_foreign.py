"""Files of other banks, named for what they are."""

from pathlib import Path

import pytest

from tests.questions import GOOD, load

FILES = {
    "Markdown with front matter": "---\nquestion: Which?\nlevel: 1\n---\n\n# Which?\n\n- [ ] A\n- [x] B\n",
    "Markdown": "## Which endpoint?\n\n- A\n- B\n",
    "GIFT (Moodle)": "::Q1:: Which endpoint scales to zero? {\n=Asynchronous\n~Real-time\n}\n",
    "Aiken (ANSWER: B)": "Which endpoint scales to zero?\nA. Real-time\nB. Asynchronous\nANSWER: B\n",
    "text without keys": "Which endpoint scales to zero?\n\nA) Real-time\nB) Asynchronous\n",
    "a CSV table": "id,question,a,b,answer\n1,Which?,x,y,B\n",
    "XML or HTML": '<?xml version="1.0"?>\n<quiz><question type="multichoice"></question></quiz>\n',
    "TOML (mdbook-quiz)": '[[questions]]\ntype = "MultipleChoice"\nprompt.prompt = "Which?"\n',
    "an export of Anki": "#separator:tab\n#html:true\nWhich?\tB\n",
    "a JSON list": '[\n  {"question": "Which?", "answer": "B"}\n]\n',
    "a list of questions": "- question: Which?\n  answer: B\n- question: What?\n  answer: A\n",
}


@pytest.mark.parametrize(("name", "text"), FILES.items())
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_a_file_in_another_format_is_one_problem_that_names_it(tmp_path: Path, name: str, text: str, end: str) -> None:
    file = tmp_path / "q.yml"
    file.write_bytes(text.replace("\n", end).encode())
    entry, problems = load(file, file.read_bytes().decode())
    assert entry is None
    assert [problem.code for problem in problems] == ["Y022"]
    assert f" is {name}, not a question" in problems[0].message("en")


@pytest.mark.parametrize("text", ["- a\n- b\n", "text\n", "a: b: c\n", "{}\n", "# stem\n", "stem: [\n"])
def test_what_is_only_broken_is_not_called_another_format(tmp_path: Path, text: str) -> None:
    _, problems = load(tmp_path / "q.yml", text)
    assert problems
    assert "Y022" not in [problem.code for problem in problems]


@pytest.mark.parametrize(
    ("key", "here"),
    [
        ("question", "stem"),
        ("correctAnswer", "correct: true on the right option"),
        ("correct_answer", "correct: true on the right option"),
        ("Explanation", "why, in each option, and takeaway"),
        ("lastVerified", "reviewed, a date"),
        ("services", "nothing: delete the key"),
        ("questions", "a file for each question"),
        ("id", "the name of the file"),
    ],
)
def test_a_key_of_another_bank_is_translated(tmp_path: Path, key: str, here: str) -> None:
    _, problems = load(tmp_path / "q.yml", f"{GOOD}{key}: x\n")
    assert [problem.code for problem in problems] == ["Q028"]
    assert here in problems[0].message("en")
    assert problems[0].message("pt") != problems[0].message("en")


def test_a_key_of_an_option_is_translated_as_well(tmp_path: Path) -> None:
    _, problems = load(tmp_path / "q.yml", GOOD.replace("    correct: true\n", "    isCorrect: true\n    id: a\n"))
    assert [problem.words["here"] for problem in problems] == ["correct", "order"]


def test_what_is_there_under_another_name_is_not_missing(tmp_path: Path) -> None:
    _, problems = load(tmp_path / "q.yml", GOOD.replace("stem: |", "question: |").replace("takeaway:", "explanation:"))
    assert [problem.code for problem in problems] == ["Q028", "Q028"]
