import { compare, isZero, rational } from '../../src/kernel/rational.js';

type Json = Readonly<Record<string, unknown>>;

/** What differs between an expected statement of a case and the one that was settled; empty when they agree. */
export function statementDifferences(expected: Json, found: Json): string[] {
  const differences: string[] = [];
  for (const field of ['period', 'total', 'balance', 'composite', 'compositeExact']) {
    if (field in expected) compareField(`${field}`, expected[field], found[field], differences);
  }
  // Cases that are about lines state no KPIs; a tail has none.
  if (list(expected.kpis).length > 0 || found.tail === true) compareList('kpis', list(expected.kpis), list(found.kpis), differences);
  const lines = list(found.lines);
  const wanted = list(expected.lines);
  if ('lines' in expected) compareList('lines', wanted, [...lines, ...stillHeld(found, wanted)], differences);
  const some = list(expected.someLines);
  const stated = [...lines, ...stillHeld(found, some)].filter((line) => some.some(({ id }) => id === line.id));
  compareList('lines', some, stated, differences);
  return differences;
}

/** An earlier line that is still held stands in the list of what is held; a case may name it as a true-up that pays nothing. */
function stillHeld(found: Json, wanted: readonly Json[]): Json[] {
  const named = new Set(wanted.filter((line) => line.state === 'held').map((line) => String(line.id)));
  return list(found.held)
    .map((entry) => `true-up/${String(entry.line)}`)
    .filter((id) => named.has(id))
    .map((id) => ({ id, kind: 'true-up', amount: '0', state: 'held' }));
}

function list(value: unknown): Json[] {
  return Array.isArray(value) ? (value as Json[]) : [];
}

/** A recovery, tax or true-up line that is payable with 0 counts the same as no line. */
function isNothing(line: Json): boolean {
  return ['recovery', 'tax', 'true-up'].includes(String(line.kind)) && line.state === 'payable' && isZero(rational(String(line.amount)));
}

function compareList(name: string, expected: readonly Json[], found: readonly Json[], differences: string[]): void {
  const ids = new Set([...expected, ...found].map((entry) => String(entry.id)));
  for (const id of ids) {
    const want = expected.find((entry) => entry.id === id);
    const got = found.find((entry) => entry.id === id);
    if (want === undefined) {
      if (got !== undefined && !isNothing(got)) differences.push(`${name}/${id}: not expected, found ${JSON.stringify(short(got))}`);
    } else if (got === undefined) {
      if (!isNothing(want)) differences.push(`${name}/${id}: missing`);
    } else {
      for (const [field, value] of Object.entries(want)) compareField(`${name}/${id}/${field}`, value, got[field], differences);
    }
  }
}

function short(entry: Json): Json {
  const { trace: _trace, ...rest } = entry;
  return rest;
}

function compareField(name: string, expected: unknown, found: unknown, differences: string[]): void {
  if (!same(expected, found)) differences.push(`${name}: expected ${JSON.stringify(expected)}, found ${JSON.stringify(found)}`);
}

function same(expected: unknown, found: unknown): boolean {
  if (expected === found) return true;
  if (typeof expected !== 'string' || typeof found !== 'string') return false;
  try {
    return compare(rational(expected), rational(found)) === 0;
  } catch {
    return false; // not numbers: compared as text above
  }
}
