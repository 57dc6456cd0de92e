"""Whatever a file holds, the validator answers: it never raises, never hangs, and points into the file.

Property tests, and a bounded fuzz run over mutations of valid files.
"""

import codecs
import os
import random
import re
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from macros.bank import Bank, load_question
from macros.checks.sources import is_https
from macros.markup import parser, render_inline
from macros.problems import Problem
from macros.questions.entry import Entry
from macros.rendering.questions import render_question
from tests.conftest import ROOT
from tests.questions import GOOD

VALID = [file.read_bytes() for file in sorted((ROOT / "quizzes").glob("*/*.yml"))] + [GOOD.encode()]
FIXTURES = [file.read_bytes() for file in sorted((ROOT / "tests" / "fixtures" / "rules").iterdir())]
ODD_VALUES = [b":", b": [", b": {", b": |\n", b": &a ", b": !x "]
ODD_ENDS = [b" #", b": ", b"'", b'"', b"\t", b"\xff", b"\\", b"]", b"\r", "\u2029".encode()]
# Continuous integration judges a change, not the luck of the draw; at home every run tries something new.
relaxed = settings(
    derandomize="CI" in os.environ, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


@pytest.fixture
def judge(tmp_path: Path, bank: Bank):  # noqa: ANN201 - a function
    file = tmp_path / "q.yml"

    def load(data: bytes) -> tuple[Entry | None, list[Problem]]:
        file.write_bytes(data)
        return load_question(file, "q.yml", "inference/q", bank.facts, bank.pages)

    def check(data: bytes) -> None:
        entry, problems = load(data)
        # As editors count them, which take a lone CR for a line end.
        lines = re.split("\r\n?|\n", _text(data))
        for problem in problems:
            line, column = problem.position
            assert 1 <= line <= len(lines), problem
            assert 1 <= column <= len(lines[line - 1]) + 1, problem
            for language in ("pt", "en"):
                assert problem.text(language)
        assert entry is not None or problems, "refused without a word"
        if entry is not None and not any(problem.rule.severity == "error" for problem in problems):
            for language in ("pt", "en"):
                html = render_question(entry, language, 1)
                assert "\n" not in html
                page = BeautifulSoup(html, "html.parser")
                assert page.find(["script", "img", "iframe", "style"]) is None
                assert len(page.select("input")) == len(entry.question.options)
                assert all(is_https(str(link["href"])) for link in page.select('a[href]:not([href^="#"])'))

    return check


@relaxed
@given(st.binary(max_size=300))
@example(b"\xff\xfe")
@example(b"\x00")
@example(b"a: \xc2\x85b\n")
@example("a: \u2028b\n- c".encode())
def test_any_bytes_are_answered(judge, data: bytes) -> None:  # noqa: ANN001
    judge(data)


@relaxed
@given(st.text(alphabet=st.sampled_from("-:?[]{},&*!|>'\"%@`# \n\tabtrueno0129.~<\\é"), max_size=80))
def test_any_yaml_punctuation_is_answered(judge, text: str) -> None:  # noqa: ANN001
    judge(text.encode())


@relaxed
@given(st.text(alphabet=st.sampled_from("[]()!:<> ax`\\./%2e\n"), max_size=60))
@example("[a]\n\n[a]: http://b.c")
def test_any_link_in_a_stem_is_answered(judge, text: str) -> None:  # noqa: ANN001
    text = text.replace("x", "http://a.b/")
    judge(GOOD.replace("A team hosts a model", f"A team\n{text}\n\nIts model".replace("\n", "\n  ")).encode())


@relaxed
@given(st.text(max_size=60), st.sampled_from(["stem", "text", "why", "takeaway", "source", "page"]))
def test_any_text_in_any_field_is_answered(judge, text: str, field: str) -> None:  # noqa: ANN001
    old = {
        "stem": "A team hosts a model whose traffic comes in bursts.",
        "text": "A serverless endpoint.",
        "why": "No traffic, nothing on.",
        "takeaway": "Bursts ask for serverless.",
        "source": "https://docs.aws.amazon.com/sagemaker/latest/dg/serverless-endpoints.html",
        "page": "inference/serverless#cold-start",
    }[field]
    quoted = "'" + text.replace("'", "''").replace("\n", " ") + "'" if field != "stem" else text.replace("\n", " ")
    judge(GOOD.replace(old, quoted).encode("utf-8", errors="surrogatepass"))


@relaxed
@given(st.text(alphabet=st.characters(exclude_categories=["Cc", "Cs"]), max_size=60))
def test_the_short_way_for_prose_never_differs_from_the_parser(text: str) -> None:
    # Inside a tag: Beautiful Soup takes a bare ".HTM" for the name of a file, and warns.
    fast = BeautifulSoup(f"<p>{render_inline(text)}</p>", "html.parser").get_text()
    slow = BeautifulSoup(f"<p>{parser().renderInline(text.strip())}</p>", "html.parser").get_text()
    assert fast.split() == slow.split()


def _text(data: bytes) -> str:
    """Return the text of a file as the reader takes it, whatever its encoding."""
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return data.decode("utf-16", "replace")
    data = data.removeprefix(codecs.BOM_UTF8)
    try:
        return data.decode()
    except UnicodeDecodeError as error:
        return data[: error.start].decode() + data[error.start :].decode("cp1252", "replace")


def mutated(data: bytes, random_: random.Random) -> bytes:
    """Return a file with a few bytes, lines or pieces changed, moved, repeated or taken out."""
    for _ in range(random_.randint(1, 4)):
        lines = data.split(b"\n")
        at = random_.randrange(len(lines))
        other = random_.randrange(len(lines))
        change = random_.randrange(7)
        if change == 0:
            del lines[at]
        elif change == 1:
            lines.insert(other, lines[at])
        elif change == 2:
            lines[at] = lines[at][random_.randrange(len(lines[at]) + 1) :]
        elif change == 3:
            lines[at] = lines[at].replace(b": ", random_.choice(ODD_VALUES), 1)
        elif change == 4:
            lines[at] += random_.choice(ODD_ENDS)
        elif change == 5:
            lines[at], lines[other] = lines[other], lines[at]
        else:
            lines[at] = random_.choice([b" ", b"  ", b"- ", b"\t"]) + lines[at]
        data = b"\n".join(lines) or b" "
    return data


@pytest.mark.parametrize("seed", range(4))
def test_no_mutation_of_a_file_escapes_judgement(judge, seed: int) -> None:  # noqa: ANN001
    random_ = random.Random(seed)  # noqa: S311 - the same mutations every time
    for _ in range(150):
        judge(mutated(random_.choice(VALID + FIXTURES), random_))


@pytest.mark.parametrize(
    "data",
    [
        b"[" * 100_000,
        b"{a: " * 50_000,
        b"- " * 50_000,
        b"&a " * 1000,
        b"a: &a [x,x]\nb: &b [*a,*a]\nc: &c [*b,*b]\nd: [*c,*c]\n",
        b"stem: " + b"9" * 10_000,
        b"? " * 5_000,
        b"#" * 400_000,
        b"stem: '" + b"`" * 20_000 + b"'",
        GOOD.replace("A serverless endpoint.", "'" + "[" * 3000 + "'").encode(),
        GOOD.replace("A serverless endpoint.", "'" + "*a" * 3000 + "'").encode(),
        GOOD.replace("A serverless endpoint.", "'" + "<a " * 3000 + "'").encode(),
        GOOD.replace("A serverless endpoint.", "'" + "](" * 3000 + "'").encode(),
    ],
    ids=range(13),
)
def test_nothing_absurd_takes_long(judge, data: bytes) -> None:  # noqa: ANN001
    judge(data)
