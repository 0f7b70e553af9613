import { isDate } from '../kernel/calendar.js';
import { compare, type Rational, rational } from '../kernel/rational.js';
import { inForm } from '../kernel/text.js';
import type { Bet, Goal, Tier } from './deal.js';
import { KPI_IDS, KPIS, type KpiId } from './kpis.js';

/*
 * Answers as people type them. What could be read in two ways is not read at all: the reader is told how to write it.
 */

/** What an answer says, or what it should look like: the name of a phrase, or the words that may be chosen; and which part of it is amiss. */
export type Read<T> = { readonly value: T } | { readonly expected: string; readonly part?: string };

const AMOUNT = String.raw`\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?`;
const SHARE = String.raw`\d{1,3}(?:\.\d+)?%`;
const UNITS: Readonly<Record<string, number>> = { 千: 3, 万: 4, 亿: 8 };

/** As typed on any keyboard: full-width signs are the same. */
export function plain(text: string): string {
  return inForm(text, 'NFKC')
    .replace(/、/g, ',')
    .replace(/[。．]$/, '')
    .trim();
}

/** Whether the answer is that there is no such thing. */
export const isNone = (text: string): boolean => /^(none|no|-|无|没有|不设)$/i.test(plain(text));

function digits(text: string): string {
  const [whole = '', fraction] = text.replace(/,/g, '').split('.');
  const trimmed = whole.replace(/^0+(?=\d)/, '');
  return fraction === undefined ? trimmed : `${trimmed}.${fraction}`;
}

/** 千, 万 and 亿 written out, so that no reader of the file has to: 3.5万 is 35000. */
function written(text: string): string {
  return text.replace(/(\d[\d,.]*)\s*([千万亿])(?!\s*[\d千万亿])/g, (whole, number: string, unit: string) => {
    const [integer = '', fraction = ''] = digits(number).split('.');
    const zeros = UNITS[unit] ?? 0;
    if (!new RegExp(`^(?:${AMOUNT})$`).test(number) || fraction.length > zeros) return whole;
    return digits(`${integer}${fraction.padEnd(zeros, '0')}`);
  });
}

/** An amount above 0: `3000`, `3,000.00`, `3万`, with the currency's code or without. */
export function readAmount(text: string, currency: string, minorDigits: number): Read<string> {
  const number = withoutCurrency(written(plain(text)), currency);
  const whole = digits(number);
  const fits = new RegExp(`^(?:${AMOUNT})$`).test(number) && (whole.split('.')[1] ?? '').length <= minorDigits && isAmount(whole);
  if (fits) return { value: whole };
  const foreign = foreignSign(plain(text), currency);
  return { expected: foreign === null ? '@answer.amount' : `@answer.amount-currency:${foreign}|${currency}` };
}

/** Signs and names of a currency, where the contract is in it; `$` alone is the US dollar's, and `¥` that of the contract's. */
const CALLED: Readonly<Record<string, string>> = {
  USD: String.raw`(?:US)?\$|美元|美金|US dollars?`,
  CNY: '¥|RMB|人民币|元',
  JPY: '¥|日元',
  EUR: '€|欧元|euros?',
  GBP: '£|英镑',
  HKD: String.raw`HK\$|港币|港元`,
};

const namesOf = (currency: string): string => (CALLED[currency] === undefined ? currency : `${currency}|${CALLED[currency]}`);

/** The sign or name of another currency that an amount is written with; null where there is none. */
function foreignSign(text: string, currency: string): string | null {
  const own = new RegExp(`^(?:${namesOf(currency)})$`, 'i');
  const [, before, , after] = /^(\D*?)\s*(\d[\d.,]*[千万亿]?)\s*(\D*)$/.exec(text) ?? [];
  const isOther = (sign: string) =>
    !own.test(sign) && Object.keys(CALLED).some((code) => new RegExp(`^(?:${namesOf(code)})$`, 'i').test(sign));
  return [before, after].find((sign) => sign !== undefined && sign !== '' && isOther(sign)) ?? null;
}

/** Amounts within a longer answer, without the sign of the contract's currency: `3% up to $400,000`. */
export function withoutSigns(text: string, currency: string): string {
  const names = namesOf(currency);
  return plain(text).replace(new RegExp(`(?<![A-Za-z])(?:${names})\\s*(?=\\d)|(?<=[\\d千万亿])\\s*(?:${names})(?![A-Za-z])`, 'gi'), '');
}

function withoutCurrency(text: string, currency: string): string {
  const names = namesOf(currency);
  return text.replace(new RegExp(`^(?:${names})\\s*(?=\\d)|(?<=[\\d\\s])\\s*(?:${names})$`, 'i'), '');
}

function isAmount(text: string): boolean {
  return text.length <= 15 && /[1-9]/.test(text);
}

const value = (decimal: string): Rational => rational(decimal.replace(/%$/, ''));

const isShare = (text: string): boolean =>
  new RegExp(`^${SHARE}$`).test(text) && /[1-9]/.test(text) && compare(value(text), value('100')) <= 0;

/**
 * Tiers: one rate (`3%`), or in words `3% up to 400,000, 4% above` and `400000 以内 3%，以上 4%`, or as the contract writes them,
 * `from 0: 3%, from 400000: 4%`. Ascending in what they start from.
 */
export function readTiers(text: string): Read<readonly Tier[]> {
  const said = written(plain(text)).toLowerCase();
  const tiers = oneRate(said) ?? upTo(said) ?? within(said) ?? fromOn(said);
  const isGood = tiers !== null && tiers.length > 0 && tiers.every(({ rate }) => isShare(rate)) && isAscending(tiers);
  return isGood ? { value: tiers } : { expected: '@answer.tiers' };
}

function isAscending(tiers: readonly Tier[]): boolean {
  return tiers.every(({ from }, at) =>
    at === 0 ? from === '0' : isAmount(from) && compare(value(tiers[at - 1]?.from ?? ''), value(from)) < 0,
  );
}

const oneRate = (text: string): readonly Tier[] | null => (new RegExp(`^${SHARE}$`).test(text) ? [{ from: '0', rate: text }] : null);

/** `3% up to 400000, 4% up to 800000, 5% above`: each but the last says where it ends. */
function upTo(text: string): readonly Tier[] | null {
  const PART = new RegExp(
    `^(${SHARE})(?:\\s+(?:of|on)\\s+(?:the\\s+)?(?:revenue|sales))?\\s+(?:(?:up to|until|to)\\s+(${AMOUNT})|(?:above|beyond|over|after|from there)(?:\\s+(?:that|it))?)$`,
  );
  return tiersOf(
    parts(text).map((part) => PART.exec(part)),
    1,
    2,
  );
}

/** `400000 以内 3%，以上 4%`. */
function within(text: string): readonly Tier[] | null {
  const PART = new RegExp(
    `^(?:(?:gmv|销售额|营收)\\s*)?(?:(${AMOUNT})\\s*(?:以内|以下)|(?:以上|超出部分|超过部分))\\s*(?:按|为|提成|提)?\\s*(${SHARE})$`,
  );
  return tiersOf(
    parts(text).map((part) => PART.exec(part)),
    2,
    1,
  );
}

function tiersOf(found: readonly (RegExpExecArray | null)[], rateAt: number, endAt: number): readonly Tier[] | null {
  const ends = found.map((part) => part?.[endAt]);
  // The last is what lies above all that was said, and only the last.
  if (found.length < 2 || found.includes(null) || ends.indexOf(undefined) !== found.length - 1) return null;
  return found.map((part, at) => ({ from: at === 0 ? '0' : digits(ends[at - 1] ?? ''), rate: part?.[rateAt] ?? '' }));
}

/** `from 0: 3%, from 400000: 4%`. */
function fromOn(text: string): readonly Tier[] | null {
  const found = parts(text).map((part) => new RegExp(`^(?:from\\s+)?(${AMOUNT})\\s*[:=]\\s*(${SHARE})$`).exec(part));
  if (found.includes(null)) return null;
  return found.map((part) => ({ from: digits(part?.[1] ?? ''), rate: part?.[2] ?? '' }));
}

/** What commas, semicolons and "and" part; not the commas within a number. */
function parts(text: string): string[] {
  return text
    .split(/\s*(?:;|,(?!\d{3}(?!\d))|\band\b)\s*/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

/** KPIs and their targets: `roas 3.0, cac 25`; names are ids or {@link names}. */
export function readGoals(
  text: string,
  offered: readonly KpiId[],
  names: Readonly<Record<KpiId, readonly string[]>>,
): Read<readonly Goal[]> {
  const expected = { expected: '@answer.goals' };
  const goals: Goal[] = [];
  for (const part of parts(written(plain(text)).toLowerCase())) {
    const [, name = '', target = ''] = new RegExp(`^(.*?\\D)\\s*(?:[:=]|>=|<=|≥|≤)?\\s*(${AMOUNT}|${SHARE})$`).exec(part) ?? [];
    const called = name.replace(/[\s:=<>≥≤]*(?:达到|达|为)?[\s:=]*$/, '');
    const kpi = KPI_IDS.find((id) => names[id].includes(called));
    if (kpi === undefined || goals.some((goal) => goal.kpi === kpi)) return { ...expected, part };
    if (!offered.includes(kpi)) return { expected: `@answer.goals-unmeasured:${called}|${offered.join(', ')}`, part };
    const isGood = KPIS[kpi].unit === 'share' ? isShare(target) : !target.endsWith('%') && isAmount(digits(target));
    if (!isGood) return { expected: KPIS[kpi].unit === 'share' ? '@answer.goals-share' : '@answer.goals', part };
    goals.push({ kpi, target: digits(target) });
  }
  return goals.length === 0 ? expected : { value: goals };
}

/**
 * A bet: the term's target, the share of the distance that is paid, and the most that is paid, `5000000, 2%, 20000`; or the target and a
 * stake, `5000000, 10000`. A wager is the same either way: `win 10000, lose 5000` is none.
 */
export function readBet(text: string): Read<Bet> {
  const [target = {}, ...others] = parts(written(plain(text)).toLowerCase()).map((part) => BET_PART.exec(part)?.groups ?? {});
  const [first, second] = others;
  const isRead = isMoney(target.amount) && others.length > 0 && others.length <= 2;
  if (!isRead || target.side !== undefined) return { expected: '@answer.bet' };
  const bet = { target: digits(target.amount ?? '') };
  if (first?.share !== undefined && isShare(first.share) && isMoney(second?.amount) && second?.side === undefined) {
    return { value: { ...bet, rate: first.share, limit: digits(second?.amount ?? '') } };
  }
  if (!others.every(({ amount }) => amount !== undefined)) return { expected: '@answer.bet' };
  if (others.length === 1 && first?.side === undefined && isMoney(first?.amount))
    return { value: { ...bet, stake: digits(first?.amount ?? '') } };
  const sides = others.map(({ side = '' }) => (WINS.test(side) ? 'wins' : side));
  if (sides.includes('')) return { expected: '@answer.bet' };
  const isOneEach = others.length === 2 && sides.filter((side) => side === 'wins').length === 1;
  const isSame = digits(first?.amount ?? '') === digits(second?.amount ?? '');
  return isOneEach && isSame && isMoney(first?.amount)
    ? { value: { ...bet, stake: digits(first?.amount ?? '') } }
    : { expected: '@answer.bet-unequal' };
}

const WINS = /^(?:wins?|gets?|另付|奖|赢|得)$/;
const BET_PART = new RegExp(
  `^(?:target|rate|limit|at most|stake|目标|比例|上限|最多|赔付|赌注)?(?:否则|otherwise|else)?\\s*(?<side>wins?|gets?|另付|奖|赢|得|loses?|pays?|退|赔|输|罚)?\\s*[:=]?\\s*(?:(?<share>${SHARE})|(?<amount>${AMOUNT}))$`,
);

const isMoney = (text: string | undefined): boolean => text !== undefined && isAmount(digits(text));

/**
 * One or more of some words, or their numbers in the list that was shown; a name may be written with spaces where commas part the names.
 * @param names what else they are called
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
  const meant = (word: string) =>
    offered.find((choice, at) => [choice, String(at + 1), ...(names[choice] ?? [])].some((name) => bare(name) === bare(word)));
  const split = (said: string, by: RegExp) => said.split(by).filter((word) => word !== '');
  const words = split(plain(text), /\s*[,;]\s*/).flatMap((part) => (meant(part) === undefined ? split(part, /\s+/) : [part]));
  const unknown = words.find((word) => meant(word) === undefined);
  if (unknown !== undefined) return { expected: offered.join(', '), ...(words.length > 1 ? { part: unknown } : {}) };
  const known = words.map(meant);
  return known.length === 0 ? { expected: offered.join(', ') } : { value: offered.filter((choice) => known.includes(choice)) };
}

/** A day: `2026-01-01`, also `2026/1/1` and `2026.1.1`, where the year comes first. */
export function readDay(text: string): Read<string> {
  const [, year = '', month = '', day = ''] = /^(20\d{2})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})日?$/.exec(plain(text)) ?? [];
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isDate(date) ? { value: date } : { expected: '@answer.day' };
}
