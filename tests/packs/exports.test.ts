import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parse, stringify } from 'yaml';
import { loadContract } from '../../src/contract/load-contract.js';
import type { EvidencePeriod } from '../../src/evidence/model.js';
import { PACKS } from '../../src/generated/packs.js';
import { presetFor } from '../../src/intake/presets.js';
import { see } from '../../src/intake/sight.js';
import { digest } from '../../src/kernel/canonical.js';
import type { Locale } from '../../src/kernel/text.js';
import type { MeasurementRequest } from '../../src/query/request.js';
import { localExports } from '../../src/shell/duckdb/exports.js';
import { wordsOf } from '../issue-words.js';
import { REPOSITORY } from '../run-cli.js';
import { sumText } from '../shell/data-folder.js';
import { openDuckdb } from '../warehouses.js';
import { contractFiles } from './scenario.js';

/*
 * Presets for exports as they are downloaded: of each a file of the real form with figures worked out by hand (`hand`), and a variant
 * that is damaged in one place and refused with its exact message. One DuckDB measures them all.
 */
interface Case {
  readonly use: { readonly pack: string; readonly [parameter: string]: string };
  readonly timezone: string;
  readonly currency: string;
  readonly file: string;
  readonly encoding?: 'utf-16';
  readonly measures: Readonly<Record<string, string>>;
  /** What is replaced, or another file beside it where bytes cannot be. */
  readonly damaged: ({ readonly from: string; readonly to: string } | { readonly file: string }) & {
    readonly says?: readonly Readonly<Record<Locale, string>>[];
  };
}

const HERE = join(REPOSITORY, 'tests/packs/exports');
const names = readdirSync(HERE).sort();
const caseOf = (name: string): Case => parse(readFileSync(join(HERE, name, 'case.yaml'), 'utf8'));
const datasetOf = (name: string): string => name.replaceAll('-', '_');

/** Measures of money, by what they are called; the others count. */
const MONEY = /_(value|amount|revenue|spent)$/;

/** January under a contract that names every metric of the pack. */
function january(name: string, dataset: string): MeasurementRequest {
  const { use, timezone, currency } = caseOf(name);
  const definitions: Readonly<Record<string, unknown>> = parse(PACKS[use.pack]?.definitions.replace(/^\{\{\?.*\n/gm, '') ?? '');
  const [first = '', ...others] = Object.keys(definitions.metrics ?? {});
  const files = new Map(contractFiles({ use: { ...use, dataset }, metrics: [first, ...others] }));
  const contract = JSON.parse(files.get('contracts/shop/contract.yaml') ?? '') as Record<string, unknown>;
  const calendar = { every: 'month', timezone, lockAfterDays: 5, trueUpPeriods: 1 };
  const term = { from: '2026-01-01', to: '2026-12-31' };
  files.set('contracts/shop/contract.yaml', JSON.stringify({ ...contract, term, calendar, currency }));
  const { folder, issues } = loadContract('shop', files);
  if (folder === null) throw new Error(JSON.stringify(issues));
  const { terms } = folder;
  const inForce = { from: '2026-01-01', to: '2026-01-31' };
  const period = { period: '2026-01', inForce, terms, termsDigest: digest(terms), exclusions: [] };
  return { contract: 'shop', asOf: '2026-02-10', periods: [period], spans: [] };
}

/** Whether the pack says of a measure that an empty amount is 0. */
const isZero = (name: string, measure: string): boolean =>
  january(name, 'x').periods.every(({ terms }) => terms.definitions.measures.some(({ id, nulls }) => id === measure && nulls === 'zero'));

/** The same file with one text of it replaced, once; other encodings than UTF-16 spell such texts alike. */
function damage(name: string, { file, encoding, damaged }: Case): Buffer {
  if ('file' in damaged) return readFileSync(join(HERE, name, damaged.file));
  const { from, to } = damaged;
  const bytes = readFileSync(join(HERE, name, file));
  const spelling = encoding === 'utf-16' ? 'utf16le' : 'latin1';
  const spelt = (text: string) => (encoding === 'utf-16' ? text : Buffer.from(text, 'utf8').toString('latin1'));
  const text = bytes.toString(spelling);
  expect(text.split(spelt(from)).length).toBeGreaterThan(1);
  return Buffer.from(
    text.replace(spelt(from), () => spelt(to)),
    spelling,
  );
}

describe('presets for exports', () => {
  const folder = mkdtempSync(join(tmpdir(), 'concord-exports-'));
  const found = new Map<string, EvidencePeriod>();
  let twice: EvidencePeriod | undefined;
  let currencies: EvidencePeriod | undefined;
  const said = new Map<string, readonly Record<Locale, string>[]>();

  beforeAll(async () => {
    for (const name of names) {
      const each = caseOf(name);
      const [sound, broken] = [join(folder, datasetOf(name)), join(folder, `${datasetOf(name)}_damaged`)];
      for (const path of [sound, broken]) mkdirSync(path);
      cpSync(join(HERE, name, each.file), join(sound, each.file));
      writeFileSync(join(broken, each.file), damage(name, each));
    }
    const settlement = 'amazon-settlement-us';
    mkdirSync(join(folder, 'twice/settlement'), { recursive: true });
    for (const copy of ['1.txt', '2.txt']) cpSync(join(HERE, settlement, 'settlement.txt'), join(folder, 'twice/settlement', copy));
    mkdirSync(join(folder, 'currencies/settlement'), { recursive: true });
    const own = readFileSync(join(HERE, settlement, 'settlement.txt'), 'utf8');
    const other = own.replaceAll('18906543210', '18906543299').replace('\tUSD\n', '\tMXN\n').replaceAll('1299.90', '500.00');
    expect(other).toContain('\tMXN\n');
    // one after the other in one file, and each in its own
    writeFileSync(join(folder, 'currencies/settlement/both.txt'), `${own}${other.slice(other.indexOf('\n') + 1)}`);
    const canada = other.replaceAll('18906543299', '18906543300').replace('\tMXN\n', '\tCAD\n').replaceAll('Amazon.com', 'Amazon.ca');
    writeFileSync(join(folder, 'currencies/settlement/canada.txt'), canada);
    const warehouse = await openDuckdb({ dataFolder: folder });
    try {
      const requests = names.flatMap((name) => [january(name, datasetOf(name)), january(name, `${datasetOf(name)}_damaged`)]);
      const { each } = await warehouse.measure([...requests, january(settlement, 'twice'), january(settlement, 'currencies')]);
      [twice, currencies] = each.slice(-2).map(({ measured }) => measured?.periods[0]);
      names.forEach((name, index) => {
        const [sound, broken] = [each[2 * index], each[2 * index + 1]];
        if (sound === undefined || broken === undefined) throw new Error(`${name} was not measured`);
        const [period] = sound.measured?.periods ?? [];
        if (period === undefined) throw new Error(sound.issues.map((issue) => wordsOf(issue, 'en').text).join('\n'));
        found.set(name, period);
        said.set(
          name,
          broken.issues.map((issue) => ({ en: wordsOf(issue, 'en').text, zh: wordsOf(issue, 'zh').text })),
        );
      });
    } finally {
      await warehouse.close();
    }
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  test('every pack for an export has a file', () => {
    const packs = Object.keys(PACKS).filter((name) => name.includes('-export@'));
    expect([...new Set(names.map((name) => caseOf(name).use.pack))].sort()).toEqual(packs.sort());
  });

  test.each(names)('%s: the figures worked out by hand, each row once, complete', (name) => {
    const { measures, facts } = found.get(name) ?? { measures: [], facts: [] };
    const figures = measures.map(({ id, days, distinct }) => [id, distinct?.toString() ?? sumText(days.map(({ value }) => value ?? '0'))]);
    expect(Object.fromEntries(figures)).toEqual(caseOf(name).measures);
    expect(measures.filter(({ id, nulls }) => nulls > 0 && !isZero(name, id)).map(({ id }) => id)).toEqual([]);
    const summed = measures.filter(({ id, days }) => MONEY.test(id) && days.length > 0);
    expect(summed.every(({ days }) => days.every((day) => day.currency === caseOf(name).currency))).toBe(true);
    expect(summed.length).toBeGreaterThan(0);
    expect(facts.map(({ complete }) => complete)).toEqual(facts.map(() => true));
    expect(facts.flatMap(({ scans }) => scans.map(({ duplicateKeys }) => duplicateKeys)).reduce((sum, each) => sum + each, 0)).toBe(0);
  });

  test('rows without a key of their own: two equal fees are two, a file that is there twice is told', () => {
    // ten rows of January in each of the two
    expect(twice?.facts[0]?.scans.map(({ duplicateKeys }) => duplicateKeys)).toEqual([10]);
  });

  test('a settlement’s rows are in the currency that its total names, those of another shop in none', () => {
    const sums = currencies?.measures.map(({ days }) => days.map(({ day, currency, value }) => `${day} ${currency} ${value}`));
    // USD: 1,299.90 - 5.00, and -19.99 + 1.00; MXN: 500.00 - 5.00, and the same refund; of Amazon.ca nothing
    expect(sums).toEqual([
      ['2026-01-02 MXN 495', '2026-01-02 USD 1294.9'],
      ['2026-01-05 MXN -18.99', '2026-01-05 USD -18.99'],
    ]);
  });

  test('an import knows each by its headers and its form', async () => {
    const known: Record<string, string | undefined> = {};
    for (const name of names) {
      const { file, currency, timezone: zone } = caseOf(name);
      const raw = await localExports(HERE).read(join(HERE, name, file), null);
      if (raw === null || 'isNot' in raw) throw new Error(name);
      const sight = see(raw);
      known[name] = 'header' in sight ? presetFor(sight, { currency, zone })?.pack : undefined;
    }
    expect(known).toEqual(Object.fromEntries(names.map((name) => [name, caseOf(name).use.pack])));
  });

  test.each(names)('%s, damaged: refused, with what is the matter', (name) => {
    const file = join(HERE, name, 'case.yaml');
    const issues = said.get(name) ?? [];
    if (process.env.CONCORD_WRITE === '1') {
      const text = readFileSync(file, 'utf8').replace(/^ {2}says:[\s\S]*/m, '');
      writeFileSync(file, `${text}${stringify({ says: issues }, { lineWidth: 0 }).replace(/^(?=.)/gm, '  ')}`);
    }
    expect(issues).not.toEqual([]);
    expect(issues).toEqual(caseOf(name).damaged.says);
  });
});
