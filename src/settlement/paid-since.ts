import type { ContractEvent, EventOf } from '../contract/event-kinds/event-kinds.js';
import { money } from '../kernel/money.js';
import { balanceOf, leftOpen, paymentsIn } from './balance.js';
import type { StatementBody } from './model.js';

/**
 * The payments that have come for a statement since it was made, in their order: those of all that were paid since that left less open of
 * it. The oldest statement clears first, so that most of what is paid later is for later ones.
 * @param ledger every statement that is known, the one asked for among them
 * @param known every event up to the day of asking
 */
export function paidSince(
  { period, asOf, currency, events }: Pick<StatementBody, 'period' | 'asOf' | 'currency' | 'events'>,
  ledger: readonly Pick<StatementBody, 'period' | 'asOf' | 'total' | 'dueOn'>[],
  known: readonly ContractEvent[],
): EventOf<'payment'>[] {
  const counted = new Set(events.map(({ file }) => file));
  const before = known.filter(({ file }) => counted.has(file));
  const since = paymentsIn(known)
    .filter(({ file }) => !counted.has(file))
    .sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
  const found: EventOf<'payment'>[] = [];
  for (const [index, payment] of since.entries()) {
    // a later statement in the brand's favour clears as well: it does so from its own day on
    const day = payment.on < asOf ? asOf : payment.on;
    const owed = ledger.filter((each) => each.asOf <= day).map((each) => ({ ...each, total: money(each.total, currency) }));
    const leftWith = (paid: readonly ContractEvent[]) =>
      leftOpen({ period, open: balanceOf(owed, [...before, ...paid], day, currency).open });
    const left = leftWith(since.slice(0, index + 1));
    if (left !== leftWith(since.slice(0, index))) found.push(payment);
    // what is paid is open again only where something is paid back
    if (left === null && !since.slice(index + 1).some(({ amount }) => amount.startsWith('-'))) break;
  }
  return found;
}
