import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { REPOSITORY } from '../run-cli.js';

/*
 * The exports of exports.test.ts, each with a declaration of how its files are written (declared.yaml). `base` is worked out by
 * hand from the rows of the file; the commission is a tenth of it.
 */
export interface Declared {
  readonly fact: string;
  readonly measure: string;
  readonly base: string;
  /** Of the file's name, where it is not csv. */
  readonly ending?: 'txt' | 'xlsx';
}

export const HERE = join(REPOSITORY, 'tests/data-files');
export const DECLARED: Readonly<Record<string, Declared>> = parse(readFileSync(join(HERE, 'declared.yaml'), 'utf8'));

/** The definitions of a contract that measures it. */
export function definitionsText({ fact, measure }: Declared): string {
  return `facts:\n  f: ${fact}\nmeasures:\n  x: ${measure}\nmetrics: { m: { title: M, formula: x, unit: money, type: flow } }\n`;
}

/** A tenth, to the cent, half to even. */
export function tenthOf(base: string): string {
  if (base === 'held') return base;
  const [whole = '', part = ''] = base.split('.');
  const cents = BigInt(`${whole}${part.padEnd(2, '0')}`);
  const [tenth, rest] = [cents / 10n, cents % 10n];
  const due = rest > 5n || (rest === 5n && tenth % 2n === 1n) ? tenth + 1n : tenth;
  return `${due / 100n}.${String(due % 100n).padStart(2, '0')}`;
}

/** The file that is declared. */
export function fileOf(name: string, { fact }: Declared): string {
  const [source = '', table = ''] = (/table: (\w+\.\w+)/.exec(fact)?.[1] ?? '').split('.');
  const folder = join(HERE, 'exports', name, 'data', source);
  return join(folder, readdirSync(folder).find((each) => each.startsWith(table)) ?? '');
}
