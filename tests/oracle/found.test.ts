import { existsSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { REPOSITORY } from '../run-cli.js';
import { type BookStatement, settleByTheBook } from './book.js';
import { readCase } from './case-folder.js';

/*
 * The second reading against what went wrong once: each folder says in words what is right, and the figures here are typed
 * from those words.
 */
const FOUND = process.env.CONCORD_FOUND_SETTLEMENTS ?? resolve(REPOSITORY, '../shared/findings/settlement');

/** Statement → line → amount and state; `null`: no such line. Periods that are settled, where those matter. */
interface Right {
  readonly folder: string;
  readonly lines?: Readonly<Record<string, Readonly<Record<string, string | null>>>>;
  readonly periods?: readonly (readonly string[])[];
  readonly total?: string;
}

const RIGHT: readonly Right[] = [
  { folder: 'f1-wager-milestone-ignore-reconcile-hold', lines: { '2026-01': { bonus: '0.00 held', bet: '0.00 held', mile: '0.00 held' } } },
  { folder: 'f10-correction-after-final-not-due', periods: [['2026-01'], []] },
  { folder: 'f11-settle-again-changes-something', periods: [['2026-01'], ['2026-02', '2026-03', '2026-04'], []] },
  ...['f2-dispute-of-a-held-line-ends-the-hold', 'f2b-without-the-dispute'].map((folder) => ({
    folder,
    lines: { '2026-03': { 'true-up/2026-01/bonus': '1000.00 payable' } },
    total: '1000.00',
  })),
  { folder: 'f4-duty-due-after-the-term', lines: { '2026-01': { bonus: '612.90 payable' } } },
  ...['f5-lapsed-dispute-disables-the-brake', 'f5b-without-the-dispute'].map((folder) => ({
    folder,
    lines: { '2026-02': { 'true-up/2026-01/com': '0.00 held' } },
  })),
  ...['t1-milestone-of-a-settled-period-paid-in-the-next', 't1b-filed-before-the-statement'].map((folder) => ({
    folder,
    total: '1500.00',
  })),
  {
    folder: 't1-milestone-of-a-settled-period-paid-in-the-next',
    lines: {
      '2026-02': { mile: '0.00 payable', 'true-up/2026-01/mile': '0.00 held' },
      '2026-03': { 'true-up/2026-01/mile': '400.00 payable', 'true-up/2026-01/floor': '-400.00 payable' },
    },
  },
  ...['t2-mean-ignores-a-waiting-settled-amount', 't2d-control-without-the-waive'].map((folder) => ({
    folder,
    lines: { '2026-03': { 'true-up/2026-02/bonus': '1000.00 payable' } },
  })),
  ...['t3-dispute-reopens-a-decided-hold', 't3b-control-without-the-dispute'].map((folder) => ({ folder, total: '3000.00' })),
  ...['t5-old-dispute-opens-a-line-outside-the-window', 't5b-control-without-the-dispute'].map((folder) => ({
    folder,
    lines: { '2026-03': { 'true-up/2026-01/sales': null } },
  })),
  { folder: 't6-late-brand-missing-zero-left-out-of-earned', lines: { '2026-01': { bonus: '800.00 payable' } } },
  { folder: 't6b-control-brand-in-time', lines: { '2026-01': { bonus: '600.00 payable' } } },
];

const amountOf = (statement: BookStatement | undefined, id: string): string | null => {
  const line = statement?.lines.find((each) => each.id === id);
  return line === undefined ? null : `${line.amount} ${line.state}`;
};

describe.skipIf(!existsSync(FOUND))('the second reading of what went wrong once', () => {
  it.each(RIGHT)('$folder', ({ folder, lines = {}, periods, total }) => {
    const place = join(FOUND, folder);
    const [contract = ''] = readdirSync(join(place, 'contracts'), { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => name);
    const steps = settleByTheBook(readCase(place, contract));
    const statements = steps.flat();
    if (periods !== undefined) expect(steps.map((step) => step.map(({ period }) => period))).toEqual(periods);
    if (total !== undefined) expect(statements.at(-1)?.balance).toBe(total);
    for (const [period, wanted] of Object.entries(lines)) {
      const statement = statements.find((each) => each.period === period);
      expect(Object.fromEntries(Object.keys(wanted).map((id) => [id, amountOf(statement, id)]))).toEqual(wanted);
    }
  });

  it('f7: a held KPI shows its attainment where the actual is known', () => {
    const place = join(FOUND, 'f7-held-kpi-without-attainment');
    const [contract = ''] = readdirSync(join(place, 'contracts')).filter((name) => !name.includes('.'));
    const [kpi] = settleByTheBook(readCase(place, contract))[0]?.[0]?.kpis ?? [];
    expect(kpi).toMatchObject({ state: 'held', score: null });
    expect(kpi?.attainment?.toFraction()).toBe('1');
  });
});
