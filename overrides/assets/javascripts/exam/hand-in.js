/** The end of an exam: each answer is graded, and goes into the log. */
import { isRight } from "../practice/block.js";

/**
 * @param {import("./mock.js").PracticeMock} page
 * @param {ReadonlyMap<string, import("../practice/types").Reasons>} told
 * @param {boolean} isLate
 * @returns {Promise<import("../practice/types").Attempt>}
 */
export async function handedIn(page, told, isLate) {
  const { attempt, store } = page;
  const texts = await store.textsOf(attempt.uuid);
  const ended = isLate && attempt.timing?.deadline ? attempt.timing.deadline : page.clock.now();
  const log = /** @type {import("../practice/types").LogEntry[]} */ ([]);
  const answers = attempt.ids.map((id, place) => {
    /** @type {import("../practice/types").AttemptAnswer} */
    const blank = { attempt: attempt.uuid, id, chosen: [], at: ended };
    const answer = page.run.answers.get(id) ?? blank;
    const reasons = told.get(id);
    const revision = attempt.revisions[place];
    const isSame = page.index.questions.get(id)?.revision === revision;
    // A question that was withdrawn or changed in the meantime counts for the reader: its key may be another one.
    const right = reasons && isSame ? isComplete(answer, texts[id]) && isRight(answer.chosen, reasons) : true;
    if (reasons && isSame && answer.chosen.length) {
      const { chosen, ms, at } = answer;
      log.push({
        id,
        revision,
        at,
        right,
        chosen,
        ...(ms !== undefined && { ms }),
        source: "mock",
        attempt: attempt.uuid,
      });
    }
    return { ...answer, right };
  });
  const done = {
    ...attempt,
    state: /** @type {const} */ ("done"),
    ended,
    isLate,
    right: answers.filter(({ right }) => right).length,
  };
  await store.write({ answers, attempts: [done] });
  await store.add(log);
  await store.keepTexts(attempt.uuid, null);
  return done;
}

/**
 * @param {import("../practice/types").AttemptAnswer} answer
 * @param {import("../practice/types").Stem | undefined} stem
 */
const isComplete = (answer, stem) => !stem || answer.chosen.length === stem.choose;
