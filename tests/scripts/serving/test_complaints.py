"""What is wrong with a page, with its place and in both languages."""

from pathlib import Path

import jinja2
import pytest
from mkdocs.config import load_config
from mkdocs.exceptions import ConfigurationError

from scripts.serving.complaints import Complaint, of_error, of_log, of_output

PAGE = "docs/en/a/b.md"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / PAGE).parent.mkdir(parents=True)
    (tmp_path / PAGE).write_text('# B\n\nSee {{ limit("x") }} and\n[y](nowhere.md) and [z](b.md#no).\n', "utf-8")
    return tmp_path


def both(complaint: Complaint) -> tuple[str, str]:
    return complaint.text("pt").partition("\n")[0], complaint.text("en").partition("\n")[0]


def test_a_broken_link_has_its_place_and_does_not_hold_the_page_back(root: Path) -> None:
    found = of_log(root, f"Doc file '{PAGE}' contains a link 'nowhere.md', but the target 'a/nowhere.md' is not found.")
    assert both(found) == (
        f"{PAGE}:4:5: o link não leva a nada: nowhere.md",
        f"{PAGE}:4:5: the link leads nowhere: nowhere.md",
    )
    assert not found.holds


def test_a_link_to_no_heading_says_that_the_page_is_there(root: Path) -> None:
    found = of_log(root, f"Doc file '{PAGE}' contains a link 'b.md#no', but there is no such anchor on this page.")
    assert both(found)[1] == f"{PAGE}:4:25: the page is there, but not the heading or anchor: b.md#no"


def test_a_mistaken_macro_call_has_its_place_and_holds_the_page_back(root: Path) -> None:
    found = of_log(root, f"[macros] - ERROR {PAGE}:3: there is no limit 'x'; did you mean 'y'?")
    assert both(found) == (
        f"{PAGE}:3:5: não existe o limite x; você quis dizer y?",
        f"{PAGE}:3:5: there is no limit 'x'; did you mean 'y'?",
    )
    assert found.holds


def test_a_templates_mistake_has_its_file_and_line(root: Path) -> None:
    (root / "overrides").mkdir()
    (root / "overrides/main.html").write_text("a\n{% if %}\n", "utf-8")
    environment = jinja2.Environment(loader=jinja2.FileSystemLoader(root / "overrides"))  # noqa: S701 - a test
    with pytest.raises(jinja2.TemplateSyntaxError) as error:
        environment.get_template("main.html")
    assert both(of_error(root, error.value))[1].startswith("overrides/main.html:2:1: Expected an expression")


def test_what_a_process_died_of_is_its_last_line_and_the_projects_last_file(root: Path) -> None:
    output = (
        f'Traceback (most recent call last):\n  File "{root}/macros/a.py", line 3, in <module>\n'
        f"  File \"{root}/.venv/lib/x.py\", line 9, in y\nNameError: name 'z' is not defined\n"
    )
    assert both(of_output(root, output))[1] == "macros/a.py:3:1: NameError: name 'z' is not defined"


def test_a_mistake_in_the_settings_has_its_file_and_line(root: Path) -> None:
    (root / "mkdocs.yml").write_text("site_name: a\nnav: [\n  - x\nb: c\n", "utf-8")
    with pytest.raises(ConfigurationError) as error:
        load_config(str(root / "mkdocs.yml"))
    assert both(of_error(root, error.value))[1].startswith("mkdocs.yml:3:3: ConfigurationError: ")


def test_a_mistake_in_a_template_of_the_macros_has_the_place_of_the_template(root: Path) -> None:
    file = root / "macros/rendering/templates/a.html"
    file.parent.mkdir(parents=True)
    file.write_text("{% fro x %}\n", "utf-8")
    found = of_log(root, "[macros] - ERROR macros/rendering/templates/a.html:1: Encountered unknown tag 'fro'.")
    assert both(found)[1] == "macros/rendering/templates/a.html:1:1: Encountered unknown tag 'fro'."
    assert found.holds
    assert "CONTRIBUTING" not in found.help["en"]
