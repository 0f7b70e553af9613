import type { EventOf } from '../contract/event-kinds/event-kinds.js';
import type { LocalDate } from '../kernel/calendar.js';
import { grouped } from '../kernel/grouped.js';
import { addMoney, money, moneyText, negateMoney, subtractMoney, sumMoney } from '../kernel/money.js';
import { type Counted, countedPayments } from '../settlement/balance.js';
import type { StatementBody } from '../settlement/model.js';
import { type Block, type Inline, left, type Row, right, row, text } from './blocks.js';
import { eventsOfKind } from './event-facts.js';
import { moneyFigure } from './figures.js';
import { asItStands } from './open-now.js';
import type { ReportContext } from './report-context.js';
import type { Wording } from './wording.js';

/** Who owes whom after this statement, which totals are still open, and the payments that it counts. */
export function balanceSection(statement: StatementBody, context: ReportContext, words: Wording): Block[] {
  const owed = (of: StatementBody) => owedText(of, words) ?? words.say('nothingOwed');
  const now = asItStands(statement, context);
  const { asOf } = statement;
  const isLater = now.asOf > asOf;
  return [
    { kind: 'heading', text: isLater ? words.say('balanceOn', { asOf: now.asOf }) : words.say('balance') },
    { kind: 'paragraph', text: text(owed(now), 'strong') },
    ...openTable(now, { refunds: context.now?.refunds ?? context.refunds ?? [] }, words),
    ...(isLater ? [{ kind: 'paragraph' as const, text: text(words.say('balanceThen', { asOf, owed: owed(statement) }), 'dim') }] : []),
    ...paymentTable(statement, context, words),
  ];
}

/** Who owes whom how much after a statement; null where nothing is owed. */
export function owedText({ balance, currency }: StatementBody, words: Wording): string | null {
  const owed = balance.replace('-', '');
  if (isZero(owed)) return null;
  return words.say(balance.startsWith('-') ? 'providerOwes' : 'brandOwes', { ...namesOf(words), amount: moneyFigure(owed, currency) });
}

function namesOf(words: Wording) {
  return { brand: words.party('brand'), provider: words.party('provider') };
}

function isZero(amount: string): boolean {
  return /^-?0(\.0+)?$/.test(amount);
}

/** What is open or to be paid back, oldest first, and what is not of any statement: together the balance. */
function openTable(statement: StatementBody, context: Pick<ReportContext, 'refunds'>, words: Wording): Block[] {
  const { balance, currency, asOf } = statement;
  const { items, rest } = openItems(statement, context);
  if (items.length === 0 && rest === null) return [];
  const columns = [left(words.say('openOf')), right(words.say('amount', { currency })), left(words.say('dueOn'))];
  const rows = items.map(({ period, amount, dueOn }) => row([text(period), text(grouped(amount)), dueCell(dueOn, asOf, words)]));
  const restLabel = words.say(rest?.startsWith('-') === true ? 'credit' : 'repaidOpen', namesOf(words));
  const restRows = rest === null ? [] : [row([text(restLabel), text(grouped(rest)), []])];
  return [{ kind: 'table', columns, rows: [...rows, ...restRows, sumRow([text(words.say('balanceSum'), 'strong'), strong(balance), []])] }];
}

/** What is open of statements after one of them, below 0 what is to be paid back, and what is of none; null where there is nothing such. */
export function openItems(
  { open, balance, currency }: Pick<StatementBody, 'open' | 'balance' | 'currency'>,
  { refunds = [] }: Pick<ReportContext, 'refunds'>,
) {
  const back = refunds.map((refund) => ({ ...refund, amount: moneyText(negateMoney(money(refund.amount, currency))) }));
  const items = [...open, ...back];
  const listed = sumMoney(
    items.map(({ amount }) => money(amount, currency)),
    currency,
  );
  const rest = subtractMoney(money(balance, currency), listed);
  return { items, rest: rest.minor === 0n ? null : moneyText(rest) };
}

function dueCell(dueOn: string | null, asOf: string, words: Wording): Inline {
  if (dueOn === null) return text(words.say('dueUnknown'));
  return dueOn < asOf ? text(words.say('overdue', { on: dueOn }), 'bad') : text(dueOn);
}

/** Every payment dated up to the statement, one that both parties filed once; negative ones are repayments. */
function paymentTable({ currency, asOf }: StatementBody, context: ReportContext, words: Wording): Block[] {
  const counted = paymentsUntil(context, asOf);
  if (counted.length === 0) return [];
  const columns = [
    left(words.say('paidOn')),
    right(words.say('amount', { currency })),
    left(words.say('paymentKind')),
    left(words.say('reference')),
    left(words.say('filedBy')),
  ];
  const rows = counted.map(({ payment, byBoth }) => {
    const amount = moneyText(money(payment.amount, currency));
    const kind = text(words.say(amount.startsWith('-') ? 'repayment' : 'payment', namesOf(words)));
    return row([text(payment.on), text(grouped(amount)), kind, text(payment.reference), text(filedBy(payment, byBoth, words))]);
  });
  const total = moneyText(counted.map(({ payment }) => money(payment.amount, currency)).reduce((a, b) => addMoney(a, b)));
  return [
    { kind: 'paragraph', text: text(words.say('payments'), 'strong') },
    { kind: 'table', columns, rows: [...rows, sumRow([text(words.say('paidInAll'), 'strong'), strong(total), [], [], []])] },
  ];
}

/** The payments dated up to a day that a document counts. */
export function paymentsUntil(context: ReportContext, asOf: LocalDate): Counted[] {
  return countedPayments(eventsOfKind(context, 'payment').filter(({ on }) => on <= asOf));
}

/** Who has filed a payment, in words. */
export function filedBy({ party }: EventOf<'payment'>, byBoth: boolean, words: Wording): string {
  if (byBoth) return words.say('filedByBoth');
  return party === null ? words.say('filedByUnknown') : words.party(party);
}

function strong(amount: string): Inline {
  return text(grouped(amount), 'strong');
}

function sumRow(cells: readonly Inline[]): Row {
  return { ...row(cells), sum: true };
}
