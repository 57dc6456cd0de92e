/** One tab at a time answers the questions of an attempt. */

/**
 * @param {string} uuid
 * @param {() => void} onLost Called once another tab took over.
 * @param {{steal?: boolean}} [how] Whether to take over from the tab that has it.
 * @returns {Promise<(() => void) | null>} What gives it back; null where another tab has it.
 */
export function hold(uuid, onLost, { steal = false } = {}) {
  const { locks } = navigator;
  if (!locks) return Promise.resolve(() => {});
  return new Promise((resolve) => {
    /** @type {LockOptions} */
    const options = steal ? { steal: true } : { ifAvailable: true };
    const held = locks.request(`sagemaker-exam-guide ${uuid}`, options, (lock) => {
      if (!lock) return resolve(null);
      return new Promise((free) => resolve(() => free(undefined)));
    });
    held?.catch?.(onLost);
  });
}
