import type { Evidence, EvidencePeriod } from '../../src/evidence/model.js';
import type { LocalDate, PeriodId } from '../../src/kernel/calendar.js';
import type { Locale } from '../../src/kernel/text.js';
import { calendarOf } from '../../src/query/build.js';
import type { MeasurementRequest } from '../../src/query/request.js';

import { reportContext } from '../../src/running/report-context.js';
import type { LedgerEntry } from '../../src/settlement/ledger-entry.js';
import { proposedAgain } from '../../src/settlement/proposed-again.js';
import { planRun, type Seal, settleRun } from '../../src/settlement/run.js';
import { sealStatement } from '../../src/settlement/seal-statement.js';
import { renderStatementTerminal } from '../report/rendered.js';
import { relationship } from '../settlement/relationship.js';

/*
 * The quarter that chapter 8 shows: January and February are settled and paid (100 too much), March is disputed while it is proposed. By hand:
 *   January   net 100,000: commission 5% × 100,000 = 5,000; 4,000 of refunds are known later: 5% × 96,000 = 4,800
 *   February  net 150,000: 5% × 100,000 + 7% × 50,000 = 8,500
 *   March     net 198,000: 5,000 + 7% × 98,000 = 11,860, of which the brand claims 11,000; new customers are not known, so the bonus is held
 *   tax       6% of 3,500 + 11,000 − 200 = 14,300: 858; total 15,158
 */

const CLAUSES = {
  title: { en: 'Acme x Linkstar, US storefront', zh: 'Acme x Linkstar 美国独立站' },
  agreement: { number: 'LS-2025-014', sha256: '9f'.repeat(32), prevails: 'document' },
  parties: {
    brand: { name: { en: 'Acme Home', zh: '安可家居' }, signatories: ['alice'] },
    provider: { name: { en: 'Linkstar', zh: '领星代运营' }, signatories: ['bob'] },
  },
  calendar: { every: 'month', timezone: 'Asia/Shanghai', lockAfterDays: 15, trueUpPeriods: 3 },
  kpis: [{ id: 'cac', metric: 'cac', owner: 'provider', better: 'lower', weight: '100%', target: 25, threshold: 35 }],
  fees: [
    { id: 'base', kind: 'retainer', title: { en: 'Monthly retainer', zh: '月度服务费' }, amount: 3500 },
    {
      id: 'sales',
      kind: 'commission',
      title: { en: 'Sales commission', zh: '销售提成' },
      base: 'net_revenue',
      tiers: { 0: '5%', 100000: '7%' },
      mode: 'marginal',
      accumulate: 'period',
    },
    { id: 'reward', kind: 'bonus', by: 'cac', pool: 5000, points: { '0%': '0%', '100%': '100%' }, shape: 'linear' },
    { id: 'vat', kind: 'tax', rate: '6%', label: { en: 'VAT 6%', zh: '增值税 6%' } },
  ],
};

const fact = (custodian: string) => ({ table: `shop.${custodian}`, grain: ['id'], custodian });
const sum = (of: string, en: string, zh: string) => ({ definition: { en, zh }, of, sum: 'amount', when: 'at' });
const DEFINITIONS = {
  facts: { orders: fact('brand'), refunds: fact('brand'), crm: fact('brand'), ads: fact('provider') },
  measures: {
    paid_revenue: sum('orders', 'Goods value of paid orders', '已支付订单的商品金额'),
    refunded: sum('refunds', 'Goods value refunded', '退款的商品金额'),
    new_customers: sum('crm', 'Customers with their first paid order', '首次支付订单的客户数'),
    ad_spend: sum('ads', 'Spend billed by the ad platforms', '广告平台实际扣费'),
  },
  metrics: {
    net_revenue: { title: { en: 'Net revenue', zh: '净销售额' }, formula: 'paid_revenue - refunded', unit: 'money', type: 'flow' },
    cac: {
      title: { en: 'Cost per new customer', zh: '新客成本' },
      formula: 'ad_spend / new_customers',
      unit: 'money',
      type: 'ratio',
    },
  },
};

type DayValue = { readonly rows: number; readonly value: string };
type Days = Readonly<Record<LocalDate, DayValue>>;
const day = (rows: number, value: string): DayValue => ({ rows, value });

/** What each measure held of January on a day of asking, and of the months after it. */
const MEASURED: Readonly<Record<PeriodId, (asOf: LocalDate) => Readonly<Record<string, Days>>>> = {
  '2026-01': (asOf) => ({
    paid_revenue: { '2026-01-09': day(2410, '100120.5') },
    refunded: asOf < '2026-04-01' ? { '2026-01-12': day(3, '120.5') } : { '2026-01-12': day(7, '420.5'), '2026-01-19': day(41, '3700') },
    new_customers: { '2026-01-09': day(1200, '1200') },
    ad_spend: { '2026-01-09': day(31, '36000') },
  }),
  '2026-02': () => ({
    paid_revenue: { '2026-02-09': day(3611, '152000') },
    refunded: { '2026-02-12': day(24, '2000') },
    new_customers: { '2026-02-09': day(1800, '1800') },
    ad_spend: { '2026-02-09': day(28, '45000') },
  }),
  '2026-03': () => ({
    paid_revenue: { '2026-03-09': day(5123, '210000') },
    refunded: { '2026-03-12': day(311, '12000') },
    new_customers: { '2026-03-09': day(1204, '1204') },
    ad_spend: { '2026-03-09': day(31, '60000') },
  }),
};

/** The customer records reach up to the end of 28 March in Shanghai, everything else up to the day of asking. */
const CRM_UNTIL = '2026-03-28T16:00:00Z';
const endOf = (to: LocalDate) => `${to}T16:00:00Z`;

function evidencePeriod(request: MeasurementRequest['periods'][number], asOf: LocalDate): EvidencePeriod {
  const { terms, inForce, period } = request;
  const measured = MEASURED[period]?.(asOf) ?? {};
  const rowsOf = (days: Days) => Object.values(days).reduce((rows, each) => rows + each.rows, 0);
  return {
    period,
    inForce,
    calendar: calendarOf({ terms, inForce }),
    terms: request.termsDigest,
    exclusions: [],
    facts: terms.definitions.facts.map(({ id }) => {
      const rows = rowsOf(measured[terms.definitions.measures.find(({ of }) => of === id)?.id ?? ''] ?? {});
      const freshAt = id === 'crm' && asOf >= '2026-04-01' ? CRM_UNTIL : `${asOf}T00:10:00Z`;
      const complete = freshAt >= endOf(inForce.to);
      return { id, freshAt, complete, scans: [{ column: 'at', rows, nullWhen: 0, duplicateKeys: 0, repeatedKeys: [] }] };
    }),
    measures: terms.definitions.measures.map(({ id }) => {
      const days = Object.entries(measured[id] ?? {}).map(([on, each]) => ({ day: on, ...each }));
      return { id, rows: rowsOf(measured[id] ?? {}), nulls: 0, days };
    }),
    variants: [],
    rates: [],
  };
}

const payment = (amount: number, on: string) => ({ kind: 'payment', party: 'brand', amount, on, reference: `wire ${on}` });
const EVENTS = {
  '2026-02-27-paid.yaml': payment(11_660, '2026-02-27'),
  '2026-04-08-paid.yaml': payment(18_120, '2026-04-08'),
  '2026-04-18-returns.yaml': {
    kind: 'dispute',
    party: 'brand',
    period: '2026-03',
    line: 'sales',
    claimed: 11_000,
    reason: 'returns of the campaign week',
    evidence: ['list of returns'],
  },
};

const { terms, events } = relationship(CLAUSES, DEFINITIONS, EVENTS);
const seal: Seal = (body, of, before) =>
  sealStatement(body, of, before, () => '', { engine: 'test', warehouse: 'none', commit: null, jobs: [] });

function settledOn(asOf: LocalDate, ledger: readonly LedgerEntry[]): LedgerEntry[] {
  const input = { terms, events, ledger, asOf };
  const slice = (period: PeriodId, request: MeasurementRequest): Evidence => ({
    apiVersion: 'concord/v1',
    kind: 'Evidence',
    contract: request.contract,
    period,
    asOf,
    periods: request.periods.map((each) => evidencePeriod(each, asOf)),
    spans: [],
  });
  return [...ledger, ...settleRun(input, planRun(input, null), slice, seal)];
}

const DUE: readonly LocalDate[] = ['2026-02-15', '2026-03-15', '2026-04-15'];
export const settled = DUE.reduce<LedgerEntry[]>((ledger, asOf) => settledOn(asOf, ledger), []);

/** March as it was proposed on 15 April, computed again with the dispute that came on the 18th. */
export function disputedMarch(): LedgerEntry {
  const march = settled[2];
  if (march === undefined) throw new Error('March is not settled');
  return proposedAgain(march, { events, ledger: settled.slice(0, 2), asOf: '2026-04-18' }, seal);
}

/** The statement as `concord` prints it at its usual width. */
export function printed(entry: LedgerEntry, locale: Locale): string {
  const before = settled.filter((each) => each.statement.period < entry.statement.period);
  return renderStatementTerminal(entry.statement, reportContext(entry, before, events), { locale, color: false, width: 100 });
}
