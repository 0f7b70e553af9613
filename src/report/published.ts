import type { PublishedRow, PublishedRun, PublishedTable } from '../kernel/published-table.js';
import { EVIDENCE, SCORECARDS } from '../kernel/published-tables.js';
import { rational, toFixed } from '../kernel/rational.js';
import { localText } from '../kernel/text.js';
import type { LedgerEntry } from '../settlement/ledger-entry.js';
import type { Statement } from '../settlement/model.js';
import { csvText } from './csv-text.js';

/*
 * Settled results as flat rows, for dashboards of both parties. The ledger stays the record: ratios are rounded here to the
 * nine places that every engine's NUMERIC has.
 */

/** The rows of each settled period for a table, in the order of the ledger; periods without rows are left out. */
export function publishedRuns(table: PublishedTable, ledger: readonly LedgerEntry[]): PublishedRun[] {
  const rowsOf = table.id === SCORECARDS.id ? scorecardRows : table.id === EVIDENCE.id ? evidenceRows : statementRows;
  return ledger
    .map((entry) => ({
      contract: entry.statement.contract,
      period: entry.statement.period,
      run: entry.statement.run,
      rows: rowsOf(entry),
    }))
    .filter(({ rows }) => rows.length > 0);
}

function common({ contract, period, run, from, to, asOf, currency, digest }: Statement): PublishedRow {
  return { contract, period, run: String(run), period_start: from, period_end: to, as_of: asOf, currency, statement_digest: digest };
}

function scorecardRows({ statement, terms }: LedgerEntry): PublishedRow[] {
  const titles = new Map(terms.contract.kpis.map((kpi) => [kpi.id, kpi.title ?? kpi.id]));
  return statement.kpis.map((kpi) => {
    const title = titles.get(kpi.id) ?? kpi.id;
    return {
      ...common(statement),
      kpi: kpi.id,
      title_en: localText(title, 'en'),
      title_zh: localText(title, 'zh'),
      actual: nine(kpi.actual),
      threshold: nine(kpi.threshold),
      target: nine(kpi.target),
      stretch: nine(kpi.stretch),
      attainment: nine(kpi.attainment),
      score: nine(kpi.score),
      weight: nine(kpi.weight),
      state: kpi.state,
      composite: nine(statement.composite),
    };
  });
}

function statementRows({ statement }: LedgerEntry): PublishedRow[] {
  return statement.lines.map((line) => ({
    ...common(statement),
    line: line.id,
    kind: line.kind,
    state: line.state,
    amount: line.amount,
    computed: line.computed ?? null,
    claimed: line.claimed ?? null,
    reason: line.reason?.code ?? null,
    is_final: statement.final,
  }));
}

function evidenceRows({ statement, evidence }: LedgerEntry): PublishedRow[] {
  return evidence.periods.flatMap((measured) =>
    measured.measures.flatMap(({ id, rows, days, distinct }) => {
      const own = { ...common(statement), measured_period: measured.period, measure: id };
      const daily = days.map((each) => ({
        ...own,
        day: each.day,
        day_currency: each.currency ?? null,
        row_count: String(each.rows),
        value: nine(each.value ?? null),
      }));
      if (distinct === undefined) return daily;
      return [...daily, { ...own, day: null, day_currency: null, row_count: String(rows), value: nine(String(distinct)) }];
    }),
  );
}

/** A number as every engine's NUMERIC holds it. */
export function nine(text: string | null): string | null {
  if (text === null) return null;
  const fixed = toFixed(rational(text), 9).replace(/\.?0+$/, '');
  return fixed === '-0' ? '0' : fixed;
}

/** Rows as a CSV file with a header of the table's columns. */
export function publishedCsv({ columns }: PublishedTable, runs: readonly PublishedRun[]): string {
  const names = columns.map(({ name }) => name);
  return csvText([names, ...runs.flatMap(({ rows }) => rows.map((row) => names.map((name) => row[name])))]);
}
