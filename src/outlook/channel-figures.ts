import { dailyValues, evaluate, expressionOf } from '../attainment/measures.js';
import type { EvidenceDay } from '../evidence/model.js';
import { datesOf, type LocalDate } from '../kernel/calendar.js';
import { exactly } from '../kernel/number-field.js';
import { compare, divide, isZero, type Rational, sum, ZERO } from '../kernel/rational.js';
import { type BreakEven, breakEven, type Sums } from './break-even.js';
import { claimsOf, type SpendRatio } from './channel-spend.js';
import { kpiSegments } from './kpi-segments.js';
import { daysByPart, entryOfDays, namesOf, type Spelled, valueOfDays } from './measure-parts.js';
import { type DaySums, ratioRange } from './ratio-range.js';
import { measured, type SettledPeriod, wordsOf } from './settled-period.js';
import type { Sum } from './shape.js';

/** A channel by its name; null: all others, and what has none. */
export type Channel = string | null;

/** What is asked of a period: what it is divided by, and what is to be moved from where to where. */
export interface ChannelsAsked {
  readonly column: string;
  readonly spend: string;
  readonly ratios: readonly SpendRatio[];
  readonly move: { readonly from: Channel; readonly to: Channel; readonly amount: Rational | null } | null;
}

/** A ratio of one channel: what is above and below its line, what it comes to and where 80% of such periods lie. */
interface ChannelRatio {
  readonly of: Channel;
  readonly brought: Rational;
  readonly value: Rational | null;
  readonly range: { readonly low: Rational; readonly high: Rational } | null;
  /** What of the ratio moved with it since the period before; null where nothing is there to compare with. */
  readonly moved: Rational | null;
}

/** A ratio by channel. */
export interface ToldRatio extends Omit<SpendRatio, 'top' | 'bottom'> {
  readonly value: Rational | null;
  readonly target: Rational | null;
  readonly channels: readonly ChannelRatio[];
  readonly moves: readonly ({
    readonly from: Channel;
    readonly to: Channel;
    readonly amount: Rational;
    readonly average: Rational | null;
  } & BreakEven)[];
}

/** What the money brought by channel: averages of what was spent, no word of what more of it would bring. */
export interface ChannelFigures {
  readonly spend: readonly { readonly of: Channel; readonly spend: Rational; readonly share: Rational | null }[];
  readonly total: Rational;
  readonly ratios: readonly ToldRatio[];
  readonly claims: readonly { readonly id: string; readonly claimed: Rational; readonly own: Rational; readonly times: Rational | null }[];
}

/** The days of each measure by the names of channels. */
type Divided = ReadonlyMap<string, ReadonlyMap<string, readonly EvidenceDay[]>>;

/** @returns null where the spend, or what it brings, is not known in the period. */
export function channelFigures(asked: ChannelsAsked, now: SettledPeriod, then: SettledPeriod | null): ChannelFigures | null {
  const { column, spend, ratios } = asked;
  const ids = [...new Set([spend, ...ratios.flatMap(({ top, bottom }) => [...top.keys(), ...bottom.keys()])])];
  const spelled: Spelled = new Map();
  const divided = dividedBy(column, ids, now, spelled);
  if (divided === null) return null;
  const channelOf = (name: string): Channel => spelled.get(name)?.[0] ?? null;
  const spent = new Map([...amounts(divided, spend, now)].map(([name, value]) => [channelOf(name), value]));
  const total = sum(spent.values());
  const ranked = [...spent].sort(([a, x], [b, y]) => compare(y, x) || byName(a, b));
  const told = ratios.map((ratio) => toldRatio(ratio, { ...asked, spent: ranked, now, then, divided, channelOf }));
  return {
    spend: ranked.map(([of, value]) => ({ of, spend: value, share: divide(value, total) ?? null })),
    total,
    ratios: told,
    claims: claimsIn(asked, now),
  };
}

/** Names that are among all others in one measure are among them in all. */
function dividedBy(column: string, ids: readonly string[], now: SettledPeriod, spelled: Spelled): Divided | null {
  const words = wordsOf(now);
  const found = new Map<string, ReadonlyMap<string, readonly EvidenceDay[]>>();
  for (const id of ids) {
    const entry = now.evidence.measures.find((each) => each.id === id);
    const days = entry === undefined || !measured(now, id).known ? null : daysByPart(words, entry, [column], spelled);
    if (days === null) return null;
    found.set(id, days);
  }
  const names = namesOf([...found.values()], spelled);
  return new Map(
    [...found].map(([id, days]) => {
      const folded = new Map<string, EvidenceDay[]>();
      for (const [name, own] of days) folded.set(names(name), [...(folded.get(names(name)) ?? []), ...own]);
      return [id, folded];
    }),
  );
}

function amounts(divided: Divided, id: string, now: SettledPeriod): Map<string, Rational> {
  return new Map([...(divided.get(id) ?? [])].map(([name, days]) => [name, amountOf(id, days, now)]));
}

/** The whole is known, so its parts are. */
function amountOf(id: string, days: readonly EvidenceDay[], now: SettledPeriod): Rational {
  return valueOfDays(wordsOf(now), now.evidence, id, days) ?? ZERO;
}

interface Ground extends ChannelsAsked {
  readonly spent: readonly (readonly [Channel, Rational])[];
  readonly now: SettledPeriod;
  readonly then: SettledPeriod | null;
  readonly divided: Divided;
  readonly channelOf: (name: string) => Channel;
}

function toldRatio(ratio: SpendRatio, ground: Ground): ToldRatio {
  const { now, then, divided, channelOf, spent } = ground;
  const { metric, kpi, better, spendIs, top, bottom } = ratio;
  const result = now.entry.statement.kpis.find(({ id }) => id === kpi);
  const segments = then === null ? null : kpiSegments({ id: kpi ?? metric, metric }, now, then, [ground.column]);
  const moves = new Map(segments?.moves.map(({ of, moved }) => [of[0] ?? null, moved]) ?? []);
  const names = [...new Set([...divided.values()].flatMap((parts) => [...parts.keys()]))];
  const nameOf = new Map(names.map((name) => [channelOf(name), name]));
  const sums = new Map(
    [...nameOf].map(([channel, name]) => [channel, { top: sumOn(top, name, ground), bottom: sumOn(bottom, name, ground) }] as const),
  );
  const sumsOf = (channel: Channel): Sums => sums.get(channel) ?? { top: ZERO, bottom: ZERO };
  const all = [...nameOf.keys()];
  const whole: Sums = { top: sum(all.map((each) => sumsOf(each).top)), bottom: sum(all.map((each) => sumsOf(each).bottom)) };
  // with the most spend first, then by name: an order that says nothing of what it brings
  const order = [...spent.map(([channel]) => channel), ...[...new Set([...all, ...moves.keys()])].sort(byName)];
  const channels = [...new Set(order)].map((of): ChannelRatio => {
    const { top: over, bottom: under } = sumsOf(of);
    // without spend there is nothing that it came to
    const hasSpend = !isZero(spendIs === 'under' ? under : over);
    return {
      of,
      brought: spendIs === 'under' ? over : under,
      value: hasSpend ? (divide(over, under) ?? null) : null,
      range: hasSpend ? ratioRange(daysOf(ratio, nameOf.get(of) ?? '', ground)) : null,
      moved: moves.get(of) ?? (segments === null ? null : ZERO),
    };
  });
  const value = divide(whole.top, whole.bottom) ?? null;
  const target = result === undefined ? null : exactly(result.target, result.targetExact);
  const isMissed = target !== null && value !== null && compare(value, target) * (better === 'higher' ? 1 : -1) < 0;
  const aim = { spendIs, target: isMissed ? target : null };
  const times = (spendIs === 'under' ? bottom : top).get(ground.spend) ?? ZERO;
  const pairs = ground.move === null ? pairsOf(spent) : [ground.move];
  return {
    metric,
    kpi,
    better,
    spendIs,
    value,
    target,
    channels,
    moves: pairs.flatMap(({ from, to, amount: given }) => {
      const amount = given ?? (spent.find(([channel]) => channel === from)?.[1] ?? ZERO).div(TENTH);
      const even = breakEven(whole, sumsOf(from), amount.mul(times), aim);
      const there = sumsOf(to);
      return even === null ? [] : [{ from, to, amount, average: divide(there.top, there.bottom) ?? null, ...even }];
    }),
  };
}

const TENTH = 10;

function byName(a: Channel, b: Channel): number {
  return (a ?? '') < (b ?? '') ? -1 : 1;
}

/** Both ways between the two with the most spend: what is asked of one is asked of the other. */
function pairsOf(spent: Ground['spent']): NonNullable<ChannelsAsked['move']>[] {
  const [first, second] = spent.filter(([, value]) => compare(value, ZERO) > 0).map(([channel]) => channel);
  if (first === undefined || second === undefined) return [];
  return [
    { from: first, to: second, amount: null },
    { from: second, to: first, amount: null },
  ];
}

function sumOn(of: Sum, name: string, { divided, now }: Ground): Rational {
  return sum([...of].map(([id, count]) => amountOf(id, divided.get(id)?.get(name) ?? [], now).mul(count)));
}

/** Both sides on each day in force. */
function daysOf({ top, bottom }: SpendRatio, name: string, { divided, now }: Ground): DaySums[] {
  const words = wordsOf(now);
  const byDay = (of: Sum): Map<LocalDate, Rational> => {
    const days = new Map<LocalDate, Rational>();
    for (const [id, count] of of)
      for (const { day, value } of dailyValues(entryOfDays(id, divided.get(id)?.get(name) ?? []), words, now.evidence))
        days.set(day, (days.get(day) ?? ZERO).add(value.mul(count)));
    return days;
  };
  const [over, under] = [byDay(top), byDay(bottom)];
  return datesOf(now.evidence.inForce).map((day) => ({ top: over.get(day) ?? ZERO, bottom: under.get(day) ?? ZERO }));
}

function claimsIn({ spend, column }: ChannelsAsked, now: SettledPeriod): ChannelFigures['claims'] {
  const words = wordsOf(now);
  const known = (name: string): Rational | null => {
    const value = evaluate(words, expressionOf(words, name), (id) => measured(now, id), name);
    return value.known ? value.value : null;
  };
  return claimsOf(now.entry.terms, words, spend, column).flatMap(({ id, claimed, own }) => {
    const [theirs, ours] = [known(claimed), known(own)];
    return theirs === null || ours === null ? [] : [{ id, claimed: theirs, own: ours, times: divide(theirs, ours) ?? null }];
  });
}
