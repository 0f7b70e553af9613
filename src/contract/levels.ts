import { wideMadePlain } from './meant/characters.js';
import { meantPeriod } from './meant/date.js';
import { numberTrail } from './meant/number.js';

/** The tables of levels, and the word that says their direction: from where on an entry holds, or below which score. */
export const DIRECTIONS = { tiers: 'from', points: 'from', bands: 'below' } as const;
export type LevelTable = keyof typeof DIRECTIONS;

/** Whether a field is a table of levels. */
export function isLevelTable(field: string): field is LevelTable {
  return Object.hasOwn(DIRECTIONS, field);
}

/** The end of an entry that its level is: what a table's own word says. */
export type Side = 'start' | 'end';
export const SIDES: Readonly<Record<LevelTable, Side>> = { tiers: 'start', points: 'start', bands: 'end' };

/** A level, and what names a currency beside it. */
interface Amount {
  readonly level: string;
  readonly currency?: string;
}

/**
 * What the name of an entry says of it, in whatever words: the level at which it starts or ends (`bare` without a word, `unknown` where
 * the word is not known), both, or that it holds beyond all others. A start or end is included where what is exactly there belongs to it.
 */
export type SaidLevel =
  | (Amount & { readonly side: Side; readonly isIncluded: boolean })
  | (Amount & { readonly side: 'bare' | 'unknown' })
  | (Amount & { readonly side: 'range'; readonly end: string })
  | { readonly side: 'rest' };

const SIDE_NAMES = ['start', 'end'] as const;
const BEFORE: Readonly<Record<Side, RegExp>> = {
  start:
    /^(?:(?:starting )?from|above|over|beyond|exceeding|(?:more|greater|higher) than|in excess of|at least|(?:no|not) less than|after|min\.?|>=?|=>|≥|≧|从|自|超出|超过|高于|大于|多于|达到?|满|至少|最低|不低于|不少于)$/iu,
  end: /^(?:up to|until|till?|to|below|under|(?:less|lower|fewer) than|(?:no|not) more than|within|at most|(?:the )?first|max\.?|<=?|=<|≤|≦|不超过|不到|不足|未满|低于|小于|少于|前|至多|最多|最高|至|到)$/iu,
};
const AFTER: Readonly<Record<Side, RegExp>> = {
  start:
    /\s*(?:\+\s*x?|(?:\(含\)|含)?\s*(?:及|或|或者|和)?\s*(?:以上|之上|起|更多)(?:\(含\))?|(?:or|and)\s+(?:more|above|up|over|higher)|and\s+up(?:wards)?|upwards?|above|up|over)$/iu,
  end: /\s*(?:(?:\(含\)|含)?\s*(?:及|或|或者|和)?\s*(?:以下|之下|以内|之内|更少)(?:\(含\))?|(?:or|and)\s+(?:less|below|under|lower)|below|under)$/iu,
};
/** Words that leave out what is exactly at their level; all others of an end hold for it. */
const LEFT_OUT =
  /^(?:below|under|(?:less|lower|fewer) than|<|不到|不足|未满|低于|小于|少于|above|over|beyond|exceeding|(?:more|greater|higher) than|in excess of|after|>|超出|超过|高于|大于|多于)$/iu;
const REST =
  /^(?:above|over|beyond|more|(?:and |or )?(?:above|more)|else|otherwise|then|thereafter|(?:the )?(?:rest|remainder)|超出|超过|以上|其余|其他|剩余)(?: (?:that|this|it|部分))?$|^(?:其余|超出|超过|剩余)部分$/iu;
/** What stands before a number, and the number with all that follows it; a sign of a currency belongs to the number. */
const ONE_NUMBER = /^([^\d.,+-]*?)\s*((?:[A-Z]{0,3}[$€£¥￥₩₹]\s*|(?<![A-Za-z])[A-Z]{3}\s+)?\d.*)$/u;
const BETWEEN = /\s*(?:-|–|—|~|～|至|到|\bto\b)\s*/iu;
const WORD = /[\p{L}<>≤≥≦≧]/u;
const NUMBER = /^\d+(?:\.\d+)?%?$/;

/** Which end of a range words before a number say: `at least`, `≤`, `不超过`; null for any other words. */
export function sideBefore(words: string): Side | null {
  return SIDE_NAMES.find((side) => BEFORE[side].test(words)) ?? null;
}

/**
 * The level of an entry, where in the table's own word what is exactly at it goes by the entry above and no longer by the one below: entries
 * begin at their level and end before it; null: nowhere.
 */
export function shiftedLevel(said: SaidLevel | null): string | null {
  if (said === null || !('isIncluded' in said)) return null;
  return said.isIncluded === (said.side === 'end') ? said.level : null;
}

/** What the name of an entry of a table says; null where no number in it can be read. */
export function saidLevel(table: LevelTable, key: string): SaidLevel | null {
  const plain = wideMadePlain(key).trim();
  if (meantPeriod(plain) !== null) return null;
  if (REST.test(plain)) return { side: 'rest' };
  const [, before = '', rest = ''] = ONE_NUMBER.exec(plain) ?? [];
  return rest === '' ? null : (oneLevel(table, before.trim(), rest) ?? rangeOf(table, before.trim(), rest));
}

function oneLevel(table: LevelTable, before: string, rest: string): SaidLevel | null {
  const after = SIDE_NAMES.find((side) => AFTER[side].test(rest)) ?? null;
  const bare = after === null ? rest : rest.replace(AFTER[after], '');
  const isIncluded = !LEFT_OUT.test(before === '' ? rest.slice(bare.length).trim() : before);
  const amount = amountIn(table, bare);
  if (amount === null) return null;
  const ahead = sideBefore(before);
  if (after !== null && before === '') return { side: after, isIncluded, ...amount };
  if (ahead !== null && (after === null || after === ahead)) return { side: ahead, isIncluded, ...amount };
  return { side: WORD.test(before) || after !== null ? 'unknown' : 'bare', ...amount };
}

/** `0-100000`, `from 80% to 100%`, `80-100%` and `10万至25万`. */
function rangeOf(table: LevelTable, before: string, rest: string): SaidLevel | null {
  const [first = '', second = '', ...more] = rest.split(BETWEEN);
  if (more.length > 0 || second === '' || (before !== '' && !BEFORE.start.test(before))) return null;
  const end = amountIn(table, second);
  if (end === null) return null;
  const start = amountIn(table, first) ?? (end.level.endsWith('%') ? amountIn(table, `${first}%`) : null);
  if (start === null || Number.parseFloat(start.level) >= Number.parseFloat(end.level)) return null;
  return { side: 'range', ...end, level: start.level, end: end.level };
}

/** A number as the table takes it, whatever form it is written in; null where that could be another. */
function amountIn(table: LevelTable, text: string): Amount | null {
  const { text: level, otherwise, currency } = numberTrail(text);
  const fits = NUMBER.test(level) && otherwise === undefined && level.endsWith('%') === (table !== 'tiers');
  return fits ? { level, ...(currency === undefined ? {} : { currency }) } : null;
}
