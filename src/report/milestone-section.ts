import { askableMilestones, openRequests } from '../settlement/milestones.js';
import type { Scorecard } from '../settlement/model.js';
import { eventsAsOf } from '../settlement/run.js';
import { type Block, type ListItem, text } from './blocks.js';
import { linkToForm } from './form-links.js';
import type { ReportContext } from './report-context.js';
import type { Wording } from './wording.js';

/** Milestones that may still be asked for or wait for an answer, each with its last day; nothing where none is open. */
export function milestoneSection({ asOf, contract }: Scorecard, context: ReportContext, words: Wording): Block[] {
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
    ...askableMilestones(terms, events, asOf).map(({ milestone, askUntil: on }) => item(milestone, words.say('milestoneOpen', { on }))),
  ];
  return items.length === 0
    ? []
    : [
        { kind: 'heading', text: words.say('milestones') },
        { kind: 'list', items },
      ];
}
