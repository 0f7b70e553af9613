import { exactly } from '../kernel/number-field.js';
import type { Rational } from '../kernel/rational.js';
import { listSeparator } from '../kernel/text.js';
import type { WhyKpi } from '../outlook/why-kpi.js';
import { type Block, left, named, type Row, right, row, text } from './blocks.js';
import { metricFigure } from './figures.js';
import { type KpiMoveRows, moveRows } from './why-moves.js';
import { comparedWith, type WhyTelling } from './why-telling.js';

/**
 * Each KPI before and now, and below it what it is made of (its tree, or its measures), set in so that nothing is taken for a KPI; with
 * what of it moved with each.
 */
export function kpiTable(telling: WhyTelling): Block[] {
  const { say, why } = telling;
  const columns = [left(say('figure')), right(say('before')), right(say('now')), right(say('moved'))];
  return [{ kind: 'table', columns, rows: why.kpis.flatMap((kpi) => kpiRows(kpi, telling)) }];
}

function kpiRows(kpi: WhyKpi, telling: WhyTelling): Row[] {
  const { words } = telling;
  const metric = words.metric(kpi.metric);
  const target = exactly(kpi.target, kpi.targetExact);
  const marks = target === null ? [] : [target];
  const figure = (value: Rational | null) =>
    value === null ? words.say('undefinedValue') : metricFigure(metric, value, words.currency, marks);
  const moves = moveRows(kpi, telling);
  const before = moves.than === null ? null : exactly(moves.than.value, moves.than.valueExact);
  const head = row(
    [
      named(words.kpiTitle(kpi.kpi), kpi.kpi),
      text(before === null ? '' : figure(before)),
      text(figure(exactly(kpi.actual, kpi.actualExact))),
      text(moves.total === null ? '' : moves.figure(moves.total), 'strong'),
    ],
    kpiNotes(kpi, moves, telling, figure).map((note) => text(note, kpi.missed ? 'warn' : 'dim')),
  );
  const rows = moves.rows.map(({ label, depth, before: old, after, units }) =>
    row([[...text('– '.repeat(depth + 1), 'dim'), ...label], text(old), text(after), text(units === null ? '' : moves.figure(units))]),
  );
  return [head, ...rows];
}

function kpiNotes(
  kpi: WhyKpi,
  { than, isApart }: KpiMoveRows,
  { words, say }: WhyTelling,
  figure: (value: Rational | null) => string,
): string[] {
  const target = figure(exactly(kpi.target, kpi.targetExact));
  const stood = kpi.missed
    ? say('kpi.target', { target })
    : kpi.state === 'scored'
      ? say('kpi.reached', { target })
      : say('kpi.other', { target, state: words.say(`kpi.${kpi.state}`) });
  const compared = than === null ? [] : than.period === null ? [say('kpi.than-target')] : comparedWith(kpi, than.period, say);
  const isPlanned = kpi.tree?.than?.period === null;
  const untold = kpi.untold === null || isPlanned ? [] : [say(`kpi.untold.${kpi.untold}`)];
  const noTree = kpi.untold === null && kpi.tree?.untold != null ? [say(`tree.untold.${kpi.tree.untold}`)] : [];
  const settled = figure(exactly(kpi.actual, kpi.actualExact));
  const now = kpi.since === undefined ? settled : figure(exactly(kpi.since.value, kpi.since.valueExact));
  const since = now === settled ? [] : [say('kpi.since', { value: now })];
  const rounded = isApart ? [say('kpi.rounded')] : [];
  return [[stood, ...since, ...compared, ...rounded].join(' · '), ...untold, ...noTree];
}

/** What of a KPI moved with what, the most first: `-0.52 moved with ad_spend`, and no parts where it is one thing alone; null where nothing is told. */
export function largestMoves(kpi: WhyKpi, telling: WhyTelling): { readonly total: string; readonly parts: string } | null {
  const { total, rows, figure } = moveRows(kpi, telling);
  const top = rows.flatMap(({ name, depth, units }) => (depth === 0 && units !== null ? [{ name, units }] : []));
  if (total === null || top.length === 0) return null;
  if (top.length === 1 && top[0]?.units === total) return { total: figure(total), parts: '' };
  const size = (units: bigint) => (units < 0n ? -units : units);
  const told = [...top]
    .sort((a, b) => (size(a.units) === size(b.units) ? (a.name < b.name ? -1 : 1) : size(a.units) < size(b.units) ? 1 : -1))
    .map(({ name, units }) => telling.say('brief.part', { measure: name, moved: figure(units) }));
  return { total: figure(total), parts: told.join(listSeparator(telling.words.locale)) };
}
