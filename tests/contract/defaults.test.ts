import { describe, expect, test } from 'vitest';
import contractSchema from '../../schemas/contract.schema.json' with { type: 'json' };
import { amend } from '../../src/amendment/amend.js';
import { defaultsOf, type HoldingDefault } from '../../src/contract/defaults.js';
import { type ContractFolder, loadContract } from '../../src/contract/load-contract.js';
import type { Terms } from '../../src/contract/model.js';
import { parseYaml } from '../../src/contract/parse-yaml.js';
import { digest } from '../../src/kernel/canonical.js';
import { isFields } from '../../src/kernel/objects.js';
import { type Edit, editedFiles, GOOD_ID } from './good-contract.js';

const PATH = `contracts/${GOOD_ID}/contract.yaml`;

/** A contract with a clause of every sort that has a default, each default written. */
const WRITTEN: Edit[] = [
  ['contract.yaml', 'signatories: [bob],', 'signatories: [bob], required: 1,'],
  ['contract.yaml', 'weight_mean, minWeightLeft: 50%'.replace('weight', 'weighted'), 'weighted_mean, minWeightLeft: 0%'],
  ['contract.yaml', '    threshold: 1.4x\n', '    threshold: 1.4x\n    cap: 100%\n    whenMissing: hold\n'],
  ['contract.yaml', '    target: 100000\n', '    target: 100000\n    cap: 100%\n    whenMissing: hold\n'],
  ['contract.yaml', '    cap: 150%\n', '    cap: 150%\n    whenMissing: hold\n'],
  ['contract.yaml', 'amount: 3000 }', 'amount: 3000, prorate: true }'],
  ['contract.yaml', 'accumulate: term }', 'accumulate: period }'],
  ['contract.yaml', 'shape: linear }', 'shape: linear, prorate: true }'],
  ['contract.yaml', 'amount: 2000, recoverable: true }', 'amount: 2000, recoverable: false, prorate: true }'],
  ['contract.yaml', 'kind: penalty, of: base, by: roas,', 'kind: penalty, amount: 3000, prorate: true, by: roas,'],
  [
    'contract.yaml',
    '  - { id: ceiling, kind: cap, period: 20000 }\n',
    '  - { id: ceiling, kind: cap, period: 20000, prorate: true }\n' +
      '  - { id: media, kind: pass_through, cost: ad_spend, markup: 0%, taxed: false }\n' +
      '  - { id: back, kind: rebate, base: ad_spend, tiers: { 0: 2% }, mode: marginal, accumulate: period }\n',
  ],
];

/** The contract as one line of JSON, so that no clause moves when a field goes. */
function filesWith(data: unknown): Map<string, string> {
  const files = new Map([...editedFiles(WRITTEN)].filter(([path]) => !path.includes('/events/')));
  return files.set(PATH, JSON.stringify(data));
}

function folderOf(files: ReadonlyMap<string, string>): ContractFolder {
  const { folder, issues } = loadContract(GOOD_ID, files);
  expect(issues).toEqual([]);
  if (folder === null) throw new Error('not loaded');
  return folder;
}

const termsOf = (files: ReadonlyMap<string, string>): Terms => folderOf(files).terms;

function holdingIn(files: ReadonlyMap<string, string>): HoldingDefault[] {
  const { written, terms } = folderOf(files);
  return defaultsOf(written, terms.contract);
}

/** Without what {@link leave} refuses: its kind of holder, its field, its value. */
function without(data: unknown, leave: (holder: Readonly<Record<string, unknown>>, field: string, value: unknown) => boolean): unknown {
  if (Array.isArray(data)) return data.map((entry) => without(entry, leave));
  if (!isFields(data)) return data;
  const kept = Object.entries(data).filter(([field, value]) => !leave(data, field, value));
  return Object.fromEntries(kept.map(([field, value]) => [field, without(value, leave)]));
}

const text = editedFiles(WRITTEN).get(PATH) ?? '';
const full: unknown = parseYaml(PATH, text).file?.data;

const FIELDS = ['required', 'rounding', 'days', 'holds', 'composite', 'cap', 'whenMissing', 'mode', 'accumulate', 'shape', 'prorate'];
const OPTIONAL = new Set([...FIELDS, 'recoverable', 'markup', 'taxed']);
/** `days` of `disputes` only, and no `cap` other than 100%. */
const isDefault = (holder: Readonly<Record<string, unknown>>, field: string, value: unknown) =>
  OPTIONAL.has(field) && (field !== 'days' || 'expert' in holder) && (field !== 'cap' || value === '100%');

describe('a default that is not written', () => {
  const long = termsOf(filesWith(full));
  const short = termsOf(filesWith(without(full, isDefault)));

  test('is what it would be if it were: one digest', () => {
    expect(digest(short)).toBe(digest(long));
    expect(short.contract.rounding).toBe('half_even');
    expect(short.contract.holds).toEqual({ maxPeriods: 3 });
    expect(short.contract.composite).toEqual({ rule: 'weighted_mean', minWeightLeft: '0' });
    expect(short.contract.disputes).toEqual({ days: 30, expert: 'An auditor' });
    expect(short.contract.fees.find(({ id }) => id === 'share')).toMatchObject({ mode: 'marginal', accumulate: 'period' });
    expect(short.contract.fees.find(({ id }) => id === 'back')).toMatchObject({ mode: 'marginal', accumulate: 'period' });
    expect(short.contract.fees.find(({ id }) => id === 'reward')).toMatchObject({ shape: 'linear' });
  });

  test('is no change of terms when it is written', () => {
    const amendment = amend({ base: short, head: long, asOf: '2026-03-01', ledger: [], events: [], firstSigned: null, recordsChanged: [] });
    expect({ class: amendment.class, changes: amendment.changes, refused: amendment.refused }).toEqual({
      class: null,
      changes: [],
      refused: false,
    });
  });

  test('is told: each that the schema has, with what the schema says, and nothing where all is written', () => {
    const told = (files: ReadonlyMap<string, string>) => holdingIn(files).map(({ path, value }) => `${path.join('.')}: ${value}`);
    expect(told(filesWith(full))).toEqual(['kpis.sales.threshold: 0']);
    expect(told(filesWith(without(full, isDefault)))).toEqual([
      'parties.brand.required: 1',
      'parties.provider.required: 1',
      'rounding: half_even',
      'disputes.days: 30',
      'holds.maxPeriods: 3',
      'kpis.roas.whenMissing: hold',
      'kpis.cac.cap: 100%',
      'kpis.cac.whenMissing: hold',
      'kpis.sales.cap: 100%',
      'kpis.sales.whenMissing: hold',
      'composite.rule: weighted_mean',
      'composite.minWeightLeft: 0%',
      'fees.base.prorate: true',
      'fees.share.mode: marginal',
      'fees.share.accumulate: period',
      'fees.reward.shape: linear',
      'fees.reward.prorate: true',
      'fees.floor.recoverable: false',
      'fees.floor.prorate: true',
      'fees.late.prorate: true',
      'fees.ceiling.prorate: true',
      'fees.media.markup: 0%',
      'fees.media.taxed: false',
      'fees.back.mode: marginal',
      'fees.back.accumulate: period',
      'kpis.sales.threshold: 0',
    ]);
    // each default of the schema is among them
    expect(JSON.stringify(contractSchema).match(/"default":/g)).toHaveLength(22);
  });
});

test('a composite may leave out its rule alone; a penalty of a fee has no days to scale', () => {
  const files = filesWith(without(full, (_, field) => field === 'rule'));
  expect(termsOf(files).contract.composite).toEqual({ rule: 'weighted_mean', minWeightLeft: '0' });
  const good = new Map([...editedFiles([])].filter(([path]) => !path.includes('/events/')));
  const told = holdingIn(good).map(({ path }) => path.join('.'));
  expect(told).toContain('fees.base.prorate');
  expect(told).not.toContain('fees.late.prorate');
});

describe('a KPI without a metric', () => {
  test('scores the metric of its own name, and says so', () => {
    const files = filesWith(without(full, (holder, field) => field === 'metric' && holder.id === 'roas'));
    expect(digest(termsOf(files))).toBe(digest(termsOf(filesWith(full))));
    expect(holdingIn(files)).toContainEqual({ path: ['kpis', 'roas', 'metric'], value: 'roas' });
  });

  test('needs a metric of that name: the id is where it is missing', () => {
    const edit: Edit = ['contract.yaml', '  - id: sales\n    metric: net_revenue\n', '  - id: sales\n'];
    expect(loadContract(GOOD_ID, editedFiles([edit])).issues.map(({ code, at, params }) => [code, at.line, at.column, params.id])).toEqual([
      ['unknown-reference', 36, 9, '"sales"'],
    ]);
  });
});

test('grace that does not say from when begins with the first period half in force, and that is told', () => {
  const files = filesWith(without(full, (holder, field) => field === 'from' && 'waives' in holder));
  expect(holdingIn(files)).toContainEqual({ path: ['grace', 'from'], value: '2026-01' });
});
