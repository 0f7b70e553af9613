import { expect, test } from 'vitest';
import type { EvidencePeriod } from '../../src/evidence/model.js';
import { measureFiles, only, sumText } from '../shell/data-folder.js';
import * as rows from './amazon-rows.js';
import { april, filesOf, type Scenario, termsOf } from './scenario.js';

async function measured(scenario: Scenario): Promise<EvidencePeriod> {
  const [found] = only(await measureFiles(filesOf(scenario.tables), [april(termsOf(scenario))])).periods;
  if (found === undefined) throw new Error('nothing was measured');
  return found;
}

const measure = ({ measures }: EvidencePeriod, id: string) => {
  const found = measures.find((each) => each.id === id);
  if (found === undefined) throw new Error(`no ${id}`);
  return found;
};
const value = (found: EvidencePeriod, id: string): string => sumText(measure(found, id).days.map((day) => day.value ?? '0'));
const currencies = (found: EvidencePeriod, id: string) => [...new Set(measure(found, id).days.map(({ currency }) => currency))];
const duplicates = (found: EvidencePeriod) => found.facts.flatMap(({ scans }) => scans.map((scan) => scan.duplicateKeys));

test('Amazon orders: text amounts, by a list of statuses that count', async () => {
  const found = await measured(rows.AMAZON_ORDERS);
  // (8099.24 − 99.24) + 19.90 + 0.10 + 30
  expect(value(found, 'amazon_sp_ordered')).toBe('8050');
  expect(currencies(found, 'amazon_sp_ordered')).toEqual(['EUR']);
  expect(value(found, 'amazon_sp_order_count')).toBe('3');
  expect(measure(found, 'amazon_sp_ordered').nulls).toBe(0);
  expect(duplicates(found)).toEqual([0]);
});

test('Amazon orders: numbers are as exact as they are written', async () => {
  const found = await measured(rows.AMAZON_FLOATS);
  // 0.1 + 0.2 − 0.05 + 1299
  expect(value(found, 'amazon_sp_ordered')).toBe('1299.25');
});

test('Amazon orders: what is no amount is undefined, never 0', async () => {
  const found = await measured(rows.AMAZON_DAMAGED);
  expect(measure(found, 'amazon_sp_ordered').nulls).toBe(5);
  expect(value(found, 'amazon_sp_ordered')).toBe('7.5');
  expect(measure(found, 'amazon_sp_order_count').nulls).toBe(1);
});

test.each([rows.AMAZON_SETTLED, rows.AMAZON_SETTLED_TWICE, rows.AMAZON_SETTLED_US])('$name: each row counts once', async (scenario) => {
  const found = await measured(scenario);
  // 2 × 100.00 − 20.00
  expect(value(found, 'amazon_sp_order_value')).toBe('180');
  // −50.00 − 10.25
  expect(value(found, 'amazon_sp_refund_value')).toBe('-60.25');
  expect(currencies(found, 'amazon_sp_order_value')).toEqual(['EUR']);
  expect(duplicates(found)).toEqual([0]);
  expect(found.facts.map(({ complete }) => complete)).toEqual([true]);
});

test.each(Object.entries(rows.AMAZON_UNSETTLED))('a settlement does not count where %s', async (_, scenario) => {
  const found = await measured(scenario);
  const wrong = ['amazon_sp_order_value', 'amazon_sp_refund_value'].map((id) => [measure(found, id).nulls > 0, value(found, id)]);
  expect(wrong).toEqual([
    [true, '0'],
    [true, '0'],
  ]);
});

test('a settlement whose times are another site’s is refused', async () => {
  const { measured: found, issues } = await measureFiles(filesOf(rows.AMAZON_OTHER_CLOCK.tables), [
    april(termsOf(rows.AMAZON_OTHER_CLOCK)),
  ]);
  expect([found.size, issues.map(({ code }) => code)]).toEqual([0, ['view-failed']]);
});
