import type { Terms } from '../contract/model.js';
import { shiftPeriod } from '../kernel/calendar.js';
import { grouped } from '../kernel/grouped.js';
import { money, moneyText, sumMoney } from '../kernel/money.js';
import { exactly } from '../kernel/number-field.js';
import { compare, rational } from '../kernel/rational.js';
import { type Locale, listSeparator, localText, type Params } from '../kernel/text.js';
import type { SimulatedPeriod, Simulation } from '../outlook/simulate.js';
import { type SimulateTextKey, simulateText } from '../words/simulate.js';
import { aboveLimit, limitedLine } from './above-limit.js';
import { type Block, type Inline, left, type Row, right, row, text, toldLines } from './blocks.js';
import { metricFigure, moneyFigure, percentFigure } from './figures.js';
import { isNoTotal, levelsNote } from './levels-note.js';
import { inCurrency, sentenceSeparator, separator } from './punctuation.js';
import { reasonTexts } from './reason-texts.js';
import { joined, type Wording, wording } from './wording.js';

interface Telling {
  readonly simulation: Simulation;
  readonly words: Wording;
  readonly say: (key: SimulateTextKey, params?: Params) => string;
}

/** Past periods as a contract would have paid them, a row each, and below them what needs no data. */
export function simulationBlocks(simulation: Simulation, terms: Terms, locale: Locale): Block[] {
  const words = wording(terms, locale);
  const say: Telling['say'] = (key, params = {}) => joined(simulateText(key, locale, params), locale);
  const telling = { simulation, words, say };
  const { kpis } = terms.contract;
  const columns = [
    left(say('period')),
    ...kpis.map(({ id }) => right(words.kpiTitle(id))),
    right(inCurrency(say('fees'), simulation.currency, locale)),
  ];
  return [
    { kind: 'title', text: text(say('title')), subtitle: text(localText(terms.contract.title, locale)) },
    { kind: 'paragraph', text: text(say('pays-nothing', { period: simulation.termsOf }), 'dim') },
    {
      kind: 'table',
      columns,
      rows: [...simulation.periods.map((each) => periodRow(each, telling)), totalRow(telling), ...levelRows(telling)],
    },
    ...(simulation.unknown.length === 0
      ? []
      : [
          {
            kind: 'paragraph' as const,
            text: text(say('without-unknown', { periods: simulation.unknown.join(listSeparator(locale)) }), 'warn'),
          },
        ]),
    ...waitingNotes(telling),
    ...carriedNote(telling),
    { kind: 'paragraph', text: text(notes(telling), 'dim') },
  ];
}

/** What is above limits in all periods together. */
function waitingNotes({ simulation: { periods, currency }, words, say }: Telling): Block[] {
  const all = periods.flatMap(({ period, waits = [] }) => waits.map((waiting) => ({ ...waiting, period })));
  return [...new Set(all.map(({ line }) => line))].map((id) => {
    const own = all.filter(({ line }) => line === id);
    const amount = moneyText(
      sumMoney(
        own.map((each) => money(each.amount, currency)),
        currency,
      ),
    );
    const said = say('waits', { line: limitedLine(id, words), amount: moneyFigure(amount, currency), count: own.length });
    return { kind: 'paragraph', text: text(said, 'warn') };
  });
}

function carriedNote({ simulation: { carried, periods }, words, say }: Telling): Block[] {
  if (carried.length === 0) return [];
  const lines = carried.map((line) => words.clearTitle(line)).join(listSeparator(words.locale));
  const count = periods.filter(({ notBegun }) => notBegun === undefined).length;
  return count === 0 ? [] : [{ kind: 'paragraph', text: text(say('carried', { lines, count }), 'warn') }];
}

function notes({ simulation: { levels }, words, say }: Telling): string {
  const ofLevels = levels === null ? [] : [say('levels-of', { period: levels.period }), levelsNote(levels, words, 'sums')];
  return [say('kpis-note'), ...ofLevels].join(sentenceSeparator(words.locale));
}

/** That the measured history was written into the contract. */
export function baselineBlocks(path: string, count: number, locale: Locale): Block[] {
  return [toldLines(joined(simulateText('baseline', locale, { path, count }), locale))];
}

function periodRow({ period, kpis, lines, total, reasons = [], waits = [], notBegun = [] }: SimulatedPeriod, telling: Telling): Row {
  const { words, say, simulation } = telling;
  const cells = words.terms.contract.kpis.map(({ id }): Inline => {
    const kpi = kpis.find((each) => each.id === id);
    const actual = kpi === undefined ? null : exactly(kpi.actual, kpi.actualExact);
    const score = kpi === undefined ? null : exactly(kpi.score, kpi.scoreExact);
    if (kpi === undefined || actual === null) return text(say('held'), 'warn');
    const figure = metricFigure(words.metric(kpi.metric), actual, words.currency);
    if (score === null) return text(figure);
    return [
      { text: `${figure} · ` },
      { text: percentFigure(score), ...(compare(score, rational(1)) >= 0 ? { tone: 'good' as const } : {}) },
    ];
  });
  const unknown = notBegun.length > 0 ? [] : lines.filter(({ amount }) => amount === null).map(({ line }) => words.clearTitle(line));
  const named = { lines: unknown.join(listSeparator(words.locale)), why: reasonTexts(reasons, words).join(separator(words.locale)) };
  const earlier = shiftPeriod(simulation.periods[0]?.period ?? period, words.terms.contract.calendar.every, -1);
  const notes = [
    ...notBegun.map(({ fact, firstDay }) =>
      text(firstDay === null ? say('no-rows', { fact }) : say('not-begun', { fact, day: firstDay, earlier }), 'warn'),
    ),
    ...(unknown.length === 0 ? [] : [text(say(reasons.length === 0 ? 'unknown-lines' : 'unknown-lines-for', named), 'warn')]),
    ...waits.map(({ line, amount }) =>
      text(say('waits-of', { ...aboveLimit(line, period, words), amount: moneyFigure(amount, words.currency) }), 'warn'),
    ),
  ];
  return row([text(period), ...cells, total === null ? text(say('held'), 'warn') : text(grouped(total))], notes);
}

/** The sum, and how often each KPI reached its target. */
function totalRow({ simulation, words, say }: Telling): Row {
  const hits = words.terms.contract.kpis.map(({ id }): Inline => {
    const found = simulation.reached.find(({ kpi }) => kpi === id);
    return text(found === undefined ? '' : say('reached-of', { times: found.times, of: found.of }), 'strong');
  });
  const total = simulation.total === null ? text(say('held'), 'warn') : text(grouped(simulation.total), 'strong');
  return { cells: [text(`${say('total')} · ${say('reached')}`, 'strong'), ...hits, total], notes: [], sum: true };
}

function levelRows({ simulation, words, say }: Telling): Row[] {
  const none = words.terms.contract.kpis.map((): Inline => []);
  return (simulation.levels?.levels ?? []).map(({ level, lines, unknown, total }, index) => {
    const cells = [
      text(say('at-level', { level: say(`level.${level}`) }), 'dim'),
      ...none,
      isNoTotal({ lines, unknown }) ? text(say('held'), 'dim') : text(grouped(total), 'dim'),
    ];
    return { ...row(cells), ...(index === 0 ? { sum: true } : {}) };
  });
}
