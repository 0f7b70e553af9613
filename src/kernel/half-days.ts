/*
 * The halves of a day as East Asia writes them, before the hour and not behind it: `오후 3:05`, `下午3:05`, `午後 3:05`. Whoever counts an hour
 * from 0 there means the hour that others call 12: 午後0:05 is five past noon.
 */

export const MORNING: readonly string[] = ['上午', '오전', '午前'];
export const AFTERNOON: readonly string[] = ['下午', '오후', '午後'];

/** All of them, as the alternatives of a regular expression. */
export const HALVES = [...MORNING, ...AFTERNOON].join('|');
