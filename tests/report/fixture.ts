import type { Reason } from '../../src/attainment/value.js';
import type { Clause, Contract, Definitions, Measure, Metric, Terms } from '../../src/contract/model.js';
import type { ReportContext } from '../../src/report/report-context.js';
import type { HeldLife } from '../../src/settlement/line-life.js';
import type { KpiResult, Line, LineKind, LineState, Scorecard, StatementBody, Trace } from '../../src/settlement/model.js';

/*
 * A statement with everything in it, written by hand: the figures foot, but no rule of settlement was run to get them.
 */

const FILE = 'contracts/acme-linkstar-us/contract.yaml';
const at = (line: number): Clause => ({ file: FILE, line });
const always = <T>(value: T) => [{ from: '2025-10', value }];

const contract: Contract = {
  id: 'acme-linkstar-us',
  title: { en: 'Acme x Linkstar, US storefront', zh: 'Acme x Linkstar 美国独立站' },
  stage: 'live',
  parties: {
    brand: { name: { en: 'Acme Home', zh: '安可家居' }, signatories: ['alice'], required: 1, access: { analyst: [], viewer: [] } },
    provider: { name: { en: 'Linkstar', zh: '领星代运营' }, signatories: ['bob'], required: 1, access: { analyst: [], viewer: [] } },
  },
  agreement: { number: 'LS-2025-014', sha256: '9f', prevails: 'document' },
  data: { owner: 'brand', providerUse: 'during_term' },
  ip: null,
  term: { from: '2025-10-01', to: '2026-09-30' },
  calendar: { every: 'month', timezone: 'Asia/Shanghai', lockAfterDays: 15, trueUpPeriods: 3 },
  currency: 'USD',
  rounding: 'half_even',
  acceptance: { days: 10, silence: 'accepts' },
  disputes: { days: 30, expert: 'an accountant both name' },
  holds: { maxPeriods: 3 },
  grace: null,
  kpis: [
    {
      id: 'roas',
      title: { en: 'Return on ad spend', zh: '广告投产比' },
      metric: 'roas',
      owner: 'provider',
      better: 'higher',
      weight: always('0.4'),
      target: always('3'),
      threshold: always({ value: '2.4' }),
      stretch: always({ value: '3.6' }),
      cap: always('1.5'),
      minimum: null,
      whenMissing: 'hold',
      clause: at(31),
    },
    {
      id: 'cac',
      title: null,
      metric: 'cac',
      owner: 'provider',
      better: 'lower',
      weight: always('0.4'),
      target: always('25'),
      threshold: always({ value: '35' }),
      stretch: always({ value: '20' }),
      cap: always('1.2'),
      minimum: null,
      whenMissing: 'hold',
      clause: at(33),
    },
    {
      id: 'refunds',
      title: null,
      metric: 'refund_rate',
      owner: 'brand',
      better: 'lower',
      weight: always('0.2'),
      target: always('0.08'),
      threshold: always({ value: '0.12' }),
      stretch: null,
      cap: always('1'),
      minimum: null,
      whenMissing: 'hold',
      clause: at(35),
    },
  ],
  composite: { rule: 'weighted_mean', minWeightLeft: '0.8' },
  gates: [{ id: 'margin', metric: 'gross_margin', limit: 'atLeast', value: always('0.3'), blocks: ['reward', 'sales'], clause: at(40) }],
  fees: [
    {
      kind: 'retainer',
      id: 'base',
      title: { en: 'Monthly retainer', zh: '月度服务费' },
      amount: always('3000'),
      prorate: true,
      clause: at(43),
    },
    {
      kind: 'commission',
      id: 'sales',
      title: { en: 'Sales commission', zh: '销售提成' },
      base: 'net_revenue',
      tiers: always([
        { at: '0', value: '0.05' },
        { at: '100000', value: '0.07' },
      ]),
      mode: 'marginal',
      accumulate: 'period',
      clause: at(44),
    },
    {
      kind: 'bonus',
      id: 'reward',
      title: null,
      pool: always('5000'),
      by: 'composite',
      points: always([
        { at: '0.8', value: '0.5' },
        { at: '1', value: '1' },
      ]),
      shape: 'linear',
      prorate: true,
      clause: at(45),
    },
    { kind: 'guarantee', id: 'floor', title: null, amount: always('4000'), recoverable: true, prorate: true, clause: at(46) },
    {
      kind: 'penalty',
      id: 'late',
      title: { en: 'Underperformance deduction', zh: '业绩不达标扣款' },
      of: { fee: 'base' },
      by: 'roas',
      bands: always([
        { at: '0.6', value: '0.25' },
        { at: '0.8', value: '0.1' },
      ]),
      prorate: true,
      clause: at(47),
    },
    { kind: 'cap', id: 'ceiling', title: null, period: always('20000'), term: null, prorate: true, clause: at(48) },
    { kind: 'tax', id: 'vat', title: null, rate: always('0.06'), label: { en: 'VAT 6%', zh: '增值税 6%' }, clause: at(49) },
  ],
  duties: [],
  payment: { dueDays: 15 },
  amendments: null,
  review: { every: 'month' },
  exclusions: null,
  exit: null,
  dashboard: null,
  baseline: [],
};

function measure(id: string, of: string, en: string, zh: string): Measure {
  return {
    id,
    definition: { en, zh },
    of,
    aggregate: { sum: 'amount' },
    when: { column: 'at', zone: null },
    where: null,
    currency: null,
    nulls: 'undefined',
    clause: at(1),
  };
}

function metric(id: string, en: string, zh: string, text: string, rest: Pick<Metric, 'unit' | 'type' | 'decimals'>): Metric {
  return { id, title: { en, zh }, formula: { measure: 'paid_revenue' }, text, clause: at(1), ...rest };
}

const fact = (id: string, custodian: 'brand' | 'provider') => {
  return { id, source: { table: `shop.${id}` }, grain: ['id'], custodian, freshness: null, clause: at(1) };
};

const definitions: Definitions = {
  facts: [fact('orders', 'brand'), fact('refunds', 'brand'), fact('crm', 'brand'), fact('ads', 'provider'), fact('ga4', 'provider')],
  measures: [
    measure(
      'paid_revenue',
      'orders',
      'Goods value of orders whose payment was approved, without freight',
      '已支付订单的商品金额，不含运费',
    ),
    measure('refunded', 'refunds', 'Goods value refunded, by the date of the refund', '按退款日期统计的商品退款金额'),
    measure('new_customers', 'crm', 'Customers with their first paid order', '首次支付订单的客户数'),
    measure('ad_spend', 'ads', 'Spend billed by the ad platforms', '广告平台实际扣费'),
    measure('ga4_revenue', 'ga4', 'Purchase revenue as GA4 reports it', 'GA4 记录的购买收入'),
  ],
  metrics: [
    metric('net_revenue', 'Net revenue', '净销售额', 'paid_revenue - refunded', { unit: 'money', type: 'flow', decimals: null }),
    metric('roas', 'ROAS', 'ROAS', 'paid_revenue / ad_spend', { unit: 'number', type: 'ratio', decimals: 2 }),
    metric('cac', 'Cost per new customer', '新客获取成本', 'ad_spend / new_customers', { unit: 'money', type: 'ratio', decimals: null }),
    metric('refund_rate', 'Refund rate', '退款率', 'refunded / paid_revenue', { unit: 'share', type: 'ratio', decimals: 1 }),
    metric('gross_margin', 'Gross margin', '毛利率', '(paid_revenue - cost) / paid_revenue', {
      unit: 'share',
      type: 'ratio',
      decimals: null,
    }),
  ],
  fx: null,
  reconcile: [
    { id: 'shop-vs-ga4', left: 'paid_revenue', right: 'ga4_revenue', tolerance: '0.05', onBreach: 'flag', clause: at(1) },
    { id: 'ads-vs-bank', left: 'ad_spend', right: 'ad_spend', tolerance: '0.01', onBreach: 'hold', clause: at(1) },
  ],
  views: [],
};

export const terms: Terms = { apiVersion: 'concord/v1', kind: 'Terms', contract, definitions };

type Branches = Trace['branches'];

function line(
  id: string,
  kind: LineKind,
  amount: string,
  trace: Partial<Trace> & { readonly formula: string },
  reason: Reason | null = null,
  state: LineState = 'payable',
): Line {
  const full: Trace = { clause: null, inputs: [], branches: [], unrounded: amount, rounded: amount, ...trace };
  return { id, kind, amount, state, held: state === 'held', reason, trace: full };
}

const STALE: Reason<'stale'> = { code: 'stale', with: { fact: 'crm', freshAt: '2026-03-28T16:00:00Z' } };
const GATE_PASSED: Branches[number] = {
  rule: 'gate-passed',
  taken: true,
  with: { gate: 'margin', metric: 'gross_margin', actual: '0.342857142857', sign: '≥', limit: '0.3' },
};
const LARGE: Reason = {
  code: 'large-true-up',
  with: { moved: '-1200.00', period: '2026-02', line: 'sales', since: '2026-04-15', party: 'provider' },
};

export const commission: Line = {
  ...line(
    'sales',
    'commission',
    '11000.00',
    {
      clause: at(44),
      inputs: [{ input: 'metric', with: { metric: 'net_revenue' }, value: '198000' }],
      branches: [
        GATE_PASSED,
        { rule: 'tiers-marginal', taken: true, with: { tiers: '0: 5%, 100000: 7%' } },
        { rule: 'accumulate-term', taken: false, with: {} },
      ],
      formula: '5% × 100000 + 7% × 98000',
      unrounded: '11860',
      rounded: '11860.00',
    },
    { code: 'disputed', with: { event: '2026-04-08-returns.yaml', lapsesOn: '2026-05-08' } },
    'disputed',
  ),
  computed: '11860.00',
  claimed: '11000.00',
};

export const penalty: Line = line(
  'late',
  'penalty',
  '-300.00',
  {
    clause: at(47),
    inputs: [
      { input: 'score', with: { by: 'roas' }, value: '0.75' },
      { input: 'line', with: { line: 'base' }, value: '3000' },
    ],
    branches: [
      { rule: 'grace', taken: false, with: { period: '2026-03' } },
      { rule: 'bands', taken: true, with: { bands: '60%: 25%, 80%: 10%' } },
    ],
    formula: '−10% × 3000',
    unrounded: '-300',
  },
  { code: 'penalty', with: { by: 'roas', score: '75%', deduction: '10%' } },
);

export const tax: Line = line(
  'vat',
  'tax',
  '779.26',
  {
    clause: at(49),
    inputs: [
      { input: 'payable', with: {}, value: '12987.66' },
      { input: 'rate', with: {}, value: '6%' },
    ],
    formula: '6% × 12987.66',
    unrounded: '779.2596',
  },
  { code: 'tax', with: { rate: '6%', base: '12987.66' } },
);

export const bonus: Line = line(
  'reward',
  'bonus',
  '0.00',
  {
    clause: at(45),
    inputs: [
      { input: 'pool', with: {}, value: '5000' },
      { input: 'composite-score', with: {}, value: null },
    ],
    branches: [GATE_PASSED],
    formula: '?',
    unrounded: null,
    rounded: null,
  },
  STALE,
  'held',
);

const trueUp = (period: string, amount: string, before: string, now: string, reason: Reason, state: LineState): Line =>
  line(
    `true-up/${period}/sales`,
    'true-up',
    state === 'held' ? '0.00' : amount,
    {
      clause: at(44),
      inputs: [
        { input: 'settled-so-far', with: {}, value: before },
        { input: 'worth-now', with: {}, value: now },
      ],
      formula: `${now} − ${before}`,
      unrounded: amount.replace(/\.00$/, ''),
      rounded: amount,
    },
    reason,
    state,
  );

const LINES: readonly Line[] = [
  line('base', 'retainer', '3000.00', {
    clause: at(43),
    inputs: [{ input: 'amount', with: {}, value: '3000' }],
    formula: '3000',
    unrounded: '3000',
  }),
  commission,
  bonus,
  line('floor', 'guarantee', '0.00', { clause: at(46), formula: '0' }, { code: 'guarantee', with: { earned: '14000', floor: '4000' } }),
  penalty,
  line('ceiling', 'cap', '0.00', { clause: at(48), formula: '0' }, { code: 'cap', with: { subtotal: '13700', room: '20000' } }),
  line(
    'floor/recovery',
    'recovery',
    '-500.00',
    { clause: at(46), formula: '−min(500, 9700)', unrounded: '-500' },
    { code: 'recovery', with: { draw: '500', room: '9700' } },
  ),
  trueUp(
    '2026-01',
    '-200.00',
    '5000.00',
    '4800.00',
    { code: 'recomputed', with: { period: '2026-01', line: 'sales', before: '5000.00', now: '4800.00' } },
    'payable',
  ),
  trueUp('2026-02', '-1200.00', '9000.00', '7800.00', LARGE, 'held'),
  line(
    'correction/2026-01/base',
    'correction',
    '-12.34',
    { inputs: [{ input: 'event', with: { event: '2026-03-20-fix.yaml' }, value: '-12.34' }], formula: '-12.34', unrounded: '-12.34' },
    { code: 'correction', with: { events: '2026-03-20-fix.yaml' } },
  ),
  tax,
];

const KPIS: readonly KpiResult[] = [
  {
    id: 'roas',
    metric: 'roas',
    actual: '2.85',
    threshold: '2.4',
    target: '3',
    stretch: '3.6',
    cap: '1.5',
    weight: '0.4',
    attainment: '0.95',
    score: '0.75',
    state: 'scored',
    reasons: [],
  },
  {
    id: 'cac',
    metric: 'cac',
    actual: null,
    threshold: '35',
    target: '25',
    stretch: '20',
    cap: '1.2',
    weight: '0.4',
    attainment: null,
    score: null,
    state: 'held',
    reasons: [STALE],
  },
  {
    id: 'refunds',
    metric: 'refund_rate',
    actual: '0.057142857143',
    actualExact: '2/35',
    threshold: '0.12',
    target: '0.08',
    stretch: null,
    cap: '1',
    weight: '0.2',
    attainment: '1.4',
    score: '1',
    state: 'scored',
    reasons: [],
  },
];

const day = (period: string, date: string, before: string | null, after: string, rowsBefore: number, rowsAfter: number) => {
  return { period, measure: 'refunded', day: date, before, after, rowsBefore, rowsAfter };
};

export const HELD: HeldLife = {
  state: 'held',
  amount: '0.00',
  wasSettled: false,
  byRule: false,
  since: '2026-04-15',
  statements: 1,
  causes: [{ reason: STALE, party: 'brand' }],
};

export const statement: StatementBody = {
  apiVersion: 'concord/v1',
  kind: 'Statement',
  contract: 'acme-linkstar-us',
  period: '2026-03',
  from: '2026-03-01',
  to: '2026-03-31',
  currency: 'USD',
  asOf: '2026-04-15',
  run: 2,
  tail: false,
  final: false,
  termsDigest: `sha256:${'a1b2c3d4'.repeat(8)}`,
  evidenceDigest: `sha256:${'e5f60718'.repeat(8)}`,
  previousDigest: `sha256:${'29304142'.repeat(8)}`,
  events: [
    { file: '2026-03-20-fix.yaml', digest: `sha256:${'0f'.repeat(32)}` },
    { file: '2026-04-08-returns.yaml', digest: `sha256:${'1e'.repeat(32)}` },
  ],
  facts: [
    { id: 'orders', rows: 5123, freshAt: '2026-04-14T22:10:00Z', complete: true, duplicateKeys: 0, nullWhen: 0 },
    { id: 'refunds', rows: 311, freshAt: '2026-04-14T22:10:00Z', complete: true, duplicateKeys: 0, nullWhen: 2 },
    { id: 'crm', rows: 1204, freshAt: '2026-03-28T16:00:00Z', complete: false, duplicateKeys: 0, nullWhen: 0 },
    { id: 'ads', rows: 93, freshAt: '2026-04-01T16:00:00Z', complete: true, duplicateKeys: 0, nullWhen: 0 },
    { id: 'ga4', rows: 31, freshAt: '2026-04-01T16:00:00Z', complete: true, duplicateKeys: 0, nullWhen: 0 },
  ],
  measures: { paid_revenue: '210000', refunded: '12000', new_customers: null, ad_spend: '73684.210526315789', ga4_revenue: '188000.5' },
  kpis: KPIS,
  composite: null,
  compositeState: { state: 'held', reasons: [{ code: 'too-little-weight', with: { left: '60%', needed: '80%' } }] },
  gates: [
    {
      id: 'margin',
      metric: 'gross_margin',
      actual: '0.342857142857',
      actualExact: '12/35',
      limit: 'atLeast',
      value: '0.3',
      state: 'passed',
      reasons: [],
    },
  ],
  reconcile: [
    {
      id: 'shop-vs-ga4',
      left: '210000',
      right: '188000.5',
      gap: '0.104759523810',
      tolerance: '0.05',
      onBreach: 'flag',
      breached: true,
      reviewed: false,
    },
    {
      id: 'ads-vs-bank',
      left: '73684.210526315789',
      right: '73700',
      gap: '0.0002142398',
      tolerance: '0.01',
      onBreach: 'hold',
      breached: false,
      reviewed: false,
    },
  ],
  anomalies: [
    {
      id: 'paid_revenue@2026-03-14',
      measure: 'paid_revenue',
      day: '2026-03-14',
      value: '21000',
      median: '6500.5',
      z: '14.22',
      reviewed: false,
    },
    { id: 'ga4_revenue@2026-03-20', measure: 'ga4_revenue', day: '2026-03-20', value: '0', median: '5900', z: '-4.10', reviewed: true },
  ],
  lines: LINES,
  held: [
    { line: 'reward', reason: STALE },
    { line: 'true-up/2026-02/sales', reason: LARGE },
    { line: '2026-02/reward', reason: STALE },
  ],
  changes: [
    day('2026-01', '2026-01-12', '120.5', '420.5', 3, 7),
    day('2026-01', '2026-01-19', null, '3700', 0, 41),
    ...['02', '04', '05', '09', '11', '17'].map((date) => day('2026-02', `2026-02-${date}`, '100', '3100', 2, 30)),
  ],
  disputes: [],
  total: '13766.92',
  balance: '25766.92',
  open: [
    { period: '2026-02', amount: '12000.00', dueOn: '2026-04-01' },
    { period: '2026-03', amount: '13766.92', dueOn: '2026-05-10' },
  ],
  disputableUntil: '2026-04-25',
  dueOn: '2026-05-10',
  carried: {
    lines: [
      {
        period: '2026-02',
        line: 'reward',
        kind: 'bonus',
        standsOn: '2026-03',
        life: { ...HELD, since: '2026-03-15', statements: 2 },
      },
      {
        period: '2026-02',
        line: 'sales',
        kind: 'commission',
        standsOn: '2026-03',
        life: { state: 'waiting', amount: '4000.00', byRule: false, since: '2026-04-15', moves: '-1200.00' },
      },
      { period: '2026-03', line: 'reward', kind: 'bonus', standsOn: '2026-03', life: HELD },
    ],
  },
};

const earlier = (period: string, roas: string, cac: string | null, refunds: string) => {
  const actuals: Readonly<Record<string, string | null>> = { roas, cac, refunds };
  return {
    period,
    kpis: KPIS.map(({ actualExact: _, ...kpi }) => ({ ...kpi, actual: actuals[kpi.id] ?? null })),
  };
};

const history = [
  earlier('2025-10', '2.41', '33.10', '0.081'),
  earlier('2025-11', '2.60', '29.40', '0.079'),
  earlier('2025-12', '3.12', '24.05', '0.103'),
  earlier('2026-01', '2.75', '26.80', '0.071'),
  earlier('2026-02', '3.00', null, '0.064'),
];

export const context: ReportContext = { terms, history, events: [], before: null, disputedFrom: new Map() };

/** Read without any history. */
export const bare: ReportContext = { terms, history: [], events: [], before: null, disputedFrom: new Map() };

/** The same period while it runs: nothing is settled. */
export const scorecard: Scorecard = {
  apiVersion: 'concord/v1',
  kind: 'Scorecard',
  contract: statement.contract,
  period: statement.period,
  from: '2026-03-12',
  to: '2026-03-31',
  currency: 'USD',
  asOf: '2026-03-25',
  termsDigest: statement.termsDigest,
  evidenceDigest: statement.evidenceDigest,
  facts: statement.facts.slice(0, 2),
  measures: { paid_revenue: '210000', refunded: '12000' },
  kpis: KPIS.slice(0, 1),
  composite: '0.75',
  compositeState: { state: 'scored', reasons: [] },
  gates: [],
  reconcile: [],
  anomalies: [],
  lines: [LINES[0] ?? tax, bonus, penalty],
  held: [{ line: 'reward', reason: { code: 'unreviewed', with: { id: 'paid_revenue@2026-03-14', period: '2026-03' } } }],
  total: '2700.00',
};

/** The last statement: a correction in the brand's favour, nothing left open. */
export const tail: StatementBody = {
  ...statement,
  period: '2026-12',
  from: null,
  to: null,
  asOf: '2027-01-15',
  run: 1,
  tail: true,
  final: true,
  events: [],
  facts: [],
  measures: {},
  kpis: [],
  compositeState: null,
  gates: [],
  reconcile: [],
  anomalies: [],
  lines: LINES.filter((each) => each.kind === 'correction'),
  held: [],
  changes: [],
  total: '-12.34',
  balance: '-12.34',
  open: [],
  carried: { lines: [] },
};
