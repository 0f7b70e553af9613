import { describe, expect, it } from 'vitest';
import type { Measured } from '../../src/evidence/decode.js';
import { neededRates } from '../../src/evidence/rates.js';
import type { RateRow } from '../../src/evidence/results.js';
import { sliceEvidence } from '../../src/evidence/slice.js';
import { digest } from '../../src/kernel/canonical.js';
import { TZDB_RELEASE } from '../../src/kernel/zones.js';
import { fact, measure, request, terms } from '../build-terms.js';
import { measureFiles, only } from '../shell/data-folder.js';

const rows = [
  'id,ts,amount,cust',
  '1,2026-01-05T00:00:00Z,10,x',
  '1,2026-02-05T00:00:00Z,20,y',
  '1,2026-03-05T00:00:00Z,40,x',
  '2,2026-04-01T00:00:00Z,1,z',
];
const of = terms({
  term: { from: '2026-01-01', to: '2026-03-31' },
  definitions: {
    facts: [fact('sales')],
    measures: [measure('revenue', 'sales', { sum: 'amount' }), measure('buyers', 'sales', { countDistinct: 'cust' })],
  },
});
const spans = ['2026-01-31', '2026-02-28', '2026-03-31'].map((to) => ({ measure: 'buyers', span: { from: '2026-01-01', to } }));
const run = async (periods: readonly string[], wanted = spans): Promise<Measured> =>
  only(await measureFiles({ 'shop/sales.csv': rows }, [request(of, { asOf: '2026-04-10', periods, spans: wanted })]));

describe('a slice', () => {
  it('has only the periods and spans of its statement, and of repeated keys those of its periods', async () => {
    const measured = await run(['2026-01', '2026-02', '2026-03']);
    const evidence = sliceEvidence(measured, {
      contract: 'acme',
      period: '2026-03',
      asOf: '2026-04-10',
      periods: ['2026-03', '2026-01'],
      spans: [{ measure: 'buyers', terms: 'sha256:acme', from: '2026-01-01', to: '2026-03-31' }],
    });
    expect(evidence).toMatchObject({ apiVersion: 'concord/v1', kind: 'Evidence', contract: 'acme', period: '2026-03', asOf: '2026-04-10' });
    expect(evidence.periods.map(({ period, facts }) => [period, facts[0]?.scans[0]?.repeatedKeys])).toEqual([
      ['2026-01', []],
      ['2026-03', [{ period: '2026-01', keys: 1, days: [{ day: '2026-03-05', keys: 1 }] }]],
    ]);
    const calendar = { tzdb: TZDB_RELEASE, zones: [{ zone: 'UTC', offsets: [{ offset: '+00:00' }] }] };
    expect(evidence.spans).toEqual([
      { measure: 'buyers', terms: 'sha256:acme', from: '2026-01-01', to: '2026-03-31', calendar, distinct: 2 },
    ]);
  });

  it('does not depend on what else the run measured', async () => {
    const slice = { contract: 'acme', period: '2026-02', asOf: '2026-04-10', periods: ['2026-02'], spans: [] };
    const alone = sliceEvidence(await run(['2026-02'], []), slice);
    const among = sliceEvidence(await run(['2026-01', '2026-02', '2026-03']), slice);
    expect(digest(among)).toBe(digest(alone));
  });

  it('does not depend on the order of the rows', async () => {
    const [header = '', ...lines] = rows;
    const slice = { contract: 'acme', period: '2026-03', asOf: '2026-04-10', periods: ['2026-01', '2026-02', '2026-03'], spans: [] };
    const turned = only(
      await measureFiles({ 'shop/sales.csv': [header, ...lines.reverse()] }, [request(of, { asOf: '2026-04-10', spans })]),
    );
    expect(digest(sliceEvidence(turned, slice))).toBe(digest(sliceEvidence(await run(['2026-01', '2026-02', '2026-03']), slice)));
  });
});

describe('rates', () => {
  const rate = (day: string, value: string, count = 1): RateRow => ({ day, currency: 'EUR', count, rate: value });
  const needed = (day: string, ...list: RateRow[]) =>
    neededRates(
      [
        {
          id: 'm',
          rows: 1,
          nulls: 0,
          days: [
            { day, currency: 'EUR', rows: 1, value: '1' },
            { day, currency: 'USD', rows: 1, value: '1' },
          ],
        },
      ],
      'USD',
      list,
      3,
    );

  it.each([
    ['on the day', [rate('2026-01-10', '1.1')], { rateDay: '2026-01-10', rate: '1.1' }],
    [
      'the last before it',
      [rate('2026-01-07', '1'), rate('2026-01-09', '1.2'), rate('2026-01-11', '9')],
      { rateDay: '2026-01-09', rate: '1.2' },
    ],
    ['as old as may be', [rate('2026-01-07', '1')], { rateDay: '2026-01-07', rate: '1' }],
    ['too old', [rate('2026-01-06', '1')], {}],
    ['twice', [rate('2026-01-08', '1'), rate('2026-01-10', '1', 2)], { rateDay: '2026-01-10', problem: 'duplicate' }],
    ['negative', [rate('2026-01-08', '1'), rate('2026-01-10', '-1')], { rateDay: '2026-01-10', problem: 'not_positive' }],
    ['none', [], {}],
  ])('%s', (_, list, expected) => {
    expect(needed('2026-01-10', ...list)).toEqual([{ currency: 'EUR', day: '2026-01-10', ...expected }]);
  });
});
