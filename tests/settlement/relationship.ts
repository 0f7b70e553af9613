import type { ContractEvent } from '../../src/contract/event-kinds/event-kinds.js';
import { loadContract } from '../../src/contract/load-contract.js';
import type { Terms } from '../../src/contract/model.js';
import type { Evidence, EvidencePeriod } from '../../src/evidence/model.js';
import { addDays, type LocalDate, type PeriodId } from '../../src/kernel/calendar.js';
import { calendarOf } from '../../src/query/build.js';
import type { LedgerEntry } from '../../src/settlement/ledger-entry.js';
import type { planMeasurement } from '../../src/settlement/measurement.js';
import type { Line, Statement } from '../../src/settlement/model.js';
import { planRun, settleRun } from '../../src/settlement/run.js';
import { type RenderStatement, sealStatement } from '../../src/settlement/seal-statement.js';

type Json = Readonly<Record<string, unknown>>;

/** Measured sums by measure and period, of the first day or, in a list, of each day in turn; null: the fact is stale. */
export type Values = Readonly<Record<PeriodId, Readonly<Record<string, string | null | readonly string[]>>>>;

const CONTRACT: Json = {
  apiVersion: 'concord/v1',
  kind: 'Contract',
  id: 'test-relationship',
  title: 'Test',
  stage: 'live',
  parties: { brand: { name: 'Brand', signatories: ['alice'] }, provider: { name: 'Agency', signatories: ['bob'] } },
  data: { owner: 'brand', providerUse: 'during_term' },
  term: { from: '2026-01-01', to: '2026-12-31' },
  calendar: { every: 'month', timezone: 'UTC', lockAfterDays: 5, trueUpPeriods: 3 },
  currency: 'USD',
  rounding: 'half_even',
  acceptance: { days: 10, silence: 'accepts' },
  disputes: { days: 30, expert: 'An expert' },
  holds: { maxPeriods: 3 },
  kpis: [{ id: 'gmv', metric: 'gmv', owner: 'provider', better: 'higher', weight: '100%', target: 10000 }],
  composite: { rule: 'weighted_mean', minWeightLeft: '50%' },
  payment: { dueDays: 15 },
  exit: { noticeDays: 30, handoverDays: 15, checklist: ['data_export'] },
};

const SALES = { table: 'shop.sales', grain: ['id'], custodian: 'brand' };
const ADS = { table: 'shop.ads', grain: ['id'], custodian: 'provider' };

/** Definitions with a flow `gmv` (the brand's data), and `roas` over the provider's ads where asked for. */
export function definitions(ads: boolean): Json {
  const revenue = { definition: 'paid orders', of: 'sales', sum: 'amount', when: 'ts' };
  const spend = { definition: 'ad cost', of: 'ads', sum: 'cost', when: 'ts' };
  const gmv = { title: 'GMV', formula: 'revenue', unit: 'money', type: 'flow' };
  const roas = { title: 'ROAS', formula: 'revenue / spend', unit: 'number', type: 'ratio' };
  return {
    facts: ads ? { sales: SALES, ads: ADS } : { sales: SALES },
    measures: ads ? { revenue, spend } : { revenue },
    metrics: ads ? { gmv, roas } : { gmv },
  };
}

/** A contract of the test relationship with some clauses of its own, checked as any other. */
export function relationship(clauses: Json, words: Json = definitions(false), events: Readonly<Record<string, Json>> = {}) {
  const folder = 'contracts/test-relationship';
  const files = new Map([
    [`${folder}/contract.yaml`, JSON.stringify({ ...CONTRACT, ...clauses }, null, 1)],
    [`${folder}/definitions.yaml`, JSON.stringify(words, null, 1)],
    ...Object.entries(events).map(([file, event]) => [`${folder}/events/${file}`, JSON.stringify(event)] as const),
  ]);
  const { folder: loaded, issues } = loadContract('test-relationship', files);
  if (loaded === null) throw new Error(JSON.stringify(issues));
  return { terms: loaded.terms, events: loaded.events };
}

function evidencePeriod(
  terms: Terms,
  request: { period: PeriodId; inForce: { from: LocalDate; to: LocalDate }; termsDigest: string; exclusions: readonly { file: string }[] },
  values: Values,
): EvidencePeriod {
  const sums = values[request.period] ?? {};
  const stale = (fact: string) => terms.definitions.measures.some((measure) => measure.of === fact && sums[measure.id] === null);
  return {
    period: request.period,
    inForce: request.inForce,
    calendar: calendarOf({ terms, inForce: request.inForce }),
    terms: request.termsDigest,
    exclusions: request.exclusions.map((event) => event.file),
    facts: terms.definitions.facts.map((fact) => ({
      id: fact.id,
      freshAt: '2099-01-01T00:00:00Z',
      complete: !stale(fact.id),
      scans: [{ column: 'ts', rows: 1, nullWhen: 0, duplicateKeys: 0, repeatedKeys: [] }],
    })),
    measures: terms.definitions.measures.map((measure) => ({
      id: measure.id,
      rows: 1,
      nulls: 0,
      days: [sums[measure.id] ?? '0'].flat().map((value, at) => ({ day: addDays(request.inForce.from, at), rows: 1, value })),
    })),
    variants: [],
    rates: [],
  };
}

/** One settlement day: everything due is settled on these values. */
export interface Day {
  readonly asOf: LocalDate;
  readonly values: Values;
  readonly terms?: Terms;
}

/** Settles day by day as the CLI does, each statement on the ledger so far. */
export function settleDays(
  terms: Terms,
  events: readonly ContractEvent[],
  days: readonly Day[],
  render: RenderStatement = () => '',
  before: readonly LedgerEntry[] = [],
): LedgerEntry[] {
  const ledger: LedgerEntry[] = [...before];
  for (const day of days) {
    const input = { terms: day.terms ?? terms, events, ledger: [...ledger], asOf: day.asOf };
    const slice = (period: PeriodId, request: ReturnType<typeof planMeasurement>): Evidence => ({
      apiVersion: 'concord/v1',
      kind: 'Evidence',
      contract: request.contract,
      period,
      asOf: day.asOf,
      periods: request.periods.map((each) => evidencePeriod(each.terms, each, day.values)),
      spans: [],
    });
    const from = { engine: 'test', warehouse: 'none', commit: null, jobs: [] };
    ledger.push(...settleRun(input, planRun(input, null), slice, (body, of, before) => sealStatement(body, of, before, render, from)));
  }
  return ledger;
}

export function statementOf(ledger: readonly LedgerEntry[], period: PeriodId): Statement {
  const found = ledger.find((entry) => entry.statement.period === period);
  if (found === undefined) throw new Error(`no statement of ${period}`);
  return found.statement;
}

/** The lines of a statement as `id amount` (with the state unless payable), in order. */
export function linesOf(statement: Statement): string[] {
  return statement.lines.map((line: Line) => `${line.id} ${line.amount}${line.state === 'payable' ? '' : ` ${line.state}`}`);
}
