import type { Reason } from '../../attainment/value.js';
import { minorDigits } from '../../kernel/money.js';
import { separator } from '../punctuation.js';
import { reasonTexts } from '../reason-texts.js';
import type { Wording } from '../wording.js';
import { type FlatColumn, flatSheet, textCell, withExact, withExactColumn } from './flat-sheet.js';
import type { Cell, Look, WorkSheet } from './model.js';
import { type Page, pageWords, type Scene } from './pages.js';

const SHARE: Look = { format: '0.00%' };

/** A number, and its exact text where it holds not all of it. */
type Figure = readonly [number: string | null, exact?: string | undefined];

/** What a score, a gate or a watched metric has of each column; null where it has none. */
interface Scored {
  readonly kind: string;
  readonly id: string;
  readonly title: string;
  readonly metric: string | null;
  readonly actual: Figure;
  readonly threshold?: string | null;
  readonly target?: Figure;
  readonly stretch?: string | null;
  readonly cap?: string;
  readonly weight?: string;
  readonly attainment?: Figure;
  readonly score?: Figure;
  readonly state: string;
  readonly reasons: readonly Reason[];
}

/** KPIs, their composite, gates and what is watched: one a row, ratios as numbers (a score of 1 is 100%). */
export function kpiSheet(scene: Scene): WorkSheet {
  const { say } = scene;
  const columns: FlatColumn[] = [
    { title: say('column.contract') },
    { title: say('period') },
    { title: say('column.kind') },
    { title: say('column.kpi-id') },
    { title: say('column.kpi') },
    { title: say('column.metric') },
    ...withExactColumn(say('column.actual'), say),
    { title: say('column.threshold') },
    ...withExactColumn(say('column.target'), say),
    { title: say('column.stretch') },
    { title: say('column.cap'), look: SHARE },
    { title: say('column.weight'), look: SHARE },
    ...withExactColumn(say('column.attainment'), say, SHARE),
    ...withExactColumn(say('column.score'), say, SHARE),
    { title: say('state') },
    { title: say('column.reasons'), most: 60 },
  ];
  return flatSheet(
    say('sheet.kpis'),
    columns,
    scene.pages.flatMap((page) => scoredOf(page, scene).map((each) => rowOf(each, page, scene))),
    [3, 4],
  );
}

function scoredOf(page: Page, { locale, say }: Scene): Scored[] {
  const { statement } = page.entry;
  const words = pageWords(page, locale);
  const { composite, compositeExact, compositeState } = statement;
  return [
    ...statement.kpis.map(
      (kpi): Scored => ({
        kind: say('kind.kpi'),
        id: kpi.id,
        title: words.kpiTitle(kpi.id),
        metric: kpi.metric,
        actual: [kpi.actual, kpi.actualExact],
        threshold: kpi.threshold,
        target: [kpi.target, kpi.targetExact],
        stretch: kpi.stretch,
        cap: kpi.cap,
        weight: kpi.weight,
        attainment: [kpi.attainment, kpi.attainmentExact],
        score: [kpi.score, kpi.scoreExact],
        state: words.say(`kpi.${kpi.state}`),
        reasons: kpi.reasons,
      }),
    ),
    ...(compositeState === null
      ? []
      : [
          {
            kind: say('kind.composite'),
            id: 'composite',
            title: words.kpiTitle('composite'),
            metric: null,
            actual: [null] as const,
            score: [composite, compositeExact] as const,
            state: words.say(`kpi.${compositeState.state}`),
            reasons: compositeState.reasons,
          },
        ]),
    ...statement.gates.map(
      (gate): Scored => ({
        kind: say('kind.gate'),
        id: gate.id,
        title: words.metricTitle(gate.metric),
        metric: gate.metric,
        actual: [gate.actual, gate.actualExact],
        target: [gate.value],
        state: words.say(`gate.${gate.state}`),
        reasons: gate.reasons,
      }),
    ),
    ...(statement.watch ?? []).map(
      ({ metric, value, valueExact }): Scored => ({
        kind: say('kind.watched'),
        id: metric,
        title: words.metricTitle(metric),
        metric,
        actual: [value, valueExact],
        state: '',
        reasons: [],
      }),
    ),
  ];
}

function rowOf(each: Scored, page: Page, { locale }: Scene): (Cell | null)[] {
  const { statement } = page.entry;
  const words = pageWords(page, locale);
  const unit = unitLook(each.metric, words);
  const number = (text: string | null | undefined, look: Look | undefined): Cell | null =>
    text == null ? null : look === undefined ? { number: text } : { number: text, look };
  const pair = ([text, exact]: Figure = [null], look?: Look) => withExact(text, look, exact);
  return [
    textCell(statement.contract),
    textCell(statement.period),
    textCell(each.kind),
    textCell(each.id),
    textCell(each.title),
    textCell(each.metric),
    ...pair(each.actual, unit),
    number(each.threshold, unit),
    ...pair(each.target, unit),
    number(each.stretch, unit),
    number(each.cap, SHARE),
    number(each.weight, SHARE),
    ...pair(each.attainment, SHARE),
    ...pair(each.score, SHARE),
    textCell(each.state),
    // several measures may have the same fault
    textCell(reasonTexts(each.reasons, words).join(separator(locale))),
  ];
}

function unitLook(id: string | null, words: Wording): Look | undefined {
  const metric = id === null ? undefined : words.metric(id);
  if (metric?.unit === 'share') return SHARE;
  if (metric?.unit !== 'money') return undefined;
  const places = '0'.repeat(metric.decimals ?? minorDigits(words.currency));
  return { format: places === '' ? '#,##0' : `#,##0.${places}` };
}
