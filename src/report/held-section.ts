import { type Fee, kindNamed } from '../contract/fee-kinds/fee-kinds.js';
import type { PeriodId } from '../kernel/calendar.js';
import { listSeparator } from '../kernel/text.js';
import { decidingDay, isUnacknowledged, partyOf } from '../settlement/holds.js';
import type { CarriedLine, HeldLife } from '../settlement/line-life.js';
import type { Scorecard, StatementBody } from '../settlement/model.js';
import { timeline } from '../settlement/timeline.js';
import { type Block, code, type Inline, inlineText, text } from './blocks.js';
import { isOnTarget } from './decided-on-target.js';
import { eventsOfKind, terminationOf } from './event-facts.js';
import { ordinal } from './figures.js';
import { groupedHolds, type Hold, holdsOf, saysItsWayOut } from './held-groups.js';
import { meanWords } from './mean-words.js';
import { needsData } from './needed-data.js';
import type { ReportContext } from './report-context.js';
import type { Wording } from './wording.js';

/** What is held, why, and what releases it, each cause told once; nothing where nothing is held. */
export function heldSection(card: Scorecard | StatementBody, context: ReportContext, words: Wording): Block[] {
  if (card.held.length === 0) return [];
  const lines = 'carried' in card ? card.carried.lines : [];
  const items = groupedHolds(holdsOf(card, context, words)).map((group) => ({
    text: titleOf(group, words),
    notes: notesOf(
      group.map((hold) => ({ hold, notes: releases(hold, card, { context, lines, words }) })),
      words,
    ),
  }));
  return [
    { kind: 'heading', text: words.say('held') },
    { kind: 'list', items },
  ];
}

function titleOf(group: readonly Hold[], words: Wording): Inline {
  const names = group.flatMap(({ line }, index) => [...(index === 0 ? [] : text(listSeparator(words.locale))), ...words.line(line)]);
  const [first] = group;
  return [...names, { text: words.say('colon') }, ...(first === undefined ? [] : text(first.said, 'warn'))];
}

/** What is to be said of every line of a group, once; what is to be said of some of them, with their names. */
function notesOf(each: readonly { readonly hold: Hold; readonly notes: readonly Inline[] }[], words: Wording): Inline[] {
  const all = new Map(each.flatMap(({ notes }) => notes.map((note) => [inlineText(note), note] as const)));
  return [...all].map(([key, note]) => {
    const lines = each
      .filter(({ notes }) => notes.some((other) => inlineText(other) === key))
      .map(({ hold }) => words.clearTitle(hold.line));
    if (lines.length === each.length) return note;
    return [...text(lines.join(listSeparator(words.locale))), { text: words.say('colon') }, ...note];
  });
}

interface Beside {
  readonly context: ReportContext;
  readonly lines: readonly CarriedLine[];
  readonly words: Wording;
}

function releases(hold: Hold, card: Scorecard | StatementBody, beside: Beside): Inline[] {
  const { context, words } = beside;
  // a dispute's way out stands where the dispute is told
  if (hold.waits !== null) return hold.waits.disputed === null ? [waits(hold, words)] : [];
  if (saysItsWayOut(hold)) return [];
  const { held, toReview } = hold;
  const reviews = reviewsBeside(held?.carried.period ?? card.period, toReview, context, words);
  const { mayReview } = hold;
  const then = mayReview.length === 0 ? [] : [words.inline('releasedThenReview', { id: codes(mayReview, words) })];
  return [releasedBy(hold, words), ...then, ...reviews, ...(held === null ? [] : [text(expires(held, card, beside))])];
}

function codes(ids: readonly string[], words: Wording): Inline {
  return ids.flatMap((id, index) => [...(index === 0 ? [] : text(listSeparator(words.locale))), ...code(id)]);
}

function releasedBy({ parties, data: needed, toReview }: Hold, words: Wording): Inline {
  const data = text(needed);
  const custodians = text(parties.map(words.party).join(listSeparator(words.locale)));
  const id = codes(toReview, words);
  if (parties.length > 0 && toReview.length > 0) return words.inline('releasedByDataAndReview', { data, custodians, id });
  if (toReview.length > 0) return words.inline('releasedByReview', { id });
  return parties.length > 0 ? words.inline('releasedByData', { data, custodians }) : text(words.say('releasedBySettlement'));
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
function expires({ carried, life }: NonNullable<Hold['held']>, card: Scorecard | StatementBody, { context, lines, words }: Beside): string {
  const { contract } = words.terms;
  const { holds } = contract;
  const periods = meanWords(lines, carried, terminationOf(context)?.on ?? null, words);
  const isMissing = life.causes.every(({ reason }) => reason.code === 'stale' || !needsData(reason));
  const decision = decisionOf(life, carried, { periods, lack: words.say(isMissing ? 'lack.missing' : 'lack.unusable') }, words);
  const from = decidingDay(contract, timeline(contract, context.events), life, card.period, card.asOf);
  const { statements: count } = life;
  const params = { nth: words.locale === 'en' ? ordinal(count) : count, max: holds.maxPeriods, from, decision };
  return count > holds.maxPeriods ? words.say('heldLonger', { count, from, decision }) : words.say('heldTimes', params);
}

/** What the decision will be; where a gate may block the fee, also what it is if nothing but the gate is unknown. */
function decisionOf(hold: HeldLife, { line, kind }: CarriedLine, params: { periods: string; lack: string }, words: Wording): string {
  const { fees, gates } = words.terms.contract;
  const key = decisionKey(hold, kind, fees.find(({ id }) => id === line) ?? null);
  const decision = words.say(key, params);
  const isGated = gates.some(({ blocks }) => blocks.includes(line));
  if (!isGated) return decision;
  if (key === 'decidedByMeanBrand' || key === 'decidedOnTargetBrand') return words.say('gateAloneBrand', { decision });
  return key === 'decidedByMeanProvider' || key === 'decidedOnTargetProvider' ? words.say('gateAloneProvider', { decision }) : decision;
}

function decisionKey(hold: HeldLife, kind: CarriedLine['kind'], fee: Fee | null) {
  if (hold.wasSettled) return 'decidedAsSettled';
  if (hold.causes.every(({ reason }) => isUnacknowledged(reason))) return 'decidedAcknowledged';
  const party = partyOf(hold.causes);
  const record = kindNamed(kind);
  if (isOnTarget(fee, party)) return party === 'brand' ? 'decidedOnTargetBrand' : 'decidedOnTargetProvider';
  // Nobody can compute a commission without its base: whose data lack it, only the mean can stand in for it.
  const byMean = party !== null && record?.decided === 'mean' && party !== record.unknownCosts;
  if (party === 'brand') return byMean ? 'decidedByMeanBrand' : 'decidedForProvider';
  if (party === 'provider') return byMean ? 'decidedByMeanProvider' : 'decidedForBrand';
  const parties = new Set(hold.causes.map((cause) => cause.party));
  if (parties.has('brand') && parties.has('provider')) return 'decidedByMeanBoth';
  return parties.size > 1 ? 'decidedByMeanMixed' : 'decidedByMeanNobody';
}

/** A waiting true-up's way out: who acknowledges what, or until which day. */
function waits({ line, waits }: Hold, words: Wording): Inline {
  if (waits === null) return [];
  const party = text(words.party(waits.party));
  return words.inline('waits', { party, acknowledges: code(`acknowledges: [${line}]`), on: text(waits.on) });
}
