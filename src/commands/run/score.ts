import type { PeriodId } from '../../kernel/calendar.js';
import { documentText } from '../../kernel/canonical.js';
import { compareIssues } from '../../kernel/issue.js';
import { ShellError } from '../../ports.js';
import type { ReportContext } from '../../report/report-context.js';
import { renderScorecardMarkdown, renderScorecardTerminal } from '../../report/scorecard.js';
import type { CommandContext, CommandResult } from '../../running/context.js';
import { failed, issuesOutput } from '../../running/issue-output.js';
import { periodFor, type Scored, scorePeriods } from '../../running/period-score.js';
import { selectContracts } from '../../running/select.js';

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

function scorecardOutput(context: CommandContext, { card, report }: Extract<Scored, { readonly report: ReportContext }>): string {
  if (context.format === 'json') return documentText(card);
  if (context.format === 'markdown') return renderScorecardMarkdown(card, report, context.locale);
  return renderScorecardTerminal(card, report, { locale: context.locale, color: context.color, width: context.width });
}
