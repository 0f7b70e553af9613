import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import type { ContractEvent } from '../../src/contract/event-kinds/event-kinds.js';
import type { Measured } from '../../src/evidence/decode.js';
import type { Evidence, EvidencePeriod } from '../../src/evidence/model.js';
import { sliceEvidence } from '../../src/evidence/slice.js';
import type { LocalDate } from '../../src/kernel/calendar.js';
import type { RecordedCalendar } from '../../src/kernel/zone-record.js';
import type { MeasurementRequest } from '../../src/query/request.js';
import type { LedgerEntry } from '../../src/settlement/ledger-entry.js';
import { planRun, type RunInput, settleRun } from '../../src/settlement/run.js';
import { sealStatement } from '../../src/settlement/seal-statement.js';
import { settleAgain } from '../../src/settlement/settle-again.js';
import { openDuckdb } from '../warehouses.js';
import { definitions, linesOf, relationship } from './relationship.js';

/*
 * British Columbia stopped changing its clocks in 2026. Orders: 1,000 on 15 October, 15 November and 5 December at noon or
 * so, and 5,000 at 2026-12-01T07:30Z: 23:30 on 30 November by the rules of release 2025c (−08:00 in winter), 00:30 on
 * 1 December by those of 2026f (−07:00 for good). At 10%:
 *   by 2025c  October 100.00  November 600.00
 *   by 2026f  October 100.00  November 100.00  December 600.00
 */
const DATA = fileURLToPath(new URL('../nodes/vancouver/data', import.meta.url));
const { terms } = relationship(
  {
    term: { from: '2026-10-01', to: '2026-12-31' },
    calendar: { every: 'month', timezone: 'America/Vancouver', lockAfterDays: 5, trueUpPeriods: 3 },
    fees: [{ id: 'sales', kind: 'commission', base: 'gmv', tiers: { 0: '10%' }, mode: 'marginal', accumulate: 'period' }],
  },
  { ...definitions(false), facts: { sales: { table: 'shop.orders', grain: ['id'], custodian: 'brand' } } },
);

/** What release 2025c had for November. */
const BY_2025C: RecordedCalendar = {
  tzdb: '2025c',
  zones: [{ zone: 'America/Vancouver', offsets: [{ offset: '-07:00' }, { from: '2026-11-01T09:00:00Z', offset: '-08:00' }] }],
};

async function measure(request: MeasurementRequest): Promise<Measured> {
  const warehouse = await openDuckdb({ dataFolder: DATA });
  try {
    const { measured, issues } = await warehouse.measure([request]);
    const found = measured.get(request.contract);
    if (found === undefined) throw new Error(JSON.stringify(issues));
    return found;
  } finally {
    await warehouse.close();
  }
}

/** What an engine with the older release would have measured: the same rows, by its rules alone. */
function asBy2025c({ underEarlierRules, ...period }: EvidencePeriod): EvidencePeriod {
  return underEarlierRules === undefined
    ? { ...period, calendar: { ...period.calendar, tzdb: '2025c' } }
    : { ...period, ...underEarlierRules };
}

async function settled(input: RunInput, adapt: (evidence: Evidence) => Evidence, older = false): Promise<LedgerEntry[]> {
  const plan = planRun(input, null);
  if (plan.request === null) return [];
  const periods = plan.request.periods.map((each) => (older && each.period === '2026-11' ? { ...each, earlierRules: BY_2025C } : each));
  const measured = await measure({ ...plan.request, periods });
  const from = { engine: 'test', warehouse: 'duckdb', commit: null, jobs: [] };
  return settleRun(
    input,
    plan,
    (period, request) =>
      adapt(
        sliceEvidence(measured, {
          contract: request.contract,
          period,
          asOf: input.asOf,
          periods: request.periods.map((each) => each.period),
          byEarlierRules: request.periods.flatMap((each) => (older || each.earlierRules !== undefined ? [each.period] : [])),
          spans: [],
        }),
      ),
    (body, of, before) => sealStatement(body, of, before, () => '', from),
  );
}

const at = (asOf: LocalDate, ledger: readonly LedgerEntry[], events: readonly ContractEvent[] = []): RunInput => ({
  terms,
  events,
  ledger,
  asOf,
});

describe('a zone whose rules change between two settlements', () => {
  let older: LedgerEntry[] = [];
  beforeAll(async () => {
    older = await settled(at('2026-12-10', []), (evidence) => ({ ...evidence, periods: evidence.periods.map(asBy2025c) }), true);
  });

  it('settled November by the older rules', () => {
    expect(older.map(({ statement }) => [statement.period, linesOf(statement)])).toEqual([
      ['2026-10', ['sales 100.00']],
      ['2026-11', ['sales 600.00']],
    ]);
  });

  it('pays the difference at once, and names the rules as its cause', async () => {
    const [december] = await settled(at('2027-01-10', older), (evidence) => evidence);
    expect(december).toBeDefined();
    if (december === undefined) return;
    const { statement, evidence } = december;
    expect(linesOf(statement)).toEqual(['sales 600.00', 'true-up/2026-11/sales -500.00']);
    expect(statement.total).toBe('100.00'); // 100 + 600 + 100 = 800 paid for 8,000 of sales
    expect(statement.held).toEqual([]);
    expect(statement.carried.lines.filter(({ life }) => life.state === 'waiting')).toEqual([]);
    expect(statement.changes).toEqual([
      {
        period: '2026-11',
        measure: 'revenue',
        day: '2026-11-30',
        before: '5000',
        after: null,
        rowsBefore: 1,
        rowsAfter: 0,
        cause: 'zone-rules',
      },
    ]);
    const november = evidence.periods.find(({ period }) => period === '2026-11');
    expect(november?.calendar).toEqual({ tzdb: '2026f', zones: [{ zone: 'America/Vancouver', offsets: [{ offset: '-07:00' }] }] });
    expect(november?.underEarlierRules?.calendar).toEqual(BY_2025C);
    expect(evidence.periods.find(({ period }) => period === '2026-10')?.underEarlierRules).toBeUndefined();
  });

  it('keeps a large true-up waiting where the data have changed too', async () => {
    const changed = (evidence: Evidence): Evidence => ({
      ...evidence,
      periods: evidence.periods.map((period) =>
        period.period !== '2026-11' || period.underEarlierRules === undefined
          ? period
          : {
              ...period,
              underEarlierRules: {
                ...period.underEarlierRules,
                measures: period.underEarlierRules.measures.map((entry) => ({
                  ...entry,
                  days: entry.days.map((day) => (day.day === '2026-11-15' ? { ...day, value: '999' } : day)),
                })),
              },
            },
      ),
    });
    const [december] = await settled(at('2027-01-10', older), changed);
    expect(december === undefined ? [] : linesOf(december.statement)).toEqual(['sales 600.00', 'true-up/2026-11/sales 0.00 held']);
    expect(december?.statement.changes.map(({ day, cause }) => [day, cause ?? 'data'])).toEqual([
      ['2026-11-15', 'data'],
      ['2026-11-15', 'zone-rules'],
      ['2026-11-30', 'zone-rules'],
    ]);
  });

  it('replays what was settled by rules that the engine no longer has', () => {
    for (const [index, entry] of older.entries()) {
      const { digest: _digest, provenance: _provenance, ...body } = entry.statement;
      expect(settleAgain(entry, older.slice(0, index), [], entry.statement)).toEqual(body);
    }
  });
});
