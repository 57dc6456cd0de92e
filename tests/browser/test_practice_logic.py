"""The pure modules of practice: chance, draws, clocks, scores and addresses, as the browser runs them."""

import statistics
from typing import Any

import pytest
from playwright.sync_api import Page

from macros.bank import Bank
from tests.browser.lab import Lab
from tests.browser.practice import unhash
from tests.conftest import Site

pytestmark = pytest.mark.browser


@pytest.mark.parametrize(
    ("count", "expected"), [(65, [18, 16, 16, 15]), (85, [24, 21, 20, 20]), (20, [5, 5, 5, 5]), (10, [3, 3, 2, 2])]
)
def test_a_count_is_shared_out_by_the_largest_remainder(lab: Lab, count: int, expected: list[int]) -> None:
    quotas = lab.call("exam/draw", "apportion", {"1": 28, "2": 24, "3": 24, "4": 24}, count)
    assert list(quotas.values()) == expected


def test_a_seed_is_forty_bits_and_gives_the_same_chance_each_time(lab: Lab) -> None:
    seeds = lab.run(
        """async () => {
          const seed = await import("/assets/javascripts/practice/seed.js");
          const row = seed.random("a"), again = seed.random("a");
          return [seed.seedOf(new Uint8Array([0, 0, 0, 0, 31])), seed.seedOf(new Uint8Array(5).fill(255)),
            seed.isSeed(seed.newSeed()), seed.isSeed("short"), seed.isSeed("ABCDEFGH"),
            [row(), row()].join() === [again(), again()].join()];
        }"""
    )
    assert seeds == ["0000000z", "zzzzzzzz", True, False, False, True]


DRAWS = """async ([root, draws]) => {
  const draw = await import(`${root}assets/javascripts/exam/draw.js`);
  const seeds = await import(`${root}assets/javascripts/practice/seed.js`);
  const data = await import(`${root}assets/javascripts/practice/data.js`);
  const index = await data.loadIndex();
  const pool = data.poolOf(index, "MLA-C02");
  const quotas = draw.apportion({ 1: 28, 2: 24, 3: 24, 4: 24 }, 65);
  const counts = {}, shapes = new Set(), repeats = [];
  for (let number = 0; number < draws; number += 1) {
    const seed = seeds.seedOf(new Uint8Array([number >> 8, number & 255, 7, 3, 1]));
    const { ids } = draw.draw(pool, quotas, seed);
    for (const id of ids) counts[id] = (counts[id] ?? 0) + 1;
    shapes.add([1, 2, 3, 4].map((domain) => ids.filter((id) => index.domains["MLA-C02"][id] == domain).length).join());
    if (new Set(ids).size !== 65) repeats.push(seed);
  }
  const sizes = Object.fromEntries(Object.entries(pool).map(([domain, ids]) => [domain, ids.length]));
  const drawn = Object.entries(pool).map(([domain, ids]) => [domain, ids.map((id) => counts[id] ?? 0)]);
  return { shapes: [...shapes], repeats, sizes, byDomain: Object.fromEntries(drawn), quotas };
}"""


def test_a_thousand_draws_have_the_exact_counts_and_favour_no_question(page: Page, site: Site) -> None:
    unhash(page, site)
    page.goto(site.address + "404.html")
    result: dict[str, Any] = page.evaluate(DRAWS, [site.address, 1000])
    assert result["shapes"] == ["18,16,16,15"]
    assert result["repeats"] == []
    outside = total = 0
    for domain, counts in result["byDomain"].items():
        share = result["quotas"][domain] / result["sizes"][domain]
        sigma = (1000 * share * (1 - share)) ** 0.5
        outside += sum(abs(count - 1000 * share) > 3 * sigma for count in counts)
        total += len(counts)
        assert statistics.mean(counts) == pytest.approx(1000 * share)
    assert outside <= total * 0.02  # 0.3 % are expected


def test_every_question_of_a_domain_is_used_before_one_comes_again(lab: Lab) -> None:
    found = lab.run(
        """async () => {
          const { draw, without } = await import("/assets/javascripts/exam/draw.js");
          const pool = { 1: [..."abcdefgh"], 2: [..."ABCDEFGHIJKLMNOP"] };
          const quotas = { 1: 3, 2: 4 }, offsets = { 1: 0, 2: 0 }, rows = [];
          for (let exam = 0; exam < 4; exam += 1) {
            const left = without(pool, quotas, offsets);
            rows.push([left, ...Object.values(draw(pool, quotas, "k7f3q2zx", offsets))]);
            for (const domain of [1, 2]) offsets[domain] += quotas[domain];
          }
          return rows;
        }""",
    )
    assert [row[0] for row in found] == [2, 1, 0, 0]
    assert [row[2] for row in found] == [0, 0, 1, 3]
    small = [[sign for sign in row[1] if sign.islower()] for row in found]
    assert len(set(small[0] + small[1] + small[2][:3])) == 8
    assert set(small[3]) <= set(small[0] + small[1])  # those seen longest ago come first
    large = [sign for row in found for sign in row[1] if sign.isupper()]
    assert sorted(large) == sorted("ABCDEFGHIJKLMNOP")


def test_a_question_that_comes_or_goes_moves_no_other_one(lab: Lab) -> None:
    ids = [f"t/q{number}" for number in range(50)]
    before = lab.call("practice/seed", "ordered", ids, "k7f3q2zx")
    after = lab.call("practice/seed", "ordered", [*ids[1:], "t/new"], "k7f3q2zx")
    assert [one for one in before if one != ids[0]] == [one for one in after if one != "t/new"]


def test_two_banks_are_told_apart_by_how_many_questions_differ(lab: Lab) -> None:
    assert lab.call("exam/draw", "differing", "abcdefgh", "abcdefgh") == 0
    assert lab.call("exam/draw", "differing", "abxdefgh", "abcdefgh") == 1
    assert lab.call("exam/draw", "differing", "axbcdefg", "abcdefgh") == 1


def test_five_thousand_questions_are_drawn_in_a_moment(lab: Lab) -> None:
    took = lab.run(
        """async () => {
          const { draw } = await import("/assets/javascripts/exam/draw.js");
          const pool = Object.fromEntries([1, 2, 3, 4].map((domain) =>
            [domain, Array.from({ length: 1250 }, (_, place) => `topic-${domain}/question-${place}`)]));
          const start = performance.now();
          draw(pool, { 1: 18, 2: 16, 3: 16, 4: 15 }, "k7f3q2zx");
          return performance.now() - start;
        }""",
    )
    assert took < 200  # milliseconds; 20 are usual


def test_the_clock_of_an_exam_runs_on_and_that_of_practice_pauses(lab: Lab) -> None:
    minute = 60_000
    exam = lab.call("exam/clock", "start", "exam", 10 * minute, 0)
    assert lab.call("exam/clock", "left", lab.call("exam/clock", "pause", exam, minute), 4 * minute) == 6 * minute
    assert lab.call("exam/clock", "left", exam, 11 * minute) == 0
    practice = lab.call("exam/clock", "start", "practice", 10 * minute, 0)
    paused = lab.call("exam/clock", "pause", practice, minute)
    assert lab.call("exam/clock", "left", paused, 100 * minute) == 9 * minute
    resumed = lab.call("exam/clock", "resume", paused, 100 * minute)
    assert lab.call("exam/clock", "left", resumed, 102 * minute) == 7 * minute
    # A browser that was killed stored no pause: what counts is when it last stored anything.
    killed = lab.call("exam/clock", "resume", resumed, 200 * minute, 101 * minute)
    assert lab.call("exam/clock", "left", killed, 200 * minute) == 8 * minute
    untimed = lab.call("exam/clock", "start", "practice", None, 0)
    assert lab.call("exam/clock", "left", untimed, minute) is None
    assert lab.call("exam/clock", "used", untimed, minute) == minute


def test_what_is_stored_of_a_clock_never_ticks(lab: Lab) -> None:
    exam = lab.call("exam/clock", "start", "exam", 600_000, 1000)
    assert exam["deadline"] == 601_000
    assert lab.call("exam/clock", "resume", lab.call("exam/clock", "pause", exam, 5000), 9000) == exam


def test_a_clock_that_is_set_back_gives_no_time(lab: Lab) -> None:
    found = lab.run(
        """async () => {
          const { monotonic } = await import("/assets/javascripts/exam/clock.js");
          let wall = 1e6, steady = 50;
          const clock = monotonic(() => wall, () => steady);
          const row = [clock.now()];
          wall += 1000; steady += 1000; row.push(clock.now(), clock.wasSetBack());
          wall -= 3600e3; steady += 1000; row.push(clock.now(), clock.wasSetBack());
          wall = 1e6 + 600e3; row.push(clock.now());  // ten minutes of sleep, in which only the wall's clock went on
          return row;
        }""",
    )
    assert found == [1e6, 1e6 + 1000, False, 1e6 + 2000, True, 1e6 + 600e3]


@pytest.mark.parametrize(("time", "text"), [(3_725_000, "1:02:05"), (125_000, "02:05"), (1, "00:01"), (0, "00:00")])
def test_times_are_shown_in_hours_minutes_and_seconds(lab: Lab, time: int, text: str) -> None:
    assert lab.call("exam/clock", "shown", time) == text


def test_a_share_comes_with_its_wilson_interval(lab: Lab) -> None:
    low, high = lab.call("exam/score", "interval", 46, 65)
    assert (round(low, 3), round(high, 3)) == (0.588, 0.804)  # as R's binom.wilson(46, 65) has it
    assert lab.call("exam/score", "interval", 0, 0) == [0, 1]


def test_second_thoughts_are_counted_change_by_change(lab: Lab) -> None:
    rows = [[False, True], [True, False, True], [False, False], [True], []]
    assert lab.call("exam/score", "secondThoughts", rows) == {"wr": 2, "rw": 1, "ww": 1}


def test_a_result_goes_into_thirteen_signs_and_back(lab: Lab) -> None:
    right = [number % 3 == 0 for number in range(65)]
    text = lab.call("exam/score", "packed", right)
    assert len(text) == 13
    assert lab.call("exam/score", "unpacked", text, 65) == right
    assert lab.call("exam/score", "unpacked", "not it", 65) is None


def test_an_address_is_read_as_it_was_written(lab: Lab) -> None:
    query = {"page": "inference/async", "n": "10", "state": "missed"}
    text = lab.call("practice/address", "format", query)
    assert text == "#page=inference/async&n=10&state=missed"
    assert lab.call("practice/address", "parse", text) == query
    assert lab.call("practice/address", "parse", "#__proto__=1&n=5&<img>=1") == {"n": "5"}


HISTORY = """async (state) => {
  const { histories, isIn } = await import("/assets/javascripts/practice/select.js");
  const question = (id) => [id, { id, revision: "r2" }];
  const questions = new Map(["new", "old", "right", "wrong", "sure", "mended", "flag"].map(question));
  const entry = (id, right, extra = {}) => ({ id, revision: "r2", right, at: 0, ...extra });
  const log = [entry("old", false, { revision: "r1" }), entry("right", true), entry("wrong", false, { sure: false }),
    entry("sure", false, { sure: true }), entry("mended", false, { sure: true }), entry("mended", true),
    entry("flag", true)];
  const history = histories(log, questions);
  return [...questions.keys()].filter((id) => isIn(state, id, history, new Set(["flag"]), new Set(["right", "flag"])));
}"""


@pytest.mark.parametrize(
    ("state", "expected"),
    [
        ("all", ["new", "old", "right", "wrong", "sure", "mended", "flag"]),
        ("new", ["new", "old"]),
        ("missed", ["wrong", "sure"]),
        ("surewrong", ["sure"]),
        ("flagged", ["flag"]),
        ("due", ["right", "flag"]),
    ],
)
def test_a_state_is_that_of_the_last_answer_to_the_present_text(lab: Lab, state: str, expected: list[str]) -> None:
    assert lab.run(HISTORY, state) == expected


def test_a_drill_goes_from_one_page_to_the_other(page: Page, site: Site, bank: Bank) -> None:
    unhash(page, site)
    page.goto(site.address + "404.html")
    pages = page.evaluate(
        """async (root) => {
          const { loadIndex } = await import(`${root}assets/javascripts/practice/data.js`);
          const { deal, matching } = await import(`${root}assets/javascripts/practice/select.js`);
          const { questions, drills } = await loadIndex();
          const around = { history: new Map(), flags: new Set(), drills, now: 0 };
          const query = { drill: "serving", n: "12" };
          const ids = deal(matching(questions.values(), query, around), query, questions, "k7f3q2zx");
          return ids.map((id) => questions.get(id).page);
        }""",
        site.address,
    )
    assert len(pages) == 12
    assert all(len(set(pages[start : start + 4])) == 4 for start in (0, 4, 8))
    assert all(bank.on_page(path) for path in pages)
