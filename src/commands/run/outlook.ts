import { measuresOf, vocabulary } from '../../attainment/measures.js';
import type { PeriodId } from '../../kernel/calendar.js';
import { type Issue, inNoFile } from '../../kernel/issue.js';
import { isDecimal } from '../../kernel/rational.js';
import type { Outcome } from '../../media/outcome.js';
import { plannedMeasure } from '../../outlook/outlook-input.js';
import { outlookBlocks } from '../../report/outlook.js';
import type { CommandContext } from '../../running/context.js';
import { failed } from '../../running/issue-output.js';
import { outlookFrom, outlookRun } from '../../running/outlook-run.js';
import { periodFor } from '../../running/period-score.js';
import type { ReadContract } from '../../running/repository.js';
import { selectContract } from '../../running/select.js';
import { runAlone } from '../../running/settlement-run.js';
import { issue } from '../../words/issue.js';

export interface OutlookOptions {
  /** Null: the only one. */
  readonly contract: string | null;
  /** Null: the period that `asOf` lies in, or the last one. */
  readonly period: PeriodId | null;
  /** `metric=value`, as typed. */
  readonly plan: readonly string[];
}

/** `concord outlook`: what a running period may come to by its end; writes nothing and pays nothing. */
export async function outlook(context: CommandContext, { contract: id, period: wanted, plan }: OutlookOptions): Promise<Outcome> {
  const { contract, issues } = await selectContract(context, id, { until: context.asOf });
  if (contract === null) return failed(issues, new Map(), 2);
  if (contract.folder === null) return failed(contract.issues, contract.texts);
  const period = periodFor(context, contract, wanted);
  if (typeof period !== 'string') return failed([period.issue], contract.texts, 2);
  const planned = readPlan(contract, plan);
  if (planned.issues.length > 0) return failed(planned.issues, contract.texts, 2);
  const run = outlookRun(context, contract, period);
  const result = await runAlone(run);
  const found = outlookFrom(run, period, result, planned.values);
  if (found.outlook === null) return failed(found.issues, contract.texts, 1);
  const { outlook, terms } = found;
  return { ended: 0, report: { document: () => outlook, blocks: (locale) => outlookBlocks(outlook, terms, locale) } };
}

/** What is planned, by metric; only a metric of one measure can be, since it says what that one comes to. */
function readPlan(
  { id, folder }: ReadContract,
  plan: readonly string[],
): { readonly values: ReadonlyMap<string, string>; readonly issues: readonly Issue[] } {
  const values = new Map<string, string>();
  const issues: Issue[] = [];
  if (folder === null) return { values, issues };
  const { contract, definitions } = folder.terms;
  const words = vocabulary(contract, definitions);
  const plannable = definitions.metrics.map((metric) => metric.id).filter((metric) => plannedMeasure(words, metric) !== null);
  const asked =
    definitions.metrics.find(({ id: metric }) => plan.some((typed) => typed.startsWith(`${metric}=`))) ?? definitions.metrics[0];
  if (plan.length > 0 && plannable.length === 0 && asked !== undefined) {
    const measures = measuresOf(words, { metric: asked.id });
    return { values, issues: [issue('nothing-plannable', inNoFile('plan'), { contract: id, metric: asked.id, measures })] };
  }
  for (const typed of plan) {
    const [metric = '', value = '', ...rest] = typed.split('=');
    if (rest.length === 0 && plannable.includes(metric) && isDecimal(value)) values.set(metric, value);
    else issues.push(issue('not-a-plan', inNoFile('plan'), { found: typed, contract: id, expected: plannable }));
  }
  return { values, issues };
}
