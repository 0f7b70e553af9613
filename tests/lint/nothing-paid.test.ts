import { describe, expect, test } from 'vitest';
import type { PassThrough } from '../../src/contract/fee-kinds/pass-through.js';
import type { Contract } from '../../src/contract/model.js';
import type { LintCode } from '../../src/words/lints.js';
import { always, bonus, CAP, cost, fees, found, kpi, penalty, RETAINER, terms, wager } from './build-terms.js';

const told = (code: LintCode, contract: Partial<Contract>) =>
  found(terms({ contract })).flatMap((each) => (each.code === code ? [each.params] : []));

const MEDIA: PassThrough = {
  id: 'media',
  title: null,
  kind: 'pass_through',
  cost: 'ad_spend',
  markup: { onCost: always('0') },
  upTo: null,
  taxed: false,
  clause: { file: 'contracts/acme/contract.yaml', line: 46 },
};

describe('a KPI that no fee goes by', () => {
  test('moves no money, and is not told as the one that all pay follows', () => {
    const alone = { kpis: [kpi({ weight: always('1') })], fees: [RETAINER, CAP] };
    expect(told('kpi-without-pay', alone)).toEqual([{ kpi: 'roas' }]);
    expect(told('single-kpi', alone)).toEqual([]);
    const paid = { ...alone, fees: [RETAINER, bonus({ by: 'roas' }), CAP] };
    expect(told('kpi-without-pay', paid)).toEqual([]);
    expect(told('single-kpi', paid)).toEqual([{ kpi: 'roas' }]);
  });

  test('is none that weighs something in a composite that pays', () => {
    expect(told('kpi-without-pay', {})).toEqual([]);
    expect(told('kpi-without-pay', { fees: [RETAINER, bonus({ by: 'cac' }), CAP] })).toEqual([{ kpi: 'roas' }]);
    const rule = { rule: 'min', minWeightLeft: '0' } as const;
    expect(told('kpi-without-pay', { composite: rule, kpis: [kpi(), cost()] })).toEqual([]);
  });
});

describe('a fee that is 0 throughout', () => {
  test('never pays', () => {
    expect(told('never-pays', { fees: [{ ...RETAINER, amount: always('0') }, CAP] })).toEqual([{ fee: 'base' }]);
    expect(told('never-pays', { fees: [RETAINER, bonus({ pool: always('0') }), CAP] })).toEqual([{ fee: 'reward' }]);
    expect(told('never-pays', { fees: [RETAINER, wager({ pays: { stake: always('0') } }), CAP] })).toEqual([{ fee: 'bet' }]);
    expect(told('never-pays', { fees: [RETAINER, wager({ pays: { rate: always('1'), limit: always('0') } }), CAP] })).toEqual([
      { fee: 'bet' },
    ]);
  });

  test('is none that begins or ends within the term', () => {
    const later = {
      ...RETAINER,
      amount: [
        { from: '2026-01', value: '0' },
        { from: '2026-07', value: '3000' },
      ],
    };
    const ended = bonus({
      pool: [
        { from: '2026-01', value: '5000' },
        { from: '2026-07', value: '0' },
      ],
    });
    expect(told('never-pays', { fees: [later, ended, CAP] })).toEqual([]);
  });
});

test('a cap of 0 cuts everything, and none cuts nothing', () => {
  const period = [
    { from: '2026-01', value: null },
    { from: '2026-07', value: '0' },
  ];
  expect(told('cap-of-nothing', { fees: fees({ ...CAP, period }) })).toEqual([{ fee: 'ceiling', period: '2026-07' }]);
  expect(told('cap-of-nothing', { fees: fees({ ...CAP, period: null, term: always('0') }) })).toEqual([
    { fee: 'ceiling', period: '2026-01' },
  ]);
  expect(told('cap-of-nothing', { fees: fees({ ...CAP, period: always(null), term: always('1') }) })).toEqual([]);
});

test('costs up to 0 all wait', () => {
  expect(told('cost-waits', { fees: fees({ ...MEDIA, upTo: always('0') }) })).toEqual([{ fee: 'media', period: '2026-01' }]);
  expect(told('cost-waits', { fees: fees({ ...MEDIA, upTo: always('1') }, penalty()) })).toEqual([]);
  expect(told('cost-waits', { fees: fees(MEDIA) })).toEqual([]);
});

test('grace as long as the term leaves nothing of what it waives', () => {
  const grace = (from: string, periods: number) => told('grace-all-term', { grace: { from, periods, waives: ['malus'] } });
  expect(grace('2026-01', 12)).toEqual([{ found: 12, periods: 12, fees: 'malus' }]);
  expect(grace('2026-01', 24)).toEqual([{ found: 24, periods: 12, fees: 'malus' }]);
  expect(grace('2026-01', 11)).toEqual([]);
  expect(grace('2026-02', 24)).toEqual([]);
});
