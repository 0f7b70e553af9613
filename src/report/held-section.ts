import type { Reason } from '../attainment/value.js';
import { kindNamed } from '../contract/fee-kinds/fee-kinds.js';
import { addDays, type PeriodId } from '../kernel/calendar.js';
import { PARTIES } from '../kernel/party.js';
import { decidedFrom, partyOf } from '../settlement/holds.js';
import type { CarriedLine, HeldLife, WaitingLife } from '../settlement/line-life.js';
import type { Scorecard, StatementBody } from '../settlement/model.js';
import { type Block, code, type Inline, text } from './blocks.js';
import { eventsOfKind } from './event-facts.js';
import { meanWords } from './mean-words.js';
import { listSeparator } from './punctuation.js';
import type { ReportContext } from './report-context.js';
import type { Wording } from './wording.js';

/** What is held, why, and what releases it; nothing where nothing is. */
export function heldSection(card: Scorecard | StatementBody, context: ReportContext, words: Wording): Block[] {
  if (card.held.length === 0) return [];
  const items = card.held.map(({ line, reason }) => ({
    text: [...words.line(line), { text: words.say('colon') }, ...text(words.reason(reason), 'warn')],
    notes: releases(line, reason, card, context, words),
  }));
  return [
    { kind: 'heading', text: words.say('held') },
    { kind: 'list', items },
  ];
}

function releases(line: string, reason: Reason, card: Scorecard | StatementBody, context: ReportContext, words: Wording): Inline[] {
  const lines = 'carried' in card ? card.carried.lines : [];
  const about = (each: CarriedLine) => line === `${each.period}/${each.line}` || (each.period === card.period && line === each.line);
  for (const each of lines) {
    const { life } = each;
    if (life.state === 'waiting' && line === `true-up/${each.period}/${each.line}`) return [waits(line, life, words)];
    if (life.state !== 'held' || !about(each)) continue;
    const toReview = flaggedIn(life.causes.map((cause) => cause.reason));
    return [
      releasedBy(life, toReview, words),
      ...reviewsBeside(each.period, toReview, context, words),
      text(expires(each, life, lines, words)),
    ];
  }
  const toReview = flaggedIn([reason]);
  if (toReview.length === 0) return [text(words.say('releasedBySettlement'))];
  return [words.inline('releasedByReview', { id: codes(toReview, words) }), ...reviewsBeside(card.period, toReview, context, words)];
}

/** The anomalies and reconciliations that a review is to name, each once. */
function flaggedIn(reasons: readonly Reason[]): string[] {
  return [...new Set(reasons.flatMap((reason) => (reason.code === 'unreviewed' ? [reason.with.id ?? ''] : [])))];
}

function codes(ids: readonly string[], words: Wording): Inline {
  return ids.flatMap((id, index) => [...(index === 0 ? [] : text(listSeparator(words.locale))), ...code(id)]);
}

function releasedBy(hold: HeldLife, toReview: readonly string[], words: Wording): Inline {
  const parties = PARTIES.filter((party) => hold.causes.some((cause) => cause.party === party)).map(words.party);
  const custodians = text(parties.join(listSeparator(words.locale)));
  const id = codes(toReview, words);
  if (parties.length > 0 && toReview.length > 0) return words.inline('releasedByDataAndReview', { custodians, id });
  if (toReview.length > 0) return words.inline('releasedByReview', { id });
  return parties.length > 0 ? words.inline('releasedByData', { custodians }) : text(words.say('releasedBySettlement'));
}

/** Reviews of the period that were filed and do not name what holds the line. */
function reviewsBeside(period: PeriodId, toReview: readonly string[], context: ReportContext, words: Wording): Inline[] {
  return eventsOfKind(context, 'review').flatMap((review) => {
    const lacks = toReview.filter((id) => !review.acknowledges.includes(id));
    if (review.period !== period || lacks.length === 0) return [];
    return [words.inline('reviewLacksIt', { file: code(review.file), id: codes(lacks, words) })];
  });
}

/** Who the decision goes for once `holds.maxPeriods` statements have held the line (section 6), and from which day on. */
function expires({ kind, line, period }: CarriedLine, hold: HeldLife, lines: readonly CarriedLine[], words: Wording): string {
  const { holds, calendar } = words.terms.contract;
  const periods = meanWords(lines, line, period, words);
  const decision = words.say(decisionKey(hold, kind), { periods });
  const from = decidedFrom(hold.since, holds.maxPeriods, calendar.every);
  return words.say('heldTimes', { count: hold.statements, max: holds.maxPeriods, from, decision });
}

function decisionKey(hold: HeldLife, kind: CarriedLine['kind']) {
  if (hold.wasSettled) return 'decidedAsSettled';
  const party = partyOf(hold.causes);
  // Nobody can compute a commission without its base: whose data lack it, only the mean can stand in for it.
  const record = kindNamed(kind);
  const byMean = party !== null && record?.decided === 'mean' && party !== record.unknownCosts;
  if (party === 'brand') return byMean ? 'decidedByMeanBrand' : 'decidedForProvider';
  if (party === 'provider') return byMean ? 'decidedByMeanProvider' : 'decidedForBrand';
  const parties = new Set(hold.causes.map((cause) => cause.party));
  if (parties.has('brand') && parties.has('provider')) return 'decidedByMeanBoth';
  return parties.size > 1 ? 'decidedByMeanMixed' : 'decidedByMeanNobody';
}

/** A waiting true-up's way out: who acknowledges what, or until which day. */
function waits(id: string, { since, moves }: WaitingLife, words: Wording): Inline {
  const party = text(words.party(moves.startsWith('-') ? 'provider' : 'brand'));
  const on = text(addDays(since, words.terms.contract.acceptance.days));
  return words.inline('waits', { party, acknowledges: code(`acknowledges: [${id}]`), on });
}
