"""Pictures as a browser draws them: every word in its place and legible, on each ground that readers see."""

from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from macros.language import LANGUAGES, Language
from macros.pages.addresses import page_url
from tests.browser.pages import violations
from tests.conftest import EDITIONS, ROOT, Site

pytestmark = pytest.mark.browser

PAGES = sorted(
    page_url(file.relative_to(ROOT / "docs/pt").with_suffix("").as_posix())
    for file in (ROOT / "docs/pt").rglob("*.md")
    if "{{ picture(" in file.read_text("utf-8")
)

# Text that leaves its drawing or its box, that meets another text or a line, or that is too small to read.
MISPLACED = """() => [...document.querySelectorAll('.picture svg')].flatMap((svg) => {
  const found = [], view = svg.viewBox.baseVal;
  const within = (a, b, margin) => a.x >= b.x + margin && a.y >= b.y && a.x + a.width <= b.x + b.width - margin
    && a.y + a.height <= b.y + b.height;
  const meet = (a, b) => a.x < b.x + b.width && b.x < a.x + a.width && a.y + 2 < b.y + b.height
    && b.y + 2 < a.y + a.height;
  const scale = svg.getBoundingClientRect().width / view.width;
  const texts = [...svg.querySelectorAll('text')], rects = [...svg.querySelectorAll('.pic-box > rect')];
  for (const text of texts) {
    const box = text.getBBox(), own = text.parentNode.querySelector(':scope > rect');
    const size = Math.min(...[text, ...text.children].map((part) => parseFloat(getComputedStyle(part).fontSize)));
    if (size * scale < 11) found.push(`${text.textContent}: ${size * scale} px`);
    if (!within(box, view, 0)) found.push(`${text.textContent}: outside the drawing`);
    if (own && !within(box, own.getBBox(), 2)) found.push(`${text.textContent}: outside its box`);
    for (const other of [...texts, ...rects]) {
      if (other === text || other === own || !meet(box, other.getBBox())) continue;
      found.push(`${text.textContent}: meets another`);
    }
    for (const line of svg.querySelectorAll('.pic-arrow > path:first-child')) {
      for (let at = 0; at <= line.getTotalLength(); at += 3) {
        const { x, y } = line.getPointAtLength(at);
        if (x > box.x - 1 && x < box.x + box.width + 1 && y > box.y + 2 && y < box.y + box.height - 2) {
          found.push(`${text.textContent}: a line runs through it`);
          break;
        }
      }
    }
  }
  return found;
})"""

# Contrast of each text with what it stands on (4.5:1), and of each line and edge with the page (3:1).
FAINT = """() => {
  const parse = (text) => { const [r, g, b, a = 1] = text.match(/[\\d.]+/g).map(Number); return [r, g, b, a]; };
  const over = (top, base) => top.slice(0, 3).map((value, i) => value * top[3] + base[i] * (1 - top[3]));
  const light = (rgb) => rgb.map((v) => v / 255).map((v) => v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4)
    .reduce((sum, v, i) => sum + v * [0.2126, 0.7152, 0.0722][i], 0);
  const contrast = (a, b) => (Math.max(light(a), light(b)) + 0.05) / (Math.min(light(a), light(b)) + 0.05);
  const style = (element, name) => parse(getComputedStyle(element)[name]);
  const ground = over(style(document.body, 'backgroundColor'), [255, 255, 255]);
  const found = [];
  const check = (what, top, base, least) => {
    const ratio = contrast(over(top, base), base);
    if (ratio < least) found.push(`${what}: ${ratio.toFixed(2)}`);
  };
  for (const svg of document.querySelectorAll('.picture svg')) {
    for (const text of svg.querySelectorAll('tspan')) {
      const rect = text.closest('.pic-box')?.querySelector('rect');
      check(text.textContent, style(text, 'fill'), rect ? over(style(rect, 'fill'), ground) : ground, 4.5);
    }
    for (const edge of svg.querySelectorAll('rect, .pic-arrow > path:first-child')) {
      check(edge.parentNode.className.baseVal, style(edge, 'stroke'), ground, 3);
    }
    for (const head of svg.querySelectorAll('.pic-head, .pic-new')) check('filled', style(head, 'fill'), ground, 3);
  }
  for (const words of document.querySelectorAll('.picture figcaption')) {
    check(words.textContent, style(words, 'color'), ground, 4.5);
  }
  return found;
}"""


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_word_is_in_its_place_and_legible_on_phone_and_desktop(
    page: Page, site: Site, language: Language
) -> None:
    found = []
    for path in PAGES:
        page.goto(site.address + EDITIONS[language] + path)
        assert page.locator(".picture svg text").count()
        for width in (360, 1280):
            page.set_viewport_size({"width": width, "height": 800})
            found += [f"{path} at {width}: {words}" for words in page.evaluate(MISPLACED)]
    assert found == []


def test_text_and_lines_stand_out_from_their_ground(page: Page, site: Site) -> None:
    grounds: list[tuple[str, dict[str, Any]]] = [
        ("default", {"media": "screen"}),
        ("slate", {"media": "screen"}),
        ("slate", {"media": "print"}),
        ("slate", {"media": "screen", "forced_colors": "active"}),
    ]
    found = []
    for path in PAGES:
        page.goto(site.address + path)
        for scheme, media in grounds:
            page.emulate_media(**{"forced_colors": "none", **media})
            page.evaluate("(scheme) => document.body.setAttribute('data-md-color-scheme', scheme)", scheme)
            found += [f"{path} in {scheme}, {media}: {words}" for words in page.evaluate(FAINT)]
    assert found == []


@pytest.mark.parametrize(("language", "scheme"), [("pt", "light"), ("en", "dark")])
def test_axe_finds_nothing_in_a_picture(browser: Browser, site: Site, language: Language, scheme: str) -> None:
    context = browser.new_context(color_scheme=scheme, viewport={"width": 360, "height": 800})  # type: ignore[arg-type]
    page = context.new_page()
    # All pictures have one template; what differs, colours and words, is looked at in all of them above.
    for path in PAGES[::4]:
        page.goto(site.address + EDITIONS[language] + path)
        assert violations(page, "figure.picture") == [], path
    context.close()
