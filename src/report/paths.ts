import type { Terms } from '../contract/model.js';
import { grouped } from '../kernel/grouped.js';
import { rational, toFixed } from '../kernel/rational.js';
import { type Locale, NO_FIGURE, type Params } from '../kernel/text.js';
import type { Bin, Paths } from '../outlook/paths.js';
import { type PathsTextKey, pathsText } from '../words/paths.js';
import { limitedLine } from './above-limit.js';
import { type Block, drawing, left, right, row, text } from './blocks.js';
import { moneyFigure, percentFigure } from './figures.js';
import { inCurrency } from './punctuation.js';
import { joined, type Wording, wording } from './wording.js';

/** The longest bar of a histogram, in characters. */
const LONGEST = 24;

interface Telling {
  readonly paths: Paths;
  readonly words: Wording;
  readonly say: (key: PathsTextKey, params?: Params) => string;
  /** Amounts of years, without cents: nobody reads these. */
  readonly amount: (text: string) => string;
}

/** Scenario years: what both sides may see of them, and who gains when. */
export function pathsBlocks(paths: Paths, terms: Terms, locale: Locale): Block[] {
  const words = wording(terms, locale);
  const say: Telling['say'] = (key, params = {}) => joined(pathsText(key, locale, params), locale);
  const amount = (value: string) => grouped(toFixed(rational(value), 0));
  const telling: Telling = { paths, words, say, amount };
  return [
    { kind: 'heading', text: say('title', { years: grouped(String(paths.years)) }) },
    { kind: 'paragraph', text: text(drawnFrom(telling), 'dim') },
    ...(paths.unknown === 0 ? [] : [{ kind: 'paragraph' as const, text: text(say('unknown', { years: String(paths.unknown) }), 'warn') }]),
    ...spread(telling),
    ...waiting(telling),
    ...histogram(telling),
    ...whoGains(telling),
    ...lines(telling),
  ];
}

function drawnFrom({ paths, say }: Telling): string {
  const { from, to, periods, periodsInBlock, profile } = paths.drawnFrom;
  const drawn = say('drawn-from', { from, to, periods: String(periods), block: String(periodsInBlock) });
  return [drawn, say(`profile.${profile}`), say('no-growth')].join(say('between-sentences'));
}

function spread({ paths, words, say, amount }: Telling): Block[] {
  const { fees, period, business } = paths;
  if (fees === null || period === null) return [];
  const money = (value: string) => moneyFigure(amount(value), words.currency);
  const shareText = (metric: string, low: string, high: string) =>
    say(low === high ? 'share-exact' : 'share', { metric: words.metricTitle(metric), low, high });
  const said = [
    say(money(fees.p5) === money(fees.p95) ? 'spread-exact' : 'spread', {
      middle: money(fees.p50),
      low: money(fees.p5),
      high: money(fees.p95),
    }),
    say('exposure', { p95: money(fees.p95), most: money(fees.most), period: money(period.p95) }),
    ...(business?.share == null
      ? []
      : [shareText(business.metric, percentFigure(rational(business.share.p5)), percentFigure(rational(business.share.p95)))]),
  ];
  return [{ kind: 'list', items: said.map((each) => ({ text: text(each), notes: [] })) }];
}

/** What is above limits, and in no figure. */
function waiting({ paths: { waits = [] }, words, say, amount }: Telling): Block[] {
  return waits.map(({ line, mean, years }) => {
    const share = percentFigure(rational(toFixed(rational(years), 3)));
    const said = say('waits', { line: limitedLine(line, words), mean: moneyFigure(amount(mean), words.currency), share });
    return { kind: 'paragraph', text: text(said, 'warn') };
  });
}

/** The provider's side in money, the brand's as a share of the business. */
function histogram({ paths, words, say, amount }: Telling): Block[] {
  const table = (title: string, bins: readonly Bin[], told: (value: string) => string): Block[] => {
    const known = Math.max(1, paths.years - paths.unknown);
    const most = Math.max(1, ...bins.map(({ years }) => years));
    const rows = bins.map(({ from, to, years }) => {
      const length = years === 0 ? 0 : Math.max(1, Math.floor((years * LONGEST) / most));
      return row([
        text(`${told(from)} – ${told(to)}`),
        text(years > 0 && years * 1000 < known ? say('under-tenth') : shareOf(years, known)),
        drawing('█'.repeat(length)),
      ]);
    });
    return bins.length === 0 ? [] : [{ kind: 'table', columns: [left(title), right(say('years')), left('')], rows }];
  };
  const { business } = paths;
  const percent = (value: string) => percentFigure(rational(value));
  return [
    ...table(inCurrency(say('fees'), words.currency, words.locale), paths.histogram, amount),
    ...(business === null ? [] : table(say('fees-of', { metric: words.metricTitle(business.metric) }), business.histogram, percent)),
  ];
}

function shareOf(years: number, of: number): string {
  return percentFigure(rational(toFixed(rational(years).div(of), 3)));
}

function whoGains({ paths, words, say, amount }: Telling): Block[] {
  const { business } = paths;
  if (business === null || business.thirds.length === 0) return [];
  const names = ['third.weak', 'third.middle', 'third.strong'] as const;
  const columns = [
    left(say('who-gains')),
    right(inCurrency(words.metricTitle(business.metric), words.currency, words.locale)),
    right(inCurrency(say('fees'), words.currency, words.locale)),
    right(say('fees-of', { metric: words.metricTitle(business.metric) })),
  ];
  const rows = business.thirds.map(({ business: brought, fees, share }, place) =>
    row([
      text(say(names[place] ?? 'third.middle')),
      text(amount(brought)),
      text(amount(fees)),
      text(share === null ? NO_FIGURE : percentFigure(rational(share))),
    ]),
  );
  return [{ kind: 'table', columns, rows }];
}

function lines({ paths, words, say, amount }: Telling): Block[] {
  const columns = [left(say('line')), right(inCurrency(say('mean'), words.currency, words.locale)), right(say('not-nothing'))];
  const rows = paths.lines.map(({ line, mean, years }) =>
    row([text(words.clearTitle(line)), text(amount(mean)), text(percentFigure(rational(toFixed(rational(years), 3))))]),
  );
  return rows.length === 0 ? [] : [{ kind: 'table', columns, rows }];
}
