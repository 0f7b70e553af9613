import type { PeriodId } from '../kernel/calendar.js';
import { documentText } from '../kernel/canonical.js';
import { commandText } from '../kernel/catalogue/command-text.js';
import { compareIssues, type Issue } from '../kernel/issue.js';
import type { ReportContext } from '../report/report-context.js';
import { renderStatementMarkdown, renderStatementTerminal } from '../report/statement.js';
import type { LedgerEntry } from '../settlement/ledger-entry.js';
import { replayLedger } from '../settlement/replay.js';
import { eventsAsOf } from '../settlement/run.js';
import { ledgerTexts } from '../settlement/seal-statement.js';
import { targetAfter, timeline } from '../settlement/timeline.js';
import { commandIssue } from './command-issue.js';
import type { CommandContext, CommandResult } from './context.js';
import { failed, hasErrors, issuesOutput } from './issue-output.js';
import { replayTools } from './replay-proposed.js';
import { ledgerRenderer, reportContext } from './report-context.js';
import type { ReadContract } from './repository.js';
import { selectContracts } from './select.js';
import { asOfFor, raised, runTogether, runUntil } from './settlement-run.js';

export interface SettleOptions {
  readonly contract: string | null;
  /** Settle no further than this period; with `preview`, look at it although it is not due. */
  readonly period: PeriodId | null;
  /** Write nothing. */
  readonly preview: boolean;
}

export interface Settled {
  readonly contract: ReadContract;
  readonly entries: readonly LedgerEntry[];
  readonly issues: readonly Issue[];
}

/** `concord settle`: settles what is due and writes the ledger; asked again, it changes nothing. */
export async function settleDue(context: CommandContext, options: SettleOptions): Promise<CommandResult> {
  const { contracts, issues: missing } = await selectContracts(context, options.contract);
  if (missing.length > 0) return failed(context, missing, new Map(), 2);
  const results = await settleContracts(context, contracts, options);
  const issues = results.flatMap((result) => result.issues);
  const texts = new Map(contracts.flatMap((contract) => [...contract.texts]));
  const misused = issues.some((issue) => issue.code === 'unknown-period');
  const exitCode = misused ? 2 : hasErrors(issues) ? 1 : 0;
  const entries = results.flatMap((result) => result.entries);
  if (context.format === 'json') {
    const found = issues.length === 0 ? {} : { issues: issues.map(({ code, severity, at, params }) => ({ code, severity, at, params })) };
    const errors = issues.length === 0 ? {} : { errors: issuesOutput(context, issues, texts, 'pretty') };
    return { exitCode, output: documentText({ statements: entries.map((entry) => entry.statement), ...found }), ...errors };
  }
  const output = results.flatMap((result) => pages(context, result, options.preview)).join('\n');
  const nothing = entries.length === 0 && issues.length === 0 ? nothingDue(context, contracts) : '';
  const errors = issues.length === 0 ? {} : { errors: issuesOutput(context, [...issues].sort(compareIssues), texts) };
  return { exitCode, output: `${output}${nothing}`, ...errors };
}

/** That nothing is due, and what will be next in each contract that goes on. */
function nothingDue(context: CommandContext, contracts: readonly ReadContract[]): string {
  const next = contracts.flatMap((contract) => {
    const last = contract.ledger.at(-1)?.statement;
    if (contract.folder === null || last?.final === true) return [];
    const { terms, events } = contract.folder;
    const asOf = asOfFor(context, terms.contract.calendar.timezone);
    const target = targetAfter(terms.contract, timeline(terms.contract, eventsAsOf(events, asOf)), last?.period ?? null);
    if (target === null) return [];
    return [commandText('next-due', context.locale, { contract: contract.id, period: target.period, dueOn: target.dueOn })];
  });
  return `${[commandText('nothing-due', context.locale), ...next].join('\n')}\n`;
}

/**
 * Settles contracts, measured together, and, but for a preview, writes what was settled.
 * @throws ShellError where the warehouse refuses: then nothing is written.
 */
export async function settleContracts(
  context: CommandContext,
  contracts: readonly ReadContract[],
  options: SettleOptions,
): Promise<Settled[]> {
  const asked = contracts.map((contract) => {
    const issues = whyNot(context, contract, options);
    const until = options.preview ? previewUntil(context, contract, options.period) : null;
    return { contract, issues, run: issues.length > 0 ? null : runUntil(context, contract, until) };
  });
  const runs = asked.flatMap(({ run }) => run ?? []);
  const ran = await runTogether(runs);
  const found = new Map(runs.map((run, index) => [run, raised(ran[index] ?? { entries: [], issues: [] })]));
  const results: Settled[] = [];
  for (const { contract, issues, run } of asked) {
    const result = run === null ? undefined : found.get(run);
    if (result === undefined || hasErrors(result.issues)) {
      results.push({ contract, entries: [], issues: result?.issues ?? issues });
      continue;
    }
    const last = options.period;
    const entries = last === null ? result.entries : result.entries.filter((entry) => entry.statement.period <= last);
    if (!options.preview) await writeLedger(context, contract, entries);
    results.push({ contract, entries, issues: result.issues });
  }
  return results;
}

function whyNot(context: CommandContext, contract: ReadContract, { period, preview }: SettleOptions): readonly Issue[] {
  const obstacles = obstaclesTo(contract, context.version);
  if (obstacles.length > 0 || period === null) return obstacles;
  const refused = refusal(context, contract, period, preview);
  return refused === null ? [] : [refused];
}

/** Why nothing can be settled on a contract as it stands: it has errors, or its ledger does not replay. */
export function obstaclesTo({ folder, issues, ledgerFolders }: ReadContract, engine: string): readonly Issue[] {
  return folder === null ? issues : replayLedger(ledgerFolders, replayTools(folder.events, engine)).issues;
}

/** A preview goes up to the period asked for, or the running one; after the term it shows what is due. */
function previewUntil(context: CommandContext, contract: ReadContract, wanted: PeriodId | null): PeriodId | null {
  if (wanted !== null || contract.folder === null) return wanted;
  const { contract: terms } = contract.folder.terms;
  const asOf = asOfFor(context, terms.calendar.timezone);
  const { periods, end } = timeline(terms, eventsAsOf(contract.folder.events, asOf));
  const running = periods.find((period) => period.inForce.from <= asOf && asOf <= period.inForce.to);
  return asOf > end ? null : (running?.id ?? null);
}

/** Why a period cannot be settled on its own; null where it can. */
function refusal(context: CommandContext, contract: ReadContract, period: PeriodId, preview: boolean): Issue | null {
  if (contract.folder === null) return null;
  const { terms, events } = contract.folder;
  const asOf = asOfFor(context, terms.contract.calendar.timezone);
  const path = `contracts/${contract.id}/contract.yaml`;
  if (contract.ledger.some((entry) => entry.statement.period === period)) {
    return commandIssue('period-settled', path, { period, contract: contract.id });
  }
  const line = timeline(terms.contract, eventsAsOf(events, asOf));
  let last = contract.ledger.at(-1)?.statement.period ?? null;
  for (let step = 0; step < 2000; step++) {
    const target = targetAfter(terms.contract, line, last);
    if (target === null || target.period > period) break;
    if (target.period === period) {
      const due = preview || target.dueOn <= asOf;
      return due ? null : commandIssue('period-not-due', path, { period, contract: contract.id, dueOn: target.dueOn, asOf });
    }
    last = target.period;
  }
  const expected = `${line.periods[0]?.id ?? ''} … ${line.periods.at(-1)?.id ?? ''}`;
  return commandIssue('unknown-period', path, { found: period, contract: contract.id, expected });
}

/** Writes new periods only; statement.json comes last, so that an interrupted write is found by verify. */
async function writeLedger(context: CommandContext, contract: ReadContract, entries: readonly LedgerEntry[]): Promise<void> {
  const before = [...contract.ledger];
  const render = ledgerRenderer(contract.events);
  for (const entry of entries) {
    const texts = ledgerTexts(entry, before, render);
    const folder = `contracts/${contract.id}/ledger/${entry.statement.period}`;
    for (const [file, text] of [...texts].sort(([a], [b]) => Number(a === 'statement.json') - Number(b === 'statement.json'))) {
      await context.files.write(`${folder}/${file}`, text);
    }
    before.push(entry);
  }
}

function pages(context: CommandContext, { contract, entries }: Settled, preview: boolean): string[] {
  return entries.map((entry, index) => {
    const read = reportContext(entry, [...contract.ledger, ...entries.slice(0, index)], contract.events);
    const report: ReportContext = preview ? { ...read, preview } : read;
    if (context.format === 'markdown') return renderStatementMarkdown(entry.statement, report, context.locale);
    const { locale, color, width } = context;
    const { period } = entry.statement;
    const path = `contracts/${contract.id}/ledger/${period}/`;
    const where = preview ? commandText('preview-only', locale) : commandText('settled-written', locale, { period, path });
    return `${renderStatementTerminal(entry.statement, report, { locale, color, width })}\n${where}\n`;
  });
}
