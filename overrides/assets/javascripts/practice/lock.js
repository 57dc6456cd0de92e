/** One tab at a time answers the questions of an attempt. */

/** Milliseconds: a page that is being left gives its attempt back a moment later; a tab that stays does not. */
const PATIENCE = 2500;

/**
 * @param {string} uuid
 * @param {() => void} onLost Called once another tab took over.
 * @param {{steal?: boolean}} [how] Whether to take over from the tab that has it.
 * @returns {Promise<(() => void) | null>} What gives it back; null where another tab has it.
 */
export function hold(uuid, onLost, { steal = false } = {}) {
  const { locks } = navigator;
  if (!locks) return Promise.resolve(() => {});
  let isHeld = false;
  return new Promise((resolve) => {
    /** @type {LockOptions} */
    const options = steal ? { steal: true } : { signal: AbortSignal.timeout(PATIENCE) };
    const held = locks.request(`sagemaker-exam-guide ${uuid}`, options, () => {
      isHeld = true;
      return new Promise((free) => resolve(() => free(undefined)));
    });
    held.catch(() => (isHeld ? onLost() : resolve(null)));
  });
}
