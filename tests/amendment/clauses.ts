import { amend } from '../../src/amendment/amend.js';
import type { Amendment } from '../../src/amendment/model.js';
import type { ContractEvent } from '../../src/contract/event-kinds/event-kinds.js';
import type { Terms } from '../../src/contract/model.js';
import type { LedgerEntry } from '../../src/settlement/ledger-entry.js';
import { definitions, relationship } from '../settlement/relationship.js';

type Json = Readonly<Record<string, unknown>>;

/** A contract of two KPIs with every kind of fee that a KPI, a base or a rule can move. */
export const CLAUSES = {
  kpis: [
    {
      id: 'gmv',
      metric: 'gmv',
      owner: 'provider',
      better: 'higher',
      weight: '60%',
      target: 10000,
      threshold: '0.8x',
      stretch: '1.2x',
      cap: '150%',
    },
    {
      id: 'roas',
      metric: 'roas',
      owner: 'provider',
      better: 'higher',
      weight: '40%',
      target: '3.0',
      minimum: { metric: 'gmv', atLeast: 100 },
    },
  ],
  gates: [{ id: 'floor_sales', metric: 'gmv', atLeast: 500, blocks: ['reward'] }],
  fees: [
    { id: 'base', kind: 'retainer', amount: 3000 },
    { id: 'sales', kind: 'commission', base: 'gmv', tiers: { 0: '5%', 8000: '7%' }, mode: 'marginal', accumulate: 'period' },
    { id: 'reward', kind: 'bonus', by: 'composite', pool: 5000, points: { '80%': '50%', '100%': '100%', '150%': '200%' }, shape: 'linear' },
    { id: 'late', kind: 'penalty', of: 'base', by: 'roas', bands: { '80%': '10%' } },
    { id: 'ceiling', kind: 'cap', period: 20000 },
    { id: 'vat', kind: 'tax', rate: '6%', label: 'VAT' },
  ],
  amendments: { noticeDays: 14, maxTargetChange: '20%', maxDrift: '40%', minPeriodsBetween: 3 },
} satisfies Json;

export function termsOf(clauses: Json = {}, words: Json = definitions(true)): Terms {
  return relationship({ ...CLAUSES, ...clauses }, words).terms;
}

/** The KPIs with fields of one replaced. */
export function kpis(id: string, fields: Json): Json {
  return { kpis: CLAUSES.kpis.map((kpi) => (kpi.id === id ? { ...kpi, ...fields } : kpi)) };
}

/** The fees with fields of one replaced. */
export function fees(id: string, fields: Json): Json {
  return { fees: CLAUSES.fees.map((fee) => (fee.id === id ? { ...fee, ...fields } : fee)) };
}

export interface Setting {
  readonly asOf?: string;
  readonly ledger?: readonly LedgerEntry[];
  readonly events?: readonly ContractEvent[];
  readonly base?: Terms;
  readonly firstSigned?: Terms;
  readonly recordsChanged?: readonly string[];
}

/** The amendment from the clauses above to some of their own, proposed on 2026-03-10 unless told otherwise. */
export function amendTo(head: Terms | null, setting: Setting = {}): Amendment {
  return amend({
    base: setting.base ?? termsOf(),
    head,
    asOf: setting.asOf ?? '2026-03-10',
    ledger: setting.ledger ?? [],
    events: setting.events ?? [],
    firstSigned: setting.firstSigned ?? null,
    recordsChanged: setting.recordsChanged ?? [],
  });
}
