import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { settleDue } from '../../src/commands/run/settle.js';
import { verify } from '../../src/commands/run/verify.js';
import { type CommandPlace, contextFor, run } from '../in-process.js';
import { memoryFiles } from '../memory-files.js';
import { openDuckdb } from '../warehouses.js';
import type { BookStep } from './book.js';
import type { BookEvent } from './documents.js';
import type { Tables } from './measuring.js';
import { rowsWarehouse } from './rows-warehouse.js';

/* The product's own way through a life: texts are parsed and checked, the ledger is written and replayed, as its users do. */

export type Json = Readonly<Record<string, unknown>>;

export interface ProductStep {
  readonly statements: readonly Json[];
  /** What the check or settlement refused; empty where nothing was. */
  readonly errors: string;
  readonly crash: string | null;
}

const WORKSPACE = {
  people: { alice: { name: 'Alice', github: 1 }, bob: { name: 'Bob', github: 2 } },
  governance: { brand: ['alice'], provider: ['bob'] },
};

/** Everything that lies in the repository at a step; the ledger is what earlier steps wrote. */
function filesOf(step: BookStep, ledger: ReadonlyMap<string, string>): Map<string, string> {
  const { contract, definitions } = step.terms;
  const home = `contracts/${contract.id}`;
  const texts = new Map(ledger);
  texts.set('contracts/workspace.yaml', JSON.stringify(WORKSPACE));
  texts.set(`${home}/contract.yaml`, JSON.stringify(contract));
  texts.set(`${home}/definitions.yaml`, JSON.stringify(definitions));
  for (const event of step.events) texts.set(`${home}/events/${event.file}`, eventText(event));
  return texts;
}

function eventText({ file: _file, ...event }: BookEvent): string {
  return JSON.stringify(event);
}

export interface Life {
  readonly steps: readonly ProductStep[];
  readonly ledger: ReadonlyMap<string, string>;
}

/** Settles a whole life through the product's commands, in memory; the data too, or as files through DuckDB. */
export async function settleByTheProduct(steps: readonly BookStep[], engine: 'rows' | 'duckdb' = 'rows'): Promise<Life> {
  let ledger = new Map<string, string>();
  const settled: ProductStep[] = [];
  const place = engine === 'rows' ? '' : mkdtempSync(join(tmpdir(), 'concord-life-'));
  for (const step of steps) {
    const texts = filesOf(step, ledger);
    const context: CommandPlace = {
      ...contextFor({ root: '/nowhere', asOf: step.asOf }),
      files: memoryFiles(texts),
      openWarehouse: async () =>
        engine === 'rows' ? rowsWarehouse(step.tables) : openDuckdb({ dataFolder: writeTables(step.tables, place) }),
    };
    const outcome = await run(context, (given) => settleDue(given, { contract: step.terms.contract.id, period: null, preview: false }));
    const statements = outcome.output === '' ? [] : (JSON.parse(outcome.output) as { statements: Json[] }).statements;
    settled.push({
      statements,
      errors: outcome.exitCode === 0 ? '' : (outcome.errors ?? outcome.output),
      crash: outcome.crash === null ? null : (outcome.crash.stack ?? outcome.crash.message),
    });
    ledger = new Map([...texts].filter(([path]) => path.includes('/ledger/')));
    if (outcome.exitCode !== 0) break;
  }
  if (place !== '') rmSync(place, { recursive: true, force: true });
  return { steps: settled, ledger };
}

function writeTables(tables: Tables, place: string): string {
  for (const [name, rows] of tables) {
    const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
    if (columns.length === 0) columns.push(...(COLUMNS[name] ?? []));
    const path = join(place, 'data', `${name.replace('.', '/')}.csv`);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, [columns.join(','), ...rows.map((row) => columns.map((column) => row[column] ?? '').join(','))].join('\n'));
  }
  return join(place, 'data');
}

/** Headers of tables that have lost all their rows. */
const COLUMNS: Readonly<Record<string, readonly string[]>> = {
  'shop.sales': ['id', 'at', 'day', 'amount', 'currency', 'customer', 'status', 'qty', 'test'],
  'shop.ads': ['id', 'day', 'cost'],
  'shop.analytics': ['id', 'at', 'amount'],
  'shop.loads': ['id', 'loaded_at'],
  'shop.rates': ['id', 'day', 'ccy', 'rate'],
};

/** Replays the ledger of a life, as anyone with a clone does; what is wrong with it. */
export async function replay(steps: readonly BookStep[], ledger: ReadonlyMap<string, string>): Promise<string> {
  const last = steps.at(-1);
  if (last === undefined) return '';
  const files = memoryFiles(filesOf(last, ledger));
  const outcome = await run({ ...contextFor({ root: '/nowhere', asOf: last.asOf }), files }, (given) =>
    verify(given, last.terms.contract.id),
  );
  return outcome.exitCode === 0 ? '' : `${outcome.errors ?? ''}${outcome.output}`;
}
