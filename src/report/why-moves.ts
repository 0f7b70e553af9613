import { exactly } from '../kernel/number-field.js';
import { type Rational, rational } from '../kernel/rational.js';
import { localText } from '../kernel/text.js';
import { shownParts } from '../outlook/shown-parts.js';
import type { WhyKpi, WhyNode, WhyTree } from '../outlook/why-kpi.js';
import { type Inline, named } from './blocks.js';
import { metricFigure } from './figures.js';
import { measureFigure } from './measure-figure.js';
import { type Scale, scaleOf, type WhyTelling } from './why-telling.js';

/** A row of what a KPI is made of. */
export interface MoveRow {
  /** In words without marks, for a sentence. */
  readonly name: string;
  readonly label: Inline;
  readonly depth: number;
  readonly before: string;
  readonly after: string;
  /** In units of the KPI's last digit; null where its total is not known. */
  readonly units: bigint | null;
}

/** What moved of a KPI, in the digits that its metric is shown with: rows add up to the total. */
export interface KpiMoveRows {
  /** Null: nothing to compare with. */
  readonly than: WhyTree['than'];
  readonly total: bigint | null;
  /** Whether the two figures, each rounded by itself, differ by something else. */
  readonly isApart: boolean;
  readonly rows: readonly MoveRow[];
  readonly figure: (units: bigint) => string;
}

/** By its tree where one is told, else by the measures of its formula. */
export function moveRows(kpi: WhyKpi, telling: WhyTelling): KpiMoveRows {
  const { tree } = kpi;
  const scale = scaleOf(telling.words.metric(kpi.metric), telling.words);
  const than = tree?.than ?? kpi.than;
  const total = totalOf(kpi, than, scale);
  const rows =
    tree !== undefined && tree.untold === null ? nodeRows(tree.nodes, total, scale, telling) : driverRows(kpi, total, scale, telling);
  const sides = sidesOf(kpi, than);
  const isApart = sides !== null && scale.units(sides.after) - scale.units(sides.before) !== total;
  return { than, total, isApart, rows, figure: scale.figure };
}

/** What two figures of a KPI differ by, exactly, and rounded once: as `channels` tells it of the same two. */
export function totalOf(kpi: WhyKpi, than: WhyTree['than'], scale: Scale): bigint | null {
  const sides = sidesOf(kpi, than);
  return sides === null ? null : scale.units(sides.after.sub(sides.before));
}

function sidesOf({ actual, actualExact }: WhyKpi, than: WhyTree['than']): { readonly before: Rational; readonly after: Rational } | null {
  const [before, after] = [than === null ? null : exactly(than.value, than.valueExact), exactly(actual, actualExact)];
  return before === null || after === null ? null : { before, after };
}

function driverRows({ kpi, drivers }: WhyKpi, total: bigint | null, scale: Scale, { words }: WhyTelling): MoveRow[] {
  // A measure that the KPI is by itself has its title, and would be said to have moved with itself.
  const isItself = (measure: string) => words.measureTitle(measure) === words.kpiTitle(kpi);
  const exact = drivers.map(({ measure, moved, movedExact }) => ({ id: measure, value: scale.of(rational(movedExact ?? moved)) }));
  const shown = total === null || exact.length === 0 ? null : shownParts(exact, total, scale.digits);
  return drivers.map(({ measure, before, after }) => ({
    name: isItself(measure) ? measure : words.measureTitle(measure),
    label: words.measure(measure),
    depth: 0,
    before: measureFigure(measure, before, words),
    after: measureFigure(measure, after, words),
    units: shown?.get(measure) ?? null,
  }));
}

/** Leaves add up to the total; a node is what stands below it. */
function nodeRows(nodes: readonly WhyNode[], total: bigint | null, scale: Scale, { words }: WhyTelling): MoveRow[] {
  const below = (place: number) => {
    const depth = nodes[place]?.depth ?? 0;
    const end = nodes.findIndex((each, at) => at > place && each.depth <= depth);
    return nodes.map((_, at) => at).slice(place + 1, end < 0 ? nodes.length : end);
  };
  const leaves = nodes.map((_, at) => at).filter((at) => below(at).length === 0);
  const nameOf = (at: number) => `${nodes[at]?.metric} ${at}`;
  const exact = leaves.flatMap((at) => {
    const node = nodes[at];
    return node === undefined ? [] : [{ id: nameOf(at), value: scale.of(rational(node.movedExact ?? node.moved)) }];
  });
  const shown = total === null ? null : shownParts(exact, total, scale.digits);
  const unitsOf = (at: number) => shown?.get(nameOf(at)) ?? 0n;
  return nodes.map(({ metric, depth, per, before, beforeExact, after, afterExact }, at) => {
    const own = words.metric(metric);
    const figure = (value: Rational) => metricFigure(own, value, words.currency);
    const title = localText(own?.title ?? metric, words.locale);
    const leavesBelow = below(at).filter((each) => leaves.includes(each));
    return {
      name: `${per ? '÷ ' : ''}${title}`,
      label: named(`${per ? '÷ ' : ''}${title}`, metric),
      depth,
      before: figure(rational(beforeExact ?? before)),
      after: figure(rational(afterExact ?? after)),
      units: shown === null ? null : leavesBelow.length === 0 ? unitsOf(at) : leavesBelow.reduce((all, each) => all + unitsOf(each), 0n),
    };
  });
}
