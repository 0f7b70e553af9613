import type { Terms } from '../contract/model.js';
import { addDays, type LocalDate } from '../kernel/calendar.js';
import { type Exact, isZero, rational } from '../kernel/rational.js';
import { type Locale, listSeparator, localText } from '../kernel/text.js';
import type { FeeOutlook, GateOutlook, KpiOutlook, MoneyOutlook, Needed, Outlook, Reached } from '../outlook/model.js';
import { chanceText } from '../words/outlook.js';
import { aboveLimit } from './above-limit.js';
import { type Block, drawing, type Inline, left, named, type Row, right, row, text } from './blocks.js';
import { fanChart } from './fan-chart.js';
import { metricFigure, moneyFigure, percentFigure } from './figures.js';
import { maturitySection } from './maturity.js';
import { whyNone } from './no-range.js';
import { figureOf, kpiBand, type OutlookTelling, tellingOf } from './outlook-telling.js';
import { sentenceSeparator } from './punctuation.js';
import { ruledNote, ruledState } from './ruled-words.js';

/** The outlook of a running period: what it is and is not first, then pay, KPIs, gates and lines. */
export function outlookBlocks(outlook: Outlook, terms: Terms, locale: Locale): Block[] {
  const telling = tellingOf(outlook, terms, locale);
  const { say, words } = telling;
  const opening: Block[] = [
    {
      kind: 'title',
      text: text(say('title', { period: outlook.period }), 'strong'),
      subtitle: text(localText(words.terms.contract.title, locale)),
    },
    { kind: 'paragraph', text: text(firstSentence(telling), 'strong') },
  ];
  const maturing = maturitySection(outlook.maturing ?? [], terms, locale);
  if (outlook.daysLeft === 0 || outlook.asOf >= settledFrom(telling)) return [...opening, ...maturing];
  return [
    ...opening,
    { kind: 'paragraph', text: text(paySentence(telling)) },
    ...waitingSentences(telling).map((said): Block => ({ kind: 'paragraph', text: text(said, 'warn') })),
    ...planned(telling),
    ...kpiTable(telling),
    ...gateTable(telling),
    ...feeTable(telling),
    ...closing(telling),
    ...maturing,
  ];
}

/** The outlook for a page, in parts: what would be paid first. */
export interface OutlookParts {
  readonly pay: Block;
  readonly kpis: readonly Block[];
  /** With how the figures are to be read. */
  readonly fees: readonly Block[];
  readonly gates: readonly Block[];
}

/** An outlook in parts, so that a page, a comment and the terminal lay them out each in its own order. */
export function outlookParts(outlook: Outlook, terms: Terms, locale: Locale): OutlookParts {
  const telling = tellingOf(outlook, terms, locale);
  const { say } = telling;
  const { total, currency, period } = outlook;
  const range = total === null ? paySentence(telling) : say(isRange(total, currency) ? 'pay-range' : 'pay-exact', rangeOf(total, currency));
  const notes = [text(range), ...waitingSentences(telling).map((said) => text(said, 'warn')), text(firstSentence(telling), 'dim')];
  const value = total === null ? say('unknown') : moneyFigure(total.expected, currency);
  return {
    pay: { kind: 'figure', label: say('expected-of', { period }), value, notes },
    kpis: [...planned(telling), ...kpiTable(telling)],
    fees: [...feeTable(telling), ...closing(telling)],
    gates: gateTable(telling),
  };
}

/** The outlook in a few lines, for a scorecard of a running period: what it is, what it would pay, and the first KPIs. */
export function outlookBrief(outlook: Outlook | undefined, terms: Terms, locale: Locale): Block[] {
  if (outlook === undefined) return [];
  const telling = tellingOf(outlook, terms, locale);
  const shown = outlook.kpis.slice(0, KPIS_IN_BRIEF);
  const left = outlook.kpis.length - shown.length;
  const brackets = shown.some(({ range }) => range !== null) ? [telling.say('brief.brackets')] : [];
  const lines = [
    [firstSentence(telling), ...brackets].join(sentenceSeparator(locale)),
    paySentence(telling),
    ...waitingSentences(telling),
    ...shown.map((kpi) => kpiLine(kpi, telling)),
    ...(left > 0 ? [telling.say('brief.more', { count: left, contract: terms.contract.id })] : []),
  ];
  return [
    { kind: 'heading', text: telling.say('title', { period: outlook.period }) },
    { kind: 'list', items: lines.map((line) => ({ text: text(line), notes: [] })) },
  ];
}

const KPIS_IN_BRIEF = 3;

/** What it is and how far the data go, with the facts that hold the others back. */
function firstSentence(telling: OutlookTelling): string {
  const { outlook, locale } = telling;
  const behind = outlook.daysLeft === 0 ? [] : behindSentence(telling);
  return [howFar(telling), ...behind].join(sentenceSeparator(locale));
}

function behindSentence({ outlook: { behind = [] }, say, locale }: OutlookTelling): string[] {
  const [first] = behind;
  if (first === undefined) return [];
  const facts = behind.map(({ fact }) => fact).join(listSeparator(locale));
  return [first.through === null ? say('behind-unknown', { facts }) : say('behind', { facts, through: first.through })];
}

function howFar(telling: OutlookTelling): string {
  const { outlook, say } = telling;
  const { through, daysGone, daysLeft, to, asOf } = outlook;
  const days = daysGone + daysLeft;
  if (daysLeft === 0) return say('over', { days });
  const on = settledFrom(telling);
  // days without data are not days to come
  if (asOf > to) return say(asOf >= on ? 'due' : 'ended', { to, on, days, left: daysLeft });
  if (through === null) return say('not-begun', { days });
  return say('not-a-statement', { through, gone: daysGone, days, left: daysLeft });
}

/** The day from which a settlement takes the period, and a forecast of it has nothing to say. */
function settledFrom({ outlook, words }: OutlookTelling): LocalDate {
  return addDays(outlook.to, words.terms.contract.calendar.lockAfterDays);
}

function paySentence({ outlook, say, words }: OutlookTelling): string {
  const { total, none, currency } = outlook;
  if (none !== null || total === null) return say('none.pay', { why: none === null ? '' : whyNone(none, words, outlook.behind) });
  const key = isRange(total, currency) ? 'expected-pay' : 'expected-pay-exact';
  return say(key, { expected: moneyFigure(total.expected, currency), ...rangeOf(total, currency) });
}

/** What of each pass-through is above its limit, and in no figure. */
function waitingSentences({ outlook: { waits = [], currency, period }, say, words }: OutlookTelling): string[] {
  return waits.map((waiting) =>
    say(isRange(waiting, currency) ? 'waits' : 'waits-exact', {
      ...aboveLimit(waiting.id, period, words),
      expected: moneyFigure(waiting.expected, currency),
      ...rangeOf(waiting, currency),
    }),
  );
}

function rangeOf({ low, high }: MoneyOutlook, currency: string): { readonly low: string; readonly high: string } {
  return { low: moneyFigure(low, currency), high: moneyFigure(high, currency) };
}

/** Whether the ends of a range read differently: what is from an amount to the same amount is that amount. */
function isRange(range: MoneyOutlook, currency: string): boolean {
  const { low, high } = rangeOf(range, currency);
  return low !== high;
}

/** A KPI in short sentences: whether it will be reached, where it stands, what the days left need. */
function kpiLine(kpi: KpiOutlook, telling: OutlookTelling): string {
  const { outlook, say, locale, words } = telling;
  const figure = figureOf(kpi.metric, telling, kpi.levels);
  const level = kpi.levels.find((each) => each.level === 'target');
  const about = { kpi: words.kpiTitle(kpi.id), target: figure(level?.value ?? null) };
  const chance = level?.chance ?? null;
  const { toDate, expected, none } = kpi;
  const now = toDate === null ? [] : [say('brief.now', { value: figure(toDate) })];
  // of what is as good as certain there is nothing to be done
  const more = chance !== null && isSure(chance) ? [] : neededSentence(kpi, telling);
  const sentences = [
    ...(kpi.ruled === undefined ? [] : [say('brief.ruled', { ...about, why: ruledNote(kpi.ruled, words) })]),
    ...(chance === null
      ? kpi.ruled === undefined
        ? [say('brief.unknown', { ...about, why: none === null ? '' : whyNone(none, words, outlook.behind) })]
        : []
      : [say(`brief.${kpi.better}`, { ...about, chance: chanceText(chance, locale) })]),
    ...(expected === null ? now : [expectedSentence({ ...kpi, expected }, telling)]),
    ...more,
  ];
  return sentences.join(sentenceSeparator(locale));
}

function neededSentence(kpi: KpiOutlook, telling: OutlookTelling): string[] {
  const { needed } = kpi;
  if (needed === null) return [];
  return [
    'value' in needed ? telling.say('brief.needed', { needed: neededText(kpi, needed, telling) }) : telling.say(`brief.${needed.kind}`),
  ];
}

function expectedSentence(
  { metric, toDate, expected, range, levels }: KpiOutlook & { readonly expected: string },
  telling: OutlookTelling,
): string {
  const { say } = telling;
  const figure = figureOf(metric, telling, levels);
  const value = figure(expected);
  const now = figure(toDate);
  if (range === null) return toDate === null ? say('brief.expected', { value }) : say('brief.now-expected', { now, value });
  const ends = between(figure(range.low), figure(range.high), telling);
  return toDate === null
    ? say('brief.expected-range', { value, range: ends })
    : say('brief.now-expected-range', { now, value, range: ends });
}

function planned({ outlook, words, say }: OutlookTelling): Block[] {
  if (outlook.plan.length === 0) return [];
  const what = outlook.plan.map(
    ({ metric, value }) => `${words.metricTitle(metric)} ${metricFigure(words.metric(metric), rational(value), words.currency)}`,
  );
  return [{ kind: 'paragraph', text: text(say('planned', { what: what.join(' · ') })) }];
}

/** That a figure moved with the plan; a metric that is planned itself is told above. */
function planFollowed({ metric, planned = [] }: Pick<KpiOutlook, 'metric' | 'planned'>, { words, say, locale }: OutlookTelling): string[] {
  const others = planned.filter((each) => each !== metric);
  if (others.length === 0) return [];
  return [say('follows-plan', { what: others.map((each) => words.metricTitle(each)).join(listSeparator(locale)) })];
}

function kpiTable(telling: OutlookTelling): Block[] {
  const { outlook, say } = telling;
  if (outlook.kpis.length === 0) return [];
  const columns = [
    left(say('kpi')),
    right(say('to-date')),
    right(say('expected')),
    right(say('range')),
    right(say('target')),
    left(say('chance')),
  ];
  return [
    { kind: 'heading', text: say('kpis') },
    {
      kind: 'chart',
      title: say('kpis'),
      chart: { shape: 'band', bands: outlook.kpis.flatMap((kpi) => kpiBand(kpi, telling)) },
      table: { kind: 'table', columns, rows: outlook.kpis.map((kpi) => kpiRow(kpi, telling)) },
    },
  ];
}

function kpiRow(kpi: KpiOutlook, telling: OutlookTelling): Row {
  const { outlook, words, say } = telling;
  const figure = figureOf(kpi.metric, telling, kpi.levels);
  const target = kpi.levels.find(({ level }) => level === 'target');
  const bound = words.say(kpi.better === 'lower' ? 'targetLower' : 'targetHigher', { value: figure(target?.value ?? null) });
  const said = [
    ...planFollowed(kpi, telling),
    ...neededNote(kpi, telling),
    ...kpi.levels.flatMap((level) => levelText(level, figure, telling)),
  ];
  const fan = fanChart(kpi);
  return row(
    [
      named(words.kpiTitle(kpi.id), kpi.id),
      text(figure(kpi.toDate)),
      text(figure(kpi.expected)),
      text(kpi.range === null ? say('unknown') : between(figure(kpi.range.low), figure(kpi.range.high), telling)),
      text(bound),
      reachedCell(kpi, target?.chance ?? null, telling),
    ],
    [
      ...(kpi.ruled === undefined ? [] : [text(ruledNote(kpi.ruled, words), 'warn')]),
      ...(kpi.none === null ? [] : [text(say('none.kpi', { why: whyNone(kpi.none, words, outlook.behind) }), 'warn')]),
      ...(fan === '' ? [] : [drawing(fan)]),
      ...(said.length === 0 ? [] : [text(said.join(' · '), 'dim')]),
    ],
  );
}

/** How likely the target is; where a rule has decided and nothing hangs on it, what that is. */
function reachedCell({ ruled }: KpiOutlook, chance: string | null, { words, say, locale }: OutlookTelling): Inline {
  if (chance === null && ruled !== undefined) return text(ruledState(ruled, words), 'strong');
  return text(chance === null ? say('unknown') : chanceText(chance, locale), 'strong');
}

function gateTable(telling: OutlookTelling): Block[] {
  const { outlook, say } = telling;
  if (outlook.gates.length === 0) return [];
  const columns = [left(say('gate')), right(say('to-date')), right(say('expected')), right(say('target')), left(say('passed'))];
  return [
    { kind: 'heading', text: say('gates') },
    { kind: 'table', columns, rows: outlook.gates.map((gate) => gateRow(gate, telling)) },
  ];
}

function gateRow(gate: GateOutlook, telling: OutlookTelling): Row {
  const { outlook, words, say, locale } = telling;
  const figure = figureOf(gate.metric, telling, gate.levels);
  const [limit] = gate.levels;
  const bound = words.say(gate.limit === 'atLeast' ? 'targetHigher' : 'targetLower', { value: figure(limit?.value ?? null) });
  return row(
    [
      named(words.metricTitle(gate.metric), gate.id),
      text(figure(gate.toDate)),
      text(figure(gate.expected)),
      text(bound),
      text(limit?.chance == null ? say('unknown') : chanceText(limit.chance, locale), 'strong'),
    ],
    [
      ...(gate.none === null ? [] : [text(say('none.kpi', { why: whyNone(gate.none, words, outlook.behind) }), 'warn')]),
      ...planFollowed(gate, telling).map((said) => text(said, 'dim')),
    ],
  );
}

function feeTable(telling: OutlookTelling): Block[] {
  const { outlook, say, words } = telling;
  if (outlook.total === null) return [];
  const columns = [left(say('fee')), right(say('expected')), right(say('range'))];
  const cells = (first: Inline, amount: MoneyOutlook): Inline[] => [
    first,
    text(moneyFigure(amount.expected, outlook.currency)),
    text(
      amount.low === amount.high
        ? ''
        : between(moneyFigure(amount.low, outlook.currency), moneyFigure(amount.high, outlook.currency), telling),
    ),
  ];
  const rows = outlook.fees.filter(isOpen).map((fee) => row(cells(words.line(fee.id), fee), feeNotes(fee, telling)));
  const total: Row = { cells: cells(text(say('total'), 'strong'), outlook.total), notes: [], sum: true };
  return [
    { kind: 'heading', text: say('fees') },
    { kind: 'table', columns, rows: [...rows, total] },
  ];
}

/** A line that is nothing in nearly every scenario is left out here; JSON has it. */
function isOpen({ expected, chance }: FeeOutlook): boolean {
  return !isZero(rational(expected)) || !isSure(chance);
}

/** Whether it is told as good as certain, one way or the other. */
function isSure(chance: string): boolean {
  return Number(chance) <= SURE || Number(chance) >= 1 - SURE;
}

const SURE = 0.03;

/** A range, with its currency once. */
function between(low: string, high: string, { say, words }: OutlookTelling): string {
  const currency = `${words.currency} `;
  if (low === high) return low;
  return say('between', { low, high: low.startsWith(currency) && high.startsWith(currency) ? high.slice(currency.length) : high });
}

function feeNotes(fee: FeeOutlook, telling: OutlookTelling): Inline[] {
  const { say, locale, words } = telling;
  const chance = chanceText(fee.chance, locale);
  const base = words.terms.contract.fees.find(({ id }) => id === fee.id);
  const metric = base !== undefined && 'tiers' in base ? base.base : null;
  const figure = (value: Exact | null): string => {
    if (value === null) return say('unknown');
    return metric === null ? percentFigure(rational(value)) : metricFigure(words.metric(metric), rational(value), words.currency);
  };
  const said = [
    ...(fee.kind === 'cap' ? [say('cap-bites', { chance })] : []),
    ...(fee.kind === 'guarantee' ? [say('guarantee-pays', { chance })] : []),
    ...fee.levels.flatMap((level) => levelText(level, figure, telling)),
  ];
  return said.length === 0 ? [] : [text(said.join(' · '), 'dim')];
}

function closing({ outlook, words, say }: OutlookTelling): Block[] {
  const { asExpected = [] } = outlook;
  const measures = asExpected.map((id) => words.measureTitle(id)).join(listSeparator(words.locale));
  const inGrace = outlook.fees.filter(({ grace }) => grace === true).map(({ id }) => words.clearTitle(id));
  const notes = [
    ...(outlook.kpis.some(({ range }) => range !== null) ? [drawing(say('bar-key'), 'dim')] : []),
    ...(outlook.scenarios === 0 ? [] : [text(say('how-to-read', { scenarios: outlook.scenarios }), 'dim')]),
    ...(asExpected.length === 0 || outlook.scenarios === 0 ? [] : [text(say('as-expected', { measures }), 'dim')]),
    ...(inGrace.length === 0 ? [] : [text(say('in-grace', { fees: inGrace.join(listSeparator(words.locale)) }), 'dim')]),
    text(say('not-in-it'), 'dim'),
  ];
  return [{ kind: 'list', items: notes.map((note) => ({ text: note, notes: [] })) }];
}

/** What is as good as certain is not said; JSON has it. */
function levelText({ level, value, chance }: Reached, figure: (value: string | null) => string, { say, locale }: OutlookTelling): string[] {
  if (chance === null || level === 'target' || level === 'gate' || isSure(chance)) return [];
  return [say(`level.${level}`, { value: figure(value), chance: chanceText(chance, locale) })];
}

/** What the days left must bring, or that nothing they bring matters any more. */
function neededNote(kpi: KpiOutlook, telling: OutlookTelling): string[] {
  const { needed } = kpi;
  if (needed === null) return [];
  return [
    'value' in needed ? telling.say('needed-from-now', { needed: neededText(kpi, needed, telling) }) : telling.say(`needed.${needed.kind}`),
  ];
}

function neededText({ metric, better }: KpiOutlook, needed: Extract<Needed, { readonly value: string }>, telling: OutlookTelling): string {
  const value = figureOf(metric, telling)(needed.value);
  return telling.say(better === 'lower' ? `needed.${needed.kind}-most` : `needed.${needed.kind}`, { value });
}
