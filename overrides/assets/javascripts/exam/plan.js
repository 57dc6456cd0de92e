/**
 * Which exams can be sat: their forms, sizes, minutes, and what an address says of one. No elements, no storage.
 *
 * @typedef {import("../practice/data.js").Index} Index
 * @typedef {import("./draw.js").Counts} Counts
 * @typedef {{key: string, exam: string, form: "standard" | "beta", questions: number, minutes: number, isMinutesOf: string, code: string, isWhole: boolean}} Form
 * @typedef {{key: string, count: number, domain: string, quotas: Counts}} Part
 */
import { poolOf } from "../practice/data.js";
import { apportion, draw, fingerprint, without } from "./draw.js";

/** Fewer questions of a domain than this are not worth a clock. */
const FEWEST = 5;

/**
 * @param {Index} index
 * @returns {Form[]} The beta after the standard form; an exam that the bank cannot fill has no whole one.
 */
export function forms(index) {
  const timed = Object.entries(index.exams).filter(([, { minutes, status }]) => minutes && status !== "retired");
  return Object.entries(index.exams)
    .flatMap(([exam, { questions, minutes, beta, status }]) => {
      const [other, { minutes: others = 0 } = {}] = timed.find(([code]) => code !== exam) ?? [""];
      const standard = {
        key: exam,
        exam,
        form: "standard",
        questions,
        minutes: minutes ?? others ?? 0,
        isMinutesOf: minutes ? "" : other,
        code: exam,
      };
      const both = [
        standard,
        ...(beta ? [{ ...standard, ...beta, key: `${exam}:beta`, form: "beta", isMinutesOf: "" }] : []),
      ];
      return both.map(
        (form) => /** @type {Form} */ ({ ...form, isWhole: status !== "retired" && fits(index, exam, form.questions) }),
      );
    })
    .filter(({ form, isWhole }) => form === "standard" || isWhole);
}

/**
 * @param {Index} index
 * @param {string} exam
 * @returns {Counts} In percent, by domain.
 */
export const weightsOf = (index, exam) =>
  Object.fromEntries(Object.entries(index.exams[exam].domains).map(([domain, [weight]]) => [domain, weight]));

/**
 * @param {Index} index
 * @param {string} exam
 * @param {number} count
 */
const fits = (index, exam, count) => without(poolOf(index, exam), apportion(weightsOf(index, exam), count)) > 0;

/**
 * @param {Index} index
 * @param {Form} form
 * @returns {Part[]} The whole exam, smaller ones of the same weights, and each domain by itself.
 */
export function parts(index, { exam, questions, isWhole }) {
  const weights = weightsOf(index, exam);
  const pool = poolOf(index, exam);
  const share = apportion(weights, questions);
  const counts = isWhole ? [questions, 20, 10] : [];
  const mixed = counts
    .filter((count) => fits(index, exam, count))
    .map((count) => ({
      key: count === questions ? "all" : String(count),
      count,
      domain: "",
      quotas: apportion(weights, count),
    }));
  const single = Object.keys(weights).map((domain) => {
    const count = Math.min(pool[domain].length, Math.max(10, share[domain]));
    return { key: `d${domain}`, count, domain, quotas: { [domain]: count } };
  });
  return [...mixed, ...single.filter(({ count }) => count >= FEWEST)];
}

/**
 * @param {Form} form
 * @param {number} count
 * @param {string} extra "1", "30" (minutes more for a whole exam), "1.5" or "2".
 * @returns {number} Minutes: a part of the exam gets its part of them.
 */
export function minutesFor(form, count, extra) {
  const share = count / form.questions;
  return Math.ceil((extra === "30" ? form.minutes + 30 : form.minutes * Number(extra)) * share);
}

/**
 * @param {Index} index
 * @param {Form} form
 * @param {Part} part
 * @param {string} seed
 * @param {Counts} offsets
 * @returns {{ids: string[], revisions: string[], repeated: number, left: number, print: string}}
 */
export function drawn(index, form, part, seed, offsets) {
  const pool = poolOf(index, form.exam);
  const { ids, repeated } = draw(pool, part.quotas, seed, offsets);
  const revisions = ids.map((id) => index.questions.get(id)?.revision ?? "");
  const print = fingerprint(ids.map((id, place) => [id, revisions[place]]));
  return { ids, revisions, repeated, left: without(pool, part.quotas, offsets), print };
}

/** @param {Counts} offsets By domain. */
export const written = (offsets) =>
  Object.entries(offsets)
    .filter(([, used]) => used)
    .map(([domain, used]) => `${domain}.${used}`)
    .join("-");

/**
 * @param {string} [text] What `written` made.
 * @returns {Counts}
 */
export function read(text = "") {
  const pairs = text.split("-").map((pair) => pair.split("."));
  return Object.fromEntries(
    pairs.filter(([domain, used]) => domain && Number(used) > 0).map(([domain, used]) => [domain, Number(used)]),
  );
}
