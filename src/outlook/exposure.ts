import { vocabulary } from '../attainment/measures.js';
import { isNeverNegative } from '../attainment/sign.js';
import { type FeeOf, isPeriodFee, kindOf, type PeriodFee } from '../contract/fee-kinds/fee-kinds.js';
import { amountAt } from '../contract/fee-kinds/record.js';
import type { Terms } from '../contract/model.js';
import type { PeriodId } from '../kernel/calendar.js';
import { moneyValue, roundMoney } from '../kernel/money.js';
import { scheduledAt } from '../kernel/period.js';
import { compare, isZero, maximum, minimum, ONE, type Rational, sum, ZERO } from '../kernel/rational.js';
import { inGrace } from '../settlement/gating.js';
import { type Timeline, timeline } from '../settlement/timeline.js';
import { afterOthers, cutToPeriod, type LeftByCap, leftByCap, onThePath, outward } from './exposure-caps.js';
import {
  at,
  between,
  type End,
  isOpen,
  NOTHING,
  type Open,
  orNothing,
  positivePart,
  type Range,
  sumOf,
  together,
} from './exposure-range.js';
import { curvePlace, type Place, rangeOf, shareOf } from './line-ranges.js';
import { eachOnce, NO_PATHS, type OncePaths } from './once-paths.js';
import { deductedBetween, mostScore } from './score-range.js';
import { curveOf } from './volume-curves.js';
import { type VolumeLine, volumeRange } from './volume-range.js';

/** What a period can come to, line by line and in all: fees before tax, true-ups, corrections, disputes and decided holds. */
export interface PeriodExposure {
  readonly period: PeriodId;
  readonly lines: readonly { readonly line: string; readonly range: Range }[];
  /** Lines on one metric that are bounded each by its own: the total may be wider than what one value of the metric makes of them. */
  readonly apart: readonly Apart[];
  readonly leftByCap: LeftByCap | null;
  readonly total: Range;
}

export interface Apart {
  readonly metric: string;
  readonly lines: readonly string[];
}

export interface Exposure {
  readonly periods: readonly PeriodExposure[];
  readonly term: Range;
}

/**
 * The least and the most that the brand can owe, whatever is measured: per period, and over the term. Never exceeded; where the best
 * of one clause goes with the worst of another (a bonus that falls as a KPI rises beside a penalty by it), it may not be reached.
 * What both parties agree to besides (exclusions, corrections, media above its limit) is not in it, nor an end earlier than that.
 * @param line the periods as they run; as they were agreed where none is given.
 */
export function exposureOf(terms: Terms, line: Timeline = timeline(terms.contract, [])): Exposure {
  const { contract, definitions } = terms;
  const words = vocabulary(contract, definitions);
  const before: Earlier = { capped: NOTHING, outside: NOTHING, drawn: ZERO, paths: NO_PATHS };
  const periods: PeriodExposure[] = [];
  let earlier = before;
  for (const period of line.periods) {
    const { exposure, after } = periodExposure({ words, terms, period, timeline: line }, earlier);
    periods.push(exposure);
    earlier = after;
  }
  return { periods, term: sumOf([earlier.capped, earlier.outside]) };
}

/**
 * What earlier periods leave: the sum under the term's cap, that of what no cap counts, and the most that a guarantee may have advanced.
 * Sums of whole paths: under a cap of the term a period pays least only where others paid most, so the least of periods do not add up
 * to the least of a term.
 */
interface Earlier {
  readonly capped: Range;
  readonly outside: Range;
  readonly drawn: Rational;
  readonly paths: OncePaths;
}

function periodExposure(place: Place, earlier: Earlier): { readonly exposure: PeriodExposure; readonly after: Earlier } {
  const { contract } = place.terms;
  const fees = contract.fees.filter(isPeriodFee);
  const lines = new Map<PeriodFee, Range>(fees.map((fee) => [fee, rounded(gated(fee, rangeOf(fee, place), place), place)]));
  const isPlain = !fees.some(({ kind }) => FROM_OTHERS.has(kind));
  const apart = fees.filter((fee) => kindOf(fee).step === 'outside' || (isPlain && kindOf(fee).step === 'earned'));
  const volumes = apart.flatMap((fee) => volumeOf(fee, place));
  const isVolume = ({ id }: PeriodFee) => volumes.some(({ curve }) => curve.line === id);
  const ofStep = (step: ReturnType<typeof kindOf>['step']) => [...lines].filter(([fee]) => kindOf(fee).step === step && !isVolume(fee));
  const earned = ofStep('earned');
  const floor = floorOf(fees, place);
  const deducted = deduct(fees, new Map(earned), floor, place);
  const stakes = ofStep('stake').map(([, range]) => range);
  const ownOf = (total: Range) => cutToPeriod(fees, sumOf([total, ...stakes]), place);
  const own = ownOf(deducted.total);
  const recovered = recover(fees, afterOthers(fees, own, place, earlier.capped), floor, earlier);
  const onward = (each: Range, path: Range) => sumOf([path, recover(fees, onThePath(fees, each, place, path), floor, earlier)]);
  const once = earned.filter(([fee]) => fee.kind === 'milestone');
  const others = new Map(earned.map(([fee, range]) => [fee, fee.kind === 'milestone' ? NOTHING : range] as const));
  const without = once.length === 0 ? own : ownOf(deduct(fees, others, floor, place).total);
  const paths: OncePaths = {
    every: onward(own, earlier.paths.every),
    none: onward(without, earlier.paths.none),
    moved: [...earlier.paths.moved, { most: own.most.amount.sub(without.most.amount), least: without.least.amount.sub(own.least.amount) }],
    amounts: new Map([
      ...earlier.paths.amounts,
      ...once.map(([{ id }, { most }]) => [id, maximum(most.amount, earlier.paths.amounts.get(id) ?? ZERO)] as const),
    ]),
  };
  const outside = [
    volumeRange(volumes, (metric) => isNeverNegative(place.words, { metric }), contract),
    ...ofStep('outside').map(([, range]) => range),
  ];
  const followed = fees.flatMap((fee) => ('of' in fee ? [{ line: fee.id, range: deducted.penalties.get(fee.id) ?? NOTHING }] : []));
  return {
    exposure: {
      period: place.period.id,
      lines: [
        ...[...lines].filter(([fee]) => !kindOf(fee).fromLines && fee.kind !== 'penalty').map(([fee, range]) => ({ line: fee.id, range })),
        ...followed,
      ],
      apart: isPlain ? [] : boundedApart(fees, place),
      leftByCap: leftByCap(fees, own, place, earlier.capped),
      total: sumOf([recovered, ...outside]),
    },
    after: {
      capped: eachOnce(paths),
      outside: sumOf([earlier.outside, ...outside]),
      drawn: earlier.drawn.add(deducted.mostTopUp),
      paths,
    },
  };
}

/** What makes something of the sum of other lines, or of one: then a line by volume is not paid as its metric alone has it. */
const FROM_OTHERS: ReadonlySet<PeriodFee['kind']> = new Set(['guarantee', 'penalty', 'cap']);

/** What a rebate takes back of a metric whose commission goes into a guarantee, a penalty or a cap first. */
function boundedApart(fees: readonly PeriodFee[], place: Place): readonly Apart[] {
  const onMetric = (wanted: (fee: PeriodFee) => boolean) =>
    fees.filter(wanted).flatMap((fee) => volumeOf(fee, place).map(({ curve }) => curve));
  const earned = onMetric((fee) => kindOf(fee).step === 'earned');
  const rebates = onMetric(({ kind }) => kind === 'rebate');
  const metrics = [...new Set(rebates.map(({ metric }) => metric))].filter((id) => earned.some(({ metric }) => metric === id));
  return metrics.map((metric) => ({
    metric,
    lines: [...earned, ...rebates].filter((each) => each.metric === metric).map(({ line }) => line),
  }));
}

function volumeOf(fee: PeriodFee, place: Place): readonly VolumeLine[] {
  const { words, terms, period } = place;
  const curve = curveOf(fee, curvePlace(place), (metric) => isNeverNegative(words, { metric }));
  if (curve === null || inGrace({ terms, period }, fee.id)) return [];
  return [{ curve, mayBeNothing: terms.contract.gates.some(({ blocks }) => blocks.includes(fee.id)) }];
}

/** Grace makes it 0; a gate may. */
function gated(fee: PeriodFee, range: Range, { terms, period }: Place): Range {
  if (inGrace({ terms, period }, fee.id)) return NOTHING;
  return terms.contract.gates.some(({ blocks }) => blocks.includes(fee.id)) ? orNothing(range) : range;
}

/** A line is rounded once; an end that is rounded is still never passed. */
function rounded({ least, most }: Range, { terms }: Place): Range {
  const { currency, rounding } = terms.contract;
  const round = ({ amount, open }: End): End => ({ amount: moneyValue(roundMoney(amount, currency, rounding)), open });
  return { least: round(least), most: round(most) };
}

/** The guarantee of a period, as it may be and as it may fail to be. */
interface Floor {
  readonly least: Rational | null;
  readonly most: Rational | null;
}

function floorOf(fees: readonly PeriodFee[], place: Place): Floor {
  const fee = fees.find((each): each is FeeOf<'guarantee'> => each.kind === 'guarantee');
  if (fee === undefined || inGrace({ terms: place.terms, period: place.period }, fee.id)) return { least: null, most: null };
  const amount = amountAt(fee.amount, place.period.id).mul(shareOf(place, fee.prorate));
  const mayFail = place.terms.contract.gates.some(({ blocks }) => blocks.includes(fee.id));
  return { least: mayFail ? null : outward(amount, place, 'least'), most: outward(amount, place, 'most') };
}

interface Deducted {
  /** What is earned, topped up to the guarantee, less penalties. */
  readonly total: Range;
  readonly penalties: ReadonlyMap<string, Range>;
  readonly mostTopUp: Rational;
}

/** An earned line with the shares of it that penalties may take, at most. */
interface Penalised {
  readonly range: Range;
  readonly taken: readonly Taken[];
}

/** What a penalty takes of a line. */
interface Taken {
  readonly penalty: string;
  readonly share: Rational;
}

const shareOfAll = ({ taken }: Penalised): Rational => sum(taken.map(({ share }) => share));

function deduct(fees: readonly PeriodFee[], earned: ReadonlyMap<PeriodFee, Range>, floor: Floor, place: Place): Deducted {
  const sumEarned = sumOf([...earned.values()]);
  const most = floor.most === null || isOpen(sumEarned.most) ? sumEarned.most : at(maximum(sumEarned.most.amount, floor.most));
  const penalties = new Map<string, Range>();
  const taken = new Map<string, Taken[]>();
  const ofAmounts: End[] = [];
  for (const fee of fees) {
    if (fee.kind !== 'penalty') continue;
    const share = inGrace({ terms: place.terms, period: place.period }, fee.id) ? ZERO : mostDeducted(fee, place);
    const { of } = fee;
    if ('amount' in of) {
      const amount = amountAt(of.amount, place.period.id).mul(shareOf(place, fee.prorate));
      const range = rounded(between(amount.mul(share).neg(), ZERO), place);
      penalties.set(fee.id, range);
      ofAmounts.push(range.least);
    } else {
      const [, base = NOTHING] = [...earned].find(([each]) => each.id === of.fee) ?? [];
      const own = { penalty: fee.id, share };
      taken.set(of.fee, [...(taken.get(of.fee) ?? []), own]);
      penalties.set(fee.id, shareTaken(base, own, place));
    }
  }
  const lines = [...earned].map(([fee, range]): Penalised => ({ range, taken: taken.get(fee.id) ?? [] }));
  const floors = [...new Set([floor.least, floor.most])];
  const least = farther(floors.map((each) => together([leastAfter(lines, each, place), ...ofAmounts])));
  const topUp = floor.most === null || isOpen(sumEarned.least) ? floor.most : floor.most.sub(sumEarned.least.amount);
  return { total: { least, most }, penalties, mostTopUp: maximum(ZERO, topUp ?? ZERO) };
}

function mostDeducted(fee: FeeOf<'penalty'>, { words, period }: Place): Rational {
  const [, most] = deductedBetween(scheduledAt(fee.bands, period.id), mostScore(words, fee.by, period));
  return most;
}

/** Of two ends below, the lower. */
function farther(ends: readonly End[]): End {
  return ends.find(isOpen) ?? at(ends.map(({ amount }) => amount).reduce(minimum));
}

/** What a share of a line takes of it at most. */
function shareTaken({ most }: Range, own: Taken, place: Place): Range {
  const { amount, open } = positivePart(most);
  const least = { amount: amount.mul(own.share).neg(), open: takenOf(open, own) };
  return { least: rounded({ least, most: at(ZERO) }, place).least, most: at(ZERO) };
}

/** What a penalty takes of a line without an end: its share, under its own name. */
function takenOf(open: readonly Open[], { penalty, share }: Taken): readonly Open[] {
  return isZero(share)
    ? []
    : open.map((each) => ({ ...each, line: penalty, rate: each.rate.mul(share).neg(), once: each.once.mul(share).neg() }));
}

/**
 * The least that earned lines leave after a guarantee and their penalties. Penalties are taken of lines as they are, and what a
 * guarantee tops up makes good for none: so it is where those lines are as large as the guarantee hides, the largest shares first, and
 * as large as can be where penalties take more than all of a line.
 */
function leastAfter(lines: readonly Penalised[], floor: Rational | null, place: Place): End {
  const low = ({ range: { least } }: Penalised): Rational => (isOpen(least) ? ZERO : least.amount);
  const below = lines.flatMap(({ range }) => range.least.open);
  const lowest = sum(lines.map(low));
  let hidden = floor === null ? ZERO : below.length > 0 ? null : maximum(ZERO, floor.sub(lowest));
  const open: Open[] = floor === null ? [...below] : [];
  let taken = ZERO;
  let more = ZERO;
  for (const line of [...lines].sort((a, b) => compare(shareOfAll(b), shareOfAll(a)))) {
    const share = shareOfAll(line);
    if (isZero(share)) continue;
    const { most } = line.range;
    const start = maximum(low(line), ZERO);
    const room = isOpen(most) ? null : maximum(ZERO, most.amount.sub(start));
    const wanted = compare(share, ONE) > 0 || hidden === null ? room : room === null ? hidden : minimum(hidden, room);
    if (wanted === null) open.push(...line.taken.flatMap((own) => takenOf(most.open, own)));
    const size = wanted ?? ZERO;
    if (hidden !== null) hidden = maximum(ZERO, hidden.sub(size));
    more = more.add(size);
    taken = taken.add(sum(line.taken.map((own) => unitsOf(start.add(size).mul(own.share), place))));
  }
  const all = below.length > 0 && floor !== null ? floor : floor === null ? lowest.add(more) : maximum(lowest.add(more), floor);
  return { amount: all.sub(taken), open };
}

function unitsOf(amount: Rational, { terms: { contract } }: Place): Rational {
  return moneyValue(roundMoney(amount, contract.currency, contract.rounding));
}

/** A recoverable guarantee takes back what it advanced, never below itself. */
function recover(fees: readonly PeriodFee[], capped: Range, floor: Floor, { drawn }: Earlier): Range {
  const fee = fees.find((each): each is FeeOf<'guarantee'> => each.kind === 'guarantee');
  if (fee === undefined || !fee.recoverable || isOpen(capped.least) || drawn.n === 0n) return capped;
  const kept = maximum(floor.least ?? ZERO, capped.least.amount.sub(drawn));
  return { ...capped, least: at(minimum(capped.least.amount, kept)) };
}
