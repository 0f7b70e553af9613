import type { ContractEvent } from '../contract/event-kinds/event-kinds.js';
import { type PeriodId, periodOf } from '../kernel/calendar.js';
import type { Issue } from '../kernel/issue.js';
import { inNoFile } from '../kernel/issue.js';
import { moneyText, zeroMoney } from '../kernel/money.js';
import { maturingOf } from '../outlook/maturity.js';
import { whyReached } from '../outlook/why.js';
import { isMissed } from '../outlook/why-kpi.js';
import { ShellError } from '../ports/failure.js';
import type { ReportContext } from '../report/report-context.js';
import type { ReportedScore } from '../report/scorecard-comment.js';
import { wrongSignsOf } from '../report/wrong-sign-words.js';
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
import { asOfFor } from './reckoned.js';
import { reportContext, witnessesOf } from './report-context.js';
import { type HeldContract, heldOf, type ReadContract } from './repository.js';
import { type Run, type RunResult, runUntil, tellEach, withoutBulk } from './settlement-run.js';

/** A period's scorecard with what it is read with, or why there is none. */
export type Scored =
  | {
      readonly card: Scorecard;
      readonly report: ReportContext;
      /** The period before it that was about days, as it is settled or, in memory only, would be; null where there is none. */
      readonly over: ReportedScore | null;
      /** Every period that has ended and is not settled, as it would be in memory only; oldest first. */
      readonly unsettled: readonly ReportedScore[];
    }
  | { readonly card: null; readonly issues: readonly Issue[] };

/** One period of a contract to be measured, or what is wrong with the one asked for. */
export interface ScoreAsked {
  readonly context: CommandContext;
  readonly contract: ReadContract;
  readonly period: ReturnType<typeof periodFor>;
  /** With what a running period may come to. */
  readonly outlook?: true;
  /** Reads the contract again: then no more is held of it than {@link heldOf} leaves, until it is measured. */
  readonly again?: () => Promise<ReadContract>;
}

/**
 * Measures periods now, all of them together; earlier ones that are not settled yet are settled in memory for it. The results are
 * in their order; a ShellError where the warehouse could not be asked.
 * @param asked each is taken when the one before it is planned.
 */
export async function scorePeriods(asked: Iterable<ScoreAsked> | AsyncIterable<ScoreAsked>): Promise<(Scored | ShellError)[]> {
  const scored: (Scored | ShellError)[] = [];
  const due = new Map<Run, { readonly period: PeriodId; readonly place: number }>();
  for await (const each of asked) {
    const { contract, period } = each;
    const place = scored.push({ card: null, issues: typeof period === 'string' ? contract.issues : [period.issue] }) - 1;
    if (typeof period === 'string' && contract.folder !== null) due.set(runOf(each, period), { period, place });
  }
  await tellEach([...due.keys()], (whole, result, run) => {
    const { period, place } = due.get(run) ?? { period: '', place: -1 };
    scored[place] = result instanceof ShellError ? result : scoredFrom(whole, period, result);
  });
  return scored;
}

function runOf({ context, contract, outlook, again }: ScoreAsked, period: PeriodId): Run {
  const planned = (read: ReadContract) => (outlook === true ? runWithOutlook : runUntil)(context, read, period);
  return again === undefined ? planned(contract) : withoutBulk(planned(contract), heldOf(contract), async () => planned(await again()));
}

function scoredFrom(run: Run, period: PeriodId, result: RunResult): Scored {
  const { contract } = run;
  const { entries, issues } = result;
  const entry = entries.find((each) => each.statement.period === period);
  if (entry === undefined || hasErrors(issues)) return { card: null, issues };
  const before = [...contract.ledger, ...entries].filter((each) => each.statement.period < period);
  const whole = scorecardOf(entry);
  const settled = settledSince(whole, contract.ledger);
  const card = settled === null ? whole : ownPart(whole, entry.terms, contract.ledger);
  const report: ReportContext = {
    ...reportContext(entry, before, contract.events),
    carried: entry.statement.carried.lines,
    ...whyMissed(settled === null ? entry : asOwed(entry, card), before, contract),
    ...witnessesOf(contract.ledger.find(({ statement }) => statement.period === period)?.statement, contract.events),
    signs: wrongSignsOf(entry),
    ...(settled === null ? stillMaturing(entry, before, contract) : { settled }),
    ...briefOutlook(run, period, result),
  };
  return { card, report, over: lastOver(before, contract.events), unsettled: unsettledOf(entries, contract) };
}

function unsettledOf(entries: readonly LedgerEntry[], { ledger, events }: HeldContract): ReportedScore[] {
  const settled = new Set(ledger.map(({ statement }) => statement.period));
  return entries.flatMap((entry, index) => {
    const { to, asOf, period } = entry.statement;
    if (to === null || to >= asOf || settled.has(period)) return [];
    const before = [...ledger, ...entries.slice(0, index)];
    return [{ card: entry.statement, context: { ...reportContext(entry, before, events), preview: true } }];
  });
}

/** The newest statement that was about days: a tail has no KPIs. */
export function lastOver(statements: readonly LedgerEntry[], events: readonly ContractEvent[]): ReportedScore | null {
  const index = statements.findLastIndex(({ statement }) => !statement.tail);
  const entry = statements[index];
  return entry === undefined ? null : { card: entry.statement, context: reportContext(entry, statements.slice(0, index), events) };
}

/** A period measured again with its lines as they are owed: a dispute of one that falls due whole sets nothing of it aside. */
function asOwed(entry: LedgerEntry, { period, currency, lines }: Scorecard): LedgerEntry {
  const aside = new Set(lines.flatMap(({ id, state }) => (state === 'disputed' ? [id] : [])));
  const nothing = moneyText(zeroMoney(currency));
  const disputes = entry.statement.disputes.map((each) =>
    each.period === period && !aside.has(each.line) ? { ...each, setAside: nothing } : each,
  );
  return { ...entry, statement: { ...entry.statement, lines, disputes } };
}

/** What moved with what, where a KPI of the period was missed. */
function whyMissed(entry: LedgerEntry, before: readonly LedgerEntry[], { events }: HeldContract): Pick<ReportContext, 'why'> {
  const { period, kpis } = entry.statement;
  if (!kpis.some(isMissed)) return {};
  const why = whyReached({ entries: [...before, entry], events, period, against: 'target' });
  return why === null ? {} : { why };
}

/** What the period may come to when all its data are in, from how earlier ones went on. */
function stillMaturing(entry: LedgerEntry, before: readonly LedgerEntry[], { events }: HeldContract): Pick<ReportContext, 'maturing'> {
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
