import type { Issue } from '../kernel/issue.js';
import { type Fields, isFields } from '../kernel/objects.js';
import { issue } from '../words/issue.js';
import { foreignCurrency } from './foreign-currency.js';
import { DIRECTIONS, type LevelTable, type SaidLevel, SIDES, saidLevel, shiftedLevel } from './levels.js';
import { plainTrail } from './meant/characters.js';
import { meantNumber } from './meant/number.js';
import { meantKey } from './meant/value.js';
import { movedTable } from './moved-levels.js';
import { quote } from './quote.js';
import type { NamedNode } from './schema-node.js';
import type { Path, Source } from './source.js';
import { keySlip, tornKey } from './value-slips.js';

/* The name of an entry of tiers, points or bands that the schema refuses, told by what was probably meant by it. */

/** Definitions of maps whose keys are levels. */
const TABLES: Readonly<Record<string, LevelTable>> = {
  tierTable: 'tiers',
  scheduledTiers: 'tiers',
  pointTable: 'points',
  scheduledPoints: 'points',
  bandTable: 'bands',
  scheduledBands: 'bands',
};

/** The table of levels that a map of the schema is; null where it is none. */
export function levelTable({ name }: NamedNode): LevelTable | null {
  return Object.hasOwn(TABLES, name ?? '') ? (TABLES[name ?? ''] ?? null) : null;
}

/** A key that its table does not have: its name, the table and all that it holds. */
export interface UnknownLevel {
  readonly name: string;
  readonly table: LevelTable;
  readonly holder: Fields;
  /** Of the table. */
  readonly path: Path;
  readonly named: NamedNode;
  readonly source: Source;
  /** All that the file says. */
  readonly file: unknown;
  /** Of the contract, as far as it is known. */
  readonly currency: string | null;
}

/** What is wrong with the name of a level; null where the plain message says as much. */
export function levelSlip(level: UnknownLevel): Issue | null {
  const { name, table, holder, path, named, source } = level;
  const at = [...path, name];
  const glued = gluedLevel(level);
  if (glued !== null) return issue('yaml-syntax', source.keyAt(at), { problem: '@yaml.WIDE_COLON', corrected: glued });
  const said = saidLevel(table, name);
  // a number that brackets tore in two is no level yet
  const [torn] = source.keys(path).flatMap((key) => (holder[key] === null ? (tornKey([...path, key], source) ?? []) : []));
  if (torn !== undefined && said !== null) return torn;
  const foreign = foreignCurrency(currencyOf(said), level.currency, name, source.keyAt(at));
  if (foreign !== null) return foreign;
  const turned = said === null ? undefined : source.keys(path).find((key) => isTurned(table, saidLevel(table, key)));
  if (turned !== undefined) return turnedIssue(level, turned);
  const key = keySlip(name, at, named, source);
  // `10万` is a number in another form, no word before or after one
  if (said === null || said.side === 'bare') return key;
  const isOtherForm = key !== null && key.params.slip !== '@slip.comparison' && shiftedIn(level, [said]).length === 0;
  return 'level' in said && !isOtherForm ? wordIssue(level, said) : key;
}

/** Whether an entry says another end than the table does: with the same number it would hold for what lies on the other side. */
function isTurned(table: LevelTable, said: SaidLevel | null): boolean {
  return said !== null && said.side !== 'bare' && said.side !== 'unknown' && said.side !== SIDES[table];
}

function currencyOf(said: SaidLevel | null): string | undefined {
  return said === null || said.side === 'rest' ? undefined : said.currency;
}

/** Another word for the table's own; which side one that is not known means, its writer has to say. */
function wordIssue(level: UnknownLevel, said: SaidLevel & { readonly level: string }): Issue {
  const { name, table, path, source } = level;
  const written = `${DIRECTIONS[table]} ${said.level}`;
  const params = { found: quote(name), field: table, expected: quote(written), exact: exactly(shiftedIn(level, [said])) };
  const corrected = said.side === 'unknown' ? {} : { corrected: source.corrected([...path, name], { key: written }) };
  return issue('level-direction', source.keyAt([...path, name]), { ...params, ...corrected });
}

/** Told once for the whole table, at the first entry that says the other end. */
function turnedIssue(level: UnknownLevel, turned: string): Issue {
  const { table, holder, path, source, file, currency } = level;
  const at = source.keyAt([...path, turned]);
  const entries = source.keys(path).map((key) => ({ said: saidLevel(table, key), value: valueText(holder, key, source) }));
  const shifted = shiftedIn(
    level,
    entries.map(({ said }) => said),
  );
  const params = { found: quote(turned), field: table, expected: `@level.${SIDES[table]}`, exact: exactly(shifted) };
  const isForeign = entries.some(({ said }) => foreignCurrency(currencyOf(said), currency, turned, at) !== null);
  const moved = isForeign || isStraight(table, path, file) ? null : movedTable(table, entries);
  if (moved === null) return issue('level-other-end', at, params);
  const corrected = source.corrected(path, { value: moved.entries });
  const { unsaid } = moved;
  if (unsaid === null) return issue('level-other-end', at, { ...params, corrected });
  return issue('level-open-end', at, { ...params, table: corrected, beyond: `@level.beyond.${unsaid.side}:${unsaid.level}` });
}

/** Between points of a bonus that goes in a straight line no share holds, so that none can be moved. */
function isStraight(table: LevelTable, path: Path, file: unknown): boolean {
  return table === 'points' && feeAt(path, file) !== null && !isStepwise(table, path, file);
}

/** Whether what is exactly at a level is paid otherwise by the entry below it than by the one above. */
function isStepwise(table: LevelTable, path: Path, file: unknown): boolean {
  const fee = feeAt(path, file);
  return table === 'bands' || (table === 'tiers' ? fee?.mode === 'whole' : fee?.shape === 'step');
}

function feeAt([part, index]: Path, file: unknown): Fields | null {
  const fees = isFields(file) && part === 'fees' ? file.fees : null;
  const fee: unknown = Array.isArray(fees) ? fees[Number(index)] : null;
  return isFields(fee) ? fee : null;
}

/** Levels at which the table's own word pays otherwise than what is written, each once. */
function shiftedIn({ table, path, file }: UnknownLevel, entries: readonly (SaidLevel | null)[]): readonly string[] {
  return isStepwise(table, path, file) ? [...new Set(entries.flatMap((said) => shiftedLevel(said) ?? []))] : [];
}

/** Said of the levels that {@link shiftedIn} finds. */
function exactly(levels: readonly string[]): string {
  return levels.length === 0 ? '@level.exact.none' : `@level.exact.shifted:${levels.join(' / ')}`;
}

function valueText(holder: Fields, key: string, source: Source): string {
  const value = holder[key];
  return typeof value === 'string' || typeof value === 'number' ? source.written(holder, key) : '';
}

/** In `{ 低于80%：10% }` the full-width colon makes one name of a level and its value; null where no level stands before one. */
function gluedLevel(unknown: UnknownLevel): string | null {
  const {
    name,
    table,
    named: { node },
  } = unknown;
  const [, before = '', value = ''] = /^(.+?)\s*：\s*(.+)$/u.exec(name) ?? [];
  const level = plainTrail(before).text;
  const patterns = Object.keys(node.patternProperties ?? {});
  const isLevel = (text: string) => patterns.some((pattern) => new RegExp(pattern, 'u').test(text));
  const said = saidLevel(table, level);
  // a word that pays otherwise than the table's own is told next, and what it shifts with it
  const meant =
    isLevel(level) || shiftedIn(unknown, [said]).length > 0
      ? level
      : (meantKey(patterns, level)?.written ?? ownWord(table, said) ?? (said === null ? null : level));
  return meant === null ? null : `${meant}: ${meantNumber(value)?.written ?? plainTrail(value).text}`;
}

/** A level in the table's word, where another word of the same end stands. */
function ownWord(table: LevelTable, said: SaidLevel | null): string | null {
  return said?.side === SIDES[table] ? `${DIRECTIONS[table]} ${said.level}` : null;
}
