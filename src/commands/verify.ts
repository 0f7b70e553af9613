import { documentShape } from '../contract/document-shape.js';
import type { ContractEvent } from '../contract/model.js';
import { documentText } from '../kernel/canonical.js';
import { commandText } from '../kernel/catalogue/command-text.js';
import type { Issue } from '../kernel/issue.js';
import { type ReplayTools, replayLedger } from '../settlement/replay.js';
import type { CommandContext, CommandResult } from './context.js';
import { failed, issuesOutput } from './issue-output.js';
import { ledgerRenderer } from './report-context.js';
import { selectContracts } from './select.js';

/** What a replay of ledgers in this repository uses. */
export function replayTools(events: readonly ContractEvent[]): ReplayTools {
  return { events, render: ledgerRenderer(events), shape: documentShape };
}

/** `concord verify`: replays every statement from the ledger and the events alone, offline. */
export async function verify(context: CommandContext, contract: string | null): Promise<CommandResult> {
  const { contracts, issues: missing } = await selectContracts(context, contract);
  if (missing.length > 0) return failed(context, missing, new Map(), 2);
  const found: Issue[] = [];
  const replayed: { contract: string; statements: number; last: string | null; digest: string | null; issues: readonly Issue[] }[] = [];
  const texts = new Map<string, string>();
  for (const each of contracts) {
    for (const folder of each.ledgerFolders) {
      for (const [file, text] of folder.files) texts.set(`${folder.path}/${file}`, text);
    }
    const replay = replayLedger(each.ledgerFolders, replayTools(each.events));
    const last = replay.entries.at(-1)?.statement ?? null;
    found.push(...replay.issues);
    replayed.push({
      contract: each.id,
      statements: replay.entries.length,
      last: last?.period ?? null,
      digest: last?.digest ?? null,
      issues: replay.issues,
    });
  }
  const exitCode = found.length > 0 ? 1 : 0;
  if (context.format === 'json') return { exitCode, output: documentText({ contracts: replayed }) };
  const lines = replayed.map(({ contract: id, statements, last, digest, issues }) => {
    const key = issues.length > 0 ? 'verify-broken' : statements === 0 ? 'verify-empty' : 'verify-good';
    return commandText(key, context.locale, { contract: id, statements, last: last ?? '-', digest: digest ?? '-', issues: issues.length });
  });
  const errors = found.length === 0 ? {} : { errors: issuesOutput(context, found, texts) };
  return { exitCode, output: `${lines.join('\n')}\n`, ...errors };
}
