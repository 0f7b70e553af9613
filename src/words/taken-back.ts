import type { Message } from '../kernel/text.js';

/*
 * What is to be done about an event that should not be there. One that is not agreed on yet is removed; of one that is refused where it is
 * written there is nothing to remove; one that is merged is a record, never edited and never taken away (section 6).
 */

/** It is refused as an error, so that it is not merged: it is taken back, and what is said besides. */
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

/** The same of what is only warned of where it is in a file, since it may be merged. */
export function takenBackInTime<const En extends string, const Zh extends string>(en: En, zh: Zh) {
  return {
    fix: {
      en: `Remove this event unless it is merged; then it stays as a record${en}`,
      zh: `尚未合并的，删除本事件；已合并的保留作为记录${zh}`,
    },
    unfiledFix: takenBack(en, zh).unfiledFix,
  } as const;
}

/** Something is put right or taken back, of what may be merged. */
export function orTakenBackInTime<const En extends string, const Zh extends string>(en: En, zh: Zh) {
  return {
    fix: {
      en: `${en}, or remove this event, unless it is merged; then it stays as a record.`,
      zh: `尚未合并的，${zh}，或删除本事件；已合并的保留作为记录。`,
    },
    unfiledFix: orTakenBack(en, zh).unfiledFix,
  } as const;
}

/** What is to be done where both texts have an event and only the new one makes it wrong: the event stays, and what breaks it is changed. */
export const FILED_FIX: Message = {
  en: 'This event is filed and is never edited: put right what else is changed, so that it holds as it stands.',
  zh: '本事件已经提交，不得修改：请更正其他变更，使本事件按原样继续成立。',
};

/** A payment is written as it was; of one that is merged and says something else, both parties file what is left. */
export function paymentPutRight<const En extends string, const Zh extends string>(en: En, zh: Zh) {
  return {
    fix: {
      en: `${en} Once it is merged it stays: where it says another amount than was paid, both parties file a payment of the difference, under another reference.`,
      zh: `${zh}已合并的不再修改：与实际付款不符的，由双方另用一个付款凭证号提交差额付款。`,
    },
  } as const;
}
