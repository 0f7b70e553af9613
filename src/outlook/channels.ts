import type { LocalDate, PeriodId } from '../kernel/calendar.js';
import { numberField } from '../kernel/number-field.js';
import { otherPeriod } from './against.js';
import { type Channel, type ChannelFigures, type ChannelsAsked, channelFigures, type ToldRatio } from './channel-figures.js';
import type { SettledPeriod } from './settled-period.js';

export interface ChannelSpend {
  /** Null: all others, and what has no channel. */
  readonly of: Channel;
  readonly spend: string;
  readonly spendExact?: string;
  readonly share: string | null;
  readonly shareExact?: string;
}

/** A channel's part of a ratio. */
export interface ChannelResult {
  readonly of: Channel;
  /** The side of the ratio that is not the spend. */
  readonly brought: string;
  readonly broughtExact?: string;
  readonly value: string | null;
  readonly valueExact?: string;
  /** Where 80% of periods with such days lie; null where there are too few. */
  readonly low: string | null;
  readonly high: string | null;
  /** What of the ratio moved with it since the period before. */
  readonly moved: string | null;
  readonly movedExact?: string;
}

/** What moved money would have to come to: algebra, no word of what it will. */
export interface ChannelMove {
  readonly from: Channel;
  readonly to: Channel;
  readonly amount: string;
  readonly amountExact?: string;
  /** At which value of the moved money the ratio stays as it is. */
  readonly keeps: string;
  readonly keepsExact?: string;
  /** At which it reaches its target; null where it has, there is none, or nothing the money can bring decides it. */
  readonly reaches: string | null;
  readonly reachesExact?: string;
  /** The average where it goes to. */
  readonly average: string | null;
  readonly averageExact?: string;
}

export interface ChannelRatio {
  readonly metric: string;
  readonly kpi: string | null;
  readonly better: 'higher' | 'lower';
  readonly spendIs: 'under' | 'over';
  readonly value: string | null;
  readonly valueExact?: string;
  readonly target: string | null;
  readonly targetExact?: string;
  readonly channels: readonly ChannelResult[];
  readonly moves: readonly ChannelMove[];
}

/** A budget by channel: a thermometer. It pays nothing, ranks nothing and advises nothing. */
export interface Channels {
  readonly apiVersion: 'concord/v1';
  readonly kind: 'Channels';
  readonly contract: string;
  readonly period: PeriodId;
  readonly asOf: LocalDate;
  readonly currency: string;
  readonly column: string;
  readonly spend: string;
  /** The period before, where its statement is there. */
  readonly than: PeriodId | null;
  /** Null where the spend, or what it brings, is not known. */
  readonly total: string | null;
  readonly totalExact?: string;
  /** The most first, then by name: an order by what was spent alone. */
  readonly channels: readonly ChannelSpend[];
  readonly ratios: readonly ChannelRatio[];
  /** Sales as platforms claim them, all together, against the shop's own. */
  readonly claims: readonly {
    readonly reconciliation: string;
    readonly claimed: string;
    readonly claimedExact?: string;
    readonly own: string;
    readonly ownExact?: string;
    readonly times: string | null;
    readonly timesExact?: string;
  }[];
}

/** @param at a period with all that its statement was computed from; null where there is none. */
export function channelsOf(asked: ChannelsAsked, now: SettledPeriod, at: (period: PeriodId) => SettledPeriod | null): Channels {
  const { statement, terms } = now.entry;
  const { contract } = terms;
  const before = otherPeriod(statement.period, 'previous', contract.calendar.every);
  const then = before === null ? null : at(before);
  const found = channelFigures(asked, now, then);
  return {
    apiVersion: 'concord/v1',
    kind: 'Channels',
    contract: contract.id,
    period: statement.period,
    asOf: statement.asOf,
    currency: contract.currency,
    column: asked.column,
    spend: asked.spend,
    than: then === null ? null : before,
    ...numberField('total', found?.total ?? null),
    ...written(found),
  };
}

function written(found: ChannelFigures | null): Pick<Channels, 'channels' | 'ratios' | 'claims'> {
  if (found === null) return { channels: [], ratios: [], claims: [] };
  return {
    channels: found.spend.map(({ of, spend, share }) => ({ of, ...numberField('spend', spend), ...numberField('share', share) })),
    ratios: found.ratios.map(writtenRatio),
    claims: found.claims.map(({ id, claimed, own, times }) => ({
      reconciliation: id,
      ...numberField('claimed', claimed),
      ...numberField('own', own),
      ...numberField('times', times),
    })),
  };
}

function writtenRatio({ metric, kpi, better, spendIs, value, target, channels, moves }: ToldRatio): ChannelRatio {
  return {
    metric,
    kpi,
    better,
    spendIs,
    ...numberField('value', value),
    ...numberField('target', target),
    channels: channels.map(({ of, brought, value: own, range, moved }) => ({
      of,
      ...numberField('brought', brought),
      ...numberField('value', own),
      low: range === null ? null : numberField('low', range.low).low,
      high: range === null ? null : numberField('high', range.high).high,
      ...numberField('moved', moved),
    })),
    moves: moves.map(({ from, to, amount, keeps, reaches, average }) => ({
      from,
      to,
      ...numberField('amount', amount),
      ...numberField('keeps', keeps),
      ...numberField('reaches', reaches),
      ...numberField('average', average),
    })),
  };
}
