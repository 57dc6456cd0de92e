"""The page of all limits: folded where it would be slow, and open for whoever asks for a section."""

from io import BytesIO

import pytest
from playwright.sync_api import Browser, Page, ViewportSize, expect
from pypdf import PdfReader

from tests.conftest import Site

pytestmark = pytest.mark.browser

PHONE: ViewportSize = {"width": 360, "height": 800}
SERVERLESS, ASYNC = "h2#serverless ~ details", "h2#async ~ details"


def test_phones_see_the_first_limits_of_each_table_and_a_tap_opens_the_rest(browser: Browser, site: Site) -> None:
    # Without JavaScript too.
    context = browser.new_context(viewport=PHONE, java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{site.address}en/reference/limits/")
    expect(page.locator("h2#serverless ~ div.limits tbody tr").first).to_be_visible()
    table = page.locator(SERVERLESS).first
    expect(table.locator("table")).to_be_hidden()
    rows = table.locator("tbody tr").count()
    expect(table.locator("summary")).to_have_text(f"{rows} more limits")
    table.locator("summary").click()
    expect(table.locator("table")).to_be_visible()
    context.close()


def test_the_section_that_the_address_names_is_open(page: Page, site: Site) -> None:
    page.set_viewport_size(PHONE)
    page.goto(f"{site.address}reference/limits/#serverless")
    expect(page.locator(SERVERLESS).first.locator("table")).to_be_visible()
    expect(page.locator(ASYNC).first.locator("table")).to_be_hidden()
    page.evaluate("location.hash = '#async'")
    expect(page.locator(ASYNC).first.locator("table")).to_be_visible()


def test_where_there_is_room_and_on_paper_all_tables_are_open(page: Page, site: Site) -> None:
    page.goto(f"{site.address}reference/limits/")
    for table in page.locator("details.limits table").all():
        expect(table).to_be_visible()
    expect(page.locator("details.limits > summary").first).to_be_hidden()
    page.set_viewport_size(PHONE)
    expect(page.locator(SERVERLESS).first.locator("table")).to_be_hidden()
    printed = "".join(sheet.extract_text() for sheet in PdfReader(BytesIO(page.pdf())).pages)
    assert "MaxConcurrency" in printed
