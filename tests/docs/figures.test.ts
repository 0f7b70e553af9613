import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { REPOSITORY } from '../run-cli.js';
import { definitions, linesOf, relationship, settleDays, statementOf } from '../settlement/relationship.js';

const chapter = (file: string) => readFileSync(join(REPOSITORY, 'docs/guide', file), 'utf8');

describe('the whole month of chapter 3', () => {
  const clauses = {
    grace: { from: '2026-01', periods: 1, waives: ['reward', 'late'] },
    kpis: [
      { id: 'gmv', metric: 'gmv', owner: 'provider', better: 'higher', weight: '60%', target: 150000 },
      { id: 'roas', metric: 'roas', owner: 'provider', better: 'higher', weight: '40%', target: '3.2', threshold: '2.4' },
    ],
    fees: [
      { id: 'base', kind: 'retainer', amount: 3000 },
      { id: 'sales', kind: 'commission', base: 'gmv', tiers: { 0: '5%', 100000: '7%' }, mode: 'marginal', accumulate: 'period' },
      {
        id: 'reward',
        kind: 'bonus',
        by: 'composite',
        pool: 5000,
        points: { '80%': '50%', '100%': '100%', '150%': '200%' },
        shape: 'linear',
      },
      { id: 'floor', kind: 'guarantee', amount: 4000, recoverable: false },
      { id: 'late', kind: 'penalty', of: 'base', by: 'roas', bands: { '80%': '10%', '60%': '25%' } },
      { id: 'ceiling', kind: 'cap', period: 14000 },
      { id: 'vat', kind: 'tax', rate: '6%', label: 'VAT 6%' },
    ],
  };

  test('is what the engine pays', () => {
    const { terms, events } = relationship(clauses, definitions(true));
    const january = (revenue: string) => ({ '2026-01': { revenue, spend: '40000' } });
    const february = { '2026-02': { revenue: '150000', spend: '50000' } }; // ROAS 3.0 scores 75%, the composite 90%
    const ledger = settleDays(terms, events, [
      { asOf: '2026-02-05', values: january('100000') },
      { asOf: '2026-03-05', values: { ...january('96000'), ...february } },
    ]);
    const statement = statementOf(ledger, '2026-02');
    expect(linesOf(statement)).toEqual([
      'base 3000.00',
      'sales 8500.00',
      'reward 3750.00',
      'floor 0.00',
      'late -300.00',
      'ceiling -950.00',
      'true-up/2026-01/sales -200.00',
      'vat 828.00',
    ]);
    expect(statement.total).toBe('14628.00');
  });

  test.each(['03-fees.en.md', '03-fees.zh.md'])('stands in %s', (file) => {
    for (const figure of ['8,500.00', '3,750.00', '−300.00', '−950.00', '−200.00', '828.00', '14,628.00'])
      expect(chapter(file)).toContain(`| ${figure === '14,628.00' ? `**${figure}**` : figure} |`);
  });
});

describe('the wagers of chapter 3', () => {
  const wager = (pays: Readonly<Record<string, unknown>>) => ({
    term: { from: '2026-01-01', to: '2026-01-31' },
    fees: [{ id: 'bet', kind: 'wager', metric: 'gmv', better: 'higher', over: 'term', onEarlyEnd: 'scale', ...pays }],
  });
  const paid = (pays: Readonly<Record<string, unknown>>, revenue: string) => {
    const { terms, events } = relationship(wager(pays));
    return linesOf(statementOf(settleDays(terms, events, [{ asOf: '2026-02-05', values: { '2026-01': { revenue } } }]), '2026-01'));
  };

  test.each([
    ['1150000', '13000.00'],
    ['985000', '0.00'],
    ['600000', '-30000.00'],
  ])('a rate with a limit: %s pays %s', (revenue, amount) => {
    expect(paid({ target: 1000000, deadband: 20000, rate: '10%', limit: 30000 }, revenue)).toEqual([`bet ${amount}`]);
  });

  test.each([
    ['250000', '2000.00'],
    ['245000', '0.00'],
    ['244999.99', '-2000.00'],
  ])('a stake: %s pays %s', (revenue, amount) => {
    expect(paid({ target: 250000, deadband: 5000, stake: 2000 }, revenue)).toEqual([`bet ${amount}`]);
  });
});
