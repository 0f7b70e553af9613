import { describe, expect, test } from 'vitest';
import { lintContract } from '../../src/contract/lint/lint-contract.js';
import type { Contract } from '../../src/contract/model.js';
import { LOCALES } from '../../src/kernel/text.js';
import { isLintCode, LINT_CODES, LINTS } from '../../src/words/lints.js';
import { wordsOf } from '../issue-words.js';
import { always, bonus, commission, fees, found, kpi, penalty, RETAINER, steps, terms, wager } from './build-terms.js';

const bare = terms({ contract: { review: null, ip: null, agreement: null } });

describe('severities', () => {
  const severities = (input: Parameters<typeof lintContract>[0]) => lintContract(input).map(({ code, severity }) => [code, severity]);
  test('a rule has its own', () => {
    expect(severities({ terms: bare })).toEqual([
      ['no-agreement', 'info'],
      ['no-ip', 'warning'],
      ['no-review', 'warning'],
    ]);
  });
  test('the workspace may change them', () => {
    expect(severities({ terms: bare, severities: { 'no-ip': 'error', 'no-review': 'off', 'no-agreement': 'warning' } })).toEqual([
      ['no-agreement', 'warning'],
      ['no-ip', 'error'],
    ]);
  });
});

test('issues come in the order of the files', () => {
  const contract = { kpis: [kpi({ weight: always('1'), minimum: null })], review: null, fees: [RETAINER, penalty()] };
  const issues = lintContract({ terms: terms({ contract }) });
  const lines = issues.map(({ at }) => at.line);
  expect(lines).toEqual([...lines].sort((a, b) => a - b));
  expect(issues.every(({ at }) => at.column === 1 && at.path === 'contracts/acme/contract.yaml')).toBe(true);
});

describe('the catalogue', () => {
  const messages = LINT_CODES.flatMap((code) =>
    [LINTS[code].text, LINTS[code].explanation, LINTS[code].fix].map((message) => ({ code, message })),
  );
  const places = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? '').sort();

  test('names every rule of the language', () => {
    const language = [
      ...['single-kpi', 'many-kpis', 'light-weight', 'volume-without-quality', 'ratio-without-minimum', 'target-beyond-baseline'],
      ...['no-baseline', 'no-grace', 'no-review', 'no-exclusions', 'no-amendments', 'no-exit', 'no-dashboard', 'no-ip'],
      ...['unreconciled-main-kpi', 'uncapped-exposure', 'payout-cliff', 'pay-falls', 'penalties-exceed-bonuses'],
      'pay-not-looked-at',
      'parts-of-persons',
      ...[
        'provider-held-pays-provider',
        'period-tiers-with-refunds',
        'refunds-netted-twice',
        'shared-load-log',
        'early-lock',
        'float-money',
        'one-signatory',
      ],
      ...['access-without-end', 'live-without-pilot', 'duty-without-effect'],
      ...['no-agreement', 'no-gates', 'no-duties', 'no-payment'],
      ...['languages-differ', 'names-alike', 'name-of-two-scripts', 'points-out-of-reach', 'band-always-met', 'bridge-of-no-money'],
      'after-the-term',
      ...['kpi-without-pay', 'never-pays', 'cap-of-nothing', 'cost-waits', 'grace-all-term'],
      ...['share-beyond-whole', 'tax-label-differs', 'target-leaps', 'tier-small', 'limits-contradict', 'milestone-out-of-reach'],
      'term-day-more',
    ];
    expect([...LINT_CODES].sort()).toEqual([...language].sort());
    expect(isLintCode('single-kpi')).toBe(true);
    expect(isLintCode('toString')).toBe(false);
  });

  test('says the same in both languages', () => {
    for (const { code, message } of messages) {
      expect(places(message.zh), code).toEqual(places(message.en));
      expect(message.zh, code).toMatch(/[一-鿿]/);
    }
  });

  test('every place of a text is filled with the contract’s own names and numbers', () => {
    const fallen = always(steps('0', '0', '1', '1', '1.2', '0.9', '1.5', '2'));
    const contract: Partial<Contract> = {
      ...{
        stage: 'live' as const,
        baseline: [],
        grace: null,
        review: null,
        exclusions: null,
        amendments: null,
        exit: null,
        dashboard: null,
      },
      ...{ ip: null, agreement: null, gates: [], payment: null, kpis: [kpi({ weight: always('1'), minimum: null })], duties: [] },
      fees: [RETAINER, commission({ accumulate: 'period' }), bonus({ points: fallen, shape: 'step' }), wager({ better: 'lower' })],
    };
    const issues = [
      ...lintContract({
        terms: terms({ contract, definitions: { reconcile: [] } }),
        columnTypes: [{ fact: 'orders', column: 'item_value', type: 'DOUBLE' }],
      }),
      ...lintContract({ terms: terms({ contract: { kpis: [kpi({ target: [...always('3'), { from: '2099-01', value: '3.2' }] })] } }) }),
      ...lintContract({ terms: terms({ contract: { fees: fees(penalty({ bands: always(steps('0.5', '9')) })) } }) }),
    ];
    expect(new Set(issues.map(({ code }) => code)).size).toBeGreaterThan(20);
    for (const issue of issues) for (const locale of LOCALES) wordsOf(issue, locale);
  });
});

test('terms are not changed by looking at them', () => {
  const before = JSON.stringify(bare);
  found(bare);
  expect(JSON.stringify(bare)).toBe(before);
});
