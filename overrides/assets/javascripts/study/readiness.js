/**
 * What share of questions like these a reader would have right in an exam: an interval, and nothing where there is too
 * little to go by. No elements, no storage.
 *
 * @typedef {import("../practice/types").LogEntry} LogEntry
 * @typedef {import("../practice/data.js").Index} Index
 */

/** First answers that each domain needs. */
export const FEWEST = 10;
/** Of each domain only so many of the last first answers count: a reader learns. */
export const NEWEST = 40;
/** How often the truth should be in the interval, and the quantile of the normal distribution that goes with it. */
export const SHARE = 0.9;
const Z = 1.644854;

/**
 * @param {readonly LogEntry[]} log In the order of time.
 * @param {Index} index
 * @param {string} exam
 * @returns {Map<string, boolean[]>} By domain: whether a question was right when it was met for the first time, away
 *   from the page that explains it.
 */
export function firstAnswers(log, index, exam) {
  /** @type {Map<string, boolean[]>} */
  const found = new Map(Object.keys(index.exams[exam].domains).map((domain) => [domain, []]));
  const seen = new Set();
  for (const { id, revision, right, source } of log) {
    if (seen.has(id)) continue;
    seen.add(id);
    if (source === "page" || source === "import" || index.questions.get(id)?.revision !== revision) continue;
    found.get(index.domains[exam][id] ?? "")?.push(right);
  }
  return found;
}

/**
 * @param {ReadonlyMap<string, readonly boolean[]>} first What `firstAnswers` found.
 * @param {Readonly<Record<string, number>>} weights By domain.
 * @returns {{low: number, high: number, count: number} | null} Null while a domain has too few answers.
 */
export function readiness(first, weights) {
  const sum = Object.values(weights).reduce((total, weight) => total + weight, 0);
  let mean = 0;
  let variance = 0;
  let count = 0;
  for (const [domain, weight] of Object.entries(weights)) {
    const answers = (first.get(domain) ?? []).slice(-NEWEST);
    if (answers.length < FEWEST) return null;
    // The posterior of a share after Jeffreys' prior, Beta(1/2, 1/2).
    const right = answers.filter(Boolean).length + 0.5;
    const total = answers.length + 1;
    const share = weight / sum;
    mean += share * (right / total);
    variance += (share ** 2 * (right / total) * (1 - right / total)) / (total + 1);
    count += answers.length;
  }
  return { ...bounds(mean, variance), count };
}

/**
 * Takes the weighted sum for one share of so many answers as would be as uncertain, and returns Wilson's interval of it.
 *
 * @param {number} mean
 * @param {number} variance
 */
function bounds(mean, variance) {
  const total = (mean * (1 - mean)) / variance;
  const scale = 1 + Z ** 2 / total;
  const middle = (mean + Z ** 2 / (2 * total)) / scale;
  const half = (Z * Math.sqrt((mean * (1 - mean)) / total + Z ** 2 / (4 * total ** 2))) / scale;
  return { low: Math.max(0, middle - half), high: Math.min(1, middle + half) };
}
