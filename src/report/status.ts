import type { Reason } from '../attainment/value.js';
import type { Terms } from '../contract/model.js';
import { daysInclusive, type LocalDate } from '../kernel/calendar.js';
import { money, moneyText, sumMoney } from '../kernel/money.js';
import { otherParty } from '../kernel/party.js';
import { excerptOf, type Locale, listSeparator, localText, NO_FIGURE, type Params } from '../kernel/text.js';
import type { Standing, StandingDispute } from '../settlement/standing.js';
import { countsNext, type Doer, isAwaited, isMoney, isUndoneDuty, type Settler, type Task } from '../settlement/tasks.js';
import type { EarlyEnd } from '../settlement/timeline.js';
import { forgeWord, type StatusTextKey, statusText } from '../words/status.js';
import { type Block, code, dotted, type Inline, left, type Row, right, row, text } from './blocks.js';
import { effectText, mayBeClaimedText } from './duty-section.js';
import { exactMoney, moneyFigure } from './figures.js';
import { thenLink } from './form-links.js';
import { separator } from './punctuation.js';
import { reasonTexts } from './reason-texts.js';
import { joined, type Wording, wording } from './wording.js';

/** A contract with what is to be done on it. */
export interface ReportedStanding {
  readonly contract: string;
  /** It has errors: then terms and standing are of what is settled, and null where that tells nothing. */
  readonly isUnread?: true;
  readonly terms: Terms | null;
  readonly standing: Standing | null;
  readonly tasks: readonly Task[];
}

/** What the forge says of the scheduled workflow; null where it was not asked. */
export interface SettleRun {
  /** As the forge names it: `active`, `disabled_inactivity` …; null where there is no such workflow. */
  readonly state: string | null;
  readonly last: { readonly on: LocalDate; readonly conclusion: string; readonly url: string } | null;
}

export interface ReportedStatus {
  /** The days that it is of, {@link daysText}. */
  readonly days: readonly LocalDate[];
  readonly contracts: readonly ReportedStanding[];
  readonly settleRun: SettleRun | null;
  /** Who settles what is due. */
  readonly settler: Settler;
}

/** Lines of tasks that a contract has among others; one that stands alone has all of its own. */
const MOST_TASKS = 7;
/** Characters of what a party wrote that a task quotes. */
const MOST_PROSE = 120;
/** A daily workflow that has not run for so long has stopped. */
const QUIET_DAYS = 3;

/** The days that are reckoned with: of contracts in several zones it may be two at once. */
export function daysText(days: readonly LocalDate[], locale: Locale): string {
  const told = days.join(listSeparator(locale));
  return days.length > 1 ? statusText('each-zone', locale, { days: told }) : told;
}

/** Every contract in a row: first what is to be done by whom and by when. */
export function statusBlocks(status: ReportedStatus, locale: Locale): Block[] {
  const say = sayer(locale);
  const most = status.contracts.length > 1 ? MOST_TASKS : Number.POSITIVE_INFINITY;
  const columns = [left(say('column.next')), left(say('column.contract')), left(say('column.running')), right(say('column.open'))];
  return [
    { kind: 'title', text: text(say('title')), subtitle: text(say('as-of', { asOf: daysText(status.days, locale) })) },
    ...runBlocks(status, locale),
    { kind: 'table', columns, rows: status.contracts.map((each) => contractRow(each, most, locale)) },
    ...(status.contracts.some(({ standing }) => standing?.state === 'running')
      ? [{ kind: 'paragraph' as const, text: text(say('to-date'), 'dim') }]
      : []),
    ...(status.contracts.some(({ standing }) => (standing?.stale.length ?? 0) > 0)
      ? [{ kind: 'paragraph' as const, text: text(say('late-data'), 'dim') }]
      : []),
    ...(status.settleRun === null
      ? [{ kind: 'paragraph' as const, text: text(say(status.settler === 'workflow' ? 'run.unasked' : 'run.none'), 'dim') }]
      : []),
  ];
}

function sayer(locale: Locale) {
  return (key: StatusTextKey, params: Params = {}) => joined(statusText(key, locale, params), locale);
}

/** How the scheduled workflow is; a stopped one stands above everything, since nothing else would tell. */
function runBlocks({ settleRun, days: of }: ReportedStatus, locale: Locale): Block[] {
  if (settleRun === null) return [];
  const say = sayer(locale);
  const { state, last } = settleRun;
  const told = (said: string, isBad: boolean): Block => ({ kind: 'paragraph', text: text(said, isBad ? 'bad' : undefined) });
  const ran =
    last === null
      ? told(say('run.never'), true)
      : told(say('run.last', { on: last.on, conclusion: forgeWord('ended', last.conclusion, locale) }), last.conclusion !== 'success');
  if (state === null) return [told(say('run.missing'), true)];
  if (state !== 'active') return [told(say('run.stopped', { state: forgeWord('stopped', state, locale) }), true), ran];
  const today = of.at(-1);
  const days = last === null || today === undefined ? 0 : daysInclusive(last.on, today) - 1;
  return days > QUIET_DAYS ? [told(say('run.quiet', { days }), true), ran] : [ran];
}

function contractRow({ contract, isUnread, terms, standing, tasks }: ReportedStanding, most: number, locale: Locale): Row {
  const say = sayer(locale);
  const words = terms === null ? null : wording(terms, locale);
  const told = toldAmong(tasks, most);
  const left = tasks.length - told.length;
  const [first, ...others] = taskTexts(told, contract, words, locale);
  const more = [...others, ...(left === 0 ? [] : [text(say('more-tasks', { count: left, contract }), 'dim')])];
  const name = code(contract, 'strong');
  if (standing === null || words === null) return row([first ?? [], name, [], []], more);
  const { next } = standing;
  const none = next === null ? say('task.nothing') : say('task.none', { period: next.period, on: next.on });
  const cells = [
    first ?? text(none, 'dim'),
    name,
    isUnread === true ? [] : text(runningText(standing, words, locale)),
    openTotal(standing),
  ];
  // Columns of their own would take their width from what is to be done.
  const late = overdueOf(standing);
  const overdue = late.length === 0 ? [] : text(say('overdue', { amount: sumText(late, standing.currency) }), 'bad');
  const waits = dotted([overdue, waitingCell(standing, words, locale)]);
  const waiting = waits.length === 0 ? [] : [[{ text: say('waits') }, ...waits]];
  return { ...row(cells, [...waiting, ...more]), about: name };
}

/** Of many tasks those that fill so many lines: money, what is to be settled and what has no day come before everything else, all of them. */
export function toldAmong(tasks: readonly Task[], most: number): readonly Task[] {
  const isKept = (task: Task) => task.on === null || isMoney(task) || task.task === 'settle';
  const lines =
    tasks.filter((task) => isKept(task) && task.task !== 'settle').length + (tasks.some(({ task }) => task === 'settle') ? 1 : 0);
  const others = tasks.filter((task) => !isKept(task)).slice(0, Math.max(most - lines, 0));
  return tasks.filter((task) => isKept(task) || others.includes(task));
}

/**
 * What is to be dealt with besides what is open, which has none of it: held lines, disputes, data that was late, and what was filed since the
 * last statement.
 */
export function waitingCell(standing: Standing, words: Wording, locale: Locale): Inline {
  const { asOf, currency, holds, waits, disputes, stale, paidAlone, differs = [] } = standing;
  const counting = waits.filter((wait) => countsNext(wait, asOf)).length;
  // Of what a review has released since, nobody is asked any more.
  const released = holds.filter(({ causes }) => causes.every((cause) => cause.released === true)).length;
  const awaited = waits.filter((wait) => isAwaited(wait, asOf)).length;
  // one that waits and is disputed is held
  const held = holds.length - released + waits.length - counting - awaited;
  const late = stale.map(({ fact, custodian }) =>
    custodian === null ? fact : words.say('withMore', { text: fact, more: words.party(custodian) }),
  );
  return dotted([
    held === 0 ? [] : text(words.say('countHeld', { count: held }), 'warn'),
    awaited === 0 ? [] : text(statusText('awaited', locale, { count: awaited }), 'warn'),
    released === 0 ? [] : text(statusText('released-next', locale, { count: released })),
    counting === 0 ? [] : text(statusText('counts-next', locale, { count: counting })),
    disputes.length === 0 ? [] : text(words.say('countDisputed', { count: disputes.length }), 'warn'),
    ...differs.map(({ party, period }) => text(statusText('differs', locale, { party: words.party(party), period }), 'warn')),
    paidAlone === undefined
      ? []
      : text(statusText('paid-alone', locale, { amount: moneyFigure(paidAlone, currency), party: words.party('brand') })),
    late.length === 0 ? [] : text(statusText('late', locale, { facts: late.join(listSeparator(locale)) }), 'warn'),
  ]);
}

/** Where a contract stands in its term, in one sentence. */
export function runningText(standing: Standing, words: Wording, locale: Locale): string {
  const { asOf, unsettled } = standing;
  // what can be settled already is a task
  const waiting = unsettled.filter(({ settlesOn }) => settlesOn > asOf);
  const told = waiting.map(({ period, settlesOn: on }) => sayer(locale)('running.unsettled', { period, on }));
  return [termText(standing, words, locale), ...told].join('');
}

/** The same without periods that have ended and are still to be settled. */
export function termText({ state, running, ended }: Standing, words: Wording, locale: Locale): string {
  const say = sayer(locale);
  const early = (key: 'running.ending' | 'running.ended') => (ended === null ? '' : endedWords(key, ended, words));
  if (state === 'running' && running !== null) {
    return say('running.period', { period: running.period, on: running.settlesOn }) + early('running.ending');
  }
  if (state === 'not_begun') return say('running.not_begun', { on: words.terms.contract.term.from });
  if (state === 'final') return say('running.final');
  return ended === null ? say('running.over') : early('running.ended');
}

/** That a party has ended the term early, and when it ends. */
export function endedWords(key: 'event.ended' | 'running.ending' | 'running.ended', { by, on }: EarlyEnd, words: Wording): string {
  return joined(statusText(key, words.locale, { party: words.party(by), on }), words.locale);
}

/** What is open of all statements, below 0 where the provider owes; red as soon as a part of it is overdue. */
export function openTotal(standing: Standing): Inline {
  const { balance, currency } = standing;
  const late = overdueOf(standing).length > 0 ? ('bad' as const) : undefined;
  if (isOwedBack(balance)) return text(moneyFigure(balance, currency), late);
  return standing.open.length === 0 ? text(NO_FIGURE, 'dim') : text(sumText(standing.open, currency), late);
}

/** The same with who owes it, and by when or how much of it is overdue. */
export function openCell(standing: Standing, words: Wording, locale: Locale): Inline {
  const { open, refunds, currency, balance } = standing;
  const isBack = isOwedBack(balance);
  if (open.length === 0 && !isBack) return openTotal(standing);
  const party = words.party(isBack ? 'provider' : 'brand');
  const all = isBack ? balance.slice(1) : moneyText(sumOf(open, currency));
  const amount = moneyFigure(all, currency);
  const late = overdueOf(standing);
  if (late.length === 0) {
    const on = (isBack ? refunds : open).flatMap(({ dueOn }) => dueOn ?? []).sort()[0];
    return text(statusText(on === undefined ? 'open-by' : 'open-by-on', locale, { party, amount, on: on ?? '' }));
  }
  const overdue = moneyText(sumOf(late, currency));
  const key = overdue === all ? 'open-all-overdue' : 'open-overdue';
  return text(statusText(key, locale, { party, amount, overdue: moneyFigure(overdue, currency) }), 'bad');
}

function isOwedBack(balance: string): boolean {
  return balance.startsWith('-') && /[1-9]/.test(balance);
}

/** What has not been paid by its day, whichever party owes it. */
function overdueOf({ open, refunds }: Standing): Standing['open'] {
  return [...open, ...refunds].filter(({ overdue }) => overdue);
}

function sumOf(amounts: Standing['open'], currency: string) {
  return sumMoney(
    amounts.map(({ amount }) => money(amount, currency)),
    currency,
  );
}

function sumText(amounts: Standing['open'], currency: string): string {
  return moneyFigure(moneyText(sumOf(amounts, currency)), currency);
}

/** Where tasks are read: who reads a page has no terminal, so that it says no commands; they stand folded below. */
type Place = 'terminal' | 'page';

/** What a page leads to from a task. */
export interface TaskPage {
  /** The page of what it is about; null where there is none. */
  readonly pageOf: (task: Task) => string | null;
  readonly formsOf: (task: Task) => Inline;
}

/** What there is to do, line by line; periods that are due all wait for one thing, so they are told in one line. */
export function taskTexts(
  tasks: readonly Task[],
  contract: string,
  words: Wording | null,
  locale: Locale,
  page: TaskPage | null = null,
): Inline[] {
  const place = page === null ? 'terminal' : 'page';
  const told = (task: Task): Inline => {
    const href = page?.pageOf(task) ?? null;
    const said = taskText(task, contract, words, locale, place);
    return [...(href === null ? said : said.map((span) => ({ ...span, href }))), ...thenLink(page?.formsOf(task) ?? [])];
  };
  const due = tasks.filter((task) => task.task === 'settle');
  const [first] = due;
  const last = due.at(-1);
  if (first === undefined || last === undefined || first === last) return tasks.map(told);
  const periods = statusText('task.settle.several', locale, { count: due.length, period: first.period, last: last.period });
  const what = settleWords(periods, first.by, locale, place);
  const params = { on: first.since, by: doerText(first.by, words, locale), what };
  const several = text(statusText(first.overdue ? 'task-overdue' : 'task-line', locale, params), first.overdue ? 'bad' : undefined);
  const others = tasks.filter((task) => task.task !== 'settle').map(told);
  return [...others.slice(0, tasks.indexOf(first)), several, ...others.slice(tasks.indexOf(first))];
}

/** By when who has to do what. */
function taskText(task: Task, contract: string, words: Wording | null, locale: Locale, place: Place): Inline {
  const params = { on: task.on ?? '', by: doerText(task.by, words, locale), what: taskWords(task, contract, words, locale, place) };
  const isLate = isOverdue(task);
  if (task.on === null) return text(statusText('task-undated', locale, params), 'bad');
  return text(joined(statusText(isLate ? 'task-overdue' : 'task-line', locale, params), locale), isLate ? 'bad' : undefined);
}

/** Whether a task is late: that its day has passed does not make it so where lateness is claimed. */
export function isOverdue(task: Task): boolean {
  return 'overdue' in task && task.overdue;
}

/** Who has to do something, in words; without the terms by the name of the role. */
export function doerText(by: Doer, words: Wording | null, locale: Locale): string {
  if (by === 'brand' || by === 'provider') return words === null ? by : words.party(by);
  return statusText(`doer.${by}`, locale);
}

/** What is to be resolved, and that the expert has it. */
export function resolveWords(
  {
    party,
    period,
    line,
    claimed,
    reason,
    escalatedOn,
  }: Pick<StandingDispute, 'party' | 'period' | 'line' | 'claimed' | 'reason' | 'escalatedOn'>,
  words: Wording | null,
  locale: Locale,
): string {
  const params = {
    party: words?.party(party) ?? party,
    period,
    line: words?.clearTitle(line) ?? line,
    claimed: words === null ? claimed : exactMoney(claimed, words.currency),
    reason: quoted(reason),
  };
  if (escalatedOn === undefined) return joined(statusText('task.resolve', locale, params), locale);
  const expert = words === null ? '' : localText(words.terms.contract.disputes.expert, locale);
  return joined(statusText('task.resolve.escalated', locale, { ...params, on: escalatedOn, expert }), locale);
}

/** That a milestone may be asked for, or again after it was refused, and why it was. */
export function askWords(
  { milestone, refused }: Pick<Extract<Task, { readonly task: 'ask' }>, 'milestone' | 'refused'>,
  words: Wording | null,
  locale: Locale,
): string {
  const title = words?.clearTitle(milestone) ?? milestone;
  if (refused === undefined) return joined(statusText('task.ask', locale, { milestone: title }), locale);
  return joined(statusText('task.ask.refused', locale, { milestone: title, on: refused.on, reason: quoted(refused.reason) }), locale);
}

/** What a party wrote, as much of it as a list has room for. */
function quoted(prose: string): string {
  return excerptOf(prose, MOST_PROSE);
}

/** What a task would put right, and what holds its lines besides. */
function heldFor(
  { reason, besides = [] }: Extract<Task, { readonly task: 'deliver' | 'review' }>,
  words: Wording | null,
  locale: Locale,
): string {
  const textsOf = (reasons: readonly Reason[]) => (words === null ? reasons.map(({ code }) => code) : reasonTexts(reasons, words));
  const [own = ''] = textsOf([reason]);
  if (besides.length === 0) return own;
  return statusText('task.besides', locale, { reason: own, others: textsOf(besides).join(separator(locale)) });
}

/** Where no workflow settles, how it is done is said with it. */
function settleWords(what: string, by: Doer, locale: Locale, place: Place): string {
  return by === 'workflow' || place === 'page' ? what : statusText('task.settle.by-hand', locale, { what });
}

/** What a task is, with titles for ids. */
export function taskWords(task: Task, contract: string, words: Wording | null, locale: Locale, place: Place = 'terminal'): string {
  const say = sayer(locale);
  const isPage = place === 'page';
  const amount = (value: string) => moneyFigure(value, words?.currency ?? '');
  const line = (id: string) => words?.clearTitle(id) ?? id;
  switch (task.task) {
    case 'mend':
      return say(isPage ? 'task.mend.page' : 'task.mend', { errors: task.errors, contract });
    case 'ratify':
      return say(isPage ? 'task.ratify.page' : 'task.ratify');
    case 'settle':
      return settleWords(say('task.settle', { period: task.period }), task.by, locale, place);
    case 'accept':
      return say('task.accept', { period: task.period, pullRequest: task.pullRequest });
    case 'pay':
    case 'repay': {
      const key = task.task === 'pay' ? 'task.pay' : task.period === null ? 'task.repay' : 'task.repay.of';
      return say(key, { amount: amount(task.amount), period: task.period ?? '' });
    }
    case 'check':
      return say('task.check', { period: task.period });
    case 'resolve':
      return resolveWords(task, words, locale);
    case 'deliver':
    case 'review': {
      const lines = task.lines.map(line).join(listSeparator(locale));
      return say(`task.${task.task}`, { lines, reason: heldFor(task, words, locale) });
    }
    case 'acknowledge':
      return say('task.acknowledge', { line: line(task.line), moves: amount(task.moves), from: task.countsFrom });
    case 'duty':
    case 'claim': {
      const title = words?.terms.contract.duties.find(({ id }) => id === task.duty)?.title ?? task.duty;
      const of = { duty: localText(title, locale), period: task.period };
      if (task.task === 'claim') return say('task.claim', { ...of, party: doerText(otherParty(task.by), words, locale) });
      if (!isUndoneDuty(task) || words === null) return say('task.duty', of);
      const effect = effectText({ id: task.duty, owes: task.by, isLate: task.overdue }, words);
      if (task.claimableUntil === null) return say('task.duty.overdue', { ...of, effect });
      return say('task.duty.unclaimed', { ...of, claim: mayBeClaimedText(task.by, task.claimableUntil, words), effect });
    }
    case 'answer':
      return say('task.answer', { milestone: line(task.milestone) });
    case 'ask':
      return askWords(task, words, locale);
    case 'examine':
      return say('task.examine', { count: task.count, period: task.period });
    case 'hand-over':
      return say(task.overdue ? 'task.hand-over.overdue' : isPage ? 'task.hand-over.page' : 'task.hand-over', { contract });
  }
}
