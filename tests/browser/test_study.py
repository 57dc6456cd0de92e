"""Review and dashboard: the schedule against its oracle, a month that is simulated, and what the reader sees."""

import random
import statistics
from datetime import UTC, datetime, timedelta
from typing import Any

import fsrs
import pytest
from playwright.sync_api import Browser, Page, expect

from macros.bank import Bank
from tests.browser.lab import Lab
from tests.browser.pages import DESKTOP, PHONE, violations
from tests.browser.practice import choose_all, records, shown, unhash, wait_for_records
from tests.browser.study import BOARD, DAY, domains, now, past, take_in
from tests.conftest import Site

pytestmark = pytest.mark.browser

ABILITY = {"1": 0.85, "2": 0.5, "3": 0.75, "4": 0.7}


def test_the_replay_agrees_with_the_reference_implementation(lab: Lab) -> None:
    scheduler = fsrs.Scheduler(learning_steps=(), relearning_steps=(), enable_fuzzing=False)
    chance = random.Random(7)  # noqa: S311
    for _ in range(40):
        at = datetime(2026, 1, 1, tzinfo=UTC)
        card, rows = fsrs.Card(), []
        for _ in range(chance.randint(1, 8)):
            right, sure = chance.random() < 0.7, chance.choice([True, False, None])
            rating = fsrs.Rating.Again if not right else fsrs.Rating.Hard if sure is False else fsrs.Rating.Good
            card, _log = scheduler.review_card(card, rating, at)
            rows.append({"right": right, "at": at.timestamp() * 1000} | ({} if sure is None else {"sure": sure}))
            last, at = at, at + timedelta(hours=chance.choice([0.2, 30, 90, 400]))
        found = lab.call("study/schedule", "memory", rows)
        assert found["stability"] == pytest.approx(card.stability, rel=1e-5)
        assert found["difficulty"] == pytest.approx(card.difficulty, rel=1e-5)
        assert found["interval"] == (card.due - last).days


def test_the_first_intervals_are_those_that_the_page_promises(lab: Lab) -> None:
    first = [{"right": True, "at": 0}, {"right": True, "sure": False, "at": 0}, {"right": False, "sure": True, "at": 0}]
    assert [lab.call("study/schedule", "memory", [row])["interval"] for row in first] == [2, 1, 1]


@pytest.mark.parametrize(("days", "expected"), [(None, 30), (36, 12), (9, 3), (1, 1), (0, 1), (-2, 30)])
def test_no_interval_is_longer_than_a_third_of_what_is_left(lab: Lab, days: int | None, expected: int) -> None:
    today = lab.call("study/schedule", "startOfDay", now())
    assert lab.call("study/schedule", "cap", now(), None if days is None else today + days * DAY) == expected


def test_in_the_last_three_days_everything_comes_once_more(lab: Lab) -> None:
    due = lab.run(
        """async () => {
          const { schedule, startOfDay, DAY } = await import("/assets/javascripts/study/schedule.js");
          const now = Date.now(), exam = startOfDay(now) + 3 * DAY;
          const rows = [-9, -6, -3].map((day) => ({ right: true, at: now + day * DAY }));
          const history = new Map([["t/old", rows], ["t/now", [...rows, { right: true, at: now }]]]);
          return [exam, null].map((day) => [...schedule(history, now, day).values()].map(({ due }) => due <= now));
        }"""
    )
    assert due == [[True, False], [False, False]]


MONTH = """async ([root, ability, seed, days]) => {
  const at = (name) => import(`${root}assets/javascripts/${name}.js`);
  const { loadIndex } = await at("practice/data"), { random } = await at("practice/seed");
  const { queue, PER_DAY } = await at("study/queue"), { firstAnswers, readiness } = await at("study/readiness");
  const { startOfDay, DAY } = await at("study/schedule"), { planned } = await at("study/goal");
  const index = await loadIndex(), exam = "MLA-C02", chance = random(seed);
  const of = index.domains[exam], fresh = Object.keys(of).sort(() => chance() - 0.5);
  const history = new Map(), log = [], queues = [], counts = [], reviews = {}, start = startOfDay(Date.now());
  for (let day = 0; day < days; day += 1) {
    const now = start + day * DAY + DAY / 2;
    const goal = { exam, day: null, minutes: 30 }; // twenty questions at a minute and a half
    const { due, today } = queue(history, index, goal, now);
    const plan = planned(goal, { unseen: fresh.length, today, pace: 1.5, now });
    queues.push(today);
    counts.push(plan.reviews + plan.fresh);
    const ids = [...due.slice(0, plan.reviews), ...fresh.splice(0, plan.fresh)];
    ids.forEach((id, place) => {
      const entries = history.get(id) ?? [];
      if (entries.length) reviews[of[id]] = (reviews[of[id]] ?? 0) + 1;
      // Who has seen it remembers half of what was not known.
      const p = ability[of[id]] + (entries.length ? (1 - ability[of[id]]) / 2 : 0);
      const entry = { id, revision: index.questions.get(id).revision, at: now + place * 6e4, right: chance() < p,
        source: entries.length ? "review" : "session" };
      history.set(id, [...entries, entry]);
      log.push(entry);
    });
  }
  const seen = {};
  for (const id of history.keys()) seen[of[id]] = (seen[of[id]] ?? 0) + 1;
  const weights = Object.fromEntries(Object.entries(index.exams[exam].domains).map(([key, [weight]]) => [key, weight]));
  return { queues, counts,
    per: Object.fromEntries(Object.keys(weights).map((key) => [key, (reviews[key] ?? 0) / seen[key]])),
    ready: readiness(firstAnswers(log, index, exam), weights), limit: PER_DAY, weights };
}"""


def test_a_month_of_twenty_a_day_stays_bounded_favours_the_weak_and_tells_the_truth(page: Page, site: Site) -> None:
    unhash(page, site)
    page.goto(f"{site.address}404.html")
    chance = random.Random(3)  # noqa: S311
    inside, weakest = [], []
    for number in range(60):
        ability = {key: chance.uniform(0.35, 0.95) for key in "1234"}
        month = page.evaluate(MONTH, [site.address, ability, f"seed {number}", 30])
        assert max(month["queues"]) <= month["limit"]
        assert set(month["counts"]) == {20}
        weights = month["weights"]
        truth = sum(weights[key] * ability[key] for key in weights) / sum(weights.values())
        inside.append(month["ready"]["low"] <= truth <= month["ready"]["high"])
        low, high = min(ability, key=ability.__getitem__), max(ability, key=ability.__getitem__)
        weakest.append(month["per"][low] > month["per"][high])
    assert statistics.mean(weakest) > 0.9
    # It claims 90 %: of 60 months, 78 % to 100 % are within three sigma.
    assert statistics.mean(inside) >= 0.78


def test_who_has_answered_nothing_is_told_where_to_begin_and_nothing_else(page: Page, site: Site) -> None:
    page.goto(f"{site.address}en/{BOARD}")
    shown(page, "board")
    expect(page.locator(".study__next > li")).to_have_count(3)
    expect(page.locator(".study__next > li").first).to_contain_text("Answer 10 questions in the weights of MLA-C02")
    expect(page.locator('[data-part="ready"]')).to_contain_text("Too early to say")
    for part in ("sure", "changed", "days"):
        expect(page.locator(f'[data-part="{part}"]')).to_be_hidden()


def test_a_review_with_nothing_in_it_leads_to_the_first_questions(page: Page, site: Site) -> None:
    page.goto(f"{site.address}practice/review/")
    shown(page, "queue")
    expect(page.locator(".practice__score")).to_have_text("Nada a revisar ainda")
    page.get_by_role("link", name="Responder a dez questões").click()
    shown(page, "run")
    expect(page.locator(".practice__progress")).to_contain_text("10")


def test_the_dashboard_says_what_the_log_says(page: Page, site: Site, bank: Bank) -> None:
    rows = past(bank, 4, 30, ABILITY)
    exam_day = (datetime.now().astimezone().date() + timedelta(days=35)).isoformat()
    take_in(page, site, rows, date=exam_day, minutes=40)
    of = domains(bank)
    right = sum(row["right"] for row in rows)
    expect(page.locator('[data-part="progress"]')).to_contain_text(
        f"120 of {len(of)} questions answered, {right} right the last time"
    )
    sure_wrong = sum(row["sure"] and not row["right"] for row in rows)
    expect(page.locator(".study__next > li").first).to_contain_text(f"missed ({sure_wrong})")
    expect(page.locator('[data-part="plan"]')).to_contain_text("35 days left")
    expect(page.locator('[data-part="ready"]')).to_contain_text("120 answers")
    for key in "1234":
        first = [row for row in rows if of[row["id"]] == key]
        cells = page.locator(".study__domain").filter(has=page.get_by_text(f"{key}. ")).first.locator("td")
        expect(cells.first).to_have_text(f"{len(first)}/{list(of.values()).count(key)}")


def test_the_review_is_bounded_by_the_day_and_offers_the_rest(page: Page, site: Site, bank: Bank) -> None:
    take_in(page, site, past(bank, 6, 30, dict.fromkeys("1234", 0.2)))
    page.goto(f"{site.address}en/practice/review/")
    shown(page, "queue")
    expect(page.locator(".practice__score")).to_have_text("30 questions to review today")
    expect(page.locator(".study__more")).to_contain_text("more could be done if you like")
    page.locator('[data-link="today"]').click()
    shown(page, "run")
    choose_all(page)
    page.locator(".practice__main").click()
    wait_for_records(page, "log", 181)
    assert [row["source"] for row in records(page, "log") if row["at"] > now() - DAY / 2][-1:] == ["review"]
    page.goto(f"{site.address}en/practice/review/")
    expect(page.locator(".practice__score")).to_have_text("29 questions to review today")


def test_a_changed_question_is_named_and_starts_from_scratch(page: Page, site: Site, bank: Bank) -> None:
    rows = past(bank, 1, 3, dict.fromkeys("1234", 1.0))
    key = sorted(bank.entries[rows[0]["id"]].question.key)
    wrong = [letter for letter in "abcdef" if letter not in key][: len(key)]
    rows[0] |= {"revision": "00000000", "chosen": wrong}
    take_in(page, site, rows)
    changed = page.locator('[data-part="changed"]')
    expect(changed).to_contain_text("1 question you answered has changed")
    expect(changed).to_contain_text("right then and would be wrong today")
    expect(changed).to_contain_text(rows[0]["id"])
    expect(page.locator('[data-part="progress"]')).to_contain_text("2 of")


def test_a_fact_that_changed_is_told_until_the_reader_has_seen_it(page: Page, site: Site, bank: Bank) -> None:
    entry = next(entry for entry in bank.entries.values() if "async.payload" in map(str, entry.question.limits))
    row = {"id": entry.id, "revision": entry.question.revision, "at": now() - DAY, "right": True, "source": "session"}
    take_in(page, site, [row])
    expect(page.locator('[data-part="changed"]')).to_be_hidden()
    page.route(
        "**/assets/practice/facts.json",
        lambda route: route.fulfill(json={"async.payload": ["Input kept in Amazon S3", "2 GB", [entry.id]]}),
    )
    page.reload()
    expect(page.locator('[data-part="changed"]')).to_contain_text("was 1 GB, now 2 GB")
    page.get_by_role("button", name="Got it").click()
    expect(page.locator('[data-part="changed"]')).to_be_hidden()


def test_erasing_takes_everything_and_only_after_a_question(page: Page, site: Site, bank: Bank) -> None:
    take_in(page, site, past(bank, 2, 5, ABILITY))
    page.get_by_role("button", name="Erase everything").click()
    page.get_by_role("button", name="Cancel").click()
    assert len(records(page, "log")) == 10
    page.get_by_role("button", name="Erase everything").click()
    page.get_by_role("button", name="Erase", exact=True).click()
    expect(page.locator(".study__said")).to_have_text("Everything was erased.")
    page.reload()
    shown(page, "board")
    assert records(page, "log") == records(page, "settings") == []
    assert page.evaluate("localStorage.getItem('sagemaker-exam-guide.progress')") in (
        None,
        '{"version":1,"answers":{}}',
    )


@pytest.mark.parametrize(("scheme", "size"), [("light", PHONE), ("dark", DESKTOP)], ids=["light phone", "dark desktop"])
def test_axe_finds_nothing(browser: Browser, site: Site, bank: Bank, scheme: str, size: Any) -> None:
    context = browser.new_context(color_scheme=scheme, viewport=size, reduced_motion="reduce")  # type: ignore[arg-type]
    page = context.new_page()
    edition = "en/" if scheme == "dark" else ""
    take_in(page, site, past(bank, 4, 30, ABILITY), edition)
    for fold in page.locator(".practice details").all():
        fold.evaluate("fold => { fold.open = true; }")
    assert violations(page) == []
    page.goto(f"{site.address}{edition}practice/review/")
    shown(page, "queue")
    assert violations(page, ".md-content") == []
    context.close()


@pytest.mark.parametrize(("width", "text"), [(320, "100%"), (640, "250%")], ids=["320 px", "twice the text"])
def test_nothing_scrolls_sideways(browser: Browser, site: Site, bank: Bank, width: int, text: str) -> None:
    context = browser.new_context(viewport={"width": width, "height": 800})
    page = context.new_page()
    take_in(page, site, past(bank, 4, 30, ABILITY), "")
    page.add_style_tag(content=f"html {{ font-size: {text} !important; }}")
    for path in ("", "review/"):
        page.goto(f"{site.address}practice/{path}")
        shown(page, "queue" if path else "board")
        page.add_style_tag(content=f"html {{ font-size: {text} !important; }}")
        for fold in page.locator(".practice details").all():
            fold.evaluate("fold => { fold.open = true; }")
        assert not page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth"), path
    context.close()


def test_a_link_of_the_dashboard_opens_its_session_without_a_reload(page: Page, site: Site) -> None:
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto(f"{site.address}en/{BOARD}")
    shown(page, "board")
    page.evaluate("window.isSamePage = true")
    page.locator('.study__next a[href*="session/"]').first.click()
    shown(page, "run")
    assert page.evaluate("window.isSamePage") is True
    assert errors == []
