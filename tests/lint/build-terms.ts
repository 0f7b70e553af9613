import type { Bonus } from '../../src/contract/fee-kinds/bonus.js';
import type { Commission } from '../../src/contract/fee-kinds/commission.js';
import type { Penalty } from '../../src/contract/fee-kinds/penalty.js';
import type { Wager } from '../../src/contract/fee-kinds/wager.js';
import { type LintInput, lintContract } from '../../src/contract/lint/lint-contract.js';
import type { Contract, Definitions, Fact, Kpi, Measure, Metric, Steps, Terms } from '../../src/contract/model.js';
import { fillerText } from '../../src/kernel/text.js';

/*
 * A small relationship in which no lint rule finds anything. Every test changes one thing, so that what is found is
 * due to that change alone.
 */

const CONTRACT_FILE = 'contracts/acme/contract.yaml';
const DEFINITIONS_FILE = 'contracts/acme/definitions.yaml';

export const always = <T>(value: T) => [{ from: '2026-01', value }];

/** `steps('0.8', '0.5', '1', '1')`: 80% → 50%, 100% → 100%. */
export function steps(...numbers: string[]): Steps {
  return numbers.flatMap((at, index) => (index % 2 === 0 ? [{ at, value: numbers[index + 1] ?? '0' }] : []));
}

const inContract = (line: number) => ({ file: CONTRACT_FILE, line });
const inDefinitions = (line: number) => ({ file: DEFINITIONS_FILE, line });

export function kpi(changes: Partial<Kpi> = {}): Kpi {
  return {
    id: 'roas',
    title: null,
    metric: 'roas',
    owner: 'provider',
    better: 'higher',
    weight: always('0.5'),
    target: always('3'),
    threshold: always({ value: '2.4' }),
    stretch: always({ value: '3.6' }),
    cap: always('1.5'),
    minimum: { metric: 'ad_spend', atLeast: always('10000') },
    whenMissing: 'hold',
    clause: inContract(31),
    ...changes,
  };
}

/** Lower is better: 25 is the target, at 35 the score is 0. */
export function cost(changes: Partial<Kpi> = {}): Kpi {
  const levels = { target: always('25'), threshold: always({ value: '35' }), stretch: always({ value: '20' }) };
  return kpi({ id: 'cac', metric: 'cac', better: 'lower', ...levels, clause: inContract(32), ...changes });
}

/** Starts to pay at 0%, so that it has no step. */
export function bonus(changes: Partial<Bonus> = {}): Bonus {
  const points = always(steps('0', '0', '1', '1', '1.5', '2'));
  const where = { id: 'reward', title: null, clause: inContract(41) };
  return { ...where, kind: 'bonus', pool: always('5000'), by: 'composite', points, shape: 'linear', prorate: true, ...changes };
}

/** Two small bands of 3000: no step is large next to the bonus. */
export function penalty(changes: Partial<Penalty> = {}): Penalty {
  const bands = always(steps('0.5', '0.1', '0.8', '0.05'));
  const where = { id: 'malus', title: null, clause: inContract(42) };
  return { ...where, kind: 'penalty', of: { fee: 'base' }, by: 'composite', bands, prorate: true, ...changes };
}

export function commission(changes: Partial<Commission> = {}): Commission {
  const tiers = always(steps('0', '0.05', '100000', '0.07'));
  const where = { id: 'sales', title: null, clause: inContract(43) };
  return { ...where, kind: 'commission', base: 'net_revenue', tiers, mode: 'marginal', accumulate: 'term', ...changes };
}

export function wager(changes: Partial<Wager> = {}): Wager {
  return {
    id: 'bet',
    title: null,
    kind: 'wager',
    metric: 'roas',
    better: 'higher',
    target: always('3'),
    over: 'term',
    deadband: always('0.1'),
    pays: { rate: always('10000'), limit: always('5000') },
    onEarlyEnd: 'void',
    clause: inContract(44),
    ...changes,
  };
}

export const RETAINER = {
  id: 'base',
  title: null,
  kind: 'retainer',
  amount: always('3000'),
  prorate: true,
  clause: inContract(40),
} as const;

export const CAP = {
  id: 'ceiling',
  title: null,
  kind: 'cap',
  period: always('30000'),
  term: null,
  prorate: true,
  clause: inContract(45),
} as const;

export function fact(changes: Partial<Fact> = {}): Fact {
  const where = { id: 'orders', clause: inDefinitions(4) };
  return { ...where, source: { table: 'shop.orders' }, grain: ['order_id'], custodian: 'brand', freshness: null, ...changes };
}

export function measure(changes: Partial<Measure> = {}): Measure {
  return {
    id: 'paid_revenue',
    definition: 'Goods value of paid orders',
    of: 'orders',
    aggregate: { sum: 'item_value' },
    when: { column: 'approved_at', zone: null },
    where: null,
    currency: null,
    nulls: 'undefined',
    clause: inDefinitions(10),
    ...changes,
  };
}

export function metric(changes: Partial<Metric> & Pick<Metric, 'id' | 'formula' | 'text'>): Metric {
  return { title: changes.id, unit: 'number', type: 'ratio', decimals: null, clause: inDefinitions(20), ...changes };
}

const paid = { measure: 'paid_revenue' };

function definitions(): Definitions {
  return {
    facts: [
      fact(),
      fact({ id: 'refunds', source: { table: 'shop.refunds' }, grain: ['refund_id'] }),
      fact({ id: 'ads', source: { view: 'ads' }, grain: ['day'] }),
      fact({ id: 'ga4', source: { table: 'ga4.purchases' }, grain: ['transaction_id'] }),
    ],
    measures: [
      measure(),
      measure({ id: 'refunded', of: 'refunds', aggregate: { sum: 'amount' }, when: { column: 'refunded_at', zone: null } }),
      measure({ id: 'ad_cost', of: 'ads', aggregate: { sum: 'cost' }, when: { column: 'day', zone: null } }),
      measure({ id: 'new_customers', aggregate: { countDistinct: 'customer_id' } }),
      measure({ id: 'ga4_revenue', of: 'ga4', aggregate: { sum: 'value' }, when: { column: 'event_at', zone: null } }),
    ],
    metrics: [
      metric({
        id: 'net_revenue',
        formula: { op: '-', left: paid, right: { measure: 'refunded' } },
        text: 'paid_revenue - refunded',
        unit: 'money',
        type: 'flow',
      }),
      metric({ id: 'ad_spend', formula: { measure: 'ad_cost' }, text: 'ad_cost', unit: 'money', type: 'flow' }),
      metric({ id: 'roas', formula: { op: '/', left: paid, right: { measure: 'ad_cost' } }, text: 'paid_revenue / ad_cost' }),
      metric({
        id: 'cac',
        formula: { op: '/', left: { measure: 'ad_cost' }, right: { measure: 'new_customers' } },
        text: 'ad_cost / new_customers',
      }),
    ],
    fx: null,
    reconcile: [
      { id: 'shop-vs-ga4', left: 'paid_revenue', right: 'ga4_revenue', tolerance: '0.05', onBreach: 'hold', clause: inDefinitions(30) },
    ],
    views: [],
  };
}

function contract(): Contract {
  const access = { analyst: ['group:kpi@acme.example'], viewer: [] };
  return {
    id: 'acme',
    title: 'Acme x Linkstar',
    stage: 'pilot',
    parties: {
      brand: { name: 'Acme', signatories: ['alice', 'ann'], required: 1, access },
      provider: { name: 'Linkstar', signatories: ['bob', 'carol'], required: 1, access: { analyst: [], viewer: [] } },
    },
    agreement: { number: 'LS-2026-014', sha256: 'a'.repeat(64), prevails: 'document' },
    data: { owner: 'brand', providerUse: 'during_term' },
    ip: { creatives: 'brand', site: 'brand', accounts: 'brand' },
    term: { from: '2026-01-01', to: '2026-12-31' },
    calendar: { every: 'month', timezone: 'Asia/Shanghai', lockAfterDays: 15, trueUpPeriods: 3 },
    currency: 'USD',
    rounding: 'half_even',
    acceptance: { days: 10, silence: 'accepts' },
    disputes: { days: 30, expert: 'an expert' },
    holds: { maxPeriods: 3 },
    grace: { from: '2026-01', periods: 2, waives: ['malus'] },
    kpis: [kpi(), cost()],
    composite: { rule: 'weighted_mean', minWeightLeft: '0.5' },
    gates: [{ id: 'efficiency', metric: 'roas', limit: 'atLeast', value: always('2'), blocks: ['reward'], clause: inContract(38) }],
    fees: [RETAINER, commission(), bonus(), penalty(), CAP],
    duties: [
      {
        id: 'creatives',
        owes: 'brand',
        title: 'New creatives',
        dueDay: 5,
        lateIf: 'unproven',
        ifLate: { kpis: ['roas'], scoreAs: '1' },
        clause: inContract(50),
      },
    ],
    payment: { dueDays: 15 },
    amendments: { noticeDays: 14, maxTargetChange: '0.2', maxDrift: '0.4', minPeriodsBetween: 3 },
    review: { every: 'month' },
    exclusions: { fileWithinDays: 10, maxDays: 30 },
    exit: { noticeDays: 30, handoverDays: 15, checklist: ['data_export', 'access_revocation'] },
    dashboard: { share: ['brand', 'provider'] },
    baseline: [
      {
        metric: 'roas',
        values: [
          { period: '2025-11', value: '2.6' },
          { period: '2025-12', value: '3.1' },
        ],
      },
      { metric: 'cac', values: [{ period: '2025-12', value: '24' }] },
      { metric: 'net_revenue', values: [{ period: '2025-12', value: '100000' }] },
    ],
  };
}

export function terms(changes: { contract?: Partial<Contract>; definitions?: Partial<Definitions> } = {}): Terms {
  return {
    apiVersion: 'concord/v1',
    kind: 'Terms',
    contract: { ...contract(), ...changes.contract },
    definitions: { ...definitions(), ...changes.definitions },
  };
}

/** The fees of the clean contract with others in their place or added. */
export function fees(...replaced: Contract['fees'][number][]): Contract['fees'] {
  const kept = contract().fees.map((fee) => replaced.find((other) => other.id === fee.id) ?? fee);
  return [...kept, ...replaced.filter((fee) => !kept.includes(fee))];
}

/** What lint finds, as `code line params`, the fixed parts of an issue left out. */
export function found(input: Terms | LintInput): { code: string; line: number; params: Record<string, string | number> }[] {
  const issues = lintContract('terms' in input ? input : { terms: input });
  return issues.map(({ code, at, params }) => ({
    code,
    line: at.line,
    // lists as they are said in English
    params: Object.fromEntries(
      Object.entries(params).map(([name, value]) => [name, typeof value === 'object' ? fillerText(value, 'en') : value]),
    ),
  }));
}

export function codes(input: Terms | LintInput): string[] {
  return found(input).map(({ code }) => code);
}
