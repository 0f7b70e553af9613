import type { Reason } from '../attainment/value.js';
import { DIRECTIONS, type LevelTable } from '../contract/levels.js';
import { clearTitle, lineTitle } from '../contract/line-title.js';
import type { Metric, Terms } from '../contract/model.js';
import { packTitle } from '../contract/pack-prefix.js';
import { addDays, isDate } from '../kernel/calendar.js';
import { kept, keptAlike } from '../kernel/kept.js';
import type { Party } from '../kernel/party.js';
import { compare, isDecimal, isZero, rational } from '../kernel/rational.js';
import { remembered } from '../kernel/remembered.js';
import { type Locale, listSeparator, localText, type Params, type Text } from '../kernel/text.js';
import { lastDayToResolve } from '../settlement/disputes.js';
import type { Trace } from '../settlement/model.js';
import { inputText, reasonText, ruleText } from '../words/reasons.js';
import { type ReportKey, reportText } from '../words/report.js';
import { code, type Inline, inlineText, named, text } from './blocks.js';
import { amountFigure, clockFigure, formulaFigure, metricFigure, percentFigure, shortFigure, sumFigure } from './figures.js';

/** Names and sentences in one language, looked up in the terms and the catalogues. */
export interface Wording {
  readonly locale: Locale;
  readonly terms: Terms;
  readonly currency: string;
  readonly say: (key: ReportKey, params?: Params) => string;
  /** A sentence with ids and figures set in it. */
  readonly inline: (key: ReportKey, params: Readonly<Record<string, Inline>>) => Inline;
  readonly reason: (reason: Reason) => string;
  /** A branch of a trace. */
  readonly rule: (branch: Trace['branches'][number]) => string;
  /** What an input of a trace is. */
  readonly input: (input: Trace['inputs'][number]) => string;
  /** The party's name. */
  readonly party: (party: Party) => string;
  readonly metric: (id: string) => Metric | undefined;
  /** A KPI's title, or the composite's. */
  readonly kpiTitle: (id: string) => string;
  /** The title of a metric or a measure; the id itself where nothing names it. */
  readonly metricTitle: (id: string) => string;
  /** A measure's title, which its currency may follow as it follows the id (`paid CAD`). */
  readonly measureTitle: (id: string) => string;
  /** The same with the id; the id alone where nothing names the measure. */
  readonly measure: (id: string) => Inline;
  /** A formula with the titles of what it is made of. */
  readonly formula: (text: string) => string;
  readonly lineTitle: (id: string) => string;
  /** The same with the id where several fees have that title, for whoever sees no more of the line. */
  readonly clearTitle: (id: string) => string;
  /** A line's title, with the fee's id where the title does not say which it is. */
  readonly line: (id: string) => Inline;
}

/** The wording of terms in a language: made once, for every report on them. */
export const wording = remembered((terms: Terms, locale: Locale): Wording => {
  const { contract, definitions } = terms;
  const metrics = new Map(definitions.metrics.map((metric) => [metric.id, metric]));
  const plain = kept((key: ReportKey) => joined(reportText(key, locale), locale));
  const say = (key: ReportKey, params?: Params) => (params === undefined ? plain(key) : joined(reportText(key, locale, params), locale));
  const titles = kept((id: string) => joined(lineTitle(contract.fees, id, locale), locale));
  const titled = titlesOf(definitions);
  const metricTitle = (id: string) => localText(titled.get(id) ?? id, locale);
  const measureTitle = (id: string) => {
    const [name = id, ...currency] = id.split(' ');
    return [metricTitle(name), ...currency].join(' ');
  };
  const written = (given: Reason['with']) => readable(given, words, exactly(contract.currency));
  const words: Omit<Wording, 'reason' | 'rule' | 'input'> = {
    locale,
    terms,
    currency: contract.currency,
    say,
    inline: (key, params) => joinedSpans(inlineOf(reportText(key, locale), params), locale),
    party: (party) => localText(contract.parties[party].name, locale),
    metric: (id) => metrics.get(id),
    metricTitle,
    measureTitle,
    measure: (id) => {
      const title = measureTitle(id);
      return title === id ? code(id) : [{ text: title }, { text: ' · ' }, { text: id, code: true, tone: 'dim' }];
    },
    // Of one name alone the id says more: a measure may have its title from the very metric.
    formula: (written) =>
      ALONE.test(written) ? written : written.replace(NAME, (name) => (name === 'min' || name === 'max' ? name : metricTitle(name))),
    kpiTitle: (id) => {
      if (id === 'composite') return say('composite');
      const kpi = contract.kpis.find((candidate) => candidate.id === id);
      if (kpi === undefined) return id;
      return kpi.title === null ? metricTitle(kpi.metric) : localText(kpi.title, locale);
    },
    lineTitle: titles,
    clearTitle: (id) => joined(clearTitle(contract.fees, id, locale), locale),
    line: (id) => (contract.fees.some((fee) => fee.id === id) ? named(titles(id), id) : text(titles(id), 'strong')),
  };
  return {
    ...words,
    // the same rules stand in the statements of a year, and most with the same figures; a reason is told in several places of one
    reason: remembered(
      keptAlike(
        (reason) =>
          withWayOut(
            reason,
            words,
            reasonText({ code: reason.code, with: readable(recoveredOf(reason), words, briefly(contract.currency)) }, locale),
          ),
        ({ code: of, with: given }) => keyOf(of, given),
      ),
    ),
    input: keptAlike(
      ({ input, with: given }) => joined(inputText(input, written(given), locale), locale),
      ({ input, with: given }) => keyOf(input, given),
    ),
    rule: keptAlike(
      ({ rule, with: given }) => joined(ruleText(rule, written(given), locale), locale),
      ({ rule, with: given }) => keyOf(rule, given),
    ),
  };
});

/** What a sentence depends on: most have nothing set in them. */
function keyOf(code: string, given: Reason['with']): string {
  return Object.keys(given).length === 0 ? code : JSON.stringify([code, given]);
}

/** A name in a formula. */
const NAME = /[A-Za-z_]\w*/g;
const ALONE = /^\w+$/;

/** What metrics and measures are called: a measure as it says, else as a metric that is this measure alone, of the contract or of its pack. */
function titlesOf({ metrics, measures }: Terms['definitions']): ReadonlyMap<string, Text> {
  const alone = metrics.flatMap(({ formula, title }) => ('measure' in formula ? [[formula.measure, title] as const] : []));
  const own = measures.flatMap(({ id, title }) => (title === undefined ? [] : [[id, title] as const]));
  const ofPacks = measures.flatMap(({ id }) => {
    const title = packTitle(id);
    return title === null ? [] : [[id, title] as const];
  });
  return new Map([...ofPacks, ...alone.toReversed(), ...own, ...metrics.map(({ id, title }) => [id, title] as const)]);
}

/** What is above the floor may be more than a draw has left: no more than that is recovered. */
function recoveredOf({ code, with: given }: Reason): Reason['with'] {
  const { draw = '', room = '' } = given;
  if (code !== 'recovery' || !isDecimal(draw) || !isDecimal(room)) return given;
  return { ...given, room: compare(rational(draw), rational(room)) < 0 ? draw : room };
}

/** A large true-up waits for a review, or for a day: both are its way out, wherever it is named. Of a draw of nothing nothing is recovered. */
function withWayOut(
  { code, with: { since, draw = '', kpis = '' } }: Reason,
  { say, terms, locale, kpiTitle }: Omit<Wording, 'reason' | 'rule' | 'input'>,
  said: string,
): string {
  if (code === 'recovery' && !/[1-9]/.test(draw)) return say('recoveryNone');
  if (code === 'composite-waived') {
    const { minWeightLeft } = terms.contract.composite;
    const titles = kpis.split(', ').map(kpiTitle).join(listSeparator(locale));
    if (isZero(rational(minWeightLeft))) return say('compositeWaivedAll', { kpis: titles });
    return say('compositeWaivedBelow', { kpis: titles, needed: percentFigure(rational(minWeightLeft)) });
  }
  if (code !== 'large-true-up' || since === undefined || !isDate(since)) return joined(said, locale);
  return say('waitsUntil', { text: said, on: addDays(since, terms.contract.acceptance.days) });
}

// The planes of Han characters are given out by Unicode once and for all; which of them are assigned differs between Nodes.
const HAN =
  '[\\u2E80-\\u2FD5\\u3005\\u3007\\u3021-\\u3029\\u3038-\\u303B\\u3400-\\u4DBF\\u4E00-\\u9FFF\\uF900-\\uFAFF\\u{20000}-\\u{3FFFD}]';
const BETWEEN_HAN = new RegExp(`(?<=${HAN}) (?=${HAN})`, 'gu');

/** Chinese needs no space between Chinese words that meet where a place was filled. */
export function joined(filled: string, locale: Locale): string {
  return locale === 'zh' && mayMeet(filled) ? filled.replace(BETWEEN_HAN, '') : filled;
}

/** Whether a space has signs beyond the Latin ones on both its sides: most have a figure on one. */
function mayMeet(filled: string): boolean {
  for (let at = filled.indexOf(' '); at !== -1; at = filled.indexOf(' ', at + 1))
    if (filled.charCodeAt(at - 1) >= FIRST_HAN && filled.charCodeAt(at + 1) >= FIRST_HAN) return true;
  return false;
}

const FIRST_HAN = 0x2e80;

/** The same where the words that meet stand in spans of their own. */
function joinedSpans(spans: Inline, locale: Locale): Inline {
  if (locale === 'en') return spans;
  const needless = new Set(
    [
      ...spans
        .map((span) => span.text)
        .join('')
        .matchAll(BETWEEN_HAN),
    ].map(({ index }) => index),
  );
  let at = 0;
  return spans.map((span) => {
    const start = at;
    at += span.text.length;
    return {
      ...span,
      text: span.text
        .split('')
        .filter((_, index) => !needless.has(start + index))
        .join(''),
    };
  });
}

function inlineOf(message: string, params: Readonly<Record<string, Inline>>): Inline {
  return message.split(/(\{\w+(?::[^{}|]*\|[^{}]*)?\})/).flatMap((part) => {
    const [, name = '', one, many] = /^\{(\w+)(?::([^|]*)\|(.*))?\}$/.exec(part) ?? [];
    const value = params[name];
    if (value === undefined) return part === '' ? [] : [{ text: part }];
    if (one === undefined || many === undefined) return value;
    return [{ text: inlineText(value) === '1' ? one : many }];
  });
}

/** Values of a reason that are money: with the currency's digits. */
const MONEY: ReadonlySet<string> = new Set([
  'base',
  'total',
  'cost',
  'earned',
  'floor',
  'room',
  'draw',
  'subtotal',
  'excess',
  'limit',
  'acknowledged',
  'mean',
]);

type Figure = (value: string, name: string) => string;

const briefly =
  (currency: string): Figure =>
  (value, name) => {
    // A price may be finer than what is paid.
    if (name === 'price') return amountFigure(value, currency);
    return MONEY.has(name) ? sumFigure(value, currency) : shortFigure(value);
  };

/** The same with every digit: what a trace has is computed with further. */
const exactly =
  (currency: string): Figure =>
  (value, name) =>
    MONEY.has(name) || name === 'price' ? amountFigure(value, currency) : formulaFigure(value);

/** Values of a reason that are in the unit of the metric it names. */
const IN_UNITS: ReadonlySet<string> = new Set(['actual', 'limit', 'minimum', 'target', 'gap']);

/** Parameters as people read them: titles for ids, units for a metric's values, local time for instants. */
function readable(params: Reason['with'], words: Omit<Wording, 'reason' | 'rule' | 'input'>, figure: Figure): Reason['with'] {
  const metric = words.metric(params.metric ?? '');
  const inUnits = Object.entries(params).flatMap(([name, value]) => (IN_UNITS.has(name) && isDecimal(value) ? [rational(value)] : []));
  const shown = (name: string, value: string): string => {
    switch (name) {
      case 'metric':
      case 'measure':
        return words.metricTitle(value);
      case 'by':
        return value === 'composite' ? words.say('compositeBy') : words.kpiTitle(value);
      case 'line':
        return words.lineTitle(value);
      case 'party':
        return value === 'brand' || value === 'provider' ? words.say(`party.${value}`) : value;
      case 'kpis':
        return value.split(', ').map(words.kpiTitle).join(listSeparator(words.locale));
      case 'events':
      case 'ids':
        return value.split(', ').join(listSeparator(words.locale));
      case 'lapsesOn':
        return isDate(value) ? lastDayToResolve(value) : value;
      case 'freshAt':
        return clockFigure(value, words.terms.contract.calendar.timezone);
      case 'duty':
        return localText(words.terms.contract.duties.find((duty) => duty.id === value)?.title ?? value, words.locale);
      case 'tiers':
      case 'points':
      case 'bands':
        return levelsText(name, value, words);
      default:
        if (metric === undefined || !IN_UNITS.has(name) || !isDecimal(value)) return figure(value, name);
        return metricFigure(metric, rational(value), words.currency, inUnits);
    }
  };
  return Object.fromEntries(Object.entries(params).map(([name, value]) => [name, shown(name, value)]));
}

/** Levels as a trace has them (`0: 5%, 100000: 7%`, `< 60%: 25%`), each with its direction in words. */
function levelsText(table: LevelTable, levels: string, { say, locale }: Pick<Wording, 'say' | 'locale'>): string {
  const texts = levels.split(', ').map((each) => {
    const [, level, value] = /^(?:< )?(\S+): (\S+)$/.exec(each) ?? [];
    if (level === undefined || value === undefined) return formulaFigure(each);
    return say(DIRECTIONS[table] === 'from' ? 'levelFrom' : 'levelBelow', { level: formulaFigure(level), value });
  });
  return texts.join(listSeparator(locale));
}
