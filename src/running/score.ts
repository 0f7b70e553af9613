import { type PeriodId, periodOf } from '../kernel/calendar.js';
import { documentText } from '../kernel/canonical.js';
import { compareIssues, type Issue } from '../kernel/issue.js';
import { ShellError } from '../ports.js';
import type { ReportContext } from '../report/report-context.js';
import { renderScorecardMarkdown, renderScorecardTerminal } from '../report/scorecard.js';
import type { LedgerEntry } from '../settlement/ledger-entry.js';
import type { Scorecard, Statement } from '../settlement/model.js';
import { eventsAsOf } from '../settlement/run.js';
import { timeline } from '../settlement/timeline.js';
import { commandIssue } from './command-issue.js';
import type { CommandContext, CommandResult } from './context.js';
import { failed, hasErrors, issuesOutput } from './issue-output.js';
import { reportContext } from './report-context.js';
import type { ReadContract } from './repository.js';
import { selectContracts } from './select.js';
import { asOfFor, type RunResult, runTogether, runUntil } from './settlement-run.js';

export interface ScoreOptions {
  /** Null: all contracts. */
  readonly contract: string | null;
  /** Null: the period that `asOf` lies in, or the last one. */
  readonly period: PeriodId | null;
}

/** `concord score`: measures one period of a contract, or of each, now and prints its scorecard; writes nothing. */
export async function score(context: CommandContext, options: ScoreOptions): Promise<CommandResult> {
  const { contracts, issues } = await selectContracts(context, options.contract);
  if (issues.length > 0) return failed(context, issues, new Map(), 2);
  const scored = await scorePeriods(
    contracts.map((contract) => ({ context, contract, period: periodFor(context, contract, options.period) })),
  );
  const cards = scored.flatMap((each) => (each instanceof ShellError || each.card === null ? [] : [each]));
  const failure = scored.find((each) => each instanceof ShellError);
  if (failure instanceof ShellError) throw failure;
  const found = scored.flatMap((each) => (each instanceof ShellError || each.card !== null ? [] : each.issues));
  const texts = new Map(contracts.flatMap((contract) => [...contract.texts]));
  const misused = found.some(({ code }) => code === 'unknown-period') ? 2 : 1;
  if (options.contract !== null) {
    const [card] = cards;
    return card === undefined ? failed(context, found, texts, misused) : { exitCode: 0, output: scorecardOutput(context, card) };
  }
  const errors = found.length === 0 ? {} : { errors: issuesOutput(context, [...found].sort(compareIssues), texts, 'pretty') };
  const output =
    context.format === 'json'
      ? documentText({ scorecards: cards.map(({ card }) => card) })
      : cards.map((each) => scorecardOutput(context, each)).join('\n');
  return { exitCode: found.length === 0 ? 0 : misused, output, ...errors };
}

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
}

/**
 * Measures periods now, all of them together; earlier ones that are not settled yet are settled in memory for it. The results are
 * in their order; a ShellError where the warehouse could not be asked.
 */
export async function scorePeriods(asked: readonly ScoreAsked[]): Promise<(Scored | ShellError)[]> {
  const runs = asked.map(({ context, contract, period }) => (typeof period === 'string' ? runUntil(context, contract, period) : null));
  const due = runs.flatMap((run) => run ?? []);
  const ran = await runTogether(due);
  const results = new Map(due.map((run, index) => [run, ran[index] ?? { entries: [], issues: [] }]));
  return asked.map(({ contract, period }, index) => {
    if (contract.folder === null) return { card: null, issues: contract.issues };
    if (typeof period !== 'string') return { card: null, issues: [period.issue] };
    const run = runs[index];
    const result = run == null ? undefined : results.get(run);
    if (result instanceof ShellError) return result;
    return scoredFrom(contract, period, result ?? { entries: [], issues: [] });
  });
}

function scoredFrom(contract: ReadContract, period: PeriodId, { entries, issues }: RunResult): Scored {
  const entry = entries.find((each) => each.statement.period === period);
  if (entry === undefined || hasErrors(issues)) return { card: null, issues };
  const before = [...contract.ledger, ...entries].filter((each) => each.statement.period < period);
  return { card: scorecardOf(entry.statement), report: reportContext(entry, before, contract.events), before };
}

function scorecardOutput(context: CommandContext, { card, report }: Extract<Scored, { readonly report: ReportContext }>): string {
  if (context.format === 'json') return documentText(card);
  if (context.format === 'markdown') return renderScorecardMarkdown(card, report, context.locale);
  return renderScorecardTerminal(card, report, { locale: context.locale, color: context.color, width: context.width });
}

/** The part of a statement that is a scorecard: what the period itself measured and pays. */
export function scorecardOf(statement: Statement): Scorecard {
  const { apiVersion, contract, period, from, to, currency, asOf, termsDigest, evidenceDigest } = statement;
  const { facts, measures, kpis, composite, compositeExact, compositeState, gates, reconcile, anomalies, lines, held, total } = statement;
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
    reconcile,
    anomalies,
    lines,
    held,
    total,
  };
}

type Chosen = PeriodId | { readonly issue: ReturnType<typeof commandIssue> };

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
  return { issue: commandIssue('unknown-period', `contracts/${contract.id}/contract.yaml`, params) };
}

function clamp(period: PeriodId, first: PeriodId, last: PeriodId): PeriodId {
  if (period < first) return first;
  return period > last ? last : period;
}
