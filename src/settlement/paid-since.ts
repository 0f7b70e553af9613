import type { ContractEvent, EventOf } from '../contract/event-kinds/event-kinds.js';
import { money } from '../kernel/money.js';
import { balanceOf, paymentsIn } from './balance.js';
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
  return since.filter((payment, index) => {
    // a later statement in the brand's favour clears as well: it does so from its own day on
    const day = payment.on < asOf ? asOf : payment.on;
    const owed = ledger.filter((each) => each.asOf <= day).map((each) => ({ ...each, total: money(each.total, currency) }));
    const openWith = (paid: readonly ContractEvent[]) =>
      balanceOf(owed, [...before, ...paid], day, currency).open.find((each) => each.period === period)?.amount ?? null;
    return openWith(since.slice(0, index)) !== openWith(since.slice(0, index + 1));
  });
}
