import { measuresOfKpi, vocabulary } from '../attainment/measures.js';
import type { Reason } from '../attainment/value.js';
import { periodDays } from '../kernel/calendar.js';
import { exactly } from '../kernel/number-field.js';
import { termPeriods } from '../kernel/period.js';
import { divide, isZero, maximum, type Rational, rational } from '../kernel/rational.js';
import { remembered } from '../kernel/remembered.js';
import { listSeparator } from '../kernel/text.js';
import type { GateResult, KpiResult, Scorecard } from '../settlement/model.js';
import { type Block, drawing, type Inline, left, named, type Row, right, row, type Tone, text } from './blocks.js';
import { sparkline } from './charts.js';
import { changeFigure, metricFigure } from './figures.js';
import { keptNotes } from './kept-notes.js';
import { kpiBar } from './kpi-charts.js';
import { kpiFigures, shownScore } from './kpi-figures.js';
import { paidScores } from './paid-scores.js';
import { reasonTexts } from './reason-texts.js';
import type { ReportContext } from './report-context.js';
import type { Wording } from './wording.js';

const TREND_PERIODS = 12;

/** KPIs with actual, target, score, trend and state, then the composite; nothing in a tail. */
export function kpiSection(card: Scorecard, context: ReportContext, words: Wording): Block[] {
  if (card.kpis.length === 0) return [];
  const trends = card.kpis.map((kpi) => trendOf(kpi, card, context));
  const withTrend = trends.some((trend) => trend.length > 0);
  const columns = [
    left(words.say('kpi')),
    right(words.say('actual')),
    right(words.say('target')),
    right(words.say('score')),
    left(words.say('scoreBar')),
    ...(withTrend ? [left(words.say('trend'))] : []),
    left(words.say('state')),
  ];
  const lacking = card.kpis.map((kpi) => lackingOf(kpi, card, words));
  const rows = card.kpis.map((kpi, index) => {
    const besides = {
      lacking: lacking[index] ?? [],
      kept: [...keptNotes(kpi, card, context, words), ...paidNotes(kpi.id, exactly(kpi.score, kpi.scoreExact), card, words)],
      trend: withTrend ? [trends[index] ?? []] : [],
    };
    return kpiRow(kpi, besides, words);
  });
  return [
    { kind: 'heading', text: words.say('kpis') },
    {
      kind: 'chart',
      title: words.say('kpis'),
      chart: { shape: 'bars', bars: card.kpis.map((kpi) => kpiBar(kpi, words)) },
      table: { kind: 'table', columns, rows: [...rows, ...compositeRow(card, lacking.flat().length > 0, words, withTrend)] },
    },
  ];
}

/**
 * Measures of a KPI that had not one row in the whole period, where nobody has reviewed that yet and what is paid by it therefore waits:
 * whether the zero is real or a file is missing is not known, and its score is no score yet.
 */
function lackingOf(kpi: KpiResult, card: Scorecard, words: Wording): readonly string[] {
  const { contract, definitions } = words.terms;
  const terms = contract.kpis.find(({ id }) => id === kpi.id);
  if (contract.review === null || (kpi.state !== 'scored' && kpi.state !== 'below_minimum')) return [];
  const known = vocabulary(contract, definitions);
  const measures = measuresOfKpi(known, { metric: kpi.metric, minimum: terms?.minimum ?? null });
  const open = card.anomalies.flatMap((each) => ('silence' in each && each.silence === 'no-file' && !each.reviewed ? [each.measure] : []));
  return [...new Set(open)].filter((measure) => measures.has(measure));
}

/** What stands beside a KPI's own result. */
interface Besides {
  readonly lacking: readonly string[];
  /** What exclusions leave of it, and what fees by it pay as where it has no score. */
  readonly kept: readonly string[];
  readonly trend: readonly Inline[];
}

function kpiRow(kpi: KpiResult, { lacking, kept, trend }: Besides, words: Wording): Row {
  const metric = words.metric(kpi.metric);
  const isOpen = lacking.length > 0;
  const figures = kpiFigures(kpi, metric, words.currency);
  const { actual, target, weight, threshold, stretch, cap } = figures;
  const { score, attainment } = isOpen ? { score: shownScore(null, rational(kpi.cap)), attainment: null } : figures;
  const terms = words.terms.contract.kpis.find((candidate) => candidate.id === kpi.id);
  const bound = words.say(terms?.better === 'lower' ? 'targetLower' : 'targetHigher', { value: target.text });
  const levels = [
    ...(attainment === null ? [] : [words.say('attainment', { value: attainment })]),
    words.say('weight', { value: weight }),
    ...(threshold === null ? [] : [words.say('threshold', { value: threshold.text })]),
    ...(stretch === null ? [] : [words.say('stretch', { value: stretch.text })]),
    words.say('cap', { value: cap }),
    ...(metric === undefined ? [] : [words.say('formula', { formula: words.formula(metric.text) })]),
  ];
  const cells = [
    named(words.kpiTitle(kpi.id), kpi.id),
    text(actual?.text ?? words.say('undefinedValue')),
    text(bound),
    text(score.text ?? words.say('undefinedValue'), score.tone),
    drawing(score.bar, score.tone),
    ...trend,
    text(words.say(isOpen ? 'kpi.unreviewed' : `kpi.${kpi.state}`), kpi.state === 'scored' && !isOpen ? undefined : 'warn'),
  ];
  const notes = isOpen
    ? [text(words.say('kpiLacking', { measures: lacking.join(listSeparator(words.locale)) }), 'warn')]
    : reasonNotes(kpi.reasons, words);
  return row(cells, [...notes, ...kept.map((note) => text(note)), text(levels.join(' · '), 'dim')]);
}

/** What fees by a KPI, or the composite, pay as where that is not the score that is shown: it is waived, or the brand was late. */
function paidNotes(id: string, score: Rational | null, card: Scorecard, words: Wording): string[] {
  return paidScores(card, id, score, words).map((paid) => [words.say('paidAs'), paid].join(words.say('colon')));
}

function compositeRow(card: Scorecard, isOpen: boolean, words: Wording, withTrend: boolean): Row[] {
  const state = card.compositeState;
  if (state === null) return [];
  const score = isOpen ? null : exactly(card.composite, card.compositeExact);
  const { rule } = words.terms.contract.composite;
  const cap = card.kpis.map((kpi) => rational(kpi.cap)).reduce(maximum, rational(1));
  const shown = shownScore(score, cap);
  const cells = [
    text(words.say('composite'), 'strong'),
    [],
    [],
    text(shown.text ?? words.say('undefinedValue'), shown.tone),
    drawing(shown.bar, shown.tone),
    ...(withTrend ? [[]] : []),
    text(words.say(isOpen ? 'kpi.unreviewed' : `kpi.${state.state}`), state.state === 'scored' && !isOpen ? undefined : 'warn'),
  ];
  const paid = isOpen ? [] : paidNotes('composite', score, card, words);
  const notes = [
    ...reasonNotes(state.reasons, words),
    ...paid.map((note) => text(note)),
    text(words.say(rule === 'min' ? 'compositeMin' : 'compositeMean'), 'dim'),
  ];
  return [{ cells, notes, sum: true }];
}

/** The actuals of the latest periods as a line, and the change on the period before where both are whole: the same in each language. */
const trendOf = remembered((kpi: KpiResult, card: Scorecard, context: ReportContext): Inline => {
  const earlier = context.history
    .filter((entry) => entry.period < card.period)
    .sort((a, b) => (a.period < b.period ? -1 : 1))
    .slice(1 - TREND_PERIODS)
    .map((entry) => entry.kpis.find((candidate) => candidate.id === kpi.id && candidate.metric === kpi.metric))
    .map((found) => (found === undefined ? null : exactly(found.actual, found.actualExact)));
  if (!earlier.some((value) => value !== null)) return [];
  const actual = exactly(kpi.actual, kpi.actualExact);
  const before = earlier.at(-1) ?? null;
  const change = actual === null || before === null || isPartial(kpi, card, context) ? undefined : relative(before, actual);
  const line = sparkline([...earlier, actual]);
  return [...drawing(line), ...(change === undefined ? [] : [{ text: ` ${changeFigure(change)}`, tone: 'dim' as const }])];
});

function relative(before: Rational, now: Rational): Rational | undefined {
  return isZero(before) ? undefined : divide(now.sub(before), before.abs());
}

/** A flow of a period that is partly in force is not compared with that of a whole one. */
function isPartial(kpi: KpiResult, card: Scorecard, context: ReportContext): boolean {
  const { contract, definitions } = context.terms;
  if (definitions.metrics.find((metric) => metric.id === kpi.metric)?.type !== 'flow') return false;
  const { term, calendar } = contract;
  const periods = termPeriods(term, calendar.every);
  const before = periods[periods.findIndex((period) => period.id === card.period) - 1];
  if (before === undefined || before.daysInForce < before.daysInPeriod) return true;
  // its own days as it was measured: a termination may have shortened it
  const whole = periodDays(card.period, calendar.every);
  return whole === null || card.from !== whole.from || card.to !== whole.to;
}

/** Gates with what they block; nothing where the contract has none. */
export function gateSection(card: Scorecard, words: Wording): Block[] {
  if (card.gates.length === 0) return [];
  const columns = [
    left(words.say('gate')),
    right(words.say('actual')),
    right(words.say('limit')),
    left(words.say('state')),
    left(words.say('blocks')),
  ];
  return [
    { kind: 'heading', text: words.say('gates') },
    { kind: 'table', columns, rows: card.gates.map((gate) => gateRow(gate, words)) },
  ];
}

const GATE_TONES: Readonly<Record<GateResult['state'], Tone>> = { passed: 'good', failed: 'bad', held: 'warn' };

function gateRow(gate: GateResult, words: Wording): Row {
  const metric = words.metric(gate.metric);
  const limit = rational(gate.value);
  const actual = exactly(gate.actual, gate.actualExact);
  const blocks = words.terms.contract.gates.find((candidate) => candidate.id === gate.id)?.blocks ?? [];
  const cells = [
    named(words.metricTitle(gate.metric), gate.id),
    text(actual === null ? words.say('undefinedValue') : metricFigure(metric, actual, words.currency, [limit])),
    text(words.say(gate.limit === 'atLeast' ? 'targetHigher' : 'targetLower', { value: metricFigure(metric, limit, words.currency) })),
    text(words.say(`gate.${gate.state}`), GATE_TONES[gate.state]),
    text(blocks.map((id) => words.clearTitle(id)).join(listSeparator(words.locale))),
  ];
  return row(cells, reasonNotes(gate.reasons, words));
}

/** Each reason once: what two parties caused is listed once for each of them. */
function reasonNotes(reasons: readonly Reason[], words: Wording): Inline[] {
  return reasonTexts(reasons, words).map((reason) => text(reason, 'warn'));
}
