import { describe, expect, it } from 'vitest';
import type { EvidenceDay } from '../../src/evidence/model.js';
import { changesIn } from '../../src/settlement/evidence-changes.js';
import { evidenceFaults } from '../../src/settlement/evidence-faults.js';
import type { LedgerEntry } from '../../src/settlement/ledger-entry.js';
import { unlistedLines } from '../../src/settlement/without-effect/unlisted-lines.js';
import { withoutEffect } from '../../src/settlement/without-effect/without-effect.js';

describe('evidence and its statement', () => {
  const zones = (...names: readonly string[]) => ({ zones: names.map((zone) => ({ zone })) });
  const entry = (period: string, evidence: object = {}, statement: object = {}): LedgerEntry =>
    ({
      terms: { contract: { calendar: { timezone: 'UTC' } } },
      statement: { contract: 'a', period, asOf: '2026-03-05', termsDigest: `t-${period}`, ...statement },
      evidence: { contract: 'a', period, asOf: '2026-03-05', periods: [], ...evidence },
    }) as unknown as LedgerEntry;
  const faults = (of: LedgerEntry, before: readonly LedgerEntry[] = []) =>
    evidenceFaults(of, before).map(({ pointer, found, expected }) => `${pointer} ${found} ${expected}`);

  it('speak of one contract and period, and of a day that is not later', () => {
    expect(faults(entry('2026-02'))).toEqual([]);
    expect(faults(entry('2026-02', { contract: 'b', period: '2026-01' }))).toEqual(['/contract b a', '/period 2026-01 2026-02']);
    expect(faults(entry('2026-02', { asOf: '2026-03-04' }))).toEqual([]);
    expect(faults(entry('2026-02', { asOf: '2026-03-06' }))).toEqual(['/asOf 2026-03-06 ≤ 2026-03-05']);
  });

  it('speak of terms that were settled on, by their clock', () => {
    const measured = (period: string, terms: string, ...names: readonly string[]) => ({ period, terms, calendar: zones(...names) });
    const before = [entry('2026-01')];
    expect(
      faults(
        entry('2026-02', {
          periods: [
            measured('2026-02', 't-2026-02', 'Asia/Tokyo', 'UTC'),
            measured('2026-01', 't-2026-01', 'UTC'),
            measured('2025-12', 'x'),
          ],
        }),
        before,
      ),
    ).toEqual([]);
    expect(
      faults(
        entry('2026-02', { periods: [measured('2026-01', 't-2026-02', 'UTC'), measured('2026-02', 'x', 'Asia/Tokyo', 'Asia/Seoul')] }),
        before,
      ),
    ).toEqual([
      '/periods/0/terms t-2026-02 t-2026-01',
      '/periods/1/terms x t-2026-02',
      '/periods/1/calendar/zones Asia/Tokyo, Asia/Seoul UTC',
    ]);
  });
});

describe('what has changed between two measurings', () => {
  const day = (on: string, value: string, rows = 1, currency?: string): EvidenceDay => ({
    day: on,
    value,
    rows,
    ...(currency === undefined ? {} : { currency }),
  });
  const measure = (days: readonly EvidenceDay[], more: object = {}, id = 'revenue') => ({ id, rows: days.length, nulls: 0, days, ...more });
  const changes = (before: object, after: object, earlier?: object) => {
    const terms = { contract: { calendar: { every: 'month', trueUpPeriods: 3 } } };
    const period = (own: object) => ({ period: '2026-01', inForce: { from: '2026-01-01', to: '2026-01-31' }, measures: [own] });
    const ledger = [{ terms, statement: { period: '2026-01' }, evidence: { periods: [period(before)] } }] as unknown as LedgerEntry[];
    const evidence = { ...period(after), ...(earlier === undefined ? {} : { underEarlierRules: { measures: [earlier] } }) };
    return changesIn({ period: { id: '2026-01' }, fresh: { evidence } } as never, ledger).map(
      (each) =>
        `${each.measure} ${each.day ?? '-'} ${each.before ?? '-'} → ${each.after ?? '-'} rows ${each.rowsBefore} → ${each.rowsAfter}${each.cause === undefined ? '' : ` by ${each.cause}`}`,
    );
  };

  it('is the data’s doing, or that of the zones’ rules', () => {
    const [one, two, three] = [measure([day('2026-01-01', '1')]), measure([day('2026-01-01', '2')]), measure([day('2026-01-01', '3')])];
    expect(changes(one, three, two)).toEqual(['revenue 2026-01-01 1 → 2 rows 1 → 1', 'revenue 2026-01-01 2 → 3 rows 1 → 1 by zone-rules']);
    expect(changesIn({ period: { id: '2026-01' }, fresh: null } as never, [])).toEqual([]);
  });

  it('is told by day and currency', () => {
    const before = measure([day('2026-01-01', '1'), day('2026-01-02', '2', 1, 'USD'), day('2026-01-03', '3')]);
    const after = measure([
      day('2026-01-04', '4'),
      day('2026-01-02', '5', 2, 'USD'),
      day('2026-01-02', '6', 1, 'EUR'),
      day('2026-01-01', '1'),
    ]);
    expect(changes(before, after)).toEqual([
      'revenue EUR 2026-01-02 - → 6 rows 0 → 1',
      'revenue USD 2026-01-02 2 → 5 rows 1 → 2',
      'revenue 2026-01-03 3 → - rows 1 → 0',
      'revenue 2026-01-04 - → 4 rows 0 → 1',
    ]);
    expect(changes(before, before)).toEqual([]);
    expect(changes(measure([day('2026-01-01', '1', 1)]), measure([day('2026-01-01', '1', 2)]))).toEqual([
      'revenue 2026-01-01 1 → 1 rows 1 → 2',
    ]);
    expect(changes(measure([]), measure([day('2026-01-01', '1')], {}, 'spend'))).toEqual([]);
  });

  it('is told of the whole period where a distinct count or NULLs differ', () => {
    expect(changes(measure([], { distinct: 3, rows: 5 }), measure([], { distinct: 4, rows: 6 }))).toEqual(['revenue - 3 → 4 rows 5 → 6']);
    expect(changes(measure([], { nulls: 1, rows: 5 }), measure([], { nulls: 0, rows: 5 }))).toEqual(['revenue - - → - rows 5 → 5']);
  });
});

describe('what has no effect', () => {
  const statement = (period: string, asOf: string, more: object = {}) =>
    ({
      statement: {
        period,
        asOf,
        to: `${period}-28`,
        lines: [{ id: 'base' }],
        held: [{ line: 'bonus' }],
        events: [],
        anomalies: [],
        reconcile: [],
        carried: { lines: [] },
        ...more,
      },
      terms: { contract: { fees: [] } },
    }) as unknown as LedgerEntry;
  const filed = (kind: string, line: string, date: string, period = '2026-01') =>
    ({ kind, line, date, period, file: `${date}.yaml` }) as never;

  it('is a dispute or correction of a line that its statement does not list', () => {
    const found = (...events: never[]) =>
      unlistedLines(events, [statement('2026-01', '2026-02-05').statement]).map(
        ({ event, listed, isSure }) => `${event.line} of ${listed.join(' ')} ${isSure}`,
      );
    expect(found(filed('dispute', 'x', '2026-02-10'), filed('correction', 'y', '2026-02-06'))).toEqual([
      'x of base bonus true',
      'y of base bonus false',
    ]);
    expect(
      found(filed('dispute', 'base', '2026-02-10'), filed('dispute', 'bonus', '2026-02-10'), filed('review', 'x', '2026-02-10')),
    ).toEqual([]);
    // one that came before the statement is told too, and a correction that did is a line by itself
    expect(found(filed('dispute', 'x', '2026-02-05'), filed('correction', 'x', '2026-02-05'))).toEqual(['x of base bonus false']);
    expect(found(filed('dispute', 'x', '2026-02-10', '2026-02'))).toEqual([]);
  });

  it('is a review of what does not wait', () => {
    const terms = {
      contract: { fees: [], acceptance: { days: 60 }, review: null },
      definitions: {
        reconcile: [
          { id: 'hard', onBreach: 'hold' },
          { id: 'soft', onBreach: 'flag' },
        ],
      },
    } as never;
    const waiting = { period: '2026-01', line: 'sales', life: { state: 'waiting', moves: '-5.00', since: '2026-02-05' } };
    const last = statement('2026-02', '2026-03-05', {
      carried: { lines: [waiting] },
      anomalies: [
        { id: 'revenue@2026-02-03', reviewed: false },
        { id: 'revenue@2026-02-04', reviewed: true },
      ],
      reconcile: [
        { id: 'soft', breached: true, onBreach: 'flag', reviewed: false },
        { id: 'hard', breached: true, onBreach: 'hold', reviewed: false },
        { id: 'done', breached: true, onBreach: 'flag', reviewed: true },
      ],
      events: [{ file: 'counted.yaml' }],
    });
    const review = (acknowledges: readonly string[], more: object = {}) =>
      ({ kind: 'review', party: 'provider', date: '2026-03-10', file: 'r.yaml', acknowledges, ...more }) as never;
    const found = (events: never[], ledger = [last]) => withoutEffect('contracts/a', { terms, events, ledger }).map(({ params }) => params);
    const idle = (...events: never[]) => found(events).map(({ id }) => id);
    const all = [
      'true-up/2026-01/sales',
      'true-up/2026-01/other',
      'revenue@2026-02-03',
      'revenue@2026-02-04',
      'revenue@2026-03-10',
      'revenue@2026-03-09',
      'hard',
      'soft',
    ];
    expect(idle(review(all))).toEqual(['true-up/2026-01/other', 'revenue@2026-02-04', 'revenue@2026-03-10', 'hard']);
    expect(idle(review(['true-up/2026-01/sales'], { party: 'brand' }))).toEqual(['true-up/2026-01/sales']);
    expect(idle(review(['true-up/2026-01/sales'], { date: '2026-02-04' }))).toEqual(['true-up/2026-01/sales']);
    expect(idle(review(['hard'], { file: 'counted.yaml' }))).toEqual([]);
    expect(found([review(['hard'])], [])).toEqual([]);
    expect(found([review(['hard'])])[0]?.ids).toEqual(['true-up/2026-01/sales (provider)', 'revenue@2026-02-03', 'soft']);
  });
});
