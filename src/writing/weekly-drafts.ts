import { periodOf } from '../kernel/calendar.js';
import { digestText } from '../kernel/canonical.js';
import { partyOf, weeklyMessage } from '../notification/compose.js';
import { messageText } from '../notification/message.js';
import type { Place } from '../notification/plan.js';
import type { Block } from '../report/blocks.js';
import { renderMarkdown } from '../report/markdown.js';
import { doerText } from '../report/status.js';
import type { Weekly } from '../report/weekly.js';
import { wording } from '../report/wording.js';
import { weeklyText } from '../words/weekly.js';
import { type CommentingForge, postSticky, type StickyOutcome } from './sticky-comment.js';

/** A note that waits for a person, in a comment of its own. */
export interface Draft {
  readonly place: Place;
  readonly contract: string;
  readonly outcome: StickyOutcome;
}

/**
 * Writes the notes that a person is to read first: a new comment for each week, so that whoever follows the issue is told of it; a second
 * run in a week brings the same one up to date.
 * @throws ShellError where the forge refuses.
 */
export async function writeDrafts(
  forge: CommentingForge & { readonly now: () => Promise<bigint> },
  issue: number,
  places: readonly Place[],
  notes: readonly Weekly[],
): Promise<Draft[]> {
  const drafts: Draft[] = [];
  for (const place of places.filter(({ entries }) => entries.some(({ on, review }) => review && on.includes('weekly')))) {
    for (const note of notes) {
      const own = { ...place, entries: place.entries.filter(({ review }) => review) };
      const topic = `weekly-draft-${note.contract}-${periodOf(note.asOf, 'week').toLowerCase()}-${digestText(place.id).slice(7, 15)}`;
      const body = renderMarkdown(draftBlocks(note, own), place.locale);
      const outcome = await postSticky(forge, issue, { topic, body, head: null, validAt: await forge.now() });
      drafts.push({ place, contract: note.contract, outcome });
    }
  }
  return drafts;
}

function draftBlocks(note: Weekly, place: Place): Block[] {
  const { locale } = place;
  const party = partyOf(place);
  const said = weeklyText('draft', locale, { party: doerText(party, wording(note.terms, locale), locale) });
  return [
    { kind: 'paragraph', text: [{ text: said }] },
    { kind: 'code', language: 'text', text: messageText(weeklyMessage(note, party, locale)) },
  ];
}
