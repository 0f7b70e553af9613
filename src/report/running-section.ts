import { exactly } from '../kernel/number-field.js';
import { compare, divide, type Rational, rational, toDecimal, ZERO } from '../kernel/rational.js';
import type { KpiResult, Running, RunningLevel, RunningResult, Scorecard } from '../settlement/model.js';
import { ruledKpi } from '../settlement/ruled-kpis.js';
import { type Bar, type Block, type Inline, inlineText, left, named, type Row, right, row, text } from './blocks.js';
import { metricFigure, percentFigure, progressFigure } from './figures.js';
import { excludedNotes } from './kept-notes.js';
import { kpiBar } from './kpi-charts.js';
import { lineOfKpi } from './kpi-figures.js';
import type { ReportContext } from './report-context.js';
import { ruledNote, ruledState } from './ruled-words.js';
import type { Wording } from './wording.js';

/** In place of an amount: until when the period runs or from when it will, and that nothing of it is owed yet. */
export function runningNote({ from, to, asOf }: Scorecard, words: Wording): Block {
  const isBegun = from === null || from <= asOf;
  const said = isBegun ? words.say('runningNote', { to: to ?? '' }) : words.say('notBegunNote', { from });
  return { kind: 'paragraph', text: text(said, 'strong') };
}

/** KPIs, gates and watched metrics to date, time gone beside progress; no score, since the period is not over. */
export function runningSection(card: Scorecard, running: Running, context: ReportContext, words: Wording): Block[] {
  const columns = [
    left(words.say('kpi')),
    right(words.say('toDate')),
    right(words.say('wholeTarget')),
    right(words.say('progress')),
    right(words.say('timeGone')),
    left(words.say('through')),
    left(words.say('state')),
  ];
  const { kpis, gates } = words.terms.contract;
  const rows = [
    ...running.kpis.map((each) => {
      const lower = kpis.find(({ id }) => id === each.id)?.better === 'lower';
      const own = kpiNotes(each, card, context, words);
      return runningRow(named(words.kpiTitle(each.id), each.id), each, running, { target: each.target, lower, ...own }, words);
    }),
    ...running.gates.map((each) => {
      const lower = gates.find(({ id }) => id === each.id)?.limit === 'atMost';
      return runningRow(named(words.metricTitle(each.metric), each.id), each, running, { target: each.target, lower }, words);
    }),
  ];
  return [
    { kind: 'heading', text: words.say('runningTitle') },
    {
      kind: 'chart',
      title: words.say('runningTitle'),
      chart: { shape: 'bars', bars: running.kpis.flatMap((each) => runningBar(each, card, words)) },
      table: { kind: 'table', columns, rows },
    },
    ...watchSection(card, words),
  ];
}

/** What is already certain of a KPI: a rule that has decided it, and what exclusions leave out. */
function kpiNotes({ id }: RunningLevel, card: Scorecard, context: ReportContext, words: Wording): KpiNotes {
  const kpi = card.kpis.find((each) => each.id === id);
  const ruled = kpi === undefined ? null : ruledKpi(kpi, card, words.terms.contract, context.events);
  const excluded = excludedNotes({ id }, card, context, words).map((note) => text(note));
  return ruled === null
    ? { notes: excluded }
    : { state: text(ruledState(ruled, words), 'warn'), notes: [text(ruledNote(ruled, words), 'warn'), ...excluded] };
}

/** What a KPI's row says besides its figures; its state where it is not just running. */
interface KpiNotes {
  readonly state?: Inline;
  readonly notes: readonly Inline[];
}

/** A KPI to date between the levels of the whole period. */
function runningBar(each: RunningLevel, { kpis }: Scorecard, words: Wording): Bar[] {
  const kpi = kpis.find(({ id }) => id === each.id);
  if (kpi === undefined) return [];
  const value = exactly(each.value, each.valueExact);
  const { label, levels } = kpiBar(kpi, words);
  if (value === null) return [{ label, levels, value }];
  const tone = toneToDate(kpi, value, words);
  return [
    {
      label,
      levels,
      value: { value: toDecimal(value), text: inlineText(figure(each.metric, value, words, [rational(each.target)])) },
      ...(tone === null ? {} : { tone }),
    },
  ];
}

/** How a KPI would be scored if it stayed so: all or nothing of it. What adds up over the days says nothing before their end. */
function toneToDate(kpi: KpiResult, value: Rational, words: Wording): 'good' | 'bad' | null {
  if (words.metric(kpi.metric)?.type === 'flow') return null;
  const line = lineOfKpi(kpi, words.terms.contract);
  if (line === null) return null;
  const beyond = (level: Rational) => (line.better === 'lower' ? compare(level, value) : compare(value, level));
  if (beyond(line.target) >= 0) return 'good';
  return kpi.threshold !== null && beyond(line.threshold) <= 0 ? 'bad' : null;
}

/** Watched metrics, to date where the period is running; nothing where none is watched. */
export function watchSection({ watch = [], running }: Pick<Scorecard, 'watch' | 'running'>, words: Wording): Block[] {
  if (watch.length === 0) return [];
  const toDate = running === undefined ? [] : [right(words.say('timeGone')), left(words.say('through'))];
  const columns = [left(words.say('watched')), right(words.say(running === undefined ? 'actual' : 'toDate')), ...toDate];
  const rows =
    running === undefined
      ? watch.map(({ metric, value, valueExact }) =>
          row([named(words.metricTitle(metric), metric), figure(metric, exactly(value, valueExact), words)]),
        )
      : running.watch.map((each) => watchRow(each, running, words));
  return [
    { kind: 'heading', text: words.say('watchTitle') },
    { kind: 'table', columns, rows },
  ];
}

function figure(metric: string, value: Rational | null, words: Wording, marks: readonly Rational[] = []): Inline {
  return text(value === null ? words.say('undefinedValue') : metricFigure(words.metric(metric), value, words.currency, marks));
}

function watchRow(each: RunningResult, running: Running, words: Wording): Row {
  const cells = [
    named(words.metricTitle(each.metric), each.metric),
    figure(each.metric, exactly(each.value, each.valueExact), words),
    ...timeCells(each, running, words),
  ];
  return row(cells, reasonsOf(each, running, words));
}

function runningRow(
  name: Inline,
  each: RunningResult,
  running: Running,
  bound: { readonly target: string; readonly lower: boolean } & Partial<KpiNotes>,
  words: Wording,
): Row {
  const metric = words.metric(each.metric);
  const target = rational(bound.target);
  const value = exactly(each.value, each.valueExact);
  const cells = [
    name,
    figure(each.metric, value, words, [target]),
    text(words.say(bound.lower ? 'targetLower' : 'targetHigher', { value: metricFigure(metric, target, words.currency) })),
    text(value === null ? words.say('undefinedValue') : progressText(value, target, { ...bound, isFlow: metric?.type === 'flow' }, words)),
    ...timeCells(each, running, words),
    bound.state ?? text(words.say('kpi.running')),
  ];
  return row(cells, [...reasonsOf(each, running, words), ...(bound.notes ?? [])]);
}

function timeCells({ through, daysGone }: RunningResult, { days }: Running, words: Wording): Inline[] {
  const gone = percentFigure(rational(daysGone).div(rational(days)));
  return [text(gone), text(through ?? words.say('throughNone'))];
}

/** Of a flow how much of the target there is; of a ratio, which is as good on its first day as on its last, whether it is reached. */
function progressText(
  value: Rational,
  target: Rational,
  { lower, isFlow }: { readonly lower: boolean; readonly isFlow: boolean },
  words: Wording,
): string {
  if (!isFlow) {
    const isMet = lower ? compare(value, target) <= 0 : compare(value, target) >= 0;
    return words.say(isMet ? 'metSoFar' : 'unmetSoFar');
  }
  const part = compare(target, ZERO) <= 0 ? null : divide(value, target);
  return part == null ? words.say('undefinedValue') : progressFigure(part);
}

function reasonsOf({ reasons, through }: RunningResult, { kpis, gates, watch }: Running, words: Wording): Inline[] {
  // before the first day has its data it is so of all of them, and the table says it
  const isSoOfAll = [...kpis, ...gates, ...watch].every((each) => each.through === null);
  if (through === null) return isSoOfAll ? [] : [text(words.say('throughNoneWhy'), 'warn')];
  return [...new Set(reasons.map(words.reason))].map((each) => text(each, 'warn'));
}
