import { distinctIssues } from '../../kernel/issue.js';
import type { Locale } from '../../kernel/text.js';
import type { Outcome, Report } from '../../media/outcome.js';
import { type Block, below, toldLines } from '../../report/blocks.js';
import { issueData } from '../../report/issues.js';
import { unsureLines } from '../../report/settled-unsure.js';
import { lineTitles } from '../../report/sheets.js';
import { statementBlocks } from '../../report/statement.js';
import { changedTermLines, changedTerms } from '../../report/terms-since.js';
import type { CommandContext } from '../../running/context.js';
import { failed, hasErrors } from '../../running/issue-output.js';
import { contractsRemovedHere } from '../../running/local-ledger.js';
import { asOfFor } from '../../running/reckoned.js';
import { reportContext } from '../../running/report-context.js';
import { type HeldContract, textsOf } from '../../running/repository.js';
import { selectIds } from '../../running/select.js';
import { type Settled, type SettleOptions, settleContracts } from '../../running/settle-contracts.js';
import type { LedgerEntry } from '../../settlement/ledger-entry.js';
import { eventsAsOf } from '../../settlement/run.js';
import { targetAfter, timeline } from '../../settlement/timeline.js';
import { commandText } from '../../words/command-text.js';

/** `concord settle`: settles what is due and writes the ledger; asked again, it changes nothing. */
export async function settleDue(context: CommandContext, options: SettleOptions): Promise<Outcome> {
  const { ids, issues: missing } = await selectIds(context, options.contract);
  if (missing.length > 0) return failed(missing, new Map(), 2);
  const results = await settleContracts(context, ids, options);
  const contracts = results.map(({ contract }) => contract);
  // contracts that lack the same are told of it once
  const found = results.flatMap((result) => result.issues);
  // A settled contract whose folder is gone stops none of the others.
  const gone = options.contract === null ? await contractsRemovedHere(options.history ?? null, ids, found) : [];
  const issues = distinctIssues([...found, ...gone]);
  const texts = textsOf(contracts);
  const misused = issues.some((issue) => issue.code === 'unknown-period');
  const ended = misused ? 2 : hasErrors(issues) ? 1 : 0;
  const entries = results.flatMap((result) => result.entries);
  const told = issues.length === 0 ? {} : { issues: issues.map(issueData) };
  const report: Report = {
    titles: lineTitles,
    document: () => ({ statements: entries.map((entry) => entry.statement), ...told }),
    namesIssues: true,
    blocks: (locale) => {
      const pages = results.flatMap((result) => pagesOf(result, options.preview, locale));
      const unsure = results.flatMap((result) => unsureLines(result.entries, locale));
      if (entries.length === 0 && !hasErrors(issues)) return nothingDue(context, contracts, locale);
      return below(unsure.length === 0 ? pages : [...pages, [toldLines(...unsure)]]);
    },
  };
  return { ended, report, issues, texts };
}

/** Each statement, and what became of it. */
function pagesOf({ contract, entries, frozenAt }: Settled, preview: boolean, locale: Locale): Block[][] {
  return entries.map((entry, index) => {
    const before = [...contract.ledger, ...entries.slice(0, index)];
    const context = reportContext(entry, before, contract.events);
    const agreed = changedTermLines(changedTerms(before.at(-1), entry), locale);
    const read = { ...context, frozenAt: frozenAt[index] ?? new Map<string, string>() };
    return [
      ...statementBlocks(entry.statement, preview ? { ...read, preview } : read, locale),
      toldLines(whereOf(locale, entry, preview), ...agreed),
    ];
  });
}

/** What became of a statement. */
function whereOf(locale: Locale, { statement: { contract, period } }: LedgerEntry, preview: boolean): string {
  const path = `contracts/${contract}/ledger/${period}/`;
  return preview ? commandText('preview-only', locale) : commandText('settled-written', locale, { period, path });
}

/** That nothing is due, and what will be next in each contract that goes on. */
function nothingDue(context: CommandContext, contracts: readonly HeldContract[], locale: Locale): Block[] {
  const next = contracts.flatMap((contract) => {
    const last = contract.ledger.at(-1)?.statement;
    if (contract.folder === null || last?.final === true) return [];
    const { terms, events } = contract.folder;
    const asOf = asOfFor(context, terms.contract.calendar.timezone);
    const target = targetAfter(terms.contract, timeline(terms.contract, eventsAsOf(events, asOf)), last?.period ?? null);
    if (target === null) return [];
    return [commandText('next-due', locale, { contract: contract.id, period: target.period, dueOn: target.dueOn })];
  });
  return [toldLines(commandText('nothing-due', locale), ...next)];
}
