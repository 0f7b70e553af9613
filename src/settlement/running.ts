import { vocabulary } from '../attainment/measures.js';
import { type RunningValue, runningValue } from '../attainment/running.js';
import { daysInclusive } from '../kernel/calendar.js';
import { numberField } from '../kernel/number-field.js';
import { evidenceIn, type LedgerEntry } from './ledger-entry.js';
import type { Running, RunningResult } from './model.js';

/**
 * What a period that is not over has come to, each KPI and watched metric through the last day that its data covers. Null for a period that is
 * over as of the statement's date, and for a tail. Nothing is scored, held or owed by it.
 */
export function runningOf({ statement, evidence, terms }: LedgerEntry): Running | null {
  const { period, from, to, asOf, kpis, gates } = statement;
  const measured = evidenceIn({ evidence }, period);
  if (measured === null || from === null || to === null || asOf > to) return null;
  const { contract, definitions } = terms;
  const words = vocabulary(contract, definitions);
  const toDate = (metric: string, kpi: string | null) => runningValue(words, measured, definitions.reconcile, evidence.spans, metric, kpi);
  const result = (metric: string, { through, value }: RunningValue): RunningResult => ({
    metric,
    through,
    daysGone: through === null ? 0 : daysInclusive(from, through),
    ...numberField('value', value.known ? value.value : null),
    reasons: value.known ? [] : value.causes.map(({ reason }) => reason),
  });
  return {
    days: daysInclusive(from, to),
    kpis: kpis.map(({ id, metric, target }) => ({ id, target, ...result(metric, toDate(metric, id)) })),
    gates: gates.map(({ id, metric, value }) => ({ id, target: value, ...result(metric, toDate(metric, null)) })),
    watch: (contract.watch ?? []).map((metric) => result(metric, toDate(metric, null))),
  };
}
