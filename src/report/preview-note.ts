import { addDays, type LocalDate, localDate, parseInstant } from '../kernel/calendar.js';
import type { FactQuality, Scorecard } from '../settlement/model.js';
import { type Block, text } from './blocks.js';
import { sentenceSeparator } from './punctuation.js';
import type { Wording } from './wording.js';

/** What is told of a period that no statement has settled. */
export interface Preview extends Pick<Scorecard, 'period' | 'asOf' | 'from' | 'to'> {
  /** The last day that every fact covers; null where no day of the period is, and in a tail, which has none. */
  readonly through: LocalDate | null;
}

/** The last whole day that a fact's data cover; null where there are none. */
export function reachedDay({ freshAt }: Pick<FactQuality, 'freshAt'>, timezone: string): LocalDate | null {
  const fresh = parseInstant(freshAt ?? '');
  return fresh === null ? null : addDays(localDate(fresh, timezone), -1);
}

/** A period as it was settled in memory only. */
export function previewOf({ period, asOf, from, to, facts }: Scorecard, timezone: string): Preview {
  return { period, asOf, from, to, through: from === null || to === null ? null : throughOf(facts, { from, to }, timezone) };
}

function throughOf(
  facts: readonly FactQuality[],
  { from, to }: { readonly from: LocalDate; readonly to: LocalDate },
  timezone: string,
): LocalDate | null {
  const [first = null] = facts.map((fact) => (fact.complete ? to : (reachedDay(fact, timezone) ?? ''))).sort();
  return first === null || first < from ? null : first;
}

/** First of all whether and when the period ends, how far its data reach, and that nothing of it is settled. */
export function previewNote({ period, asOf, from, to, through }: Preview, words: Wording): Block {
  const isBegun = from === null || from <= asOf;
  const stage = !isBegun ? 'previewNotBegun' : to !== null && asOf <= to ? 'previewRunning' : 'previewEnded';
  const reach =
    through === null ? words.say('previewReachNone') : words.say(through === to ? 'previewReachAll' : 'previewReach', { through });
  const said = [
    words.say(stage, { asOf, period, from: from ?? '', to: to ?? '' }),
    ...(from === null || !isBegun ? [] : [reach]),
    words.say('previewNothing'),
  ];
  return { kind: 'paragraph', text: text(said.join(sentenceSeparator(words.locale)), 'strong') };
}
