import { type PeriodId, periodOf } from '../kernel/calendar.js';
import type { Issue } from '../kernel/issue.js';
import { inNoFile } from '../kernel/issue.js';
import { maturingOf } from '../outlook/maturity.js';
import { whyReached } from '../outlook/why.js';
import { isMissed } from '../outlook/why-kpi.js';
import { ShellError } from '../ports/failure.js';
import type { ReportContext } from '../report/report-context.js';
import type { LedgerEntry } from '../settlement/ledger-entry.js';
import type { Scorecard } from '../settlement/model.js';
import { eventsAsOf } from '../settlement/run.js';
import { runningOf } from '../settlement/running.js';
import { ownPart, settledSince } from '../settlement/settled-since.js';
import { timeline } from '../settlement/timeline.js';
import { issue } from '../words/issue.js';
import type { CommandContext } from './context.js';
import { hasErrors } from './issue-output.js';
import { briefOutlook, runWithOutlook } from './outlook-run.js';
import { reportContext, witnessesOf } from './report-context.js';
import type { ReadContract } from './repository.js';
import { asOfFor, type RunResult, runTogether, runUntil } from './settlement-run.js';

/** A period's scorecard with what it is read with, or why there is none. */
export type Scored =
  | {
      readonly card: Scorecard;
      readonly report: ReportContext;
      /** The statements before it, those among them that were settled in memory only. */
      readonly before: readonly LedgerEntry[];
    }
  | { readonly card: null; readonly issues: readonly Issue[] };

/** One period of a contract to be measured, or what is wrong with the one asked for. */
export interface ScoreAsked {
  readonly context: CommandContext;
  readonly contract: ReadContract;
  readonly period: ReturnType<typeof periodFor>;
  /** With what a running period may come to. */
  readonly outlook?: true;
}

/**
 * Measures periods now, all of them together; earlier ones that are not settled yet are settled in memory for it. The results are
 * in their order; a ShellError where the warehouse could not be asked.
 */
export async function scorePeriods(asked: readonly ScoreAsked[]): Promise<(Scored | ShellError)[]> {
  const runs = asked.map(({ context, contract, period, outlook }) => {
    if (typeof period !== 'string') return null;
    return outlook === true ? runWithOutlook(context, contract, period) : runUntil(context, contract, period);
  });
  const due = runs.flatMap((run) => run ?? []);
  const ran = await runTogether(due);
  const results = new Map(due.map((run, index) => [run, ran[index] ?? { entries: [], issues: [] }]));
  return asked.map(({ contract, period }, index) => {
    if (contract.folder === null) return { card: null, issues: contract.issues };
    if (typeof period !== 'string') return { card: null, issues: [period.issue] };
    const run = runs[index];
    const result = run == null ? undefined : results.get(run);
    if (result instanceof ShellError) return result;
    const scored = scoredFrom(contract, period, result ?? { entries: [], issues: [] });
    if (scored.card === null || run == null || result === undefined) return scored;
    return { ...scored, report: { ...scored.report, ...briefOutlook(run, period, result) } };
  });
}

function scoredFrom(contract: ReadContract, period: PeriodId, { entries, issues }: RunResult): Scored {
  const entry = entries.find((each) => each.statement.period === period);
  if (entry === undefined || hasErrors(issues)) return { card: null, issues };
  const before = [...contract.ledger, ...entries].filter((each) => each.statement.period < period);
  const whole = scorecardOf(entry);
  const settled = settledSince(whole, contract.ledger);
  const card = settled === null ? whole : ownPart(whole, entry.terms);
  const asked = {
    ...whyMissed(entry, before, contract),
    ...witnessesOf(contract.ledger.find(({ statement }) => statement.period === period)?.statement, contract.events),
    ...(settled === null ? stillMaturing(entry, before, contract) : { settled }),
  };
  return { card, report: { ...reportContext(entry, before, contract.events), ...asked }, before };
}

/** What moved with what, where a KPI of the period was missed. */
function whyMissed(entry: LedgerEntry, before: readonly LedgerEntry[], { events }: ReadContract): Pick<ReportContext, 'why'> {
  const { period, kpis } = entry.statement;
  if (!kpis.some(isMissed)) return {};
  const why = whyReached({ entries: [...before, entry], events, period, against: 'target' });
  return why === null ? {} : { why };
}

/** What the period may come to when all its data are in, from how earlier ones went on. */
function stillMaturing(entry: LedgerEntry, before: readonly LedgerEntry[], { events }: ReadContract): Pick<ReportContext, 'maturing'> {
  const maturing = maturingOf(entry.statement.period, { entries: [...before, entry], events });
  return maturing === null ? {} : { maturing };
}

/** The part of a statement that is a scorecard: what the period itself measured and pays. */
export function scorecardOf(entry: LedgerEntry): Scorecard {
  const { statement } = entry;
  const running = runningOf(entry);
  const { apiVersion, contract, period, from, to, currency, asOf, termsDigest, evidenceDigest } = statement;
  const { facts, measures, kpis, composite, compositeExact, compositeState, gates, watch, duties, reconcile, anomalies } = statement;
  const { lines, held, total } = statement;
  return {
    apiVersion,
    kind: 'Scorecard',
    contract,
    period,
    from,
    to,
    currency,
    asOf,
    termsDigest,
    evidenceDigest,
    facts,
    measures,
    kpis,
    composite,
    ...(compositeExact === undefined ? {} : { compositeExact }),
    compositeState,
    gates,
    ...(watch === undefined ? {} : { watch }),
    ...(duties === undefined ? {} : { duties }),
    reconcile,
    anomalies,
    lines,
    held,
    total,
    ...(running === null ? {} : { running }),
  };
}

type Chosen = PeriodId | { readonly issue: Issue };

/** The period to look at, or what is wrong with the one asked for. */
export function periodFor(context: CommandContext, contract: ReadContract, wanted: PeriodId | null): Chosen {
  if (contract.folder === null) return wanted ?? '';
  const { contract: terms } = contract.folder.terms;
  const asOf = asOfFor(context, terms.calendar.timezone);
  const { periods } = timeline(terms, eventsAsOf(contract.folder.events, asOf));
  const first = periods[0]?.id ?? '';
  const last = periods.at(-1)?.id ?? '';
  const period = wanted ?? clamp(periodOf(asOf, terms.calendar.every), first, last);
  if (periods.some((each) => each.id === period)) return period;
  const params = { found: period, contract: contract.id, expected: `${first} … ${last}` };
  return { issue: issue('unknown-period', inNoFile('period'), params) };
}

function clamp(period: PeriodId, first: PeriodId, last: PeriodId): PeriodId {
  if (period < first) return first;
  return period > last ? last : period;
}
