import { addDays, type LocalDate } from '../kernel/calendar.js';
import { grouped } from '../kernel/grouped.js';
import { otherParty, type Party } from '../kernel/party.js';
import { rational } from '../kernel/rational.js';
import { listSeparator, localText } from '../kernel/text.js';
import type { DutyResult, Scorecard } from '../settlement/model.js';
import { type Block, code, type Inline, left, named, type Row, right, row, text } from './blocks.js';
import { percentFigure } from './figures.js';
import { linkToForm, thenLink } from './form-links.js';
import type { ReportContext } from './report-context.js';
import type { Wording } from './wording.js';

/** Where forms can be opened. */
type Where = Pick<ReportContext, 'repository'>;

/** Days before its due day from which a duty is brought to mind. */
const REMINDED_DAYS = 2;

/** The duties that fall due in the period: whether they were done, claimed to be late, and what that costs; nothing where none does. */
export function dutySection(card: Scorecard, context: Where, words: Wording): Block[] {
  if (card.duties === undefined) return [];
  const columns = [
    left(words.say('duty')),
    left(words.say('dutyOwedBy')),
    left(words.say('dutyDueOn')),
    left(words.say('state')),
    right(words.say('dutyCosts', { currency: card.currency })),
  ];
  return [
    { kind: 'heading', text: words.say('duties') },
    { kind: 'table', columns, rows: card.duties.map((duty) => dutyRow(duty, card, context, words)) },
  ];
}

/** A line for each duty whose day is near: from two days before it on. */
export function dutyReminders({ duties = [], asOf, contract, period }: Scorecard, context: Where, words: Wording): Block[] {
  return duties
    .filter(({ state, dueOn }) => state === 'due' && addDays(dueOn, -REMINDED_DAYS) <= asOf)
    .map(({ id, owes, dueOn }) => {
      const params = { duty: named(titleOf(id, words), id), on: text(dueOn), party: text(words.party(owes)) };
      const link = linkToForm(context, 'duty', { contract, period, duty: id }, words);
      return { kind: 'paragraph', text: [...words.inline('dutyReminder', params), ...thenLink(link)] };
    });
}

function titleOf(id: string, words: Wording): string {
  return localText(words.terms.contract.duties.find((duty) => duty.id === id)?.title ?? id, words.locale);
}

function dutyRow(duty: DutyResult, card: Scorecard, context: Where, words: Wording): Row {
  const cells = [
    named(titleOf(duty.id, words), duty.id),
    text(words.party(duty.owes)),
    text(duty.dueOn),
    text(stateText(duty, words), duty.state === 'late' ? 'bad' : duty.state === 'done' ? 'good' : undefined),
    costsText(duty, card, words),
  ];
  return row(cells, [...claimNotes(duty, card, context, words), ...(duty.state === 'done' ? [] : [text(effectText(duty, words), 'dim')])]);
}

function stateText({ state, doneOn, claim }: DutyResult, words: Wording): string {
  if (state === 'due') return words.say('duty.due');
  if (state === 'late') {
    const late = claim === null ? 'duty.late-unproven' : 'duty.late-claimed';
    if (doneOn === null) return words.say(late, { on: claim?.on ?? '' });
    return words.say(claim === null ? 'duty.late-done' : 'duty.late-claimed-done', { on: claim?.on ?? '', done: doneOn });
  }
  if (doneOn === null) return words.say('duty.unclaimed');
  return words.say(state === 'done' ? 'duty.done' : 'duty.after-its-day', { on: doneOn });
}

function costsText({ state, costs }: DutyResult, { running }: Scorecard, words: Wording): Inline {
  if (state !== 'late') return [];
  if (costs !== null) return text(grouped(costs));
  // What a running period lacks is not held: it is to come.
  return running === undefined ? text(words.say('dutyCostsUnknown'), 'warn') : text(words.say('dutyCostsRunning'), 'dim');
}

function claimNotes(
  { id, owes, state, claim, claimUntil }: DutyResult,
  { asOf, contract, period }: Scorecard,
  context: Where,
  words: Wording,
): Inline[] {
  if (state === 'done' && claim !== null) return [words.inline('dutyClaimVoid', { file: code(claim.file) })];
  if (state !== 'unclaimed' || claimUntil === null) return [];
  if (asOf > claimUntil) return [text(words.say('dutyNotClaimed', { until: claimUntil }))];
  const link = linkToForm(context, 'duty', { contract, period, duty: id }, words);
  return [[...text(mayBeClaimedText(owes, claimUntil, words)), ...thenLink(link)]];
}

/** Who may claim until when that a duty was late. */
export function mayBeClaimedText(owes: Party, until: LocalDate, words: Wording): string {
  return words.say('dutyMayBeClaimed', { party: words.party(otherParty(owes)), until });
}

/** What being late does, whether it is or not. @param isLate it is: then what it does is no condition */
export function effectText(
  { id, owes, isLate = false }: Pick<DutyResult, 'id' | 'owes'> & { readonly isLate?: boolean },
  words: Wording,
): string {
  const { kpis = [], scoreAs = null } = words.terms.contract.duties.find((duty) => duty.id === id)?.ifLate ?? {};
  if (kpis.length === 0) return words.say('dutyCostsNothing');
  const named = kpis.map(words.kpiTitle).join(listSeparator(words.locale));
  if (owes === 'provider') return words.say(isLate ? 'dutyProviderLate' : 'dutyIfProviderLate', { kpis: named });
  return words.say(isLate ? 'dutyBrandLate' : 'dutyIfBrandLate', { kpis: named, score: percentFigure(rational(scoreAs ?? '0')) });
}
