import type { ContractEvent } from '../contract/event-kinds/event-kinds.js';
import type { Contract } from '../contract/model.js';
import { addDays, type LocalDate, type PeriodId } from '../kernel/calendar.js';
import { balanceOf, paymentsIn } from './balance.js';
import type { StatementBody } from './model.js';
import type { MadeOn } from './refunds.js';

/**
 * The balance of a day as `balanceOf` has it, with the day by which each open total is to be paid as things are then. A statement that was
 * paid in full and that a repayment opened again is due as many days after the repayment as the contract gives any payment: nobody was late
 * with it before. Of one that was open all along, if only in part, the day is its own.
 */
export function openOn(
  made: readonly MadeOn[],
  events: readonly ContractEvent[],
  asOf: LocalDate,
  { currency, payment }: Pick<Contract, 'currency' | 'payment'>,
): Pick<StatementBody, 'balance' | 'open'> {
  const { balance, open } = balanceOf(made, events, asOf, currency);
  const isOpen = (period: PeriodId, day: LocalDate) =>
    balanceOf(until(made, day), events, day, currency).open.some((each) => each.period === period);
  const repaid = paymentsIn(events).flatMap(({ amount, on }) => (amount.startsWith('-') && on <= asOf ? [on] : []));
  const opened = repaid.sort().reverse();
  return {
    balance,
    open: open.map((each) => {
      const own = made.find(({ period }) => period === each.period);
      const again = opened.find(
        (day) => own !== undefined && own.asOf < day && isOpen(each.period, day) && !isOpen(each.period, addDays(day, -1)),
      );
      if (payment === null || each.dueOn === null || again === undefined) return each;
      const dueOn = addDays(again, payment.dueDays);
      return { ...each, dueOn: dueOn > each.dueOn ? dueOn : each.dueOn };
    }),
  };
}

/** The statements that were made by a day. */
function until(made: readonly MadeOn[], day: LocalDate): readonly MadeOn[] {
  return made.filter(({ asOf }) => asOf <= day);
}
