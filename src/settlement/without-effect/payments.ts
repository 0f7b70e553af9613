import type { EventOf } from '../../contract/event-kinds/event-kinds.js';
import { type Money, money, moneyText, negateMoney, subtractMoney, sumMoney, zeroMoney } from '../../kernel/money.js';
import { remembered } from '../../kernel/remembered.js';
import { issue } from '../../words/issue.js';
import { paymentsIn } from '../balance.js';
import type { Judge, Scene } from './scene.js';

/** More than is owed by the statements so far: it counts, and whoever files it should mean it. */
export const paymentWithoutEffect: Judge<'payment'> = (event, scene, at) => {
  const balance = balancesBefore(scene).get(event.file);
  // the other party's account of the same payment moves nothing
  if (balance === undefined) return [];
  const { currency } = scene.terms.contract;
  const paid = money(event.amount, currency);
  const isBack = paid.minor < 0n;
  const none = zeroMoney(currency);
  const owed = isBack ? subtractMoney(none, balance) : balance;
  const size = isBack ? subtractMoney(none, paid) : paid;
  if (!isBack && owed.minor < 0n) {
    const then = moneyText(subtractMoney(paid, owed));
    return [issue('payment-while-owed-back', at, { amount: moneyText(paid), owed: moneyText(negateMoney(owed)), then, currency })];
  }
  const open = owed.minor > 0n ? owed : none;
  if (size.minor <= open.minor) return [];
  const params = { amount: moneyText(paid), open: moneyText(open), over: moneyText(subtractMoney(size, open)), currency };
  return [issue(isBack ? 'repayment-exceeds' : 'payment-exceeds', at, params)];
};

/** What the brand owed by the statements so far before each payment that counts, in the order in which they were filed. */
const balancesBefore = remembered(({ terms, events, ledger }: Scene): ReadonlyMap<EventOf<'payment'>['file'], Money> => {
  const { currency } = terms.contract;
  let balance = sumMoney(
    ledger.map(({ statement }) => money(statement.total, currency)),
    currency,
  );
  const before = new Map<string, Money>();
  for (const { file, amount } of paymentsIn(events)) {
    before.set(file, balance);
    balance = subtractMoney(balance, money(amount, currency));
  }
  return before;
});
