/*
 * What is to be done about an event that should not be there. One that is on file is removed; of one that is refused where it is written
 * there is nothing to remove.
 */

/** It is taken back, and what is said besides. */
export function takenBack<const En extends string, const Zh extends string>(en: En, zh: Zh) {
  return {
    fix: { en: `Remove this event${en}`, zh: `删除本事件${zh}` },
    unfiledFix: { en: `Do not file this event${en}`, zh: `请勿提交本事件${zh}` },
  } as const;
}

/** Something is put right, or else it is taken back. */
export function orTakenBack<const En extends string, const Zh extends string>(en: En, zh: Zh) {
  return {
    fix: { en: `${en}, or remove this event.`, zh: `${zh}，或删除本事件。` },
    unfiledFix: { en: `${en}, or do not file this event.`, zh: `${zh}，或不提交本事件。` },
  } as const;
}
