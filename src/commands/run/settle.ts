import { documentText } from '../../kernel/canonical.js';
import { commandText } from '../../kernel/catalogue/command-text.js';
import { compareIssues } from '../../kernel/issue.js';
import type { ReportContext } from '../../report/report-context.js';
import { renderStatementMarkdown, renderStatementTerminal } from '../../report/statement.js';
import type { CommandContext, CommandResult } from '../../running/context.js';
import { failed, hasErrors, issuesOutput } from '../../running/issue-output.js';
import { reportContext } from '../../running/report-context.js';
import type { ReadContract } from '../../running/repository.js';
import { selectContracts } from '../../running/select.js';
import { type Settled, type SettleOptions, settleContracts } from '../../running/settle-contracts.js';
import { asOfFor } from '../../running/settlement-run.js';
import { eventsAsOf } from '../../settlement/run.js';
import { targetAfter, timeline } from '../../settlement/timeline.js';

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
