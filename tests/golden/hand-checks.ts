import { compare, rational } from '../../src/kernel/rational.js';

/** `CHECK <period> <what> <value>`: a figure worked out by hand. */
export interface HandCheck {
  readonly period: string;
  /** A line's id, `total`, `balance`, `composite`, or `score:`, `actual:`, `state:`, `open:`, `watch:`, `duty:`, `costs:` with an id; `none`: no statement. */
  readonly what: string;
  /** A number (amounts as written), a fraction, a state or `null`. */
  readonly value: string;
}

type Json = Readonly<Record<string, unknown>>;

/** The figures of a hand.txt; every other line explains them. */
export function handChecks(text: string): HandCheck[] {
  return text.split('\n').flatMap((line) => {
    const [mark, period, what, value = ''] = line.trim().split(/\s+/);
    return mark !== 'CHECK' || period === undefined || what === undefined ? [] : [{ period, what, value }];
  });
}

/** The figures that the statements do not bear out, with what they say instead. */
export function failedChecks(checks: readonly HandCheck[], statements: readonly Json[]): string[] {
  return checks.flatMap(({ period, what, value }) => {
    const statement = statements.find((candidate) => candidate.period === period);
    if (what === 'none') return statement === undefined ? [] : [`${period} is there`];
    if (statement === undefined) return [`${period} ${what}: no such statement`];
    const found = figure(statement, what);
    return agrees(what, found, value) ? [] : [`${period} ${what}: by hand ${value}, found ${found}`];
  });
}

function figure(statement: Json, what: string): string {
  const [kind, id = ''] = [what.slice(0, what.indexOf(':')), what.slice(what.indexOf(':') + 1)];
  if (what === 'total' || what === 'balance') return String(statement[what]);
  if (what === 'composite') return exactly(statement, 'composite');
  if (kind === 'score' || kind === 'actual') return exactly(entry(statement, 'kpis', id), kind);
  if (kind === 'watch') return exactly(entry(statement, 'watch', id, 'metric'), 'value');
  if (kind === 'duty') return String(entry(statement, 'duties', id).state);
  if (kind === 'costs') return String(entry(statement, 'duties', id).costs);
  if (kind === 'open') return String(entry(statement, 'open', id, 'period').amount);
  if (kind === 'state') return String((entryOrNull(statement, 'kpis', id) ?? entry(statement, 'lines', id)).state);
  return String(entry(statement, 'lines', what).amount);
}

/** The exact fraction where twelve places do not hold the number. */
function exactly(holder: Json, field: string): string {
  return String(holder[`${field}Exact`] ?? holder[field]);
}

function entryOrNull(statement: Json, list: string, id: string, key = 'id'): Json | undefined {
  const entries = statement[list];
  return Array.isArray(entries) ? (entries as Json[]).find((each) => each[key] === id) : undefined;
}

function entry(statement: Json, list: string, id: string, key = 'id'): Json {
  return entryOrNull(statement, list, id, key) ?? {};
}

/** Money must have its very digits; other numbers are compared as numbers. */
function agrees(what: string, found: string, value: string): boolean {
  if (found === value) return true;
  if (!/^(score:|actual:|composite$)/.test(what) || found === 'null' || value === 'null' || found === 'undefined') return false;
  return compare(rational(found), rational(value)) === 0;
}
