import { type PeriodId, periodOf } from '../kernel/calendar.js';
import { documentText } from '../kernel/canonical.js';
import type { Issue } from '../kernel/issue.js';
import type { ReportContext } from '../report/report-context.js';
import { renderScorecardMarkdown, renderScorecardTerminal } from '../report/scorecard.js';
import type { LedgerEntry } from '../settlement/ledger-entry.js';
import type { Scorecard, Statement } from '../settlement/model.js';
import { eventsAsOf } from '../settlement/run.js';
import { timeline } from '../settlement/timeline.js';
import { commandIssue } from './command-issue.js';
import type { CommandContext, CommandResult } from './context.js';
import { failed, hasErrors } from './issue-output.js';
import { reportContext } from './report-context.js';
import type { ReadContract } from './repository.js';
import { selectContract } from './select.js';
import { asOfFor, runInMemory } from './settlement-run.js';

export interface ScoreOptions {
  readonly contract: string;
  /** Null: the period that `asOf` lies in, or the last one. */
  readonly period: PeriodId | null;
}

/** `concord score`: measures one period now and prints its scorecard; writes nothing. */
export async function score(context: CommandContext, options: ScoreOptions): Promise<CommandResult> {
  const { contract, issues } = await selectContract(context, options.contract);
  if (contract === null) return failed(context, issues, new Map(), 2);
  const period = periodFor(context, contract, options.period);
  if (contract.folder === null) return failed(context, contract.issues, contract.texts);
  if (typeof period !== 'string') return failed(context, [period.issue], contract.texts, 2);
  const scored = await scorePeriod(context, contract, period);
  if (scored.card === null) return failed(context, scored.issues, contract.texts);
  return { exitCode: 0, output: scorecardOutput(context, scored) };
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

/** Measures one period now; earlier ones that are not settled yet are settled in memory for it. */
export async function scorePeriod(context: CommandContext, contract: ReadContract, period: PeriodId): Promise<Scored> {
  const run = await runInMemory(context, contract, period);
  const entry = run.entries.find((each) => each.statement.period === period);
  if (entry === undefined || hasErrors(run.issues)) return { card: null, issues: run.issues };
  const before = [...contract.ledger, ...run.entries].filter((each) => each.statement.period < period);
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
