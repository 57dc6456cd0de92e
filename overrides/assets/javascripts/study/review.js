/** The review page: what is due today, what could be done besides, and what comes in the next days. */
import { make, PracticeElement } from "../practice/element.js";
import { DAY, startOfDay } from "./schedule.js";
import { date, table } from "./show.js";
import { study } from "./state.js";

/** Days that the outlook has. */
const AHEAD = 7;

class PracticeReview extends PracticeElement {
  /** @override */
  async addressed() {
    if (this.dataset.shown !== "queue")
      this.store.addEventListener("change", () => this.isConnected && this.act(() => this.draw()));
    await this.draw();
    this.show("queue");
  }

  async draw() {
    const { due, today, history, schedule, now } = await study(this.store, this.index);
    const say = this.say.bind(this);
    const rest = due.length - today;
    const isNew = !history.size;
    const key = today > 1 ? "today_some" : today ? "today_one" : isNew ? "nothing_yet" : "today_none";
    this.find(".practice__score").textContent = say(key, { count: today });
    const more = rest ? say(rest > 1 ? "rest_some" : "rest_one", { count: rest }) : "";
    this.find(".study__more").textContent = isNew ? say("nothing_how") : more;
    const link = (/** @type {string} */ name, /** @type {number} */ count, /** @type {string} */ query) =>
      Object.assign(this.find(`[data-link="${name}"]`), { hidden: !count, href: `../session/#${query}` });
    link("today", isNew ? 1 : today, isNew ? "state=new&n=10" : `state=due&n=${today}`);
    this.find('[data-link="today"]').textContent = say(isNew ? "begin_new" : "begin");
    link("more", rest, "state=due&n=all");
    const days = Array.from({ length: AHEAD }, (_, ahead) => startOfDay(now + (ahead + 1) * DAY));
    const dues = [...schedule].map(([, { due }]) => due);
    const rows = days.map((day, place) => {
      const count = dues.filter((due) => due >= day && due < (days[place + 1] ?? startOfDay(day + 1.5 * DAY))).length;
      return make("tr", {}, make("th", { scope: "row" }, date(day)), make("td", {}, String(count)));
    });
    const ahead = table([say("col_day"), say("col_due")], rows, say("ahead"));
    this.find("[data-fill]").replaceChildren(...(isNew ? [] : [ahead]));
  }
}

if (!customElements.get("practice-review")) customElements.define("practice-review", PracticeReview);
