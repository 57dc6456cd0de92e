/**
 * What to do next: three links, each with its reason. No elements, no storage.
 *
 * @typedef {{key: string, href: string, values: Record<string, string | number>}} Step The key of its words.
 * @typedef {object} Situation
 * @property {string} exam
 * @property {number | null} days To the exam.
 * @property {{kind: string, done: number, total: number} | null} open A session or an exam in progress.
 * @property {number} answered Questions that were ever answered.
 * @property {number} surewrong
 * @property {number} missed
 * @property {number} changed Questions that are not what they were when they were answered.
 * @property {number} due
 * @property {number} today Of these, how many belong to today.
 * @property {number} fresh New questions for today.
 * @property {import("./tallies.js").Row[]} domains
 * @property {number} exams Handed in.
 */

/** Answers in a domain from which its share says something. */
const ENOUGH = 8;
const SESSION = "practice/session/#";
const MOCK = "practice/mock-exam/#";

/**
 * @param {Situation} situation
 * @returns {Step[]} Three, the most urgent first.
 */
export function steps(situation) {
  const { exam, days, open, answered, surewrong, missed, changed, due, today, fresh, domains, exams } = situation;
  const isNear = days !== null && days <= 2;
  const share = (/** @type {import("./tallies.js").Row} */ { right, answered }) => right / answered;
  const [weak] = domains
    .filter((row) => row.answered >= ENOUGH && share(row) < 0.8)
    .sort((a, b) => share(a) - share(b));
  const [thin] = domains
    .filter((row) => row.answered < row.total && row !== weak)
    .sort((a, b) => a.answered / a.total - b.answered / b.total);
  /** @type {(Step | false | null | undefined)[]} */
  const all = [
    open && {
      key: `open_${open.kind}`,
      href: open.kind === "mock" ? MOCK : SESSION,
      values: { done: open.done, total: open.total },
    },
    surewrong > 0 && step("surewrong", `${SESSION}state=surewrong&n=all`, { count: surewrong }),
    isNear && missed > surewrong && step("missed", `${SESSION}state=missed&n=20`, { count: missed }),
    !isNear && today > 0 && step("due", `${SESSION}state=due&n=${today}`, { count: today, total: due }),
    changed > 0 && step("changed", "practice/#changed", { count: changed }),
    weak &&
      step("weak", `${SESSION}domain=${exam}/${weak.key}&n=10`, {
        domain: weak.key,
        title: weak.title,
        right: weak.right,
        answered: weak.answered,
      }),
    !answered && step("first", `${MOCK}exam=${exam}&part=10`, { exam }),
    isNear && step("limits", "reference/limits/", {}),
    isNear && today > 0 && step("due", `${SESSION}state=due&n=${today}`, { count: today, total: due }),
    !isNear &&
      fresh > 0 &&
      answered > 0 &&
      step("fresh", `${SESSION}exam=${exam}&state=new&n=${fresh}`, { count: fresh, exam }),
    thin &&
      step("thin", `${SESSION}domain=${exam}/${thin.key}&state=new&n=10`, {
        domain: thin.key,
        title: thin.title,
        answered: thin.answered,
        total: thin.total,
      }),
    step(exams ? "mock" : "mock_first", `${MOCK}exam=${exam}`, { exam }),
    missed > 0 && step("missed", `${SESSION}state=missed&n=20`, { count: missed }),
    step("drill", `${SESSION}drill=serving&n=10`, {}),
  ];
  const found = /** @type {Step[]} */ (all.filter(Boolean));
  return found.filter(({ key }, place) => found.findIndex((other) => other.key === key) === place).slice(0, 3);
}

/**
 * @param {string} key
 * @param {string} href Below the edition's root.
 * @param {Record<string, string | number>} values
 * @returns {Step}
 */
const step = (key, href, values) => ({ key, href, values });
