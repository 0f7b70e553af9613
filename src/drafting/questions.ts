import { meantZones } from '../contract/meant/names.js';
import { WORKSPACE_FILE } from '../contract/paths.js';
import { quote } from '../contract/quote.js';
import { currencyMeant, zoneMeant } from '../contract/spoken-names.js';
import { addDays, type LocalDate } from '../kernel/calendar.js';
import { unseenIn } from '../kernel/characters.js';
import { currencyNamed } from '../kernel/currencies.js';
import { type Issue, inFile, inNoFile, type Position } from '../kernel/issue.js';
import { marketplaceCurrency } from '../kernel/marketplaces.js';
import { distinct } from '../kernel/objects.js';
import { type Filler, inForm } from '../kernel/text.js';
import { DRAFTING } from '../words/drafting.js';
import { issue } from '../words/issue.js';
import type { Deal, Reward, Setting } from './deal.js';
import { doubtOf } from './doubts.js';
import { EXPORT_IDS, EXPORTS, MARKETPLACE_NAMES, marketplacesIn, partsOf } from './exports.js';
import { KPIS, measurable } from './kpis.js';
import { lastOfMonths, monthsOf, readChoices, readDay, readGoals } from './read-answer.js';
import { readBet } from './read-bet.js';
import { isNone, plain, type Read, readAmount } from './read-number.js';
import { readTiers } from './read-tiers.js';

export type QuestionId = keyof Deal;
/** What has been answered so far, in the order of the questions. */
export type SoFar = Readonly<Partial<Deal>>;

/** One question: when it is asked, what no answer means, and how an answer is read. */
interface Question<T> {
  /** What it hangs on: without them it makes no sense. */
  readonly after?: readonly QuestionId[];
  /** What it is where it need not be asked; undefined where it must be. */
  readonly settled?: (sofar: SoFar, setting: Setting) => T | undefined;
  /** What an empty answer is, as one would type it; null where there must be one. */
  readonly standard: (sofar: SoFar, setting: Setting) => string | null;
  readonly read: (text: string, sofar: SoFar, setting: Setting) => Read<T>;
  /** The words that may be chosen, shown with the question. */
  readonly offered?: (sofar: SoFar, setting: Setting) => readonly string[];
}

const NONE = 'none';
const none = () => NONE;
const meant = (value: string | null, expected: string): Read<string> => (value === null ? { expected } : { value });
/** What a zone looks like; where one was probably meant, that. */
const expectedZone = (text: string): string => {
  const zones = meantZones(text);
  return zones.length === 0 ? '@zone' : `@answer.zone:${zones.join(' / ')}`;
};
const orNull = <T>(text: string, read: (text: string) => Read<T>): Read<T | null> => (isNone(text) ? { value: null } : read(text));
const amountOf =
  (label: 'retainer' | 'bonus' | 'cap' | 'minSpend') =>
  (text: string, { currency = '' }: SoFar): Read<string | null> =>
    orNull(text, (said) => readAmount(said, currency, currencyNamed(currency)?.digits ?? 2, label));

const isZeroAmount = (text: string): boolean => /^0+(?:\.0+)?$/.test(plain(text));

const WHOLE =
  /^(.*?)[\s,;:(]*(?:all[ -]or[ -]nothing|only (?:if|when) (?:all|every) (?:the )?(?:targets?|kpis?) (?:is|are) (?:met|reached|hit)|(?:须|需)?(?:各项)?(?:目标)?(?:全部|都)?(?:达到|达标|达成)(?:才|后?方可)(?:支?付|发放|给))\)?$/i;

/** `2000`, paid in proportion, or `2000 all or nothing`. */
function reward(text: string, sofar: SoFar): Read<Reward | null> {
  const [, money = ''] = WHOLE.exec(plain(text)) ?? [];
  const isWhole = money !== '';
  const pool = amountOf('bonus')(isWhole ? money : text, sofar);
  if (!('value' in pool)) return pool.expected === '@answer.amount' ? { expected: '@answer.bonus' } : pool;
  return { value: pool.value === null ? null : { pool: pool.value, isWhole } };
}

/** What ends a line or stands for what could not be read: no file of a contract may hold it, as no name may what nobody sees. */
const NO_NAME = /[\p{Cc}\p{Cs}\u2028\u2029\uFFFD]/u;

function readName(text: string): Read<string> {
  const name = text.trim();
  const isRefused = name === '' || name.length > 120 || NO_NAME.test(name) || unseenIn(name).length > 0;
  return isRefused ? { expected: '@answer.name' } : { value: name };
}

const paid = ({ retainer, commission, bonus }: SoFar) => [retainer, commission, bonus].some((fee) => (fee ?? null) !== null);
const ratios = ({ kpis = [] }: SoFar) => kpis.filter(({ kpi }) => KPIS[kpi].restsOn === 'ad_spend');
const offeredKpis = ({ exports = [] }: SoFar) => measurable(exports);

/** Who signs, where the workspace names people; elsewhere the people that a new workspace begins with. */
const signing = (side: 'brandPeople' | 'providerPeople'): Question<readonly string[]> => ({
  settled: (_, setting) => (setting.people.length === 0 ? setting[side] : undefined),
  standard: (_, setting) => (setting[side].length === 0 ? null : setting[side].join(', ')),
  read: (text, _, { people, fullNames }) => readPeople(text, people, fullNames),
  offered: (_, { people }) => people,
});

/** Short names are told apart by their letters' case, and a list of them has no order to number; a full name that one person has does too. */
function readPeople(text: string, people: readonly string[], fullNames: Setting['fullNames']): Read<readonly string[]> {
  const bearing = (name: string) => people.filter((id) => inForm(fullNames[id] ?? '', 'NFKC').toLowerCase() === name.toLowerCase());
  const named = plain(text)
    .split(/\s*[,;]\s*/)
    .flatMap((part) => (bearing(part).length === 1 ? bearing(part) : part.split(/\s+/)))
    .filter((name) => name !== '');
  const known = [...new Set(named)];
  return known.length > 0 && known.every((name) => people.includes(name)) ? { value: known } : { expected: people };
}

/** In the order in which they are asked: what a question offers depends on the answers before it. */
export const QUESTIONS: { readonly [Id in QuestionId]: Question<Deal[Id]> } = {
  id: {
    standard: (_, { contracts }) => (contracts.includes('first') ? null : 'first'),
    read: (text, _, { contracts }) => {
      const id = text.trim();
      return /^[a-z0-9-]{3,40}$/.test(id) && !contracts.includes(id) ? { value: id } : { expected: '@answer.new-id' };
    },
  },
  brand: { standard: (_, { known }) => known.brand ?? null, read: readName },
  provider: { standard: (_, { known }) => known.provider ?? null, read: readName },
  currency: {
    standard: (_, { known }) => known.currency ?? 'USD',
    read: (text) => meant(currencyMeant(plain(text)), '@currencyCode'),
  },
  timezone: {
    standard: (_, { known }) => known.timezone ?? 'Asia/Shanghai',
    read: (text) => meant(zoneMeant(plain(text)), expectedZone(plain(text))),
  },
  from: { standard: (_, { today }) => nextMonth(today), read: (text) => readDay(text, 'first') },
  to: {
    after: ['from'],
    standard: ({ from = '' }) => addDays(`${Number(from.slice(0, 4)) + 1}-${from.slice(5, 7)}-01`, -1),
    read: (text, { from = '' }) => {
      const months = monthsOf(text);
      const day = months === null ? readDay(text, 'last') : { value: lastOfMonths(from, months) };
      const last = `${Number(from.slice(0, 4)) + 10}${from.slice(4)}`;
      return 'value' in day && (day.value <= from || day.value > last) ? { expected: '@answer.day-after' } : day;
    },
  },
  exports: {
    after: ['currency'],
    standard: () => null,
    offered: (_, { data }) => (data === null ? EXPORT_IDS.filter((id) => EXPORTS[id].ofFilesAlone !== true) : EXPORT_IDS),
    read: (text, { currency }, { data }) => {
      const chosen = readChoices(text, EXPORT_IDS, DRAFTING.exports);
      const unfit = data === null && 'value' in chosen ? chosen.value.find((id) => EXPORTS[id].ofFilesAlone === true) : undefined;
      if (unfit !== undefined) return { expected: `@answer.exports-bigquery:${unfit}` };
      if ('value' in chosen && chosen.value.includes('tmall') && currency !== 'CNY') return { expected: '@answer.exports-cny' };
      if ('value' in chosen && chosen.value.includes('amazon') && marketplacesIn(currency ?? '').length === 0) {
        const own = distinct(MARKETPLACE_NAMES.flatMap((name) => marketplaceCurrency(name) ?? []));
        return { expected: `@answer.exports-amazon:${own.join(' / ')}` };
      }
      // Every contract has a KPI, and every KPI here rests on sales.
      return 'value' in chosen && partsOf(chosen.value, 'sales').length === 0 ? { expected: '@answer.exports' } : chosen;
    },
  },
  marketplace: {
    after: ['currency', 'exports'],
    settled: ({ exports = [] }) => (exports.includes('amazon') ? undefined : null),
    standard: ({ currency = '' }) => {
      // of several shops in one currency only whoever answers knows which
      const [one = null, ...others] = marketplacesIn(currency);
      return others.length > 0 ? null : one;
    },
    offered: ({ currency = '' }) => marketplacesIn(currency),
    read: (text, { currency = '' }) => {
      const chosen = readChoices(text, MARKETPLACE_NAMES);
      const [one = null, ...others] = 'value' in chosen ? chosen.value : [];
      const own = marketplacesIn(currency);
      if (one === null || others.length > 0) return { expected: own };
      if (own.includes(one)) return { value: one };
      return { expected: `@answer.marketplace:${one}|${marketplaceCurrency(one)}` };
    },
  },
  retainer: { after: ['currency'], standard: none, read: amountOf('retainer') },
  commission: {
    after: ['currency'],
    standard: none,
    read: (text, { currency = '' }) => orNull(text, (said) => readTiers(said, currency)),
  },
  accumulate: {
    after: ['commission'],
    settled: ({ commission }) => ((commission?.length ?? 0) > 1 ? undefined : 'period'),
    standard: () => 'month',
    offered: () => ['month', 'term'],
    read: (text) => {
      const chosen = readChoices(text, ['month', 'term'] as const, DRAFTING.spans);
      return 'value' in chosen && chosen.value.length === 1
        ? { value: chosen.value[0] === 'term' ? 'term' : 'period' }
        : { expected: ['month', 'term'] };
    },
  },
  kpis: {
    after: ['exports'],
    standard: () => null,
    offered: offeredKpis,
    read: (text, sofar) => readGoals(text, offeredKpis(sofar), DRAFTING.names, sofar.currency ?? ''),
  },
  minSpend: {
    after: ['currency', 'kpis'],
    settled: (sofar) => (ratios(sofar).length > 0 ? undefined : null),
    standard: () => '1000',
    read: amountOf('minSpend'),
  },
  bonus: { after: ['currency'], standard: none, read: reward },
  wager: {
    after: ['retainer', 'commission', 'bonus'],
    standard: none,
    read: (text, sofar) => {
      const bet = orNull(text, (said) => readBet(said, sofar.currency ?? ''));
      return 'value' in bet && bet.value === null && !paid(sofar) ? { expected: '@answer.paid' } : bet;
    },
  },
  // 0 would be a cap under which nothing is ever paid, and is no way to say that there is none
  cap: {
    after: ['currency'],
    standard: none,
    read: (text, sofar) => (isZeroAmount(text) ? { expected: '@answer.amount' } : amountOf('cap')(text, sofar)),
  },
  brandSigns: signing('brandPeople'),
  providerSigns: signing('providerPeople'),
};

export const QUESTION_IDS = Object.keys(QUESTIONS).filter((id): id is QuestionId => Object.hasOwn(QUESTIONS, id));

function nextMonth(today: LocalDate): LocalDate {
  const [year, month] = [Number(today.slice(0, 4)), Number(today.slice(5, 7))];
  return month === 12 ? `${year + 1}-01-01` : `${year}-${String(month + 1).padStart(2, '0')}-01`;
}

/** What comes of an answer: more is known, or what the answer should look like. */
export type Answered = { readonly sofar: SoFar } | { readonly expected: Filler; readonly part?: string };

/** Reads one answer. @param text as typed; empty: the standard */
export function answered(id: QuestionId, text: string, sofar: SoFar, setting: Setting): Answered {
  const question: Question<Deal[QuestionId]> = QUESTIONS[id];
  // Where there must be an answer, an empty one is read like any other, and told what it should look like.
  const said = text.trim() === '' ? (question.standard(sofar, setting) ?? '') : text;
  const read = question.read(said, sofar, setting);
  return 'value' in read ? { sofar: { ...sofar, [id]: read.value } } : read;
}

/** What an empty answer is, as one would type it; null where there must be one. */
export function standardOf(id: QuestionId, sofar: SoFar, setting: Setting): string | null {
  return QUESTIONS[id].standard(sofar, setting);
}

/** What is settled without asking; null where it has to be asked. */
export function settledAlready(id: QuestionId, sofar: SoFar, setting: Setting): SoFar | null {
  const question: Question<Deal[QuestionId]> = QUESTIONS[id];
  const value = question.settled?.(sofar, setting);
  return value === undefined ? null : { ...sofar, [id]: value };
}

/** A deal, once everything is answered. */
export function isWhole(sofar: SoFar): sofar is Deal {
  return QUESTION_IDS.every((id) => Object.hasOwn(sofar, id));
}

/** A question's name in a file of answers: `min-spend`, as its option is `--min-spend`. */
export const nameOf = (id: QuestionId): string => id.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/**
 * The deal out of answers that were all given at once, by {@link QuestionId}; questions without an answer take their standard.
 * @param placeOf where each answer stands, for issues
 * @returns the deal, null where an answer is missing or refused; every issue but those of questions that hang on another refused one
 */
export function dealOf(
  answers: ReadonlyMap<QuestionId, string>,
  setting: Setting,
  placeOf: (id: QuestionId) => Position,
): { readonly deal: Deal | null; readonly issues: readonly Issue[] } {
  let sofar: SoFar = {};
  const issues: Issue[] = [];
  for (const id of QUESTION_IDS) {
    if (QUESTIONS[id].after?.some((each) => !Object.hasOwn(sofar, each)) === true) continue;
    const typed = answers.get(id) ?? '';
    const settled = settledAlready(id, sofar, setting);
    // What the workspace says stands in for an answer: it is what a finding is about, and the file to mend.
    const known = typed.trim() === '' ? new Map(Object.entries(setting.known)).get(id) : undefined;
    const [text, at] = known === undefined ? [typed, placeOf(id)] : [known, inFile(WORKSPACE_FILE)];
    const outcome = settled === null ? answered(id, text, sofar, setting) : { sofar: settled };
    if ('sofar' in outcome) {
      sofar = outcome.sofar;
      const doubt = settled === null ? doubtOf(id, sofar, setting.language) : null;
      const files = ['contract.yaml', ...(known === undefined ? [] : [WORKSPACE_FILE])];
      const params = { answer: `@question.${id}`, found: quote(text), why: doubt?.why ?? '', files };
      if (doubt !== null) issues.push(issue(doubt.code, at, params));
    } else issues.push(refusal(id, outcome.part ?? text, outcome.expected, at));
  }
  return { deal: isWhole(sofar) ? sofar : null, issues };
}

/** What was not answered and has a standard, each with it, in the questions' order; what is settled without asking is none of them. */
export function takenAsUsual(answers: ReadonlyMap<QuestionId, string>, setting: Setting): readonly { id: QuestionId; usual: string }[] {
  let sofar: SoFar = {};
  return QUESTION_IDS.flatMap((id) => {
    const text = answers.get(id) ?? '';
    const settled = settledAlready(id, sofar, setting);
    const outcome = settled === null ? answered(id, text, sofar, setting) : { sofar: settled };
    const usual = settled === null && text === '' ? standardOf(id, sofar, setting) : null;
    if ('sofar' in outcome) sofar = outcome.sofar;
    return usual === null ? [] : [{ id, usual }];
  });
}

/** Why an answer is none: it is not there, or not what it should look like. */
function refusal(id: QuestionId, text: string, expected: Filler, at: Position): Issue {
  if (text.trim() === '' && expected === '@answer.paid') return issue('answers-pay-nothing', inNoFile('init'));
  const params = { answer: `@question.${id}`, expected };
  return text.trim() === ''
    ? issue('answer-missing', at, { ...params, option: nameOf(id) })
    : issue('answer-refused', at, { ...params, found: quote(text) });
}
