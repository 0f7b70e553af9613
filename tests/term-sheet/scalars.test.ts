import { expect, test } from 'vitest';
import type { Terms } from '../../src/contract/model.js';
import { addDays, isDate, shiftPeriod } from '../../src/kernel/calendar.js';
import { isObject } from '../../src/kernel/objects.js';
import { isDecimal, rational, toExact } from '../../src/kernel/rational.js';
import { LOCALES, type Locale } from '../../src/kernel/text.js';
import { valueAt } from '../../src/term-sheet/paths.js';
import { printSheet, sentencesOf } from '../../src/term-sheet/print.js';
import { differences } from '../../src/term-sheet/proved.js';
import { readSheet } from '../../src/term-sheet/read-back.js';
import { signedTerms } from '../../src/term-sheet/signed.js';
import { Random } from '../oracle/random.js';
import { randomTerms } from './random-terms.js';
import { SAMPLES, sampleTerms } from './terms-of.js';

/*
 * Every scalar of the terms stands in one sentence: with another value exactly that sentence is another, in both languages, and it says
 * the other value. `TERM_SHEET_WALKS=40` walks over that many random terms too, instead of two, and over every sample.
 */
const WALKS = Number(process.env.TERM_SHEET_WALKS ?? 2);

/** Choices of the model, by the name of their field. */
const CHOICES: Readonly<Record<string, readonly string[]>> = {
  stage: ['pilot', 'live', 'ended'],
  owner: ['brand', 'provider'],
  creatives: ['brand', 'provider'],
  site: ['brand', 'provider'],
  accounts: ['brand', 'provider'],
  owes: ['brand', 'provider'],
  custodian: ['brand', 'provider'],
  prevails: ['document', 'contract'],
  providerUse: ['none', 'during_term', 'perpetual'],
  rounding: ['half_even', 'half_up'],
  silence: ['accepts', 'waits'],
  rule: ['weighted_mean', 'min'],
  better: ['higher', 'lower'],
  whenMissing: ['hold', 'zero', 'exclude'],
  limit: ['atLeast', 'atMost'],
  mode: ['marginal', 'whole'],
  accumulate: ['period', 'term'],
  shape: ['step', 'linear'],
  over: ['term', 'quarter'],
  onEarlyEnd: ['void', 'scale'],
  lateIf: ['claimed', 'unproven'],
  type: ['flow', 'ratio'],
  unit: ['money', 'number', 'share'],
  nulls: ['undefined', 'zero'],
  onBreach: ['hold', 'flag'],
  share: ['brand', 'provider'],
  bridge: ['volume', 'mix', 'price', 'fx', 'refunds'],
  op: ['eq', 'gt', 'gte', 'lt', 'lte'],
};

/**
 * What decides how others are written, or which sentence is about them: the currency, the unit in which levels of a metric are, the
 * term's first period. And what is no scalar of the terms: their version, the kind of a fee, the type of a literal.
 */
const WRITES_OTHERS = /^contract\.(currency|calendar\.every|term\.(from|to))$|^definitions\.metrics\.\d+\.(unit|id)$/;
const LEFT_OUT = /(^|\.)(dashboard\.public|apiVersion|kind|clause|formula|count)(\.|$)|\.(where|all|any|low|high|values?)(\.\d+)?\.type$/;

function scalarsOf(value: unknown, path = ''): { readonly path: string; readonly value: unknown }[] {
  if (LEFT_OUT.test(path) || value === null || value === 'between' || value === 'isNull') return [];
  if (!isObject(value)) return [{ path, value }];
  return Object.entries(value).flatMap(([key, each]) => scalarsOf(each, path === '' ? key : `${path}.${key}`));
}

/** Another value of the same kind. */
function another(path: string, value: unknown): unknown {
  const field =
    path
      .replace(/(\.\d+)+$/, '')
      .split('.')
      .at(-1) ?? '';
  const choices = CHOICES[field]?.includes(String(value)) === true && !path.includes('.format.') ? CHOICES[field] : undefined;
  if (choices !== undefined) return choices[(choices.indexOf(String(value)) + 1) % choices.length];
  if (value === 'in' || value === 'notIn') return value === 'in' ? 'notIn' : 'in';
  if (field === 'every') return value === 'month' ? 'quarter' : 'month';
  if (field === 'currency' && path === 'contract.currency') return value === 'USD' ? 'EUR' : 'USD';
  if (typeof value === 'boolean') return !value;
  if (typeof value === 'number') return value + 1;
  const text = String(value);
  if (isDate(text)) return addDays(text, 1);
  if (/^\d{4}-(\d\d|Q\d|W\d\d)$/.test(text))
    return shiftPeriod(text, text.includes('Q') ? 'quarter' : text.includes('W') ? 'week' : 'month', 1);
  // texts of people stay texts
  if (
    (isDecimal(text) || /^-?\d+\/\d+$/.test(text)) &&
    !/\.(title|name|label|expert|definition|number|header|strip\.\d+|nulls\.\d+|values\.\d+)(\.(en|zh))?$/.test(path)
  )
    return toExact(rational(text).add(1));
  return `${text}x`;
}

/** A copy of terms with another value at a path of objects and lists. */
function changed(terms: Terms, path: string, value: unknown): Terms {
  const copy: Terms = structuredClone(terms);
  const at = path.lastIndexOf('.');
  const holder = valueAt(copy, path.slice(0, at));
  if (!isObject(holder)) throw new Error(path);
  Reflect.set(holder, path.slice(at + 1), value);
  return copy;
}

/** The metrics, and each once more by a name that a reference changes to. */
function withTwins(terms: Terms): Terms {
  const { definitions } = terms;
  const metrics = definitions.metrics.flatMap((metric) => [metric, { ...structuredClone(metric), id: `${metric.id}x` }]);
  return { ...terms, definitions: { ...definitions, metrics } };
}

/** Whole sheets are read back of every so many changes: that each can be is shown by parity.test.ts. */
const READ_BACK = WALKS > 2 ? 1 : 12;

function lostIn(terms: Terms, sentences: readonly string[], locale: Locale): readonly string[] {
  const read = readSheet(sentences, locale);
  return [...differences(signedTerms(terms, locale), read.terms), ...read.unread];
}

function walk(original: Terms): string[] {
  const terms = withTwins(original);
  const before: Readonly<Record<Locale, readonly string[]>> = {
    en: sentencesOf(printSheet(terms, 'en')),
    zh: sentencesOf(printSheet(terms, 'zh')),
  };
  return scalarsOf(terms).flatMap(({ path, value }, at) => {
    const other = changed(terms, path, another(path, value));
    const spoken = /\.(en|zh)$/.exec(path)?.[1];
    return LOCALES.flatMap((locale) => {
      const now = sentencesOf(printSheet(other, locale));
      const moved =
        now.filter((sentence, index) => sentence !== before[locale][index]).length + Math.abs(now.length - before[locale].length);
      const wanted = spoken === undefined || spoken === locale ? 1 : 0;
      const right = WRITES_OTHERS.test(path) ? moved >= 1 : moved === wanted;
      const lost = at % READ_BACK === 0 ? lostIn(other, now, locale) : [];
      return right && lost.length === 0 ? [] : [`${locale} ${path} ${String(value)}: ${moved} sentences; ${lost.join(', ')}`];
    });
  });
}

test.each(WALKS > 2 ? SAMPLES : SAMPLES.slice(0, 1))('%s: another value is another sentence, and no other', (id) => {
  expect(walk(sampleTerms(id))).toEqual([]);
});

test('the same of random terms', () => {
  for (let seed = 1; seed <= WALKS; seed++) expect(walk(randomTerms(new Random(seed)))).toEqual([]);
});
