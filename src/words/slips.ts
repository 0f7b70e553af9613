import type { Message } from '../kernel/text.js';

/* What is otherwise about a value than the contract language reads it: completes "{found} …". */
export const SLIP_PHRASES: Readonly<Record<string, Message>> = {
  'slip.wide': { en: 'is in full-width characters; type it with plain ones', zh: '含全角字符，请改用半角' },
  'slip.quotes': { en: 'stands in curly or Chinese quotes; leave them out', zh: '用了中文或弯引号，请去掉' },
  'slip.space': { en: 'begins or ends with a space; leave it out', zh: '首尾有空格，请去掉' },
  'slip.unseen': { en: 'holds characters that nobody sees; type it again', zh: '含有看不见的字符，请重新键入' },
  'slip.dash': { en: 'has a long dash; the short one of the keyboard is meant', zh: '用了长横线，应为键盘上的短横 -' },
  'slip.comment': { en: 'has a comment that touches the value; a space belongs before the #', zh: '的注释紧贴在值后面，# 前须有空格' },
  'slip.currency': { en: 'names a currency; that is said once, in the field currency', zh: '带有币种；币种只在 currency 字段写一次' },
  'slip.comparison': { en: 'has a sign of comparison; the field itself says which way it counts', zh: '带有比较符号；方向由字段本身表示' },
  'slip.multiple': { en: 'is a multiple of the target in another form; those are a number and x', zh: '的倍数写法不对，应为数字加 x' },
  'slip.large-unit': { en: 'counts in thousands or more; numbers are written out', zh: '以千、万等为单位；数字须完整写出' },
  'slip.thousands': { en: 'has a mark between thousands; numbers are written without', zh: '带有千位分隔符；数字不加分隔符' },
  'slip.point-or-thousands': {
    en: 'has three digits after the point, more than the currency has: it may be thousands',
    zh: '小数点后有三位，多于该币种的位数，可能是千位分隔',
  },
  'slip.decimal-comma': { en: 'has a decimal comma; numbers are written with a point', zh: '以逗号作小数点；小数点须用英文句点' },
  'slip.percent-sign': { en: 'is a share in another form; % follows the number at once', zh: '的比例写法不对，数字后须紧接 %' },
  'slip.unit-word': { en: 'names a unit; the field itself says it', zh: '带有单位；单位由字段本身表示' },
  'slip.quoted': { en: 'stands in quotes; numbers are written without', zh: '加了引号；数字不加引号' },
  'slip.date': { en: 'is a date in another form; dates are year-month-day', zh: '的日期写法不对，应为 年-月-日' },
  'slip.period': {
    en: 'is a period in another form; those are 2026-01, 2026-Q1 or 2026-W02',
    zh: '的结算期写法不对，应如 2026-01、2026-Q1 或 2026-W02',
  },
  'slip.truth': { en: 'is text here; yes is true, no is false', zh: '在此是文字；“是”写 true，“否”写 false' },
  'slip.case': { en: 'is no id; ids have letters, digits, - and _ and no spaces', zh: '不能作为 id；id 只含字母、数字、- 和 _，不含空格' },
  'slip.not-text': { en: 'is read as a number, or as true or false; in quotes it is text', zh: '会被读作数字或真假值；加上引号才是文字' },
  'level.start': { en: 'where each entry begins, "from …"', zh: '各档的起点（"from …"）' },
  'level.end': { en: 'the score below which each entry holds, "below …"', zh: '各档低于的得分（"below …"）' },
  'level.beyond.from': { en: 'from {n} on', zh: '达到 {n} 后' },
  'level.beyond.below': { en: 'below {n}', zh: '低于 {n} 时' },
  'place.top': { en: 'the top level of the file, without spaces before it', zh: '文件最外层（前面没有空格）' },
};
