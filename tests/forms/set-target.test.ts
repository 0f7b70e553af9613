import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { setTarget, type TargetChange } from '../../src/forms/set-target.js';
import { type Every, periodOf, shiftPeriod } from '../../src/kernel/calendar.js';

const CHANGE: TargetChange = { target: 'roas', from: '2026-07', value: '3.2', firstPeriod: '2026-01' };
const change = (text: string, changes: Partial<TargetChange> = {}) => setTarget(text, { ...CHANGE, ...changes });
/** A contract with one KPI, whose fields are given. */
const kpi = (fields: string) => `# before\nkpis:\n  - id: roas # the one\n${fields}\n    cap: 150%\nfees: []\n`;

describe('only the entry changes, to the letter', () => {
  test.each([
    ['a number', '    target: 3.0', '    target: { 2026-01: 3.0, 2026-07: 3.2 }'],
    ['a number with a comment', '    target: 3.0   # agreed', '    target: { 2026-01: 3.0, 2026-07: 3.2 }   # agreed'],
    ['a quoted share', '    target: "30%"', '    target: { 2026-01: "30%", 2026-07: 3.2 }'],
    ['a schedule in one line', '    target: { 2026-01: 3.0 }', '    target: { 2026-01: 3.0, 2026-07: 3.2 }'],
    [
      'a schedule with later entries, which stay',
      '    target: { 2026-01: 3.0, 2026-10: 3.6 } # x',
      '    target: { 2026-01: 3.0, 2026-07: 3.2, 2026-10: 3.6 } # x',
    ],
    ['an entry that is there', '    target: { 2026-01: 3.0, 2026-07: 3.3 }', '    target: { 2026-01: 3.0, 2026-07: 3.2 }'],
    ['a trailing comma', '    target: { 2026-01: 3.0, }', '    target: { 2026-01: 3.0, 2026-07: 3.2, }'],
    [
      'a schedule over several lines',
      '    target: {\n      2026-01: 3.0, # first\n      2026-10: 3.6\n    }',
      '    target: {\n      2026-01: 3.0, 2026-07: 3.2, # first\n      2026-10: 3.6\n    }',
    ],
    [
      'a schedule as a block',
      '    target:\n      2026-01: 3.0 # first\n      2026-10: 3.6',
      '    target:\n      2026-01: 3.0 # first\n      2026-07: 3.2\n      2026-10: 3.6',
    ],
    ['the last entry of a block', '    target:\n      2026-01: 3.0\n', '    target:\n      2026-01: 3.0\n      2026-07: 3.2\n'],
    ['quoted keys', '    target: { "2026-01": 3.0, \'2026-07\': 3.1 }', '    target: { "2026-01": 3.0, \'2026-07\': 3.2 }'],
    [
      'CRLF',
      '    target:\r\n      2026-01: 3.0\r\n      2026-10: 3.6',
      '    target:\r\n      2026-01: 3.0\r\n      2026-07: 3.2\r\n      2026-10: 3.6',
    ],
  ])('%s', (_, before, after) => {
    expect(change(kpi(before))).toEqual({ kind: 'edited', text: kpi(after) });
  });

  test('from the first period on a single value stays one', () => {
    expect(change(kpi('    target: 3.0'), { from: '2026-01' })).toEqual({ kind: 'edited', text: kpi('    target: 3.2') });
  });

  test('in a line with everything else', () => {
    const line = (target: string) => `kpis: [{ id: cac, target: 25 }, { id: roas, better: higher, target: ${target}, cap: 150% }]\n`;
    expect(change(line('3.0'))).toEqual({ kind: 'edited', text: line('{ 2026-01: 3.0, 2026-07: 3.2 }') });
  });

  test('of a wager', () => {
    const wager = (target: string) => `kpis: []\nfees:\n  - { id: roas, kind: wager, target: ${target} }\n`;
    expect(change(wager('100'))).toEqual({ kind: 'edited', text: wager('{ 2026-01: 100, 2026-07: 3.2 }') });
  });

  test('at the end of a file without a last line feed', () => {
    const text = 'kpis:\n  - id: roas\n    target:\n      2026-01: 3.0';
    expect(change(text)).toEqual({ kind: 'edited', text: `${text}\n      2026-07: 3.2` });
  });
});

describe('what cannot be kept to the one entry is left to people', () => {
  test('who else has a target', () => {
    const text = 'kpis: [{ id: cac, target: 25 }, { id: gmv, weight: 1% }]\nfees: [{ id: base }, { id: bet, target: 1 }]\n';
    expect(change(text)).toEqual({ kind: 'unknown', known: ['cac', 'bet'] });
  });

  test('the same value in the same period', () => {
    expect(change(kpi('    target: { 2026-01: 3.0, 2026-07: 3.2 }'))).toEqual({ kind: 'unchanged' });
  });

  test.each([
    ['a period before the schedule', '    target: { 2026-08: 3.0 }'],
    ['a block scalar', '    target: >-\n      3.0'],
    ['a list', '    target: [3.0]'],
    ['a table where an amount belongs', '    target: { 2026-01: { a: 1 }, 2026-07: { b: 2 } }'],
  ])('%s', (_, fields) => {
    expect(change(kpi(fields))).toEqual({ kind: 'by-hand' });
  });

  test('a second target of the same item', () => {
    expect(change(kpi('    target: 3.0\n    target: 4.0'))).toEqual({ kind: 'by-hand' });
  });
});

describe('the contracts that are shipped', () => {
  const folder = new URL('../../contracts/', import.meta.url);
  const texts = readdirSync(folder)
    .filter((name) => name.startsWith('acme-linkstar-'))
    .map((name) => [name, readFileSync(new URL(`${name}/contract.yaml`, folder), 'utf8')] as const);

  test.each(texts)('%s: every target of it, in any period', (_, text) => {
    const contract = parse(text) as { kpis: { id: string; target: unknown }[]; term: { from: string }; calendar: { every: Every } };
    const { every } = contract.calendar;
    const firstPeriod = periodOf(contract.term.from, every);
    const cents = fc.integer({ min: 1, max: 9_999_999 });
    fc.assert(
      fc.property(fc.constantFrom(...contract.kpis), fc.integer({ min: 1, max: 20 }), cents, ({ id, target }, steps, amount) => {
        const from = shiftPeriod(firstPeriod, every, steps);
        const value = String(amount / 100);
        const edit = setTarget(text, { target: id, from, value, firstPeriod });
        if (edit.kind !== 'edited') throw new Error(edit.kind);
        const old = typeof target === 'object' ? target : { [firstPeriod]: target };
        const kpis = contract.kpis.map((kpi) => (kpi.id === id ? { ...kpi, target: { ...old, [from]: amount / 100 } } : kpi));
        expect(parse(edit.text)).toEqual({ ...contract, kpis });
        const changed = edit.text.split('\n').filter((line, index) => line !== text.split('\n')[index]);
        expect(changed).toHaveLength(1);
        expect(changed[0]).toContain(`${from}: ${value}`);
      }),
      { numRuns: 60 },
    );
  });
});
