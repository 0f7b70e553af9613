import type { PeriodId } from '../../kernel/calendar.js';
import { compareIssues } from '../../kernel/issue.js';
import type { Locale } from '../../kernel/text.js';
import type { Report } from '../../media/outcome.js';
import { print } from '../../media/print.js';
import { ShellError } from '../../ports/failure.js';
import type { ReportContext } from '../../report/report-context.js';
import { renderScorecardMarkdown, renderScorecardTerminal } from '../../report/scorecard.js';
import type { TerminalOptions } from '../../report/terminal.js';
import type { CommandContext, CommandResult } from '../../running/context.js';
import { failed } from '../../running/issue-output.js';
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
    return card === undefined ? failed(context, found, texts, misused) : print({ ended: 0, report: told(context.locale, card) }, context);
  }
  const each = cards.map((card) => told(context.locale, card));
  const report: Report = {
    document: () => ({ scorecards: cards.map(({ card }) => card) }),
    text: (options) => each.map(({ text }) => text(options)).join('\n'),
    page: () => each.map(({ page }) => page()).join('\n'),
  };
  return print({ ended: found.length === 0 ? 0 : misused, report, issues: [...found].sort(compareIssues), texts }, context);
}

function told(locale: Locale, { card, report }: Extract<Scored, { readonly report: ReportContext }>) {
  return {
    document: () => card,
    text: ({ color, width }: TerminalOptions) => renderScorecardTerminal(card, report, { locale, color, width }),
    page: () => renderScorecardMarkdown(card, report, locale),
  };
}
