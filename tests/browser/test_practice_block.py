"""One template: a question on a practice page is the question of its own page, in both editions."""

import json

import pytest
from playwright.sync_api import Page

from macros.bank import Bank
from macros.language import LANGUAGES, Language
from macros.pages.addresses import page_url
from tests.browser.practice import SESSION, unhash
from tests.conftest import EDITIONS, Site

pytestmark = pytest.mark.browser

# Compares every question of the edition. Addresses are compared as what they lead to; the number is the page's.
COMPARE = """async ([root, site, pages, session]) => {
  const load = (edition, module) => import(`${edition}assets/javascripts/practice/${module}.js`);
  const [data, template] = await Promise.all([load(root, "data"), load(site, "template")]);
  const parse = async (address) => {
    const text = await (await fetch(address)).text();
    return new DOMParser().parseFromString(text, "text/html");
  };
  const own = await parse(root + session);
  const empty = own.querySelector(".practice__empty");
  const words = JSON.parse(own.querySelector(".practice__words").content.textContent).block;
  const index = await data.loadIndex();
  const ids = [...index.questions.keys()];
  const [stems, reasons] = await Promise.all([data.stems(index, ids), data.reasons(index, ids)]);
  const normal = (element, base) => {
    const copy = element.cloneNode(true);
    for (const link of copy.querySelectorAll("a[href]"))
      link.setAttribute("href", new URL(link.getAttribute("href"), base).href);
    const attributes = (one) => [...one.attributes].map(({ name, value }) => `${name}=${value}`).sort().join(" ");
    const walk = (node) => {
      if (node.nodeType === 3) return node.data.replace(/\\s+/g, " ").trim();
      if (node.nodeType !== 1) return "";
      return `<${node.localName} ${attributes(node)}>${[...node.childNodes].map(walk).join("")}</>`;
    };
    return walk(copy);
  };
  const differing = [];
  let compared = 0;
  for (const url of pages) {
    const address = root + url;
    const page = await parse(address);
    let number = 0;
    for (const block of page.querySelectorAll(".exam-question-frame > exam-question")) {
      const id = block.getAttribute("question-id");
      if (block.querySelector("h3").id !== id) continue;  // shown once more, higher up on its page
      number = Number(block.querySelector("h3").textContent.match(/\\d+/)[0]);
      const question = index.questions.get(id);
      const parts = { question, stem: stems.get(id), reasons: reasons.get(id), number, root, words };
      const filled = normal(template.fill(empty, parts), root);
      const there = normal(block, address);
      if (question.pageUrl === url) compared += 1;
      if (filled === there) continue;
      const place = [...filled].findIndex((sign, at) => sign !== there[at]);
      differing.push(`${id}: ${filled.slice(place - 60, place + 60)} | ${there.slice(place - 60, place + 60)}`);
    }
  }
  return { compared, differing: differing.slice(0, 3), count: differing.length, all: ids.length };
}"""


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_filled_block_equals_the_block_of_its_page(
    page: Page, site: Site, bank: Bank, language: Language
) -> None:
    root = site.address + EDITIONS[language]
    unhash(page, site)
    page.goto(root)
    paths = {entry.question.page_path for entry in bank.entries.values() if entry.question.is_visible}
    result = page.evaluate(COMPARE, [root, site.address, sorted(page_url(path) for path in paths), SESSION])
    assert result["differing"] == [], json.dumps(result["differing"], indent=1)
    assert result["compared"] == result["all"] == sum(entry.question.is_visible for entry in bank.entries.values())
