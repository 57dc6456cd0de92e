"""What a browser shows while pages are being written: the newest good page, and over it what is wrong."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from tests.browser.pages import PATIENCE, PHONE
from tests.conftest import copy_mini_project
from tests.serving import Server, serving

# One worker takes all of them: the server below is started once.
pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("serve")]

PAGE, SOURCE = "inference/serverless/", "docs/pt/inference/serverless.md"
QUESTION = "quizzes/inference/serverless-burst-sizing.yml"
SLOW = PATIENCE * 1000


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    project = copy_mini_project(tmp_path_factory.mktemp("served"))
    with serving(project, tmp_path_factory.mktemp("serve") / "log") as running:
        running.wait_until(lambda: len(running.lines()) == 2, "the site was not built")
        yield running


def test_a_saved_page_and_a_saved_question_come_by_themselves(page: Page, server: Server) -> None:
    page.goto(server.address + PAGE)
    server.project.append(SOURCE, "\nUma frase nova.\n")
    expect(page.get_by_text("Uma frase nova.")).to_be_attached(timeout=SLOW)
    server.project.edit(QUESTION, "wants the LEAST", "asks for the LEAST")
    expect(page.get_by_text("asks for the LEAST").first).to_be_attached(timeout=SLOW)


def test_a_mistake_is_shown_in_the_pages_language_until_it_is_gone(page: Page, server: Server) -> None:
    page.goto(server.address + PAGE)
    message = page.locator("live-message")
    server.project.edit(QUESTION, "difficulty: 3", "dificulty: 3")
    expect(message.get_by_role("alert")).to_contain_text("Q002 chave desconhecida: dificulty", timeout=SLOW)
    expect(message.get_by_text(f"{QUESTION}:33:1")).to_be_visible()
    expect(page.locator("article h1")).to_be_visible()
    page.goto(f"{server.address}en/inference/async/")
    expect(message.get_by_role("alert")).to_contain_text("Q002 unknown key: dificulty", timeout=SLOW)
    server.project.edit(QUESTION, "dificulty: 3", "difficulty: 3")
    expect(message).to_have_count(0, timeout=SLOW)


def test_a_message_that_was_closed_stays_closed_until_it_says_something_else(page: Page, server: Server) -> None:
    page.set_viewport_size(PHONE)
    page.goto(server.address + PAGE)
    message = page.locator("live-message")
    server.project.edit(QUESTION, "difficulty: 3", "dificulty: 3")
    message.get_by_role("button", name="Fechar").click(timeout=SLOW)
    expect(message).to_have_count(0)
    server.project.edit(QUESTION, "dificulty: 3", "difficultyy: 3")
    expect(message.get_by_role("alert")).to_contain_text("difficultyy", timeout=SLOW)
    server.project.edit(QUESTION, "difficultyy: 3", "difficulty: 3")
    expect(message).to_have_count(0, timeout=SLOW)


def test_a_style_is_new_in_every_page_and_a_page_after_instant_navigation_is_watched_too(
    page: Page, server: Server
) -> None:
    page.goto(f"{server.address}en/")
    page.locator("a.md-tabs__link", has_text="Monitoring").click()
    expect(page).to_have_url(f"{server.address}en/monitoring/data-quality/")
    server.project.append("docs/en/monitoring/data-quality.md", "\nA new sentence.\n")
    expect(page.get_by_text("A new sentence.")).to_be_attached(timeout=SLOW)
    server.project.append("overrides/assets/stylesheets/site.css", "\nbody { outline: 7px solid; }\n")
    expect(page.locator("body")).to_have_css("outline-width", "7px", timeout=SLOW)
