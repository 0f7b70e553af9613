import type { Metric, Terms } from '../contract/model.js';
import { grouped } from '../kernel/grouped.js';
import { type Exact, rational, toDecimal } from '../kernel/rational.js';
import type { Locale, Params } from '../kernel/text.js';
import { amountDigits, type Boundary, type BoundaryOf, type Example } from '../outlook/boundaries.js';
import type { Quote } from '../outlook/quote.js';
import { type TermSheetKey, termSheetText } from '../words/term-sheet.js';
import { code, dotted, type Inline, left, ownNote, right, row, text } from './blocks.js';
import { percentFigure } from './figures.js';
import { levelsNote } from './levels-note.js';
import { sentenceSeparator } from './punctuation.js';
import type { SheetBlock } from './term-sheet.js';
import { type Wording, wording } from './wording.js';

/** What is paid about each level of a contract: a row for each, in words of every language that is asked for. */
export function boundaryBlocks(boundaries: readonly Boundary[], quote: Quote, terms: Terms, locales: readonly Locale[]): SheetBlock[] {
  const say = (key: TermSheetKey, params: Params = {}) =>
    [...new Set(locales.map((locale) => termSheetText(key, locale, params)))].join(' · ');
  const [first] = locales;
  const { period } = quote;
  if (boundaries.length === 0 || first === undefined || period === null) return [];
  const words = wording(terms, first);
  const { currency } = terms.contract;
  const metrics = new Map(terms.definitions.metrics.map((metric) => [metric.id, metric]));
  const cell = (of: BoundaryOf, { figure, score, pay }: Example): Inline => {
    const shown = 'metric' in of ? figureIn(metrics.get(of.metric), figure, currency) : percent(figure);
    return text([shown, ...(score === null ? [] : [percentFigure(rational(score))]), grouped(pay)].join(' → '));
  };
  const rows = boundaries.map(({ of, examples }) => row([labelOf(of, say, words), ...examples.map((example) => cell(of, example))]));
  const columns = [left(say('level')), right(say('below')), right(say('at')), right(say('above'))];
  return [
    { kind: 'heading', text: say('boundaries') },
    { kind: 'table', columns, rows },
    ...locales.map((locale): SheetBlock => {
      const own = words.locale === locale ? words : wording(terms, locale);
      const notes = [termSheetText('boundaries-note', locale, { currency, period }), levelsNote(quote, own, 'rows')];
      return { kind: 'paragraph', text: ownNote(notes.join(sentenceSeparator(locale))) };
    }),
  ];
}

/** What a row is of, by the titles of the first language. */
function labelOf(of: BoundaryOf, say: (key: TermSheetKey) => string, words: Wording): Inline {
  const named = (...parts: readonly string[]): Inline => dotted(parts.map((part) => text(part)));
  switch (of.kind) {
    case 'kpi':
      return named(words.kpiTitle(of.kpi), say(of.level), ...(of.level === 'minimum' ? [words.metricTitle(of.metric)] : []));
    case 'gate':
      return dotted([code(of.gate), text(say('gate')), text(words.metricTitle(of.metric))]);
    case 'base':
      return named(words.clearTitle(of.fee), say(accumulates(of.fee, words) ? 'base-term' : 'base'), words.metricTitle(of.metric));
    case 'limit':
      return named(words.clearTitle(of.fee), say('limit'), words.metricTitle(of.metric));
    case 'distance':
      return named(words.clearTitle(of.fee), words.metricTitle(of.metric), say(isOfTerm(of.fee, words) ? 'over-term' : 'over-quarter'));
    case 'score':
      return named(words.clearTitle(of.fee), say('score'));
  }
}

function accumulates(id: string, { terms }: Wording): boolean {
  return terms.contract.fees.some((fee) => fee.id === id && 'accumulate' in fee && fee.accumulate === 'term');
}

function isOfTerm(id: string, { terms }: Wording): boolean {
  return terms.contract.fees.some((fee) => fee.id === id && fee.kind === 'wager' && fee.over === 'term');
}

/** A figure in its metric's unit, with every digit that it has. */
function figureIn(metric: Metric | undefined, figure: Exact, currency: string): string {
  if (metric?.unit === 'share') return percent(figure);
  const [whole = '', part = ''] = toDecimal(rational(figure)).split('.');
  const least = metric?.unit === 'money' ? amountDigits(metric, currency) : (metric?.decimals ?? 0);
  const decimals = part.padEnd(least, '0');
  return grouped(decimals === '' ? whole : `${whole}.${decimals}`);
}

function percent(share: Exact): string {
  return `${grouped(toDecimal(rational(share).mul(100)))}%`;
}
