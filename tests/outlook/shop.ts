import { loadContract } from '../../src/contract/load-contract.js';
import type { EvidenceDay, EvidenceMeasure, EvidencePeriod } from '../../src/evidence/model.js';
import { addDays, type DateRange, datesOf, dayNumber, periodDays, shiftPeriod } from '../../src/kernel/calendar.js';
import { recordCalendar } from '../../src/kernel/zone-record.js';
import type { OutlookInput } from '../../src/outlook/outlook-input.js';
import { measuredPart } from '../../src/settlement/scorecard.js';
import { timeline } from '../../src/settlement/timeline.js';
import { viewPeriods } from '../../src/settlement/views.js';
import { contractFrame } from '../contract-frame.js';
import { shopDays } from './series.js';

/*
 * A shop with a year and a half of days, and a contract that runs through October 2026: what an outlook is made from, without a warehouse.
 */

const CONTRACT = `${contractFrame({ id: 'shop', title: 'Shop', term: '{ from: 2026-10-01, to: 2026-12-31 }', lockAfterDays: 15 })}kpis:
  - { id: sales, metric: gmv, owner: provider, better: higher, weight: 50%, target: 31000, threshold: 25000, stretch: 40000, cap: 150% }
  - { id: roas, metric: roas, owner: provider, better: higher, weight: 50%, target: 2, threshold: 1 }
composite: { rule: weighted_mean }
watch: [budget]
gates: [{ id: volume, metric: gmv, atLeast: 10000, blocks: [reward] }]
`;

const FEES = `fees:
  - { id: base, kind: retainer, amount: 1000 }
  - { id: share, kind: commission, base: gmv, tiers: { from 0: 2%, from 31000: 4% } }
  - { id: reward, kind: bonus, by: composite, pool: 500, points: { from 50%: 0%, from 100%: 100% }, shape: linear }
  - { id: floor, kind: guarantee, amount: 1800, recoverable: false }
  - { id: ceiling, kind: cap, period: 2200 }
`;

const DEFINITIONS = `facts:
  orders: { table: shop.orders, grain: [id], custodian: brand }
  ads: { table: ads.spend, grain: [day], custodian: brand }
measures:
  revenue: { definition: Paid orders, of: orders, sum: amount, when: paid_on }
  spend: { definition: Ad spend, of: ads, sum: spend, when: day }
metrics:
  gmv: { title: GMV, formula: revenue, unit: money, type: flow }
  budget: { title: Ad spend, formula: spend, unit: money, type: flow }
  roas: { title: ROAS, formula: revenue / spend, unit: number, type: ratio, decimals: 2 }
`;

const FIRST = '2025-05-01';
const REVENUE = shopDays(700);
const SPEND = shopDays(700, 23).map((value) => value * 0.5);

/** The same shop with what it takes back, in a table of its own. */
const WITH_REFUNDS = DEFINITIONS.replace('measures:\n', '  returns: { table: shop.returns, grain: [id], custodian: brand }\nmeasures:\n')
  .replace('metrics:\n', '  refunded: { definition: Refunds, of: returns, sum: amount, when: day }\nmetrics:\n')
  .replace('formula: revenue, unit', 'formula: revenue - refunded, unit');

function folderOf(seasons: string, fees: string, refunds: boolean, filed: Readonly<Record<string, string>>) {
  const files = new Map([
    ['contracts/shop/contract.yaml', CONTRACT + fees],
    ['contracts/shop/definitions.yaml', (refunds ? WITH_REFUNDS : DEFINITIONS) + seasons],
    ...Object.entries(filed).map(([file, text]) => [`contracts/shop/events/${file}`, text] as const),
  ]);
  const { folder, issues } = loadContract('shop', files);
  if (folder === null) throw new Error(JSON.stringify(issues));
  return folder;
}

function measureOf(id: string, values: readonly number[], days: DateRange): EvidenceMeasure {
  const own = datesOf(days).map(
    (day): EvidenceDay => ({ day, rows: 5, value: (values[dayNumber(day) - dayNumber(FIRST)] ?? 0).toFixed(2) }),
  );
  return { id, rows: 5 * own.length, nulls: 0, days: own };
}

function refundsIn(refunds: Readonly<Record<string, number>>, { from, to }: DateRange): EvidenceMeasure {
  const days = Object.entries(refunds)
    .filter(([day]) => day >= from && day <= to)
    .map(([day, amount]): EvidenceDay => ({ day, rows: 1, value: amount.toFixed(2) }));
  return { id: 'refunded', rows: days.length, nulls: 0, days };
}

export interface ShopOptions {
  /** The last day that has all its data. */
  readonly through: string;
  /** The last day that has all its ads, where it is another; null where nothing tells of any. */
  readonly adsThrough?: string | null;
  /** What the shop sells by day, from 2025-05-01 on. */
  readonly revenue?: readonly number[];
  /** What it spends on ads, by day, from then on. */
  readonly spend?: readonly number[];
  /** The first day of any data. */
  readonly since?: string;
  readonly seasons?: string;
  /** The fees of the contract, as YAML. */
  readonly fees?: string;
  readonly plan?: ReadonlyMap<string, string>;
  /** What is taken back, by day, and off sales; null where nothing is asked of it. */
  readonly refunds?: Readonly<Record<string, number>> | null;
  /** Events by file name, as YAML. */
  readonly filed?: Readonly<Record<string, string>>;
  /** Measures and facts the other way round. */
  readonly turned?: boolean;
}

/** All that an outlook of October 2026 is made from. */
export function shopInput({
  through,
  adsThrough = through,
  revenue = REVENUE,
  spend = SPEND,
  since = FIRST,
  seasons = '',
  fees = FEES,
  plan = new Map(),
  refunds = null,
  filed = {},
  turned = false,
}: ShopOptions): OutlookInput {
  const { terms, events } = folderOf(seasons, fees, refunds !== null, filed);
  const line = timeline(terms.contract, events);
  const inForce = line.periods[0];
  if (inForce === undefined) throw new Error('no period');
  const target = { period: inForce.id, inForce, dueOn: '2026-11-15' };
  const evidenceOf = (period: string, days: DateRange): EvidencePeriod => {
    const known = { from: days.from < since ? since : days.from, to: days.to };
    const measures = known.from > known.to ? [] : [measureOf('revenue', revenue, known), measureOf('spend', spend, known)];
    const complete = through >= days.to;
    const freshAt = (last: string) => ({ freshAt: `${addDays(last, 1)}T00:00:00.000000Z` });
    const facts = ['ads', 'orders', ...(refunds === null ? [] : ['returns'])].map((id) => {
      const last = id === 'ads' ? adsThrough : through;
      return { id, ...(last === null ? {} : freshAt(last)), complete, scans: [] };
    });
    const calendar = recordCalendar(days, 'UTC', []);
    const order = <T>(list: readonly T[]): readonly T[] => (turned ? list.toReversed() : list);
    return {
      period,
      inForce: days,
      calendar,
      terms: 'x',
      exclusions: Object.keys(filed),
      facts: order(facts),
      measures: order([...measures, ...(refunds === null ? [] : [refundsIn(refunds, known)])]),
      variants: [],
      rates: [],
    };
  };
  const history = Array.from({ length: 16 }, (_, index) => {
    const period = shiftPeriod('2026-10', 'month', index - 16);
    return evidenceOf(period, periodDays(period, 'month') ?? inForce.inForce);
  });
  const running = evidenceOf('2026-10', inForce.inForce);
  const evidence = {
    apiVersion: 'concord/v1',
    kind: 'Evidence',
    contract: 'shop',
    period: '2026-10',
    asOf: addDays(through, 1),
    periods: [running],
    spans: [],
  } as const;
  const settlement = { terms, events, ledger: [], evidence, asOf: addDays(through, 1), run: 1, timeline: line, target };
  const card = measuredPart(viewPeriods(settlement).find(({ own }) => own) ?? null, events);
  return { settlement, card, history, plan };
}

export const DAYS_OF_REVENUE = REVENUE;
export const DAYS_OF_SPEND = SPEND;
/** The place of a day among {@link DAYS_OF_REVENUE}. */
export const placeOf = (day: string): number => dayNumber(day) - dayNumber(FIRST);
