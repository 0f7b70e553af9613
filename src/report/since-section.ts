import type { EventOf } from '../contract/event-kinds/event-kinds.js';
import type { PeriodId } from '../kernel/calendar.js';
import { money, moneyText, subtractMoney } from '../kernel/money.js';
import { fixedBy, trueUpId } from '../settlement/disputes.js';
import { isDecision } from '../settlement/holds.js';
import { lineName } from '../settlement/line-names.js';
import type { StatementBody } from '../settlement/model.js';
import { type Block, code, type Inline, type ListItem, text } from './blocks.js';
import { eventsOfKind, givenBySilence, lapsedNow, newEvents, terminationOf, type Unresolved } from './event-facts.js';
import { moneyFigure } from './figures.js';
import type { ReportContext } from './report-context.js';
import type { Wording } from './wording.js';

/** What time or one party alone has brought about since the last statement; no line says all of it. */
export function sinceSection(statement: StatementBody, context: ReportContext, words: Wording): Block[] {
  const items = [
    ...terminated(context, words),
    ...lapsedNow(context, statement.asOf).map((lapsed) => lapsedItem(lapsed, context, words)),
    ...resolved(statement, context, words),
    ...decided(statement, words),
    ...released(statement, context, words),
    ...given(statement, context, words),
  ];
  if (items.length === 0) return [];
  return [
    { kind: 'heading', text: words.say('since') },
    { kind: 'list', items },
  ];
}

function terminated(context: ReportContext, words: Wording): ListItem[] {
  const event = terminationOf(context);
  if (event === null || !newEvents(context).some(({ file }) => file === event.file)) return [];
  const party = text(words.say(`party.${event.party}`));
  return [{ text: words.inline('terminatedNow', { party, file: code(event.file), on: text(event.on) }), notes: [] }];
}

/** The line that a dispute is of, itself or by a true-up of it. */
function lineOfDispute({ period, line }: EventOf<'dispute'>): { readonly period: PeriodId; readonly line: string } {
  const about = lineName(line);
  return { period: about.period ?? period, line: about.line };
}

function lapsedItem({ dispute, lapsesOn }: Unresolved, { before }: ReportContext, words: Wording): ListItem {
  const { period, line } = lineOfDispute(dispute);
  const was = before?.carried.lines.find((each) => each.period === period && each.line === line)?.life;
  const shown = { file: code(dispute.file), on: text(lapsesOn) };
  const name = words.line(`${period}/${line}`);
  if (was?.state !== 'disputed') return item(name, words.inline('lapsedFrozen', shown), words);
  const { currency } = words;
  const aside = moneyText(subtractMoney(money(was.computed, currency), money(was.amount, currency)));
  if (!/[1-9]/.test(aside)) return item(name, words.inline('lapsedFrozen', shown), words);
  return item(name, words.inline('lapsedSetAside', { ...shown, amount: text(moneyFigure(aside, words.currency)) }), words);
}

/** Disputes that both have resolved at what the line already pays: no line says so, yet what is computed from it moves. */
function resolved({ lines, carried }: StatementBody, context: ReportContext, words: Wording): ListItem[] {
  return newEvents(context).flatMap((event) => {
    if (event.kind !== 'resolution') return [];
    const dispute = eventsOfKind(context, 'dispute').find(({ file }) => file === event.answers);
    if (dispute === undefined || fixedBy(dispute, context.events)?.file !== event.file) return [];
    const { period, line } = lineOfDispute(dispute);
    const life = carried.lines.find((each) => each.period === period && each.line === line)?.life;
    const isTold = lines.some(({ id, reason }) => id === trueUpId(period, line) || (id === line && reason?.code === 'resolved'));
    if (life?.state !== 'resolved' || isTold) return [];
    const shown = { file: code(event.file), dispute: code(dispute.file), amount: text(moneyFigure(life.amount, words.currency)) };
    return [item(words.line(`${period}/${line}`), words.inline('resolvedNow', shown), words)];
  });
}

/** What was decided: the line's own row says why. */
function decided({ lines, carried }: StatementBody, words: Wording): ListItem[] {
  return lines.flatMap((line) => {
    if (!isDecision(line.reason)) return [];
    const { period, line: about } = lineName(line.id);
    const life = carried.lines.find((each) => each.period === period && each.line === about)?.life;
    if (life === undefined) return [];
    const amount = moneyFigure(life.state === 'disputed' ? life.computed : life.amount, words.currency);
    return [item(words.line(`${period}/${about}`), text(words.say('decidedNow', { amount })), words)];
  });
}

/** Holds that ended without moving anything: no line says so. */
function released({ lines, carried }: StatementBody, { before }: ReportContext, words: Wording): ListItem[] {
  return (before?.carried.lines ?? []).flatMap(({ period, line, life: was }) => {
    const life = carried.lines.find((each) => each.period === period && each.line === line)?.life;
    const isTold = lines.some(({ id }) => id === trueUpId(period, line));
    if (was.state !== 'held' || life === undefined || life.state === 'held' || isTold) return [];
    const amount = moneyFigure(life.amount, words.currency);
    return [item(words.line(`${period}/${line}`), text(words.say('releasedNow', { amount })), words)];
  });
}

/** Milestones that a statement pays since nobody has answered. */
function given(statement: StatementBody, context: ReportContext, words: Wording): ListItem[] {
  const { days } = context.terms.contract.acceptance;
  const within = days === 1 ? words.say('dayOne') : words.say('dayMany', { count: days });
  return statement.carried.lines.flatMap(({ kind, line, period, life }) => {
    if (kind !== 'milestone' || life.state !== 'accepted') return [];
    const was = context.before?.carried.lines.find((each) => each.period === period && each.line === line)?.life;
    if (was?.state === 'accepted') return [];
    const request = givenBySilence(context, line, statement.asOf);
    if (request === null) return [];
    const name = words.line(period === statement.period ? line : `${period}/${line}`);
    return [item(name, words.inline('givenBySilenceNow', { file: code(request.file), days: text(within) }), words)];
  });
}

function item(name: Inline, said: Inline, words: Wording): ListItem {
  return { text: [...name, { text: words.say('colon') }, ...said], notes: [] };
}
