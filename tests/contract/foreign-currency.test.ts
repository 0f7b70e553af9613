import { describe, expect, test } from 'vitest';
import { loadContract } from '../../src/contract/load-contract.js';
import { wordsOf } from '../issue-words.js';
import { type Edit, editedFiles, GOOD_ID } from './good-contract.js';

/* The sign of a currency beside an amount: the contract's own is left out, with another the number is another amount. */

const BASE = 'kind: retainer, amount: 3000 }';

/** The code, and the remedy, of a retainer in a contract of a currency. */
function answer(amount: string, currency = 'USD', ...more: Edit[]): string {
  const edits: Edit[] = [['contract.yaml', BASE, `kind: retainer, amount: ${amount} }`], ...more];
  const own: Edit[] = currency === 'USD' ? [] : [['contract.yaml', 'currency: USD', `currency: ${currency}`]];
  const { issues } = loadContract(GOOD_ID, editedFiles([...edits, ...own]));
  return issues.map((each) => `${each.code}: ${wordsOf(each, 'en').fix}`).join(' / ');
}

const foreign = (named: string, currency = 'USD') =>
  `other-currency: Write what the amount is in ${currency}, without a currency; or change the field currency, if the whole contract is in ${named}.`;

test.each([
  ['$3000', 'USD'],
  ['US$3,000', 'USD'],
  ['3000 USD', 'USD'],
  ['3,000 USD', 'USD'],
  ['3000美元', 'USD'],
  ['3000 dollars', 'USD'],
  ['3000元', 'CNY'],
  ['￥3000', 'CNY'],
  ['¥3000', 'JPY'],
  ['RMB 3000', 'CNY'],
  ['$3000', 'CAD'],
  ['3000元', 'TWD'],
])('%s in a contract in %s is its own', (amount, currency) => {
  expect(answer(amount, currency)).toBe('value-slip: Write amount: 3000');
});

test.each([
  ['3000元', 'CNY / HKD / TWD'],
  ['3000人民币', 'CNY'],
  ['3000 CNY', 'CNY'],
  ['RMB 3000', 'CNY'],
  ['¥3000', 'CNY / JPY'],
  ['€3,000', 'EUR'],
  ['3,000元', 'CNY / HKD / TWD'],
  ['3,000 EUR', 'EUR'],
  ['3000 EUR', 'EUR'],
  ['3000 euros', 'EUR'],
  ['£3000', 'GBP'],
  ['HK$3000', 'HKD'],
  ['₹3000', 'INR'],
  ['≥€3000', 'EUR'],
])('%s in a contract in USD is another amount', (amount, named) => {
  expect(answer(amount)).toBe(foreign(named));
});

describe('stands elsewhere too', () => {
  const TIERS: Edit = ['contract.yaml', '{ 0: 5%, 100000: 7% }', '{ from 0: 5%, from €100000: 7% }'];
  const TURNED: Edit = ['contract.yaml', '{ 0: 5%, 100000: 7% }', '{ up to 10万元: 5%, above: 7% }'];

  test('in a level', () => {
    expect(answer('3000', 'USD', TIERS)).toBe(foreign('EUR'));
    expect(answer('3000', 'EUR', TIERS)).toBe('value-slip: Write from 100000: 7%');
  });

  test('in a level that is moved as well', () => {
    expect(answer('3000', 'USD', TURNED)).toContain(foreign('CNY / HKD / TWD'));
    expect(answer('3000', 'USD', TURNED)).not.toContain('from 100000');
    expect(answer('3000', 'CNY', TURNED)).toBe('level-other-end: Write tiers: { from 0: 5%, from 100000: 7% }');
  });

  test('in the target of a KPI and in an event', () => {
    expect(answer('3000', 'USD', ['contract.yaml', '    target: 25', '    target: 25 EUR'])).toBe(foreign('EUR'));
    expect(answer('3000', 'USD', ['events/2026-03-07-paid.yaml', 'amount: ', 'amount: €'])).toBe(foreign('EUR'));
  });

  test('nothing is another currency than one that is not known', () => {
    expect(answer('€3000', 'XYZ')).toContain('value-slip: Write amount: 3000');
  });
});
