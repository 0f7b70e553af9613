import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { parse, stringify } from 'yaml';
import { importFiles } from '../../src/commands/run/import.js';
import { presetFor } from '../../src/intake/presets.js';
import { see } from '../../src/intake/sight.js';
import { ShellError } from '../../src/ports/failure.js';
import type { Warehouse } from '../../src/ports/warehouse.js';
import { scorePeriods } from '../../src/running/period-score.js';
import { readContract } from '../../src/running/repository.js';
import { localExports } from '../../src/shell/duckdb/exports.js';
import { contextFor, run } from '../in-process.js';
import { memoryFiles } from '../memory-files.js';
import { REPOSITORY } from '../run-cli.js';
import { openDuckdb } from '../warehouses.js';
import { DECLARED, fileOf, HERE, tenthOf } from './declared.js';

/*
 * What `concord import` sees in the exports that people have, word for word in both languages (imported.yaml; `CONCORD_WRITE=1` writes
 * it anew, for reading), and that what it proposes of their form comes to the figures worked out by hand.
 */
const EXPECTED = join(HERE, 'imported.yaml');

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      return entry.isDirectory() ? filesBelow(path) : entry.name.startsWith('.') ? [] : [path];
    });
}

const names = readdirSync(join(HERE, 'exports')).sort();
const exports = localExports('/nowhere');
const options = { contract: null, table: null, sheet: null, print: true, link: false, replace: [], fewer: false };

async function seen(name: string): Promise<Record<string, unknown>> {
  const said: Record<string, unknown> = {};
  for (const file of filesBelow(join(HERE, 'exports', name, 'data'))) {
    const each: Record<string, string> = {};
    for (const locale of ['en', 'zh'] as const) {
      const context = { ...contextFor({ root: '/nowhere', asOf: '2026-02-10', locale, format: 'pretty' }), files: memoryFiles(new Map()) };
      const { output, errors = '', crash } = await run(context, (own) => importFiles(own, exports, { ...options, files: [file] }));
      expect(crash).toBeNull();
      each[locale] = `${errors}${output}`.replaceAll(HERE, '').trimEnd();
    }
    const [told = '', definitions = ''] = (each.en ?? '').split(/\n*To be written into definitions.yaml:\n/);
    const [zh = ''] = (each.zh ?? '').split(/\n*可写入 definitions.yaml：\n/);
    const own = file.slice(join(HERE, 'exports', name, 'data').length + 1);
    said[own] = { en: told, zh, ...(definitions === '' ? {} : { definitions }) };
  }
  return said;
}

test('what is seen in each export, and what is proposed', async () => {
  const answers: Record<string, unknown> = {};
  for (const name of names) answers[name] = await seen(name);
  if (process.env.CONCORD_WRITE === '1' || !existsSync(EXPECTED)) writeFileSync(EXPECTED, stringify(answers, { lineWidth: 0 }));
  expect(answers).toEqual(parse(readFileSync(EXPECTED, 'utf8')));
});

interface Use {
  readonly pack: string;
  readonly currency?: string;
  readonly zone?: string;
}

const PRESETS = join(REPOSITORY, 'tests/packs/exports');

test.each(readdirSync(PRESETS))('the preset for %s, with what the file says of itself', async (name) => {
  const { use }: { readonly use: Use } = parse(readFileSync(join(PRESETS, name, 'case.yaml'), 'utf8'));
  const file = readdirSync(join(PRESETS, name)).find((each) => !each.endsWith('.yaml') && !/damaged|report/.test(each));
  const raw = await exports.read(join(PRESETS, name, file ?? ''), null);
  if (raw === null || 'isNot' in raw) throw new Error('not read');
  const sight = see(raw);
  if ('unseen' in sight) throw new Error(sight.unseen);
  const preset = presetFor(sight, { currency: use.currency ?? 'USD', zone: use.zone ?? 'UTC' });
  expect({ pack: preset?.pack, ...preset?.given }).toEqual(use);
});

const data = mkdtempSync(join(tmpdir(), 'concord-imported-'));
let warehouse: Warehouse;
beforeAll(async () => {
  mkdirSync(join(data, 'seen'));
  warehouse = await openDuckdb({ dataFolder: data, threads: 1 });
});
afterAll(async () => {
  await warehouse.close();
  rmSync(data, { recursive: true });
});

interface Fact {
  readonly columns?: Readonly<Record<string, string | { readonly header: string }>>;
  readonly grain: readonly string[];
  readonly custodian: string;
}

/** The definitions of an export, with its form as it is proposed instead of as it was declared by hand. */
async function proposedFor(name: string, table: string): Promise<string> {
  const declared = DECLARED[name];
  if (declared === undefined) throw new Error(name);
  const raw = await exports.read(fileOf(name, declared), null);
  if (raw === null || 'isNot' in raw) throw new Error('not read');
  const sight = see(raw);
  if ('unseen' in sight) throw new Error(sight.unseen);
  const { columns, grain, custodian }: Fact = parse(declared.fact);
  const own = Object.entries(columns ?? {}).map(([id, column]) => {
    const header = typeof column === 'string' ? column : column.header;
    const { strip = [], time = null } = sight.columns.find((each) => each.header.trim() === header) ?? {};
    return [id, { header, ...(strip.length === 0 ? {} : { strip }), ...(time?.format == null ? {} : { time: time.format }) }] as const;
  });
  const form = {
    ...(sight.format === null ? {} : { format: sight.format }),
    ...(columns === undefined ? {} : { columns: Object.fromEntries(own) }),
  };
  const metrics = { m: { title: 'M', formula: 'x', unit: 'money', type: 'flow' } };
  return stringify({ facts: { f: { table, ...form, grain, custodian } }, measures: { x: parse(declared.measure) }, metrics });
}

/** A decimal point among three digits that nothing in the file explains: nobody but a person can say what it is. */
const OPEN = ['03-thousands-dot-idr', '04-thousands-dot-clicks'];

test.each(Object.entries(DECLARED))('the proposed form of %s comes to its figure', async (name, declared) => {
  const table = `seen.t${Object.keys(DECLARED).indexOf(name)}`;
  copyFileSync(fileOf(name, declared), join(data, `${table.replace('.', '/')}.${declared.ending ?? 'csv'}`));
  const text = (path: string) => readFileSync(join(HERE, 'exports', name, path), 'utf8');
  const files = new Map([
    ['contracts/workspace.yaml', text('contracts/workspace.yaml')],
    ['contracts/case/contract.yaml', text('contracts/case/contract.yaml')],
    ['contracts/case/definitions.yaml', await proposedFor(name, table)],
  ]);
  const contract = await readContract(memoryFiles(files), 'case');
  expect(contract.issues).toEqual([]);
  const openWarehouse = async () => ({ ...warehouse, close: async () => undefined });
  const context = { ...contextFor({ root: '/nowhere', asOf: '2026-02-10' }), openWarehouse };
  const [scored] = await scorePeriods([{ context, contract, period: '2026-01' }]);
  if (scored === undefined || scored instanceof ShellError) throw scored ?? new Error('nothing was scored');
  if (scored.card === null) {
    expect(OPEN).toContain(name);
    expect(scored.issues.map(({ code }) => code)).toEqual(['data-thousands']);
    return;
  }
  const line = scored.card.lines.find(({ id }) => id === 'sales');
  expect(line?.held === true ? 'held' : line?.amount).toBe(tenthOf(declared.base));
});
