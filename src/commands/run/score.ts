import type { PeriodId } from '../../kernel/calendar.js';
import { distinctIssues } from '../../kernel/issue.js';
import type { Outcome, Report } from '../../media/outcome.js';
import { ShellError } from '../../ports/failure.js';
import { below } from '../../report/blocks.js';
import type { ReportContext } from '../../report/report-context.js';
import { scorecardBlocks } from '../../report/scorecard.js';
import { kpiTitles } from '../../report/sheets.js';
import type { CommandContext } from '../../running/context.js';
import { failed } from '../../running/issue-output.js';
import { periodFor, type ScoreAsked, type Scored, scorePeriods } from '../../running/period-score.js';
import { readContract } from '../../running/repository.js';
import { selectId, selectIds } from '../../running/select.js';
import type { ScoreDocument } from '../../settlement/settled-since.js';

export interface ScoreOptions {
  /** Null: the only one. */
  readonly contract: string | null;
  /** Every contract instead of one. */
  readonly all?: boolean;
  /** Null: the period that `asOf` lies in, or the last one. */
  readonly period: PeriodId | null;
}

/** `concord score`: measures one period of a contract, or of each, now and prints its scorecard; writes nothing. */
export async function score(context: CommandContext, options: ScoreOptions): Promise<Outcome> {
  const { ids, issues } = options.all === true ? await selectIds(context, null) : await selectId(context, options.contract);
  if (issues.length > 0) return failed(issues, new Map(), 2);
  const texts = new Map<string, string>();
  const scored = await scorePeriods(contractsAsked(context, ids, options.period, texts));
  const cards = scored.flatMap((each) => (each instanceof ShellError || each.card === null ? [] : [each]));
  const failure = scored.find((each) => each instanceof ShellError);
  if (failure instanceof ShellError) throw failure;
  const found = scored.flatMap((each) => (each instanceof ShellError || each.card !== null ? [] : each.issues));
  const misused = found.some(({ code }) => code === 'unknown-period') ? 2 : 1;
  if (options.all !== true) {
    const [card] = cards;
    return card === undefined ? failed(found, texts, misused) : { ended: 0, report: told(card) };
  }
  const report: Report = {
    titles: kpiTitles,
    document: () => ({ scorecards: cards.map(documentOf) }),
    blocks: (locale) => below(cards.map((card) => told(card).blocks(locale))),
  };
  return { ended: found.length === 0 ? 0 : misused, report, issues: distinctIssues(found), texts };
}

/** One after the other is read; of several no more is held than has to be, and read again when it is measured. */
async function* contractsAsked(
  context: CommandContext,
  ids: readonly string[],
  period: PeriodId | null,
  texts: Map<string, string>,
): AsyncGenerator<ScoreAsked> {
  for (const id of ids) {
    const again = () => readContract(context.files, id, { until: context.asOf });
    const contract = await again();
    for (const [file, text] of contract.texts) texts.set(file, text);
    yield { context, contract, period: periodFor(context, contract, period), ...(ids.length > 1 ? { again } : {}) };
  }
}

function told({ card, report }: Extract<Scored, { readonly report: ReportContext }>): Report {
  return { titles: kpiTitles, document: () => documentOf({ card, report }), blocks: (locale) => scorecardBlocks(card, report, locale) };
}

function documentOf({ card, report }: Pick<Extract<Scored, { readonly report: ReportContext }>, 'card' | 'report'>): ScoreDocument {
  if (report.settled !== undefined) return { ...card, settled: report.settled };
  if (card.running === undefined) return card;
  const { lines: _lines, held: _held, total: _total, ...running } = card;
  return running;
}
