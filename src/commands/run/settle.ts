import { compareIssues } from '../../kernel/issue.js';
import type { Locale } from '../../kernel/text.js';
import { print } from '../../media/print.js';
import type { ReportContext } from '../../report/report-context.js';
import { renderStatementMarkdown, renderStatementTerminal } from '../../report/statement.js';
import type { TerminalOptions } from '../../report/terminal.js';
import type { CommandContext, CommandResult } from '../../running/context.js';
import { failed, hasErrors } from '../../running/issue-output.js';
import { reportContext } from '../../running/report-context.js';
import type { ReadContract } from '../../running/repository.js';
import { selectContracts } from '../../running/select.js';
import { type Settled, type SettleOptions, settleContracts } from '../../running/settle-contracts.js';
import { asOfFor } from '../../running/settlement-run.js';
import type { LedgerEntry } from '../../settlement/ledger-entry.js';
import { eventsAsOf } from '../../settlement/run.js';
import { targetAfter, timeline } from '../../settlement/timeline.js';
import { commandText } from '../../words/command-text.js';

/** `concord settle`: settles what is due and writes the ledger; asked again, it changes nothing. */
export async function settleDue(context: CommandContext, options: SettleOptions): Promise<CommandResult> {
  const { contracts, issues: missing } = await selectContracts(context, options.contract);
  if (missing.length > 0) return failed(context, missing, new Map(), 2);
  const results = await settleContracts(context, contracts, options);
  const issues = results.flatMap((result) => result.issues);
  const texts = new Map(contracts.flatMap((contract) => [...contract.texts]));
  const misused = issues.some((issue) => issue.code === 'unknown-period');
  const ended = misused ? 2 : hasErrors(issues) ? 1 : 0;
  const entries = results.flatMap((result) => result.entries);
  const found = issues.length === 0 ? {} : { issues: issues.map(({ code, severity, at, params }) => ({ code, severity, at, params })) };
  const nothing = () => (entries.length === 0 && issues.length === 0 ? nothingDue(context, contracts) : '');
  const { locale } = context;
  const { preview } = options;
  const shown = (reader: TerminalOptions) => (entry: LedgerEntry, read: ReportContext) =>
    `${renderStatementTerminal(entry.statement, read, { locale, ...reader })}\n${whereOf(locale, entry, preview)}\n`;
  const report = {
    document: () => ({ statements: entries.map((entry) => entry.statement), ...found }),
    text: (reader: TerminalOptions) => `${pages(results, preview, shown(reader))}${nothing()}`,
    page: () => `${pages(results, preview, (entry, read) => renderStatementMarkdown(entry.statement, read, locale))}${nothing()}`,
  };
  const sorted = context.format === 'json' ? issues : [...issues].sort(compareIssues);
  return print({ ended, report, issues: sorted, texts }, context);
}

/** All statements, one below the other. */
function pages(results: readonly Settled[], preview: boolean, render: (entry: LedgerEntry, read: ReportContext) => string): string {
  const each = results.flatMap(({ contract, entries }) =>
    entries.map((entry, index) => {
      const read = reportContext(entry, [...contract.ledger, ...entries.slice(0, index)], contract.events);
      return render(entry, preview ? { ...read, preview } : read);
    }),
  );
  return each.join('\n');
}

/** What became of a statement. */
function whereOf(locale: Locale, { statement: { contract, period } }: LedgerEntry, preview: boolean): string {
  const path = `contracts/${contract}/ledger/${period}/`;
  return preview ? commandText('preview-only', locale) : commandText('settled-written', locale, { period, path });
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
