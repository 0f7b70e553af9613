import type { Terms } from '../contract/model.js';
import type { LocalDate } from '../kernel/calendar.js';
import { grouped } from '../kernel/grouped.js';
import type { Issue } from '../kernel/issue.js';
import { minorDigits } from '../kernel/money.js';
import { isDecimal, isZero, type Rational, rational, toExact, toFixed } from '../kernel/rational.js';
import { type Locale, listSeparator, localText, type Params } from '../kernel/text.js';
import type { LevelPay } from '../outlook/levels.js';
import type { Margin } from '../outlook/margin.js';
import type { Quote, QuotedEnd, QuotedRange } from '../outlook/quote.js';
import type { QuotedPast } from '../outlook/quoted-past.js';
import { describe } from '../words/issue.js';
import { type QuoteTextKey, quoteText } from '../words/quote.js';
import { type Block, type Inline, left, ownNote, type Row, right, row, text } from './blocks.js';
import { exactMoney, metricFigure, moneyFigure, percentFigure } from './figures.js';
import { isNoTotal, levelsNote, spanText, unknownBy } from './levels-note.js';
import { marginSection } from './margin.js';
import { inCurrency, sentenceSeparator } from './punctuation.js';
import { pastSections } from './quoted-past.js';
import { joined, type Wording, wording } from './wording.js';

/** What was measured for a quote. */
export interface QuotedData {
  readonly past: QuotedPast | null;
  /** Null: not asked. */
  readonly margin: Margin | null;
  /** What kept the data from being read. */
  readonly unread: readonly Issue[];
  /** The facts for want of which no whole period is known. */
  readonly lacking: readonly string[];
  readonly asOf: LocalDate;
}

type Table = Extract<Block, { kind: 'table' }>;

interface Telling {
  readonly quote: Quote;
  readonly words: Wording;
  readonly say: (key: QuoteTextKey, params?: Params) => string;
}

function tellingOf(quote: Quote, terms: Terms, locale: Locale): Telling {
  return { quote, words: wording(terms, locale), say: (key, params = {}) => joined(quoteText(key, locale, params), locale) };
}

/** What a contract pays: at threshold, target and stretch, at the least and the most; and what its data say, or why they say nothing. */
export function quoteBlocks(quote: Quote, terms: Terms, locale: Locale, { past, margin, unread, lacking, asOf }: QuotedData): Block[] {
  const { say } = tellingOf(quote, terms, locale);
  const [issue] = unread;
  const standing =
    past !== null
      ? text(say('pays-nothing-measured'), 'dim')
      : issue !== undefined
        ? text(say('unread', { why: describe(issue, locale).text }), 'warn')
        : text(
            say(`no-whole-period${lacking.length === 0 ? '' : '-of'}`, { day: asOf, facts: lacking.join(listSeparator(locale)) }),
            'warn',
          );
  return [
    { kind: 'title', text: text(say('title')), subtitle: text(localText(terms.contract.title, locale)) },
    { kind: 'paragraph', text: standing },
    ...(past === null ? [{ kind: 'paragraph' as const, text: text(say('pays-nothing'), 'dim') }] : []),
    ...quoteSections(quote, terms, locale),
    ...(past === null ? [] : pastSections(past, terms, locale)),
    ...(margin === null ? [] : marginSection(margin, terms, locale)),
  ];
}

/** The same as a part of a report about the contract. */
export function quoteSections(quote: Quote, terms: Terms, locale: Locale): Block[] {
  const telling = tellingOf(quote, terms, locale);
  return [...levelsSection(telling), ...exposureSection(telling)];
}

/** The range of a usual period in one line. */
export function quoteFigure(quote: Quote, terms: Terms, locale: Locale): Block[] {
  const { say } = tellingOf(quote, terms, locale);
  const range = quote.exposure.periods.find(({ period }) => period === quote.period);
  if (range === undefined) return [];
  const [least, most] = [range.least, range.most].map(({ amount }) => moneyFigure(amount, quote.currency));
  const [isOpenBelow, isOpenAbove] = [range.least.open.length > 0, range.most.open.length > 0];
  const floor = isOpenBelow ? say('no-lower') : (least ?? '');
  const value = isOpenAbove
    ? say(isOpenBelow ? 'figure-any' : 'figure-open', { least: floor, open: say('no-upper') })
    : isOpenBelow
      ? say('figure-below', { most: most ?? '', open: floor })
      : say('figure-range', { least: floor, most: most ?? '' });
  return [{ kind: 'figure', label: say('figure'), value, notes: [] }];
}

function levelsSection(telling: Telling): Block[] {
  const { quote, words, say } = telling;
  if (quote.period === null) return [];
  return [
    { kind: 'heading', text: say('levels', { period: quote.period }) },
    levelsTable(telling),
    { kind: 'paragraph', text: ownNote(levelsNote(quote, words)) },
  ];
}

/** What a usual period pays, line by line, where every KPI is at its threshold, target or stretch. */
export function levelsBlock(quote: Quote, terms: Terms, locale: Locale): Table {
  return levelsTable(tellingOf(quote, terms, locale));
}

function levelsTable({ quote, words, say }: Telling): Table {
  const { levels } = quote;
  const { fees } = words.terms.contract;
  const there = new Set(levels.flatMap(({ lines, unknown }) => [...lines.map(({ line }) => line), ...unknown]));
  const own = fees.map(({ id }) => id).filter((id) => there.has(id));
  const taken = levels.flatMap(({ lines }) => lines.filter(({ line, amount }) => !own.includes(line) && !isZero(rational(amount))));
  const unknownAs = (id: string | undefined): Inline => {
    const fee = fees.find((each) => each.id === id);
    return text(say(fee === undefined ? 'by-volume' : unknownBy(fee, words.terms.contract)), 'dim');
  };
  const amountOf = ({ lines }: LevelPay, id: string): Inline => {
    const found = lines.find(({ line }) => line === id);
    return found === undefined ? unknownAs(id) : text(grouped(found.amount));
  };
  const totalOf = (level: LevelPay): Inline => (isNoTotal(level) ? unknownAs(level.unknown[0]) : text(grouped(level.total), 'strong'));
  const rows = [...new Set([...own, ...taken.map(({ line }) => line)])].map((id) =>
    row([words.line(id), ...levels.map((level) => amountOf(level, id))]),
  );
  const total: Row = {
    cells: [text(inCurrency(say('total'), quote.currency, words.locale), 'strong'), ...levels.map(totalOf)],
    notes: [],
    sum: true,
  };
  return { kind: 'table', columns: [left(say('line')), ...levels.map(({ level }) => right(say(level)))], rows: [...rows, total] };
}

function exposureSection(telling: Telling): Block[] {
  const { quote, say, words } = telling;
  const amounts = (key: QuoteTextKey) => right(inCurrency(say(key), quote.currency, words.locale));
  const { periods, term, leftByCap } = quote.exposure;
  const isOpenBelowZero = periods.some(({ least, most }) => [...least.open, ...most.open].some(({ side }) => side === 'below'));
  const runs: { from: string; to: string; range: ToldRange }[] = [];
  for (const { period, least, most, apart } of periods) {
    const last = runs.at(-1);
    const range = { least, most, apart };
    if (last !== undefined && JSON.stringify(last.range) === JSON.stringify(range)) last.to = period;
    else runs.push({ from: period, to: period, range });
  }
  const rows = runs.map((run) => rangeRow(spanText(run), run.range, telling));
  return [
    { kind: 'heading', text: say('exposure') },
    ...endedNote(telling),
    {
      kind: 'table',
      columns: [left(say('period')), amounts('least'), amounts('most')],
      rows: [...rows, { ...rangeRow(say('term'), { ...term, apart: [] }, telling, false), sum: true }],
    },
    ...(isOpenBelowZero ? [{ kind: 'paragraph' as const, text: ownNote(say('below-zero')) }] : []),
    ...(leftByCap === null || leftByCap === 'all' ? [] : [{ kind: 'paragraph' as const, text: ownNote(say(`cap-leaves.${leftByCap}`)) }]),
    {
      kind: 'paragraph',
      text: ownNote([say('excluded'), ...(quote.ended === null ? [say('early-end')] : [])].join(sentenceSeparator(words.locale))),
    },
  ];
}

function endedNote({ quote: { ended }, words, say }: Telling): Block[] {
  if (ended === null) return [];
  return [{ kind: 'paragraph', text: text(say('ended', { party: words.say(`party.${ended.by}`), on: ended.on }), 'warn') }];
}

type ToldRange = QuotedRange & Pick<Quote['exposure']['periods'][number], 'apart'>;

function rangeRow(label: string, { least, most, apart }: ToldRange, telling: Telling, explained = true): Row {
  const { say, words } = telling;
  const cell = ({ amount, open }: QuotedEnd, none: 'no-lower' | 'no-upper') =>
    open.length > 0 ? text(say(none), 'warn') : text(grouped(amount));
  const open = [...least.open, ...most.open];
  const restOf = least.open.length === 0 ? 'without-open-most' : most.open.length === 0 ? 'without-open-least' : 'without-open';
  const rest = say(restOf, { least: grouped(least.amount), most: grouped(most.amount) });
  const notes = explained && open.length > 0 ? [...open.map((each) => text(openText(each, telling), 'dim')), text(rest, 'dim')] : [];
  const wide = apart.map(({ metric, lines }) => {
    const titles = lines.map((line) => words.clearTitle(line)).join(listSeparator(words.locale));
    return text(say('apart', { lines: titles, metric: words.metricTitle(metric) }), 'dim');
  });
  return row([text(label), cell(least, 'no-lower'), cell(most, 'no-upper')], [...notes, ...wide]);
}

/** The unit in which a rate of money is told. */
const PER = '1000';

function openText({ line, metric, side, rate, is, beyond, once }: QuotedEnd['open'][number], { words, say, quote }: Telling): string {
  const exact = rational(rate);
  const below = side === 'below' ? '-below' : '';
  const back = exact.s < 0n ? '-back' : '';
  const size = exact.abs();
  const title = words.metricTitle(metric);
  const from = beyond === null ? null : metricFigure(words.metric(metric), rational(beyond), quote.currency);
  const named = { line: words.clearTitle(line), metric: from === null ? title : say('metric-beyond', { metric: title, from }) };
  const { currency } = quote;
  const told = (amount: string) => (is === 'so' ? amount : say(is, { amount }));
  const jumps = rational(once);
  const beside = isZero(jumps) ? '' : say(jumps.s > 0n ? 'once-more' : 'once-less', { amount: exactMoney(toExact(jumps.abs()), currency) });
  if (words.metric(metric)?.unit === 'money') {
    const params = {
      rate: percentFigure(size),
      unit: moneyFigure(PER, currency),
      amount: told(amountOf(size.mul(rational(PER)), currency)),
    };
    return `${say(`of-money${below}${back}`, { ...named, ...params })}${beside}`;
  }
  return `${say(`of-units${below}${back}`, { ...named, amount: told(amountOf(size, currency)) })}${beside}`;
}

/** An amount with every digit that it has; one that has no end is rounded, and says so. */
function amountOf(exact: Rational, currency: string): string {
  const decimal = toExact(exact);
  return isDecimal(decimal) ? exactMoney(decimal, currency) : `≈ ${moneyFigure(toFixed(exact, minorDigits(currency)), currency)}`;
}
