import { describe, expect, it } from 'vitest';
import type { ContractEvent } from '../../src/contract/event-kinds/event-kinds.js';
import { toDecimal, ZERO } from '../../src/kernel/rational.js';
import { broughtCorrections, correctionRaw, hasNewCorrections } from '../../src/settlement/corrections.js';
import type { LedgerEntry } from '../../src/settlement/ledger-entry.js';
import type { Target } from '../../src/settlement/timeline.js';

const correction = (file: string, period: string, amount = '1.00', line = 'bonus') =>
  ({ kind: 'correction', file, period, line, amount }) as unknown as ContractEvent;
const entry = (period: string, files: readonly string[] = [], tail = false) =>
  ({ statement: { period, tail, events: files.map((file) => ({ file })) } }) as unknown as LedgerEntry;
const target = (period: string, tail = false) =>
  ({ period, inForce: tail ? null : { from: `${period}-01`, to: `${period}-28` } }) as unknown as Target;
const brought = (events: readonly ContractEvent[], ledger: readonly LedgerEntry[], at: Target) =>
  broughtCorrections(events, ledger, at).map((each) => `${each.statement} ${each.id} ${each.events.map(({ file }) => file).join(' ')}`);

describe('which statement brings a correction', () => {
  it('is the first that counts it', () => {
    const ledger = [entry('2026-01'), entry('2026-02', ['a']), entry('2026-03', ['a'])];
    expect(brought([correction('a', '2026-01')], ledger, target('2026-04'))).toEqual(['2026-02 correction/2026-01/bonus a']);
  });

  it('is the one that is made now, where none has counted it', () => {
    expect(brought([correction('a', '2026-01')], [entry('2026-01')], target('2026-02'))).toEqual(['2026-02 correction/2026-01/bonus a']);
  });

  it('is none before that of its own period', () => {
    const ledger = [entry('2026-01', ['a']), entry('2026-02', ['a'])];
    expect(brought([correction('a', '2026-02')], ledger, target('2026-03'))).toEqual(['2026-02 correction/2026-02/bonus a']);
    expect(brought([correction('a', '2026-04')], ledger, target('2026-03'))).toEqual([]);
  });

  it('is none of a period that has no lines', () => {
    expect(brought([correction('a', '2026-02')], [entry('2026-01')], target('2026-02', true))).toEqual([]);
    expect(brought([correction('a', '2026-02')], [entry('2026-01'), entry('2026-02', [], true)], target('2026-03', true))).toEqual([]);
    expect(brought([correction('a', '2026-01')], [entry('2026-01')], target('2026-02', true))).toEqual([
      '2026-02 correction/2026-01/bonus a',
    ]);
  });

  it('stands in the order of statements, with what is of one line together', () => {
    const ledger = [entry('2026-01', ['c']), entry('2026-02', ['c', 'b', 'd']), entry('2026-03', ['b'])];
    const events = [correction('a', '2026-01'), correction('b', '2026-01'), correction('c', '2026-01', '2.00'), correction('d', '2026-01')];
    expect(
      brought([...events, { ...correction('e', '2026-01'), kind: 'note' } as unknown as ContractEvent], ledger, target('2026-04')),
    ).toEqual(['2026-01 correction/2026-01/bonus c', '2026-02 correction/2026-01/bonus b d', '2026-04 correction/2026-01/bonus a']);
    expect(
      brought([correction('a', '2026-01'), correction('b', '2026-01', '1.00', 'sales')], [entry('2026-01')], target('2026-02')),
    ).toHaveLength(2);
  });

  it('is told of a final statement where it would bring one', () => {
    const ledger = [entry('2026-01', ['a'])];
    expect(hasNewCorrections([correction('a', '2026-01')], ledger, target('2026-02'))).toBe(false);
    expect(hasNewCorrections([correction('a', '2026-01'), correction('b', '2026-01')], ledger, target('2026-02'))).toBe(true);
  });
});

it('corrections of one line come to their sum, and each is named', () => {
  const [found] = broughtCorrections(
    [correction('a', '2026-01', '12.50'), correction('b', '2026-01', '-2.25')],
    [entry('2026-01')],
    target('2026-02'),
  );
  if (found === undefined) throw new Error('none');
  const raw = correctionRaw(found, 'USD');
  expect(toDecimal(raw.value ?? ZERO)).toBe('10.25');
  const { inputs, formula, reason } = raw.told();
  expect(formula).toBe('12.50 + -2.25');
  expect(inputs).toEqual([
    { input: 'event', with: { event: 'a' }, value: '12.50' },
    { input: 'event', with: { event: 'b' }, value: '-2.25' },
  ]);
  expect(reason).toEqual({ code: 'correction', with: { events: 'a, b' } });
});
