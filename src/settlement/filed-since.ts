import type { ContractEvent, EventOf } from '../contract/event-kinds/event-kinds.js';
import type { LocalDate, PeriodId } from '../kernel/calendar.js';
import { money, moneyText, sumMoney } from '../kernel/money.js';
import type { Party } from '../kernel/party.js';
import { countedPayments } from './balance.js';

/** What was filed since the last statement, moves or doubts money, and stands on no page of the ledger yet. */
export interface FiledSince {
  /** What the brand has filed as paid and the provider has not; absent where there is none. */
  readonly paidAlone?: string;
  /** Who has measured a settled period independently and found something else; absent where nobody has. */
  readonly differs?: readonly { readonly period: PeriodId; readonly party: Party; readonly file: string }[];
}

/**
 * @param events up to the day; @param counted names of the files that statements have counted
 * @param asOf payments of a later day are none yet
 */
export function filedSince(events: readonly ContractEvent[], counted: ReadonlySet<string>, asOf: LocalDate, currency: string): FiledSince {
  const payments = events.filter((event): event is EventOf<'payment'> => event.kind === 'payment' && event.on <= asOf);
  const alone = countedPayments(payments).flatMap(({ payment, byBoth }) => {
    const isPaid = payment.party === 'brand' && !payment.amount.startsWith('-');
    return byBoth || !isPaid || counted.has(payment.file) ? [] : [money(payment.amount, currency)];
  });
  const witnesses = events.filter((event): event is EventOf<'witness'> => event.kind === 'witness' && !counted.has(event.file));
  // A party that has measured again says what it found last.
  const last = witnesses.filter(
    (each, at) => !witnesses.slice(at + 1).some(({ party, period }) => party === each.party && period === each.period),
  );
  const differs = last.flatMap(({ result, period, party, file }) =>
    result === 'different' && party !== null ? [{ period, party, file }] : [],
  );
  return {
    ...(alone.length === 0 ? {} : { paidAlone: moneyText(sumMoney(alone, currency)) }),
    ...(differs.length === 0 ? {} : { differs }),
  };
}
