import { characterList, seenOf, unseenIn, visibleName } from '../../kernel/characters.js';
import type { Issue } from '../../kernel/issue.js';
import { money, moneyText } from '../../kernel/money.js';
import { rational, toExact } from '../../kernel/rational.js';
import { remembered } from '../../kernel/remembered.js';
import { issue } from '../../words/issue.js';
import type { EventOf } from '../event-kinds/event-kinds.js';
import { quote } from '../quote.js';
import { type EventsCheck, eventsOf } from './event-check.js';
import type { Rule } from './rule.js';

type Payment = EventOf<'payment'>;

/** A payment with its texts as they are compared: each is made once, since of hundreds every one may be held against all others. */
interface Filed {
  readonly event: Payment;
  readonly source: ReturnType<typeof eventsOf<'payment'>>[number]['source'];
  readonly amount: string | null;
  readonly bare: string;
  readonly typed: string;
}

const filedIn = remembered((check: EventsCheck): readonly Filed[] =>
  eventsOf(check, 'payment').map(({ event, source }) => ({
    event,
    source,
    amount: toExact(rational(event.amount)),
    bare: bare(event.reference),
    typed: typed(event.reference),
  })),
);

/** What `judge` says of each payment, in order, held against those before it that have the same of what `keyOf` names: no others can. */
function heldAgainstEarlier(
  filed: readonly Filed[],
  keyOf: (each: Filed) => string,
  judge: (each: Filed, earlier: readonly Filed[]) => Issue | null,
): readonly Issue[] {
  const known = new Map<string, Filed[]>();
  return filed.flatMap((each) => {
    const earlier = known.get(keyOf(each)) ?? [];
    known.set(keyOf(each), earlier);
    const found = judge(each, earlier);
    earlier.push(each);
    return found ?? [];
  });
}

/**
 * One reference is one payment: filed by both parties with the same day and amount it counts once, so what differs would count
 * twice without anybody having meant it.
 */
function paymentsAgree(check: EventsCheck): readonly Issue[] {
  const { currency } = check.terms.contract;
  const differs = (each: Filed, earlier: readonly Filed[]): Issue | null => {
    const { event, source, amount } = each;
    const other = earlier.find((one) => one.amount !== amount || (one.event.party !== event.party && one.event.on !== event.on));
    if (other === undefined) return null;
    const params = { id: quote(event.reference), file: other.event.file };
    if (amount === other.amount) {
      return issue('payment-differs', source.at(['on']), { ...params, found: event.on, expected: other.event.on });
    }
    const [found, expected] = [event, other.event].map((payment) => moneyText(money(payment.amount, currency)));
    return issue('payment-differs', source.at(['amount']), { ...params, found: found ?? '', expected: expected ?? '' });
  };
  return heldAgainstEarlier(filedIn(check), ({ event }) => event.reference, differs);
}

/**
 * Two payments of one day and amount that are most likely one, counted twice: of the two parties where their references hardly differ, of one
 * where nobody would tell them apart. A second payment that is meant has a reference of its own.
 */
function paymentsCountOnce(check: EventsCheck): readonly Issue[] {
  const countsTwice = (each: Filed, earlier: readonly Filed[]): Issue | null => {
    const { event, source } = each;
    const twin = earlier.find((other) => (other.event.party === event.party ? isTypedAlike : isNear)(other, each))?.event;
    if (twin === undefined) return null;
    const params = { found: quote(event.reference), expected: quote(twin.reference), file: twin.file };
    return issue('payment-counts-twice', source.at(['reference']), params);
  };
  return heldAgainstEarlier(filedIn(check), ({ event, amount }) => `${event.on} ${amount}`, countsTwice);
}

/** A repayment that only one party has filed: a negative amount adds to what the brand owes, whoever files it. */
function repaymentsAreBoths(check: EventsCheck): readonly Issue[] {
  const { currency } = check.terms.contract;
  const filed = filedIn(check);
  const keyOf = ({ event, amount }: Filed) => JSON.stringify([event.reference, event.on, amount]);
  // null among them: one that names no party is filed by both
  const parties = new Map<string, Set<Payment['party']>>();
  for (const each of filed) parties.set(keyOf(each), (parties.get(keyOf(each)) ?? new Set()).add(each.event.party));
  return filed.flatMap((each): Issue[] => {
    const { event, source } = each;
    const isFiledByOther = [...(parties.get(keyOf(each)) ?? [])].some((party) => party !== event.party);
    if (!event.amount.startsWith('-') || isFiledByOther) return [];
    const params = { amount: moneyText(money(event.amount, currency)), currency };
    return [issue('payment-repaid-alone', source.at(['amount']), params)];
  });
}

/** References that differ in case, width, kinds of dashes and spaces only, or in what nobody sees. */
function isTypedAlike(a: Filed, b: Filed): boolean {
  return a.event.reference !== b.event.reference && a.typed === b.typed;
}

/**
 * References that differ in case, width, spaces or punctuation only, in one character, or where one holds the other whole
 * (`PAY-1001` and `1001`). Equal ones are one payment already.
 */
function isNear(a: Filed, b: Filed): boolean {
  if (a.event.reference === b.event.reference) return false;
  const [short, long] = a.bare.length <= b.bare.length ? [a.bare, b.bare] : [b.bare, a.bare];
  if (short === '') return false;
  if ((short.length >= 3 && long.includes(short)) || short === long) return true;
  return isOneEditApart(short, long);
}

/** Whether one character put in, left out or put in another's place makes one of the other: what both begin and end with is all but that. */
function isOneEditApart(short: string, long: string): boolean {
  if (long.length - short.length > 1) return false;
  let begin = 0;
  while (begin < short.length && short[begin] === long[begin]) begin += 1;
  let end = 0;
  while (end < short.length - begin && short[short.length - 1 - end] === long[long.length - 1 - end]) end += 1;
  return begin + end >= long.length - 1;
}

/** What is seen of a reference, in one case and width, without spaces and with one kind of dash. */
function typed(reference: string): string {
  return seenOf(reference)
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\s/g, '')
    .replace(/\p{Pd}/gu, '-');
}

/** Letters and digits alone, in one case and width. */
function bare(reference: string): string {
  return typed(reference).replace(/[!-/:-@[-`{-~·、。]/g, '');
}

/** Nothing in a reference is invisible or turns text round: by it payments are told apart. */
function referencesAreSeen(check: EventsCheck): readonly Issue[] {
  return filedIn(check).flatMap(({ event, source }) => {
    const unseen = unseenIn(event.reference);
    if (unseen.length === 0 || check.counted.has(event.file)) return [];
    return [issue('reference-unseen', source.at(['reference']), { id: quote(visibleName(event.reference)), found: characterList(unseen) })];
  });
}

/** Rules about payments. */
export const PAYMENT_RULES: readonly Rule<EventsCheck>[] = [paymentsAgree, paymentsCountOnce, repaymentsAreBoths, referencesAreSeen];
