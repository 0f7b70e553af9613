import type { Terms } from '../contract/model.js';
import { type Every, type LocalDate, type PeriodId, periodDays, shiftPeriod } from '../kernel/calendar.js';
import { digest } from '../kernel/canonical.js';
import type { Issue } from '../kernel/issue.js';
import type { Outlook } from '../outlook/model.js';
import { outlookOf } from '../outlook/outlook.js';
import type { MeasurementRequest, RequestedPeriod } from '../query/request.js';
import type { ReportContext } from '../report/report-context.js';
import { eventsAsOf } from '../settlement/run.js';
import { timeline } from '../settlement/timeline.js';
import type { CommandContext } from './context.js';
import { hasErrors } from './issue-output.js';
import type { ReadContract } from './repository.js';
import { type Run, type RunResult, runUntil } from './settlement-run.js';

/** Days before a period that its outlook reads: past days to try the rule on, and half a year before the first for its weekdays. */
const DAYS_OF_HISTORY = 460;
const LEAST_DAYS_OF: Readonly<Record<Every, number>> = { week: 7, month: 28, quarter: 90 };

/** One period of a contract, to be measured with the days before it. */
export function outlookRun(context: CommandContext, contract: ReadContract, period: PeriodId): Run {
  const run = runUntil(context, contract, period);
  if (run.input === null) return run;
  const { terms, asOf } = run.input;
  const count = Math.floor(DAYS_OF_HISTORY / LEAST_DAYS_OF[terms.contract.calendar.every]);
  return { ...run, besides: historyRequest(contract.id, terms, period, asOf, count) };
}

/** The same where the period is still running; a period that is over has nothing to look out for. */
export function runWithOutlook(context: CommandContext, contract: ReadContract, period: PeriodId): Run {
  const run = outlookRun(context, contract, period);
  const last = run.plan.targets.find((target) => target.period === period)?.inForce?.inForce.to;
  if (run.input !== null && last !== undefined && run.input.asOf <= last) return run;
  const { besides, ...plain } = run;
  return plain;
}

/** The outlook for a scorecard of a running period: none where it has no range to tell. */
export function briefOutlook(run: Run, period: PeriodId, result: RunResult): Pick<ReportContext, 'outlook'> {
  if (run.besides === undefined) return {};
  const { outlook } = outlookFrom(run, period, result, new Map());
  return outlook === null || outlook.daysLeft === 0 || outlook.kpis.every(({ range }) => range === null) ? {} : { outlook };
}

/** So many periods before one, by the same terms: data of before the contract counts as well, since it pays nothing. */
export function historyRequest(contract: string, terms: Terms, before: PeriodId, asOf: LocalDate, count: number): MeasurementRequest {
  const { every } = terms.contract.calendar;
  const termsDigest = digest(terms);
  const periods: RequestedPeriod[] = [];
  for (let steps = 1; steps <= count; steps += 1) {
    const earlier = shiftPeriod(before, every, -steps);
    const days = periodDays(earlier, every);
    if (days !== null) periods.unshift({ period: earlier, inForce: days, terms, termsDigest, exclusions: [] });
  }
  return { contract, asOf, periods, spans: [] };
}

/** The outlook of what was measured, or why there is none. */
export function outlookFrom(
  { contract, input, plan }: Run,
  period: PeriodId,
  result: RunResult,
  planned: ReadonlyMap<string, string>,
): { readonly outlook: Outlook; readonly terms: Terms } | { readonly outlook: null; readonly issues: readonly Issue[] } {
  const { entries, issues, besides } = result;
  const entry = entries.find((each) => each.statement.period === period);
  const target = plan.targets.find((each) => each.period === period);
  if (input === null || entry === undefined || target === undefined || hasErrors(issues)) return { outlook: null, issues };
  const events = eventsAsOf(input.events, input.asOf);
  const ledger = [...contract.ledger, ...entries].filter((each) => each.statement.period < period);
  const { statement, evidence, terms } = entry;
  const outlook = outlookOf({
    settlement: { terms, events, ledger, evidence, asOf: input.asOf, run: 1, timeline: timeline(terms.contract, events), target },
    card: statement,
    history: besides?.periods ?? [],
    plan: planned,
  });
  return { outlook, terms };
}
