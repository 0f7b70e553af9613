import type { Terms } from '../contract/model.js';
import { grouped } from '../kernel/grouped.js';
import { isDecimal, rational } from '../kernel/rational.js';
import { type Locale, NO_FIGURE } from '../kernel/text.js';
import type { Scorecard } from '../settlement/model.js';
import { commentText } from '../words/comment.js';
import { type Block, type Inline, left, type Row, right, row, text } from './blocks.js';
import { percentFigure } from './figures.js';
import { kpiFigures } from './kpi-figures.js';
import { measureFigure } from './measure-figure.js';
import { type Wording, wording } from './wording.js';

/** One period measured by one text. */
export interface MeasuredSide {
  readonly card: Scorecard;
  readonly terms: Terms;
}

/** A period measured by the old and by the new text: every measure, KPI and line that either has, and the total. */
export function sideBySideBlocks(before: MeasuredSide, after: MeasuredSide, locale: Locale): Block[] {
  const [old, now] = [wording(before.terms, locale), wording(after.terms, locale)];
  const none = NO_FIGURE;
  const both = (label: Inline, value: (side: MeasuredSide, words: Wording) => string | null): Row =>
    row([label, text(value(before, old) ?? none), text(value(after, now) ?? none)]);
  const measures = union(before, after, ({ card }) => Object.keys(card.measures)).map((id) =>
    both((after.terms.definitions.measures.some((each) => each.id === id) ? now : old).measure(id), ({ card }, words) =>
      measureText(card, id, words),
    ),
  );
  const kpis = union(before, after, ({ card }) => card.kpis.map((kpi) => kpi.id)).map((id) => {
    const known = after.card.kpis.some((kpi) => kpi.id === id) ? now : old;
    return both(text(known.kpiTitle(id)), (side, words) => kpiText(side, id, words));
  });
  const lines = union(before, after, ({ card }) => card.lines.map((line) => line.id)).map((id) => {
    const known = after.card.lines.some((line) => line.id === id) ? now : old;
    return both(known.line(id), ({ card }) => {
      const found = card.lines.find((line) => line.id === id);
      return found === undefined ? null : grouped(found.amount);
    });
  });
  const total = both(text(now.say('total'), 'strong'), ({ card }) => grouped(card.total));
  const columns = [
    left(commentText('column.what', locale)),
    right(commentText('column.before', locale)),
    right(commentText('column.after', locale)),
  ];
  return [
    { kind: 'heading', text: commentText('head-title', locale, { period: after.card.period }) },
    { kind: 'paragraph', text: text(commentText('head-note', locale)) },
    { kind: 'table', columns, rows: [...measures, ...kpis, ...lines, total] },
  ];
}

/** Ids of both sides, the old ones first, each once. */
function union(before: MeasuredSide, after: MeasuredSide, idsOf: (side: MeasuredSide) => readonly string[]): string[] {
  return [...new Set([...idsOf(before), ...idsOf(after)])];
}

function measureText(card: Scorecard, id: string, words: Wording): string | null {
  const value = Object.hasOwn(card.measures, id) ? card.measures[id] : undefined;
  if (value === undefined) return null;
  return value === null || !isDecimal(value) ? words.say('undefinedValue') : measureFigure(id, value, words);
}

/** Actual and score: `2.75 · 87.5%`. */
function kpiText({ card }: MeasuredSide, id: string, words: Wording): string | null {
  const kpi = card.kpis.find((each) => each.id === id);
  if (kpi === undefined) return null;
  const score = kpi.scoreExact ?? kpi.score;
  const figure = kpiFigures(kpi, words.metric(kpi.metric), words.currency).actual?.text ?? words.say('undefinedValue');
  return score === null ? `${figure} · ${words.say(`kpi.${kpi.state}`)}` : `${figure} · ${percentFigure(rational(score))}`;
}
