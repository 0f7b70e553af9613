import type { Terms } from '../contract/model.js';
import { exactly } from '../kernel/number-field.js';
import { rational } from '../kernel/rational.js';
import { type Locale, listSeparator, type Params } from '../kernel/text.js';
import type { Margin, MarginFound, RevenueRange } from '../outlook/margin.js';
import { type QuoteTextKey, quoteText } from '../words/quote.js';
import { type Block, left, row, text } from './blocks.js';
import { moneyFigure, percentFigure } from './figures.js';
import { joined, wording } from './wording.js';

/** What revenue carries the fees, or why that is not told. */
export function marginSection({ margin, found, none }: Margin, terms: Terms, locale: Locale): Block[] {
  const words = wording(terms, locale);
  const say = (key: QuoteTextKey, params: Params = {}) => joined(quoteText(key, locale, params), locale);
  const heading: Block = { kind: 'heading', text: say('margin', { margin: percentFigure(rational(margin)) }) };
  if (found === null) return [heading, { kind: 'paragraph', text: text(say(`margin-none.${none ?? 'not-known'}`), 'warn') }];
  const money = (amount: string) => moneyFigure(amount, words.currency);
  const metric = words.metricTitle(found.metric);
  const ranges = (each: readonly RevenueRange[]) =>
    each.length === 0 ? say('revenue-none') : each.map((range) => say(...rangeText(range, found, money))).join(listSeparator(locale));
  const params = {
    metric,
    like: found.like,
    period: found.period,
    revenue: money(found.revenue),
    fees: money(found.fees),
    share: percentFigure(exactly(found.share, found.shareExact) ?? rational(0)),
    least: money(found.least),
    most: money(found.most),
  };
  return [
    heading,
    {
      kind: 'table',
      columns: [left(say('margin-share')), left(metric)],
      rows: found.shares.map((each) => row([text(percentFigure(rational(each.share))), text(ranges(each.ranges))])),
    },
    { kind: 'paragraph', text: text(say('margin-now', params)) },
    { kind: 'paragraph', text: text(say('margin-note', params), 'dim') },
  ];
}

function rangeText({ from, to }: RevenueRange, { least, most }: MarginFound, money: (amount: string) => string): [QuoteTextKey, Params] {
  const params = { from: money(from ?? least), to: money(to ?? most) };
  if (from === null && to === null) return ['revenue-any', params];
  if (to === null) return ['revenue-from', params];
  return from === null ? ['revenue-to', params] : ['revenue-between', params];
}
