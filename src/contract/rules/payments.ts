import { distance } from 'fastest-levenshtein';
import type { Issue } from '../../kernel/issue.js';
import { kept } from '../../kernel/kept.js';
import { money, moneyText } from '../../kernel/money.js';
import { rational, toExact } from '../../kernel/rational.js';
import { issue } from '../../words/issue.js';
import type { EventOf } from '../event-kinds/event-kinds.js';
import { quote } from '../quote.js';
import { type EventsCheck, eventsOf } from './event-check.js';
import type { Rule } from './rule.js';

type Payment = EventOf<'payment'>;

/**
 * One reference is one payment: filed by both parties with the same day and amount it counts once, so what differs would count
 * twice without anybody having meant it.
 */
function paymentsAgree(check: EventsCheck): readonly Issue[] {
  const payments = eventsOf(check, 'payment');
  const { currency } = check.terms.contract;
  return payments.flatMap(({ event, source }, index) => {
    for (const { event: other } of payments.slice(0, index)) {
      if (other.reference !== event.reference) continue;
      const params = { id: quote(event.reference), file: other.file };
      if (!isSameAmount(event, other)) {
        const [found, expected] = [event, other].map(({ amount }) => moneyText(money(amount, currency)));
        return [issue('payment-differs', source.at(['amount']), { ...params, found: found ?? '', expected: expected ?? '' })];
      }
      if (other.party !== event.party && other.on !== event.on) {
        return [issue('payment-differs', source.at(['on']), { ...params, found: event.on, expected: other.on })];
      }
    }
    return [];
  });
}

/** Two payments of one day and amount, one filed by each party, whose references hardly differ: most likely one, counted twice. */
function paymentsCountOnce(check: EventsCheck): readonly Issue[] {
  const payments = eventsOf(check, 'payment');
  return payments.flatMap(({ event, source }, index): Issue[] => {
    const isTwin = ({ event: other }: (typeof payments)[number]) =>
      other.party !== event.party && other.on === event.on && isSameAmount(event, other) && isNear(other.reference, event.reference);
    const twin = payments.slice(0, index).find(isTwin)?.event;
    if (twin === undefined) return [];
    const params = { found: quote(event.reference), expected: quote(twin.reference), file: twin.file };
    return [issue('payment-counts-twice', source.at(['reference']), params)];
  });
}

/** A repayment that only one party has filed: a negative amount adds to what the brand owes, whoever files it. */
function repaymentsAreBoths(check: EventsCheck): readonly Issue[] {
  const payments = eventsOf(check, 'payment');
  const { currency } = check.terms.contract;

  return payments.flatMap(({ event, source }): Issue[] => {
    if (!event.amount.startsWith('-')) return [];
    const isFiledByOther = payments.some(
      ({ event: other }) =>
        other.party !== event.party && other.reference === event.reference && other.on === event.on && isSameAmount(other, event),
    );
    if (isFiledByOther) return [];
    const params = { amount: moneyText(money(event.amount, currency)), currency };
    return [issue('payment-repaid-alone', source.at(['amount']), params)];
  });
}

function isSameAmount(a: Payment, b: Payment): boolean {
  return exactAmount(a.amount) === exactAmount(b.amount);
}

/** Of hundreds of payments each is held against all others. */
const exactAmount = kept((amount: string) => toExact(rational(amount)));

/**
 * References that differ in case, width, spaces or punctuation only, in one character, or where one holds the other whole
 * (`PAY-1001` and `1001`). Equal ones are one payment already.
 */
function isNear(a: string, b: string): boolean {
  if (a === b) return false;
  const [one, other] = [bare(a), bare(b)];
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  if (short === '') return false;
  if ((short.length >= 3 && long.includes(short)) || one === other) return true;
  return long.length <= LONGEST_REFERENCE && distance(one, other) <= 1;
}

/** No bank takes a longer one; how far two texts are apart takes the product of their lengths. */
const LONGEST_REFERENCE = 200;

/** Letters and digits alone, in one case and width. */
const bare = kept((reference: string): string =>
  reference
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\u2010-\u2015!-/:-@[-`{-~·、。]/g, ''),
);

/** Rules about payments. */
export const PAYMENT_RULES: readonly Rule<EventsCheck>[] = [paymentsAgree, paymentsCountOnce, repaymentsAreBoths];
