/** Progress to a file and back, for another browser or for safe keeping. */
import { ASIDE, answers, attempt, read, restore, written } from "./progress.js";

/** Offers the record as a download, with what was kept aside. */
export function download() {
  const aside = attempt(() => Object.entries(localStorage).filter(([key]) => key.startsWith(ASIDE))) ?? [];
  const text = JSON.stringify({ ...JSON.parse(written(answers())), aside: aside.map(([, kept]) => kept) }, null, 1);
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type: "application/json" }));
  link.download = `sagemaker-exam-guide-${new Date().toISOString().slice(0, 10)}.json`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 6e4);
}

/**
 * Merges a file that `download` made: of two answers to a question, the later one counts.
 *
 * @param {File} file
 * @returns {Promise<number | null>} How many answers it holds; null if it is no such file.
 */
export async function load(file) {
  const { found, isWhole } = file.size > 5e6 ? { found: new Map(), isWhole: false } : read(await file.text());
  if (!found.size && !isWhole) return null;
  restore(found);
  return found.size;
}
