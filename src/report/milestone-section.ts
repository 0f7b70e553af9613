import type { LocalDate } from '../kernel/calendar.js';
import { openMilestones, openRequests, type StandingMilestone } from '../settlement/milestones.js';
import type { Scorecard } from '../settlement/model.js';
import { eventsAsOf } from '../settlement/run.js';
import { type Block, type ListItem, text } from './blocks.js';
import { linkToForm } from './form-links.js';
import type { ReportContext } from './report-context.js';
import type { Wording } from './wording.js';

/**
 * Milestones that may still be asked for or wait for an answer, each with its last day, and those whose last day was in the period; nothing
 * where there is none.
 */
export function milestoneSection({ asOf, contract, from }: Scorecard, context: ReportContext, words: Wording): Block[] {
  const events = eventsAsOf(context.events, asOf);
  const { contract: terms } = context.terms;
  const item = (milestone: string, said: string): ListItem => {
    const link = linkToForm(context, 'acceptance', { contract, milestone }, words);
    return { text: [...words.line(milestone), { text: words.say('colon') }, ...text(said)], notes: link.length === 0 ? [] : [link] };
  };
  const items = [
    ...openRequests(terms, events, context.before?.carried.lines ?? [], asOf).map(({ milestone, givenOn: on }) =>
      item(milestone, words.say('milestoneAsked', { on })),
    ),
    ...openMilestones(terms, events)
      .filter(({ askUntil }) => asOf <= askUntil || (from !== null && from <= askUntil))
      .map((open) => item(open.milestone, openWords(open, asOf, words))),
  ];
  return items.length === 0
    ? []
    : [
        { kind: 'heading', text: words.say('milestones') },
        { kind: 'list', items },
      ];
}

/** Of a milestone that nobody has accepted: refused or not, and whether it may be asked for yet. */
export function openWords({ askUntil: on, refused }: StandingMilestone, asOf: LocalDate, words: Wording): string {
  const isOver = asOf > on;
  if (refused === undefined) return words.say(isOver ? 'milestoneLapsed' : 'milestoneOpen', { on });
  return words.say(isOver ? 'milestoneRefusedLapsed' : 'milestoneRefused', { on, since: refused.on, reason: refused.reason });
}
