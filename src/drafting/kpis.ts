import { type Locale, listSeparator } from '../kernel/text.js';
import { DRAFTING } from '../words/drafting.js';
import { EXPORTS, type ExportId, type Part, partsOf } from './exports.js';

/*
 * The KPIs that a first contract can have. What a metric is made of depends on the exports: the revenue of all shops, the spend of all
 * ad accounts.
 */

export const KPI_IDS = ['revenue', 'roas', 'cac', 'refund_rate', 'basket', 'conversion_rate'] as const;
export type KpiId = (typeof KPI_IDS)[number];
/** What a ratio can rest on: the metric that its minimum looks at. */
export type Ground = 'ad_spend' | 'orders' | 'sessions';
export type MetricId = KpiId | Ground;

export interface Kpi {
  readonly better: 'higher' | 'lower';
  /** Where the score begins, as a multiple of the target. */
  readonly threshold: string;
  readonly unit: 'money' | 'number' | 'share';
  readonly type: 'flow' | 'ratio';
  /** On how much its ratio must rest: on less it scores 0%. */
  readonly restsOn: Ground | null;
  readonly needs: readonly (Part | 'customers')[];
}

export const KPIS: Readonly<Record<KpiId, Kpi>> = {
  revenue: { better: 'higher', threshold: '0.7x', unit: 'money', type: 'flow', restsOn: null, needs: ['sales'] },
  roas: { better: 'higher', threshold: '0.8x', unit: 'number', type: 'ratio', restsOn: 'ad_spend', needs: ['sales', 'spend'] },
  cac: { better: 'lower', threshold: '1.4x', unit: 'money', type: 'ratio', restsOn: 'ad_spend', needs: ['customers', 'spend'] },
  refund_rate: {
    better: 'lower',
    threshold: '1.5x',
    unit: 'share',
    type: 'ratio',
    restsOn: 'orders',
    needs: ['sales', 'orders', 'refunds'],
  },
  basket: { better: 'higher', threshold: '0.8x', unit: 'money', type: 'ratio', restsOn: 'orders', needs: ['sales', 'orders'] },
  conversion_rate: {
    ...{ better: 'higher', threshold: '0.8x', unit: 'share', type: 'ratio', restsOn: 'sessions' },
    needs: ['visits', 'purchases'],
  },
};

/** Where the score of each KPI begins, as a share of its target: `80% (ROAS)`. */
export function startsText(goals: readonly { readonly kpi: KpiId }[], language: Locale): string {
  return goals.map(({ kpi }) => `${DRAFTING.titles[kpi][language]} ${percent(KPIS[kpi].threshold)}`).join(listSeparator(language));
}

/** Which KPIs score on too little ad spend, of those that are agreed. */
export function scoresText(goals: readonly { readonly kpi: KpiId }[], language: Locale): string {
  const chosen = (['roas', 'cac'] as const).filter((id) => goals.some(({ kpi }) => kpi === id));
  const [only, other] = chosen;
  return DRAFTING.onSpend[only === undefined || other !== undefined ? 'both' : only][language];
}

/** A multiple of tenths as a percentage: `0.8x` is 80%. */
const percent = (multiple: string): string => `${multiple.replace(/x$/, '').replace('.', '').replace(/^0/, '')}0%`;

/** Whose first orders a view can find: one shop, whose export has the customers of all orders. */
export const CUSTOMERS_OF: ExportId = 'shopify';

/** Those that can say what part of their sales went back: both sides of a ratio are of the same shops. */
const refunding = (exports: readonly ExportId[]): readonly ExportId[] => {
  const shopify = exports.includes('shopify-payouts') ? ['shopify', 'shopify-payouts'] : [];
  return exports.filter((id) => shopify.includes(id) || id === 'amazon');
};

/** The KPIs that can be measured on these exports. */
export function measurable(exports: readonly ExportId[]): readonly KpiId[] {
  const has = (need: Part | 'customers', among: readonly ExportId[]) =>
    need === 'customers' ? among.includes(CUSTOMERS_OF) : partsOf(among, need).length > 0;
  return KPI_IDS.filter((id) => KPIS[id].needs.every((need) => has(need, id === 'refund_rate' ? refunding(exports) : exports)));
}

/** Revenue: what was sold, less what went back; of a shop that does not tell of refunds, less what was cancelled. */
function revenue(exports: readonly ExportId[]): string {
  const refunds = partsOf(exports, 'refunds').map((part) => ` + ${part}`);
  const tells = exports.includes('shopify-payouts');
  const cancelled = tells ? [] : partsOf(exports, 'cancelled').map((part) => ` - ${part}`);
  return [sum(partsOf(exports, 'sales')), ...refunds, ...cancelled].join('');
}

const sum = (parts: readonly string[]): string => parts.join(' + ');
const grouped = (parts: readonly string[]): string => (parts.length > 1 ? `(${sum(parts)})` : sum(parts));

/** The formula of a metric on these exports. */
export function formulaOf(metric: MetricId, exports: readonly ExportId[]): string {
  switch (metric) {
    case 'revenue':
      return revenue(exports);
    case 'ad_spend':
      return sum(partsOf(exports, 'spend'));
    case 'orders':
      return sum(partsOf(exports, 'orders'));
    case 'sessions':
      return sum(partsOf(exports, 'visits'));
    case 'roas':
      return 'revenue / ad_spend';
    case 'cac':
      return 'ad_spend / new_customers';
    case 'refund_rate':
      return `-${grouped(partsOf(refunding(exports), 'refunds'))} / ${grouped(partsOf(refunding(exports), 'sales'))}`;
    case 'basket':
      return `${grouped(counted(exports))} / orders`;
    case 'conversion_rate':
      return `${grouped(partsOf(exports, 'purchases'))} / sessions`;
  }
}

/** Sales of the shops that count their orders. */
const counted = (exports: readonly ExportId[]) =>
  partsOf(
    exports.filter((id) => EXPORTS[id].orders !== undefined),
    'sales',
  );

/** The metrics of which a metric is made, itself last. */
export function metricsOf(metric: MetricId): readonly MetricId[] {
  if (metric === 'roas') return ['revenue', 'ad_spend', 'roas'];
  if (metric === 'cac') return ['ad_spend', 'cac'];
  if (metric === 'conversion_rate') return ['sessions', 'conversion_rate'];
  return metric === 'basket' ? ['orders', 'basket'] : [metric];
}

/** The packs that have something which a formula names. */
export function exportsIn(formulas: readonly string[], exports: readonly ExportId[]): readonly ExportId[] {
  const names = new Set(formulas.flatMap((formula) => formula.match(/\w+/g) ?? []));
  return exports.filter((id) => Object.values(EXPORTS[id]).some((part) => typeof part === 'string' && names.has(part)));
}
