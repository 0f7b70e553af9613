import { periodFolder } from '../contract/paths.js';
import type { PeriodId } from '../kernel/calendar.js';
import type { Issue } from '../kernel/issue.js';
import { inNoFile } from '../kernel/issue.js';
import type { History } from '../ports/files.js';
import { computedWhileFrozen } from '../settlement/computed-twice.js';
import { causesOf } from '../settlement/findings.js';
import type { LedgerEntry } from '../settlement/ledger-entry.js';
import { replayLedger } from '../settlement/replay.js';
import { eventsAsOf } from '../settlement/run.js';
import { ledgerTexts } from '../settlement/seal-statement.js';
import { targetAfter, timeline } from '../settlement/timeline.js';
import { issue } from '../words/issue.js';
import type { CommandContext } from './context.js';
import { hasErrors } from './issue-output.js';
import { asCommitted, changedHere, withdrawnHere } from './local-ledger.js';
import { asOfFor } from './reckoned.js';
import { replayTools } from './replay-proposed.js';
import { ledgerRenderer } from './report-context.js';
import { type HeldContract, heldOf, type ReadContract, readContract } from './repository.js';
import { type Run, raised, runUntil, tellEach, withoutBulk } from './settlement-run.js';

export interface SettleOptions {
  readonly contract: string | null;
  /** Settle no further than this period; with `preview`, look at it although it is not due. */
  readonly period: PeriodId | null;
  /** Write nothing. */
  readonly preview: boolean;
  /** What is settled by the commit that is checked out; absent without git. */
  readonly history?: History;
}

export interface Settled {
  readonly contract: HeldContract;
  readonly entries: readonly LedgerEntry[];
  /** Of each entry what frozen lines come to: computed while the evidence of the statements before it was there. */
  readonly frozenAt: readonly ReadonlyMap<string, string>[];
  readonly issues: readonly Issue[];
}

/**
 * Settles contracts, measured together, and, but for a preview, writes what was settled. Of several, one after the other is read whole:
 * all of them would be much memory.
 * @throws ShellError where the warehouse refuses: then nothing is written.
 */
export async function settleContracts(context: CommandContext, ids: readonly string[], options: SettleOptions): Promise<Settled[]> {
  const asked: {
    readonly contract: HeldContract;
    readonly issues: readonly Issue[];
    /** What stops nothing. */
    readonly withdrawn: readonly Issue[];
    readonly run: Run | null;
  }[] = [];
  for (const id of ids) {
    const contract = await asCommitted(options.history ?? null, await readContract(context.files, id), changedHere);
    const withdrawn = await withdrawnHere(options.history ?? null, contract);
    const issues = whyNot(context, contract, options);
    const until = options.preview ? previewUntil(context, contract, options.period) : null;
    const again = async () => runUntil(context, await readContract(context.files, id), until);
    const planned = issues.length > 0 ? null : runUntil(context, contract, until);
    const held = heldOf(contract);
    asked.push({
      contract: held,
      issues,
      withdrawn,
      run: planned === null || ids.length === 1 ? planned : withoutBulk(planned, held, again),
    });
  }
  const runs = asked.flatMap(({ run }) => run ?? []);
  const ran = await tellEach(runs, (whole, result) => ({ ...raised(result), frozenAt: frozenIn(whole, raised(result).entries) }));
  const found = new Map(runs.map((run, index) => [run, ran[index]]));
  const results: Settled[] = [];
  for (const { contract, issues, withdrawn, run } of asked) {
    const result = run === null ? undefined : found.get(run);
    if (result === undefined || hasErrors(result.issues)) {
      results.push({ contract, entries: [], frozenAt: [], issues: result?.issues ?? issues });
      continue;
    }
    const last = options.period;
    const entries = last === null ? result.entries : result.entries.filter((entry) => entry.statement.period <= last);
    if (!options.preview) await writeLedger(context, contract, entries);
    results.push({ contract, entries, frozenAt: result.frozenAt, issues: [...result.issues, ...withdrawn] });
  }
  return results;
}

function frozenIn({ contract, input }: Run, entries: readonly LedgerEntry[]): ReadonlyMap<string, string>[] {
  const before = input?.ledger ?? [];
  return entries.map((entry, at) => computedWhileFrozen(entry, [...before, ...entries.slice(0, at)], contract.events));
}

function whyNot(context: CommandContext, contract: ReadContract, { period, preview }: SettleOptions): readonly Issue[] {
  const obstacles = obstaclesTo(contract, context.version);
  if (obstacles.length > 0 || period === null) return obstacles;
  const refused = refusal(context, contract, period, preview);
  return refused === null ? [] : [refused];
}

/** Why nothing can be settled on a contract as it stands: it has errors, or its ledger does not replay. */
export function obstaclesTo(contract: ReadContract, engine: string): readonly Issue[] {
  const { folder, issues, ledgerFolders } = contract;
  return folder === null ? issues : causesOf(replayLedger(ledgerFolders, replayTools(contract, engine)).issues);
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
  if (contract.ledger.some((entry) => entry.statement.period === period)) {
    return issue('period-settled', inNoFile('period'), { period, contract: contract.id });
  }
  const line = timeline(terms.contract, eventsAsOf(events, asOf));
  let last = contract.ledger.at(-1)?.statement.period ?? null;
  for (let step = 0; step < 2000; step++) {
    const target = targetAfter(terms.contract, line, last);
    if (target === null || target.period > period) break;
    if (target.period === period) {
      const due = preview || target.dueOn <= asOf;
      return due ? null : issue('period-not-due', inNoFile('period'), { period, contract: contract.id, dueOn: target.dueOn, asOf });
    }
    last = target.period;
  }
  const expected = `${line.periods[0]?.id ?? ''} … ${line.periods.at(-1)?.id ?? ''}`;
  return issue('unknown-period', inNoFile('period'), { found: period, contract: contract.id, expected });
}

/** Writes new periods only; statement.json comes last, so that an interrupted write is found by verify. */
async function writeLedger(context: CommandContext, contract: HeldContract, entries: readonly LedgerEntry[]): Promise<void> {
  const before = [...contract.ledger];
  const render = ledgerRenderer(contract.events);
  for (const entry of entries) {
    const texts = ledgerTexts(entry, before, render);
    const folder = periodFolder(contract.id, entry.statement.period);
    for (const [file, text] of [...texts].sort(([a], [b]) => Number(a === 'statement.json') - Number(b === 'statement.json'))) {
      await context.files.write(`${folder}/${file}`, text);
    }
    before.push(entry);
  }
}
