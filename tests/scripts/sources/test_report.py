from scripts.sources.checks import Finding
from scripts.sources.citations import Citation
from scripts.sources.issue import MARK
from scripts.sources.report import markdown


def test_what_a_server_wrote_stays_text_in_the_issue() -> None:
    text = markdown([Finding("closed", Citation("https://a.b/c|d", ("x.md:1",)), "a | `b` <img> @all\n# x")], 1, "en")
    row = next(line for line in text.splitlines() if "a.b" in line)
    assert row == "| `https://a.b/c\\|d` | `a \\| 'b' <img> @all # x` | `x.md:1` |"
    assert text.startswith(MARK)


def test_many_places_and_many_findings_fit_into_an_issue() -> None:
    places = tuple(f"docs/en/page-{number}.md:1" for number in range(50))
    findings = [Finding("gone", Citation(f"https://a.b/{number}", places), "404") for number in range(2000)]
    text = markdown(findings, 2000, "en")
    assert len(text) < 65_536
    assert "and 44 more" in text
    assert text.rstrip().splitlines()[-1].startswith("and ")


def test_the_gravest_come_first_in_either_language() -> None:
    findings = [Finding(kind, Citation("https://a.b/c", ("x:1",)), "d") for kind in ("unsure", "gone")]
    assert markdown(findings, 1, "pt").index("Não existe mais") < markdown(findings, 1, "pt").index("Não respondeu")
    assert "1 with a problem" not in markdown(findings[:1], 1, "en")
