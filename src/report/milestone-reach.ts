import { scheduledAt } from '../kernel/period.js';
import { rational } from '../kernel/rational.js';
import type { Line, Scorecard } from '../settlement/model.js';
import { metricFigure } from './figures.js';
import type { Wording } from './wording.js';

/** What a milestone's metric has come to by when, and what was agreed; null where it has none, or its trace does not tell. */
export function milestoneReach({ id, trace }: Line, { period }: Scorecard, words: Wording): string | null {
  const fee = words.terms.contract.fees.find((each) => each.id === id);
  if (fee?.kind !== 'milestone' || fee.reach === null) return null;
  const { metric, atLeast } = fee.reach;
  const reached = trace.branches.find(({ rule }) => rule === 'milestone-reached')?.with;
  const measured = trace.inputs.find(({ input }) => input === 'metric-up-to');
  const [actual, by] = reached === undefined ? [measured?.value, measured?.with.on] : [reached.actual, reached.by];
  if (actual == null || by === undefined) return null;
  const [level, value] = [rational(reached?.atLeast ?? scheduledAt(atLeast, period)), rational(actual)];
  const figure = (of: typeof value) => metricFigure(words.metric(metric), of, words.currency, [level]);
  return words.say('milestoneReach', { metric: words.metricTitle(metric), actual: figure(value), by, atLeast: figure(level) });
}
