import type { Wager } from '../contract/fee-kinds/wager.js';
import { daysInclusive } from '../kernel/calendar.js';
import { scheduledAt } from '../kernel/period.js';
import { rational, sign, toDecimal } from '../kernel/rational.js';
import { agreedHorizon } from '../settlement/fees/wager.js';
import type { Line, Scorecard } from '../settlement/model.js';
import { metricFigure, sumFigure } from './figures.js';
import { separator } from './punctuation.js';
import type { Wording } from './wording.js';

/**
 * What a wager's line is computed from besides its gap: the deadband, and the stake with whoever wins it, or the limit; of a horizon that
 * is in force in part also the days by which they are scaled. Null where its trace tells of no horizon that has ended.
 */
export function wagerTerms({ id, trace }: Line, card: Scorecard, words: Wording): string | null {
  const fee = words.terms.contract.fees.find((each): each is Wager => each.id === id && each.kind === 'wager');
  const ends = trace.branches.find(({ rule, taken }) => rule === 'horizon-ends' && taken);
  const deadband = trace.inputs.find(({ input }) => input === 'deadband')?.value;
  if (fee === undefined || ends === undefined || deadband == null || card.from === null || card.to === null) return null;
  const band = words.say('wagerDeadband', { deadband: metricFigure(words.metric(fee.metric), rational(deadband), words.currency) });
  const { whole } = agreedHorizon(fee, words.terms, { inForce: { from: card.from, to: card.to } });
  const days = daysInclusive(ends.with.from ?? '', ends.with.to ?? '');
  const of = daysInclusive(whole.from, whole.to);
  const inPart = (amount: string) => (days < of ? words.say('wagerInPart', { amount, days, of }) : amount);
  const scheduled = 'stake' in fee.pays ? fee.pays.stake : fee.pays.limit;
  const amount = inPart(sumFigure(scheduledAt(scheduled, card.period), words.currency));
  if (!('stake' in fee.pays)) return [band, words.say('wagerLimit', { amount })].join(separator(words.locale));
  const won = trace.unrounded === null ? 0 : sign(rational(trace.unrounded));
  const stake = won === 0 ? words.say('wagerStakeNone', { amount }) : words.say('wagerStake', { amount, party: winner(won, words) });
  return [band, stake].join(separator(words.locale));
}

/** How a wager came to what it was computed as, where the reason of its line is another; null of what is no wager. */
export function wagerSentence(line: Line, card: Scorecard, words: Wording): string | null {
  const terms = wagerTerms(line, card, words);
  const fee = words.terms.contract.fees.find((each): each is Wager => each.id === line.id && each.kind === 'wager');
  const saidAs = (name: 'metric' | 'target') => line.trace.inputs.find(({ input }) => input === name)?.value ?? null;
  const [actual, target] = [saidAs('metric'), saidAs('target')];
  if (terms === null || fee === undefined || actual === null || target === null) return null;
  const gap = rational(fee.better === 'higher' ? actual : target).sub(rational(fee.better === 'higher' ? target : actual));
  const told = words.reason({ code: 'wager', with: { metric: fee.metric, actual, target, gap: toDecimal(gap) } });
  return [told, terms].join(separator(words.locale));
}

/** A wager's line above 0 is what the brand pays. */
function winner(won: -1 | 1, words: Wording): string {
  return words.party(won > 0 ? 'provider' : 'brand');
}
