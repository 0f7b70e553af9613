import { wideMadePlain } from './meant/characters.js';
import { numberTrail } from './meant/number.js';

/** The tables of levels, and the word that says their direction: from where on an entry holds, or below which score. */
export const DIRECTIONS = { tiers: 'from', points: 'from', bands: 'below' } as const;
export type LevelTable = keyof typeof DIRECTIONS;

/** Whether a field is a table of levels. */
export function isLevelTable(field: string): field is LevelTable {
  return Object.hasOwn(DIRECTIONS, field);
}

/** The words before a number, and the number with all that follows it. */
const ONE_NUMBER = /^([^\d.,+-]*)(\d.*)$/u;
/** Words after a number that say a direction. What else stands there may be a unit, which no correction may drop. */
const AFTER =
  /\s*(?:\+\s*x?|(?:\(含\)|含)?\s*(?:及|或|或者|和)?\s*(?:以上|之上|以下|之下|以内|起|更多|更少)(?:\(含\))?|(?:or|and)\s+(?:more|less|above|below|up|over|under|higher|lower)|and\s+up(?:wards)?|upwards?|above|below|up|over|under)$/iu;
const WORD = /[\p{L}<>≤≥]/u;
const NUMBER = /^\d+(?:\.\d+)?%?$/;

/** How a level would be written whose number can be read and whose words are not the table's; null where the number itself cannot. */
export function wordedLevel(table: LevelTable, key: string): string | null {
  const [, before = '', rest = ''] = ONE_NUMBER.exec(wideMadePlain(key).trim()) ?? [];
  const bare = rest.replace(AFTER, '');
  const { text: number, otherwise } = numberTrail(bare);
  const fits = NUMBER.test(number) && otherwise === undefined && number.endsWith('%') === (table !== 'tiers');
  return fits && WORD.test(before + rest.slice(bare.length)) ? `${DIRECTIONS[table]} ${number}` : null;
}
