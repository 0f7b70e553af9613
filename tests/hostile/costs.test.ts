import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, test } from 'vitest';
import { evaluate, measuresOf, vocabulary } from '../../src/attainment/measures.js';
import { known } from '../../src/attainment/value.js';
import { loadContract } from '../../src/contract/load-contract.js';
import type { Metric } from '../../src/contract/model.js';
import { rational } from '../../src/kernel/rational.js';
import { fact, measure, terms } from '../build-terms.js';
import { editedFiles, GOOD_ID, goodFiles, rootPath } from '../contract/good-contract.js';
import { concord, copyOf, goldenPlace, snapshot } from '../e2e/place.js';
import { FAR_BELOW } from '../far-below.js';

/*
 * Texts that cost more than they are long. Bounds are of counted things (issues, evaluations); time only has to stay far below what
 * the same text took before (minutes), on a machine that does much else.
 */
const input = (name: string): string => readFileSync(new URL(`contracts/${name}`, import.meta.url), 'utf8');

describe('a costly file of one contract is its own issue', () => {
  test.each<[string, string, string]>([
    ['definitions-doubling-34.yaml', 'definitions.yaml', 'formula-too-large'],
    ['contract-33696-unknown-fields.yaml', 'contract.yaml', 'too-many-entries'],
  ])('%s', async (name, file, code) => {
    const place = goldenPlace();
    const { id } = contractOf(place);
    const base = copyOf(place);
    const costly = join(place, 'contracts/costly');
    mkdirSync(costly);
    for (const each of ['contract.yaml', 'definitions.yaml']) {
      const text = readFileSync(join(place, 'contracts', id, each), 'utf8').replace(`id: ${id}`, 'id: costly');
      writeFileSync(join(costly, each), each === file ? input(name) : text);
    }
    const before = snapshot(place);
    const started = performance.now();
    const checked = await concord(place, 'check', '--format', 'json');
    expect(checked.code).toBe(1);
    const { issues: found } = JSON.parse(checked.stdout) as { issues: { code: string; path: string; severity: string }[] };
    expect(found.filter((issue) => issue.path.startsWith('contracts/costly/')).map((issue) => issue.code)).toContain(code);
    expect(found.filter((issue) => issue.severity === 'error' && !issue.path.startsWith('contracts/costly/'))).toEqual([]);
    expect(found.length).toBeLessThan(200);
    const compared = await concord(place, 'diff', join(base, 'contracts', id), costly);
    expect(compared.code).not.toBe(0);
    expect(performance.now() - started).toBeLessThan(FAR_BELOW);
    expect(snapshot(place)).toEqual(before);
  });
});

function contractOf(place: string): { readonly id: string } {
  const [path = ''] = Object.keys(snapshot(join(place, 'contracts'))).filter((each) => each.endsWith('/contract.yaml'));
  return { id: path.replace('/contract.yaml', '') };
}

describe('text of any kind up to the limit of a file', () => {
  const many = (entry: (index: number) => string, limit = 240_000): string => {
    let text = '';
    for (let index = 0; text.length < limit; index++) text += entry(index);
    return text;
  };
  const into = (file: string, find: string, entries: string): Map<string, string> => editedFiles([[file, find, `${find}${entries}`]]);
  const instead = (text: string): Map<string, string> => new Map([...goodFiles(), [rootPath('contract.yaml'), text]]);
  test.each<[string, () => Map<string, string>]>([
    [
      'metrics',
      () =>
        into(
          'definitions.yaml',
          'metrics:\n',
          many((i) => `  m${i}: {title: a, formula: cost, unit: money, type: flow}\n`),
        ),
    ],
    [
      'a chain of metrics',
      () =>
        into(
          'definitions.yaml',
          'metrics:\n',
          many((i) => `  m${i}: {title: a, formula: ${i === 0 ? 'cost' : `m${i - 1}`}, unit: money, type: flow}\n`, 40_000),
        ),
    ],
    [
      'a circle of metrics',
      () =>
        into(
          'definitions.yaml',
          'metrics:\n',
          many((i) => `  m${i}: {title: a, formula: m${(i + 1) % 600}, unit: money, type: flow}\n`, 34_000),
        ),
    ],
    [
      'unknown names',
      () =>
        into(
          'definitions.yaml',
          'metrics:\n',
          many(
            (i) =>
              `  m${i}: {title: a, formula: ${Array.from({ length: 100 }, (_, k) => `q${k}x${i}`).join('+')}, unit: money, type: flow}\n`,
          ),
        ),
    ],
    [
      'measures',
      () =>
        into(
          'definitions.yaml',
          'measures:\n',
          many((i) => `  x${i}: {definition: a, of: nofact${i}, count: rows, when: d}\n`),
        ),
    ],
    [
      'a grain',
      () =>
        into(
          'definitions.yaml',
          'grain: [order_id',
          many((i) => `, a${i}`),
        ),
    ],
    [
      'a condition',
      () =>
        into(
          'definitions.yaml',
          'status: [approved',
          many((i) => `, a${i}`),
        ),
    ],
    [
      'fees',
      () =>
        into(
          'contract.yaml',
          'fees:\n',
          many((i) => `  - {id: k${i}, kind: retainer, amount: 3000}\n`),
        ),
    ],
    [
      'KPIs',
      () =>
        into(
          'contract.yaml',
          'kpis:\n',
          many((i) => `  - {id: k${i}, metric: roas, owner: provider, better: higher, weight: 1%, target: 3}\n`),
        ),
    ],
    ['one key', () => instead(many(() => 'a:\n'))],
    ['tags', () => instead(many(() => '- !a b\n'))],
    ['aliases', () => instead(many(() => '- *a\n'))],
    ['numbers without an end', () => instead(`a: [${many(() => '1e999999, ')}1]`)],
    ['brackets', () => instead('['.repeat(240_000))],
    ['dashes', () => instead(many(() => '- '))],
  ])('%s', (_, files) => {
    const texts = files();
    const before = process.cpuUsage();
    const { issues } = loadContract(GOOD_ID, texts);
    const { user, system } = process.cpuUsage(before);
    expect((user + system) / 1000).toBeLessThan(2_000);
    expect(issues.length).toBeLessThan(1200);
  });

  test.each(['1e90', '1000000', '"1000000"'])('a factor of %s is none of any event', (factor) => {
    const seasons = `onBreach: flag }\nseasons:\n  - { name: Black Friday, days: [2026-11-27], factor: ${factor} }`;
    const { folder, issues } = loadContract(GOOD_ID, editedFiles([['definitions.yaml', 'onBreach: flag }', seasons]]));
    expect(folder).toBeNull();
    expect(issues.map(({ code }) => code)).toEqual([factor.startsWith('"') ? 'wrong-form' : 'out-of-range']);
  });

  it('exclusions that all intersect are told once each', () => {
    const files = goodFiles();
    const one = files.get(rootPath('events/2026-01-20-stockout.yaml')) ?? '';
    for (let index = 0; index < 300; index++)
      files.set(
        rootPath(`events/2026-01-${10 + (index % 15)}-e${index}.yaml`),
        one.replace(/^evidence:.*/m, `evidence: [report-${index}]`),
      );
    const { issues } = loadContract(GOOD_ID, files);
    expect(issues.filter(({ code }) => code === 'exclusions-intersect')).toHaveLength(300);
  });
});

describe('a metric', () => {
  it('is evaluated once, however often it is named', () => {
    const metrics = Array.from({ length: 60 }, (_, index): Metric => {
      const inner = index === 0 ? { measure: 'a' } : { metric: `m${index - 1}` };
      const formula = { op: '-' as const, left: { op: '+' as const, left: inner, right: inner }, right: inner };
      return { id: `m${index}`, title: 'M', formula, text: '', unit: 'number', type: 'flow', decimals: 2, clause: { file: '-', line: 1 } };
    });
    const { contract, definitions } = terms({
      definitions: { facts: [fact('f')], measures: [measure('a', 'f', { count: 'rows' })], metrics },
    });
    const words = vocabulary(contract, definitions);
    let asked = 0;
    const value = evaluate(
      words,
      { metric: 'm59' },
      () => {
        asked += 1;
        return known(rational('7'));
      },
      'm59',
    );
    expect(value.known && value.value.equals(rational('7'))).toBe(true);
    expect(asked).toBe(3);
    expect(measuresOf(words, { metric: 'm59' })).toEqual(['a']);
  });
});
