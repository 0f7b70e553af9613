import { formLink, formName } from '../forms/form-link.js';
import { addDays, type LocalDate } from '../kernel/calendar.js';
import { type Money, moneyText, negateMoney } from '../kernel/money.js';
import { listSeparator } from '../kernel/text.js';
import { payByOf, setOffOf } from '../settlement/balance.js';
import { isDisputable } from '../settlement/disputable.js';
import type { Scorecard, StatementBody } from '../settlement/model.js';
import { type Block, code, type Inline, text } from './blocks.js';
import { moneyFigure } from './figures.js';
import { linkToForm, thenLink } from './form-links.js';
import { groupedHolds, type Hold, holdsOf, saysItsWayOut } from './held-groups.js';
import { asItStands } from './open-now.js';
import { separator } from './punctuation.js';
import type { ReportContext } from './report-context.js';
import type { Wording } from './wording.js';

type Pairs = Extract<Block, { readonly kind: 'pairs' }>['pairs'];

/** Below the amount: by when it is to be paid, until when it may be disputed and how, how it is accepted, what is held for want of what. */
export function firstLines(card: Scorecard | StatementBody, context: ReportContext, words: Wording): Block[] {
  const settled = 'carried' in card && context.preview !== true ? card : null;
  const pairs = [
    ...(settled === null ? expected(card, context, words) : deadlines(settled, context, words)),
    ...held(card, context, words),
  ];
  return pairs.length === 0 ? [] : [{ kind: 'pairs', pairs }];
}

/** Of a period that is not over: from when it can be settled. */
export function settledFrom(card: Scorecard, context: ReportContext, words: Wording): Block[] {
  const pairs = expected(card, context, words);
  return pairs.length === 0 ? [] : [{ kind: 'pairs', pairs }];
}

function deadlines(statement: StatementBody, context: ReportContext, words: Wording): Pairs {
  return [
    ...payBy(statement, context, words),
    ...openBefore(asItStands(statement, context), words),
    ...(isDisputable(statement) ? [{ label: words.say('disputeUntil'), value: dispute(statement, context, words) }] : []),
    ...reopened(statement, context, words),
    { label: words.say('acceptedBy'), value: text(accepted(statement, words)) },
  ];
}

/** By when this statement's total is to be paid, as far as earlier payments do not cover it. */
function payBy(made: StatementBody, context: ReportContext, words: Wording): Pairs {
  const { repository } = context;
  const statement = asItStands(made, context);
  const payBy = payByOf(statement);
  if (payBy.state === 'zero') return [];
  const label = words.say('payBy');
  const isPaidSince = payBy.state === 'covered' && payByOf(made).state !== 'covered';
  const value = text(isPaidSince ? words.say('paidInFull', { asOf: statement.asOf }) : payByText(statement, words));
  if (repository === undefined || !('left' in payBy)) return [{ label, value }];
  const amount = moneyText(payBy.state === 'refund' ? negateMoney(payBy.left) : payBy.left);
  const href = formLink(repository, 'payment', { contract: statement.contract, amount });
  return [{ label, value: [...value, { text: ' · ' }, { text: words.say('recordPayment'), href }] }];
}

/** By when a total is to be paid or given back; of one of 0 that there is nothing to pay. */
export function payByText(statement: StatementBody, words: Wording): string {
  const payBy = payByOf(statement);
  switch (payBy.state) {
    case 'zero':
      return words.say('totalNoteZero');
    case 'covered':
      return words.say('payNothing');
    case 'set-off':
      return words.say('payBySetOff', { brand: words.party('brand') });
    case 'refund':
      return refundText(statement, dayText(payBy.on, statement, words), words);
    case 'pay': {
      const left = moneyText(payBy.left);
      const on = dayText(payBy.on, statement, words);
      return left === statement.total ? on : words.say('payByOpen', { on, amount: moneyFigure(left, statement.currency) });
    }
  }
}

/** The same where there is no room for more than the day: of what is still to be paid or paid back the day alone. */
export function payDayText(statement: StatementBody, words: Wording): string {
  const payBy = payByOf(statement);
  return 'on' in payBy ? (payBy.on ?? words.say('payByNone')) : payByText(statement, words);
}

function dayText(on: LocalDate | null, { asOf }: Pick<StatementBody, 'asOf'>, words: Wording): string {
  if (on === null) return words.say('payByNone');
  return on < asOf ? words.say('overdue', { on }) : on;
}

/** What of a total in the brand's favour is to be paid back by when, as far as it is not set against what the brand owes. */
function refundText(statement: StatementBody, on: string, words: Wording): string {
  const { setOff, left } = setOffOf(statement);
  if (setOff.minor === 0n) return words.say('payByRefund', { on });
  const figure = (amount: Money) => moneyFigure(moneyText(amount), statement.currency);
  return words.say('payByRefundLeft', { on, brand: words.party('brand'), setOff: figure(setOff), left: figure(left) });
}

/** What earlier statements left unpaid: of those of later ones their own pages tell. */
function openBefore({ open, period, currency, asOf }: StatementBody, words: Wording): Pairs {
  const earlier = open.filter((each) => each.period < period);
  if (earlier.length === 0) return [];
  const items = earlier.map(({ period: of, amount, dueOn }) => {
    const params = { period: of, amount: moneyFigure(amount, currency), on: dueOn ?? '' };
    return words.say(dueOn === null ? 'openBeforeUndated' : dueOn < asOf ? 'openBeforeOverdue' : 'openBeforeOn', params);
  });
  return [{ label: words.say('openBefore'), value: text(items.join(separator(words.locale))) }];
}

/** How a line is disputed at a command line. */
export function disputeCommand({ contract, period }: Pick<StatementBody, 'contract' | 'period'>): string {
  return `concord event ${contract} dispute party=... period=${period} line=... claimed=... reason=... "evidence=[...]"`;
}

function dispute(statement: StatementBody, { repository, today }: ReportContext, words: Wording): Inline {
  const { contract, period, asOf, disputableUntil } = statement;
  const until = text(disputableUntil, 'strong');
  // what can be disputed no longer has no form to be opened in vain
  if ((today ?? asOf) > disputableUntil) return until;
  const form = formName('dispute', words.locale);
  if (repository !== undefined) {
    return words.inline('disputeByForm', { until, form: [{ text: form, href: formLink(repository, 'dispute', { contract, period }) }] });
  }
  // who reads a page has no terminal: the command stands folded below
  if (today !== undefined) return words.inline('disputeByFormNamed', { until, form: text(form) });
  const command = code(disputeCommand(statement));
  return words.inline('disputeByCommand', { until, form: text(form), command });
}

/** A true-up is news to the party that it costs: the line that it moves may be disputed again, in its own period, whatever its day was. */
function reopened({ lines, asOf, disputableUntil: until }: StatementBody, { today }: ReportContext, words: Wording): Pairs {
  if ((today ?? asOf) > until || !lines.some(({ kind }) => kind === 'true-up')) return [];
  return [{ label: words.say('disputeAgain'), value: text(words.say('disputeTrueUps', { until })) }];
}

function accepted(statement: StatementBody, words: Wording): string {
  const { silence } = words.terms.contract.acceptance;
  if (silence !== 'accepts') return words.say('acceptedBoth');
  return words.say(isDisputable(statement) ? 'acceptedBySilence' : 'acceptedOn', { on: statement.disputableUntil });
}

/** Of what is not settled yet: the first day on which it can be, and the days from there. */
function expected({ to }: Scorecard, { settled }: ReportContext, words: Wording): Pairs {
  if (to === null || settled !== undefined) return [];
  const { calendar, acceptance, payment } = words.terms.contract;
  const params = { on: addDays(to, calendar.lockAfterDays), days: acceptance.days };
  const said = payment === null ? words.say('settledFrom', params) : words.say('settledAndDue', { ...params, due: payment.dueDays });
  return [{ label: words.say('settledOn'), value: text(said) }];
}

/** What is held for want of what from whom; one cause is told once, whatever it holds. */
function held(card: Scorecard | StatementBody, context: ReportContext, words: Wording): Pairs {
  return groupedHolds(holdsOf(card, context, words)).flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    const lines = text(group.map(({ line }) => words.clearTitle(line)).join(listSeparator(words.locale)));
    const reason = text(first.said, 'warn');
    const value = saysItsWayOut(first)
      ? [...reason, ...thenLink(waitLinks(group, card, context, words))]
      : words.inline('heldNeeds', { lines, reason, need: [...need(first, card, words), ...reviewLink(first, card, context, words)] });
    return [{ label: words.say('heldFor'), value }];
  });
}

/** The forms that answer true-ups that wait for a word, as long as it counts. */
function waitLinks(group: readonly Hold[], { contract, period, asOf }: Scorecard, context: ReportContext, words: Wording): Inline {
  const open = group.filter(({ waits }) => waits !== null && (context.today ?? asOf) < waits.on);
  const [first] = open;
  if (first === undefined) return [];
  const acknowledges = open.map(({ line }) => line).join('\n');
  const disputed = open.length === 1 ? { line: first.line } : {};
  const review = linkToForm(context, 'review', { contract, period, acknowledges }, words);
  return [...review, ...thenLink(linkToForm(context, 'dispute', { contract, period, ...disputed }, words))];
}

/** The form that says that somebody has looked, with what it acknowledges. */
function reviewLink({ toReview }: Hold, { contract, period }: Scorecard, context: ReportContext, words: Wording): Inline {
  return toReview.length === 0
    ? []
    : thenLink(linkToForm(context, 'review', { contract, period, acknowledges: toReview.join('\n') }, words));
}

function need({ parties, data: needed, toReview, mayReview }: Hold, { anomalies }: Pick<Scorecard, 'anomalies'>, words: Wording): Inline {
  const data = text(needed);
  const custodians = text(parties.map(words.party).join(listSeparator(words.locale)));
  const codes = (ids: readonly string[]) =>
    ids.flatMap((each, index) => [...(index === 0 ? [] : text(listSeparator(words.locale))), ...code(each)]);
  const id = codes(toReview);
  if (parties.length > 0) {
    const then = mayReview.length === 0 ? [] : words.inline('needThenReview', { id: codes(mayReview) });
    return [...words.inline(toReview.length > 0 ? 'needDataAndReview' : 'needData', { data, custodians, id }), ...then];
  }
  if (toReview.length === 0) return text(words.say('needNothing'));
  // days without rows may be a file that is missing: a review is not the first thing to think of
  const mayLack = anomalies.some((anomaly) => 'silence' in anomaly && toReview.includes(anomaly.id));
  return words.inline(mayLack ? 'needRowsOrReview' : 'needReview', { id });
}
