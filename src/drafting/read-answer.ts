import { addDays, isDate } from '../kernel/calendar.js';
import type { Goal } from './deal.js';
import { KPI_IDS, KPIS, type KpiId } from './kpis.js';
import { AMOUNT, digits, foreignSign, isAmount, isShare, plain, type Read, SHARE, said } from './read-number.js';

/*
 * Answers as people type them: targets, choices and days. What could be read in two ways is not read at
 * all: the reader is told how to write it.
 */

/** Months as they are written in English, in full or by their first three letters. */
const MONTHS = [
  ...['january', 'february', 'march', 'april', 'may', 'june'],
  ...['july', 'august', 'september', 'october', 'november', 'december'],
] as const;

/** What commas, semicolons and "and" part; not the commas within a number: one of `3,5` is read as no second answer. */
function parts(text: string): string[] {
  return text
    .split(/\s*(?:[;\n]|(?<!\d),|,(?!\d)|\band\b)\s*/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

const AT_LEAST = String.raw`at least|not? less than|above|over|>=|>|≥|不低于|不少于|不小于|高于|超过|以上`;
const AT_MOST = String.raw`at most|not? more than|up to|below|under|<=|<|≤|不超过|不高于|不大于|低于|小于|以内|以下|控制在`;
const FILLER = String.raw`(?:a|an|the|of|is|at|target|goal|for|to)\b|目标值?|达到|达|为|是|在|[:=()x倍\s]`;

/** KPIs and their targets: `roas 3.0, cac 25`; names are ids or {@link names}. @param currency whose sign amounts may have */
export function readGoals(
  text: string,
  offered: readonly KpiId[],
  names: Readonly<Record<KpiId, readonly string[]>>,
  currency: string,
): Read<readonly Goal[]> {
  const expected = { expected: '@answer.goals' };
  const goals: Goal[] = [];
  const called = calledIn(names);
  for (const part of parts(said(text, currency))) {
    const named = [...part.matchAll(called.form)];
    const pieces = named.map((name, at) => ({ name: name[0], rest: part.slice(name.index + name[0].length, named[at + 1]?.index) }));
    // What stands before the first name belongs to none.
    if (named.length === 0 || !isFiller(part.slice(0, named[0]?.index))) return { ...expected, part };
    for (const { name, rest } of pieces) {
      const kpi = called.kpis.get(name);
      if (kpi === undefined || goals.some((goal) => goal.kpi === kpi)) return { ...expected, part };
      if (!offered.includes(kpi)) return { expected: `@answer.goals-unmeasured:${name}|${offered.join(', ')}`, part };
      const target = targetOf(kpi, rest);
      if (target === null) return { expected: expectedOf(kpi, rest, currency), part };
      goals.push({ kpi, target });
    }
  }
  return goals.length === 0 ? expected : { value: goals };
}

function expectedOf(kpi: KpiId, rest: string, currency: string): string {
  const foreign = foreignSign(rest, currency);
  if (foreign !== null) return `@answer.amount-currency:${foreign}|${currency}`;
  if (/\d\s+\d[\d.]*%/.test(rest)) return '@answer.goals-weights';
  const [, whole = '', decimals = ''] = /(\d+),(\d{1,2})(?!\d)/.exec(rest) ?? [];
  if (decimals !== '') return `@answer.goals-point:${whole}.${decimals}`;
  return KPIS[kpi].unit === 'share' ? '@answer.goals-share' : '@answer.goals';
}

/** Every name of a KPI, the longest first, and whose it is. */
function calledIn(names: Readonly<Record<KpiId, readonly string[]>>) {
  const kpis = new Map(KPI_IDS.flatMap((id) => names[id].map((name) => [name, id] as const)));
  const all = [...kpis.keys()].toSorted((a, b) => b.length - a.length);
  // A name in Latin letters is a word of its own.
  const forms = all.map((name) => (/^[a-z]/.test(name) ? `(?<![a-z_])${name}(?![a-z_])` : name));
  return { kpis, form: new RegExp(forms.join('|'), 'g') };
}

const isFiller = (text: string): boolean => new RegExp(`^(?:${FILLER})*$`).test(text);

/** The one target in a text that says nothing else, but for the way that is better; null where it is none. */
function targetOf(kpi: KpiId, text: string): string | null {
  const { better, unit } = KPIS[kpi];
  const direction = better === 'higher' ? AT_LEAST : AT_MOST;
  // 1:3 is a return of 3.
  const rest = kpi === 'roas' ? text.replace(/\b1\s*:\s*(?=\d)/, '') : text;
  const number = unit === 'number' ? String.raw`\d+(?:\.\d+)?(?![.\d,])` : `(?:${AMOUNT})`;
  const form = new RegExp(`^(?:${FILLER}|${direction})*(${SHARE}|${number})(?:${FILLER}|${direction})*$`);
  const [, target = ''] = form.exec(rest) ?? [];
  const isGood = unit === 'share' ? isShare(target) : !target.endsWith('%') && isAmount(digits(target));
  return isGood ? digits(target) : null;
}

/** What people add to the name of an export. */
const ADDED = /(?:exports?|reports?|csv|file|data|导出文件|导出|报表|报告|数据|文件|后台)$/;

/**
 * One or more of some words, or their numbers in the list that was shown; a name may be written with spaces where commas part the names.
 * @param names what else they are called; a name of several is asked back
 */
export function readChoices<Choice extends string>(
  text: string,
  offered: readonly Choice[],
  names: Readonly<Partial<Record<string, readonly string[]>>> = {},
): Read<readonly Choice[]> {
  const bare = (word: string) =>
    plain(word)
      .toLowerCase()
      .replace(/[\s:_-]/g, '');
  const called = (word: string) =>
    offered.filter((choice, at) => [choice, String(at + 1), ...(names[choice] ?? [])].some((name) => bare(name) === bare(word)));
  const meant = (word: string) => {
    const found = called(word);
    return found.length > 0 ? found : called(bare(word).replace(ADDED, ''));
  };
  const split = (said: readonly string[], by: RegExp) =>
    said.flatMap((part) => (meant(part).length > 0 ? [part] : part.split(by).filter((word) => word !== '')));
  const words = split(split(split([plain(text)], /\s*[,;\n]\s*/), /\s*(?:\band\b|[&+/]|以及|和|及|与)\s*/i), /\s+/);
  for (const word of words) {
    const found = meant(word);
    const part = words.length > 1 ? { part: word } : {};
    if (found.length === 0) return { expected: offered, ...part };
    if (found.length > 1) return { expected: `@answer.which:${found[0] ?? ''}|${found[1] ?? ''}`, ...part };
  }
  const known = words.flatMap(meant);
  return known.length === 0 ? { expected: offered } : { value: offered.filter((choice) => known.includes(choice)) };
}

const dayOf = (year: string, month: string, day: string): string => `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;

/**
 * A day: `2026-01-01`, also `2026/1/1`, `20260101` and `2026年1月1日`, where the year comes first, or its month by name (`1 Jan 2026`); with
 * the year last where the numbers can be read in one way only. Without a day it is the month's first or last.
 */
export function readDay(text: string, end: 'first' | 'last'): Read<string> {
  const typed = plain(text).toLowerCase();
  const date = ofDay(typed) ?? ofMonth(typed, end) ?? '';
  return isDate(date) ? { value: date } : { expected: '@answer.day' };
}

function ofDay(text: string): string | null {
  const ahead = /^(20\d{2})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*[日号]?$/.exec(text) ?? /^(20\d{2})(\d{2})(\d{2})$/.exec(text);
  if (ahead !== null) return dayOf(ahead[1] ?? '', ahead[2] ?? '', ahead[3] ?? '');
  const [, one = '', two = '', year = ''] = /^(\d{1,2})[-/.](\d{1,2})[-/.](20\d{2})$/.exec(text) ?? [];
  if (year !== '') {
    if (Number(one) > 12) return dayOf(year, two, one);
    return Number(two) > 12 || Number(one) === Number(two) ? dayOf(year, one, two) : null;
  }
  const named = /^(\d{1,2})(?:st|nd|rd|th)?(?:\s+of)?[\s-]+([a-z]+)\.?,?[\s-]+(20\d{2})$/.exec(text);
  if (named !== null) return dayOf(named[3] ?? '', monthNamed(named[2] ?? ''), named[1] ?? '');
  const other = /^([a-z]+)\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(20\d{2})$/.exec(text);
  return other === null ? null : dayOf(other[3] ?? '', monthNamed(other[1] ?? ''), other[2] ?? '');
}

function ofMonth(text: string, end: 'first' | 'last'): string | null {
  const [, year = '', month = ''] = /^(20\d{2})\s*[-/.年]\s*(\d{1,2})月?$/.exec(text) ?? [];
  const [, name = '', after = ''] = /^([a-z]+)\.?,?\s+(20\d{2})$/.exec(text) ?? [];
  const [ofYear, number] = year === '' ? [after, monthNamed(name)] : [year, month];
  if (ofYear === '' || number === '') return null;
  const first = dayOf(ofYear, number, '1');
  return end === 'first' || !isDate(first) ? first : lastOfMonths(first, 1);
}

function monthNamed(name: string): string {
  const at = MONTHS.findIndex((month) => name === month || name === month.slice(0, 3) || (name === 'sept' && month === 'september'));
  return at < 0 ? '' : String(at + 1);
}

/** The last day of so many months that begin on a day. */
export function lastOfMonths(from: string, months: number): string {
  const count = Number(from.slice(0, 4)) * 12 + Number(from.slice(5, 7)) - 1 + months;
  const next = `${Math.floor(count / 12)}-${String((count % 12) + 1).padStart(2, '0')}`;
  const [first, same] = [`${next}-01`, `${next}${from.slice(7)}`];
  // A month that has no such day ends before it.
  return addDays(isDate(same) ? same : addDays(first, daysOf(first)), -1);
}

const daysOf = (first: string): number => [31, 30, 29, 28].find((days) => addDays(first, days - 1).slice(0, 7) === first.slice(0, 7)) ?? 28;

/** How long a term is, in months: `a year`, `12 months`, `半年`; null where the text says none. */
export function monthsOf(text: string): number | null {
  const typed = said(text, '')
    .replace(/^for\s+/, '')
    .replace(/^(?:one|an?)\s+/, '1 ');
  if (/^(?:half(?: a| an)? year|半年)$/.test(typed)) return 6;
  const [, number = '', unit = ''] = /^(\d{1,3})\s*(years?|months?|年|个月)$/.exec(typed) ?? [];
  return number === '' ? null : Number(number) * (/^(?:year|年)/.test(unit) ? 12 : 1);
}
