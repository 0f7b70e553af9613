import { dayTotals, vocabulary } from '../../attainment/measures.js';
import type { EvidenceDay, EvidencePeriod } from '../../evidence/model.js';
import { type Rational, rational, sum, toDecimal, toExact } from '../../kernel/rational.js';
import { evidenceIn } from '../../settlement/ledger-entry.js';
import type { Wording } from '../wording.js';
import { dateCell, type FlatColumn, flatSheet, textCell, withExact, withExactColumn } from './flat-sheet.js';
import { type Cell, columnName, type WorkSheet } from './model.js';
import { type Page, pageWords, type Scene } from './pages.js';

/** The days of one measure in one period, and what they are to add up to. */
export interface DailySum {
  /** The measure's title. */
  readonly measure: string;
  readonly period: string;
  /** The cells of its converted values. */
  readonly range: string;
  /** What the engine measured. */
  readonly value: string;
  readonly holds: boolean;
}

const CONVERTED_COLUMN = 10;

/** Every day of every measure as it was measured, converted at the rate of that day. A distinct count has rows, and no value of a day. */
export function dailySheet(scene: Scene): { readonly sheet: WorkSheet; readonly sums: readonly DailySum[] } {
  const { say, pages, locale } = scene;
  const columns: FlatColumn[] = [
    { title: say('column.contract') },
    { title: say('period') },
    { title: say('column.measure') },
    { title: say('column.measure-title') },
    { title: say('column.day') },
    { title: say('column.rows') },
    { title: say('currency') },
    ...withExactColumn(say('column.value'), say),
    { title: say('column.rate') },
    ...withExactColumn(say('column.converted'), say),
  ];
  const rows: (Cell | null)[][] = [];
  const sums: DailySum[] = [];
  for (const page of pages) {
    const { entry } = page;
    const evidence = evidenceIn(entry, entry.statement.period);
    const words = pageWords(page, locale);
    for (const measure of evidence?.measures ?? []) {
      if (evidence === null) continue;
      const days = daysOf(page, evidence, measure.id);
      const from = rows.length + 2;
      rows.push(...days.map((day) => rowOf(day, measure.id, page, words)));
      const value = entry.statement.measures[measure.id] ?? null;
      // A distinct count does not add up, and what is not known is nothing to compare with.
      if (value === null || measure.distinct !== undefined || days.length === 0) continue;
      const total = sum(days.flatMap(({ converted }) => converted ?? []));
      const column = columnName(CONVERTED_COLUMN);
      const range = `${column}${from}:${column}${rows.length + 1}`;
      sums.push({
        measure: words.measureTitle(measure.id),
        period: entry.statement.period,
        range,
        value,
        holds: toDecimal(total) === value,
      });
    }
  }
  return { sheet: flatSheet(say('sheet.daily'), columns, rows, [2, 4]), sums };
}

interface Day {
  readonly of: EvidenceDay;
  readonly rate: string | null;
  /** Null where it has no value, or no rate. */
  readonly converted: Rational | null;
}

function daysOf({ entry }: Page, evidence: EvidencePeriod, id: string): Day[] {
  const { contract, definitions } = entry.terms;
  const measure = evidence.measures.find((each) => each.id === id);
  if (measure === undefined) return [];
  const totals = [...dayTotals(measure, vocabulary(contract, definitions), evidence)];
  return measure.days.map((of) => {
    const total = of.value === undefined ? undefined : totals.shift();
    const isForeign = of.currency !== undefined && of.currency !== contract.currency;
    const rate = isForeign ? evidence.rates.find(({ currency, day }) => currency === of.currency && day === of.day) : undefined;
    return { of, rate: rate?.rate ?? null, converted: total !== undefined && 'value' in total ? total.value : null };
  });
}

function rowOf({ of, rate, converted }: Day, measure: string, { entry }: Page, words: Wording): (Cell | null)[] {
  const { statement } = entry;
  const value = of.value === undefined ? null : rational(of.value);
  return [
    textCell(statement.contract),
    textCell(statement.period),
    textCell(measure),
    textCell(words.measureTitle(measure)),
    dateCell(of.day),
    { number: String(of.rows) },
    textCell(of.currency ?? null),
    ...exactly(value),
    textCell(rate),
    ...exactly(converted),
  ];
}

function exactly(value: Rational | null): (Cell | null)[] {
  return value === null ? [null, null] : withExact(toDecimal(value), undefined, toExact(value));
}
