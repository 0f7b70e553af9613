import { capAt } from '../contract/fee-kinds/cap.js';
import { grouped } from '../kernel/grouped.js';
import type { Party } from '../kernel/party.js';
import { compare, type Rational, rational, toDecimal } from '../kernel/rational.js';
import { listSeparator } from '../kernel/text.js';
import { isUnacknowledged } from '../settlement/holds.js';
import { lineName } from '../settlement/line-names.js';
import { openMilestones } from '../settlement/milestones.js';
import type { Line, Scorecard, StatementBody } from '../settlement/model.js';
import { causesIn } from './causes.js';
import { onTargetReason } from './decided-on-target.js';
import { givenBySilence, reviewsOf, terminationOf, unresolvedDisputes } from './event-facts.js';
import { failedGate } from './failed-gate.js';
import { percentFigure, sumFigure } from './figures.js';
import { holdsOf } from './held-groups.js';
import { meanWords } from './mean-words.js';
import { milestoneReach } from './milestone-reach.js';
import { openWords } from './milestone-section.js';
import { scoreBy } from './paid-scores.js';
import { separator } from './punctuation.js';
import type { ReportContext } from './report-context.js';
import { wagerSentence, wagerTerms } from './wager-terms.js';
import type { Wording } from './wording.js';

/** Why a line is as it is: its reason in words, with what the events and the statements before tell besides. Null without a reason. */
export function lineReason(line: Line, card: Scorecard | StatementBody, context: ReportContext, words: Wording): string | null {
  // What holds a line says of a gate too.
  const held = line.state === 'held' && line.reason !== null ? heldFor(line, card, context, words) : null;
  if (held !== null) return held;
  const said = ownReason(line, card, context, words);
  const gate = failedGate(line, words);
  return said === null || gate === null ? said : words.say('withMore', { text: said, more: gate });
}

function ownReason(line: Line, card: Scorecard | StatementBody, context: ReportContext, words: Wording): string | null {
  const { reason } = line;
  if (reason === null) return null;
  const plain = words.reason(reason);
  const withMore = (text: string, beside: string | null) => (beside === null ? text : words.say('withMore', { text, more: beside }));
  const more = (text: string | null) => withMore(plain, text);
  switch (reason.code) {
    case 'disputed':
      return more(joinedParts([bothAmounts(line, words), wagerSentence(line, card, words)], words));
    case 'milestone':
      return withMore(silence('givenBySilence', line, card, context, words) ?? plain, milestoneReach(line, card, words));
    case 'milestone-accepted-later':
      return silence('givenLater', line, card, context, words) ?? plain;
    case 'milestone-not-accepted':
      return notAccepted(line.id, card, context, words) ?? plain;
    case 'milestone-not-reached':
      return more(milestoneReach(line, card, words));
    case 'wager':
      return more(wagerTerms(line, card, words));
    case 'true-up-acknowledged':
      return more(filesOf(reviewsOf(context, line.id), words));
    case 'composite-waived':
    case 'brand-late':
      return joinedParts([plain, paysAs(line, words)], words);
    case 'decided-for-provider':
    case 'decided-for-brand':
      return decidedReason(line, context, words) ?? plain;
    case 'cap':
      return more(capOfTerm(line, card, words));
    case 'decided-mean':
    case 'decided-at-least':
      return more(meanOf(line, context, words));
    case 'commission-term':
      return more(without(line.id, card, context, words));
    case 'dispute-lapsed':
      return more(lapsed(line, card, '', context, words));
    case 'recomputed':
      return more(lapsed(line, card, context.before?.asOf ?? '', context, words));
    default:
      return plain;
  }
}

/** The score that a waived KPI or composite pays as: as agreed, or as it was earned; of a fee that goes by none nothing. */
function paysAs({ reason, trace }: Line, { say }: Wording): string | null {
  const input = trace.inputs.find((each) => scoreBy(each) !== null);
  if (input === undefined || reason === null) return null;
  const isAgreed = reason.code === 'composite-waived';
  if (input.value === null) return isAgreed ? say('paysNoneAgreed') : null;
  return say(isAgreed ? 'paysAsAgreed' : 'paysAs', { score: percentFigure(rational(input.value)) });
}

/** All that holds a line, where it is handed on. */
function heldFor({ id }: Line, card: Scorecard | StatementBody, context: ReportContext, words: Wording): string | null {
  const held = card.held.filter(({ line }) => line === id);
  return holdsOf({ ...card, held }, context, words)[0]?.said ?? null;
}

function joinedParts(parts: readonly (string | null)[], { locale }: Wording): string | null {
  const told = parts.filter((each) => each !== null);
  return told.length === 0 ? null : told.join(separator(locale));
}

/** What a disputed line was computed as and what is claimed: its formula comes to the one, and what is paid meanwhile to neither. */
function bothAmounts({ computed, claimed }: Line, words: Wording): string | null {
  if (computed === undefined || claimed === undefined) return null;
  return words.say('bothAmounts', { computed: grouped(computed), claimed: grouped(claimed) });
}

/** Of a cap that the term's leaves less than the period's: the whole of it, and what earlier periods have used. */
function capOfTerm({ id, trace }: Line, { period }: Scorecard, words: Wording): string | null {
  const fee = words.terms.contract.fees.find((each) => each.id === id);
  const saidAs = (name: 'cap-of-period' | 'cap-left') => trace.inputs.find(({ input }) => input === name)?.value ?? null;
  const [left, own] = [saidAs('cap-left'), saidAs('cap-of-period')];
  const cap = fee?.kind === 'cap' ? capAt(fee.term, period) : null;
  if (cap === null || left === null) return null;
  if (own !== null && compare(rational(own), rational(left)) <= 0) return null;
  const figure = (value: Rational) => sumFigure(toDecimal(value), words.currency);
  return words.say('capOfTerm', { cap: figure(cap), used: figure(cap.sub(rational(left))) });
}

/** As what an expired hold has decided a line, where that is more than for whom. */
function decidedReason(line: Line, context: ReportContext, words: Wording): string | null {
  return isOfLimit(line, context) ? words.say('decidedAcknowledgedFinal') : onTargetReason(line, words);
}

/** Whether all that had held a line is that the brand has not acknowledged what is above a limit. */
function isOfLimit({ trace }: Line, { terms }: ReportContext): boolean {
  const causes = causesIn(trace, terms);
  return causes.length > 0 && causes.every(({ reason }) => isUnacknowledged(reason));
}

function filesOf(events: readonly { readonly file: string }[], words: Wording): string | null {
  return events.length === 0 ? null : events.map(({ file }) => file).join(listSeparator(words.locale));
}

/** That a milestone was refused, or can no longer be asked for; null where neither is so. */
function notAccepted(id: string, { asOf }: Scorecard, { events, terms }: ReportContext, words: Wording): string | null {
  const open = openMilestones(terms.contract, events).find(({ milestone }) => milestone === id);
  if (open === undefined || (open.refused === undefined && asOf <= open.askUntil)) return null;
  return openWords(open, asOf, words);
}

/** A milestone that nobody answered is given, not accepted. */
function silence(
  key: 'givenBySilence' | 'givenLater',
  { id, reason }: Line,
  card: Scorecard,
  context: ReportContext,
  words: Wording,
): string | null {
  if (givenBySilence(context, id, card.asOf) === null) return null;
  const { on = '', period = '' } = reason?.with ?? {};
  return words.say(key, { on, period, days: context.terms.contract.acceptance.days });
}

/** Of a decided line: the amounts that the mean is of, and that both parties' data are in it. */
function meanOf(line: Line, context: ReportContext, words: Wording): string {
  const { before, terms } = context;
  const { period, line: id } = lineName(line.id);
  const parties: readonly (Party | null)[] = causesIn(line.trace, terms).map((cause) => cause.party);
  const both = parties.includes('brand') && parties.includes('provider') ? [words.say('dueToBoth')] : [];
  const end = terminationOf(context)?.on ?? null;
  const periods = meanWords(before?.carried.lines ?? [], { line: id, period: period ?? '' }, end, words);
  return [periods, ...both].join(separator(words.locale));
}

/** Earlier periods that an accumulating total leaves out, since their base was never known. */
function without(id: string, card: Scorecard | StatementBody, { before, carried }: ReportContext, words: Wording): string | null {
  // by what its own computation knew: a hold of the statement before may have ended since
  const lines = 'carried' in card ? card.carried.lines : (carried ?? before?.carried.lines ?? []);
  const left = lines.filter((entry) => entry.line === id && entry.period < card.period && entry.base === undefined);
  if (left.length === 0) return null;
  const periods = left.map(({ period, life }) => words.say(life.state === 'held' ? 'withoutHeld' : 'withoutOther', { period }));
  return words.say('withoutPeriods', { periods: periods.join(listSeparator(words.locale)) });
}

/** Which dispute of the line has been over since when; those that lapsed after a day. */
function lapsed(line: Line, card: Scorecard, after: string, context: ReportContext, words: Wording): string | null {
  const { period, line: id } = lineName(line.id);
  const over = unresolvedDisputes(context).filter(
    ({ dispute, lapsesOn }) =>
      lapsesOn > after &&
      lapsesOn <= card.asOf &&
      (dispute.line === line.id || (dispute.line === id && dispute.period === (period ?? card.period))),
  );
  const last = over.at(-1);
  return last === undefined ? null : words.say('lapsedDispute', { file: last.dispute.file, on: last.lapsesOn });
}
