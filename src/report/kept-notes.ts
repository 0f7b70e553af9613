import { measuresOfKpi, vocabulary } from '../attainment/measures.js';
import type { EventOf } from '../contract/event-kinds/event-kinds.js';
import { termPeriods } from '../kernel/period.js';
import { toDecimal } from '../kernel/rational.js';
import { listSeparator } from '../kernel/text.js';
import type { KpiResult, Scorecard } from '../settlement/model.js';
import { windowWords } from './event-words.js';
import { plainFigure } from './figures.js';
import { filterWords } from './filter-words.js';
import { measureFigure } from './measure-figure.js';
import type { ReportContext } from './report-context.js';
import type { Wording } from './wording.js';

/** A measure that a KPI's actual is computed from, as its exclusions leave it; null where it is not known. */
export interface KeptMeasure {
  readonly id: string;
  readonly value: string | null;
}

/** What a KPI is computed from where exclusions leave it less than the whole period, which is what the tables of measures show; else nothing. */
export function keptMeasures(kpi: KpiResult, { measures }: Scorecard, { kept, terms }: ReportContext): KeptMeasure[] {
  const rows = kept?.get(kpi.id);
  if (rows === undefined) return [];
  const { contract, definitions } = terms;
  const known = vocabulary(contract, definitions);
  const minimum = contract.kpis.find(({ id }) => id === kpi.id)?.minimum ?? null;
  const ids = measuresOfKpi(known, { metric: kpi.metric, minimum });
  return [...ids].map((id) => {
    const left = rows.measures.get(id);
    return { id, value: left === undefined ? (measures[id] ?? null) : left.known ? toDecimal(left.value) : null };
  });
}

/** What exclusions leave out of a KPI, what is left of its measures, and of how many days its levels are. */
export function keptNotes(kpi: KpiResult, card: Scorecard, context: ReportContext, words: Wording): string[] {
  const rows = context.kept?.get(kpi.id);
  if (rows === undefined) return [];
  const separator = listSeparator(words.locale);
  const measures = keptMeasures(kpi, card, context).map(({ id, value }) => {
    const shown = value === null ? words.say('undefinedValue') : measureFigure(id, value, words);
    return words.say('keptMeasure', { measure: words.measureTitle(id), value: shown });
  });
  const without = words.say('kpiWithout', { excluded: excludedBy(rows, words), measures: measures.join(separator) });
  return [without, ...proratedNotes(rows, card, words)];
}

/** The same of a period that is not over: what is left of its measures is not known yet. */
export function excludedNotes(kpi: Pick<KpiResult, 'id'>, card: Scorecard, { kept }: ReportContext, words: Wording): string[] {
  const rows = kept?.get(kpi.id);
  if (rows === undefined) return [];
  return [words.say('kpiExcluded', { excluded: excludedBy(rows, words) }), ...proratedNotes(rows, card, words)];
}

type Kept = NonNullable<ReturnType<NonNullable<ReportContext['kept']>['get']>>;

function excludedBy({ exclusions }: Kept, words: Wording): string {
  return exclusions.map((event) => excludedWords(event, words)).join(listSeparator(words.locale));
}

function proratedNotes({ exclusions, days }: Kept, card: Scorecard, words: Wording): string[] {
  return exclusions.some(({ treatment }) => treatment.kind === 'prorate') ? [levelsOf(toDecimal(days), card, words)] : [];
}

function excludedWords({ treatment, file }: EventOf<'exclusion'>, words: Wording): string {
  if (treatment.kind === 'waive') return file;
  const window = windowWords(treatment.window);
  if (treatment.kind === 'prorate' || treatment.where === null) return words.say('excludedDays', { window, file });
  return words.say('excludedRows', { window, where: filterWords(treatment.where, words.locale), file });
}

/** Levels are written for a whole period. */
function levelsOf(days: string, { period }: Scorecard, words: Wording): string {
  const { term, calendar } = words.terms.contract;
  const of = termPeriods(term, calendar.every).find(({ id }) => id === period)?.daysInPeriod;
  return words.say('levelsOfDays', { days: plainFigure(days), of: of ?? words.say('undefinedValue') });
}
