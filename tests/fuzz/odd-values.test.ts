import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { score } from '../../src/commands/run/score.js';
import { compare, rational } from '../../src/kernel/rational.js';
import type { Scorecard } from '../../src/settlement/model.js';
import { contextFor, run } from '../in-process.js';
import { memoryFiles } from '../memory-files.js';
import { corpus } from './corpus.js';

/*
 * One odd value in a CSV cell at a time: the measured number is the very decimal that stands there, or the file is refused
 * with its line. Nothing is rounded, guessed or read in part.
 */
const specimen = corpus().find(({ name }) => name === 'retainer-partial-months');
if (specimen === undefined) throw new Error('the golden folder retainer-partial-months is gone');
const { texts, contract } = specimen;

async function scored(amount: string, paidAt = '2026-02-10T12:00:00Z') {
  const data = mkdtempSync(join(tmpdir(), 'concord-odd-'));
  try {
    mkdirSync(join(data, 'shop'));
    writeFileSync(join(data, 'shop/loads.csv'), 'loaded_at\n2026-03-01T06:00:00Z\n');
    writeFileSync(join(data, 'shop/sales.csv'), `id,paid_at,amount\ns1,2026-02-03T12:00:00Z,1\ns2,${paidAt},${amount}\n`);
    const context = { ...contextFor({ root: '/nowhere', asOf: '2026-03-05', data }), files: memoryFiles(new Map(texts)) };
    const outcome = await run(context, (each) => score(each, { contract, period: '2026-02' }));
    expect(outcome.crash).toBeNull();
    if (outcome.exitCode !== 0)
      return { refused: (JSON.parse(outcome.output) as { issues: { code: string; params: Record<string, unknown> }[] }).issues };
    return { revenue: (JSON.parse(outcome.output) as Scorecard).measures.revenue };
  } finally {
    rmSync(data, { recursive: true, force: true });
  }
}

describe('an amount', () => {
  it.each([
    '0.1',
    '-0',
    '+5',
    '.5',
    '5.',
    '00012.50',
    '0.000000001',
    '123456789012345678901234567.123456789',
    '-99999999999999999999999999999',
    '9007199254740993',
  ])('%s is read exactly', async (written) => {
    const { revenue, refused } = await scored(written);
    expect(refused).toBeUndefined();
    const wanted = rational(written.replace(/^\+/, '').replace(/\.$/, '')).add(rational(1));
    expect(compare(rational(String(revenue)), wanted), `${revenue}`).toBe(0);
  });

  it.each([
    '0.0000000001',
    '1e3',
    '25e-1',
    '1e30',
    '999999999999999999999999999999',
    '1e-10',
    'NaN',
    'Infinity',
    '-inf',
    '1_000',
    '"1,000.00"',
    '"1.000,50"',
    '0x10',
    '1 000',
    '$5',
    '5 USD',
    '1.5.5',
    '--5',
    '5-',
    '1e',
    'e5',
    '""',
    '" "',
    'null',
    'NULL',
    'true',
    '２５',
    '½',
    '1e400',
    "'5",
    '5%',
    '=1+1',
  ])('%s is refused with its line', async (written) => {
    const { revenue, refused } = await scored(written);
    expect(revenue).toBeUndefined();
    expect(refused?.map((issue) => issue.code)).toEqual([expect.stringMatching(/^data-/)]);
    expect(JSON.stringify(refused)).toContain('sales.csv');
  });

  it('that is empty is no number: the measure is undefined, and no zero', async () => {
    expect((await scored('')).revenue).toBeNull();
  });
});

describe('a time of payment', () => {
  it.each([
    ['2026-02-28T23:59:59.999999Z', '3'],
    ['2026-03-01T00:00:00Z', '1'],
    ['2026-02-28T23:30:00-01:00', '1'],
    ['2026-02-01T00:00:00+00:00', '3'],
    ['2026-01-31 23:59:59Z', '1'],
    ['2026-02-10 12:00:00+08', '3'],
    ['', '1'],
  ])('%s is read as it stands', async (written, revenue) => {
    expect(await scored('2', written)).toEqual({ revenue });
  });

  it.each([
    '2026-02-10T12:00:00',
    '2026-02-10',
    '2026-02-30T12:00:00Z',
    '10/02/2026 12:00',
    '1770724800',
    'yesterday',
    '2026-02-10T25:00:00Z',
    'infinity',
    'epoch',
    '2026-02-10T12:00:00 Europe/Berlin',
  ])('%s is refused with its line', async (written) => {
    const { revenue, refused } = await scored('2', written);
    expect(revenue).toBeUndefined();
    expect(refused?.map((issue) => issue.code)).toEqual([expect.stringMatching(/^data-|^when-|^wall-/)]);
  });
});
