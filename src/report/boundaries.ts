import type { Metric, Terms } from '../contract/model.js';
import { grouped } from '../kernel/grouped.js';
import { minorDigits } from '../kernel/money.js';
import { type Exact, rational, toDecimal } from '../kernel/rational.js';
import type { Locale, Params } from '../kernel/text.js';
import type { Boundary, BoundaryOf, Example } from '../outlook/boundaries.js';
import { type TermSheetKey, termSheetText } from '../words/term-sheet.js';
import { code, dotted, type Inline, left, right, row, text } from './blocks.js';
import { percentFigure } from './figures.js';
import type { SheetBlock } from './term-sheet.js';

/** What is paid about each level of a contract: a row for each, in words of every language that is asked for. */
export function boundaryBlocks(boundaries: readonly Boundary[], terms: Terms, locales: readonly Locale[]): SheetBlock[] {
  const say = (key: TermSheetKey, params: Params = {}) =>
    [...new Set(locales.map((locale) => termSheetText(key, locale, params)))].join(' · ');
  if (boundaries.length === 0) return [];
  const { currency } = terms.contract;
  const metrics = new Map(terms.definitions.metrics.map((metric) => [metric.id, metric]));
  const cell = (of: BoundaryOf, { figure, score, pay }: Example): Inline => {
    const shown = 'metric' in of ? figureIn(metrics.get(of.metric), figure, currency) : percent(figure);
    return text([shown, ...(score === null ? [] : [percentFigure(rational(score))]), grouped(pay)].join(' → '));
  };
  const rows = boundaries.map(({ of, examples }) => row([labelOf(of, say), ...examples.map((example) => cell(of, example))]));
  const columns = [left(say('level')), right(say('below')), right(say('at')), right(say('above'))];
  return [
    { kind: 'heading', text: say('boundaries') },
    { kind: 'table', columns, rows },
    ...locales.map(
      (locale): SheetBlock => ({ kind: 'paragraph', text: text(termSheetText('boundaries-note', locale, { currency }), 'dim') }),
    ),
  ];
}

function labelOf(of: BoundaryOf, say: (key: TermSheetKey) => string): Inline {
  switch (of.kind) {
    case 'kpi':
      return dotted([code(of.kpi), text(say(of.level)), ...(of.level === 'minimum' ? [code(of.metric)] : [])]);
    case 'gate':
      return dotted([code(of.gate), text(say('gate')), code(of.metric)]);
    case 'base':
      return dotted([code(of.fee), text(say('base')), code(of.metric)]);
    case 'distance':
      return dotted([code(of.fee), code(of.metric)]);
    case 'score':
      return dotted([code(of.fee), text(say('score'))]);
  }
}

/** A figure in its metric's unit, with every digit that it has. */
function figureIn(metric: Metric | undefined, figure: Exact, currency: string): string {
  if (metric?.unit === 'share') return percent(figure);
  const [whole = '', part = ''] = toDecimal(rational(figure)).split('.');
  const least = metric?.unit === 'money' ? minorDigits(currency) : (metric?.decimals ?? 0);
  const decimals = part.padEnd(least, '0');
  return grouped(decimals === '' ? whole : `${whole}.${decimals}`);
}

function percent(share: Exact): string {
  return `${grouped(toDecimal(rational(share).mul(100)))}%`;
}
