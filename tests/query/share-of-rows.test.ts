import { expect, it } from 'vitest';
import { dayNumber, type LocalDate, parseInstant } from '../../src/kernel/calendar.js';
import { clockOf } from '../../src/query/clock.js';
import type { TimeKind } from '../../src/query/column-type.js';
import { shareOfRows } from '../../src/query/compile-days.js';
import { trusted } from '../../src/query/sql.js';

const JANUARY = { from: '2026-01-01', to: '2026-01-31' };
const clock = clockOf(null, 'UTC', JANUARY);
const asked = (...days: (readonly [LocalDate, LocalDate])[]) => [{ clock, days: days.map(([from, to]) => ({ from, to })) }];
const column = (kind: TimeKind) => ({ sql: trusted('t'), kind });
const at = (text: string): bigint => parseInstant(text) ?? 0n;
const share = (...days: Parameters<typeof asked>) =>
  shareOfRows(column('instant'), asked(...days), { earliest: at('2026-01-01T00:00:00Z'), latest: at('2026-01-10T23:59:59.999999Z') });

it('is that of the time between the first row and the last which the days take', () => {
  expect(share(['2026-01-01', '2026-01-10'])).toBe(1);
  expect(share(['2026-01-06', '2026-01-31'])).toBe(0.5);
  expect(share(['2026-01-01', '2026-01-02'], ['2026-01-02', '2026-01-03'], ['2026-01-10', '2026-01-10'])).toBe(0.4);
  expect(share(['2026-01-20', '2026-01-31'])).toBe(0);
  expect(share()).toBe(0);
});

it('counts dates as whole days', () => {
  const extent = { earliest: BigInt(dayNumber('2026-01-01')), latest: BigInt(dayNumber('2026-01-04')) };
  expect(shareOfRows(column('date'), asked(['2026-01-04', '2026-01-31']), extent)).toBe(0.25);
  expect(shareOfRows(column('date'), asked(['2025-12-01', '2026-01-01']), { ...extent, latest: extent.earliest })).toBe(1);
});
