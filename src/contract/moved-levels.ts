import { compare, type Rational, rational } from '../kernel/rational.js';
import { flowMap } from './flow-text.js';
import { DIRECTIONS, type LevelTable, type SaidLevel, SIDES } from './levels.js';

/*
 * Tables whose entries say the other end of what they hold for: `up to 100000: 5%, above: 8%` is `from 0: 5%, from 100000: 8%`. Another
 * word before the same number would turn round what is paid, so that the numbers move to the entries beside them.
 */

/** An entry of a table as it is written: what its name says, and its value. */
export interface SaidEntry {
  readonly said: SaidLevel | null;
  readonly value: string;
}

/** A table in its own words, and beyond which level nothing says what holds (null: nowhere). */
export interface MovedTable {
  readonly entries: string;
  readonly unsaid: { readonly side: 'from' | 'below'; readonly level: string } | null;
}

/** From where on a value holds; null: nothing says which. */
interface Start {
  readonly at: string;
  readonly value: string | null;
}

/** What stands in the place of a value that nobody has said. */
const UNSAID = '…%';

/** The entries of a table in its own direction; null where the entries do not join on each other, or say what the table cannot. */
export function movedTable(table: LevelTable, entries: readonly SaidEntry[]): MovedTable | null {
  const starts = startsOf(table, entries) ?? startsOf(table, [...entries].reverse());
  if (starts === null) return null;
  return SIDES[table] === 'start' ? fromStarts(starts) : belowEnds(starts);
}

/** Entries from the lowest on, each from where the one before it ends. */
function startsOf(table: LevelTable, entries: readonly SaidEntry[]): readonly Start[] | null {
  const zero = table === 'tiers' ? '0' : '0%';
  const starts: Start[] = [];
  let end: string | null = zero;
  for (const [index, { said, value }] of entries.entries()) {
    if (said === null || said.side === 'unknown' || value === '') return null;
    const side = said.side === 'bare' ? SIDES[table] : said.side;
    const own = said.side === 'rest' || side === 'end' ? null : said.level;
    const at: string | null = own ?? end;
    // where the one before ends this one starts; the first may start above zero
    if (at === null || (index > 0 && end !== null && !isSame(at, end)) || (said.side === 'rest' && index === 0)) return null;
    // points pay nothing below the first of them
    if (index === 0 && table !== 'points' && !isSame(at, zero)) starts.push({ at: zero, value: null });
    starts.push({ at, value });
    end = said.side === 'range' ? said.end : said.side !== 'rest' && side === 'end' ? said.level : null;
  }
  const all = end === null ? starts : [...starts, { at: end, value: null }];
  return all.every(({ at }, index) => index === 0 || compare(numberOf(all[index - 1]?.at ?? zero), numberOf(at)) < 0) ? all : null;
}

function fromStarts(starts: readonly Start[]): MovedTable {
  const unsaid = starts.find(({ value }) => value === null);
  const [first, second] = starts;
  return {
    entries: flowMap(starts.map(({ at, value }) => `${DIRECTIONS.tiers} ${at}: ${value ?? UNSAID}`)),
    unsaid:
      unsaid === undefined
        ? null
        : unsaid === first && second !== undefined
          ? { side: 'below', level: second.at }
          : { side: 'from', level: unsaid.at },
  };
}

/** As bands: each below where the next one starts. The last has no end, so that it can only be that nothing is deducted. */
function belowEnds(starts: readonly Start[]): MovedTable | null {
  const last = starts.at(-1);
  if (last === undefined || (last.value !== null && !/^0+(?:\.0+)?%$/.test(last.value))) return null;
  const bands = starts.slice(0, -1).map(({ value }, index) => ({ below: starts[index + 1]?.at ?? '', value }));
  const unsaid = bands.find(({ value }) => value === null);
  return {
    entries: flowMap(bands.reverse().map(({ below, value }) => `${DIRECTIONS.bands} ${below}: ${value ?? UNSAID}`)),
    unsaid: unsaid === undefined ? null : { side: 'below', level: unsaid.below },
  };
}

function isSame(one: string, other: string): boolean {
  return compare(numberOf(one), numberOf(other)) === 0;
}

function numberOf(level: string): Rational {
  return rational(level.replace(/%$/, ''));
}
