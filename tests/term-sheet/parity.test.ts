import { describe, expect, it, test } from 'vitest';
import type { CapSchedule } from '../../src/contract/fee-kinds/cap.js';
import { parseFormula, resolveNames } from '../../src/contract/formula.js';
import { loadContract } from '../../src/contract/load-contract.js';
import type { Terms } from '../../src/contract/model.js';
import { rational, toExact } from '../../src/kernel/rational.js';
import { LOCALES, type Locale } from '../../src/kernel/text.js';
import { TEMPLATES } from '../../src/sample/templates.js';
import { printSheet, sentencesOf } from '../../src/term-sheet/print.js';
import { differences } from '../../src/term-sheet/proved.js';
import { readSheet } from '../../src/term-sheet/read-back.js';
import { signedTerms } from '../../src/term-sheet/signed.js';
import { drawLife } from '../oracle/draw.js';
import { stepsOf } from '../oracle/life.js';
import { Random } from '../oracle/random.js';
import { templateTerms } from '../template-terms.js';
import { tries } from '../tries.js';
import { randomTerms } from './random-terms.js';
import { SAMPLES, sampleTerms } from './terms-of.js';

/*
 * Both languages say the same terms: every sentence is read back by the templates that it was printed from, by one of them alone, and
 * what they say together is what the terms have. `TERM_SHEET_CONTRACTS=100000` for the long form.
 */
const CONTRACTS = tries('TERM_SHEET_CONTRACTS', 150);
const FIRST = Number(process.env.TERM_SHEET_SEED ?? 1);

/** What is lost or not read on the way through the sentences of a language. */
function lost(terms: Terms, locale: Locale): readonly string[] {
  const { terms: read, unread } = readSheet(sentencesOf(printSheet(terms, locale)), locale);
  return [...differences(signedTerms(terms, locale), read), ...unread];
}

const lostInAny = (terms: Terms) => LOCALES.flatMap((locale) => lost(terms, locale).map((each) => `${locale}: ${each}`));

describe.each(SAMPLES)('%s', (id) => {
  test('says what its terms have, in both languages', () => {
    expect(lostInAny(sampleTerms(id))).toEqual([]);
  });

  test('has formulas that are what is written', () => {
    const { metrics } = sampleTerms(id).definitions;
    const known = new Set(metrics.map((metric) => metric.id));
    const read = metrics.map(({ text }) => {
      const parsed = parseFormula(text);
      return 'problem' in parsed ? null : resolveNames(parsed.expression, (name) => known.has(name));
    });
    expect(read).toEqual(metrics.map(({ formula }) => formula));
  });
});

test.each(TEMPLATES)('the template $name says what its terms have', (template) => {
  expect(lostInAny(templateTerms(template.name, { currency: 'CNY', timezone: 'Asia/Shanghai' }))).toEqual([]);
});

it('says of one statement, one fee, one band, and of KPIs waived by a late brand what is so', () => {
  const terms = sampleTerms('acme-linkstar-us');
  const once: Terms = { ...terms, contract: { ...terms.contract, holds: { maxPeriods: 1 } } };
  expect(lostInAny(once)).toEqual([]);
  const said = (locale: Locale) => sentencesOf(printSheet(once, locale)).join('\n');
  expect(said('en')).toContain('a line held in one statement is decided in a later one');
  expect(said('en')).toContain('nothing is paid or deducted for shortfall (grace period)');
  expect(said('en')).toContain('a score below several bands counts for the lowest alone');
  expect(said('en')).toContain('they pay at least as at the composite score that what it earned makes.');
  const left = (share: string) => ({
    ...once,
    contract: { ...once.contract, composite: { ...once.contract.composite, minWeightLeft: share } },
  });
  expect(lostInAny(left('0'))).toEqual([]);
  expect(sentencesOf(printSheet(left('0'), 'zh')).join('')).toContain('全部考核指标均不计入的：均为已豁免的，');
  expect(sentencesOf(printSheet(left('0'), 'en')).join('')).not.toContain('of the weight');
  expect(sentencesOf(printSheet(left('0.5'), 'zh')).join('')).toContain('没有指标计入，或计入的权重低于 50% 的：');
  expect(said('zh')).toContain('一份结算单暂缓结算的，在其后的结算单中予以了结');
  expect(said('zh')).toContain('同时低于多档的，仅按最低一档扣减');
  expect(said('zh')).toContain('考核指标因品牌方逾期而豁免的，按其实际得分计算的综合得分更高时，按该综合得分支付。');
});

it('says of a cap from when on there is none, and from when on how much', () => {
  const terms = sampleTerms('acme-linkstar-us');
  const [first] = terms.contract.fees;
  if (first === undefined) throw new Error('no fee');
  const none = { from: '2026-01', value: null };
  const said = (period: CapSchedule | null, term: CapSchedule | null, locale: Locale) => {
    const ceiling = { id: 'ceiling', title: null, clause: first.clause, kind: 'cap', prorate: true, period, term } as const;
    const capped = { ...terms, contract: { ...terms.contract, fees: [ceiling] } };
    expect(lostInAny(capped)).toEqual([]);
    return sentencesOf(printSheet(capped, locale)).join('\n');
  };
  const period = [none, { from: '2026-04', value: toExact(rational('9500')) }];
  const term = [none, { from: '2026-05', value: toExact(rational('45000')) }];
  expect(said(period, null, 'en')).toContain('aside, have no cap from January 2026 on, and are at most USD 9,500.00 from April 2026 on.');
  expect(said(period, null, 'zh')).toContain('自 2026 年 1 月起不封顶，自 2026 年 4 月起最多 USD 9,500.00。');
  expect(said(period, term, 'en')).toContain(
    'from April 2026 on, and those of the whole term with their true-ups have no cap from January 2026 on, and are at most USD 45,000.00 from May 2026 on; what',
  );
  expect(said(period, term, 'zh')).toContain(
    '，整个合同期的费用（含往期补差，不含税费与更正）自 2026 年 1 月起不封顶，自 2026 年 5 月起最多 USD 45,000.00；',
  );
  // given up in mid-term
  const givenUp = [...period.slice(1), { from: '2026-07', value: null }];
  expect(said(null, givenUp, 'en')).toContain(
    'aside, are at most USD 9,500.00 from April 2026 on, and have no cap from July 2026 on; what',
  );
});

it('holds for random terms of every field and every kind', () => {
  const found: string[] = [];
  for (let seed = FIRST; seed < FIRST + CONTRACTS && found.length < 5; seed++)
    found.push(...lostInAny(randomTerms(new Random(seed))).map((each) => `${seed} ${each}`));
  expect(found).toEqual([]);
});

it('holds for random contracts that the check has passed', () => {
  const found: string[] = [];
  for (let seed = FIRST; seed < FIRST + CONTRACTS / 15; seed++) {
    const { contract, definitions } = stepsOf(drawLife(seed))[0]?.terms ?? drawLife(seed);
    const home = `contracts/${contract.id}`;
    const files = new Map([
      [`${home}/contract.yaml`, JSON.stringify(contract)],
      [`${home}/definitions.yaml`, JSON.stringify(definitions)],
    ]);
    const { folder } = loadContract(contract.id, files);
    if (folder !== null) found.push(...lostInAny(folder.terms).map((each) => `${seed} ${each}`));
  }
  expect(found).toEqual([]);
});
