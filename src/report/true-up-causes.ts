import { vocabulary } from '../attainment/measures.js';
import type { ContractEvent, EventOf } from '../contract/event-kinds/event-kinds.js';
import { kindOf } from '../contract/fee-kinds/fee-kinds.js';
import type { ExclusionWindow, Terms } from '../contract/model.js';
import { localTime, type PeriodId, periodDays } from '../kernel/calendar.js';
import { listSeparator } from '../kernel/text.js';
import { trueUpId } from '../settlement/disputes.js';
import { measuresOfFee } from '../settlement/fee-measures.js';
import { isDecision } from '../settlement/holds.js';
import type { CarriedLine } from '../settlement/line-life.js';
import { feeOfLine, lineName } from '../settlement/line-names.js';
import { sourcesOf } from '../settlement/line-sources.js';
import type { Change, Line, StatementBody } from '../settlement/model.js';
import { commentText } from '../words/comment.js';
import { code, type Inline, inlineText, type ListItem, text } from './blocks.js';
import { givenBySilence, lapsedNow, newEvents } from './event-facts.js';
import { separator } from './punctuation.js';
import { reasonTexts } from './reason-texts.js';
import type { ReportContext } from './report-context.js';
import type { Wording } from './wording.js';

/** A true-up, and what it is about. */
interface TrueUp {
  readonly line: Line;
  readonly period: PeriodId;
  readonly about: string;
  readonly now: CarriedLine | null;
  readonly was: CarriedLine | null;
}

/** Of every true-up, large or small, what it comes from: data, an event, the end of a hold or a dispute, or other lines. */
export function trueUpCauses(statement: StatementBody, context: ReportContext, words: Wording): ListItem[] {
  return told(trueUpsOf(statement, context, words), statement, context, words);
}

/** The same of one true-up, and the data that have changed under it, or under the lines that it follows from. */
export function causesOf(line: Line, statement: StatementBody, context: ReportContext, words: Wording): OneCaused {
  const all = trueUpsOf(statement, context, words);
  const mine = all.filter(({ trueUp }) => trueUp.line.id === line.id);
  const own = changesOf(line.id, statement, context.terms);
  const from = mine.flatMap(({ trueUp }) => [...rootsOf(trueUp, all, statement, context)]);
  const under = new Set(from.flatMap((root) => changesOf(trueUpId(root.period, root.line), statement, context.terms)));
  return {
    items: told(mine, statement, context, words, all),
    changes: own.length > 0 ? own : statement.changes.filter((change) => under.has(change)),
  };
}

/** A true-up with the causes of its own. */
interface Caused {
  readonly trueUp: TrueUp;
  readonly own: readonly Inline[];
}

interface OneCaused {
  readonly items: ListItem[];
  readonly changes: readonly Change[];
}

function trueUpsOf(statement: StatementBody, context: ReportContext, words: Wording): Caused[] {
  return statement.lines.flatMap((line) => {
    const trueUp = trueUpOf(line, statement, context);
    if (trueUp === null) return [];
    const own = [
      ...(isFixed(line) ? [] : dataCauses(trueUp, statement, words)),
      ...eventCauses(trueUp, context, words),
      ...lifeCauses(trueUp, statement, context, words),
    ];
    return [{ trueUp, own }];
  });
}

/** A cause that several lines have is told once. @param all every true-up of the statement. */
function told(
  some: readonly Caused[],
  statement: StatementBody,
  context: ReportContext,
  words: Wording,
  all: readonly Caused[] = some,
): ListItem[] {
  const items = new Map<string, { names: Inline[]; causes: Inline }>();
  for (const { trueUp, own } of some) {
    const causes = between(own.length > 0 ? own : [follows(trueUp, all, statement, context, words)], separator(words.locale));
    const known = items.get(inlineText(causes)) ?? { names: [], causes };
    known.names.push(words.line(trueUp.line.id));
    items.set(inlineText(causes), known);
  }
  return [...items.values()].map(({ names, causes }) => ({
    text: [...between(names, listSeparator(words.locale)), { text: words.say('colon') }, ...causes],
    notes: [],
  }));
}

/** Whether both have agreed on the amount, or the end of a hold has decided it: what the data say by now moves nothing. */
function isFixed({ reason }: Line): boolean {
  return reason?.code === 'resolved' || isDecision(reason);
}

function between(parts: readonly Inline[], mark: string): Inline {
  return parts.flatMap((part, index) => [...(index === 0 ? [] : text(mark)), ...part]);
}

function trueUpOf(line: Line, statement: StatementBody, context: ReportContext): TrueUp | null {
  const { period, line: about } = lineName(line.id);
  if (period === null) return null;
  const find = (lines: readonly CarriedLine[]) => lines.find((each) => each.period === period && each.line === about) ?? null;
  return { line, period, about, now: find(statement.carried.lines), was: find(context.before?.carried.lines ?? []) };
}

/** Changed data of a line's period, as far as the line is computed from them: of one that is computed from other lines none. */
function changesOf(line: string, { changes }: Pick<StatementBody, 'changes'>, terms: Terms): readonly Change[] {
  const { period } = lineName(line);
  return usedBy(
    line,
    changes.filter((change) => change.period === period),
    terms,
  );
}

/** Those of some changed data that a true-up's line is computed from. */
function usedBy(line: string, mine: readonly Change[], { contract, definitions }: Terms): readonly Change[] {
  const name = lineName(line);
  const { period } = name;
  const fee = feeOfLine(contract, name);
  // a fee that these terms do not have may have been computed from anything
  if (period === null || fee === null) return mine;
  const used = measuresOfFee({ contract }, vocabulary(contract, definitions), period, fee);
  return mine.filter(({ measure }) => used.has(measure.split(' ')[0] ?? measure));
}

function dataCauses({ line }: TrueUp, statement: StatementBody, words: Wording): Inline[] {
  return dataOf(changesOf(line.id, statement, words.terms), words);
}

function dataOf(mine: readonly Change[], words: Wording): Inline[] {
  const measures = [...new Set(mine.filter(({ cause }) => cause === undefined).map(({ measure }) => measure))];
  const zones = mine.some(({ cause }) => cause !== undefined) ? [text(words.say('changedZones'))] : [];
  if (measures.length === 0) return zones;
  const named = measures.map(words.measureTitle).join(listSeparator(words.locale));
  return [words.inline('changedData', { measures: text(named) }), ...zones];
}

/** Events since the last statement that are about the line or its period. */
function eventCauses(trueUp: TrueUp, context: ReportContext, words: Wording): Inline[] {
  return newEvents(context)
    .filter((event) => isAbout(event, trueUp, context))
    .map((event) => words.inline('changedEvent', { kind: text(commentText(`event.${event.kind}`, words.locale)), file: code(event.file) }));
}

function isAbout(event: ContractEvent, { line, period, about, was }: TrueUp, context: ReportContext): boolean {
  switch (event.kind) {
    case 'exclusion':
      return !isFixed(line) && isByScore(line, event.kpis, context) && excludesFrom(event, period, context);
    case 'resolution': {
      const dispute = context.events.find(({ file }) => file === event.answers);
      return dispute?.kind === 'dispute' && (dispute.line === line.id || (dispute.line === about && dispute.period === period));
    }
    case 'acceptance_request':
    case 'acceptance':
    case 'refusal':
      return event.milestone === about;
    case 'duty':
    case 'lateness': {
      const duty = context.terms.contract.duties.find(({ id }) => id === event.duty);
      return !isFixed(line) && event.period === period && isByScore(line, duty?.ifLate.kpis ?? [], context);
    }
    case 'review':
      // one that came when its days had passed has released nothing
      return event.acknowledges.some(
        (id) => (id === line.id && line.reason?.code === 'true-up-acknowledged') || (was?.life.state === 'held' && holds(was, id)),
      );
    case 'termination':
      // it takes days from the period that it ends in, and from those after it
      return !isFixed(line) && event.on < (periodDays(period, context.terms.contract.calendar.every)?.to ?? '');
    case 'dispute':
    case 'escalation':
    case 'payment':
    case 'correction':
    case 'remeasure':
    case 'witness':
      return false;
  }
}

/** Whether a line pays by one of some KPIs: exclusions and late duties move scores and nothing else. */
function isByScore(line: Line, kpis: readonly string[], { terms }: ReportContext): boolean {
  const fee = feeOfLine(terms.contract, lineName(line.id));
  // a fee that these terms do not have may have been computed from anything
  if (fee === null) return true;
  const by = kindOf(fee).by(fee);
  return by !== null && (by === 'composite' || kpis.includes(by));
}

function holds({ life }: CarriedLine, id: string): boolean {
  return life.state === 'held' && life.causes.some(({ reason }) => reason.with.id === id);
}

function excludesFrom({ treatment }: EventOf<'exclusion'>, period: PeriodId, { terms }: ReportContext): boolean {
  if (treatment.kind === 'waive') return treatment.periods.includes(period);
  const days = periodDays(period, terms.contract.calendar.every);
  const { from, to } = windowDays(treatment.window, terms.contract.calendar.timezone);
  return days !== null && from <= days.to && days.from <= to;
}

function windowDays(window: ExclusionWindow, zone: string): { readonly from: string; readonly to: string } {
  if ('dates' in window) return window.dates;
  const day = (instant: string) => localTime(BigInt(instant), zone).slice(0, 10);
  return { from: day(window.instants.from), to: day(window.instants.to) };
}

/** What became of the line itself: a hold that has ended, a dispute that has lapsed, days that have passed. */
function lifeCauses(trueUp: TrueUp, statement: StatementBody, context: ReportContext, words: Wording): Inline[] {
  const { line, period, about, now, was } = trueUp;
  const { days } = context.terms.contract.acceptance;
  const causes: Inline[] = [];
  if (isDecision(line.reason)) causes.push(text(words.say('changedDecided')));
  else if (was?.life.state === 'held' && now?.life.state !== 'held') {
    const reasons = reasonTexts(
      was.life.causes.map(({ reason }) => reason),
      words,
    );
    causes.push(text(words.say('changedHeld', { reason: reasons.join(listSeparator(words.locale)) })));
  }
  for (const { dispute } of lapsedNow(context, statement.asOf)) {
    if (dispute.line !== line.id && (dispute.line !== about || dispute.period !== period)) continue;
    causes.push(words.inline('changedLapsed', { file: code(dispute.file) }));
  }
  if (line.reason?.code === 'true-up-time-passed') causes.push(text(words.say('changedAccepted', { days })));
  if (now?.kind === 'milestone' && now.life.state === 'accepted' && givenBySilence(context, about, statement.asOf) !== null)
    causes.push(text(words.say('changedSilence', { days })));
  if (now?.life.state === 'waiting' && now.life.since < statement.asOf)
    causes.push(text(words.say('changedListed', { on: now.life.since })));
  return causes;
}

/**
 * The lines that moved a line of which nothing of its own has changed: of those it is computed from the ones with a cause of their own,
 * behind a guarantee or a cap that only hands it on.
 */
function rootsOf({ period, about }: TrueUp, all: readonly Caused[], statement: StatementBody, context: ReportContext): Set<CarriedLine> {
  const both = { before: context.before?.carried.lines ?? [], now: statement.carried.lines };
  const withOwn = new Set(all.flatMap(({ trueUp, own }) => (own.length > 0 ? [trueUp.now] : [])));
  const sources = (at: Pick<CarriedLine, 'period' | 'line'>) => sourcesOf(context.terms.contract, at, both);
  const roots = new Set<CarriedLine>();
  const seen = new Set<CarriedLine>();
  const look = (from: readonly CarriedLine[]): void => {
    for (const source of from) {
      if (seen.has(source)) continue;
      seen.add(source);
      const behind = withOwn.has(source) ? [] : sources(source);
      if (behind.length === 0) roots.add(source);
      else look(behind);
    }
  };
  look(sources({ period, line: about }));
  return roots;
}

/**
 * A line that nothing of its own has changed follows from others: a cap, a guarantee, a penalty, a total to date. A wager and a milestone
 * are measured to date: they follow from the data of earlier periods.
 */
function follows(trueUp: TrueUp, all: readonly Caused[], statement: StatementBody, context: ReportContext, words: Wording): Inline {
  const { period, line } = trueUp;
  const roots = rootsOf(trueUp, all, statement, context);
  const isListed = (id: string) => statement.lines.some((each) => each.id === id);
  const names = statement.carried.lines.flatMap((each) => {
    if (!roots.has(each)) return [];
    const id = trueUpId(each.period, each.line);
    return [words.lineTitle(isListed(id) ? id : `${each.period}/${each.line}`)];
  });
  if (names.length > 0) return text(words.say('changedFollows', { lines: names.join(listSeparator(words.locale)) }));
  const toDate = statement.changes.filter((change) => change.period <= period);
  // other terms than the statement's may have computed it: then whatever has changed in its period is told
  const ofPeriod = toDate.filter((change) => change.period === period);
  const [data = text(words.say('changedFollows', { lines: words.say('changedLines') }))] = [
    ...dataOf(usedBy(line.id, toDate, context.terms), words),
    ...dataOf(ofPeriod, words),
  ];
  return data;
}
