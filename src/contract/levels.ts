/** The tables of levels, and the word that says their direction: from where on an entry holds, or below which score. */
export const DIRECTIONS = { tiers: 'from', points: 'from', bands: 'below' } as const;
export type LevelTable = keyof typeof DIRECTIONS;

/** Whether a field is a table of levels. */
export function isLevelTable(field: string): field is LevelTable {
  return Object.hasOwn(DIRECTIONS, field);
}

const ONE_NUMBER = /^(\D*)(\d+(?:\.\d+)?%?)(\D*)$/u;
const WORD = /[\p{L}<>≤≥＜＞]/u;

/** How a level would be written whose number is good and whose words are not; null where the number itself is wrong. */
export function wordedLevel(table: LevelTable, key: string): string | null {
  const [, before = '', number = '', after = ''] = ONE_NUMBER.exec(key) ?? [];
  const fits = number !== '' && number.endsWith('%') === (table !== 'tiers');
  return fits && WORD.test(before + after) ? `${DIRECTIONS[table]} ${number}` : null;
}
