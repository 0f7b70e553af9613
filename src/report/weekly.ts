import { toldTogether } from '../attainment/told-together.js';
import type { ContractEvent } from '../contract/event-kinds/event-kinds.js';
import type { Terms } from '../contract/model.js';
import { addDays, type LocalDate } from '../kernel/calendar.js';
import { exactly } from '../kernel/number-field.js';
import { PARTIES, type Party } from '../kernel/party.js';
import { compare, rational } from '../kernel/rational.js';
import { type Locale, listSeparator, localText, type Params } from '../kernel/text.js';
import type { WhyReached } from '../outlook/why.js';
import type { AgendaEntry } from '../settlement/agenda.js';
import { waitsFor, waitsForData } from '../settlement/holds.js';
import type { RunningLevel, Scorecard } from '../settlement/model.js';
import { ruledKpi } from '../settlement/ruled-kpis.js';
import type { Standing, StandingCause, StandingHold } from '../settlement/standing.js';
import { countsNext, isMoney, type Task } from '../settlement/tasks.js';
import { type WeeklyTextKey, weeklyText } from '../words/weekly.js';
import { agendaWords } from './calendar.js';
import { metricFigure, moneyFigure, plainFigure } from './figures.js';
import { separator } from './punctuation.js';
import { ruledNote } from './ruled-words.js';
import { doerText, isOverdue, taskWords, toldAmong } from './status.js';
import { kpiBriefly } from './why-brief.js';
import { whyTelling } from './why-telling.js';
import { joined, type Wording, wording } from './wording.js';

/** What a week's note is made of. */
export interface Weekly {
  readonly contract: string;
  readonly terms: Terms;
  readonly events: readonly ContractEvent[];
  readonly asOf: LocalDate;
  /** The running period to date; null where none runs, or where it could not be measured. */
  readonly card: Scorecard | null;
  /** The last settled period against the one before it; null where there are not two. */
  readonly why: WhyReached | null;
  readonly standing: Standing;
  readonly agenda: readonly AgendaEntry[];
  readonly tasks: readonly Task[];
}

/** Words that people read on the way to a meeting; of Chinese so many characters say as much. */
export const MOST_WORDS: Readonly<Record<Locale, number>> = { en: 200, zh: 340 };

type Part = 'numbers' | 'moved' | 'held' | 'dates' | 'needed';
/** Most points of each part, and in which order they are left out where the note would be too long. */
const MOST: Readonly<Record<Part, number>> = { numbers: 5, moved: 2, held: 3, dates: 4, needed: 4 };
const LEFT_OUT: readonly Part[] = ['moved', 'dates', 'held', 'numbers', 'needed'];
const ORDER: readonly Part[] = ['numbers', 'moved', 'held', 'dates', 'needed'];
/** Days ahead that the next dates are of. */
const DAYS_AHEAD = 21;
/** Of a point alone, where one is as long as a note. */
const MOST_OF_A_POINT: Readonly<Record<Locale, number>> = { en: 40, zh: 80 };

/**
 * The week's note: numbers to date against target, what moved, what is held and by whom, the next dates, what is needed from whom.
 * @param party whose note it is
 */
export function weeklyLines(weekly: Weekly, party: Party | 'both', locale: Locale): string[] {
  const telling: Telling = { weekly, words: wording(weekly.terms, locale), say: sayIn(locale) };
  const parts: Record<Part, readonly string[]> = {
    numbers: numbers(telling),
    moved: moved(telling),
    held: held(telling),
    dates: dates(telling, party),
    needed: needed(telling, party),
  };
  const all = { ...parts };
  for (const part of ORDER) parts[part] = parts[part].slice(0, MOST[part]).map((point) => clipped(point, locale));
  const ofTitle = wordsIn([weeklyTitle(weekly, locale)]);
  while (ofTitle + wordsIn(laidOut(parts, all, telling, party)) > MOST_WORDS[locale]) {
    const part = LEFT_OUT.find((each) => parts[each].length > 1) ?? LEFT_OUT.find((each) => parts[each].length > 0);
    if (part === undefined) break;
    parts[part] = parts[part].slice(0, -1);
  }
  return laidOut(parts, all, telling, party);
}

/** What stands above a week's note, whose words count among its own. */
export function weeklyTitle({ asOf, contract, terms }: Weekly, locale: Locale): string {
  return weeklyText('title', locale, { asOf, contract, title: localText(terms.contract.title, locale) });
}

function sayIn(locale: Locale): Telling['say'] {
  return (key, params = {}) => joined(weeklyText(key, locale, params), locale);
}

interface Telling {
  readonly weekly: Weekly;
  readonly words: Wording;
  readonly say: (key: WeeklyTextKey, params?: Params) => string;
}

type Parts = Readonly<Record<Part, readonly string[]>>;

function laidOut(parts: Parts, all: Parts, telling: Telling, party: Party | 'both'): string[] {
  const { weekly, say } = telling;
  return ORDER.flatMap((part) => {
    if (all[part].length === 0) return part === 'needed' ? [nothingNeeded(telling, party)] : [];
    const left = all[part].length - parts[part].length;
    const more = left === 0 ? [] : [say('more', { count: left, verb: VERBS[part], contract: weekly.contract })];
    return [headOf(part, telling, party), ...[...parts[part], ...more].map((point) => say('point', { point }))];
  });
}

/** What tells all of a part. */
const VERBS: Readonly<Record<Part, string>> = { numbers: 'score', moved: 'why', held: 'status', dates: 'calendar', needed: 'status' };

function nothingNeeded(telling: Telling, party: Party | 'both'): string {
  return party === 'both' ? telling.say('todo.nothing') : telling.say('needed.nothing', { party: telling.words.party(party) });
}

function headOf(part: Part, telling: Telling, party: Party | 'both'): string {
  const { weekly, say } = telling;
  const { card, why } = weekly;
  const through = throughOf(card);
  switch (part) {
    case 'numbers':
      return say(through === null ? 'head.numbers-none' : 'head.numbers', { period: card?.period ?? '', through: through ?? '' });
    case 'moved':
      return say('head.moved', { period: why?.period ?? '' });
    case 'needed':
      return party === 'both' ? say('head.todo') : say('head.needed', { party: telling.words.party(party) });
    default:
      return say(`head.${part}`);
  }
}

function numbers(telling: Telling): string[] {
  const { card } = telling.weekly;
  return (card?.running?.kpis ?? []).map((each) => numberOf(each, telling));
}

/** A KPI to date against its target, in digits that show on which side of it it is; of one that a rule has decided, what that is. */
function numberOf(each: RunningLevel, { weekly, words, say }: Telling): string {
  const { card, terms, events } = weekly;
  const result = card?.kpis.find(({ id }) => id === each.id);
  const ruled = card === null || result === undefined ? null : ruledKpi(result, card, terms.contract, events);
  const kpi = words.kpiTitle(each.id);
  if (ruled !== null) return say('number.ruled', { kpi, why: ruledNote(ruled, words) });
  const metric = words.metric(each.metric);
  const mark = rational(each.target);
  const isLower = terms.contract.kpis.find(({ id }) => id === each.id)?.better === 'lower';
  const bound = words.say(isLower ? 'targetLower' : 'targetHigher', { value: metricFigure(metric, mark, words.currency) });
  const params = { kpi, target: bound, days: gone(each, card?.running?.days ?? 0) };
  const value = exactly(each.value, each.valueExact);
  if (value === null) return say('number.none', params);
  const beyond = compare(value, mark);
  const isReached = isLower ? beyond <= 0 : beyond >= 0;
  return say(isReached ? 'number.reached' : 'number.missed', { ...params, value: metricFigure(metric, value, words.currency, [mark]) });
}

/** The last day that the data of any KPI cover; null where none does yet. */
function throughOf(card: Scorecard | null): LocalDate | null {
  const days = (card?.running?.kpis ?? []).flatMap(({ through }) => through ?? []);
  return days.sort().at(-1) ?? null;
}

function gone({ daysGone }: RunningLevel, days: number): string {
  return `${plainFigure(String(daysGone))}/${days}`;
}

function moved({ weekly: { why, terms }, words }: Telling): string[] {
  if (why === null) return [];
  const telling = whyTelling(why, terms, words.locale);
  return why.kpis.map((kpi) => kpiBriefly(kpi, telling));
}

function held({ weekly: { standing }, words, say }: Telling): string[] {
  const waits = standing.waits.map((wait) => {
    const { line, party, moves, until, disputed } = wait;
    const key = disputed !== undefined ? 'wait-disputed' : countsNext(wait, standing.asOf) ? 'counts' : 'wait';
    return say(key, {
      on: disputed?.lapsesOn ?? '',
      line: words.clearTitle(line),
      moves: moneyFigure(moves, standing.currency),
      party: words.party(party),
      until,
    });
  });
  return [...heldPoints(standing.holds, words), ...waits];
}

/** Held lines, each cause once with the lines that it holds, and who it waits for. */
export function heldPoints(holds: readonly StandingHold[], words: Wording): string[] {
  const { locale } = words;
  const say = sayIn(locale);
  const causes = new Map<string, { readonly reason: string; readonly on: LocalDate; readonly lines: Map<string, string[]> }>();
  for (const { period, line, causes: found, decidedFrom: on } of holds) {
    const told = found.filter((cause) => !waitsForData(cause, found));
    const reasons = ([...PARTIES, 'either', 'nobody', null] as const).flatMap((by) =>
      toldTogether(told.filter((cause) => awaited(cause) === by).map(({ reason }) => reason)).map((reason) => {
        const text = words.reason(reason);
        if (by === null) return text;
        return by === 'nobody'
          ? say('held.released', { reason: text })
          : say('held.party', { reason: text, party: doerText(by, words, locale) });
      }),
    );
    const reason = [...new Set(reasons)].join(separator(locale));
    const of = causes.get(`${reason} ${on}`) ?? { reason, on, lines: new Map<string, string[]>() };
    of.lines.set(period, [...(of.lines.get(period) ?? []), words.clearTitle(line)]);
    causes.set(`${reason} ${on}`, of);
  }
  return [...causes.values()].map(({ reason, on, lines }) => {
    const named = [...lines].map(([period, titles]) => say('held.lines', { period, lines: titles.join(listSeparator(locale)) }));
    return say('held', { lines: named.join(listSeparator(locale)), reason, on });
  });
}

function awaited(cause: StandingCause): ReturnType<typeof waitsFor> | 'nobody' {
  return cause.released === true ? 'nobody' : waitsFor(cause);
}

function dates({ weekly, words, say }: Telling, party: Party | 'both'): string[] {
  const until = addDays(weekly.asOf, DAYS_AHEAD);
  return weekly.agenda
    .filter(({ on, what }) => on <= until && !('task' in what && isDoneBy(what, party)) && (on >= weekly.asOf || isPayment(what)))
    .map((entry) => {
      const { what, by } = agendaWords(entry, weekly.contract, words);
      const params = { on: entry.on, what, by: by ?? '' };
      return say(by === null ? 'date' : entry.on < weekly.asOf ? 'date.overdue' : 'date.by', params);
    });
}

/** What is still owed when its day has passed: whoever waits for it is told so. */
function isPayment(what: AgendaEntry['what']): boolean {
  return 'task' in what && isMoney(what);
}

function needed({ weekly, words, say }: Telling, party: Party | 'both'): string[] {
  const own = ownTasks(weekly, party);
  // Where not all fit money does; what is told stands by its day.
  const told = toldAmong(own, MOST.needed);
  return [...told, ...own.filter((task) => !told.includes(task))].map((task) => {
    const what = taskWords(task, weekly.contract, words, words.locale);
    // Both read one note: each has to find what is its own.
    const need = party === 'both' ? 'need-of' : 'need';
    const params = { what, who: doerText(task.by, words, words.locale) };
    if (task.on === null) return say(need, params);
    const when = isOverdue(task) ? 'overdue' : task.on < weekly.asOf ? 'past' : 'by';
    return say(`${need}.${when}`, { ...params, on: task.on });
  });
}

/** What somebody has to do soon, or has not done, by its day; what the workflow does is nobody's. */
function ownTasks({ tasks, asOf }: Weekly, party: Party | 'both'): Task[] {
  const until = addDays(asOf, DAYS_AHEAD);
  return tasks.filter((task) => isDoneBy(task, party) && (task.on === null || task.on <= until || isRefused(task)));
}

/** What was refused is to be mended now, however long it may be asked for again. */
function isRefused(task: Task): boolean {
  return task.task === 'ask' && task.refused !== undefined;
}

function isDoneBy({ by }: Pick<Task, 'by'>, party: Party | 'both'): boolean {
  return by !== 'workflow' && (party === 'both' || by === party || by === 'both' || by === 'either');
}

/** Words: of Chinese every character is one, of what stands between (figures, names, signs that stand alone) every run; no point's dash. */
export function wordsIn(lines: readonly string[]): number {
  return lines.flatMap((line) => line.match(WORD) ?? []).length;
}

const WORD = /\p{Script=Han}|(?!-\s)(?:(?!\p{Script=Han})[^\s，。：；、（）])+/gu;

/** A point that is as long as a note by itself ends early. */
function clipped(point: string, locale: Locale): string {
  const most = MOST_OF_A_POINT[locale];
  const next = [...point.matchAll(WORD)][most];
  return next === undefined ? point : `${point.slice(0, next.index).trimEnd()}${locale === 'en' ? ' …' : '…'}`;
}
