import type { Terms } from '../contract/model.js';
import { grouped } from '../kernel/grouped.js';
import { minorDigits } from '../kernel/money.js';
import { exactly } from '../kernel/number-field.js';
import { type Rational, rational, toFixed } from '../kernel/rational.js';
import { type Locale, localText, NO_FIGURE, type Params } from '../kernel/text.js';
import type { Channel } from '../outlook/channel-figures.js';
import type { ChannelMove, ChannelRatio, ChannelResult, Channels } from '../outlook/channels.js';
import { LEAST_DAYS } from '../outlook/ratio-range.js';
import { shownParts } from '../outlook/shown-parts.js';
import { type ChannelsTextKey, channelsText } from '../words/channels.js';
import { type Block, left, type Row, right, row, text } from './blocks.js';
import { metricFigure, moneyFigure, percentFigure, plainFigure } from './figures.js';
import { type Preview, previewNote } from './preview-note.js';
import { scaleOf } from './why-telling.js';
import { joined, type Wording, wording } from './wording.js';

interface Telling {
  readonly found: Channels;
  readonly words: Wording;
  readonly say: (key: ChannelsTextKey, params?: Params) => string;
}

/** A budget by channel: what was spent, what it came to on average, and what moving it would take. @param preview null where the period is settled */
export function channelsBlocks(found: Channels, terms: Terms, locale: Locale, preview: Preview | null = null): Block[] {
  const say: Telling['say'] = (key, params = {}) => joined(channelsText(key, locale, params), locale);
  const telling: Telling = { found, words: wording(terms, locale), say };
  const { column, period, contract } = found;
  const title = text(say('title', { column, period }));
  return [
    { kind: 'title', text: title, subtitle: text(localText(terms.contract.title, locale)) },
    ...(preview === null ? [] : [previewNote(preview, telling.words)]),
    { kind: 'paragraph', text: text(say('pays-nothing'), 'dim') },
    ...(found.total === null ? [{ kind: 'paragraph' as const, text: text(say('unknown', { period, contract }), 'warn') }] : []),
    ...found.ratios.flatMap((ratio) => ratioTable(ratio, telling)),
    ...(found.ratios.length === 0 ? [] : [{ kind: 'paragraph' as const, text: text(say('range.note', { days: LEAST_DAYS }), 'dim') }]),
    ...moveSection(telling),
    ...claimSection(telling),
  ];
}

function rangeText(low: string, high: string): string {
  return low === high ? low : `${low} … ${high}`;
}

function nameOf(channel: Channel, { say }: Telling): string {
  return channel ?? say('other');
}

function ratioTable(ratio: ChannelRatio, telling: Telling): Block[] {
  const { found, words, say } = telling;
  const money = (value: string) => grouped(toFixed(rational(value), minorDigits(found.currency)));
  const figure = (value: Rational | null) => figureOf(value, ratio, words);
  const moved = movedIn(ratio, words);
  const rows = ratio.channels.map((channel): Row => {
    const own = found.channels.find(({ of }) => of === channel.of);
    const [spend, share] = [own === undefined ? '0' : (own.spendExact ?? own.spend), exactly(own?.share ?? null, own?.shareExact)];
    return row([
      text(nameOf(channel.of, telling)),
      text(money(spend)),
      text(share === null ? NO_FIGURE : percentFigure(share)),
      text(broughtFigure(channel)),
      text(figure(exactly(channel.value, channel.valueExact))),
      text(
        channel.low === null || channel.high === null
          ? NO_FIGURE
          : rangeText(figure(rational(channel.low)), figure(rational(channel.high))),
      ),
      ...(moved === null ? [] : [text(moved.parts.get(channel) ?? NO_FIGURE)]),
    ]);
  });
  const total = row([
    text(say('total'), 'strong'),
    text(money(found.totalExact ?? found.total ?? '0'), 'strong'),
    [],
    [],
    text(figure(exactly(ratio.value, ratio.valueExact)), 'strong'),
    [],
    ...(moved === null ? [] : [text(moved.total, 'strong')]),
  ]);
  const columns = [
    left(say('channel')),
    right(say('spend', { currency: found.currency })),
    right(say('share')),
    right(say('brought')),
    right(ratio.kpi === null ? words.metricTitle(ratio.metric) : words.kpiTitle(ratio.kpi)),
    right(say('range')),
    ...(moved === null ? [] : [right(say('moved', { period: found.than ?? '' }))]),
  ];
  return [{ kind: 'table', columns, rows: [...rows, { ...total, sum: true }] }];
}

/** A count as it is, money to two digits. */
function broughtFigure({ brought, broughtExact }: ChannelResult): string {
  return plainFigure(brought.includes('.') ? toFixed(rational(broughtExact ?? brought), 2) : brought);
}

function figureOf(value: Rational | null, { metric }: ChannelRatio, words: Wording): string {
  const own = words.metric(metric);
  const isPlain = own !== undefined && own.decimals === null && own.unit === 'number';
  return value === null ? NO_FIGURE : metricFigure(isPlain ? { ...own, decimals: 2 } : own, value, words.currency);
}

/** What a ratio moved by, and what of it with each channel. */
interface Moved {
  readonly total: string;
  readonly parts: ReadonlyMap<ChannelResult, string>;
}

/** What moved with each channel, in the digits of the metric; together what all of it moved by. Null where nothing is compared. */
function movedIn({ metric, channels }: ChannelRatio, words: Wording): Moved | null {
  const exact = channels.flatMap((channel) => {
    const value = exactly(channel.moved, channel.movedExact);
    return value === null ? [] : [{ channel, value }];
  });
  if (exact.length === 0) return null;
  const scale = scaleOf(words.metric(metric), words);
  const all = exact.reduce((total, { value }) => total.add(value), rational(0));
  const parts = exact.map(({ channel, value }) => ({ id: JSON.stringify(channel.of), value: scale.of(value) }));
  const shown = shownParts(parts, scale.units(all), scale.digits);
  const { figure } = scale;
  return {
    total: figure(scale.units(all)),
    parts: new Map(exact.map(({ channel }) => [channel, figure(shown.get(JSON.stringify(channel.of)) ?? 0n)])),
  };
}

function moveSection(telling: Telling): Block[] {
  const { found, say } = telling;
  const items = found.ratios.flatMap((ratio) => ratio.moves.map((move) => ({ text: text(moveText(ratio, move, telling)), notes: [] })));
  if (items.length === 0) return [];
  const isBoth = found.ratios.some(({ moves }) => moves.length > 1);
  return [
    { kind: 'heading', text: say('moves') },
    { kind: 'list', items },
    { kind: 'paragraph', text: text(say(isBoth ? 'move.note-both' : 'move.note'), 'dim') },
  ];
}

function moveText(ratio: ChannelRatio, move: ChannelMove, telling: Telling): string {
  const { found, words, say } = telling;
  const limit = ratio.spendIs === 'under' ? 'atLeast' : 'atMost';
  const figure = (value: string | null, exact: string | undefined) => figureOf(exactly(value, exact), ratio, words);
  const amount = moneyFigure(toFixed(rational(move.amountExact ?? move.amount), minorDigits(found.currency)), found.currency);
  const told = say(`move.keeps.${limit}`, {
    amount,
    from: nameOf(move.from, telling),
    to: nameOf(move.to, telling),
    metric: ratio.kpi === null ? words.metricTitle(ratio.metric) : words.kpiTitle(ratio.kpi),
    value: figure(ratio.value, ratio.valueExact),
    keeps: figure(move.keeps, move.keepsExact),
    average: figure(move.average, move.averageExact),
  });
  if (move.reaches === null) return told;
  const target = figure(ratio.target, ratio.targetExact);
  const reaches = say(`move.reaches.${limit}`, { target, reaches: figure(move.reaches, move.reachesExact) });
  return `${told}${words.locale === 'zh' ? '' : ' '}${reaches}`;
}

function claimSection({ found, words, say }: Telling): Block[] {
  if (found.claims.length === 0) return [];
  const money = (value: string, exact: string | undefined) =>
    moneyFigure(toFixed(rational(exact ?? value), minorDigits(words.currency)), words.currency);
  const items = found.claims.map(({ reconciliation, claimed, claimedExact, own, ownExact, times, timesExact }) => {
    const ratio = exactly(times, timesExact);
    const params = { id: reconciliation, claimed: money(claimed, claimedExact), own: money(own, ownExact) };
    return { text: text(say('claim', { ...params, times: ratio === null ? NO_FIGURE : toFixed(ratio, 2) })), notes: [] };
  });
  return [
    { kind: 'heading', text: say('claims') },
    { kind: 'list', items },
    { kind: 'paragraph', text: text(say('claim.note'), 'dim') },
  ];
}
