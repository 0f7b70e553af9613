import type { Metric } from '../contract/model.js';
import { exactly } from '../kernel/number-field.js';
import { type Rational, rational, scaledText, toFixed } from '../kernel/rational.js';
import { shownParts } from '../outlook/shown-parts.js';
import type { WhyKpi } from '../outlook/why.js';
import { type Block, code, left, named, type Row, right, row, text } from './blocks.js';
import { metricFigure, plainFigure } from './figures.js';
import { listSeparator } from './punctuation.js';
import { scaleOf } from './why-segments.js';
import { signedFigure, type WhyTelling } from './why-telling.js';

/** Each KPI before and now, and below it the measures that it is made of, with what of it moved with each. */
export function kpiTable(telling: WhyTelling): Block[] {
  const { say, why } = telling;
  const columns = [left(say('figure')), right(say('before')), right(say('now')), right(say('moved'))];
  return [{ kind: 'table', columns, rows: why.kpis.flatMap((kpi) => kpiRows(kpi, telling)) }];
}

function kpiRows(kpi: WhyKpi, telling: WhyTelling): Row[] {
  const { words } = telling;
  const metric = words.metric(kpi.metric);
  const figure = (value: Rational | null) => (value === null ? words.say('undefinedValue') : metricFigure(metric, value, words.currency));
  const actual = exactly(kpi.actual, kpi.actualExact);
  const before = kpi.than === null ? null : exactly(kpi.than.value, kpi.than.valueExact);
  const { total, parts } = shownMoves(kpi, metric, words.currency);
  const head = row(
    [
      named(words.kpiTitle(kpi.kpi), kpi.kpi),
      text(before === null ? '' : figure(before)),
      text(figure(actual)),
      text(total === null ? '' : signedFigure(total), 'strong'),
    ],
    kpiNotes(kpi, telling, figure).map((note) => text(note, kpi.missed ? 'warn' : 'dim')),
  );
  const drivers = kpi.drivers.map(({ measure, before: old, after }) =>
    row([code(measure), text(amountFigure(old)), text(amountFigure(after)), text(signedFigure(parts.get(measure) ?? ''))]),
  );
  return [head, ...drivers];
}

function kpiNotes(kpi: WhyKpi, { words, say }: WhyTelling, figure: (value: Rational | null) => string): string[] {
  const target = figure(exactly(kpi.target, kpi.targetExact));
  const stood = kpi.missed
    ? say('kpi.target', { target })
    : kpi.state === 'scored'
      ? say('kpi.reached', { target })
      : say('kpi.other', { target, state: words.say(`kpi.${kpi.state}`) });
  const than = kpi.than === null ? [] : [say('kpi.than', { period: kpi.than.period })];
  const untold = kpi.untold === null ? [] : [say(`kpi.untold.${kpi.untold}`)];
  return [[stood, ...than].join(' · '), ...untold];
}

/** What moved, in the digits that the metric is shown with; rows add up to the total, and the total is what the two figures differ by. */
function shownMoves(
  { than, actual, actualExact, drivers }: WhyKpi,
  metric: Metric | undefined,
  currency: string,
): { readonly total: string | null; readonly parts: ReadonlyMap<string, string> } {
  const [before, after] = [than === null ? null : exactly(than.value, than.valueExact), exactly(actual, actualExact)];
  if (before === null || after === null) return { total: null, parts: new Map() };
  const scale = scaleOf(metric, currency);
  const total = scale.units(after) - scale.units(before);
  const exact = drivers.map(({ measure, moved, movedExact }) => ({ id: measure, value: scale.of(rational(movedExact ?? moved)) }));
  const shown = exact.length === 0 ? new Map<string, bigint>() : shownParts(exact, total, scale.digits);
  const figure = (units: bigint) => `${scaledText(units, scale.digits)}${scale.unit}`;
  return { total: figure(total), parts: new Map([...shown].map(([id, units]) => [id, figure(units)])) };
}

/** A measure's value, to two digits: money and counts are read so, and the document has all of it. */
function amountFigure(value: string): string {
  return plainFigure(value.includes('.') ? toFixed(rational(value), 2) : value);
}

/** What of a KPI moved with which measure, the most first: `-0.52 moved with ad_spend`. */
export function largestMoves(kpi: WhyKpi, { words, say }: WhyTelling): { readonly total: string; readonly parts: string } | null {
  const { total, parts } = shownMoves(kpi, words.metric(kpi.metric), words.currency);
  if (total === null || parts.size === 0) return null;
  const size = (moved: string) => BigInt(moved.replace(/[-.%]/g, ''));
  const told = [...parts]
    .sort(([a, x], [b, y]) => (size(x) === size(y) ? (a < b ? -1 : 1) : size(x) < size(y) ? 1 : -1))
    .map(([measure, moved]) => say('brief.part', { measure, moved: signedFigure(moved) }));
  return { total: signedFigure(total), parts: told.join(listSeparator(words.locale)) };
}
