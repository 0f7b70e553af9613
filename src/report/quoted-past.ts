import type { Terms } from '../contract/model.js';
import { grouped } from '../kernel/grouped.js';
import { minorDigits } from '../kernel/money.js';
import { exactly } from '../kernel/number-field.js';
import { type Rational, toDecimal, toFixed } from '../kernel/rational.js';
import { type Locale, NO_FIGURE, type Params } from '../kernel/text.js';
import type { PastValue, QuotedPast, TargetAhead } from '../outlook/quoted-past.js';
import { chanceText } from '../words/outlook.js';
import { type QuoteTextKey, quoteText } from '../words/quote.js';
import { type Block, type Inline, left, type Row, right, row, text } from './blocks.js';
import { changeFigure, metricFigure, percentFigure } from './figures.js';
import { currencyOf, measureFigure } from './measure-figure.js';
import { whyNone } from './no-range.js';
import { inCurrency } from './punctuation.js';
import { joined, type Wording, wording } from './wording.js';

interface Telling {
  readonly past: QuotedPast;
  readonly words: Wording;
  readonly say: (key: QuoteTextKey, params?: Params) => string;
}

/** Parts of a measure that a page has room for; programs get all. */
const MOST_PARTS = 8;
/** What the columns of targets are, in their order. */
const NOTES = ['reached-note', 'growth-note', 'moved-note', 'chance-note', 'targets-note'] as const;

/** What was measured of the last whole periods, and how hard each target is beside it. */
export function pastSections(past: QuotedPast, terms: Terms, locale: Locale): Block[] {
  const telling: Telling = {
    past,
    words: wording(terms, locale),
    say: (key, params = {}) => joined(quoteText(key, locale, params), locale),
  };
  const { say } = telling;
  return [
    { kind: 'heading', text: say('past') },
    { kind: 'table', columns: [left(say('figure-of')), ...past.shown.map((period) => right(period))], rows: figureRows(telling) },
    { kind: 'paragraph', text: text(say('past-note', { from: past.from, to: past.to, count: past.periods }), 'dim') },
    ...targetsSection(telling),
  ];
}

/** A measure that is a metric by itself stands once, under the metric's title. */
function figureRows(telling: Telling): Row[] {
  const { past, words, say } = telling;
  const { definitions } = words.terms;
  const isMoney = (metric: string) => words.metric(metric)?.unit === 'money';
  // a row of money is headed with its currency, so that six of them have room beside each other
  const figureOf = (metric: string) => (value: Rational) =>
    isMoney(metric)
      ? grouped(toFixed(value, words.metric(metric)?.decimals ?? minorDigits(words.currency)))
      : metricFigure(words.metric(metric), value, words.currency);
  const amountOf = (measure: string) => (value: Rational) => measureFigure(measure, toDecimal(value), words);
  const titled = (metric: string) => {
    const title = words.metricTitle(metric);
    return isMoney(metric) ? inCurrency(title, words.currency, words.locale) : title;
  };
  const sameAs = (metric: string): string | null => {
    const formula = definitions.metrics.find(({ id }) => id === metric)?.formula;
    return formula !== undefined && 'measure' in formula ? formula.measure : null;
  };
  const told = new Set(past.metrics.map(({ id }) => sameAs(id)));
  const refunded = past.refunds.map(({ kpi, values }) =>
    row([text(say('refund-rate', { kpi: words.kpiTitle(kpi) })), ...cells(values, percentFigure)]),
  );
  return [
    ...past.metrics.flatMap(({ id, values }) => [
      row([text(titled(id)), ...cells(values, figureOf(id))]),
      ...partRows(sameAs(id), figureOf(id), telling),
    ]),
    ...refunded,
    ...past.measures
      .filter(({ id }) => !told.has(id))
      .flatMap(({ id, values }) => [
        row([namedMeasure(id, words), ...cells(values, amountOf(id))]),
        ...partRows(id, amountOf(id), telling),
      ]),
  ];
}

/** Amounts are headed with their currency. */
function namedMeasure(id: string, words: Wording): Inline {
  const currency = currencyOf(id, words);
  return [...words.measure(id), ...(currency === null ? [] : text(inCurrency('', currency, words.locale)))];
}

function partRows(measure: string | null, figure: (value: Rational) => string, { past, say }: Telling): Row[] {
  const parts = past.measures.find(({ id }) => id === measure)?.parts ?? [];
  const rows = parts.slice(0, MOST_PARTS).map(({ of, values }) => {
    const name = of.some((each) => each === null) ? say('other-parts') : of.join(' · ');
    return row([text(`· ${name}`, 'dim'), ...cells(values, figure)]);
  });
  const left = parts.length - rows.length;
  const last = rows.at(-1);
  return left === 0 || last === undefined
    ? rows
    : [...rows.slice(0, -1), { ...last, notes: [text(say('more-parts', { count: left }), 'dim')] }];
}

function cells(values: readonly PastValue[], figure: (value: Rational) => string): Inline[] {
  return values.map(({ value, valueExact }) => {
    const exact = exactly(value, valueExact);
    return exact === null ? text(NO_FIGURE, 'dim') : text(figure(exact));
  });
}

function targetsSection(telling: Telling): Block[] {
  const { past, words, say } = telling;
  if (past.targets.length === 0) return [];
  const columns = [
    left(say('kpi')),
    left(say('period')),
    right(say('target-of')),
    right(say('reached')),
    right(say('growth')),
    right(say('moved')),
    right(say('chance')),
  ];
  const targetRow = (each: TargetAhead, place: number): Row => {
    const [target, growth] = [exactly(each.target, each.targetExact), exactly(each.growth, each.growthExact)];
    const cells = [
      text(words.kpiTitle(each.kpi)),
      text(each.period),
      text(target === null ? NO_FIGURE : metricFigure(words.metric(each.metric), target, words.currency)),
      text(each.reached.of === 0 ? NO_FIGURE : say('reached-of', each.reached)),
      text(growth === null ? NO_FIGURE : changeFigure(growth)),
      text(each.moved === null || each.moved.of === 0 ? NO_FIGURE : say('moved-of', each.moved)),
      text(each.outlook?.chance == null ? NO_FIGURE : chanceText(each.outlook.chance, words.locale)),
    ];
    return row(cells, noChance(each, past.targets[place - 1], telling));
  };
  return [
    { kind: 'heading', text: say('targets') },
    { kind: 'table', columns, rows: past.targets.map(targetRow) },
    { kind: 'list', items: NOTES.map((note) => ({ text: text(say(note), 'dim'), notes: [] })) },
  ];
}

/** Why there is no chance, once for rows of a KPI of which the same is said. */
function noChance({ kpi, outlook }: TargetAhead, before: TargetAhead | undefined, { words, say }: Telling): Inline[] {
  if (outlook?.none == null) return [];
  const why = whyNone(outlook.none, words);
  const isSaid = before?.kpi === kpi && before.outlook?.none != null && whyNone(before.outlook.none, words) === why;
  return isSaid ? [] : [text(say('no-chance', { why }), 'dim')];
}
